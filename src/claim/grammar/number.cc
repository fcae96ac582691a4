#include "claim/grammar/number.h"

#include <algorithm>
#include <cmath>

namespace starlint {

namespace {

/// A part of a number, and the token behind it.
struct Part {
  double value = 0;
  std::size_t next = 0;
  double resolution = 1;
};

constexpr double kLargeScale = 1000;  // from here on a scale word closes a group of digits

/// Last non-zero digit if there are at most two significant ones, else the last digit.
double integer_resolution(double value) {
  value = std::abs(value);
  if (value == 0 || value > 1e15) return 1;
  double unit = 1;
  while (std::fmod(value, unit * 10) == 0) unit *= 10;
  return value / unit < 100 ? unit : 1;
}

class NumberReader {
 public:
  explicit NumberReader(const Cursor& cursor) : c_(cursor) {}

  std::optional<Number> read(std::size_t i) const {
    Number out;
    out.first = i;
    const std::size_t start = after_sign(i);
    const bool negative = start != i;
    std::optional<Number> body = negative ? std::nullopt : handful(start);
    if (!body) body = fraction_first(start);
    if (!body) body = plain(start);
    if (!body) return std::nullopt;
    body->first = i;
    if (negative) {
      body->low = -body->low;
      body->high = body->low;
    }
    return body;
  }

 private:
  /// Behind "-", "minus" or "negative". A dash is a sign only glued to the digits and to nothing
  /// before it.
  std::size_t after_sign(std::size_t i) const {
    if (!c_.is(i, Cue::Negative)) return i;
    if (c_.word(i)) return i + 1;
    return c_.glued(i + 1) && !c_.glued(i) && c_.number(i + 1) ? i + 1 : i;
  }

  /// "-" between the words of a number, with or without spaces; else `i`.
  std::size_t over_hyphen(std::size_t i) const { return c_.symbol(i, '-') ? i + 1 : i; }

  std::size_t over_and(std::size_t i) const { return c_.is(i, Cue::And) && c_.word(i) ? i + 1 : i; }

  static bool tens(const Meaning& m) { return m.number == NumberWord::Tens; }
  static bool below20(const Meaning& m) { return m.number == NumberWord::Below20; }
  static bool scale(const Meaning& m) { return m.number == NumberWord::Scale; }

  bool scale_at(std::size_t i, double least, double below) const {
    const Meaning& m = c_.meaning(i);
    return scale(m) && m.value >= least && m.value < below && !c_.goes_on(i + 1);
  }

  /// "fifty-two", "seven", and digits where they may stand.
  std::optional<Part> small(std::size_t i, double below) const {
    const Meaning& m = c_.meaning(i);
    if (c_.number(i) && c_.at(i).value < below) {
      const Token& token = c_.at(i);
      return Part{
          token.value, i + 1,
          token.decimals > 0 ? std::pow(10, -token.decimals) : integer_resolution(token.value)};
    }
    if (tens(m) && m.value < below) {
      const std::size_t ones = over_hyphen(i + 1);
      const Meaning& last = c_.meaning(ones);
      if (below20(last) && last.value > 0 && last.value < 10)
        return Part{m.value + last.value, ones + 1};
      return Part{m.value, i + 1};
    }
    if (below20(m) && m.value < below) return Part{m.value, i + 1};
    return std::nullopt;
  }

  /// What stands before a scale word: "two hundred and six", "a hundred", digits.
  std::optional<Part> group(std::size_t i, double below) const {
    std::optional<Part> part = small(i, below);
    if (!part && c_.is(i, Cue::Article) && scale_at(i + 1, 2, below * 2)) part = Part{1, i + 1};
    if (!part && is_the_dozen(i)) part = Part{1, i};
    if (!part) return std::nullopt;
    if (!scale_at(part->next, 100, 101)) return part;
    part->value *= 100;
    part->resolution *= 100;
    ++part->next;
    const std::size_t rest_at = over_and(part->next);
    const std::optional<Part> rest = small(rest_at, 100);
    if (rest && rest->value > 0 && !starts_fraction(rest_at) && !number_is_alone(rest_at, *rest)) {
      part->value += rest->value;
      part->resolution = 1;
      part->next = rest->next;
    }
    return part;
  }

