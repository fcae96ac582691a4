#include "metric/quantity.h"

#include <algorithm>

#include "base/strings.h"
#include "claim/bare_year.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kNounReach = 3;  // words behind a count that may be what is counted
constexpr std::size_t kPerReach = 9;   // words behind a figure that may tell of how much it is
constexpr double kDay = 86400;         // seconds: nothing is dated by shorter stretches
constexpr double kHours = 24;          // in a day: no greater number is a time of day
constexpr double kFirstYear = 1900;
constexpr std::uint32_t kYear = 4;   // digits
constexpr std::size_t kSubject = 4;  // words of "a full tank costs …" that may name the tank

struct Word {
  std::string lower;
  std::uint32_t begin = 0;  // in masked text
  bool opens = false;       // a comma, a colon or the like stands before it
};

bool in_word(char c) {
  return is_ascii_alnum(c) || c == '\'' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_token(char c) { return c > '\0' && c <= token::kAge; }

std::vector<Word> words_of(std::string_view text, Span within, std::size_t most) {
  std::vector<Word> out;
  bool opens = false;
  for (std::uint32_t i = within.begin; i < within.end && out.size() < most;) {
    if (text[i] == '/') {
      out.push_back({"/", i, opens});
      opens = false;
      ++i;
    } else if (!in_word(text[i])) {
      const char c = text[i++];
      if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '.') opens = true;
    } else {
      std::uint32_t end = i;
      while (end < within.end && in_word(text[end])) ++end;
      const std::string word = ascii_lower(text.substr(i, end - i));
      // A dash that stands alone opens a clause, too.
      const bool dash = word.find_first_not_of('-') == std::string::npos;
      if (!dash) out.push_back({word, i, opens});
      opens = dash;
      i = end;
    }
  }
  return out;
}

class Reader {
 public:
  Reader(const Passage& passage, std::uint32_t index, const ReckoningWords& words)
      : passage_(passage), index_(index), words_(words), text_(passage.masked.text()) {}

  std::vector<Quantity> read() {
    const std::vector<Span>& sentences = passage_.masked.sentences();
    for (const auto& [at, value] : passage_.masked.tokens()) {
      while (sentence_ + 1 < sentences.size() && sentences[sentence_].end <= at) ++sentence_;
      begin_ = std::max(begin_, sentences[sentence_].begin);
      read_value(sentences[sentence_], at, value);
      begin_ = at + 1;
    }
    return std::move(out_);
  }

 private:
  const Value& value_of(const Quantity& quantity) const {
    return passage_.values[quantity.figure.value].value;
  }

  /// "A month" has no number: it tells of how much the figure before it is, or the one behind it.
  bool is_period(std::uint32_t value) const {
    const Typed& typed = passage_.values[value];
    return typed.value.kind == ValueKind::Duration && typed.numbers.empty();
  }

  static bool counts(const Value& value) {
    const ValueKind kind = value.kind;
    return kind == ValueKind::Cardinal || kind == ValueKind::Percent || kind == ValueKind::Money ||
           kind == ValueKind::Quantity || kind == ValueKind::Duration || kind == ValueKind::Range;
  }

  /// "Built 1963", "Christmas 2022: 14 temps"
  bool is_year(const Quantity& quantity) const {
    return quantity.noun.empty() && quantity.per.empty() &&
           is_bare_year(value_of(quantity), kFirstYear) &&
           passage_.values[quantity.figure.value].span.size() == kYear;
  }

  /// "On Line 4", "each evening at five": a number that names something, or a time of day.
  bool counts_nothing(Span sentence, const Quantity& quantity) const {
    const Value& value = value_of(quantity);
    if (value.kind != ValueKind::Cardinal || !quantity.noun.empty() || value.low > kHours) {
      return false;
    }
    const std::string_view before = passage_.slice({begin_, quantity.at});
    if (words_.found("average", before)) return false;
    if (words_.found("no count", before)) return true;
    const std::string_view words = trim(before);
    const std::string_view word = words.substr(words.rfind(' ') + 1);
    const std::string_view ahead = trim(words.substr(0, words.size() - word.size()));
    const bool label = ahead.ends_with(':') || ahead.ends_with('.');
    const bool first = label || (begin_ == sentence.begin && ahead.empty());
    return !first && before.ends_with(' ') && word.size() > 1 && in_word(word.back()) &&
           word.front() >= 'A' && word.front() <= 'Z';
  }

