#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/strings.h"
#include "text/utf8.h"

namespace starlint {

namespace {

bool is_latin_with_marks(char32_t c) {
  return (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00);
}

// Accents that stand as code points of their own: decomposed text meets composed text.
bool is_combining_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

// The letter below its marks: the first code point of the canonical decomposition, all the way
// down.
char32_t base_letter(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
  UChar units[8];
  const int32_t length = unorm2_getDecomposition(nfd, static_cast<UChar32>(c), units, 8, &status);
  return U_SUCCESS(status) && length > 0 ? units[0] : c;
}

char32_t folded(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  c = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  return is_latin_with_marks(c) ? base_letter(c) : c;
}

}  // namespace

void append_folded(std::string& out, std::string_view utf8) {
  std::size_t at = 0;
  while (at < utf8.size()) {
    if ((utf8[at] & 0x80) == 0) {
      out += ascii_lower(utf8[at++]);
    } else {
      const char32_t c = next_code_point(utf8, at);
      if (!is_combining_mark(c)) append_code_point(out, folded(c));
    }
  }
}

std::string fold(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  append_folded(out, utf8);
  return out;
}

}  // namespace starlint
