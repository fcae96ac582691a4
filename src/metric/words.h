// Words of masked text, folded so that two mentions of one measure meet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace starlint {

/// Lower case, without values and punctuation, in order.
std::vector<std::string> folded_words(std::string_view masked);
/// "month", "months" and "monthly" are one; "hour" and "house" are not.
bool same_word(std::string_view a, std::string_view b);
bool holds_word(const std::vector<std::string>& words, std::string_view word);

}  // namespace starlint
