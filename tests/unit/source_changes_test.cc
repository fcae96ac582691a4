#include "source/changes.h"

#include "catch.h"
#include "scratch.h"
#include "source/process.h"

using namespace starlint;

TEST_CASE("source: the changed lines of a difference") {
  const Changes changes = Changes::of_diff(
      "diff --git a.md a.md\n--- a.md\n+++ a.md\n@@ -2 +2,2 @@ context\n-old\n+++ not a "
      "file\n+new\n"
      "@@ -9,2 +9,0 @@\n-gone\n-gone\n\\ No newline at end of file\n"
      "diff --git \"d\\303\\251j\\303\\240 \\\"x\\\".md\" y\n--- /dev/null\n"
      "+++ \"d\\303\\251j\\303\\240\\t\\\"x\\\".md\"\n@@ -0,0 +1 @@\n+one\n");
  struct Row {
    const char* path;
    LineRange lines;
    bool touched;
  };
  const Row rows[] = {
      {"a.md", {1, 1}, false},  {"a.md", {2, 2}, true},           {"a.md", {3, 3}, true},
      {"a.md", {4, 8}, false},  {"a.md", {1, 8}, true},           {"a.md", {9, 9}, true},
      {"a.md", {10, 10}, true}, {"a.md", {11, 20}, false},        {"not a file", {1, 9}, false},
      {"b.md", {1, 9}, false},  {"déjà\t\"x\".md", {1, 1}, true},
  };
  for (const Row& row : rows) {
    INFO(row.path << " " << row.lines.first << "-" << row.lines.last);
    CHECK(changes.touches(row.path, row.lines) == row.touched);
  }
}

TEST_CASE("source: what changed since a revision") {
  const Scratch scratch;
  const std::string root = scratch.root().string();
  const auto git = [&](std::vector<std::string> arguments) {
    std::vector<std::string> command{"git", "-c", "user.name=n", "-c", "user.email=n@example.org"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Result<ProcessOutput> output = run_process(command, root);
    REQUIRE(output);
    REQUIRE(output->status == 0);
  };
  git({"init", "-q"});
  scratch.write("a b.md", "one\ntwo\nthree\n");
  scratch.write("kept.md", "one\n");
  scratch.write(".gitignore", "ignored.md\n");
  git({"add", "."});
  git({"commit", "-q", "-m", "first"});
  scratch.write("a b.md", "one\nTWO\nthree\n");
  git({"commit", "-q", "-a", "-m", "second"});
  scratch.write("a b.md", "one\nTWO\nthree\nfour\n");
  scratch.write("new é.md", "one\n");
  scratch.write("ignored.md", "one\n");

  const Result<Changes> first = Changes::since("HEAD~1", root);
  REQUIRE(first);
  CHECK_FALSE(first->touches("a b.md", {1, 1}));
  CHECK(first->touches("a b.md", {2, 2}));
  CHECK(first->touches("a b.md", {4, 4}));
  CHECK(first->touches("new é.md", {1, 1}));
  CHECK_FALSE(first->touches("kept.md", {1, 1}));
  CHECK_FALSE(first->touches("ignored.md", {1, 1}));
  const Result<Changes> second = Changes::since("HEAD", root);
  REQUIRE(second);
  CHECK_FALSE(second->touches("a b.md", {2, 2}));

  const Result<Changes> none = Changes::since("--output=x", root);
  REQUIRE_FALSE(none);
  CHECK(none.error().message == "no revision '--output=x' in " + root);
}
