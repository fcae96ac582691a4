// Bytes to text. Valid UTF-8 is borrowed as it is; anything else is copied with an origin map.
#include "text/text.h"
#include "text/utf8.h"

namespace starlint {

Text Text::decode(std::string_view bytes) {
  Text text;
  text.borrowed_ = bytes;
  std::size_t bad = find_invalid_utf8(bytes);
  if (bad != bytes.size()) {
    text.owned_.reserve(bytes.size() + 16);
    std::size_t copied = 0;
    while (bad != bytes.size()) {
      text.owned_ += bytes.substr(copied, bad - copied);
      std::size_t after = bad;
      next_code_point(bytes, after);
      const auto begin = static_cast<std::uint32_t>(text.owned_.size());
      text.origin_.add(begin, bad);
      append_code_point(text.owned_, 0xFFFD);
      const auto end = static_cast<std::uint32_t>(text.owned_.size());
      text.origin_.add(end, after);
      text.notes_.push_back({DecodeNote::Kind::InvalidBytes, {begin, end}, bad, after});
      copied = after;
      bad = find_invalid_utf8(bytes, after);
    }
    text.owned_ += bytes.substr(copied);
  }
  text.lines_ = LineIndex(text.utf8());
  return text;
}

}  // namespace starlint
