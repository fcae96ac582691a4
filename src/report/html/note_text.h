// The text of a story with its components coloured and lettered, and its findings marked and
// numbered.
#pragma once

#include <cstdint>
#include <vector>

#include "report/html/page.h"

namespace starlint {

/// `marks` are findings whose own place lies in the file; they are numbered from 1 in the order
/// given. The text of stories inside this one is left to their own cards, with a link in its place.
void write_note_text(const HtmlPage& page, const FileResult& file, std::uint32_t story,
                     const std::vector<std::uint32_t>& marks);

}  // namespace starlint
