#!/usr/bin/env python3
"""Inputs of shapes that trip linters, each in one size and in twice that size: the cost must at most
double (and a bit: LIMIT), or the program must say in a sentence which limit it holds to.

usage: no_cliffs.py STARLINT [SCALE]     (SCALE 1: seconds; 100: the sizes named in the table of SHAPES)

CPU seconds of the child process, less those of an empty note; the exit status is 1 where one shape
costs more than LIMIT times as much at twice the size.
"""
import os, subprocess, sys, tempfile

LIMIT = 2.6
STORY = "In May 2021 I led a team of 6 and cut the wait from 40 to 30 minutes, 25 % less.\n\n"


def one_file(text):
    return lambda directory: write(directory, "note.md", text)


def write(directory, name, text):
    with open(os.path.join(directory, name), "w") as out:
        out.write(text)


def tiny_files(count):
    def fill(directory):
        for i in range(count):
            folder = os.path.join(directory, f"{i // 500:05}")
            os.makedirs(folder, exist_ok=True)
            write(folder, f"{i % 500:03}.md", "I led the move.\n")
    return fill


def pack_of(rules):
    def fill(directory):
        write(directory, "note.md", STORY * 200)
        pack = os.path.join(directory, "pack")
        os.makedirs(pack)
        write(pack, "pack.toml", '[pack]\nname = "many"\nversion = "0.1.0"\n\n[[family]]\nprefix = "MANY"\ntag = "many"\nsummary = "Many."\n')
        for i in range(rules):
            word = "".join(chr(ord("a") + (i // 26**k) % 26) for k in range(4))
            write(pack, f"many-{i}.toml", f'id = "MANY{i:03}"\nname = "many-{i}"\nkind = "phrase"\nlevel = "note"\nprobe = "Why?"\n'
                  f'message = "A word: {{text}}"\n[options]\nany = [\'\\bq{word}(?:s|ed|ing)\\b\']\n'
                  '[doc]\nwhat = "A word."\nwhy = "A word."\n')
    return fill


def word(i):
    return "".join("bdfglmnprt"[i // 10**k % 10] + "aeiou"[i // 5**k % 5] for k in range(5)) + "s"


def taken_up(count):
    """A story of so many figures, each of a thing that the next one takes up with another."""
    return "# The depot\n\nAction: I sorted it.\n\n" + "".join(
        f"I moved {i % 893 + 7} {word(i)}. It took all {i % 877 + 8} {word(i)} two days.\n\n" for i in range(count // 3))


# Name: how to write a size of it, a first size, and what that is at SCALE 100.
SHAPES = {
    "one file of stories": (lambda n: one_file(STORY * (n // len(STORY))), 2_000_000),          # 200 MB
    "one line": (lambda n: one_file(STORY.replace("\n", " ") * (n // len(STORY))), 500_000),    # 50 MB
    "one word": (lambda n: one_file("a" * n), 500_000),                                         # 50 MB
    "tiny files": (tiny_files, 10_000),                                                         # 1,000,000
    "headings": (lambda n: one_file("".join(f"## Heading {i}\n" for i in range(n))), 1_000),    # 100,000
    "nested list": (lambda n: one_file("".join("  " * i + f"- level {i}\n" for i in range(n))), 100),  # 10,000
    "nested quotes": (lambda n: one_file("> " * n + "a\n"), 1_000),                             # 100,000
    "stars": (lambda n: one_file("*a **b " * n), 1_000),                                        # 100,000
    "figures of one story": (lambda n: one_file(taken_up(n)), 1_000),                           # 100,000
    "figures of one list": (lambda n: one_file("".join(f"- {i} people\n" for i in range(n))), 500),  # 50,000
}


def cost(starlint, fill, size, more):
    """CPU seconds and peak megabytes of one check."""
    with tempfile.TemporaryDirectory() as directory:
        fill(size)(directory)
        command = [starlint, "check", "--isolated", "-j1", "--quiet", "--fail-on", "never", directory, *more(directory)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read().decode(errors="replace").strip()
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 2):
            sys.exit(f"status {status}: {said}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.splitlines()[0] if said else ""


def main():
    starlint = os.path.abspath(sys.argv[1])
    scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1
    nothing = cost(starlint, lambda _: one_file("\n"), 0, lambda _: [])[0]
    print(f"{'shape':24}{'size':>12}{'CPU s':>8}{'twice':>8}{'ratio':>7}{'MB peak':>9}")
    status = 0
    for name, (fill, first) in SHAPES.items():
        size = int(first * scale)
        once, _, _ = cost(starlint, fill, size, lambda _: [])
        twice, peak, said = cost(starlint, fill, 2 * size, lambda _: [])
        ratio = (twice - nothing) / max(once - nothing, 0.01)
        steep = ratio > LIMIT and twice - nothing > 0.1
        status |= steep
        print(f"{name:24}{size:12,}{once:8.2f}{twice:8.2f}{ratio:7.2f}{peak:9.0f}  {'TOO STEEP ' if steep else ''}{said}", flush=True)
    rules = int(50 * scale)
    pack = lambda directory: ["--pack", os.path.join(directory, "pack")]
    once, _, _ = cost(starlint, pack_of, rules, pack)
    twice, peak, said = cost(starlint, pack_of, 2 * rules, pack)
    print(f"{'rules of a pack':24}{rules:12,}{once:8.2f}{twice:8.2f}{(twice - nothing) / max(once - nothing, 0.01):7.2f}{peak:9.0f}  {said}")
    return status


if __name__ == "__main__":
    sys.exit(main())
