// One line of notes: its indentation, its quote marks, and the marker of a list item.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace starlint {

struct Line {
  Span span;                 // without the line end
  std::uint32_t begin = 0;   // first byte behind white space and quote marks
  std::uint32_t end = 0;     // behind the last byte that is no white space
  std::uint32_t indent = 0;  // columns before begin; a tab reaches the next multiple of four
  std::uint32_t quotes = 0;  // number of leading ">"

  bool blank() const { return begin >= end; }
  std::string_view content(std::string_view text) const {
    return text.substr(begin, blank() ? 0 : end - begin);
  }
};

Line shape_line(std::string_view text, Span span);

enum class MarkerKind : std::uint8_t { None, Bullet, Number, Letter };

/// The marker that opens a list item: "-", "•", "3.", "(a)". `end` is where its content begins.
struct Marker {
  MarkerKind kind = MarkerKind::None;
  std::uint32_t end = 0;
};

/// The marker at `begin`; MarkerKind::None where the line is no list item.
Marker read_marker(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// A longer line is no title.
inline constexpr std::uint32_t kTitleBytes = 120;
/// A capital, a digit, or a letter of another script.
bool is_title_start(char c);
/// Short, no sentence, and not "tags: #conflict #sales", which files a note.
bool can_be_title(std::string_view line);

/// Whether the content is a rule: three or more of one of -=*_~#, with or without spaces.
bool is_rule(std::string_view content);

/// Without surrounding emphasis marks, closing "#" and white space; offsets kept.
Span without_emphasis(std::string_view text, Span span);

/// Whether all of the content stands in one bold run: "**Result**", "__Result__:".
bool is_bold_run(std::string_view content);

/// Whether a line ends as a sentence, or a part of one, does.
bool ends_sentence(std::string_view content);
bool ends_in_colon(std::string_view content);

}  // namespace starlint
