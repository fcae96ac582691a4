// What is not written as notes: résumés in JSON Resume, and the ledger in a starlint.toml.
#include "base/strings.h"
#include "catch.h"
#include "outline/outline.h"

using namespace starlint;

namespace {

/// A line a block: its kind, the line of the file, its text.
std::string picture(std::string_view file, std::string_view path) {
  const Text text = Text::decode(file);
  const Outline outline = read_outline(text, format_of(path));
  std::string out;
  for (const Block& block : outline.blocks) {
    const char* kind = block.kind == BlockKind::Heading     ? "heading"
                       : block.kind == BlockKind::Paragraph ? "paragraph"
                       : block.kind == BlockKind::ListItem  ? "item"
                       : block.kind == BlockKind::TableCell ? "cell"
                                                            : "row";
    const bool row = block.kind == BlockKind::TableRow;
    out += cat(kind, " ", text.line(block.span.begin), row ? "" : ": ",
               row ? std::string_view() : text.slice(block.text), "\n");
  }
  return out;
}

constexpr const char* kResume = R"({
  "basics": {"name": "Ola Lind", "email": "ola@example.org", "summary": "Joiner since 2009."},
  "work": [
    {"name": "Larch Yard", "position": "Foreman", "url": "https://example.org",
     "startDate": "2015-03", "endDate": "2019-08",
     "highlights": ["Led a crew of nine.", "Said \"no\" once."]},
    {"position": "Joiner", "name": "Elm & Son", "startDate": "2009"}
  ],
  "education": [{"institution": "Trade school", "startDate": "2006"}]
})";

}  // namespace

TEST_CASE("outline: a JSON Resume is headings, rows of posts, and prose") {
  CHECK(picture(kResume, "cv/resume.json") ==
        "paragraph 2: Joiner since 2009.\n"
        "heading 4: Larch Yard\n"
        "row 4\n"
        "cell 4: Foreman\n"
        "cell 5: 2015-03\n"
        "cell 5: 2019-08\n"
        "item 6: Led a crew of nine.\n"
        "heading 7: Joiner\n"
        "row 7\n"
        "cell 7: Elm & Son\n"
        "cell 7: 2009\n");
  CHECK(picture("{\"work\": [", "resume.json").empty());
  CHECK(picture("[1, \"two\"]", "resume.json").empty());
}

TEST_CASE("outline: a ledger is the facts of each project and employer") {
  CHECK(picture(R"(profile = "strict"

[[project]]
name = "Night ferry"
aliases = ["the ferry"]
facts = ["A crew of 9.", 'It took "three" months.', """
We sailed in 2019."""]

[[project]]
name = "Nothing said"

[[employer]]
facts = ["Purser, May 2015 – June 2019"]
name = "Örn Line"
)",
                "notes/starlint.toml") ==
        "heading 3: Night ferry\n"
        "item 6: A crew of 9.\n"
        "item 6: It took \"three\" months.\n"
        "item 6: \nWe sailed in 2019.\n"
        "heading 12: Örn Line\n"
        "item 13: Purser, May 2015 – June 2019\n");
  CHECK(picture("name = ", "starlint.toml").empty());
}
