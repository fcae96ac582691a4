#include "rule/kind/matcher.h"

#include <algorithm>

#include "base/sorted.h"

namespace starlint {

Result<Matcher> Matcher::read(const Options& options, std::string_view any, std::string_view except,
                              PatternBank& bank) {
  Matcher matcher(bank);
  Result<std::vector<PatternId>> ids = add_patterns(options, any, bank);
  if (!ids) return ids.error();
  matcher.any_ = *std::move(ids);
  if (except.empty()) return matcher;
  ids = add_patterns(options, except, bank);
  if (!ids) return ids.error();
  matcher.except_ = *std::move(ids);
  return matcher;
}

bool Matcher::hits(const FileView& file) const {
  return std::any_of(any_.begin(), any_.end(), [&](PatternId id) {
    const auto& places = file.hits.places(id);
    return std::any_of(places.begin(), places.end(), [&](std::uint32_t block) {
      return bank_->pattern(id).found_in(file.text.utf8(), file.outline.blocks[block].text);
    });
  });
}

std::vector<std::uint32_t> Matcher::blocks(const FileView& file) const {
  std::vector<std::uint32_t> blocks;
  for (const PatternId id : any_) {
    const auto& hits = file.hits.places(id);
    blocks.insert(blocks.end(), hits.begin(), hits.end());
  }
  sort_unique(blocks);
  return blocks;
}

std::vector<Span> Matcher::locate(const FileView& file, const Stretch& stretch,
                                  const std::vector<PatternId>& patterns) const {
  std::vector<Span> spans;
  for (const PatternId id : patterns) {
    const auto& hits = file.hits.places(id);
    if (!std::binary_search(hits.begin(), hits.end(), stretch.block)) continue;
    // What begins or ends a stretch need not do so in its block.
    const Span block = file.outline.blocks[stretch.block].text;
    const std::string_view text = file.text.utf8();
    if (stretch.span != block && !bank_->pattern(id).found_in(text, block)) continue;
    for (const Match& match : bank_->pattern(id).find_all(text, stretch.span)) {
      // The first group that took part, if any, is what is meant; the rest is context.
      const auto group = std::find_if(match.groups.begin(), match.groups.end(),
                                      [](Span one) { return !one.empty(); });
      const Span span = group == match.groups.end() ? match.whole : *group;
      if (!span.empty()) spans.push_back(span);
    }
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

std::vector<Span> Matcher::find(const FileView& file, const Stretch& stretch) const {
  std::vector<Span> found = locate(file, stretch, any_);
  if (found.empty()) return found;
  const std::vector<Span> excepted = locate(file, stretch, except_);
  std::vector<Span> out;
  for (const Span span : found) {
    const bool is_excepted = std::any_of(excepted.begin(), excepted.end(),
                                         [&](Span other) { return other.overlaps(span); });
    if (!is_excepted && (out.empty() || out.back().end <= span.begin)) out.push_back(span);
  }
  return out;
}

std::vector<Span> Matcher::find(const FileView& file, const Speech& speech) const {
  std::vector<Span> out;
  for (const Stretch& stretch : speech) {
    const std::vector<Span> found = find(file, stretch);
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
}

}  // namespace starlint
