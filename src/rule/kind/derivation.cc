// derivation: a figure that is said to follow from others, and does not.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kPrecise = 10;   // from here on results are printed with one decimal
constexpr double kWhole = 1000;   // and from here on without
constexpr double kSpread = 0.05;  // of a result: two ends that are nearer are printed as one

constexpr std::pair<std::string_view, Operation> kOperations[] = {
    {"product", Operation::Product}, {"sum", Operation::Sum},   {"rest", Operation::Rest},
    {"share", Operation::Share},     {"mean", Operation::Mean}, {"fit", Operation::Fit},
};

std::string number(double value) {
  const double size = std::abs(value);
  return decimal(value, size < kPrecise ? 2 : size < kWhole ? 1 : 0);
}

/// "40", or "40 to 60" where the figures leave so much room.
std::string written(const Extent& extent) {
  const double middle = (extent.low + extent.high) / 2;
  if (extent.high - extent.low <= kSpread * std::abs(middle)) return number(middle);
  return cat(number(extent.low), " to ", number(extent.high));
}

class DerivationRule : public Rule {
 public:
  explicit DerivationRule(Operation operation) : operation_(operation) {}

  void check(const FileView& file, Sink& sink) const override {
    for (const WrongResult& wrong : file.metrics.wrong_results) {
      if (wrong.operation == operation_) report(file, wrong, sink);
    }
  }

 private:
  static void report(const FileView& file, const WrongResult& wrong, Sink& sink) {
    const Span place = file.metrics.place(wrong.claimed);
    if (sink.told({file.source.id, place})) return;
    std::vector<std::string> others;
    std::vector<Related> related;
    for (const Figure& term : wrong.terms) {
      const Span where = file.metrics.place(term);
      others.emplace_back(file.slice(where));
      related.push_back({{file.source.id, where}, std::string(file.slice(where))});
    }
    const std::string& unit = file.metrics.value(wrong.claimed).unit_text;
    const std::string computed = written(wrong.computed);
    Finding& finding = sink.add({file.source.id, place},
                                {{"claimed", std::string(file.slice(place))},
                                 {"others", join(others, ", ")},
                                 {"computed", unit.empty() ? computed : cat(computed, " ", unit)}});
    finding.related = std::move(related);
  }

  Operation operation_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  for (const auto& [name, operation] : kOperations) {
    if (name == options.string("operation"))
      return std::unique_ptr<Rule>(std::make_unique<DerivationRule>(operation));
  }
  return options.error("operation", "there is no such operation");
}

}  // namespace

Kind derivation_kind() {
  using toml_doc::FieldType;
  return {"derivation",
          "a figure that is said to follow from others, and does not",
          {"claimed", "others", "computed"},
          {},
          {{"operation",
            FieldType::String,
            "how it is said to follow",
            true,
            {"product", "sum", "rest", "share", "mean", "fit"}}},
          compile};
}

}  // namespace starlint
