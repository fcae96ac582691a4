#include "metric/odds.h"

#include "metric/bearing.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kHundred = 100;
constexpr std::size_t kIn = 1;          // word between the figures: "in"
constexpr double kFine = 0.01;          // of a share: odds are exact
constexpr std::uint32_t kPassages = 2;  // from where the measure stood last to the claim

bool counts(const Value& value) {
  return value.kind == ValueKind::Cardinal && value.single() && value.qualifier == Qualifier::Exact;
}

/// "Nine in ten", a mark that people give, is no such share.
bool are_odds(const Value& part, const Value& whole) {
  return counts(part) && counts(whole) && part.low == 1 && whole.low > 1;
}

Typed share_of(const Typed& part, const Typed& whole) {
  Typed share;
  share.span = hull(part.span, whole.span);
  share.value.kind = ValueKind::Percent;
  share.value.low = share.value.high = part.value.low / whole.value.low * kHundred;
  share.value.resolution = share.value.low * kFine;
  return share;
}

}  // namespace

std::vector<Odds> read_odds(Metrics& metrics, const ReckoningWords& words) {
  std::vector<Odds> odds;
  for (std::uint32_t p = 0; p < metrics.passages.size(); ++p) {
    Passage& passage = metrics.passages[p];
    const auto& tokens = passage.masked.tokens();
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      const Typed part = passage.values[tokens[i].second];
      const Typed whole = passage.values[tokens[i + 1].second];
      const std::string_view ahead = passage.slice({tokens[i].first, tokens[i + 1].first});
      if (!are_odds(part.value, whole.value)) continue;
      if (!words.found("one in", ahead)) continue;
      const std::vector<std::string> between = folded_words(ahead);
      odds.push_back({{p, static_cast<std::uint32_t>(passage.values.size())},
                      between.size() > kIn ? between.front() : std::string()});
      passage.values.push_back(share_of(part, whole));
    }
  }
  return odds;
}

std::vector<Figure> odds_of(const Metrics& metrics, const std::vector<Odds>& odds,
                            const SaidChange& change) {
  const Span claim = metrics.place(change);
  std::vector<Odds> told;
  for (const Odds& one : odds) {
    const bool here = in_one_story(metrics, change.where.passage, one.figure.passage);
    if (here && metrics.place(one.figure).end <= claim.begin) told.push_back(one);
  }
  if (told.size() != 2 || told.back().figure.passage + kPassages < change.where.passage) return {};
  if (told.front().thing != told.back().thing) return {};
  return {told.front().figure, told.back().figure};
}

}  // namespace starlint
