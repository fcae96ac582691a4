#!/usr/bin/env python3
"""Fits the component scorer of one language from notes whose stories carry labels.

usage: fit_scorer.py [--bin starlint] [--language en] [--write] NOTES_DIR...

Each directory is one author. The labels of their own stories say which lines tell which component; the
labels themselves are hidden. For every component a story with it is an example of presence, and the same
story without those lines one of absence. A logistic model over the cues of cues.toml learns a weight for
each strength of cue (strong, medium, weak) in each third of the story. The bias is then set so that at
most KEEP of the complete stories would be told that the component is missing.

Printed: what the model and the hand-set rule (summed cue weights against a fixed sum) get right on
authors they were not fitted on. With --write the weights go to rules/lang/LANGUAGE/scorer.toml.
"""
import argparse, json, math, os, re, subprocess, sys, tomllib

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
SLOTS = ("Situation", "Task", "Action", "Result")
STRENGTHS = ("strong", "medium", "weak")
SHAPES = ("act", "scene", "number")   # the speaker acts; something else does; a figure stands there
ROWS = STRENGTHS + SHAPES
HAND_SET = {"Situation": 2, "Task": 3, "Action": 2, "Result": 3}
KEEP = 0.03
PLAIN_BELOW = {"Task": 90}   # words; a shorter story without any cue of it lacks it
CAP = 3          # more cues of one kind in one third say nothing new
WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019][A-Za-z]+)*")


class Cues:
    """The phrases of cues.toml, matched as narrative/phrase.h says."""

    def __init__(self, path):
        data = tomllib.load(open(path, "rb"))
        words = data["words"]
        self.classes = {"{self}": set(words["self"]), "{team}": set(words["team"]),
                        "{you}": set(words["you"]), "{modal}": set(words["modal"]),
                        "{person}": set(words["self"]) | set(words["team"])}
        self.past, self.endings = set(words["past"]), tuple(words["past_endings"])
        self.not_past = set(words["not_past"])
        self.subject, self.function = set(words["subject"]), set(words["function"])
        self.phrases = []
        for slot in SLOTS:
            for strength in STRENGTHS:
                for phrase in data[slot.lower()].get(strength, []):
                    self.phrases.append((slot, strength, phrase.startswith("^"),
                                         [self.slot_of(word) for word in phrase.lstrip("^").split()]))
        self.first = {}
        for phrase in self.phrases:
            for one in phrase[3][0][0]:
                self.first.setdefault(one, []).append(phrase)

    @staticmethod
    def slot_of(word):
        optional = len(word) > 1 and word.endswith("?")
        return word.rstrip("?").split("|") if optional else word.split("|"), optional

    def is_a(self, word, one):
        if one == "{any}": return True
        if one == "{number}": return word[0].isdigit()
        if one == "{past}":
            return word in self.past or (len(word) >= 4 and word.endswith(self.endings) and word not in self.not_past)
        return word in self.classes[one] if one.startswith("{") else word == one

    def ends(self, slots, words, at):
        if not slots: return True
        wanted, optional = slots[0]
        if at < len(words) and any(self.is_a(words[at], one) for one in wanted) and self.ends(slots[1:], words, at + 1):
            return True
        return optional and self.ends(slots[1:], words, at)

    def count(self, sentences):
        """counts[slot][strength][third] of a story."""
        counts = {slot: [[0] * 3 for _ in ROWS] for slot in SLOTS}
        total = sum(map(len, sentences)) or 1
        seen = 0
        for words in sentences:
            third = min(2, int(3 * (seen + len(words) / 2) / total))
            seen += len(words)
            past = any(self.is_a(word, "{past}") for word in words)
            acts = past and any(word in self.subject for word in words) or self.is_a(words[0], "{past}")
            shape = (acts, not acts, any(word[0].isdigit() for word in words))
            for slot in SLOTS:
                for i, holds in enumerate(shape):
                    counts[slot][len(STRENGTHS) + i][third] += holds
            for at, word in enumerate(words):
                starts = self.first.get(word, [])
                classes = [p for one in self.first if one.startswith("{") and self.is_a(word, one) for p in self.first[one]]
                for slot, strength, tied, slots in starts + classes:
                    if (not tied or at == 0) and self.ends(slots[1:], words, at + 1):
                        counts[slot][STRENGTHS.index(strength)][third] += 1
        return {slot: [min(CAP, n) for row in rows for n in row] for slot, rows in counts.items()}


def sentences_of(lines):
    text = "\n".join(lines)
    return [words for part in re.split(r"[.!?](?:\s|$|[\"*_)])|\n", text)
            if (words := [w.lower().replace("\u2019", "'") for w in WORD.findall(part)])]


