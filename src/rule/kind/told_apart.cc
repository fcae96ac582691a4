#include "rule/kind/told_apart.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "claim/bare_year.h"
#include "claim/verdict.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr double kRounded = 1.21;  // times: no rounding explains more
constexpr std::size_t kName = 5;   // letters: so many alike are one name in two forms
constexpr double kFew = 6;         // of things: so few are counted anew in each sentence

/// One is of Fridays and the other of Sundays: words of one kind, and none is the same.
bool contrasted(const std::vector<Contrast>& a, const std::vector<Contrast>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Contrast& left) {
    const auto same_kind = [&](const Contrast& right) { return right.kind == left.kind; };
    const auto same = [&](const Contrast& right) { return right == left; };
    const auto met = [&](const Contrast& one) {
      return one.kind == left.kind && std::find(b.begin(), b.end(), one) != b.end();
    };
    return std::any_of(b.begin(), b.end(), same_kind) && std::none_of(b.begin(), b.end(), same) &&
           std::none_of(a.begin(), a.end(), met);
  });
}

/// "Portugal" and "Portuguese", of which one begins the other.
bool one_name(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter >= kName && a.compare(0, shorter, b, 0, shorter) == 0;
}

/// Both name something, and nothing that is the same.
bool names_apart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const std::string& left) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& right) {
      return left == right || one_name(left, right);
    });
  });
}

/// "300 a week" and "60 a day" may both be true.
bool rates_apart(const FigureContext& a, const FigureContext& b) {
  return !a.rate.empty() && !b.rate.empty() && a.rate != b.rate;
}

/// What a story tells of then and of now, or of a first and a second time.
bool eras_apart(const Told& a, const Told& b) {
  return same_place(a, b) && (a.today != b.today || a.anew != b.anew || a.earlier != b.earlier);
}

/// "We looked after 96 hives … they have 30 hives on the roof."
bool owners_apart(const Told& a, const Told& b) {
  return (a.theirs && b.own && !b.theirs) || (b.theirs && a.own && !a.theirs);
}

/// "The secondment lasted 8 months … a 12-month lease": one is of a thing that the other does not
/// speak of.
bool things_apart(const FigureContext& a, const FigureContext& b) {
  const auto unknown = [](const FigureContext& one, const FigureContext& other) {
    return !one.thing.empty() &&
           !std::binary_search(other.words.begin(), other.words.end(), one.thing);
  };
  return unknown(a, b) || unknown(b, a);
}

/// "Servers: 1,200 … other shops that I know: 90"; "doors: 30 % less … both together: 65 %".
bool reaches_apart(const Told& a, const Told& b) {
  const bool steps = a.context->stage == Stage::Delta || b.context->stage == Stage::Delta;
  return a.elsewhere != b.elsewhere || (steps && a.combined != b.combined);
}

/// The year that a word is; 0 where it is none.
double year_of_word(const std::string& word) {
  constexpr std::size_t kDigits = 4;
  Value value;
  for (const char c : word) value.low = value.low * 10 + (c - '0');
  value.high = value.low;
  const bool digits =
      word.size() == kDigits && std::all_of(word.begin(), word.end(), is_ascii_digit);
  return digits && is_bare_year(value) ? value.low : 0;
}

/// "In 2018 we lost 120,000 … ## Figures of 2021: stock losses 48,000": the heading of the one
/// names another year than the sentence of the other.
bool headed_otherwise(const Told& dated, const Told& headed) {
  const std::vector<Span>& times = dated.context->times;
  if (times.empty() || !headed.context->times.empty() || headed.placed.title == nullptr) {
    return false;
  }
  std::vector<Span> years;
  for (const std::string& word : *headed.placed.title) {
    if (const double year = year_of_word(word); year > 0) years.push_back(days_of_year(year));
  }
  return times_apart(times, years);
}

}  // namespace

bool times_apart(const std::vector<Span>& a, const std::vector<Span>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](Span left) {
    return std::any_of(b.begin(), b.end(), [&](Span right) { return left.overlaps(right); });
  });
}

bool apart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && !b.empty() && count_shared(a, b) == 0;
}

double ratio(const Value& a, const Value& b) {
  const double low = std::min(std::abs(a.low), std::abs(b.low));
  const double high = std::max(std::abs(a.low), std::abs(b.low));
  return low > 0 ? high / low : HUGE_VAL;
}

bool is_few(const Value& a, const Value& b) {
  const auto whole = [](const Value& one) { return one.low == std::floor(one.low); };
  return is_count(a) && std::min(a.low, b.low) <= kFew && whole(a) && whole(b);
}

bool differ(const Value& a, const Value& b) {
  const Verdict least = is_count(a) ? Verdict::Loose : Verdict::Conflict;
  if (compare(a, b, Counting::Measured) >= least || ranges_differ(a, b)) return true;
  const bool plain = a.single() && b.single() && a.qualifier == Qualifier::Exact &&
                     b.qualifier == Qualifier::Exact;
  if (!plain || is_few(a, b)) return false;
  // "6.2 %" and "5.4 %": who tells decimals did not round.
  const bool decimals = a.kind == ValueKind::Percent && a.resolution < 1 && b.resolution < 1;
  return ratio(a, b) > kRounded ||
         (decimals && std::abs(a.low - b.low) > 2 * (a.resolution + b.resolution));
}

bool adds_up(const Told& a, const Told& b) {
  const double step = std::abs(b.value.low - a.value.low);
  // Both lie in the claims of one file, in order; what was only asked for counts too.
  return std::any_of(a.claim, b.claim, [&](const Claim& claim) { return claim.value.low == step; });
}

bool has_own_rule(const Told& a, const Told& b) {
  const std::string& attribute = a.claim->attribute;
  return !attribute.empty() && attribute == b.claim->attribute && is_count(a.value);
}

bool set_apart(const Told& a, const Told& b) {
  return times_apart(a.context->times, b.context->times) || headed_otherwise(a, b) ||
         headed_otherwise(b, a) || apart(a.context->months, b.context->months) ||
         eras_apart(a, b) || of_other_things(a, b);
}

bool of_other_things(const Told& a, const Told& b) {
  const FigureContext& left = *a.context;
  const FigureContext& right = *b.context;
  if (!a.amount.empty() && !b.amount.empty() && a.amount != b.amount) return true;
  if (names_apart(left.names, right.names) || apart(left.marks, right.marks)) return true;
  return contrasted(left.contrasts, right.contrasts) || rates_apart(left, right) ||
         owners_apart(a, b) || reaches_apart(a, b) || a.wished != b.wished ||
         things_apart(left, right);
}

}  // namespace starlint
