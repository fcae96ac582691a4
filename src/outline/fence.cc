#include "outline/fence.h"

#include <algorithm>

#include "base/strings.h"
#include "outline/code.h"
#include "outline/line.h"

namespace starlint {

namespace {

std::string_view content_of(std::string_view utf8, const LineIndex& lines, std::uint32_t number) {
  return shape_line(utf8, lines.span(number, utf8)).content(utf8);
}

}  // namespace

std::optional<Fence> FenceReader::read(std::uint32_t number, std::string_view opening) {
  const char mark = opening.empty() ? ' ' : opening[0];
  if (mark != '`' && mark != '~') return std::nullopt;
  const std::size_t run = std::min(opening.find_first_not_of(mark), opening.size());
  if (run < 3) return std::nullopt;
  const std::string_view info = opening.substr(run);
  if (mark == '`' && info.find('`') != std::string_view::npos) return std::nullopt;
  Fence fence;
  fence.close = number <= prose_end_ ? 0 : closing(number, mark, run);
  fence.prose = names_prose(info) ||
                (fence.close != 0 && trim(info).empty() && holds_prose(number, fence.close));
  if (fence.prose) prose_end_ = std::max(prose_end_, fence.close);
  return fence;
}

// What is not closed once is not sought again.
std::uint32_t FenceReader::closing(std::uint32_t opening, char mark, std::size_t run) {
  bool& unclosed = unclosed_[mark == '`' ? 0 : 1][std::min(run, kRuns - 1)];
  for (std::uint32_t number = opening + 1; !unclosed && number <= lines_.count(); ++number) {
    const std::string_view text = trim(content_of(utf8_, lines_, number));
    if (text.size() >= run && text.find_first_not_of(mark) == std::string_view::npos) {
      return number;
    }
  }
  unclosed = true;
  return 0;
}

// Two lines in three are sentences: people fence templates and answers, too.
bool FenceReader::holds_prose(std::uint32_t opening, std::uint32_t close) const {
  std::size_t prose = 0;
  std::size_t total = 0;
  for (std::uint32_t number = opening + 1; number < close; ++number) {
    const std::string_view line = content_of(utf8_, lines_, number);
    total += !line.empty();
    prose += !line.empty() && looks_like_prose(line);
  }
  return total > 0 && prose * 3 >= total * 2;
}

}  // namespace starlint