  void read_value(Span sentence, std::uint32_t at, std::uint32_t value) {
    if (is_period(value)) return take_period(at, passage_.values[value].value);
    if (!counts(passage_.values[value].value)) return;
    Quantity quantity;
    quantity.figure = {index_, value};
    quantity.at = at;
    quantity.sentence = static_cast<std::uint32_t>(sentence_);
    std::uint32_t end = at + 1;
    while (end < sentence.end && !is_token(text_[end])) ++end;
    const std::vector<Word> behind = words_of(text_, {at + 1, end}, kPerReach);
    read_noun(behind, quantity);
    if (!of_these(behind) && counts_nothing(sentence, quantity)) return;
    read_per(behind, quantity);
    if (is_year(quantity)) return;
    read_prefix(sentence, at, quantity);
    quantity.recurs = recurs(quantity);
    read_cues(sentence, at, passage_.slice({at + 1, end}), quantity);
    out_.push_back(std::move(quantity));
  }

  /// "40 of them a month", "over a month that makes 40".
  void take_period(std::uint32_t at, const Value& period) {
    if (out_.empty() || out_.back().sentence != sentence_) {
      within_ = {static_cast<std::uint32_t>(sentence_), period.low};
      return;
    }
    const bool hedged = period.qualifier != Qualifier::Exact;
    const std::vector<Word> between = words_of(text_, {begin_, at}, kPerReach);
    const bool behind =
        between.size() <= kNounReach &&
        std::none_of(between.begin(), between.end(), [](const Word& word) { return word.opens; });
    // "60,000 for a year" is no rate.
    const bool within = !between.empty() && words_.during(between.back().lower);
    if (behind && !hedged && !within && out_.back().per.empty()) {
      out_.back().per.push_back({{}, false, period.low});
    } else {
      within_ = {static_cast<std::uint32_t>(sentence_), period.low};
    }
  }

  bool of_these(const std::vector<Word>& words, std::size_t from = 0) const {
    return words.size() > from + 1 && !words[from].opens && !words[from + 1].opens &&
           words_.found("of these", cat(words[from].lower, " ", words[from + 1].lower));
  }

  void read_noun(const std::vector<Word>& behind, Quantity& quantity) const {
    const Value& value = value_of(quantity);
    if (value.kind != ValueKind::Cardinal && value.kind != ValueKind::Range) return;
    // "14 of our trucks"
    const bool named = of_these(behind) && behind.size() > 2 && value.low >= 1;
    for (std::size_t i = named ? 2 : 0; i < behind.size() && i < kNounReach; ++i) {
      const Word& word = behind[i];
      if (word.opens || words_.stop(word.lower)) return;
      // "2,300 children's books"
      if (word.lower.find('\'') != std::string::npos) continue;
      if (words_.plural(word.lower) || (value.low == 1 && value.single())) {
        quantity.noun = word.lower;
        return;
      }
    }
  }

  void read_per(const std::vector<Word>& behind, Quantity& quantity) const {
    for (std::size_t i = 0; i < behind.size(); ++i) {
      const Word& word = behind[i];
      if (word.opens) return;
      const std::string next =
          i + 1 < behind.size() && !behind[i + 1].opens ? behind[i + 1].lower : std::string();
      if (const double seconds = words_.adverb(word.lower); seconds > 0) {
        quantity.per.push_back({{}, false, seconds});
      } else if (words_.each(word.lower) && words_.nth(next) > 0) {
        return;  // "each other"
      } else if (words_.per(word.lower) || words_.article(word.lower)) {
        i += read_per_noun(word.lower, next, quantity);
      } else if (words_.each(word.lower)) {
        quantity.per.push_back({});
      } else if (!quantity.noun.empty() && words_.found("of one", word.lower) &&
                 words_.article(next) && i + 2 < behind.size()) {
        // "Twenty-one children to a group"
        quantity.per.push_back({{behind[i + 2].lower}, false, 0});
        i += 2;
      }
    }
  }

