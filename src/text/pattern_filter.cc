#include "text/pattern_filter.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "base/span.h"
#include "base/strings.h"

namespace starlint {

namespace {

/// U+017F and U+212A, which RE2 takes for "s" and "k" where case is ignored.
bool folds_into_ascii(std::string_view text) {
  return text.find("\xC5\xBF") != std::string_view::npos ||
         text.find("\xE2\x84\xAA") != std::string_view::npos;
}

/// Of long texts: eight bytes at a time. The same in every build of one program.
std::uint64_t hash_of_expression(std::string_view text) {
  std::uint64_t hash = text.size();
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  };
  std::uint64_t word = 0;
  for (; text.size() > sizeof(word); text.remove_prefix(sizeof(word))) {
    std::memcpy(&word, text.data(), sizeof(word));
    mix(word);
  }
  word = 0;
  std::memcpy(&word, text.data(), text.size());
  mix(word);
  return hash;
}

/// A letter or a blank stands in nearly every text: to look for it costs more than it saves.
bool tells_little(const AnyOf& cover) {
  return std::any_of(cover.begin(), cover.end(), [](const Literal& literal) {
    const char first = literal.text.front();
    const bool word = literal.opens_word && literal.closes_word;
    return literal.text.size() == 1 && !word && (is_ascii_alpha(first) || first == ' ');
  });
}

}  // namespace

FilterTable::FilterTable(std::span<const std::uint64_t> words) {
  PackedArrays arrays(words);
  literals_ = LiteralIndex(arrays);
  first_ = arrays.next<std::uint32_t>();
  uses_ = arrays.next<Use>();
  needs_ = arrays.next<std::uint8_t>();
  always_ = arrays.next<std::uint32_t>();
  hashes_ = arrays.next<Hash>();
}

std::uint32_t FilterTable::find(std::uint64_t hash) const {
  const auto found =
      std::lower_bound(hashes_.begin(), hashes_.end(), hash,
                       [](const Hash& one, std::uint64_t wanted) { return one.hash < wanted; });
  if (found == hashes_.end() || found->hash != hash) return kNone;
  return static_cast<std::uint32_t>(found->expression);
}

void FilterTable::candidates(std::string_view lower, std::vector<std::uint32_t>& places) const {
  std::vector<LiteralId> found;
  literals_.find(lower, found);
  std::vector<std::uint8_t> met(needs_.size());  // by expression: its covers that are met
  for (const LiteralId id : found) {
    for (const Use& use : uses_.subspan(first_[id], first_[id + 1] - first_[id])) {
      std::uint8_t& covers = met[use.expression];
      if ((covers & use.cover) != 0) continue;
      covers = static_cast<std::uint8_t>(covers | use.cover);
      if (covers == needs_[use.expression]) places.push_back(use.expression);
    }
  }
  places.insert(places.end(), always_.begin(), always_.end());
}

/// Reads expressions and packs the table of them.
class FilterBuilder {
 public:
  /// The place of the expression; the same one again for the same hash.
  std::uint32_t add(std::string_view expression, std::uint64_t hash) {
    const auto place = static_cast<std::uint32_t>(needs_.size());
    if (const auto [known, is_new] = places_.try_emplace(hash, place); !is_new) {
      return known->second;
    }
    std::vector<AnyOf> covers = reader_.read(expression).covers;
    std::erase_if(covers, tells_little);
    for (std::size_t cover = 0; cover < covers.size(); ++cover) {
      for (const Literal& literal : covers[cover]) {
        uses_[id_of(literal)].push_back({place, std::uint32_t{1} << cover});
      }
    }
    if (covers.empty()) always_.push_back(place);
    needs_.push_back(static_cast<std::uint8_t>((1U << covers.size()) - 1));
    return place;
  }

