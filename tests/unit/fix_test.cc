#include <sys/stat.h>

#include <filesystem>

#include "catch.h"
#include "fix/fix.h"
#include "scratch.h"
#include "source/walk.h"
#include "unit/damage_samples.h"

using namespace starlint;

namespace {

const RuleSet& rules() {
  static std::vector<Error> errors;
  static const std::unique_ptr<RuleSet> set = RuleSet::load({default_pack()}, errors);
  REQUIRE(set != nullptr);
  return *set;
}

std::string fixed(std::string_view bytes, bool unsafe = false) {
  FixOptions options;
  options.unsafe = unsafe;
  options.lint.threads = 1;
  const FixRun run = fix_notes({{{0, "notes.md", std::string(bytes)}, "me"}}, rules(), options);
  REQUIRE(run.problems.empty());
  return run.files.empty() ? std::string(bytes) : run.files[0].after;
}

}  // namespace

TEST_CASE("fix: safe repairs change the damage and nothing else") {
  struct Row {
    std::string_view before, after;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"itâ€™s \x99 here\r\n", "it’s \x99 here\r\n"},  // a stray byte is not a safe repair
      {"\xEF\xBB\xBF# Notes\n", "# Notes\n"},
      {"one\r\ntwo\nthree\r\n", "one\r\ntwo\r\nthree\r\n"},
      {"a\0b\n"sv, "ab\n"},
      {"\xFF\xFEi\0t\0\x19\x20s\0\n\0"sv, "it’s\n"},
      {"don`t use `x`\n", "don’t use `x`\n"},
      {"R&amp;amp;D didn&#39;t\n", "R&D didn't\n"},
      {"plain text stays\n", "plain text stays\n"},
  };
  for (const Row& row : rows) CHECK(fixed(row.before) == row.after);
}

TEST_CASE("fix: guesses need --unsafe") {
  const std::string legacy = "Caf\xE9, r\xE9sum\xE9, \x93so\x94\n";
  CHECK(fixed(legacy) == legacy);
  CHECK(fixed(legacy, true) == "Café, résumé, “so”\n");
  CHECK(fixed("caf\xC3\xA9, it\x92s\n", true) == "café, it’s\n");
}

TEST_CASE("fix: repairing what was repaired changes nothing") {
  std::string all;
  for (const char* charset : {"windows-1252", "macintosh", "IBM437", "windows-1251"}) {
    for (const std::string_view line : samples::english_lines()) {
      all += samples::misread(line, charset) + "\n";
    }
  }
  all += "te\u200Bam &amp;#39; \x1B[1mx\x1B[0m e\u0301 we=E2=80=99re ﬁrst\r\n";
  for (const bool unsafe : {false, true}) {
    const std::string once = fixed(all, unsafe);
    CHECK(once != all);
    CHECK(fixed(once, unsafe) == once);
  }
}

TEST_CASE("fix: fixes that overlap are applied whole or not at all") {
  const std::string_view bytes = "abcdef";
  const Text text = Text::decode(bytes);
  const Fix first{"first", true, {{{1, 2}, "B"}, {{4, 5}, "E"}}};
  const Fix second{"second", true, {{{0, 1}, "A"}, {{4, 6}, ""}}};
  const Fix third{"third", true, {{{2, 3}, "C"}}};
  const Result<Repaired> repaired = apply_fixes(bytes, text, {&first, &second, &third});
  REQUIRE(repaired);
  CHECK(repaired->bytes == "aBCdEf");
  CHECK(repaired->applied == 2);
}

TEST_CASE("fix: a file is replaced with its mode, and only while it is what was read") {
  const Scratch scratch;
  scratch.write("a.md", "before");
  const std::string path = scratch.path("a.md");
  ::chmod(path.c_str(), 0640);
  CHECK_FALSE(replace_file(path, "something else", "after"));
  CHECK(*read_file(path) == "before");
  CHECK(replace_file(path, "before", "after"));
  CHECK(*read_file(path) == "after");
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777U) == 0640);
  const std::filesystem::directory_iterator left(scratch.root());
  CHECK(std::distance(begin(left), end(left)) == 1);
  CHECK_FALSE(replace_file(scratch.path("gone.md"), "before", "after"));
  CHECK_FALSE(std::filesystem::exists(scratch.path("gone.md")));
}

TEST_CASE("fix: a difference is a unified patch") {
  CHECK(unified_diff("a.md", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\nfour\n5\n6\n") ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,6 +1,6 @@\n 1\n 2\n 3\n-4\n+four\n 5\n 6\n");
  CHECK(unified_diff("a.md", "x", "y\n") ==
        "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+y\n");
  CHECK(unified_diff("a.md", "same\n", "same\n").empty());
}
