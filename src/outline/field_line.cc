#include "outline/field_line.h"

#include <algorithm>

#include "base/strings.h"
#include "outline/line.h"

namespace starlint {

namespace {

constexpr std::size_t kLabel = 27;     // bytes
constexpr std::ptrdiff_t kBlanks = 3;  // between its words
constexpr std::size_t kField = 100;    // bytes; what is longer is told, not filled in

}  // namespace

std::size_t field_label_size(std::string_view line) {
  const std::size_t begin = line.find_first_not_of('*');
  if (begin == std::string_view::npos) return 0;
  const bool letter =
      is_ascii_alpha(line[begin]) || (is_title_start(line[begin]) && !is_ascii_digit(line[begin]));
  const std::size_t colon = line.substr(0, begin + kLabel + 3).find(':', begin);
  if (!letter || colon == std::string_view::npos) return 0;
  const std::string_view label = line.substr(begin, colon - begin);
  const std::string_view words = label.substr(0, label.find_last_not_of("* ") + 1);
  if (words.size() > kLabel || std::count(words.begin(), words.end(), ' ') > kBlanks) return 0;
  const std::size_t end = line.find_first_not_of('*', colon + 1);
  return end != std::string_view::npos && line[end] == ' ' && end + 1 < line.size() ? end : 0;
}

bool is_field_line(std::string_view content) {
  return content.size() <= kField && !ends_sentence(content) && field_label_size(content) > 0;
}

}  // namespace starlint
