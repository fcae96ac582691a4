#include "catch.h"
#include "lsp/open_notes.h"
#include "lsp/position.h"
#include "lsp/uri.h"

using namespace starlint;

namespace {

std::uint32_t offset(std::string_view text, LspPosition at, PositionEncoding encoding) {
  const LineIndex lines(text);
  return offset_at({text, lines}, at, encoding);
}

LspPosition position(std::string_view text, std::uint32_t at, PositionEncoding encoding) {
  const LineIndex lines(text);
  return position_at({text, lines}, at, encoding);
}

JsonValue json(std::string_view text) {
  Result<JsonValue> value = parse_json(text, {});
  REQUIRE(value);
  return *std::move(value);
}

constexpr PositionEncoding kAll[] = {PositionEncoding::Utf8, PositionEncoding::Utf16,
                                     PositionEncoding::Utf32};

}  // namespace

TEST_CASE("lsp: a place is counted in the units that were agreed on") {
  // One letter of two bytes, one of three, one of four, and one that is two code points.
  const std::string_view line = "é漢👩e\u0301x";
  struct Row {
    std::uint32_t offset, utf8, utf16, utf32;
  };
  const Row rows[] = {{0, 0, 0, 0}, {2, 2, 1, 1},   {5, 5, 2, 2},
                      {9, 9, 4, 3}, {12, 12, 6, 5}, {13, 13, 7, 6}};
  for (const Row& row : rows) {
    INFO("offset " << row.offset);
    const std::uint32_t characters[] = {row.utf8, row.utf16, row.utf32};
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(position(line, row.offset, kAll[i]) == LspPosition{0, characters[i]});
      CHECK(offset(line, {0, characters[i]}, kAll[i]) == row.offset);
    }
  }
}

TEST_CASE("lsp: places in lines of every ending lead there and back") {
  const std::string_view text = "a👩\r\nb\rc\n\n漢\r\n";
  for (const PositionEncoding encoding : kAll) {
    for (const std::uint32_t at : {0U, 1U, 5U, 7U, 8U, 9U, 10U, 11U, 12U, 15U, 17U}) {
      INFO(name_of(encoding) << " " << at);
      CHECK(offset(text, position(text, at, encoding), encoding) == at);
    }
  }
  CHECK(position(text, 7, PositionEncoding::Utf16) == LspPosition{1, 0});
  CHECK(position(text, 17, PositionEncoding::Utf16) == LspPosition{5, 0});
}

TEST_CASE("lsp: places that are not there are the nearest before them") {
  const std::string_view text = "a👩b\r\nc";
  CHECK(offset(text, {0, 2}, PositionEncoding::Utf16) == 1);  // between two surrogates
  CHECK(offset(text, {0, 3}, PositionEncoding::Utf8) == 1);   // inside a character
  CHECK(offset(text, {0, 99}, PositionEncoding::Utf16) == 6);
  CHECK(offset(text, {9, 0}, PositionEncoding::Utf16) == text.size());
  CHECK(position(text, 7, PositionEncoding::Utf16) == LspPosition{0, 4});  // between CR and LF
  CHECK(offset("", {0, 0}, PositionEncoding::Utf16) == 0);
  CHECK(offset("", {3, 3}, PositionEncoding::Utf16) == 0);
}

TEST_CASE("lsp: UTF-8 is taken where it is offered, UTF-16 where nothing is") {
  CHECK(choose_encoding(nullptr) == PositionEncoding::Utf16);
  const JsonValue both = json(R"(["utf-16", "utf-8"])");
  CHECK(choose_encoding(&both) == PositionEncoding::Utf8);
  const JsonValue wide = json(R"(["utf-32"])");
  CHECK(choose_encoding(&wide) == PositionEncoding::Utf32);
  const JsonValue odd = json(R"(["utf-7", 8])");
  CHECK(choose_encoding(&odd) == PositionEncoding::Utf16);
}

TEST_CASE("lsp: changes are applied one after the other") {
  struct Row {
    const char* before;
    const char* changes;
    const char* after;
  };
  const Row rows[] = {
      {"old", R"([{"text":"new"}])", "new"},
      {"a👩b\r\nc",
       R"([{"range":{"start":{"line":0,"character":3},"end":{"line":1,"character":0}},"text":"-"}])",
       "a👩-c"},
      {"one\n",
       R"([{"range":{"start":{"line":1,"character":0},"end":{"line":1,"character":0}},"text":"two\n"},
           {"range":{"start":{"line":0,"character":0},"end":{"line":1,"character":0}},"text":""}])",
       "two\n"},
      {"ends",
       R"([{"range":{"start":{"line":0,"character":2},"end":{"line":7,"character":0}},"text":"d"}])",
       "end"},
      {"turned",
       R"([{"range":{"start":{"line":0,"character":4},"end":{"line":0,"character":0}},"text":""}])",
       "ed"},
  };
  for (const Row& row : rows) {
    INFO(row.changes);
    OpenNotes notes;
    JsonValue item =
        json(R"({"uri":"file:///n/a.md","languageId":"markdown","version":1,"text":""})");
    item.find("text")->text = row.before;
    REQUIRE(notes.open(item) != nullptr);
    const JsonValue params =
        json(std::string(R"({"textDocument":{"uri":"file:///n/a.md","version":2},)") +
             R"("contentChanges":)" + row.changes + "}");
    const OpenNote* note = notes.change(params, PositionEncoding::Utf16);
    REQUIRE(note != nullptr);
    CHECK(note->text == row.after);
    CHECK(note->version == 2);
  }
}

TEST_CASE("lsp: a URI of a file is its path") {
  CHECK(path_of_uri("file:///home/me/caf%C3%A9%20%231.md") == "/home/me/café #1.md");
  CHECK(path_of_uri("FILE://localhost/a/../b.md") == "/b.md");
  CHECK(path_of_uri("file:///100%") == "/100%");
  CHECK_FALSE(path_of_uri("untitled:Untitled-1"));
  CHECK_FALSE(path_of_uri("file://other/share/a.md"));
  CHECK(path_of_uri(file_uri("/a b/ü#?.md")) == "/a b/ü#?.md");
}
