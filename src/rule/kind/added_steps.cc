// added-steps: changes that follow on each other, told as one with the sum of their figures.
#include "base/strings.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class AddedStepsRule : public Rule {
 public:
  void check(const FileView& file, Sink& sink) const override {
    const Metrics& metrics = file.metrics;
    for (const WrongTotal& wrong : metrics.wrong_totals) {
      const Span place = metrics.place(metrics.changes[wrong.change]);
      std::vector<std::string> said;
      std::vector<Related> related;
      for (const std::uint32_t step : wrong.steps) {
        const Span where = metrics.place(metrics.changes[step]);
        said.push_back(cat("'", file.slice(where), "'"));
        related.push_back({{file.source.id, where}, std::string(file.slice(where))});
      }
      const SaidChange& whole = metrics.changes[wrong.change];
      const bool fold = whole.claim.measure == Measure::Fold;
      const std::string_view message = whole.left ? "left" : fold ? "fold" : "percent";
      const double together = whole.left ? 100 - wrong.composed : wrong.composed;
      Finding& finding = sink.add({file.source.id, place},
                                  {{"claimed", std::string(file.slice(place))},
                                   {"steps", join(said, ", ")},
                                   {"together", decimal(together)}},
                                  std::string(message));
      finding.related = std::move(related);
    }
  }
};

Result<std::unique_ptr<Rule>> compile(const Options&, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<AddedStepsRule>());
}

}  // namespace

Kind added_steps_kind() {
  return {"added-steps",
          "changes that follow on each other, told as one with the sum of their figures",
          {"claimed", "steps", "together"},
          {"fold", "left", "percent"},
          {},
          compile};
}

}  // namespace starlint
