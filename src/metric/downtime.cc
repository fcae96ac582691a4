#include "metric/downtime.h"

#include <algorithm>
#include <cmath>

#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kLeast = 90;         // percent: less is no availability to boast of
constexpr double kDay = 86400;        // seconds
constexpr double kYear = 365 * kDay;  // of which is spoken where no other period is
constexpr double kMonth = 31 * kDay;
constexpr double kLeastPeriod = 28 * kDay;  // of which an availability is told
constexpr double kFine = 99;                // percent
constexpr double kSlack = 1.15;             // times the downtime that is left
constexpr double kHundred = 100;

/// An availability, or an outage, and the days that its sentence names.
struct Told {
  Figure figure;
  std::uint32_t story = kNone;
  double from = 0;  // days since 1970-01-01; equal to `to` where no date is told
  double to = 0;
  double period = 0;                // seconds; 0 where none is named
  Span sentence;                    // in masked text
  std::vector<std::string> months;  // that it names
};

class OutageReader {
 public:
  OutageReader(Metrics& metrics, const Lexicon& lexicon, const ReckoningWords& words)
      : metrics_(metrics), lexicon_(lexicon), words_(words) {}

  void run() {
    each_figure([&](std::uint32_t p, std::uint32_t at, std::uint32_t value) {
      if (is_promise(p, at, value)) promises_.push_back(told(p, value, at));
    });
    if (promises_.empty()) return;
    each_figure([&](std::uint32_t p, std::uint32_t at, std::uint32_t value) {
      if (is_outage(p, at, value)) outages_.push_back(told(p, value, at));
    });
    for (const Told& outage : outages_) judge(outage, outage.figure.passage);
  }

 private:
  template <typename Visit>
  void each_figure(Visit visit) const {
    for (std::uint32_t p = 0; p < metrics_.passages.size(); ++p) {
      for (const auto& [at, value] : metrics_.passages[p].masked.tokens()) visit(p, at, value);
    }
  }

  std::string_view sentence_of(std::uint32_t p, std::uint32_t at) const {
    const Passage& passage = metrics_.passages[p];
    return passage.slice(passage.masked.sentence(at));
  }

  /// Nines, "three nines", are told of nothing else.
  bool is_promise(std::uint32_t p, std::uint32_t at, std::uint32_t value) const {
    const Value& one = metrics_.passages[p].values[value].value;
    return one.kind == ValueKind::Percent && one.low >= kLeast && one.high < kHundred &&
           (one.unit_text.empty() || is_fine(p, at, one) ||
            words_.found("uptime", sentence_of(p, at)));
  }

  /// "99.95 % for April": so finely is hardly anything else told.
  bool is_fine(std::uint32_t p, std::uint32_t at, const Value& value) const {
    const Passage& passage = metrics_.passages[p];
    const std::string_view behind = passage.slice({at + 1, passage.masked.sentence(at).end});
    return value.low > kFine && value.low != std::floor(value.low) &&
           !words_.found("of all things", behind);
  }

  /// A stretch that is told as one, "the twelve months", is that of the promise.
  bool is_outage(std::uint32_t p, std::uint32_t at, std::uint32_t value) const {
    const Passage& passage = metrics_.passages[p];
    const std::string_view said = sentence_of(p, at);
    return passage.values[value].value.kind == ValueKind::Duration &&
           !passage.values[value].numbers.empty() && !is_gloss(passage, at) &&
           words_.found("outage", said) && !words_.found("earlier", said) &&
           !is_span(passage, at) && passage.values[value].value.single() &&
           !words_.found("versus", passage.slice({passage.masked.sentence(at).begin, at}));
  }

  /// "In April (30 days)": how long the period is.
  static bool is_gloss(const Passage& passage, std::uint32_t at) {
    return at > 0 && passage.masked.text()[at - 1] == '(';
  }

