#include "rule/kind/speech.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

struct QuoteMarks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<QuoteMarks, 4> kQuoteMarks = {
    {{"`", "`"}, {"\"", "\""}, {"\u201c", "\u201d"}, {"\u00ab", "\u00bb"}}};

/// The bytes that an opening mark may begin with.
constexpr std::string_view kFirstBytes = "`\"\xe2\xc2";

/// A quotation that is nearly the whole block is the speaker's own script.
constexpr double kOwnScript = 0.8;

void add_quotations(std::string_view utf8, Span block, std::vector<Span>& cuts) {
  const std::string_view text = utf8.substr(block.begin, block.size());
  for (std::size_t at = text.find_first_of(kFirstBytes); at < text.size();
       at = text.find_first_of(kFirstBytes, at + 1)) {
    for (const QuoteMarks& marks : kQuoteMarks) {
      if (text.substr(at, marks.open.size()) != marks.open) continue;
      const std::size_t close = text.find(marks.close, at + marks.open.size());
      if (close == std::string_view::npos) continue;
      const std::size_t end = close + marks.close.size();
      if (static_cast<double>(end - at) < kOwnScript * static_cast<double>(text.size())) {
        cuts.push_back({block.begin + static_cast<std::uint32_t>(at),
                        block.begin + static_cast<std::uint32_t>(end)});
      }
      at = end - 1;
      break;
    }
  }
}

bool is_spoken(const Block& block) {
  return block.kind == BlockKind::Paragraph || block.kind == BlockKind::ListItem ||
         block.kind == BlockKind::TableCell;
}

/// Sorted, with overlapping ones joined.
std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else if (!span.empty()) {
      out.push_back(span);
    }
  }
  return out;
}

std::vector<Span> wanted_of(const Narrative& story, const std::vector<Slot>& slots) {
  if (slots.empty()) return {story.span};
  std::vector<Span> spans;
  for (const Slot slot : slots) {
    for (const Span span : spans_of(story, slot)) spans.push_back(span);
  }
  return joined(std::move(spans));
}

/// Marks that stood around a label are no speech.
void add_words(std::string_view utf8, const Stretch& stretch, Speech& speech) {
  if (count_words(utf8.substr(stretch.span.begin, stretch.span.size())) > 0) {
    speech.push_back(stretch);
  }
}

/// Appends what `cuts` leave of a span.
void add_rest(std::string_view utf8, Span span, std::uint32_t block, const std::vector<Span>& cuts,
              Speech& speech) {
  for (const Span cut : cuts) {
    if (cut.end <= span.begin) continue;
    if (cut.begin >= span.end) break;
    if (cut.begin > span.begin) add_words(utf8, {{span.begin, cut.begin}, block}, speech);
    span.begin = std::min(cut.end, span.end);
  }
  if (!span.empty()) add_words(utf8, {span, block}, speech);
}

}  // namespace

Speech speech_of(const FileView& file, const Narrative& story, const std::vector<Slot>& slots) {
  const std::vector<Span> wanted = wanted_of(story, slots);
  std::vector<Span> furniture = {story.title, story.prompt};
  for (const Part& part : story.parts) furniture.push_back(part.label);
  const auto& blocks = file.outline.blocks;
  auto block = std::partition_point(blocks.begin(), blocks.end(), [&](const Block& one) {
    return one.text.end <= story.span.begin;
  });
  Speech speech;
  for (; block != blocks.end() && block->text.begin < story.span.end; ++block) {
    if (!is_spoken(*block)) continue;
    std::vector<Span> cuts = furniture;
    add_quotations(file.text.utf8(), block->text, cuts);
    cuts = joined(std::move(cuts));
    for (const Span want : wanted) {
      const Span both{std::max(want.begin, block->text.begin), std::min(want.end, block->text.end)};
      if (both.begin >= both.end) continue;
      add_rest(file.text.utf8(), both, static_cast<std::uint32_t>(block - blocks.begin()), cuts,
               speech);
    }
  }
  return speech;
}

std::uint32_t count_words(const FileView& file, const Speech& speech) {
  std::uint32_t count = 0;
  for (const Stretch& stretch : speech) count += count_words(file.slice(stretch.span));
  return count;
}

std::vector<Span> sentences_of(const FileView& file, const Stretch& stretch) {
  const std::string_view utf8 = file.text.utf8();
  std::vector<Span> sentences;
  std::uint32_t begin = stretch.span.begin;
  for (std::uint32_t at = begin; at < stretch.span.end; ++at) {
    const bool mark = utf8[at] == '.' || utf8[at] == '!' || utf8[at] == '?';
    const bool last = at + 1 == stretch.span.end;
    if (!last && !(mark && is_ascii_space(utf8[at + 1]))) continue;
    while (begin < at && is_ascii_space(utf8[begin])) ++begin;
    sentences.push_back({begin, at + 1});
    begin = at + 1;
  }
  return sentences;
}

}  // namespace starlint
