// change: a claimed change that its figures do not bear out.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kCoarse = 0.1;    // of the claimed figure
constexpr double kWholeFrom = 10;  // figures from here on are printed without decimals in a fix

struct Choice {
  ChangeVerdict verdict;
  std::optional<Measure> measure;  // of the claim; any where empty
};

/// How the figures moved: which words the message needs.
std::string_view course_of(const Movement& movement) {
  if (movement.to > movement.from) return "rise";
  return movement.time ? "faster" : "fall";
}

/// What the claim should have said, in its own measure.
double right_figure(const ChangeClaim& claim, const Readings& readings) {
  if (claim.measure == Measure::Fold) return readings.fold;
  if (claim.measure == Measure::Points) return readings.points;
  if (readings.percent_more > 0) return readings.percent_more;
  return claim.verb == Verb::Faster ? readings.percent_faster : readings.percent_less;
}

/// Whether the claim is so near to what the figures give that coarse rounding may be behind it.
bool nearly(const ChangeClaim& claim, const Readings& readings) {
  return std::abs(claim.figure - right_figure(claim, readings)) <= kCoarse * claim.figure;
}

std::string written(double figure) { return decimal(figure, figure < kWholeFrom ? 1 : 0); }

class ChangeRule : public Rule {
 public:
  ChangeRule(Choice choice, std::vector<std::string> may_be_negative)
      : choice_(choice), may_be_negative_(std::move(may_be_negative)) {}

  void check(const FileView& file, Sink& sink) const override {
    std::vector<bool> compared(file.metrics.changes.size());
    for (const Comparison& comparison : file.metrics.comparisons) {
      const SaidChange& change = file.metrics.changes[comparison.change];
      compared[comparison.change] = true;
      if (comparison.verdict != choice_.verdict || !wanted(file, change)) continue;
      report(file, change, comparison, sink);
    }
    if (choice_.verdict != ChangeVerdict::Impossible) return;
    for (std::size_t i = 0; i < compared.size(); ++i) {
      const SaidChange& change = file.metrics.changes[i];
      if (compared[i] || possible(change.claim) || !wanted(file, change)) continue;
      sink.add({file.source.id, file.metrics.place(change)}, {{"claimed", said(file, change)}},
               "alone");
    }
  }

 private:
  static std::string said(const FileView& file, const SaidChange& change) {
    return std::string(file.slice(file.metrics.place(change)));
  }

  bool wanted(const FileView& file, const SaidChange& change) const {
    if (choice_.measure && change.claim.measure != *choice_.measure) return false;
    const Passage& passage = file.metrics.passages[change.where.passage];
    const std::string sentence =
        ascii_lower(passage.slice(passage.masked.sentence(change.where.span.begin)));
    return std::none_of(
        may_be_negative_.begin(), may_be_negative_.end(),
        [&](const std::string& word) { return sentence.find(word) != std::string::npos; });
  }

  void report(const FileView& file, const SaidChange& change, const Comparison& comparison,
              Sink& sink) const {
    const Metrics& metrics = file.metrics;
    const Readings readings = readings_of(comparison.movement);
    const std::string right = written(right_figure(change.claim, readings));
    const Span before = metrics.place(comparison.before);
    const Span after = metrics.place(comparison.after);
    Finding& finding = sink.add({file.source.id, metrics.place(change)},
                                {{"claimed", said(file, change)},
                                 {"from", std::string(file.slice(before))},
                                 {"to", std::string(file.slice(after))},
                                 {"less", decimal(readings.percent_less)},
                                 {"more", decimal(readings.percent_more)},
                                 {"faster", decimal(readings.percent_faster, 0)},
                                 {"fold", decimal(readings.fold)},
                                 {"points", decimal(readings.points)},
                                 {"right", right}},
                                course_of(comparison.movement));
    if (!comparison.sure || nearly(change.claim, readings)) {
      finding.level = std::min(finding.level, Level::Warning);
    }
    for (const Span place : {before, after}) {
      finding.related.push_back({{file.source.id, place}, std::string(file.slice(place))});
    }
    if (comparison.sure) add_fix(metrics, change, right, finding);
  }

  /// Only a figure that the others plainly give is replaced.
  void add_fix(const Metrics& metrics, const SaidChange& change, const std::string& right,
               Finding& finding) const {
    if (change.figure.value == kNone || choice_.verdict == ChangeVerdict::Contrary ||
        choice_.verdict == ChangeVerdict::Points) {
      return;
    }
    const std::vector<BareNumber>& numbers = metrics.typed(change.figure).numbers;
    if (numbers.size() != 1) return;
    finding.fix = Fix{cat("write '", right, "'"), false, {{numbers.front().span, right}}};
  }

  Choice choice_;
  std::vector<std::string> may_be_negative_;
};

constexpr std::pair<std::string_view, ChangeVerdict> kVerdicts[] = {
    {"impossible", ChangeVerdict::Impossible}, {"contrary", ChangeVerdict::Contrary},
    {"points", ChangeVerdict::Points},         {"inflated", ChangeVerdict::Inflated},
    {"mismatch", ChangeVerdict::Mismatch},
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  Choice choice{ChangeVerdict::Mismatch, std::nullopt};
  for (const auto& [name, verdict] : kVerdicts) {
    if (name == options.string("verdict")) choice.verdict = verdict;
  }
  if (options.string("measure") == "fold") choice.measure = Measure::Fold;
  if (options.string("measure") == "percent") choice.measure = Measure::Percent;
  if (options.string("measure") == "points") choice.measure = Measure::Points;
  return std::unique_ptr<Rule>(
      std::make_unique<ChangeRule>(choice, options.strings("may_be_negative")));
}

}  // namespace

Kind change_kind() {
  using toml_doc::FieldType;
  return {"change",
          "a claimed change that its figures do not bear out",
          {"claimed", "from", "to", "less", "more", "faster", "fold", "points", "right"},
          {"faster", "fall", "rise", "alone"},
          {{"verdict",
            FieldType::String,
            "what is wrong with the claim",
            true,
            {"impossible", "contrary", "points", "inflated", "mismatch"}},
           {"measure",
            FieldType::String,
            "only claims in this measure",
            false,
            {"percent", "fold", "points"}},
           {"may_be_negative", FieldType::Strings,
            "words of measures that may fall below zero: not impossible"}},
          compile};
}

}  // namespace starlint
