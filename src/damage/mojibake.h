// Mojibake: UTF-8 that was read in a legacy charset and saved again, once or several times.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/utf8.h"

namespace starlint {

/// How sure it is that a run is damage. A weak run could be what the author wrote; it counts only
/// where a strong run shows that its charset damaged the same text.
enum class Evidence : std::uint8_t { None, Weak, Strong };

/// One character as several: `[begin, end)` of the damaged text stood for `character`.
struct MojibakeUnit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t lead = 0;                 // its first byte in UTF-8
  std::uint8_t count = 0;                // characters it was read as
  std::array<char32_t, 4> written = {};  // these characters
  char32_t character = 0;
};

/// Adjacent units, damaged by one charset.
struct MojibakeRun {
  Span span;
  std::size_t charset = 0;  // index into mojibake_charsets()
  Evidence evidence = Evidence::None;
  std::uint32_t misfits = 0;  // characters that would be odd where they stand
  std::uint32_t layers = 1;
  std::string repaired;
};

/// The best run that begins at `at`; evidence None where there is none. REQUIRES: a character of
/// two bytes or more at `at`, valid UTF-8.
MojibakeRun mojibake_at(std::string_view utf8, std::uint32_t at);

/// What the neighbourhood and the characters themselves say for the run of `units`. Private to the
/// search.
Evidence weigh_mojibake(std::string_view utf8, std::size_t charset,
                        const std::vector<MojibakeUnit>& units);

}  // namespace starlint
