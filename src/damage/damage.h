// What happened to the characters of a text: every run of bytes or characters that is not what the
// author wrote, with what it was, found in one pass. Values only; any thread may look.
//
// Left alone: correct text of any language, code (fences and code spans) and addresses where the
// damage is an escape, a quote or a sign that is right there. Code is found by a scan of its own
// and only when a suspect turns up, because this layer stands in front of the outline.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "damage/lexicon.h"
#include "text/text.h"

namespace starlint {

enum class DamageKind : std::uint8_t {
  // bytes and files
  InvalidUtf8,
  Surrogates,
  LegacyCharset,
  WideCharset,
  ByteOrderMark,
  InnerByteOrderMark,
  Nul,
  Control,
  Backspace,
  C1Control,
  Noncharacter,
  Unassigned,
  MixedLineEnds,
  LoneCarriageReturn,
  UnicodeLineEnd,
  NoFinalNewline,
  // text read in the wrong charset
  MojibakeWestern,
  MojibakeMac,
  MojibakeDos,
  MojibakeCyrillic,
  MojibakeOther,
  MojibakeDouble,
  MojibakeLossy,
  ReplacementCharacter,
  QuestionMarkLoss,
  // escapes left over
  HtmlEntity,
  QuotedPrintable,
  PercentEncoding,
  UnicodeEscape,
  AnsiEscape,
  AnsiRemnant,
  // invisible
  BidiUnpaired,
  BidiControl,
  ZeroWidth,
  Joiner,
  VariationSelector,
  TagCharacter,
  NoBreakSpace,
  NoBreakIndent,
  OddSpace,
  SoftHyphen,
  HyphenatedLineEnd,
  // the wrong character
  Ligature,
  FullWidth,
  NotComposed,
  QuoteAsApostrophe,
  BacktickApostrophe,
  MixedQuotes,
  UnbalancedQuote,
  ListGlyph,
  SymbolFontBullet,
  PrivateUse,
  Confusable,
  MathLetter,
};

/// "mojibake-western": as rules name it.
std::string_view name_of(DamageKind kind);
std::optional<DamageKind> damage_kind_of(std::string_view name);
/// All names, in the order of the enumerators.
const std::vector<std::string_view>& damage_kind_names();

/// Whether the text can be mended, and whether that could change what the notes say.
enum class Repair : std::uint8_t { None, Unsafe, Safe };

struct Damage {
  struct Patch {
    Span span;
    std::string text;
  };

  DamageKind kind = DamageKind::InvalidUtf8;
  Span span;
  Repair repair = Repair::None;
  std::vector<Patch> patches = {};  // sorted, apart; none where the repair is None or `reencode`
  bool reencode = false;            // the repair is the whole file, written as UTF-8 without a mark
  std::string detail = {};          // what only the finder knows: the charset, counts
};

/// All damage, sorted by place; no two of the same kind overlap.
std::vector<Damage> find_damage(const Text& text, const DamageLexicon& lexicon);

/// Characters readable for everybody: "U+2019 ’, U+200B".
std::string spell_characters(std::string_view utf8);

}  // namespace starlint
