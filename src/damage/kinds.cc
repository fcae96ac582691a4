#include <algorithm>

#include "base/strings.h"
#include "damage/damage.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

const std::vector<std::string_view>& damage_kind_names() {
  static const std::vector<std::string_view> names = {
      "invalid-utf8",
      "surrogates",
      "legacy-charset",
      "wide-charset",
      "byte-order-mark",
      "inner-byte-order-mark",
      "nul",
      "control",
      "backspace",
      "c1-control",
      "noncharacter",
      "unassigned",
      "mixed-line-ends",
      "lone-carriage-return",
      "unicode-line-end",
      "no-final-newline",
      "mojibake-western",
      "mojibake-mac",
      "mojibake-dos",
      "mojibake-cyrillic",
      "mojibake-other",
      "mojibake-double",
      "mojibake-lossy",
      "replacement-character",
      "question-mark-loss",
      "html-entity",
      "quoted-printable",
      "percent-encoding",
      "unicode-escape",
      "ansi-escape",
      "ansi-remnant",
      "bidi-unpaired",
      "bidi-control",
      "zero-width",
      "joiner",
      "variation-selector",
      "tag-character",
      "no-break-space",
      "no-break-indent",
      "odd-space",
      "soft-hyphen",
      "hyphenated-line-end",
      "ligature",
      "full-width",
      "not-composed",
      "quote-as-apostrophe",
      "backtick-apostrophe",
      "mixed-quotes",
      "unbalanced-quote",
      "list-glyph",
      "symbol-font-bullet",
      "private-use",
      "confusable",
      "math-letter",
  };
  return names;
}

std::string_view name_of(DamageKind kind) {
  return damage_kind_names()[static_cast<std::size_t>(kind)];
}

std::optional<DamageKind> damage_kind_of(std::string_view name) {
  const auto& names = damage_kind_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<DamageKind>(found - names.begin());
}

static std::string hex(char32_t character) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (int shift = character > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    out += kDigits[(character >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return character > 0xFFFFF || out.size() < 6 ? out : out.substr(1);
}

std::string spell_characters(std::string_view utf8) {
  constexpr std::size_t kMost = 12;
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (++count > kMost) return cat(out, " …");
    if (!out.empty()) out += ' ';
    out += cat("U+", hex(c));
  }
  return out;
}

}  // namespace starlint
