#!/usr/bin/env python3
"""Whole runs of the program over generated repositories, beside tools everybody knows, in one table.

usage: whole_runs.py STARLINT [MEGABYTES...]      (default: 1 10)

CPU seconds are those of the child process; each figure is the best of three runs, as the others are
disturbed ones. Machines differ and are noisy: compare the ratios, not the seconds.
"""
import os, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = 3
WORDS = "situation task action result team manager deadline conflict percent customer".split()
ALTERNATIVES = "|".join(w + end for w in WORDS for end in ("", "s", "ed", "ing", " of"))


def measured(command):
    """CPU seconds, wall seconds, peak megabytes of the best of RUNS runs."""
    best = None
    for _ in range(RUNS):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"{command[0]} failed: {status}")
        one = (usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
        best = min(best or one, one)
    return best


def commands(starlint, notes):
    check = [starlint, "check", "--isolated", notes]
    grep = ["grep", "-rcE", ALTERNATIVES, notes]
    wc = ["sh", "-c", f"find '{notes}' -type f -exec cat {{}} + | wc"]
    return {
        "starlint, text, one thread": check + ["-j1"],
        "starlint, text, two threads": check + ["-j2"],
        "starlint, SARIF, one thread": check + ["-j1", "--format", "sarif"],
        "starlint, encoding alone": check + ["-j1", "--select", "ENC"],
        "grep, 50 alternatives": grep,
        "wc": wc,
    }


def copied(size):
    """CPU seconds of copying as many bytes in memory."""
    data, best = bytes(size), None
    for _ in range(RUNS):
        start = time.process_time()
        bytearray(data)
        taken = time.process_time() - start
        best = taken if best is None else min(best, taken)
    return best


def size_of(directory):
    return sum(os.path.getsize(os.path.join(d, f)) for d, _, files in os.walk(directory) for f in files)


def start_up(starlint, directory):
    line = os.path.join(directory, "one-line.md")
    with open(line, "w") as out:
        out.write("I led the move.\n")
    print(f"{'start-up':34}{'CPU ms':>9}{'wall ms':>9}")
    for name, command in (("--version", [starlint, "--version"]), ("check, one line", [starlint, "check", "--isolated", line])):
        cpu, wall, _ = measured(command)
        print(f"  {name:32}{cpu * 1000:9.1f}{wall * 1000:9.1f}")


def main():
    starlint = os.path.abspath(sys.argv[1])
    sizes = [int(size) for size in sys.argv[2:]] or [1, 10]
    with tempfile.TemporaryDirectory() as directory:
        start_up(starlint, directory)
        for size in sizes:
            notes = os.path.join(directory, f"notes-{size}")
            subprocess.run([sys.executable, os.path.join(HERE, "generate_notes.py"), str(size), notes], check=True)
            size = size_of(notes)
            megabytes = size / 1e6
            print(f"\n{f'{megabytes:.1f} MB of notes':34}{'CPU s':>9}{'wall s':>9}{'MB/CPU s':>10}{'MB peak':>9}{'of wc':>9}")
            results = {name: measured(command) for name, command in commands(starlint, notes).items()}
            results["memcpy"] = (copied(size), 0, 0)
            for name, (cpu, wall, peak) in results.items():
                ratio = results["wc"][0] / cpu if cpu else 0
                print(f"  {name:32}{cpu:9.2f}{wall:9.2f}{megabytes / max(cpu, 0.001):10.2f}{peak:9.0f}{ratio:9.3f}")
            one, two = (results[f"starlint, text, {threads}"][1] for threads in ("one thread", "two threads"))
            print(f"  two threads are {one / two:.2f} times as fast as one")


if __name__ == "__main__":
    main()
