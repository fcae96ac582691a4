#include "outline/field_line.h"

#include <algorithm>

#include "base/strings.h"
#include "outline/line.h"

namespace starlint {

namespace {

constexpr std::size_t kLabel = 24;     // bytes
constexpr std::ptrdiff_t kBlanks = 3;  // between its words
constexpr std::size_t kField = 100;    // bytes; what is longer is told, not filled in

}  // namespace

bool is_field_line(std::string_view content) {
  const std::size_t colon = content.find(':');
  if (colon == std::string_view::npos || content.size() > kField || ends_sentence(content)) {
    return false;
  }
  const std::string_view label = trim(content.substr(0, colon));
  const bool letter =
      !label.empty() && (is_ascii_alpha(label.front()) || is_title_start(label.front()));
  const bool named = letter && !is_ascii_digit(label.front()) && label.size() <= kLabel &&
                     std::count(label.begin(), label.end(), ' ') <= kBlanks;
  return named && colon + 2 < content.size() && content[colon + 1] == ' ';
}

}  // namespace starlint
