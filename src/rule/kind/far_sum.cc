// far-sum: parts that one story lists, and another total elsewhere in the notes of one speaker.
#include <algorithm>

#include "base/strings.h"
#include "metric/far_sum.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

struct Total {
  const FileView* file;
  Figure figure;
};

class FarSumRule : public Rule {
 public:
  explicit FarSumRule(const MetricVocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    for (const FileView* file : speaker.files) {
      for (const ToldParts& told : parts_told(file->metrics, vocabulary_)) {
        check_parts(speaker, *file, told, sink);
      }
    }
  }

 private:
  /// Of totals that differ nobody knows which is meant.
  void check_parts(const SpeakerView& speaker, const FileView& file, const ToldParts& told,
                   Sink& sink) const {
    std::vector<Total> totals;
    for (const FileView* other : speaker.files) {
      FarTotals found = totals_of(told, other->metrics, vocabulary_);
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
