#include "claim/tenure.h"

#include <algorithm>

#include "base/strings.h"
#include "claim/claim_order.h"
#include "claim/names.h"

namespace starlint {

namespace {

constexpr double kPoint = 1.5;        // an interval of so many of its unit is a point in time
constexpr std::uint32_t kLine = 160;  // bytes of a line that may name a post and its dates
constexpr std::size_t kPosts = 3;     // lines with a stretch of time each that may be posts
constexpr std::string_view kIndent = "  ";
constexpr std::size_t kAncestors = 2;  // headings above a line that may name the employer

/// Words around some dates: their own line, row or sentence, and the headings above.
struct Surroundings {
  std::vector<Span> spans;
  bool work = false;     // stands under a heading such as "Experience"
  bool guessed = false;  // stands in a list of stretches that may be posts
};

class TenureReader {
 public:
  TenureReader(FileId file, const Text& text, const Outline& outline,
               const std::vector<Claim>& claims, const ClaimPatterns& patterns)
      : file_(file), text_(text.utf8()), outline_(outline), claims_(claims), patterns_(patterns) {}

  std::vector<Tenure> read() {
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < outline_.blocks.size(); ++i) {
      const Block& block = outline_.blocks[i];
      if (block.kind == BlockKind::TableRow) {
        read_row(i, next);
      } else if (block.prose() && block.kind != BlockKind::TableCell) {
        read_block(i, next);
      }
    }
    return std::move(tenures_);
  }

 private:
  bool has(std::string_view word_class, Span span) const {
    const Pattern* pattern = patterns_.word_class(word_class);
    return pattern != nullptr && pattern->found_in(text_, span);
  }

  static bool dated(const Claim& claim) {
    const ValueKind kind = claim.value.kind;
    return (kind == ValueKind::Interval || kind == ValueKind::Date) &&
           claim.modality == Modality::Asserted && !claim.value.open_low;
  }

  /// "After the 2015 storm": when something was, not since when.
  bool follows(const Claim& claim) const {
    return claim.value.open_high && has("following", claim.span);
  }

  /// The claims with dates inside `span`; `next` walks along.
  std::vector<const Claim*> dates_in(Span span, std::uint32_t& next) const {
    std::vector<const Claim*> out;
    while (next < claims_.size() && claims_[next].span.begin < span.begin) ++next;
    for (std::uint32_t i = next; i < claims_.size() && claims_[i].span.begin < span.end; ++i) {
      if (dated(claims_[i]) && !follows(claims_[i])) out.push_back(&claims_[i]);
    }
    return out;
  }

  static bool is_stretch(const Claim& claim) {
    const Value& value = claim.value;
    return value.kind == ValueKind::Interval &&
           (value.open_high || value.high - value.low > kPoint * value.resolution);
  }

  /// A row holds one post: a cell with both ends, or two cells with one each.
  void read_row(std::uint32_t row, std::uint32_t& next) {
    Span hull_of_cells = outline_.blocks[row].span;
    for (std::uint32_t i = row + 1; i < outline_.blocks.size(); ++i) {
      if (outline_.blocks[i].parent != row) break;
      hull_of_cells = hull(hull_of_cells, outline_.blocks[i].span);
    }
    const std::vector<const Claim*> dates = dates_in(hull_of_cells, next);
    if (dates.empty() || dates.front()->narrative != kNone) return;  // a cell of a told story
    Surroundings around = above(row);
    around.spans.push_back(hull_of_cells);
    const bool stretch = is_stretch(*dates.front());
    if (!stretch && dates.size() > 1) {
      add({dates[0], dates[1]}, around);
    } else if (stretch || outline_.format == NoteFormat::Resume ||
               has("to_this_day", hull_of_cells)) {
      add({dates.front()}, around);
    }
  }

  /// A short line is a post of a résumé, and so are lines of a block that follow each other and
  /// have dates; in prose the sentence must say so.
  void read_block(std::uint32_t index, std::uint32_t& next) {
    const Block& block = outline_.blocks[index];
    std::vector<const Claim*> dates = dates_in(block.text, next);
    std::erase_if(dates, [](const Claim* claim) { return !is_stretch(*claim); });
    const std::vector<const Claim*> by_line = one_a_line(block.text, dates);
    const bool listed = by_line.size() > 1 && on_lines_of_their_own(by_line);
    const bool posts = listed && (by_line.size() >= kPosts || has_open_end(by_line));
    for (const Claim* claim : listed ? by_line : dates) {
      const bool line = listed || block.text.size() <= kLine;
      const Span own = listed ? line_around(block.text, claim->span) : block.text;
      const Span where = line ? own : sentence_around(block.text, claim->span);
      Surroundings around = line ? above(index) : Surroundings{};
      const bool spoken = block.kind != BlockKind::Heading && has("held_post", where);
      if ((!line && !spoken) || (line && tells_share(where, *claim))) continue;
      around.work = around.work || spoken;
      around.guessed = posts;
      around.spans.push_back(where);
      add({claim}, around);
    }
  }

  /// "Meals a year: plus 65 % between 2018 and 2021": what was reached there, no post.
  bool tells_share(Span line, const Claim& dates) const {
    const auto before = claims_from(claims_, line.begin);
    const auto behind = std::find_if(before, claims_.end(), [&](const Claim& one) {
      return one.span.begin >= dates.span.begin;
    });
    return std::any_of(before, behind,
                       [](const Claim& one) { return one.value.kind == ValueKind::Percent; });
  }

