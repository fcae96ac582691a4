#include "claim/grammar/word_table.h"

#include <algorithm>

namespace starlint {

WordTable::WordTable() : slots_(256) {}

std::uint32_t WordTable::hash(std::string_view word) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char byte : word) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 16777619U;
  return hash;
}

std::uint32_t WordTable::find(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = (hash ^ (hash >> 15)) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.id == kNone) return kNone;
    if (slot.hash == hash && words_[slot.id] == word) return slot.id;
  }
}

std::uint32_t WordTable::add(std::string_view word) {
  const std::uint32_t code = hash(word);
  if (const std::uint32_t known = find(word, code); known != kNone) return known;
  if ((words_.size() + 1) * 2 > slots_.size()) grow();
  const auto id = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(word);
  longest_ = std::max(longest_, word.size());
  if (!word.empty()) {
    sizes_[start_of(word)] |= 1U << std::min<std::size_t>(word.size(), 31);
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (code ^ (code >> 15)) & mask;
  while (slots_[at].id != kNone) at = (at + 1) & mask;
  slots_[at] = {code, id};
  return id;
}

void WordTable::grow() {
  std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.size() * 2, Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == kNone) continue;
    std::size_t at = (slot.hash ^ (slot.hash >> 15)) & mask;
    while (slots_[at].id != kNone) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace starlint
