#include "base/strings.h"
#include "catch.h"
#include "report_samples.h"
#include "text/display.h"

using namespace starlint;

namespace {

std::string text_of(const Sample& sample, unsigned width = 80) {
  ReportOptions options;
  options.width = width;
  return sample.report("text", options);
}

}  // namespace

TEST_CASE("text: both places of a conflict stand in one frame") {
  Sample sample({{"notes/a.md", "# Checkout\n\nI led a team of 8.\n"},
                 {"notes/b.md", "\n\n\nWith a team of 6 I did it.\n"}});
  sample.story("notes/a.md", "# Checkout", "8.", "Checkout");
  Finding& finding = sample.team("notes/a.md", "team of 8");
  finding.related.push_back({sample.place("notes/b.md", "team of 6"), "6 here"});
  finding.fix = Fix{"change '8' to '6'", false, {{sample.place("notes/a.md", "8").span, "6"}}};
  CHECK(text_of(sample) == R"(warning[FACT900]: a team of team of 8 here, of another size elsewhere
    --> notes/a.md:3:9  Checkout
   3 | I led a team of 8.
     |         ^^^^^^^^^
    ::: notes/b.md:4:8
   4 | With a team of 6 I did it.
     |        --------- 6 here
     = ask: How many were you?
     = fix: change '8' to '6' (starlint fix --unsafe)

Stories         S T A R  words  spoken
  Checkout      – – – –      0    0:00
  small letter: empty or hardly told; –: missing

0 errors, 1 warning, 0 notes in 2 files, 1 story, 1 speaker.
)");
}

