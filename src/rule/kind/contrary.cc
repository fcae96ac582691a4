// contrary: an absolute, and in the same story evidence against it.
#include "base/strings.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

struct Found {
  std::uint32_t passage = 0;
  Span span;  // in masked text
};

class ContraryRule : public Rule {
 public:
  ContraryRule(std::vector<FigurePhrase> any, std::vector<FigurePhrase> against,
               PatternFilter filter)
      : any_(std::move(any)), against_(std::move(against)), filter_(std::move(filter)) {}

  void check(const FileView& file, Sink& sink) const override {
    const Metrics& metrics = file.metrics;
    const std::vector<Found> absolutes = find(metrics, any_);
    if (absolutes.empty()) return;
    const std::vector<Found> evidence = find(metrics, against_);
    for (const Found& absolute : absolutes) {
      for (const Found& other : evidence) {
        const bool same_story =
            metrics.stories[absolute.passage] == metrics.stories[other.passage] &&
            (metrics.stories[absolute.passage] != kNone || absolute.passage == other.passage);
        const bool apart = absolute.passage != other.passage || !absolute.span.overlaps(other.span);
        if (!same_story || !apart) continue;
        report(file, absolute, other, sink);
        break;
      }
    }
  }

 private:
  std::vector<Found> find(const Metrics& metrics, const std::vector<FigurePhrase>& phrases) const {
    std::vector<Found> found;
    for (std::uint32_t i = 0; i < metrics.passages.size(); ++i) {
      const Passage& passage = metrics.passages[i];
      if (filter_.candidates(passage.masked.text()).empty()) continue;
      const Span all{0, static_cast<std::uint32_t>(passage.masked.text().size())};
      for (const FigurePhrase& phrase : phrases) {
        for (const FigureMatch& match : phrase.find_all(passage, all)) {
          found.push_back({i, match.span});
        }
      }
    }
    return found;
  }

  static void report(const FileView& file, const Found& absolute, const Found& other, Sink& sink) {
    const Span place = file.metrics.passages[absolute.passage].masked.origin(absolute.span);
    const Span evidence = file.metrics.passages[other.passage].masked.origin(other.span);
    Finding& finding = sink.add(
        {file.source.id, place},
        {{"text", std::string(file.slice(place))}, {"against", std::string(file.slice(evidence))}});
    finding.related.push_back({{file.source.id, evidence}, std::string(file.slice(evidence))});
  }

  std::vector<FigurePhrase> any_;
  std::vector<FigurePhrase> against_;
  PatternFilter filter_;
};

Result<std::vector<FigurePhrase>> phrases_of(const Options& options, std::string_view key,
                                             const WordLists& words, PatternFilter& filter) {
  std::vector<FigurePhrase> out;
  for (const std::string& text : options.strings(key)) {
    Result<FigurePhrase> phrase = FigurePhrase::compile(text, words, options.built_in);
    if (!phrase) return options.error(key, phrase.error().message, phrase.error().hint);
    filter.add(phrase->expression());
    out.push_back(*std::move(phrase));
  }
  return out;
}

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  PatternFilter filter;
  auto any = phrases_of(options, "any", context.metrics.words(), filter);
  if (!any) return any.error();
  auto against = phrases_of(options, "against", context.metrics.words(), filter);
  if (!against) return against.error();
  filter.freeze();
  return std::unique_ptr<Rule>(
      std::make_unique<ContraryRule>(*std::move(any), *std::move(against), std::move(filter)));
}

}  // namespace

Kind contrary_kind() {
  using toml_doc::FieldType;
  return {"contrary",
          "an absolute, and in the same story evidence against it",
          {"text", "against"},
          {},
          {{"any", FieldType::Strings, "phrases of the absolute", true},
           {"against", FieldType::Strings, "phrases of the evidence", true}},
          compile};
}

}  // namespace starlint
