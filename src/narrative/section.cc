#include "narrative/section.h"

namespace starlint {

namespace {

constexpr std::uint32_t kRequestRank = 300;
constexpr std::uint32_t kMaxIndent = 80;
constexpr std::uint32_t kMaxHead = 120;  // bytes of an item that is a head

std::uint32_t rank_of(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  if (!line.prose || line.cell) return 0;
  const Label* label = page.label(row);
  if (label != nullptr && !label->question) return 0;
  if (line.heading) return line.level;
  // An item below a paragraph at the same margin belongs to it: a question, and what answers it.
  const bool item = page.outline->blocks[line.block].kind == BlockKind::ListItem;
  const std::uint32_t indent = 2 * std::min(line.indent, kMaxIndent) + (item ? 1U : 0U);
  const Ask ask = page.asks[row];
  if (page.opens(row) && (ask == Ask::Behavioural || ask == Ask::General || ask == Ask::Question ||
                          ask == Ask::NotStory || (ask == Ask::Topic && label != nullptr))) {
    return kRequestRank + indent;
  }
  return heads_item(page, row) ? kRequestRank + indent : 0;
}

}  // namespace

bool heads_item(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const Block& block = page.outline->blocks[line.block];
  if (block.kind != BlockKind::ListItem || !line.first || line.content.size() > kMaxHead)
    return false;
  const std::string_view text = page.slice(line.content);
  if (text.ends_with('.') || page.label(row) != nullptr || block.level > 1) return false;
  if (row + 1 >= page.row_count()) return false;
  const Row& next = page.rows[row + 1];
  return next.prose && next.indent > line.indent && (next.block != line.block || line.ends_early);
}

std::vector<Section> sections_of(const Page& page) {
  std::vector<Section> sections;
  std::vector<std::uint32_t> open;
  const auto close = [&](std::uint32_t rank, std::uint32_t row) {
    while (!open.empty() && sections[open.back()].rank >= rank) {
      sections[open.back()].end = row;
      open.pop_back();
    }
  };
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    const std::uint32_t rank = rank_of(page, row);
    if (rank == 0) continue;
    close(rank, row);
    const std::uint32_t parent = open.empty() ? kNone : open.back();
    open.push_back(static_cast<std::uint32_t>(sections.size()));
    sections.push_back({row, page.row_count(), parent, rank});
  }
  close(0, page.row_count());
  return sections;
}

}  // namespace starlint
