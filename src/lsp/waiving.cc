#include "lsp/waiving.h"

#include <algorithm>

#include "base/strings.h"
#include "finding/waiver.h"

namespace starlint {

namespace {

std::string_view line_end_of(std::string_view text) {
  const std::size_t at = text.find_first_of("\r\n");
  if (at == std::string_view::npos || text[at] == '\n') return "\n";
  return text.substr(at, 2) == "\r\n" ? "\r\n" : "\r";
}

std::string comment(NoteFormat format, std::string_view scope, std::string_view rule) {
  const std::string words = cat(kOwnMark, " ", scope, " ", rule);
  return format == NoteFormat::Markdown ? cat("<!-- ", words, " -->") : cat("# ", words);
}

/// The block that an offset stands in; nullptr where it stands between two.
const Block* block_around(const Outline& outline, std::uint32_t offset) {
  const auto after =
      std::upper_bound(outline.blocks.begin(), outline.blocks.end(), offset,
                       [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
  if (after == outline.blocks.begin()) return nullptr;
  const Block& block = *std::prev(after);
  return block.span.contains(offset) || block.span.end == offset ? &block : nullptr;
}

/// Comments that might do, the best first.
std::vector<Edit> candidates(const FileResult& file, const Finding& finding,
                             std::string_view rule) {
  const std::string_view text = file.text.utf8();
  const std::string_view end = line_end_of(text);
  const NoteFormat format = file.outline.format;
  const std::string here = comment(format, "allow", rule);
  const std::string whole = comment(format, "allow-file", rule);
  std::vector<Edit> out;
  const Block* block = block_around(file.outline, finding.where.span.begin);
  if (block != nullptr && block->prose()) {
    const bool in_table = block->kind == BlockKind::TableCell;
    const std::uint32_t begin = file.text.lines().begin(file.text.line(block->span.begin));
    const std::size_t words = std::min(text.find_first_not_of(" \t>", begin), text.size());
    const std::string_view marks = text.substr(begin, words - begin);
    if (!in_table) out.push_back({{begin, begin}, cat(marks, here, end)});
    const Span behind{block->text.end, block->text.end};
    if (format == NoteFormat::Markdown) out.push_back({behind, cat(" ", here)});
  }
  out.push_back({{0, 0}, cat(whole, end, end)});
  const bool closed = text.ends_with('\n') || text.ends_with('\r');
  out.push_back({{file.text.size(), file.text.size()}, cat(closed ? "" : end, end, whole, end)});
  return out;
}

std::vector<std::pair<BlockKind, std::uint8_t>> shape_of(const Outline& outline) {
  std::vector<std::pair<BlockKind, std::uint8_t>> out;
  for (const Block& block : outline.blocks) {
    if (block.prose()) out.emplace_back(block.kind, block.level);
  }
  return out;
}

bool does(const Edit& edit, const FileResult& file, const Finding& finding) {
  std::string changed(file.text.utf8());
  changed.insert(edit.span.begin, edit.text);
  const Text text = Text::decode(changed);
  const Outline outline = read_outline(text, file.outline.format);
  if (text.size() != changed.size() || shape_of(outline) != shape_of(file.outline)) return false;
  const std::uint32_t begin = finding.where.span.begin;
  const auto added = static_cast<std::uint32_t>(edit.text.size());
  const std::uint32_t there = edit.span.begin <= begin ? begin + added : begin;
  const Span inserted{edit.span.begin, edit.span.begin + added};
  const std::vector<Waiver> waivers = read_waivers(text, outline);
  return std::any_of(waivers.begin(), waivers.end(), [&](const Waiver& waiver) {
    return inserted.contains(waiver.span) && covered_by(waiver, text, outline, {}).contains(there);
  });
}

}  // namespace

std::optional<Edit> waiving_edit(const FileResult& file, const Finding& finding,
                                 std::string_view rule) {
  for (Edit& edit : candidates(file, finding, rule)) {
    if (does(edit, file, finding)) return std::move(edit);
  }
  return std::nullopt;
}

}  // namespace starlint
