// Lines that stand in HTML tags, as notes exported from elsewhere have them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "outline/line.h"

namespace starlint {

struct TaggedLine {
  Span inner;               // from the first to the last character outside tags; empty: only tags
  std::uint32_t level = 0;  // of <h1> … <h6>
  bool title = false;       // a <summary>
};

/// The line, if it begins and ends with a tag: "<h2>Depot</h2>", "<p>In 2019 …</p>", "</details>".
std::optional<TaggedLine> read_tags(std::string_view text, const Line& line);

/// The size of a tag that `text` begins with, "<b>" or "</strong>"; 0 where there is none.
std::uint32_t tag_size(std::string_view text);

}  // namespace starlint
