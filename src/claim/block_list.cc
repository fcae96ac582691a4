#include "claim/block_list.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kLeast = 2;  // items of a list

/// An item or row with its children.
struct Entry {
  Span span;
  bool heading = false;  // the first row of a table may hold no figure
};

bool is_entry(const Block& block) {
  return block.kind == BlockKind::ListItem || block.kind == BlockKind::TableRow;
}

class BlockLists {
 public:
  BlockLists(const Text& text, const Outline& outline, const ClaimPatterns& patterns,
             std::vector<Claim>& claims)
      : text_(text.utf8()), blocks_(outline.blocks), patterns_(patterns), claims_(claims) {}

  bool group(const ListAnchor& anchor, std::uint32_t number) {
    const bool below = anchor.entry->items == ClaimEntry::Items::Below;
    const bool shares = patterns_.attribute(anchor.entry->parts)->counting == Counting::Measured;
    std::vector<Claim*> parts;
    for (const Entry& entry : below ? entries_below(anchor.block) : entries_above(anchor.block)) {
      if (is_total(entry)) continue;
      Claim* figure = figure_of(entry.span, shares ? ValueKind::Percent : ValueKind::Cardinal);
      if (figure != nullptr) {
        parts.push_back(figure);
      } else if (!entry.heading) {
        return false;
      }
    }
    Claim* whole = anchor.figure.empty() ? nullptr : claim_at(anchor.figure);
    if (parts.size() < kLeast || (whole == nullptr && !anchor.figure.empty())) return false;
    for (Claim* part : parts) {
      part->attribute = anchor.entry->parts;
      part->role = shares ? Role::Share : Role::PartOf;
      part->group = number;
      part->complete = !anchor.entry->open;
    }
    if (whole != nullptr) {
      whole->attribute = anchor.entry->attribute;
      whole->group = number;
      whole->complete = !anchor.entry->open;
    }
    return true;
  }

 private:
  /// The entries of the first list behind a block, if nothing stands between.
  std::vector<Entry> entries_below(std::uint32_t block) const {
    if (blocks_[block].kind == BlockKind::TableCell) return rows_below(blocks_[block].parent);
    const std::uint32_t i = block + 1;
    if (i >= blocks_.size() || !is_entry(blocks_[i])) return {};
    // An entry of the list itself announces nothing.
    if (belongs(blocks_[block], blocks_[i])) return {};
    return entries_from(i, blocks_[i]);
  }

  /// What the first row of a table says heads the others.
  std::vector<Entry> rows_below(std::uint32_t row) const {
    if (row >= blocks_.size() || !is_entry(blocks_[row])) return {};
    if (row > 0 && blocks_[row - 1].kind == BlockKind::TableCell) return {};
    return entries_from(row, blocks_[row]);
  }

  std::vector<Entry> entries_above(std::uint32_t block) const {
    std::uint32_t last = block;
    while (last > 0 && blocks_[last - 1].kind == BlockKind::TableCell) --last;
    if (last == 0 || !is_entry(blocks_[last - 1])) return {};
    const Block& model = blocks_[last - 1];
    std::uint32_t first = last - 1;
    while (first > 0 && (belongs(blocks_[first - 1], model) ||
                         blocks_[first - 1].kind == BlockKind::TableCell)) {
      --first;
    }
    return entries_from(first, model);
  }

  static bool belongs(const Block& block, const Block& model) {
    return block.kind == model.kind && block.level == model.level;
  }

  std::vector<Entry> entries_from(std::uint32_t first, const Block& model) const {
    std::vector<Entry> out;
    for (std::uint32_t i = first; i < blocks_.size(); ++i) {
      if (belongs(blocks_[i], model)) {
        out.push_back({blocks_[i].span, out.empty() && model.kind == BlockKind::TableRow});
      } else if (blocks_[i].kind != BlockKind::TableCell) {
        break;
      }
    }
    return out;
  }

  bool is_total(const Entry& entry) const {
    const Pattern* total = patterns_.word_class("sum_word");
    return total != nullptr && total->found_in(text_, entry.span);
  }

  /// The figure that opens or closes an entry, or the only one in it.
  Claim* figure_of(Span entry, ValueKind kind) const {
    Claim* found = nullptr;
    std::size_t count = 0;
    for (Claim& claim : claims_in(entry)) {
      if (claim.value.kind != kind || claim.modality != Modality::Asserted) continue;
      if (++count == 1 || claim.span.end + 1 >= entry.end) found = &claim;
    }
    return found;
  }

  Claim* claim_at(Span place) const {
    for (Claim& claim : claims_in(place)) {
      if (claim.span == place) return &claim;
    }
    return nullptr;
  }

  struct Claims {
    Claim* first;
    Claim* last;
    Claim* begin() const { return first; }
    Claim* end() const { return last; }
  };

  Claims claims_in(Span span) const {
    const auto before = [](const Claim& claim, std::uint32_t at) { return claim.span.begin < at; };
    const auto first = std::lower_bound(claims_.begin(), claims_.end(), span.begin, before);
    const auto last = std::lower_bound(first, claims_.end(), span.end, before);
    Claim* data = claims_.data();
    return {data + (first - claims_.begin()), data + (last - claims_.begin())};
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const ClaimPatterns& patterns_;
  std::vector<Claim>& claims_;
};

}  // namespace

void group_block_lists(const Text& text, const Outline& outline, const ClaimPatterns& patterns,
                       const std::vector<ListAnchor>& anchors, std::uint32_t group,
                       std::vector<Claim>& claims) {
  BlockLists lists(text, outline, patterns, claims);
  for (const ListAnchor& anchor : anchors) {
    if (lists.group(anchor, group)) ++group;
  }
}

}  // namespace starlint
