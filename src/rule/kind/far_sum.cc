// far-sum: parts that one story lists, and another total elsewhere in the notes of one speaker.
#include <algorithm>
#include <compare>
#include <optional>
#include <utility>

#include "base/sorted.h"
#include "base/strings.h"
#include "metric/far_sum.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr std::size_t kMostNear = 64;  // passages: of more, nobody can say which tells the total

struct Total {
  const FileView* file;
  Figure figure;
};

/// The figures of a speaker by size, so that parts meet few of them.
class Sizes {
 public:
  explicit Sizes(const SpeakerView& speaker) : files_(speaker.files.begin(), speaker.files.end()) {
    for (std::uint32_t file = 0; file < files_.size(); ++file) {
      const std::vector<Passage>& passages = files_[file]->metrics.passages;
      for (std::uint32_t p = 0; p < passages.size(); ++p) {
        for (const Typed& typed : passages[p].values) {
          if (typed.value.single()) places_.push_back({typed.value.low, file, p});
        }
      }
    }
    std::sort(places_.begin(), places_.end());
  }

  /// Passages with a figure about as large as the sum of the parts, in order of the notes.
  std::vector<std::pair<const FileView*, std::uint32_t>> near(const ToldParts& told) const {
    const auto from =
        std::lower_bound(places_.begin(), places_.end(), Place{told.sum.low / kNearSum, 0, 0});
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (auto at = from; at != places_.end() && at->size <= told.sum.high * kNearSum; ++at) {
      found.emplace_back(at->file, at->passage);
      if (found.size() > kMostNear * kMostNear) return {};
    }
    sort_unique(found);
    std::vector<std::pair<const FileView*, std::uint32_t>> out;
    if (found.size() > kMostNear) return out;
    for (const auto& [file, passage] : found) out.emplace_back(files_[file], passage);
    return out;
  }

 private:
  struct Place {
    double size;
    std::uint32_t file;
    std::uint32_t passage;
    auto operator<=>(const Place&) const = default;
  };

  std::vector<const FileView*> files_;
  std::vector<Place> places_;
};

class FarSumRule : public Rule {
 public:
  explicit FarSumRule(const MetricVocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void prepare(const FileView& file) const override { parts_of(file); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::optional<Sizes> sizes;  // most notes have no such list
    for (const FileView* file : speaker.files) {
      for (const ToldParts& told : parts_of(*file)) {
        if (!sizes) sizes.emplace(speaker);
        check_parts(*sizes, *file, told, sink);
      }
    }
  }

 private:
  const std::vector<ToldParts>& parts_of(const FileView& file) const {
    return file.memo.keep<std::vector<ToldParts>>(
        &vocabulary_, [&] { return parts_told(file.metrics, vocabulary_); });
  }

  /// Of totals that differ nobody knows which is meant.
  void check_parts(const Sizes& sizes, const FileView& file, const ToldParts& told,
                   Sink& sink) const {
    std::vector<Total> totals;
    for (const auto& [other, passage] : sizes.near(told)) {
      FarTotals found = totals_of(told, other->metrics, passage, vocabulary_);
      if (found.borne_out) return;
      for (const Figure& figure : found.against) totals.push_back({other, figure});
    }
    if (totals.empty()) return;
    const auto value = [](const Total& total) {
      return total.file->metrics.value(total.figure).low;
    };
    const bool one = std::all_of(totals.begin(), totals.end(), [&](const Total& total) {
      return value(total) == value(totals.front());
    });
    if (one) report(file, told, totals.front(), sink);
  }

  static void report(const FileView& file, const ToldParts& told, const Total& total, Sink& sink) {
    const Metrics& metrics = total.file->metrics;
    const Span place = metrics.place(total.figure);
    if (sink.told({total.file->source.id, place})) return;
    const Typed& typed = metrics.typed(total.figure);
    const bool time = typed.value.kind == ValueKind::Duration && !typed.numbers.empty();
    const double unit = time ? typed.value.low / typed.numbers.front().value : 1;
    std::vector<std::string> parts;
    std::vector<Related> related;
    for (const Figure& part : told.parts) {
      const Span where = file.metrics.place(part);
      parts.emplace_back(file.slice(where));
      related.push_back({{file.source.id, where}, parts.back()});
    }
    const std::string sum = decimal((told.sum.low + told.sum.high) / 2 / unit);
    Finding& finding =
        sink.add({total.file->source.id, place}, {{"total", std::string(total.file->slice(place))},
                                                  {"parts", join(parts, " + ")},
                                                  {"sum", sum}});
    finding.related = std::move(related);
  }

  const MetricVocabulary& vocabulary_;
};

Result<std::unique_ptr<Rule>> compile(const Options&, CompileContext& context) {
  return std::unique_ptr<Rule>(std::make_unique<FarSumRule>(context.metrics));
}

}  // namespace

Kind far_sum_kind() {
  return {"far-sum",
          "parts that one story lists, and another total elsewhere",
          {"total", "parts", "sum"},
          {},
          {},
          compile};
}

}  // namespace starlint
