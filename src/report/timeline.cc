#include "report/timeline.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "claim/tenure.h"
#include "report/place.h"

namespace starlint {

namespace {

constexpr double kPoint = 1.5;          // an interval of so many of its unit is a point in time
constexpr std::size_t kNameLimit = 90;  // bytes of a lane's name

bool is_date(const Claim& claim) {
  const ValueKind kind = claim.value.kind;
  return (kind == ValueKind::Date || kind == ValueKind::Interval) &&
         claim.modality == Modality::Asserted && !claim.value.open_low;
}

double end_of(const Value& value) { return std::max(value.high, value.low + 1); }

/// The innermost block that holds an offset, or nullptr.
const Block* block_at(const Outline& outline, std::uint32_t offset) {
  const auto behind =
      std::upper_bound(outline.blocks.begin(), outline.blocks.end(), offset,
                       [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
  if (behind == outline.blocks.begin()) return nullptr;
  const Block& block = *std::prev(behind);
  return block.span.contains(offset) ? &block : nullptr;
}

/// A line without the marks of its markup.
std::string plain_line(const FileResult& file, Span span) {
  std::string line = quote_of(file, span, kNameLimit);
  std::erase_if(line, [](char c) { return c == '*' || c == '`' || c == '#'; });
  return std::string(trim(line));
}

/// The line that dates a post, behind the heading it stands under.
std::string post_name(const FileResult& file, std::uint32_t offset) {
  const Span line = file.text.lines().span(file.text.line(offset), file.text.utf8());
  std::string own = plain_line(file, line);
  const Block* block = block_at(file.outline, offset);
  if (block == nullptr || block->kind == BlockKind::Heading) return own;
  const auto& blocks = file.outline.blocks;
  std::uint32_t above = block->parent;
  while (above != kNone && blocks[above].kind != BlockKind::Heading) above = blocks[above].parent;
  return above == kNone ? own : cat(plain_line(file, blocks[above].text), " · ", own);
}

class LaneReader {
 public:
  LaneReader(const LintRun& run, const SpeakerView& speaker) : run_(run), speaker_(speaker) {}

  std::vector<Lane> read() {
    for (const FileView* view : speaker_.files) {
      const FileResult& file = run_.file(view->source.id);
      add_posts(file);
      add_dates(file);
    }
    std::stable_sort(lanes_.begin(), lanes_.end(),
                     [](const Lane& a, const Lane& b) { return a.begin < b.begin; });
    return std::move(lanes_);
  }

 private:
  void add_posts(const FileResult& file) {
    for (const Tenure& tenure : read_tenures(file.source.id, file.text, file.outline, file.claims,
                                             run_.rules->claims().patterns)) {
      const Location where{tenure.file, tenure.dates.front()->span};
      lanes_.push_back({Lane::Kind::Post,
                        post_name(file, where.span.begin),
                        where,
                        tenure.low,
                        tenure.high,
                        tenure.ended,
                        {}});
      for (const Claim* claim : tenure.dates) held_.insert(claim);
    }
  }

  void add_dates(const FileResult& file) {
    for (const Claim& claim : file.claims) {
      if (!is_date(claim) || held_.count(&claim) > 0) continue;
      const Block* block = block_at(file.outline, claim.span.begin);
      if (block != nullptr && block->kind == BlockKind::Heading) {
        add_title(file, *block, claim);
      } else if (claim.narrative != kNone) {
        add_told(file, claim);
      }
    }
  }

  void add_title(const FileResult& file, const Block& title, const Claim& claim) {
    const Value& value = claim.value;
    const bool point = value.high - value.low <= kPoint * value.resolution;
    if (point && !value.open_high) return;
    lanes_.push_back({Lane::Kind::Dated,
                      plain_line(file, title.text),
                      {claim.file, claim.span},
                      value.low,
                      value.open_high ? value.low + 1 : end_of(value),
                      !value.open_high,
                      {}});
  }

  /// Dates told in stories: one lane a project, or a story that has none.
  void add_told(const FileResult& file, const Claim& claim) {
    if (claim.value.open_high) return;
    const Narrative& story = file.narratives.stories[claim.narrative];
    const std::string& name = story.project_name.empty() ? story.title_text : story.project_name;
    if (name.empty()) return;
    const auto [found, added] = numbers_.try_emplace(name, lanes_.size());
    if (added) {
      lanes_.push_back({Lane::Kind::Project,
                        name,
                        {claim.file, claim.span},
                        claim.value.low,
                        end_of(claim.value),
                        true,
                        {}});
    }
    Lane& lane = lanes_[found->second];
    lane.begin = std::min(lane.begin, claim.value.low);
    lane.end = std::max(lane.end, end_of(claim.value));
    lane.dates.push_back((claim.value.low + end_of(claim.value)) / 2);
  }

  const LintRun& run_;
  const SpeakerView& speaker_;
  std::set<const Claim*> held_;                 // told as posts; only looked up
  std::map<std::string, std::size_t> numbers_;  // of projects, in lanes_
  std::vector<Lane> lanes_;
};

}  // namespace

std::vector<Lane> lanes_of(const LintRun& run, const SpeakerView& speaker) {
  return LaneReader(run, speaker).read();
}

}  // namespace starlint
