#include "claim/noun.h"

#include "base/strings.h"

namespace starlint {

namespace {
constexpr std::size_t kShortest = 3;  // letters that must remain in front of an ending
}

void NounFolder::add_ending(std::string plural, std::string singular) {
  endings_.emplace_back(std::move(plural), std::move(singular));
}

void NounFolder::add_irregular(std::string plural, std::string singular) {
  irregular_.emplace(std::move(plural), std::move(singular));
}

std::string NounFolder::fold(std::string_view word) const {
  std::string out = ascii_lower(word);
  if (const auto found = irregular_.find(out); found != irregular_.end()) return found->second;
  for (const auto& [plural, singular] : endings_) {
    if (out.size() < plural.size() + kShortest || !out.ends_with(plural)) continue;
    out.replace(out.size() - plural.size(), plural.size(), singular);
    break;
  }
  return out;
}

}  // namespace starlint