  /// "Over the twelve months", "44 hours in twelve months".
  bool is_span(const Passage& passage, std::uint32_t at) const {
    const Span before{passage.masked.sentence(at).begin, at};
    if (words_.found("span", passage.slice(before))) return true;
    const std::vector<std::string> words = folded_words(passage.slice(before));
    if (words.empty() || !words_.during(words.back())) return false;
    const auto& tokens = passage.masked.tokens();
    return std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
      const Typed& other = passage.values[token.second];
      return before.contains(token.first) && other.value.kind == ValueKind::Duration &&
             !other.numbers.empty() && !is_gloss(passage, token.first);
    });
  }

  Told told(std::uint32_t p, std::uint32_t value, std::uint32_t at) const {
    const Passage& passage = metrics_.passages[p];
    const Span sentence = passage.masked.sentence(at);
    Told out{{p, value}, metrics_.stories[p], 0, 0, 0, sentence, {}};
    out.period = words_.longest_period(passage.slice(sentence));
    for (std::string& word : folded_words(passage.slice(sentence))) {
      if (words_.found("named month", word)) out.months.push_back(std::move(word));
    }
    if (!out.months.empty()) out.period = std::max(out.period, kMonth);
    for (const auto& [place, other] : passage.masked.tokens()) {
      if (!sentence.contains(place)) continue;
      const Value& date = passage.values[other].value;
      // "For the year"
      const bool named = passage.values[other].numbers.empty() && date.low >= kLeastPeriod;
      const bool stretch = date.kind == ValueKind::Duration && (named || is_span(passage, place));
      if (other != value && stretch) {
        out.period = std::max(out.period, date.high);
      }
      if (date.kind != ValueKind::Interval || date.open_low || date.open_high) continue;
      out.from = date.low;
      out.to = date.high;
      out.period = std::max(out.period, (date.high - date.low) * kDay);
    }
    return out;
  }

  /// "April", or "the quarter", right behind what happened in it.
  bool same_period(const Told& promise, const Told& outage) const {
    const auto named = [&](const std::string& month) { return holds_word(outage.months, month); };
    if (!promise.months.empty() && !outage.months.empty()) {
      return std::any_of(promise.months.begin(), promise.months.end(), named);
    }
    // "Down for two days over the twelve months. The report says three nines."
    const bool next = promise.figure.passage == outage.figure.passage &&
                      promise.sentence.begin <= outage.sentence.end + 1;
    if (next && outage.period >= kLeastPeriod) return true;
    return promise.period > 0 && promise.figure.passage <= outage.figure.passage + 1;
  }

  /// What came after an outage may well be better, but for what it all came to.
  bool told_later(const Told& promise, const Told& outage) const {
    const Passage& passage = metrics_.passages[promise.figure.passage];
    const std::string_view said = passage.slice(promise.sentence);
    if (words_.found("summed up", said)) return false;
    if (same_period(promise, outage) && !words_.found("from then on", said)) return false;
    if (promise.figure.passage != outage.figure.passage) {
      return promise.figure.passage > outage.figure.passage;
    }
    return promise.sentence.begin > outage.sentence.begin;
  }

  static bool in_one_sentence(const Told& a, const Told& b) {
    return a.figure.passage == b.figure.passage && a.sentence.begin == b.sentence.begin;
  }

  /// "Eight hours down, so 99.9 %": the one is told of the other.
  bool are_apart(const Told& promise, const Told& outage) const {
    if (in_one_sentence(promise, outage)) return false;
    const auto with = [](const std::vector<Told>& all, const Told& one) {
      return std::any_of(all.begin(), all.end(),
                         [&](const Told& other) { return in_one_sentence(one, other); });
    };
    return with(outages_, promise) || with(promises_, outage);
  }

  /// One availability in the story that allows it settles it.
  void judge(const Told& outage, std::uint32_t p) {
    const Told* broken = nullptr;
    double allowed = 0;
    for (const Told& promise : promises_) {
      const bool here = promise.figure.passage == p;
      if (promise.story != outage.story || (promise.story == kNone && !here)) continue;
      if (told_later(promise, outage) || are_apart(promise, outage)) continue;
      const bool dated = promise.from < promise.to && outage.from < outage.to;
      if (dated && (promise.to <= outage.from || outage.to <= promise.from)) continue;
      const double longest = std::max(promise.period, outage.period);
      const double period = longest > 0 ? longest : kYear;
      const Value& value = metrics_.value(promise.figure);
      const double left = (kHundred - figure_extent(value).low) / kHundred * period;
      if (metrics_.value(outage.figure).low <= left * kSlack) return;
      const double nominal_left = (kHundred - value.low) / kHundred * period;
      if (broken == nullptr || nominal_left > allowed) broken = &promise;
      allowed = std::max(allowed, nominal_left);
    }
    if (broken == nullptr) return;
    const double unit = written_unit(metrics_.typed(outage.figure), lexicon_);
    metrics_.wrong_results.push_back(
        {Operation::Rest, outage.figure, {broken->figure}, Extent::exactly(allowed / unit)});
  }

  Metrics& metrics_;
  const Lexicon& lexicon_;
  const ReckoningWords& words_;
  std::vector<Told> promises_;
  std::vector<Told> outages_;
};

}  // namespace

void weigh_outages(Metrics& metrics, const Lexicon& lexicon, const ReckoningWords& words) {
  OutageReader(metrics, lexicon, words).run();
}

}  // namespace starlint
