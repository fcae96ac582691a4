// contrary: an absolute, and in the same story evidence against it.
#include <algorithm>

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
  ContraryRule(std::vector<PhraseId> any, std::vector<PhraseId> against, const FigureBank& bank)
      : any_(std::move(any)), against_(std::move(against)), bank_(bank) {}

  void check(const FileView& file, Sink& sink) const override {
    const Metrics& metrics = file.metrics;
    const std::vector<Found> absolutes = find(file, any_);
    if (absolutes.empty()) return;
    const std::vector<Found> evidence = find(file, against_);
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
  /// In order of the text.
  std::vector<Found> find(const FileView& file, const std::vector<PhraseId>& phrases) const {
    std::vector<Found> found;
    for (const PhraseId phrase : phrases) {
      for (const std::uint32_t i : file.figures.places(phrase)) {
        for (const FigureMatch& match : bank_.phrase(phrase).find_all(file.metrics.passages[i])) {
          found.push_back({i, match.span});
        }
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.passage < b.passage; });
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

  std::vector<PhraseId> any_;
  std::vector<PhraseId> against_;
  const FigureBank& bank_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  auto any = add_phrases(options, "any", context);
  if (!any) return any.error();
  auto against = add_phrases(options, "against", context);
  if (!against) return against.error();
  return std::unique_ptr<Rule>(
      std::make_unique<ContraryRule>(*std::move(any), *std::move(against), context.figures));
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