TEST_CASE("text: places of one line are marked in one frame") {
  Sample sample({{"notes/a.md", "# Checkout\n\nA team of 8, no, a team of 6.\n"}});
  Finding& finding = sample.team("notes/a.md", "team of 6");
  finding.related.push_back({sample.place("notes/a.md", "8"), "'8'"});
  const std::string text = text_of(sample);
  CHECK(text.find(R"(
   3 | A team of 8, no, a team of 6.
     |           -        ^^^^^^^^^
)") != std::string::npos);
  CHECK(text.find(":::") == std::string::npos);
}

TEST_CASE("text: findings of one rule and line are told together") {
  Sample sample({{"notes/a.md", "# Checkout\n\nA team of 8, no, a team of 6.\n"}});
  sample.team("notes/a.md", "team of 8");
  sample.team("notes/a.md", "team of 6");
  const std::string text = text_of(sample);
  CHECK(text.find(R"(
   3 | A team of 8, no, a team of 6.
     |   ^^^^^^^^^        ---------
     = ask: How many were you?
)") != std::string::npos);
  CHECK(text.find("2 warnings") != std::string::npos);
  CHECK(text.find("= ask:", text.find("= ask:") + 1) == std::string::npos);
}

TEST_CASE("text: marks stand under wide, combined and tabbed text") {
  struct Row {
    const char* line;
    const char* words;
    const char* frame;
  };
  const Row rows[] = {
      {"日本 team TODO end", "TODO", "   1 | 日本 team TODO end\n     |           ^^^^\n"},
      {"🚀🚀 TODO", "TODO", "   1 | 🚀🚀 TODO\n     |      ^^^^\n"},
      {"cafe\u0301 TODO", "TODO", "   1 | cafe\u0301 TODO\n     |      ^^^^\n"},
      {"\tx\tTODO", "TODO", "   1 |  x TODO\n     |    ^^^^\n"},
      {"a 日本 b", "日本", "   1 | a 日本 b\n     |   ^^^^\n"},
      {"a \u202Eb TODO", "TODO", "   1 | a <U+202E>b TODO\n     |             ^^^^\n"},
      {"\x1b[31mTODO", "TODO", "   1 | <U+001B>[31mTODO\n     |             ^^^^\n"},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    Sample sample({{"a.md", row.line}});
    sample.placeholder("a.md", row.words);
    const std::string text = text_of(sample);
    const std::size_t begin = text.find("   1 |");
    CHECK(text.substr(begin, text.find("\n\n") + 1 - begin) == row.frame);
  }
}

TEST_CASE("text: a long line is shown around its mark, a passage by its first line") {
  std::string line;
  for (int i = 0; i < 40; ++i) line += "some words ";
  Sample sample({{"a.md", line + "TODO " + line + "\nsecond\nthird.\n"}});
  sample.placeholder("a.md", "TODO");
  sample.placeholder("a.md", "second\nthird.").message = "it goes on";
  const std::string text = text_of(sample, 60);
  CHECK(text.find("   1 | …s some words some words TODO some words some words …\n"
                  "     |                          ^^^^\n") != std::string::npos);
  CHECK(text.find("   2 | second\n     | ^^^^^^ to line 3\n") != std::string::npos);
}

TEST_CASE("text: nothing is wider than the terminal") {
  Sample sample({{"a.md", "A team of 8 and much more text than fits on a narrow line.\n"}});
  Finding& finding = sample.team("a.md", "team of 8");
  finding.message = "a long message about the team of 8 that must be broken into several lines";
  finding.related.push_back({sample.place("a.md", "narrow line"), "a label that needs some room"});
  sample.story("a.md", "A team", "line.", "A title that is much longer than a narrow terminal is");
  const std::string text = text_of(sample, 50);
  for (const std::string_view row : split(text, '\n')) {
    INFO(row);
    CHECK(display_width(row) <= 50);
  }
}

TEST_CASE("text: the table of stories keeps to a narrow terminal") {
  Sample sample({{"notes/of-the-whole-year/checkout.md", "# Checkout\n\nA team of 8.\n"}});
  sample.story("notes/of-the-whole-year/checkout.md", "# Checkout", "8.",
               "A title that is much longer than a narrow terminal is");
  for (const unsigned width : {48U, 56U, 60U, 76U, 100U}) {
    ReportOptions options;
    options.width = width;
    std::string text;
    write_outline_text(sample.run, options, text);
    CHECK((text.find("I/we") != std::string::npos) == (width >= 56));
    CHECK((text.find("competency") != std::string::npos) == (width >= 76));
    for (const std::string_view row : split(text, '\n')) {
      INFO(row);
      CHECK(display_width(row) <= width);
    }
  }
}

TEST_CASE("text: what is said again of the same file is one frame") {
  Sample sample({{"a.md", "TODO\n\nTBD\n\nXXX\n"}});
  sample.placeholder("a.md", "TODO");
  sample.placeholder("a.md", "TBD");
  sample.placeholder("a.md", "XXX").suppression = Suppression{"later"};
  CHECK(text_of(sample) == R"(error[DRAFT900]: a placeholder stands here
    --> a.md:1:1
   1 | TODO
     | ^^^^
     = also: line 3

2 errors, 0 warnings, 0 notes (1 more accepted) in 1 file, 0 stories, 1 speaker.
)");
}

TEST_CASE("text: joiners between emoji are shown as they are, others spelled out") {
  const std::string family = "\U0001F469\u200D\U0001F467";
  const std::string skin = "\U0001F469\U0001F3FD\u200D\U0001F4BB \u2764\uFE0F\u200D\U0001F525";
  CHECK(visible(family) == family);
  CHECK(visible(skin) == skin);
  CHECK(visible("a\u200Db") == "a<U+200D>b");
  CHECK(visible("\U0001F469\u200D b\u200D") == "\U0001F469<U+200D> b<U+200D>");
  CHECK(visible("\u200D\U0001F467") == "<U+200D>\U0001F467");
  const std::string line = family + " TODO";
  const auto end = static_cast<std::uint32_t>(line.size());
  const Excerpt excerpt = excerpt_of(line, {0, end}, {end - 4, end}, 40);
  CHECK(excerpt.text == line);
  CHECK(excerpt.before == 5);
}

TEST_CASE("text: what is said again on one line is told with its column") {
  Sample sample({{"a.md", "TODO and TBD, XXX\n\nFIXME\n"}});
  for (const char* words : {"TODO", "TBD", "XXX", "FIXME"}) {
    Finding& finding = sample.placeholder("a.md", words);
    finding.fix = Fix{"write it", true, {{finding.where.span, "x"}}};
  }
  CHECK(text_of(sample).find("= also: lines 1:10, 1:15, 3\n") != std::string::npos);
}

TEST_CASE("text: colours and links only where they are wanted") {
  Sample sample({{"a b.md", "TODO\n"}});
  sample.placeholder("a b.md", "TODO");
  CHECK(text_of(sample).find('\x1b') == std::string::npos);
  ReportOptions options;
  options.color = true;
  options.links = true;
  options.directory = "/home/x";
  const std::string text = sample.report("text", options);
  CHECK(text.find("\x1b]8;;file:///home/x/a%20b.md\x1b\\a b.md:1:1\x1b]8;;\x1b\\") !=
        std::string::npos);
  CHECK(text.find("starlint.example") == std::string::npos);
}
