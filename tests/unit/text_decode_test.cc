#include "catch.h"
#include "text/text.h"
#include "text/utf8.h"

using namespace starlint;
using Kind = DecodeNote::Kind;

namespace {

std::string utf16le(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    const auto unit = [&](char32_t u) {
      out += static_cast<char>(u & 0xFFU);
      out += static_cast<char>(u >> 8U);
    };
    if (c < 0x10000) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10U));
      unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

/// Laws that hold for every Text: the origin map never goes back and ends with the file.
void check_laws(std::string_view bytes, const Text& text) {
  CHECK(find_invalid_utf8(text.utf8()) == text.size());
  std::uint64_t last = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    REQUIRE(text.byte_offset(at) >= last);
    last = text.byte_offset(at);
  }
  if (!text.binary()) CHECK(last == bytes.size());
}

struct Row {
  std::string_view bytes, utf8, charset;
};

}  // namespace

TEST_CASE("text: legacy charsets are told by what their bytes become") {
  const Row rows[] = {
      {"It\x92s what we\x92re paid for \x96 \x80"
       "800 a day.",
       "It’s what we’re paid for – €800 a day.", "windows-1252"},
      {"Caf\xE9, r\xE9sum\xE9 et d\xE9j\xE0 vu", "Café, résumé et déjà vu", "windows-1252"},
      {"Caf\x8E, r\x8Esum\x8E, don\xD5t: \xD2why\xD3", "Café, résumé, don’t: “why”", "macintosh"},
      {"M\x94te in K\x94ln, f\x81nf \x8Epfel", "Möte in Köln, fünf Äpfel", "ibm437"},
      {"\xD1\xE4\xE5\xEB\xE0\xEB \xEE\xF2\xF7\xB8\xF2 \xE7\xE0 \xE4\xE5\xED\xFC",
       "Сделал отчёт за день", "windows-1251"},
      {"Zarz\xB9"
       "dza\xB3"
       "em zespo\xB3"
       "em pi\xEA"
       "ciu os\xF3"
       "b",
       "Zarządzałem zespołem pięciu osób", "windows-1250"},
      {"\xCE\xD2\xB8\xBA\xD4\xF0\xB6\xA9\xB5\xA5\xCF\xB5\xCD\xB3", "我负责订单系统", "gb18030"},
      {"\x83\x60\x81\x5B\x83\x80\x82\xF0\x90\xDD\x97\xA7\x82\xB5\x82\xBD", "チームを設立した",
       "shift_jis"},
      {"\xC6\xC0\xC0\xBB \xC0\xCC\xB2\xF8\xBE\xFA\xBD\xC0\xB4\xCF\xB4\xD9", "팀을 이끌었습니다",
       "euc-kr"},
      {"\xA7\xDA\xAD\x74\xB3\x64\xAD\x71\xB3\xE6\xA8\x74\xB2\xCE", "我負責訂單系統", "big5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.charset);
    const Text text = Text::decode(row.bytes);
    CHECK(text.utf8() == row.utf8);
    CHECK(text.charset_name() == row.charset);
    REQUIRE(text.notes().size() == 1);
    CHECK(text.notes()[0].kind == Kind::Legacy);
    check_laws(row.bytes, text);
  }
}

TEST_CASE("text: UTF-16 and UTF-32 are read with and without a mark") {
  const std::string clean = "Result: we’re 40 % faster 🎉\nand calm";
  const std::string wide = utf16le(clean);
  const Text marked = Text::decode("\xFF\xFE" + wide);
  CHECK(marked.utf8() == clean);
  CHECK(marked.notes()[0].kind == Kind::Wide);
  const Text unmarked = Text::decode(wide);
  CHECK(unmarked.utf8() == clean);
  CHECK(unmarked.charset_name() == "utf-16le");
  CHECK(unmarked.notes()[0].kind == Kind::WideUnmarked);
  check_laws(wide, unmarked);
  const std::size_t calm = clean.find("calm");
  CHECK(unmarked.byte_offset(static_cast<std::uint32_t>(calm)) == wide.size() - 8);
  const std::string odd = wide + "x";
  CHECK(Text::decode("\xFF\xFE" + odd).utf8() == clean + "\xEF\xBF\xBD");
  using namespace std::string_literals;
  CHECK(Text::decode("\0\0\xFE\xFF\0\0\0A\0\0\0b"s).utf8() == "Ab");
  CHECK(Text::decode("A\0\0\0b\0\0\0c\0\0\0"s).charset_name() == "utf-32le");
}

TEST_CASE("text: a byte order mark is no part of the text") {
  const Text text = Text::decode("\xEF\xBB\xBF# Story");
  CHECK(text.utf8() == "# Story");
  CHECK(text.byte_offset(2) == 5);
  REQUIRE(text.notes().size() == 1);
  CHECK(text.notes()[0].kind == Kind::Bom);
}

TEST_CASE("text: ill-formed runs inside UTF-8 are read as the best guess, or not at all") {
  const std::string bytes = "caf\xC3\xA9 isn\x92t \xED\xA0\xBD\xED\xB8\x80 open";
  const Text text = Text::decode(bytes);
  CHECK(text.utf8() == "café isn’t 😀 open");
  REQUIRE(text.notes().size() == 2);
  CHECK(text.notes()[0].kind == Kind::GuessedBytes);
  CHECK(text.notes()[0].charset == "windows-1252");
  CHECK(text.slice(text.notes()[0].text) == "’");
  CHECK(text.notes()[1].kind == Kind::Surrogates);
  check_laws(bytes, text);
}

TEST_CASE("text: zeros make a file binary only among other control characters") {
  std::string bytes;
  for (int i = 0; i < 400; ++i) bytes += static_cast<char>(i * 37 % 256);
  CHECK(Text::decode(bytes).binary());
  CHECK(Text::decode(bytes).size() == 0);
  using namespace std::string_literals;
  CHECK_FALSE(Text::decode("a story\0 with one zero"s).binary());
  CHECK_FALSE(Text::decode("a story" + std::string(4096, '\0')).binary());
}

TEST_CASE("text: zeros decide what a few bytes are, and without them it is UTF-8") {
  // One byte of it is ill-formed; as two well-formed ones it makes the length even.
  const std::string bytes("\xC2  o \3\0\1\0taw\n", 13);
  const Text text = Text::decode(bytes);
  CHECK(text.charset() == Charset::Utf8);
  check_laws(bytes, text);
  std::string kept(text.utf8());
  std::erase(kept, '\0');
  CHECK(Text::decode(kept).charset() == Charset::Utf8);
  CHECK(Text::decode(kept).utf8() == kept);
}

TEST_CASE("text: decoding is total, and its laws hold for any bytes") {
  std::uint32_t state = 20240607;
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (int i = 0; i < round % 97; ++i) {
      state = state * 1664525U + 1013904223U;
      const std::uint32_t pick = state >> 24U;
      bytes +=
          static_cast<char>(pick < 90 ? 'a' + static_cast<int>(pick) % 26 : static_cast<int>(pick));
    }
    CAPTURE(round);
    check_laws(bytes, Text::decode(bytes));
  }
}
