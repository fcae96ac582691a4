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
  GrimRule(std::vector<FigurePhrase> phrases, double most)
      : phrases_(std::move(phrases)), most_(most) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.metrics.passages.size(); ++i) {
      const Passage& passage = file.metrics.passages[i];
      if (passage.values.size() < 2) continue;
      const Span all{0, static_cast<std::uint32_t>(passage.masked.text().size())};
      for (const FigurePhrase& phrase : phrases_) {
        for (const FigureMatch& match : phrase.find_all(passage, all)) {
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

  std::vector<FigurePhrase> phrases_;
  double most_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  std::vector<FigurePhrase> phrases;
  for (const std::string& text : options.strings("phrases")) {
    Result<FigurePhrase> phrase =
        FigurePhrase::compile(text, context.metrics.words(), options.built_in);
    if (!phrase) return options.error("phrases", phrase.error().message, phrase.error().hint);
    std::vector<std::string_view> names = phrase->names();
    std::sort(names.begin(), names.end());
    if (names != std::vector<std::string_view>{"share", "whole"}) {
      return options.error("phrases", "a phrase must name {percent:share} and {count:whole}");
    }
    phrases.push_back(*std::move(phrase));
  }
  return std::unique_ptr<Rule>(
      std::make_unique<GrimRule>(std::move(phrases), options.number("most", 100)));
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
