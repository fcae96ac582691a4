#include "catch.h"
#include "source/glob.h"
#include "source/ignore.h"

using namespace starlint;

TEST_CASE("source: a path pattern matches as .gitignore says") {
  struct Row {
    const char* pattern;
    const char* path;
    bool matches;
  };
  const Row rows[] = {
      {"a.md", "a.md", true},
      {"a.md", "x/y/a.md", true},
      {"/a.md", "a.md", true},
      {"/a.md", "x/a.md", false},
      {"x/a.md", "x/a.md", true},
      {"x/a.md", "y/x/a.md", false},
      {"*.md", "x/a.md", true},
      {"*.md", "x/.md", true},
      {"x/*.md", "x/y/a.md", false},
      {"x/**/a.md", "x/a.md", true},
      {"x/**/a.md", "x/y/z/a.md", true},
      {"**/z/a.md", "x/y/z/a.md", true},
      {"x/**", "x", false},
      {"x/**", "x/y/z", true},
      {"a?c", "abc", true},
      {"a?c", "a/c", false},
      {"[a-c]x[!0-9]", "bxy", true},
      {"[a-c]x[!0-9]", "bx1", false},
      {"[]x]", "]", true},
      {"[x", "[x", true},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"a*b*c", "a-b-b-c", true},
      {"a*b*c", "a-b-b-", false},
      {"", "a", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern, row.path);
    CHECK(Glob(row.pattern).matches(row.path) == row.matches);
  }
}

TEST_CASE("source: a pattern covers what lies below") {
  CHECK(Glob("drafts").covers("x/drafts/a/b.md"));
  CHECK(Glob("drafts/").covers("drafts/a.md"));
  CHECK_FALSE(Glob("/drafts").covers("x/drafts/a.md"));
}

TEST_CASE("source: a hostile pattern takes no exponential time") {
  std::string pattern, deep;
  for (int i = 0; i < 60; ++i) pattern += "a*";
  for (int i = 0; i < 60; ++i) deep += "**/a/";
  CHECK_FALSE(Glob(pattern + "b").matches(std::string(4000, 'a')));
  std::string path;
  for (int i = 0; i < 2000; ++i) path += "a/";
  CHECK_FALSE(Glob(deep + "b").matches(path + "a"));
}

TEST_CASE("source: in a .gitignore the last rule that matches decides") {
  const IgnoreFile file(
      "# comment\n\n*.txt\n!keep.txt\nbuild/\n\\#odd.md\n\\!odd.md\nspace.md  \r\n");
  const auto verdict = [&](const char* path, bool directory = false) {
    return file.verdict(path, directory);
  };
  using Verdict = IgnoreFile::Verdict;
  CHECK(verdict("a.txt") == Verdict::Ignored);
  CHECK(verdict("x/keep.txt") == Verdict::Kept);
  CHECK(verdict("a.md") == Verdict::Silent);
  CHECK(verdict("build", true) == Verdict::Ignored);
  CHECK(verdict("build") == Verdict::Silent);
  CHECK(verdict("#odd.md") == Verdict::Ignored);
  CHECK(verdict("!odd.md") == Verdict::Ignored);
  CHECK(verdict("space.md") == Verdict::Ignored);
}
