#!/usr/bin/env python3
"""Writes a repository of story-like notes for whole-run measurements; same arguments, same bytes.

usage: generate_notes.py MEGABYTES DIRECTORY [SEED]

Files of 2 to 40 KB in folders of 50, one folder a person. About one line in nine is a heading, every
story has labelled or plain parts, one sentence in three carries a figure, three characters in a hundred
are not ASCII, and one story in forty holds something to find: a total that does not add up, a wrong
percentage, a damaged apostrophe, a placeholder.
"""
import os, random, sys

PLACES = "depot, clinic, bakery, night shift, warehouse, choir, school, ferry line, call centre, workshop".split(", ")
THINGS = "rota, checkout, report, belt, ledger, archive, booking page, meter, drill, import".split(", ")
PEOPLE = "manager, nurse, supplier, driver, colleague, client, trainee, director, neighbour, auditor".split(", ")
DEEDS = "rewrote, measured, moved, split, explained, replaced, tested, drew, organised, cleaned".split(", ")
ENDS = "the queue stayed short, nobody had to work on Sunday, the café kept the new order, the crew still uses it, " \
       "the naïve version was retired, the client renewed".split(", ")
MONTHS = "January February March April May June July August September October November December".split()
LABELS = ("Situation", "Task", "Action", "Result")


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one(self, words):
        return self.random.choice(words)

    def number(self, low, high):
        return self.random.randint(low, high)

    def situation(self):
        return f"In {self.one(MONTHS)} {self.number(2015, 2025)} the {self.one(PLACES)} had {self.number(3, 90)} open cases and " \
               f"the {self.one(PEOPLE)} was worried about the {self.one(THINGS)}."

    def task(self):
        return f"I was asked to bring the {self.one(THINGS)} in order before the end of {self.one(MONTHS)}."

    def action(self):
        return f"I {self.one(DEEDS)} the {self.one(THINGS)} with the {self.one(PEOPLE)}, then we {self.one(DEEDS)} the " \
               f"{self.one(THINGS)} at the {self.one(PLACES)}."

    def result(self):
        before = self.number(20, 90)
        after = self.number(2, before - 1)
        return f"Late cases went down from {before} to {after} a week, and {self.one(ENDS)}."

    def defect(self):
        return self.one(("We were a team of 9: 4 drivers, 3 packers and 1 lead.", "The import went from 20 s to 5 s, 400 % faster.",
                         "The clinicâ€™s rota was kept.", "Result: [add numbers here]"))

    def story(self, index):
        parts = (self.situation, self.task, self.action, self.result)
        out = [f"## {index}. The {self.one(THINGS)} of the {self.one(PLACES)}", ""]
        labelled = self.random.random() < 0.6
        for label, part in zip(LABELS, parts):
            body = " ".join(part() for _ in range(self.number(1, 3)))
            out += [f"**{label}:** {body}" if labelled else f"{body} — “so be it”, said the {self.one(PEOPLE)}.", ""]
        if self.number(1, 40) == 1:
            out += [self.defect(), ""]
        return "\n".join(out) + "\n"

    def file(self):
        size = self.number(2, 40) * 1024
        parts, length, index = [f"# Stories of the {self.one(PLACES)}\n\n"], 0, 0
        while length < size:
            index += 1
            parts.append(self.story(index))
            length += len(parts[-1].encode())
        return "".join(parts)


def main():
    megabytes, directory = int(sys.argv[1]), sys.argv[2]
    writer = Writer(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    written = number = 0
    while written < megabytes * 1_000_000:
        folder = os.path.join(directory, f"person-{number // 50:05}")
        os.makedirs(folder, exist_ok=True)
        notes = writer.file().encode()
        with open(os.path.join(folder, f"notes-{number:06}.md"), "wb") as out:
            out.write(notes)
        written += len(notes)
        number += 1


if __name__ == "__main__":
    main()
