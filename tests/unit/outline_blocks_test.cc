#include <chrono>
#include <string>

#include "base/strings.h"
#include "catch.h"
#include "outline/outline.h"

using namespace starlint;

namespace {

std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::Heading:
      return "heading";
    case BlockKind::Paragraph:
      return "paragraph";
    case BlockKind::ListItem:
      return "item";
    case BlockKind::Quote:
      return "quote";
    case BlockKind::TableRow:
      return "row";
    case BlockKind::TableCell:
      return "cell";
    case BlockKind::Code:
      return "code";
    case BlockKind::Comment:
      return "comment";
    case BlockKind::FrontMatter:
      return "front";
    case BlockKind::Separator:
      return "rule";
  }
  return "?";
}

// One line a block: "  item1 text" with two spaces for every parent.
std::string picture(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  const Text text = Text::decode(notes);
  const Outline outline = read_outline(text, format);
  std::string out;
  std::uint32_t last = 0;
  for (const Block& block : outline.blocks) {
    REQUIRE(block.span.end <= text.size());
    REQUIRE(block.span.begin >= last);
    REQUIRE(block.span.contains(block.text));
    last = block.span.begin;
    std::uint32_t depth = 0;
    for (std::uint32_t up = block.parent; up != kNone; up = outline.blocks[up].parent) ++depth;
    std::string content(text.slice(block.text));
    for (char& c : content) c = c == '\n' || c == '\r' ? '~' : c;
    out += cat(std::string(depth * 2, ' '), kind_name(block.kind), unsigned{block.level}, " ",
               block.kind == BlockKind::Code ? "" : content, "\n");
  }
  return out;
}

}  // namespace

TEST_CASE("outline: headings of every form") {
  CHECK(picture("# One\n##Two\n### Three ###\n") ==
        "heading1 One\n  heading2 Two\n    heading3 Three\n");
  CHECK(picture("Title\n=====\n\nPart\n----\ntext\n") ==
        "heading1 Title\n  heading2 Part\n    paragraph0 text\n");
  CHECK(picture("--------\nMoving the engine\n\ntext here\n") ==
        "rule0 --------\nheading2 Moving the engine\n  paragraph0 text here\n");
  CHECK(picture("# Doc\n**Situation**\nWe were late.\n") ==
        "heading1 Doc\n  heading3 Situation\n    paragraph0 We were late.\n");
  CHECK(picture("1. Hardest thing\nScenario:\nslow\n\n2.Next thing\nScenario:\nfast\n") ==
        "heading7 Hardest thing\n  paragraph0 Scenario:~slow\n"
        "heading7 Next thing\n  paragraph0 Scenario:~fast\n");
  CHECK(picture("C# notes\n") == "paragraph0 C# notes\n");
  CHECK(picture("#tag #other\n") == "paragraph0 #tag #other\n");
  CHECK(picture("== =\n") == "rule0 == =\n");
  CHECK(picture("tags: #tag #other\n---\n") == "paragraph0 tags: #tag #other\nrule0 ---\n");
}

TEST_CASE("outline: a numbered title over a line of dashes is a heading") {
  CHECK(picture("1) A late van\n-------------\nText.\n", NoteFormat::Plain) ==
        "heading2 A late van\n  paragraph0 Text.\n");
  CHECK(picture("1. A late van is an item of a list that goes on\n---\n") ==
        "item1 A late van is an item of a list that goes on\nrule0 ---\n");
}

TEST_CASE("outline: a numbered list stays a list") {
  CHECK(picture("1. first\n2. second\n3. third\n\nText under it.\n") ==
        "item1 first\nitem1 second\nitem1 third\nparagraph0 Text under it.\n");
}

TEST_CASE("outline: indentation nests, whatever it is made of") {
  const std::string tree = "item1 top\n  item2 inner\n    item3 deep\nitem1 next\n";
  CHECK(picture("- top\n  - inner\n    - deep\n- next\n") == tree);
  CHECK(picture("- top\n\t- inner\n\t\t- deep\n- next\n") == tree);
  CHECK(picture("* top\r\n    + inner\r\n        o\tdeep\r\n* next\r\n") == tree);
  CHECK(picture("• top\n\t◦ inner\n\t\t▪ deep\n• next\n") == tree);
  CHECK(picture("1) top\n   a) inner\n      (i) deep\n2) next\n") == tree);
}

TEST_CASE("outline: wrapped lines go on, set-apart lines are children") {
  CHECK(picture("- an item that its writer broke\n  behind the margin\n") ==
        "item1 an item that its writer broke~  behind the margin\n");
  CHECK(picture("- Short head\n\tIn that project we built a pipeline.\n") ==
        "item1 Short head\n  paragraph1 In that project we built a pipeline.\n");
  CHECK(picture("- one\n\nBack at the margin.\n") == "item1 one\nparagraph0 Back at the margin.\n");
}

TEST_CASE("outline: code, comments and front matter are never prose") {
  CHECK(picture("---\ntitle: x\n---\ntext\n") == "front0 ---~title: x~---\nparagraph0 text\n");
  CHECK(picture("```cpp\nint x;\n```\nafter\n") == "code0 \nparagraph0 after\n");
  CHECK(picture("```text\nWe shipped it.\n```\n") ==
        "comment0 ```text\nparagraph0 We shipped it.\ncomment0 ```\n");
  CHECK(picture("<!-- a\nb -->\ntext\n") == "comment0 <!-- a~b -->\nparagraph0 text\n");
  CHECK(picture("class A {\n  run() {\n    go();\n  }\n}\nprose here\n") ==
        "code0 \nparagraph0 prose here\n");
  CHECK(picture("```\nunclosed fence\n") == "comment0 ```\nparagraph0 unclosed fence\n");
}

TEST_CASE("outline: quotes and tables") {
  CHECK(picture("> **Result:** faster\n> by half\n") == "quote0 **Result:** faster~> by half\n");
  CHECK(picture("| Part | Text |\n|---|---|\n| S | slow |\n") ==
        "row0 | Part | Text |\n  cell0 Part\n  cell1 Text\n"
        "row0 | S | slow |\n  cell0 S\n  cell1 slow\n");
}

TEST_CASE("outline: Org") {
  CHECK(picture("#+TITLE: x\n* TODO One :tag:\n:PROPERTIES:\n:ID: 1\n:END:\n** Two\n- item\n"
                "# remark\n#+begin_src c\nint x;\n#+end_src\n",
                NoteFormat::Org) ==
        "front0 #+TITLE: x\nheading1 One\n  comment0 :PROPERTIES:~:ID: 1~:END:\n"
        "  heading2 Two\n    item1 item\n      comment0 # remark\n      code0 \n");
}

TEST_CASE("outline: large and hostile notes take linear time") {
  const auto seconds = [](const std::string& notes) {
    const Text text = Text::decode(notes);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(read_outline(text, NoteFormat::Markdown).blocks.size() <= notes.size());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const auto repeat = [](std::string_view part, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += part;
    return out;
  };
  // A quadratic reader needs minutes for each of these.
  std::string stairs;
  for (std::size_t depth = 0; depth < 3000; ++depth) stairs += std::string(depth, ' ') + "- x\n";
  for (const std::string& notes :
       {repeat("# h\n", 100000), repeat("```text\n", 100000), repeat("<!--\n", 100000),
        repeat("1. t\n\n", 100000), repeat("~~~~\n", 99999), repeat("|", 5000000), stairs,
        std::string(5000000, 'x'), std::string(3000000, '>'), repeat("x;\n\n\n", 100000)}) {
    CHECK(seconds(notes) < 5.0);
  }
}
