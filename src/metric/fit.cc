#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::ptrdiff_t kSentences = 5;  // around the claim that tell how long each took
constexpr double kLeast = 3;              // fewer are told of for other reasons
constexpr double kSlack = 1.15;           // times the window: nobody looks at the clock
constexpr double kShortest = 60;          // seconds of each
constexpr double kDay = 86400;            // seconds
constexpr std::size_t kFrame = 2;         // words before a stretch of time: "in my"
constexpr double kLongest = 31 * kDay;    // seconds of a window

/// "In one afternoon I held fourteen talks of 45 minutes each, one after the other."
class FitTrial {
 public:
  explicit FitTrial(const Trial& trial) : trial_(trial), claim_(trial.claim()) {}

  Outcome run() const {
    WrongResult wrong{Operation::Fit, claim_.figure, {}, {}};
    Span around = trial_.passage.masked.sentence(claim_.at);
    const double length = length_of_each(wrong.terms, around);
    const double window = window_of(wrong.terms);
    if (window == 0 || length == 0 || length >= window || wrong.terms.empty()) return {};
    const bool in_turn = trial_.words.found("in turn", trial_.passage.slice(around));
    const double needed = nominal(trial_.value(claim_)) * length;
    if (!in_turn || needed <= window * kSlack) return {};
    wrong.computed = Extent::exactly(window / length);
    return {false, std::move(wrong)};
  }

 private:
  const Quantity* quantity_at(std::uint32_t at) const {
    const auto found = std::find_if(trial_.quantities.begin(), trial_.quantities.end(),
                                    [&](const Quantity& one) { return one.at == at; });
    return found == trial_.quantities.end() ? nullptr : &*found;
  }

  /// "45 minutes each", "my calls took ten minutes on average", "900 one-hour talks".
  bool is_of_each(std::uint32_t at, std::uint32_t end) const {
    const Quantity* told = quantity_at(at);
    const bool average = told != nullptr && told->average && told->per.empty();
    const bool counted = at > claim_.at && trim(trial_.between(claim_.at + 1, at)).empty();
    return average || counted || trial_.words.found("to each", trial_.between(at + 1, end));
  }

  /// How long each took, where all that is told of it agrees; 0 where nothing is. Widens `around`
  /// to its sentence.
  double length_of_each(std::vector<Figure>& terms, Span& around) const {
    double length = 0;
    const std::vector<Span>& sentences = trial_.passage.masked.sentences();
    for (const auto& [place, index] : trial_.passage.masked.tokens()) {
      const std::uint32_t at = place;  // clang 14 lets no lambda take a structured binding
      const Value& value = trial_.passage.values[index].value;
      if (value.kind != ValueKind::Duration || !value.single() || value.low < kShortest) continue;
      const Span sentence = trial_.passage.masked.sentence(at);
      const auto far = std::count_if(sentences.begin(), sentences.end(), [&](Span one) {
        const auto [first, last] = std::minmax(at, claim_.at);
        return first < one.begin && one.begin <= last;
      });
      if (!is_of_each(at, sentence.end) || far > kSentences) continue;
      if (length > 0 && length != value.low) return 0;
      length = value.low;
      around = hull(around, sentence);
      if (const Quantity* told = quantity_at(at)) terms = {told->figure};
    }
    return length;
  }

  /// "Those four hours", "one afternoon" in the sentence of the claim; 0 where none or several are.
  double window_of(std::vector<Figure>& terms) const {
    double window = 0;
    const Span sentence = trial_.passage.masked.sentence(claim_.at);
    for (const Quantity& one : trial_.quantities) {
      const Value& value = trial_.value(one);
      if (one.sentence != claim_.sentence || value.kind != ValueKind::Duration) continue;
      if (!one.per.empty() || !value.single() || value.low > kLongest) continue;
      const std::string_view before = trial_.between(sentence.begin, one.at);
      const std::vector<std::string> words = folded_words(before);
      // "In two weeks": day and night, so that nobody can argue.
      const bool days = value.low >= kDay && !words.empty() && trial_.words.during(words.back());
      if (!days && !is_shift(one, words) && !trial_.words.found("span", before)) continue;
      if (window > 0) return 0;
      window = value.low;
      terms.push_back(one.figure);
    }
    return window > 0 ? window : part_of_day(sentence);
  }

  /// "In my eight-hour shift", "during one long night of nine hours".
  bool is_shift(const Quantity& one, const std::vector<std::string>& before) const {
    const auto nearest =
        before.end() - static_cast<std::ptrdiff_t>(std::min(before.size(), kFrame));
    return !is_of_each(one.at, trial_.passage.masked.sentence(one.at).end) &&
           std::any_of(nearest, before.end(),
                       [&](const std::string& word) { return trial_.words.during(word); });
  }

  /// "On Monday and Tuesday", "from Friday to Sunday": whole days, so that nobody can argue.
  double weekdays(std::string_view said) const {
    double first = 0;
    double last = 0;
    for (const std::string& word : folded_words(said)) {
      const double day = trial_.words.weekday(word);
      if (day == 0) continue;
      if (first == 0) first = day;
      last = day;
    }
    constexpr double kWeek = 7;
    return first == 0 ? 0 : (std::fmod(last - first + kWeek, kWeek) + 1) * kDay;
  }

  double part_of_day(Span sentence) const {
    const std::string_view said = trial_.passage.slice(sentence);
    double longest = 0;
    for (const std::string& word : folded_words(said)) {
      const double window = trial_.words.window(word);
      const std::size_t at = said.find(word);
      if (window == 0 || at == std::string_view::npos) continue;
      if (trial_.words.found("one of", said.substr(0, at))) longest = std::max(longest, window);
    }
    return longest > 0 ? longest : weekdays(said);
  }

  const Trial& trial_;
  const Quantity& claim_;
};

}  // namespace

Outcome try_fit(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const bool counts = value.kind == ValueKind::Cardinal && value.single() && value.low >= kLeast;
  const std::vector<Per>& told = trial.claim().per;
  const bool rate =
      std::any_of(told.begin(), told.end(), [](const Per& per) { return per.seconds > 0; });
  return counts && !rate ? FitTrial(trial).run() : Outcome{};
}

}  // namespace starlint