  /// "The dozen clubs"; "the dozens of clubs" are no number.
  bool is_the_dozen(std::size_t i) const {
    // "The other dozen", too.
    const bool other = i > 1 && c_.preceded_by(i, Cue::NotANumber) && c_.is(i - 2, Cue::The);
    return (other || c_.preceded_by(i, Cue::The)) && scale_at(i, 2, 100) && !c_.is(i + 1, Cue::Of);
  }

  /// "hundred 40 people": digits without "and" begin a number of their own.
  bool number_is_alone(std::size_t i, const Part& part) const {
    return c_.number(i) &&
           (!c_.is(i - 1, Cue::And) || c_.at(i).decimals > 0 || c_.goes_on(part.next));
  }

  std::optional<Number> plain(std::size_t start) const {
    const std::optional<Part> head = group(start, 1e300);
    if (!head) return std::nullopt;
    Number out;
    out.digits = c_.number(start);
    out.next = head->next;
    out.bare = out.digits && head->next == start + 1;
    double total = 0;
    double last = head->value;
    out.resolution = head->resolution;
    double limit = 1e300;
    while (scale_at(out.next, kLargeScale, limit)) {
      const double factor = c_.meaning(out.next).value;
      total += last * factor;
      last = 0;
      out.resolution *= factor;
      out.scale = limit = factor;
      out.bare = false;
      ++out.next;
      const std::size_t more_at = over_and(out.next);
      if (starts_fraction(more_at)) break;
      const std::optional<Part> more = group(more_at, factor);
      if (!more || more->value <= 0 || !continues(more_at, *more, limit)) break;
      last = more->value;
      out.scale = 1;
      out.resolution = more->resolution;
      out.next = more->next;
    }
    out.low = total + last;
    tail(start, out);
    out.high = out.low;
    return out;
  }

  /// Digits go on with a number only before another scale word, or behind "and".
  bool continues(std::size_t i, const Part& part, double limit) const {
    return !c_.number(i) || c_.is(i - 1, Cue::And) || scale_at(part.next, 100, limit) ||
           c_.meaning(i + 1).value == 100;
  }

  /// What can follow: "point five", "and a half", "½", a dozen, a suffix.
  void tail(std::size_t start, Number& out) const {
    if (out.bare && (suffix(out) || power(out))) return;
    if (decimal_words(out) || mixed_fraction(start, out)) {
      out.bare = false;
      if (scale_at(out.next, kLargeScale, 1e300)) multiply(out);
    }
    if (scale_at(out.next, 2, 100)) multiply(out);
  }

  void multiply(Number& out) const {
    const double factor = c_.meaning(out.next).value;
    out.low *= factor;
    if (factor >= 100) out.resolution *= factor;  // a dozen is counted out
    out.scale = factor;
    out.bare = false;
    ++out.next;
  }

  bool suffix(Number& out) const {
    const std::size_t i = out.next;
    if (!c_.word(i) || c_.goes_on(i + 1)) return false;
    const std::string_view text = c_.slice(i);
    const double factor = c_.lexicon().suffix(text);
    if (factor == 0 || (!c_.glued(i) && !c_.lexicon().loose_suffix(text))) return false;
    out.low *= factor;
    out.resolution *= factor;
    out.scale = factor;
    out.bare = false;
    ++out.next;
    return true;
  }

  /// "10^6", "2.5^-1"
  bool power(Number& out) const {
    if (!c_.symbol(out.next, '^') || !c_.glued(out.next)) return false;
    const bool sign = c_.symbol(out.next + 1, '-') || c_.symbol(out.next + 1, '+');
    const std::size_t at = sign ? out.next + 2 : out.next + 1;
    if (!c_.number(at) || !c_.glued(at) || c_.goes_on(at + 1)) return false;
    const double exponent = c_.symbol(at - 1, '-') ? -c_.at(at).value : c_.at(at).value;
    out.low = std::pow(out.low, exponent);
    if (!std::isfinite(out.low)) return false;
    out.resolution = integer_resolution(out.low);
    out.bare = false;
    out.next = at + 1;
    return true;
  }