  std::vector<std::uint64_t> pack() const {
    std::vector<std::uint32_t> first = {0};
    std::vector<FilterTable::Use> uses;
    for (const std::vector<FilterTable::Use>& of_literal : uses_) {
      uses.insert(uses.end(), of_literal.begin(), of_literal.end());
      first.push_back(static_cast<std::uint32_t>(uses.size()));
    }
    std::vector<FilterTable::Hash> hashes;
    for (const auto& [hash, place] : places_) hashes.push_back({hash, place});
    std::sort(hashes.begin(), hashes.end(),
              [](const auto& a, const auto& b) { return a.hash < b.hash; });
    std::vector<std::uint64_t> words;
    LiteralIndex::pack(literals_, words);
    PackedArrays::append(first, words);
    PackedArrays::append(uses, words);
    PackedArrays::append(needs_, words);
    PackedArrays::append(always_, words);
    PackedArrays::append(hashes, words);
    return words;
  }

 private:
  struct LiteralHash {
    std::size_t operator()(const Literal& literal) const {
      return std::hash<std::string>{}(literal.text) * 4 + literal.opens_word * 2U +
             literal.closes_word;
    }
  };

  LiteralId id_of(const Literal& literal) {
    const auto [id, is_new] = ids_.try_emplace(literal, static_cast<LiteralId>(literals_.size()));
    if (is_new) {
      literals_.push_back(literal);
      uses_.emplace_back();
    }
    return id->second;
  }

  LiteralReader reader_;
  std::unordered_map<std::uint64_t, std::uint32_t> places_;  // by hash
  std::unordered_map<Literal, LiteralId, LiteralHash> ids_;
  std::vector<Literal> literals_;
  std::vector<std::vector<FilterTable::Use>> uses_;  // by literal
  std::vector<std::uint8_t> needs_;
  std::vector<std::uint32_t> always_;
};

PatternFilter::PatternFilter(std::span<const std::uint64_t> ready) {
  if (!ready.empty()) ready_.table = FilterTable(ready);
  ready_.pattern.assign(ready_.table.size(), kNone);
}
PatternFilter::PatternFilter(PatternFilter&&) noexcept = default;
PatternFilter& PatternFilter::operator=(PatternFilter&&) noexcept = default;
PatternFilter::~PatternFilter() = default;

/// Where the last pattern of that expression is noted.
std::uint32_t& PatternFilter::pattern_of(std::string_view expression) {
  const std::uint64_t hash = hash_of_expression(expression);
  if (const std::uint32_t place = ready_.table.find(hash); place != kNone) {
    return ready_.pattern[place];
  }
  if (builder_ == nullptr) builder_ = std::make_unique<FilterBuilder>();
  const std::uint32_t place = builder_->add(expression, hash);
  if (place == own_.pattern.size()) own_.pattern.push_back(kNone);
  return own_.pattern[place];
}

std::uint32_t PatternFilter::add(std::string_view expression) {
  const auto pattern = static_cast<std::uint32_t>(same_.size());
  same_.push_back(std::exchange(pattern_of(expression), pattern));
  return pattern;
}

void PatternFilter::freeze() {
  if (builder_ == nullptr) return;
  words_ = builder_->pack();
  own_.table = FilterTable(words_);
  builder_.reset();
}

void PatternFilter::Part::add_candidates(std::string_view lower,
                                         const std::vector<std::uint32_t>& same,
                                         std::vector<std::uint32_t>& out) const {
  std::vector<std::uint32_t> places;
  table.candidates(lower, places);
  for (const std::uint32_t place : places) {
    for (std::uint32_t one = pattern[place]; one != kNone; one = same[one]) out.push_back(one);
  }
}

std::vector<std::uint32_t> PatternFilter::candidates(std::string_view text) const {
  std::vector<std::uint32_t> out;
  if (folds_into_ascii(text)) {
    out.resize(size());
    std::iota(out.begin(), out.end(), 0U);
    return out;
  }
  const std::string lower = ascii_lower(text);
  ready_.add_candidates(lower, same_, out);
  own_.add_candidates(lower, same_, out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace starlint
