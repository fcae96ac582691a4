// What the program does on a terminal: the timed rehearsal, and checking again on every change.
#include <algorithm>

#include "base/strings.h"
#include "catch.h"
#include "pty.h"
#include "scratch.h"
#include "source/process.h"

using namespace starlint;

namespace {

const std::string kMill =
    "## Tell me about a mistake you made\n\n**Situation:** In 2021 our mill ground "
    "rye.\n\n**Task:** I "
    "was asked to keep two sacks of wheat apart.\n\n**Action:** I mixed them up, told the miller, "
    "and "
    "sieved both by hand that night.\n\n**Result:** We lost 3 kilograms of 50.\n";
const std::string kBakery =
    "## Tell me about a deadline\n\n**Situation:** In 2022 the oven broke before "
    "Easter.\n\n**Action:** "
    "I called three bakeries and baked in the night at one of them.\n\n**Result:** All 80 loaves "
    "were "
    "there at seven.\n";

}  // namespace

TEST_CASE("drill --timed: prompt, clock, then notes and questions, story by story") {
  const Scratch scratch;
  scratch.write("a.md", kMill);
  scratch.write("b.md", kBakery);
  PtyRun run({STARLINT_BINARY, "drill", "--timed", "--seconds", "90", "."},
             scratch.root().string());
  CHECK(run.shows("Story 1 of 2"));
  CHECK(run.shows("Tell me about a mistake you made"));
  CHECK(run.shows("0:00 of 1:30"));
  CHECK_FALSE(run.cooked());
  CHECK(run.shows("0:01 of 1:30"));
  CHECK(run.seen().find("sieved both") == std::string::npos);
  run.press(" ");
  CHECK(run.shows("You took 0:01 of 1:30."));
  CHECK(run.shows("Your notes"));
  CHECK(run.shows("sieved both by hand"));
  CHECK(run.shows("They would ask"));
  CHECK(run.shows("Any key for the next story"));
  run.press("\x1b[B");  // an arrow is one key
  CHECK(run.shows("Story 2 of 2"));
  CHECK(run.shows("Tell me about a deadline"));
  run.press("x");
  CHECK(run.shows("80 loaves"));
  CHECK(run.status() == 0);
  CHECK(run.cooked());
}

TEST_CASE("drill --timed: q and Ctrl-C end it and leave the terminal as it was") {
  const Scratch scratch;
  scratch.write("a.md", kMill);
  const std::vector<std::string> command{STARLINT_BINARY, "drill", "--timed", "."};
  for (const bool by_key : {true, false}) {
    PtyRun run(command, scratch.root().string());
    CHECK(run.shows("0:00 of 2:00"));
    by_key ? run.press("q") : run.interrupt();
    CHECK(run.status() == 0);
    CHECK(run.seen().find("Your notes") == std::string::npos);
    CHECK(run.cooked());
  }
}

TEST_CASE("drill --timed: without a terminal it says what to do") {
  const Result<ProcessOutput> output =
      run_process({STARLINT_BINARY, "drill", "--timed", "."}, "/", "/dev/null");
  REQUIRE(output);
  CHECK(output->status == 2);
  CHECK(output->out.empty());
  CHECK(output->err ==
        "starlint: error: --timed needs a terminal to talk to\n  without it the questions are "
        "printed\n");
}

TEST_CASE(
    "check --watch: checks again when a note changes, appears or goes, and ends with Ctrl-C") {
  const Scratch scratch;
  scratch.write("a.md", kMill);
  PtyRun run({STARLINT_BINARY, "check", "--watch", "--format", "concise", "."},
             scratch.root().string());
  CHECK(run.shows("\x1b[2J"));
  CHECK(run.shows("waiting for a change"));
  CHECK(run.seen().find("DRAFT001") == std::string::npos);
  scratch.write("a.md", kMill + "\nIt cost XX %.\n");
  CHECK(run.shows("a.md:11:"));
  CHECK(run.shows("waiting for a change"));
  scratch.write("b.md", "A file with a TODO in it: XX %.\n");
  CHECK(run.shows("b.md:1:"));
  CHECK(run.shows("waiting for a change"));
  scratch.write("starlint.toml", "ignore = ['DRAFT']\n");
  CHECK(run.shows("\x1b[2J"));
  CHECK(run.shows("waiting for a change"));
  run.interrupt();
  CHECK(run.status() == 0);
}

TEST_CASE("help and the pages of rules keep to the width of a terminal") {
  struct Row {
    std::vector<std::string> command;
    const char* end;
  };
  const Row rows[] = {
      {{STARLINT_BINARY, "--help"}, "More on a command: starlint COMMAND --help"},
      {{STARLINT_BINARY, "check", "--help"}, "only what is new"},
      {{STARLINT_BINARY, "explain", "team-size-drift"}, "## Options"},
  };
  for (const Row& row : rows) {
    PtyRun run(row.command, "/");
    REQUIRE(run.shows(row.end));
    for (const std::string_view line : split(run.seen(), '\n')) {
      INFO(line);
      CHECK(std::count_if(line.begin(), line.end(), [](char c) {
              return (c & 0xC0) != 0x80 && c != '\r';  // a byte that begins a character
            }) <= 80);
    }
  }
}
