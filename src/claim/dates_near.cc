#include "claim/dates_near.h"

#include <cstdint>

#include "base/strings.h"
#include "claim/bare_year.h"
#include "claim/topic.h"

namespace starlint {

namespace {

constexpr std::size_t kTimes = 4;  // dates of a sentence that are looked at
constexpr std::size_t kDated = 2;  // words behind a figure that may be its date: "in April"

class DateReader {
 public:
  DateReader(const WordedBlock& block, std::size_t at, const ClaimPatterns& patterns)
      : text_(block.text),
        words_(block.words),
        claims_(block.claims),
        at_(at),
        patterns_(patterns) {}

  DatesNear read(const SentenceWords& sentence, Span reach) {
    const std::size_t own = date_behind(sentence.end);
    const bool dated = own != sentence.end;
    add_months(dated ? own : sentence.begin, dated ? own + 1 : sentence.end);
    const bool found = (dated && add_times(own, own + 1, true)) ||
                       add_times(sentence.begin, sentence.end, true) ||
                       add_times(sentence.label, sentence.begin, false) ||
                       add_times(sentence.begin, sentence.end, false);
    const Pattern* year = patterns_.word_class("that_year");
    if (!found && year != nullptr && year->found_in(text_, reach)) add_year_before(sentence.begin);
    return std::move(out_);
  }

 private:
  std::string_view slice(std::size_t i) const {
    return text_.substr(words_[i].span.begin, words_[i].span.size());
  }
  bool in_clause(std::size_t i) const { return words_[i].clause == words_[at_].clause; }

  /// "From 18 % in April to 3 % in September", "one in fifty in May"; `end` where there is none.
  std::size_t date_behind(std::size_t end) const {
    std::size_t reach = kDated;
    for (std::size_t i = at_ + 1; i < end && i <= at_ + reach && in_clause(i); ++i) {
      const std::uint32_t claim = words_[i].claim;
      if (claim != kNone && is_period(claims_[claim])) {
        reach = i - at_ + kDated;
        continue;
      }
      if (claim != kNone) return is_date(claims_[claim].value) ? i : end;
      if (is_month(slice(i), patterns_)) return i;
    }
    return end;
  }

  /// "£900 a week in 2018"
  static bool is_period(const Claim& claim) {
    return claim.role == Role::Rate ||
           (claim.value.kind == ValueKind::Duration && claim.numbers.empty());
  }

  void add_months(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      if (!in_clause(i) || i == at_) continue;
      for (const std::string_view word : words_in(slice(i))) {
        if (is_month(word, patterns_)) out_.months.push_back(ascii_lower(word));
      }
    }
  }

  /// Whether any date is known now.
  bool add_times(std::size_t first, std::size_t last, bool same_clause) {
    for (std::size_t i = first; i < last && out_.times.size() < kTimes; ++i) {
      if (words_[i].claim == kNone || (same_clause && !in_clause(i))) continue;
      const Value& value = claims_[words_[i].claim].value;
      if (i != at_ && is_bare_year(value)) out_.times.push_back(days_of_year(value.low));
      if (!is_date(value) || value.open_low || value.open_high || value.low < 0) continue;
      out_.times.push_back(
          {static_cast<std::uint32_t>(value.low), static_cast<std::uint32_t>(value.high)});
    }
    return !out_.times.empty();
  }

  void add_year_before(std::size_t begin) {
    for (std::size_t i = begin; i-- > 0;) {
      if (words_[i].claim == kNone) continue;
      const Value& value = claims_[words_[i].claim].value;
      if (!is_date(value) || value.open_low || value.low < 0) continue;
      out_.times.push_back(year_around(value.low));
      return;
    }
  }

  std::string_view text_;
  const std::vector<BlockWord>& words_;
  const std::vector<Claim>& claims_;
  std::size_t at_;
  const ClaimPatterns& patterns_;
  DatesNear out_;
};

}  // namespace

DatesNear dates_near(const WordedBlock& block, const SentenceWords& sentence, std::size_t at,
                     Span reach, const ClaimPatterns& patterns) {
  return DateReader(block, at, patterns).read(sentence, reach);
}

bool is_date(const Value& value) {
  return value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
}

bool is_month(std::string_view word, const ClaimPatterns& patterns) {
  const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  return capital && patterns.is_word("month", ascii_lower(word));
}

}  // namespace starlint
