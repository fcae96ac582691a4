// grim: a percentage that no whole number of few things can be.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "claim/tally.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class GrimRule : public Rule {
 public:
  GrimRule(std::vector<PhraseId> phrases, const FigureBank& bank, double most)
      : phrases_(std::move(phrases)), bank_(bank), most_(most) {}

  void check(const FileView& file, Sink& sink) const override {
    for (const PhraseId phrase : phrases_) {
      for (const std::uint32_t i : file.figures.places(phrase)) {
        for (const FigureMatch& match : bank_.phrase(phrase).find_all(file.metrics.passages[i])) {
          judge(file, i, match, sink);
        }
      }
    }
  }

 private:
  void judge(const FileView& file, std::uint32_t passage, const FigureMatch& match,
             Sink& sink) const {
    const Metrics& metrics = file.metrics;
    const Figure share{passage, match.find("share")->value};
    const Figure whole{passage, match.find("whole")->value};
    const Value& percent = metrics.value(share);
    const Value& count = metrics.value(whole);
    const bool exact = percent.qualifier == Qualifier::Exact && percent.single() &&
                       count.qualifier == Qualifier::Exact && count.single();
    if (!exact || count.low < 1 || count.low > most_ || count.low != std::floor(count.low)) return;
    if (share_possible(percent.low, percent.resolution, static_cast<int>(count.low))) return;
    const Span place = metrics.place(share);
    const Span base = metrics.place(whole);
    Finding& finding =
        sink.add({file.source.id, place}, {{"share", std::string(file.slice(place))},
                                           {"whole", std::string(file.slice(base))},
                                           {"part", decimal(percent.low * count.low / 100, 2)}});
    finding.related.push_back({{file.source.id, base}, std::string(file.slice(base))});
  }

  std::vector<PhraseId> phrases_;
  const FigureBank& bank_;
  double most_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  auto phrases = add_phrases(options, "phrases", context);
  if (!phrases) return phrases.error();
  for (const PhraseId phrase : *phrases) {
    std::vector<std::string_view> names = context.figures.phrase(phrase).names();
    std::sort(names.begin(), names.end());
    if (names != std::vector<std::string_view>{"share", "whole"}) {
      return options.error("phrases", "a phrase must name {percent:share} and {count:whole}");
    }
  }
  return std::unique_ptr<Rule>(std::make_unique<GrimRule>(*std::move(phrases), context.figures,
                                                          options.number("most", 100)));
}

}  // namespace

Kind grim_kind() {
  using toml_doc::FieldType;
  return {"grim",
          "a percentage that no whole number of few things can be",
          {"share", "whole", "part"},
          {},
          {{"phrases", FieldType::Strings, "with {percent:share} and {count:whole}", true},
           {"most", FieldType::Number, "the largest whole that is looked at"}},
          compile};
}

}  // namespace starlint
