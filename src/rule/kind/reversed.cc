// reversed: two dates told as the beginning and the end of one stretch, the end before the
// beginning.
#include <optional>

#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kYear = 365.25;  // days
constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2100;
constexpr double kEpoch = 1970;

/// First and last day of a date, or of a number that can only be a year.
std::optional<Bounds> days_of(const Value& value) {
  if (value.kind == ValueKind::Date || value.kind == ValueKind::Interval) {
    if (value.open_low || value.open_high) return std::nullopt;
    return Bounds{value.low, value.high};
  }
  const bool year = value.kind == ValueKind::Cardinal && value.single() &&
                    value.low >= kFirstYear && value.low < kLastYear;
  if (!year) return std::nullopt;
  return Bounds{(value.low - kEpoch) * kYear, (value.low + 1 - kEpoch) * kYear};
}

class ReversedRule : public Rule {
 public:
  explicit ReversedRule(std::string attribute) : attribute_(std::move(attribute)) {}

  void check(const FileView& file, Sink& sink) const override {
    const Claim* begin = nullptr;
    for (const Claim& claim : file.claims) {
      if (claim.attribute != attribute_ || claim.modality != Modality::Asserted) continue;
      if (claim.role == Role::Before) begin = &claim;
      if (claim.role != Role::After || begin == nullptr) continue;
      if (begin->sentence == claim.sentence) check_ends(file, *begin, claim, sink);
      begin = nullptr;
    }
  }

 private:
  static void check_ends(const FileView& file, const Claim& begin, const Claim& end, Sink& sink) {
    const std::optional<Bounds> first = days_of(begin.value);
    const std::optional<Bounds> last = days_of(end.value);
    if (!first || !last || first->low <= last->low) return;
    Finding& finding = sink.add({file.source.id, hull(begin.span, end.span)},
                                {{"begin", words_of(file, begin)}, {"end", words_of(file, end)}});
    finding.narrative = begin.narrative;
  }

  std::string attribute_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(
      std::make_unique<ReversedRule>(std::string(options.string("attribute"))));
}

}  // namespace

Kind reversed_kind() {
  using toml_doc::FieldType;
  return {"reversed",
          "a stretch of time that ends before it begins",
          {"begin", "end"},
          {},
          {{"attribute", FieldType::String, "of the two dates, as roles before and after", true}},
          compile};
}

}  // namespace starlint
