#include "claim/grammar/lexicon.h"

#include <algorithm>

namespace starlint {

std::uint64_t facet::all(const Meaning& meaning) {
  std::uint64_t facets = meaning.cues;
  if (meaning.month != 0 || meaning.weekday != 0 || meaning.season != 0 || meaning.ordinal != 0 ||
      meaning.number == NumberWord::Tens || meaning.event >= 0) {
    facets |= kCalendar;
  }
  if (meaning.unit >= 0 || meaning.short_unit >= 0) facets |= kUnit;
  if (meaning.currency >= 0) facets |= kCurrency;
  if (meaning.before_number) facets |= kPrefix;
  if (meaning.before != Qualifier::Exact) facets |= kBefore;
  if (meaning.after != Qualifier::Exact) facets |= kAfter;
  return facets;
}

std::uint32_t Lexicon::step(std::uint32_t state, std::uint32_t word) const {
  if (word == kNone) return kNone;
  if (state == kStart) return first_[word] == kStart ? kNone : first_[word];
  const auto found = steps_.find(std::uint64_t{state} << 32U | word);
  return found == steps_.end() ? kNone : found->second;
}

double Lexicon::suffix(std::string_view text) const {
  for (const Suffix& suffix : suffixes_) {
    if (suffix.text == text) return suffix.factor;
  }
  return 0;
}

bool Lexicon::loose_suffix(std::string_view text) const {
  return std::any_of(suffixes_.begin(), suffixes_.end(),
                     [&](const Suffix& suffix) { return suffix.loose && suffix.text == text; });
}

const Unit* Lexicon::unit(std::string_view name) const {
  const auto found = std::find_if(units_.begin(), units_.end(),
                                  [&](const Unit& unit) { return unit.name == name; });
  return found == units_.end() ? nullptr : &*found;
}

}  // namespace starlint