  /// "900 euros for 30 boxes, 45 euros a box"
  bool counted_before(const std::string& word) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Quantity& one) {
      return !one.noun.empty() && one.noun != word && same_word(one.noun, word);
    });
  }

  /// How many words behind the first were taken.
  std::size_t read_per_noun(const std::string& word, const std::string& next,
                            Quantity& quantity) const {
    if (const double seconds = words_.period(next); seconds > 0) {
      quantity.per.push_back({{}, false, seconds});
    } else if (words_.head(next) || (words_.each(word) && (next.empty() || words_.stop(next)))) {
      quantity.per.push_back({});
    } else if (!next.empty() && (words_.per(word) || counted_before(next))) {
      quantity.per.push_back({{next}, words_.each(word), 0});
    } else {
      return 0;
    }
    return 1;
  }

  /// "Each of our five vans makes eleven", "one invoice takes six minutes", "20 forms at 15
  /// minutes": what stands before a figure tells of what it is.
  void read_prefix(Span sentence, std::uint32_t at, Quantity& quantity) const {
    const std::size_t mark = passage_.slice({begin_, at}).find_last_of(",;:(");
    const bool opened = mark != std::string_view::npos;
    const std::uint32_t begin = opened ? begin_ + static_cast<std::uint32_t>(mark) + 1 : begin_;
    const std::vector<Word> before = words_of(text_, {begin, at}, kPrefix);
    const bool each_of = words_.found("each of", passage_.slice({begin, at}));
    const Quantity* last =
        !out_.empty() && out_.back().sentence == sentence_ ? &out_.back() : nullptr;
    if (last != nullptr) {
      const Value& told = value_of(*last);
      const bool one = told.kind == ValueKind::Cardinal && told.low == 1 && told.high == 1;
      if (one && !opened && !last->noun.empty()) quantity.per.push_back({{last->noun}, false, 0});
      if (!opened && each_of_ && !one) quantity.per.push_back({nouns_of(*last), false, 0});
      if (!opened && prices(before, *last, quantity)) {
        quantity.per.push_back({nouns_of(*last), false, 0});
      }
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
      const std::string& word = before[i].lower;
      const std::string next = i + 1 < before.size() ? before[i + 1].lower : std::string();
      // "20 minutes per child I got 3": of the figure before.
      const bool taken =
          i == 0 && last != nullptr && !opened && !words_.each(word) && !next.empty();
      if (words_.per(word) && !taken) {
        if (const double seconds = words_.period(next); seconds > 0) {
          quantity.within = seconds;
        } else if (!each_of) {
          // "Each of the drivers"
          const bool these = of_these(before, i + 1) && i + 3 < before.size();
          const std::string& noun = these ? before[i + 3].lower : next;
          Per per{{}, words_.each(word) && !these, 0};
          if (!noun.empty() && !words_.stop(noun)) per.nouns.push_back(noun);
          quantity.per.push_back(std::move(per));
        }
      } else if (words_.during(word)) {
        read_within(before, i + 1, quantity);
      } else if (words_.article(word) && begin == sentence.begin && i == 0) {
        Per per{{}, true, 0};
        for (std::size_t j = 1; j < before.size() && j <= kSubject; ++j) {
          if (words_.stop(before[j].lower)) break;
          per.nouns.push_back(before[j].lower);
        }
        if (!per.nouns.empty()) quantity.per.push_back(std::move(per));
      }
    }
  }

  /// "A crate leaves the table every forty seconds"
  bool recurs(const Quantity& quantity) const {
    const std::vector<Word> before = words_of(text_, {begin_, quantity.at}, text_.size());
    return value_of(quantity).kind == ValueKind::Duration && !before.empty() &&
           words_.per(before.back().lower);
  }

  /// "Over the year", "in a full week".
  void read_within(const std::vector<Word>& words, std::size_t from, Quantity& quantity) const {
    for (std::size_t i = from; i < words.size() && i <= from + 2; ++i) {
      const double seconds = words_.period(words[i].lower);
      if (seconds > 0 && i > from) quantity.within = seconds;
    }
  }

  static std::vector<std::string> nouns_of(const Quantity& quantity) {
    return quantity.noun.empty() ? std::vector<std::string>{}
                                 : std::vector<std::string>{quantity.noun};
  }

  /// "320 tickets at 15 euros", "twelve classes of 28 pupils".
  bool prices(const std::vector<Word>& before, const Quantity& last,
              const Quantity& quantity) const {
    const ValueKind kind = value_of(last).kind;
    if (before.size() < 2 || kind != ValueKind::Cardinal || last.noun.empty()) return false;
    if (value_of(last).low < 2 || !quantity.per.empty()) return false;
    return before[before.size() - 2].lower == last.noun && words_.of_each(before.back().lower);
  }

  void read_cues(Span sentence, std::uint32_t at, std::string_view behind, Quantity& quantity) {
    const std::string_view before = passage_.slice({begin_, at});
    const bool follows = !out_.empty() && out_.back().sentence == sentence_;
    const std::uint32_t since = follows ? out_.back().at + 1 : sentence.begin;
    quantity.makes = words_.found("makes", passage_.slice({since, at}));
    const std::string_view ahead = passage_.slice({sentence.begin, at});
    const bool or_else = words_.found("or", before);
    quantity.result = quantity.makes || or_else ||
                      (words_.found("so", ahead) && !words_.found("no result", ahead));
    quantity.taken_up = words_.found("these", before);
    quantity.same = or_else || words_.found("same", before);
    quantity.together = words_.found("together", before) || words_.found("together behind", behind);
    // "140 from the churches and the remaining 50": the cue is of the next figure.
    const std::uint32_t next = at + 1 + static_cast<std::uint32_t>(behind.size());
    const bool of_next = next < sentence.end && words_.found("rest", behind);
    const bool rest = words_.found("rest behind", behind) && !of_next;
    quantity.rest = words_.found("rest", before) || rest;
    quantity.differs = words_.found("differs", before) || words_.found("differs behind", behind);
    quantity.average = words_.found("average", before) || words_.found("average behind", behind);
    quantity.rate = words_.found("rate", before);
    quantity.of_whole = words_.found("whole", before);
    quantity.instant = value_of(quantity).kind == ValueKind::Duration &&
                       value_of(quantity).low >= kDay &&
                       (words_.found("instant", before) || words_.found("ago", behind));
    // Notes without capitals open a sentence, too; a colon may open a total.
    quantity.opens = (begin_ == sentence.begin && trim(before).empty()) || before.ends_with(". ") ||
                     before.ends_with(": ");
    const std::string_view words = trim(before);
    quantity.apposed = words.ends_with(':') || (words.size() > 1 && words.ends_with(','));
    each_of_ = words_.found("each of", before);
    if (quantity.within == 0 && within_.first == sentence_ && within_.second > 0) {
      quantity.within = within_.second;
    }
  }

  static constexpr std::size_t kPrefix = 12;  // words before a figure that are looked at

  const Passage& passage_;
  std::uint32_t index_;
  const ReckoningWords& words_;
  std::string_view text_;
  std::vector<Quantity> out_;
  std::size_t sentence_ = 0;
  std::uint32_t begin_ = 0;                      // behind the figure before, in its sentence
  bool each_of_ = false;                         // of the figure before
  std::pair<std::size_t, double> within_{0, 0};  // sentence, and the period that it names
};

}  // namespace

std::vector<Quantity> read_quantities(const Passage& passage, std::uint32_t index,
                                      const ReckoningWords& words) {
  return Reader(passage, index, words).read();
}

}  // namespace starlint