  /// Of several stretches in a line the one that is told most exactly.
  std::vector<const Claim*> one_a_line(Span block, const std::vector<const Claim*>& dates) const {
    std::vector<const Claim*> out;
    for (const Claim* claim : dates) {
      const bool same =
          !out.empty() && line_around(block, out.back()->span) == line_around(block, claim->span);
      if (!same) {
        out.push_back(claim);
      } else if (claim->value.resolution < out.back()->value.resolution) {
        out.back() = claim;
      }
    }
    return out;
  }

  static bool has_open_end(const std::vector<const Claim*>& dates) {
    return std::any_of(dates.begin(), dates.end(),
                       [](const Claim* claim) { return claim->value.open_high; });
  }

  /// Lines that go on another one are indented.
  bool on_lines_of_their_own(const std::vector<const Claim*>& dates) const {
    for (std::size_t i = 1; i < dates.size(); ++i) {
      const std::uint32_t begin = dates[i - 1]->span.end;
      const std::string_view between = text_.substr(begin, dates[i]->span.begin - begin);
      std::size_t at = between.find('\n');
      if (at == std::string_view::npos) return false;
      for (std::size_t next = between.find('\n', at + 1); next != std::string_view::npos;
           at = next, next = between.find('\n', at + 1)) {
        if (!between.substr(at + 1).starts_with(kIndent)) return false;
      }
    }
    return true;
  }

  Span line_around(Span block, Span at) const {
    Span out = block;
    const std::size_t begin = text_.substr(0, at.begin).rfind('\n');
    if (begin != std::string_view::npos && begin >= block.begin) {
      out.begin = static_cast<std::uint32_t>(begin) + 1;
    }
    const std::size_t end = text_.find('\n', at.end);
    if (end < block.end) out.end = static_cast<std::uint32_t>(end);
    return out;
  }

  Span sentence_around(Span block, Span at) const {
    Span out = block;
    const std::size_t begin = text_.substr(0, at.begin).rfind(". ");
    if (begin != std::string_view::npos && begin > block.begin) {
      out.begin = static_cast<std::uint32_t>(begin) + 2;
    }
    const std::size_t end = text_.find(". ", at.end);
    if (end < block.end) out.end = static_cast<std::uint32_t>(end) + 1;
    return out;
  }

  /// The headings above a block, up to the one that says what the list is of.
  Surroundings above(std::uint32_t index) const {
    Surroundings out;
    std::uint32_t at = outline_.blocks[index].parent;
    for (std::size_t steps = 0; at < outline_.blocks.size(); ++steps) {
      const Block& block = outline_.blocks[at];
      if (block.kind == BlockKind::Heading) {
        if (has("work_section", block.text)) {
          out.work = true;
          return out;
        }
        if (has("other_section", block.text)) out.spans.push_back(block.text);
        if (steps < kAncestors && block.level > 1) out.spans.push_back(block.text);
      }
      at = block.parent;
    }
    return out;
  }

  void add(std::vector<const Claim*> dates, const Surroundings& around) {
    bool post = around.work;
    bool other = false;
    Tenure tenure;
    for (const Span span : around.spans) {
      post = post || has("post_word", span) || has("trade", span);
      other = other || has("other_section", span);
      tenure.side = tenure.side || has("side_work", span);
      tenure.full_time = tenure.full_time || has("full_time", span);
      tenure.study = tenure.study || has("study_word", span);
      tenure.leads = tenure.leads || has("lead_post", span);
      tenure.junior = tenure.junior || has("junior_post", span);
      tenure.senior = tenure.senior || has("senior_post", span);
      add_names(text_, span, patterns_.word_class("not_an_employer"), tenure.names);
    }
    post = post || tenure.full_time;
    // What may be a post is none that others must make room for.
    if (!post && around.guessed) tenure.side = true;
    if (tenure.study ? !tenure.full_time : other || (!post && !around.guessed)) return;
    if (tenure.study) tenure.side = false;  // "MSc, full-time, student of …"
    // "Where I have been" heads the posts of several employers.
    std::erase_if(tenure.names, [&](const std::string& name) {
      return patterns_.is_word("stop", name) || patterns_.is_word("to_this_day", name);
    });
    const Value& first = dates.front()->value;
    const Value& last = dates.back()->value;
    tenure.file = file_;
    tenure.low = first.low;
    tenure.ended = dates.size() > 1 || is_stretch(*dates.front()) ? !last.open_high : false;
    tenure.high = tenure.ended ? std::max(last.high, last.low + 1) : first.low;
    tenure.grain = std::max(first.resolution, last.resolution);
    tenure.dates = std::move(dates);
    std::sort(tenure.names.begin(), tenure.names.end());
    if (!tenure.ended || tenure.high > tenure.low) tenures_.push_back(std::move(tenure));
  }

  FileId file_;
  std::string_view text_;
  const Outline& outline_;
  const std::vector<Claim>& claims_;
  const ClaimPatterns& patterns_;
  std::vector<Tenure> tenures_;
};

}  // namespace

std::vector<Tenure> read_tenures(FileId file, const Text& text, const Outline& outline,
                                 const std::vector<Claim>& claims, const ClaimPatterns& patterns) {
  return TenureReader(file, text, outline, claims, patterns).read();
}

bool same_employer(const Tenure& a, const Tenure& b) {
  if (a.names.empty() || b.names.empty()) return true;
  return std::any_of(a.names.begin(), a.names.end(), [&](const std::string& name) {
    return std::binary_search(b.names.begin(), b.names.end(), name);
  });
}

}  // namespace starlint
