#include "text/display.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/strings.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

bool steers_terminal(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  return u_iscntrl(code_point) || u_hasBinaryProperty(code_point, UCHAR_BIDI_CONTROL);
}

namespace {

std::size_t cells(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  const int type = u_charType(code_point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string spelled(char32_t c) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string digits;
  for (auto rest = static_cast<std::uint32_t>(c); rest != 0 || digits.size() < 4; rest /= 16) {
    digits.insert(digits.begin(), kHex[rest % 16]);
  }
  return cat("<U+", digits, ">");
}

std::size_t code_point_before(std::string_view utf8, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U);
  return at;
}

char32_t code_point_at(std::string_view utf8, std::size_t at) { return next_code_point(utf8, at); }

/// Whether the joiner at `at` makes one picture of the emoji around it, as in that of a family.
bool joins_pictures(std::string_view utf8, std::size_t at) {
  constexpr std::size_t kJoiner = 3;  // bytes
  if (at + kJoiner >= utf8.size() || !is_pictographic(code_point_at(utf8, at + kJoiner))) {
    return false;
  }
  while (at > 0) {
    at = code_point_before(utf8, at);
    const char32_t c = code_point_at(utf8, at);
    const bool of_emoji = c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF);  // as a picture; its skin
    if (!of_emoji) return is_pictographic(c);
  }
  return false;
}

/// A character of a text as it is shown.
struct Shown {
  char32_t c = 0;
  bool is_spelled = false;  // "<U+001B>"

  std::size_t cells() const {
    if (c == '\t') return 1;
    return is_spelled ? spelled(c).size() : starlint::cells(c);
  }
  void append_to(std::string& out) const {
    if (c == '\t') {
      out += ' ';
    } else if (is_spelled) {
      out += spelled(c);
    } else {
      append_code_point(out, c);
    }
  }
};

/// The one at `at`, which moves behind it.
Shown next_shown(std::string_view utf8, std::size_t& at) {
  constexpr char32_t kJoiner = 0x200D;
  const std::size_t start = at;
  const char32_t c = next_code_point(utf8, at);
  return {c, steers_terminal(c) && !(c == kJoiner && joins_pictures(utf8, start))};
}

/// Cells of the text, or some number above `limit` without looking at the rest.
std::size_t cells_up_to(std::string_view utf8, std::size_t limit) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size() && width <= limit;) {
    width += next_shown(utf8, at).cells();
  }
  return width;
}

/// The offset that is at most `budget` cells before `from`, not below `begin`.
std::size_t step_back(std::string_view utf8, std::size_t begin, std::size_t from,
                      std::size_t budget) {
  std::size_t used = 0;
  while (from > begin) {
    const std::size_t previous = code_point_before(utf8, from);
    std::size_t at = previous;
    used += next_shown(utf8, at).cells();
    if (used > budget) break;
    from = previous;
  }
  return from;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) width += cells(next_code_point(utf8, at));
  return width;
}

std::string visible(std::string_view utf8) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(utf8.begin(), utf8.end(), is_plain)) return std::string(utf8);
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) next_shown(utf8, at).append_to(out);
  return out;
}

Excerpt excerpt_of(std::string_view utf8, Span line, Span marked, std::size_t width) {
  Excerpt out;
  const bool fits = cells_up_to(utf8.substr(line.begin, line.size()), width) <= width;
  std::size_t at = line.begin;
  if (!fits) {
    const std::size_t wanted = cells_up_to(utf8.substr(marked.begin, marked.size()), width);
    const std::size_t behind =
        cells_up_to(utf8.substr(marked.end, line.end - marked.end), width / 2);
    const std::size_t spare = width > wanted + 2 ? width - wanted - 2 : 4;
    at = step_back(utf8, line.begin, marked.begin, spare - std::min(spare / 2, behind));
  }
  if (at != line.begin) out.text = "…";
  std::size_t used = out.text.empty() ? 0 : 1;
  out.before = used;
  while (at < line.end) {
    const std::size_t start = at;
    const Shown shown = next_shown(utf8, at);
    const std::size_t more = shown.cells();
    if (!fits && used + more + 1 > width) {
      out.text += "…";
      break;
    }
    shown.append_to(out.text);
    used += more;
    if (start < marked.begin) {
      out.before = used;
    } else if (start < marked.end) {
      out.marked = used - out.before;
    }
  }
  return out;
}

}  // namespace starlint
