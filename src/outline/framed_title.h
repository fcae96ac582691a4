// A title that rows of one sign announce on its own line.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "outline/line.h"

namespace starlint {

struct FramedTitle {
  std::uint32_t level = 0;
  Span inner;  // without the signs and the space around it
};

/// "== Depot ==" of wikis, "== Depot" of AsciiDoc, "--- Depot ---" and "--- Depot" of plain text.
std::optional<FramedTitle> read_framed_title(std::string_view text, const Line& line);

/// Whether a line is ">> The late van", right over a next one that is no quotation.
bool opens_with_arrows(std::string_view text, const Line& line, const Line& next);

}  // namespace starlint
