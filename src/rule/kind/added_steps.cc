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
      const bool fold = metrics.changes[wrong.change].claim.measure == Measure::Fold;
      Finding& finding = sink.add({file.source.id, place},
                                  {{"claimed", std::string(file.slice(place))},
                                   {"steps", join(said, ", ")},
                                   {"together", decimal(wrong.composed)}},
                                  fold ? "fold" : "percent");
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
          {"fold", "percent"},
          {},
          compile};
}

}  // namespace starlint
