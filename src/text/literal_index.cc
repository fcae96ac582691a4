#include "text/literal_index.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

// Slots of a table: about four for each literal, within what the nearest cache holds.
constexpr std::uint32_t kFewestBits = 6;
constexpr std::uint32_t kMostBits = 14;

bool is_word(char c) { return is_ascii_alnum(c) || c == '_'; }

bool fits(const Literal& literal, std::string_view lower, std::size_t at) {
  if (!lower.substr(at).starts_with(literal.text)) return false;
  const std::size_t end = at + literal.text.size();
  return !literal.closes_word || end == lower.size() || !is_word(lower[end]);
}

}  // namespace

LiteralId LiteralIndex::add(const Literal& literal) {
  literals_.push_back(literal);
  return static_cast<LiteralId>(literals_.size() - 1);
}

std::uint32_t LiteralIndex::slot_of(const char* bytes, std::size_t count) const {
  std::uint32_t hash = 0;
  for (std::size_t i = 0; i < count; ++i) hash = hash * 257 + static_cast<unsigned char>(bytes[i]);
  return (hash * 2654435761U) >> (32 - slot_bits_);  // Knuth's multiplicative hash
}

bool LiteralIndex::in_table(const Literal& literal, std::size_t width, bool opens_word) const {
  return std::min<std::size_t>(literal.text.size(), words_.size()) == width &&
         literal.opens_word == opens_word;
}

void LiteralIndex::fill(Table& table, std::size_t width, bool opens_word) const {
  std::vector<std::pair<std::uint32_t, LiteralId>> entries;
  for (LiteralId id = 0; id < literals_.size(); ++id) {
    const Literal& literal = literals_[id];
    if (!in_table(literal, width, opens_word)) continue;
    entries.emplace_back(slot_of(literal.text.data(), width), id);
  }
  std::sort(entries.begin(), entries.end());
  if (entries.empty()) return;
  const std::size_t slots = std::size_t{1} << slot_bits_;
  table.used.assign(slots, 0);
  table.first.assign(slots + 1, 0);
  for (const auto& [slot, id] : entries) {
    table.used[slot] = 1;
    ++table.first[slot + 1];
    table.order.push_back(id);
  }
  for (std::size_t i = 0; i < slots; ++i) table.first[i + 1] += table.first[i];
}

void LiteralIndex::freeze() {
  slot_bits_ = kFewestBits;
  while (slot_bits_ < kMostBits && (literals_.size() << 2) >> slot_bits_ != 0) ++slot_bits_;
  for (std::size_t width = 1; width <= words_.size(); ++width) {
    fill(words_[width - 1], width, true);
    fill(others_[width - 1], width, false);
  }
}

void LiteralIndex::probe(const Table& table, std::size_t width, std::string_view lower,
                         std::size_t at, std::vector<LiteralId>& found) const {
  if (table.order.empty() || at + width > lower.size()) return;
  const std::uint32_t slot = slot_of(lower.data() + at, width);
  if (table.used[slot] == 0) return;
  for (std::uint32_t i = table.first[slot]; i < table.first[slot + 1]; ++i) {
    if (fits(literals_[table.order[i]], lower, at)) found.push_back(table.order[i]);
  }
}

void LiteralIndex::find(std::string_view lower, std::vector<LiteralId>& found) const {
  bool in_word = false;
  for (std::size_t at = 0; at < lower.size(); ++at) {
    const bool word = is_word(lower[at]);
    for (std::size_t width = 1; width <= words_.size(); ++width) {
      if (word && !in_word) probe(words_[width - 1], width, lower, at, found);
      probe(others_[width - 1], width, lower, at, found);
    }
    in_word = word;
  }
}

}  // namespace starlint
