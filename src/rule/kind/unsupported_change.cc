// unsupported-change: a claimed change in figures, with nothing to hold it against.
#include <algorithm>

#include "rule/kind/kinds.h"

namespace starlint {

namespace {

/// Whether a sentence tells from what to what; which change that is may be unsure.
bool has_figures(const Metrics& metrics, std::uint32_t sentence) {
  return std::any_of(
      metrics.movements.begin(), metrics.movements.end(),
      [&](const SaidMovement& movement) { return movement.where.sentence == sentence; });
}

class UnsupportedChangeRule : public Rule {
 public:
  void check(const FileView& file, Sink& sink) const override {
    const Metrics& metrics = file.metrics;
    std::vector<bool> supported(metrics.changes.size());
    for (const Comparison& comparison : metrics.comparisons) supported[comparison.change] = true;
    for (std::size_t i = 0; i < metrics.changes.size(); ++i) {
      const SaidChange& change = metrics.changes[i];
      if (supported[i] || change.figure.value == kNone || !possible(change.claim)) continue;
      if (has_figures(metrics, change.where.sentence)) continue;
      const Span place = metrics.place(change);
      sink.add({file.source.id, place},
               {{"claimed", std::string(file.slice(place))}, {"metric", change.metric}});
    }
  }
};

Result<std::unique_ptr<Rule>> compile(const Options&, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<UnsupportedChangeRule>());
}

}  // namespace

Kind unsupported_change_kind() {
  return {"unsupported-change",
          "a claimed change in figures, with nothing to hold it against",
          {"claimed", "metric"},
          {},
          {},
          compile};
}

}  // namespace starlint