def stories_of(binary, directory, cues):
    """Labelled stories as lists of (slot, lines), labels cut off."""
    run = subprocess.run([binary, "outline", "--format", "json", "."], cwd=directory, capture_output=True, check=True)
    out, texts = [], set()
    for story in json.loads(run.stdout)["narratives"]:
        lines = open(os.path.join(directory, story["file"]), encoding="utf-8", errors="replace").read().split("\n")
        parts = []
        for part in story["components"]:
            if part["evidence"] != "label" or part["slot"] not in SLOTS: continue
            body = lines[part["start_line"] - 1:part["end_line"]]
            label = re.escape(part.get("label", ""))
            body[0] = re.sub(rf"^.*?{label}\W*", "", body[0], count=1)
            if not any(p[1] == body for p in parts): parts.append((part["slot"], body))
        key = json.dumps(parts)
        words = [w for _, lines in parts for s in sentences_of(lines) for w in s]
        if sum(w in cues.function for w in words) * 10 < len(words): continue   # another language
        if len({slot for slot, _ in parts} & {"Situation", "Action", "Result"}) == 3 and key not in texts:
            texts.add(key)      # the same story told ten times is one example
            out.append(parts)
    return out


def examples(stories, cues, slot):
    out = []
    for parts in stories:
        if slot not in {s for s, _ in parts}: continue
        full = [s for _, lines in parts for s in sentences_of(lines)]
        rest = [s for name, lines in parts if name != slot for s in sentences_of(lines)]
        out += [(cues.count(full)[slot], 1), (cues.count(rest)[slot], 0)]
    return out


def fit(rows, rounds=300, rate=0.1, ridge=0.02):
    weights, bias = [0.0] * (3 * len(ROWS)), 0.0
    for _ in range(rounds):
        gradient, slope = [ridge * w for w in weights], 0.0
        for features, label in rows:
            error = 1 / (1 + math.exp(-bias - sum(w * x for w, x in zip(weights, features)))) - label
            slope += error / len(rows)
            gradient = [g + error * x / len(rows) for g, x in zip(gradient, features)]
        # The three rows of cues: a cue never speaks against its own component.
        weights = [w - rate * g * 5 if i >= 9 else max(0.0, w - rate * g * 5)
                   for i, (w, g) in enumerate(zip(weights, gradient))]
        bias -= rate * slope * 5
    sums = sorted(sum(w * x for w, x in zip(weights, f)) for f, label in rows if label)
    return weights, -sums[int(KEEP * len(sums))] + 1e-6


def score(model, features):
    return model[1] + sum(w * x for w, x in zip(model[0], features))


def hand_set(slot, features):
    return sum((3, 2, 1)[i // 3] * x for i, x in enumerate(features[:9])) - HAND_SET[slot] + 0.5


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notes", nargs="+"); parser.add_argument("--bin", default="starlint")
    parser.add_argument("--language", default="en"); parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    folder = os.path.join(ROOT, "rules", "lang", args.language)
    cues = Cues(os.path.join(folder, "cues.toml"))
    authors = {d: s for d in sorted(args.notes) if (s := stories_of(os.path.abspath(args.bin), d, cues))}
    print(f"{sum(map(len, authors.values()))} stories of {len(authors)} authors")
    models = {}
    for slot in SLOTS:
        data = {a: examples(s, cues, slot) for a, s in authors.items()}
        tally = {"fitted": [0] * 4, "hand-set": [0] * 4}
        for left_out, rows in data.items():
            model = fit([r for a, other in data.items() if a != left_out for r in other])
            for features, label in rows:
                for name, value in (("fitted", score(model, features)), ("hand-set", hand_set(slot, features))):
                    tally[name][2 * label + (value >= 0)] += 1
        for name, (absent_seen, absent_missed, kept_wrong, kept) in tally.items():
            print(f"{slot:10} {name:9} absent found {absent_seen}/{absent_seen + absent_missed}, "
                  f"present kept {kept}/{kept + kept_wrong}")
        models[slot] = fit([r for rows in data.values() for r in rows])
    if args.write: write(os.path.join(folder, "scorer.toml"), args.language, models)


def write(path, language, models):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Written by ci/fit_scorer.py. A component is present where bias and weights sum to 0 or more:\n"
                  "# one weight for each strength of cue in the first, middle and last third of the story.\n"
                  f'language = "{language}"\n')
        for slot, (weights, bias) in models.items():
            out.write(f"\n[{slot.lower()}]\n")
            if slot in PLAIN_BELOW: out.write(f"plain_below = {PLAIN_BELOW[slot]}\n")
            out.write(f"bias = {bias:.3f}\n")
            for i, strength in enumerate(ROWS):
                out.write(f"{strength} = [{', '.join(f'{w:.3f}' for w in weights[3 * i:3 * i + 3])}]\n")


if __name__ == "__main__":
    sys.exit(main())
