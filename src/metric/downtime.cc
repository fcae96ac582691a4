#include "metric/downtime.h"

#include <algorithm>

#include "metric/trial.h"

namespace starlint {

namespace {

constexpr double kLeast = 90;         // percent: less is no availability to boast of
constexpr double kDay = 86400;        // seconds
constexpr double kYear = 365 * kDay;  // of which is spoken where no other period is
constexpr double kSlack = 1.15;       // times the downtime that is left
constexpr double kHundred = 100;

/// An availability, or an outage, and the days that its sentence names.
struct Told {
  Figure figure;
  std::uint32_t story = kNone;
  double from = 0;  // days since 1970-01-01; equal to `to` where no date is told
  double to = 0;
  double period = 0;  // seconds; 0 where none is named
};

class OutageReader {
 public:
  OutageReader(Metrics& metrics, const Lexicon& lexicon, const ReckoningWords& words)
      : metrics_(metrics), lexicon_(lexicon), words_(words) {}

  void run() {
    std::vector<Told> promises;
    for (std::uint32_t p = 0; p < metrics_.passages.size(); ++p) {
      const Passage& passage = metrics_.passages[p];
      for (const auto& [at, value] : passage.masked.tokens()) {
        const Span sentence = passage.masked.sentence(at);
        const std::string_view said = passage.slice(sentence);
        const Value& one = passage.values[value].value;
        if (one.kind == ValueKind::Percent && one.low >= kLeast && one.high < kHundred &&
            words_.found("uptime", said)) {
          promises.push_back(told(p, value, sentence));
        }
        const bool outage = one.kind == ValueKind::Duration &&
                            !passage.values[value].numbers.empty() &&
                            words_.found("outage", said) && !words_.found("earlier", said);
        if (outage) judge(promises, told(p, value, sentence), p, sentence);
      }
    }
  }

 private:
  Told told(std::uint32_t p, std::uint32_t value, Span sentence) const {
    const Passage& passage = metrics_.passages[p];
    Told out{{p, value}, metrics_.stories[p], 0, 0, 0};
    out.period = words_.longest_period(passage.slice(sentence));
    for (const auto& [at, other] : passage.masked.tokens()) {
      if (!sentence.contains(at)) continue;
      const Value& date = passage.values[other].value;
      if (date.kind != ValueKind::Interval || date.open_low || date.open_high) continue;
      out.from = date.low;
      out.to = date.high;
      out.period = std::max(out.period, (date.high - date.low) * kDay);
    }
    return out;
  }

  /// One availability in the story that allows it settles it.
  void judge(const std::vector<Told>& promises, const Told& outage, std::uint32_t p,
             Span sentence) {
    const Told* broken = nullptr;
    double allowed = 0;
    for (const Told& promise : promises) {
      const bool here = promise.figure.passage == p;
      if (promise.story != outage.story || (promise.story == kNone && !here)) continue;
      const bool dated = promise.from < promise.to && outage.from < outage.to;
      if (dated && (promise.to <= outage.from || outage.to <= promise.from)) continue;
      const double longest = std::max(promise.period, outage.period);
      const double period = longest > 0 ? longest : kYear;
      const Value& value = metrics_.value(promise.figure);
      const double left = (kHundred - figure_extent(value).low) / kHundred * period;
      if (metrics_.value(outage.figure).low <= left * kSlack) return;
      if (broken == nullptr || left > allowed) broken = &promise;
      allowed = std::max(allowed, left);
    }
    if (broken == nullptr || sentence.empty()) return;
    const double unit = written_unit(metrics_.typed(outage.figure), lexicon_);
    const double nominal_left = allowed / unit;
    metrics_.wrong_results.push_back(
        {Operation::Rest, outage.figure, {broken->figure}, Extent::exactly(nominal_left)});
  }

  Metrics& metrics_;
  const Lexicon& lexicon_;
  const ReckoningWords& words_;
};

}  // namespace

void weigh_outages(Metrics& metrics, const Lexicon& lexicon, const ReckoningWords& words) {
  OutageReader(metrics, lexicon, words).run();
}

}  // namespace starlint