  /// "five point two five"
  bool decimal_words(Number& out) const {
    if (!c_.is(out.next, Cue::Point)) return false;
    double unit = 0.1;
    std::size_t i = out.next + 1;
    double value = out.low;
    if (c_.plain_digits(i, 1, 9)) {
      unit = std::pow(10, -c_.at(i).digits);
      value += c_.at(i).value * unit;
      unit /= 10;
      ++i;
    } else {
      for (; below20(c_.meaning(i)) && c_.meaning(i).value < 10; ++i, unit /= 10) {
        value += c_.meaning(i).value * unit;
      }
    }
    if (i == out.next + 1) return false;
    out.low = std::round(value / unit) * unit;
    out.resolution = unit * 10;
    out.next = i;
    return true;
  }

  /// "and a half", "and three quarters", " 1/2", "½" behind a number.
  bool mixed_fraction(std::size_t start, Number& out) const {
    const bool joined = over_and(out.next) != out.next;
    const std::optional<Part> part = fraction(over_and(out.next), joined);
    if (!part || c_.at(start).decimals > 0) return false;
    const bool sign = c_.meaning(part->next - 1).fraction > 0;
    const bool slashed = c_.number(part->next - 1);
    if (!joined && !sign && !(slashed && out.bare)) return false;
    double factor = out.scale >= kLargeScale ? out.scale : 1;
    out.next = part->next;
    // "two billion and one quarter million"
    if (out.scale >= kLargeScale && scale_at(out.next, kLargeScale, out.scale)) {
      factor = c_.meaning(out.next).value;
      ++out.next;
    }
    out.low += part->value * factor;
    out.resolution = part->resolution * factor;
    out.scale = 1;
    return true;
  }

  bool starts_fraction(std::size_t i) const { return fraction(i, false).has_value(); }

  /// "three quarters", "a half", "one third", "2/3", "¾"; "half" alone only if `bare_half`.
  std::optional<Part> fraction(std::size_t i, bool bare_half) const {
    if (const double sign = c_.meaning(i).fraction; sign > 0) return Part{sign, i + 1, sign};
    if (c_.number(i)) return slashed(i);
    if (c_.is(i, Cue::Every)) return every(i);
    double count = 1;
    std::size_t next = i;
    if (c_.is(i, Cue::Article)) {
      next = i + 1;
    } else if (const std::optional<Part> part = small(i, 100)) {
      count = part->value;
      next = part->next;
    } else if (!bare_half) {
      return std::nullopt;
    }
    const bool one_word = next != i && count == 1 && !c_.is(i, Cue::Article);
    const std::size_t name = next == i ? i : over_hyphen(next);
    const Meaning& m = c_.meaning(name);
    int denominator = m.denominator;
    if (denominator == 0 && m.ordinal >= 3 && one_word) denominator = m.ordinal;
    if (denominator == 0 || c_.goes_on(name + 1)) return std::nullopt;
    return Part{count / denominator, name + 1, 1.0 / denominator};
  }

  /// "Every fifth invoice", but not "every fifth day".
  std::optional<Part> every(std::size_t i) const {
    const int nth = c_.meaning(i + 1).ordinal;
    const Meaning& counted = c_.meaning(i + 2);
    const bool time = counted.unit >= 0 || counted.weekday != 0 || counted.month != 0 ||
                      counted.season != 0 || counted.counts();
    if (nth < 3 || time || !c_.word(i + 2) || c_.goes_on(i + 2)) return std::nullopt;
    return Part{1.0 / nth, i + 2, 1.0 / nth};
  }

  std::optional<Part> slashed(std::size_t i) const {
    if (!c_.plain_digits(i, 1, 2) || !c_.symbol(i + 1, '/') || !c_.glued(i + 1) ||
        !c_.plain_digits(i + 2, 1, 3) || !c_.glued(i + 2) || c_.goes_on(i + 3) ||
        c_.symbol(i + 3, '/')) {
      return std::nullopt;
    }
    const double numerator = c_.at(i).value;
    const double denominator = c_.at(i + 2).value;
    if (denominator == 0 || numerator >= denominator || numerator == 0) return std::nullopt;
    return Part{numerator / denominator, i + 3, 1 / denominator};
  }

  /// "half a million", "a quarter of a million", "three quarters trillion", "two thirds", "½".
  std::optional<Number> fraction_first(std::size_t start) const {
    const bool half = c_.meaning(start).denominator == 2;
    const std::optional<Part> part = fraction(start, half);
    if (!part || is_rate(start, part->next)) return std::nullopt;
    Number out;
    out.low = part->value;
    out.resolution = part->resolution;
    out.next = part->next;
    const bool alone = half && part->next == start + 1;
    const bool of_one = c_.is(out.next, Cue::Of) && c_.is(out.next + 1, Cue::Article);
    const bool one = alone && c_.is(out.next, Cue::Article);
    const std::size_t scale_word = out.next + (of_one ? 2 : one ? 1 : 0);
    if (scale_at(scale_word, 2, 1e300)) {
      out.next = scale_word;
      multiply(out);
    } else if (alone && !c_.is(out.next, Cue::Of)) {
      return std::nullopt;
    }
    out.high = out.low;
    return out;
  }

  /// "9,000 a quarter", "20 dollars a quarter": a period, not a part.
  bool is_rate(std::size_t start, std::size_t next) const {
    if (start == 0 || !c_.is(start, Cue::Article) || c_.is(next, Cue::Of)) return false;
    const Meaning& before = c_.meaning(start - 1);
    const bool figure =
        c_.number(start - 1) || before.counts() || before.unit >= 0 || before.currency >= 0;
    return figure && c_.is(next - 1, Cue::Quarter);
  }

  /// "a couple of", "a few hundred", "several".
  std::optional<Number> handful(std::size_t start) const {
    const bool article = c_.is(start, Cue::Article);
    std::size_t i = article ? start + 1 : start;
    const Meaning& m = c_.meaning(i);
    if (m.vague_high == 0) return std::nullopt;
    Number out;
    out.low = m.vague_low;
    out.high = m.vague_high;
    out.handful = true;
    out.vague = m.vague_low == m.vague_high;
    out.resolution = 1;
    ++i;
    if (article) i = c_.is(i, Cue::Of) ? i + 1 : i;
    if (scale_at(i, 12, 1e300) && !out.vague) {
      out.scale = c_.meaning(i).value;
      out.low *= out.scale;
      out.high *= out.scale;
      out.resolution = out.scale;
      ++i;
    }
    out.next = i;
    return out;
  }

  const Cursor& c_;
};

}  // namespace

std::optional<Number> read_number(const Cursor& cursor, std::size_t i) {
  std::optional<Number> number = NumberReader(cursor).read(i);
  if (number && cursor.word(number->next - 1) && cursor.goes_on(number->next)) return std::nullopt;
  return number;
}

/// "Every week 25 patients": nothing is numbered.
static bool is_period(const Cursor& c, std::size_t label) {
  if (label == 0 || c.meaning(label).unit < 0) return false;
  const std::size_t i = label - 1;
  return c.is(i, Cue::Every) || c.is(i, Cue::Article) ||
         (c.is(i, Cue::NotANumber) && !c.is(i, Cue::The));
}

/// "version 3", "#12", and the 2 of "week 1-2".
static bool labelled(const Cursor& c, std::size_t i) {
  if (c.preceded_by(i, Cue::Label)) return !is_period(c, i - 1);
  if (c.preceded_by(i, Cue::Hash) && c.glued(i)) return true;
  return i >= 2 && c.is(i - 1, Cue::Dash) && c.number(i - 2) && c.preceded_by(i - 2, Cue::Label);
}

bool names_something(const Cursor& cursor, const Number& number) {
  const std::size_t i = number.first;
  if (cursor.tail_of_name(i)) return true;
  if (number.digits && labelled(cursor, i)) return true;
  if (number.next != i + 1 || !cursor.word(i) || number.low != 1) return false;
  // The pronoun: "this one", "the first one", "one's", "one-to-many".
  if (cursor.preceded_by(i, Cue::NotANumber)) return true;
  if (i > 0 && cursor.meaning(i - 1).ordinal > 0) return true;
  return cursor.glued(i + 1) && !cursor.opaque(i + 1) && cursor.glued(i + 2) &&
         (cursor.symbol(i + 1, '-') || cursor.symbol(i + 1, '\'')) && cursor.word(i + 2);
}

}  // namespace starlint
