#include "claim/grammar/moment.h"

#include "claim/grammar/event.h"

namespace starlint {

namespace {

constexpr std::uint64_t kBeginsMoment =
    facet::kCalendar | facet::of(Cue::Start) | facet::of(Cue::Middle) | facet::of(Cue::End) |
    facet::of(Cue::Quarter) | facet::of(Cue::HalfYear) | facet::of(Cue::Fiscal) |
    facet::of(Cue::The) | facet::of(Cue::YearOf);
constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2100;

class MomentReader {
 public:
  explicit MomentReader(const Cursor& cursor) : c_(cursor) {}

  std::optional<Moment> read(std::size_t i) const {
    if (c_.number(i) ? !c_.plain_digits(i, 1, 4) : !c_.reaches(i, kBeginsMoment)) {
      return std::nullopt;
    }
    if (std::optional<Moment> moment = part(i)) return moment;
    if (std::optional<Moment> moment = with_weekday(i)) return moment;
    return whole(i);
  }

 private:
  /// A moment without a part of it or a weekday before it.
  std::optional<Moment> whole(std::size_t i) const {
    for (const auto form :
         {&MomentReader::three_numbers, &MomentReader::two_numbers, &MomentReader::month_first,
          &MomentReader::day_first, &MomentReader::year_first, &MomentReader::quarter,
          &MomentReader::ordinal_quarter, &MomentReader::fiscal, &MomentReader::season,
          &MomentReader::decade, &MomentReader::year, &MomentReader::event}) {
      std::optional<Moment> moment = (this->*form)(i);
      if (moment && !exists(*moment)) return std::nullopt;
      if (moment) return moment;
    }
    return std::nullopt;
  }

  static Moment moment(std::size_t first, std::size_t next, int year, int month, int day) {
    Moment out;
    out.first = first;
    out.next = next;
    out.year = year;
    out.month = month;
    out.day = day;
    out.months = day == 0 ? 1 : 0;
    return out;
  }

  int digits(std::size_t i, std::size_t least, std::size_t most) const {
    return c_.plain_digits(i, least, most) ? static_cast<int>(c_.at(i).value) : 0;
  }

  /// "the end of [the year] 2000", "mid-1996", "early June 2019"
  std::optional<Moment> part(std::size_t i) const {
    static constexpr std::pair<Cue, Portion> kPortions[] = {
        {Cue::Start, Portion::Start}, {Cue::Middle, Portion::Middle}, {Cue::End, Portion::End}};
    for (const auto& [cue, portion] : kPortions) {
      const Phrase name = c_.phrase(i, cue);
      if (!name) continue;
      std::size_t at = name.next;
      if (c_.symbol(at, '-')) ++at;
      at = c_.skip(at, Cue::Of);
      at = skip_year_of(at);
      std::optional<Moment> out = whole(at);
      if (!out || out->day != 0) return std::nullopt;
      out->portion = portion;
      out->first = i;
      out->bare_year = false;
      return out;
    }
    return std::nullopt;
  }

  std::size_t skip_year_of(std::size_t i) const {
    const Phrase phrase = c_.phrase(i, Cue::YearOf);
    return phrase ? phrase.next : c_.skip(i, Cue::The);
  }

  std::optional<Moment> with_weekday(std::size_t i) const {
    if (c_.meaning(i).weekday == 0) return std::nullopt;
    std::size_t at = i + 1;
    if (c_.symbol(at, ',') || c_.symbol(at, '.')) ++at;
    at = c_.skip(at, Cue::The);
    std::optional<Moment> day = whole(at);
    if (!day || day->day == 0) return std::nullopt;
    day->first = i;
    return day;
  }

  char separator(std::size_t i) const {
    for (const char c : {'-', '/', '.'}) {
      if (c_.symbol(i, c)) return c;
    }
    return '\0';
  }

  /// The "T" of 2019-09-30T08:00.
  bool clock_follows(std::size_t i) const {
    return c_.word(i) && c_.at(i).span.size() == 1 && c_.glued(i + 1) && !c_.word(i + 1);
  }

  /// 2019-09-30, 9/30/2019, 30.9.2019, 17/Aug/2013, 2013-aug-5
  std::optional<Moment> three_numbers(std::size_t i) const {
    const char mark = separator(i + 1);
    if (!c_.number(i) || mark == '\0' || !c_.symbol(i + 3, mark)) return std::nullopt;
    for (std::size_t part = i + 1; part <= i + 4; ++part) {
      if (!c_.glued(part)) return std::nullopt;
    }
    const std::size_t next = i + 5;
    if (c_.goes_on(next) && !clock_follows(next)) return std::nullopt;
    const int named = c_.meaning(i + 2).month;
    const int second = named != 0 ? named : digits(i + 2, 1, 2);
    if (second == 0) return std::nullopt;
    const int year_in_front = digits(i, 4, 4);
    if (year_in_front != 0) {
      return checked(moment(i, next, year_in_front, second, digits(i + 4, 1, 2)));
    }
    const int first = digits(i, 1, 2);
    std::size_t behind = next;
    const int year = mark == '/' || named != 0 ? read_year(c_, i + 4, behind) : digits(i + 4, 4, 4);
    if (year == 0 || first == 0) return std::nullopt;
    const bool month_leads = named == 0 && second <= 31 && first <= 12 &&
                             (c_.lexicon().month_first() ? true : second > 12);
    return checked(month_leads ? moment(i, next, year, first, second)
                               : moment(i, next, year, second, first));
  }

  static std::optional<Moment> checked(const Moment& moment) {
    if (moment.day == 0 || !exists(moment)) return std::nullopt;
    return moment;
  }

  /// 2014-08, 08/2014, 08.2014, "08 - 2014"
  std::optional<Moment> two_numbers(std::size_t i) const {
    const char mark = separator(i + 1);
    if (!c_.number(i) || mark == '\0' || !c_.number(i + 2)) return std::nullopt;
    // "In 2019. 7 percent of them": a sentence ends there.
    if (mark == '.' && !(c_.glued(i + 1) && c_.glued(i + 2))) return std::nullopt;
    const std::size_t next = i + 3;
    const bool longer =
        separator(next) != '\0' && c_.glued(next) && c_.number(next + 1) && c_.glued(next + 1);
    if (longer || c_.goes_on(next)) return std::nullopt;
    const int front = digits(i, 4, 4);
    const int back = digits(i + 2, 4, 4);
    const int year = front != 0 ? front : back;
    const int month = front != 0 ? digits(i + 2, 1, 2) : digits(i, 1, 2);
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return std::nullopt;
    return moment(i, next, year, month, 0);
  }

  /// "In August 2% of them": a percent sign or a unit behind a number, which is then no date.
  bool is_measured(std::size_t next) const {
    return c_.is(next, Cue::Percent) || c_.meaning(next).unit >= 0;
  }

  /// A day of the month, with or without an ordinal ending; 0 where there is none.
  int day_number(std::size_t i, std::size_t& next) const {
    const int day = digits(i, 1, 2);
    if (day >= 1 && day <= 31) {
      next = i + 1;
      if (c_.word(next) && c_.glued(next)) {
        if (!c_.meaning(next).ordinal_ending) return 0;
        ++next;
      }
      return c_.goes_on(next) || is_measured(next) ? 0 : day;
    }
    const int word = c_.meaning(i).ordinal;
    if (word >= 1 && word <= 31) {
      next = i + 1;
      return word;
    }
    // "twenty first"
    const Meaning& tens = c_.meaning(i);
    const std::size_t ones_at = c_.symbol(i + 1, '-') ? i + 2 : i + 1;
    const int ones = c_.meaning(ones_at).ordinal;
    if (tens.number != NumberWord::Tens || tens.value > 30 || ones < 1 || ones > 9) return 0;
    next = ones_at + 1;
    return static_cast<int>(tens.value) + ones;
  }

  /// Over what joins a month or quarter to its year: ", ", "-", "/", "of", "in", ".".
  std::size_t over_joint(std::size_t i) const {
    if (c_.symbol(i, '.') && !c_.number(i + 1) && !c_.symbol(i + 1, ',')) return i;
    if (c_.symbol(i, '.')) ++i;
    if (c_.symbol(i, ',') || c_.symbol(i, '-') || c_.symbol(i, '/')) ++i;
    if (c_.is(i, Cue::Of) || (c_.word(i) && c_.is(i, Cue::YearBefore) && c_.is(i, Cue::For))) ++i;
    return c_.is(i, Cue::Of) ? i + 1 : skip_year_name(i);
  }
  std::size_t skip_year_name(std::size_t i) const {
    const Phrase phrase = c_.phrase(i, Cue::YearOf);
    return phrase ? phrase.next : i;
  }

  /// "Oct 9, 1997", "Oct-2011", "March of 2004", "Jan '22", "Oct . 17", "May"
  std::optional<Moment> month_first(std::size_t i) const {
    const int month = c_.meaning(i).month;
    if (month == 0 || c_.goes_on_word(i + 1)) return std::nullopt;
    std::size_t next = i + 1;
    if (const int year = read_year(c_, over_joint(i + 1), next)) {
      return moment(i, next, year, month, 0);
    }
    std::size_t at = i + 1;
    if (c_.symbol(at, '.') && c_.number(at + 1)) ++at;
    if (c_.symbol(at, '-') && c_.glued(at)) ++at;
    at = c_.skip(at, Cue::The);
    const int day = day_number(at, next);
    // "In June 24 of the 27 passed"
    const bool part = next == at + 1 && c_.is(next, Cue::Of) && c_.is(next + 1, Cue::The);
    if (day == 0 || part) return moment(i, i + 1, 0, month, 0);
    Moment out = moment(i, next, 0, month, day);
    std::size_t behind = next;
    if (const int year = read_year(c_, over_joint(next), behind)) {
      out.year = year;
      out.next = behind;
    }
    return out;
  }

  /// "8 June 2003", "23rd of March, 2019", "sixth of june"
  std::optional<Moment> day_first(std::size_t i) const {
    std::size_t next = i;
    const int day = day_number(i, next);
    if (day == 0) return std::nullopt;
    std::size_t at = c_.skip(next, Cue::Of);
    if (c_.symbol(at, '-') || c_.symbol(at, '/')) ++at;
    const int month = c_.meaning(at).month;
    if (month == 0 || c_.goes_on_word(at + 1)) return std::nullopt;
    Moment out = moment(i, at + 1, 0, month, day);
    std::size_t behind = at + 1;
    if (const int year = read_year(c_, over_joint(at + 1), behind)) {
      out.year = year;
      out.next = behind;
    }
    return out;
  }

  /// "2014, aug", "2019 Q3", "2014 August 4"
  std::optional<Moment> year_first(std::size_t i) const {
    const int year = digits(i, 4, 4);
    if (year < kFirstYear || year > kLastYear) return std::nullopt;
    std::size_t at = i + 1;
    if (c_.symbol(at, ',') || c_.symbol(at, '-') || c_.symbol(at, '/')) ++at;
    if (const int month = c_.meaning(at).month; month != 0 && !c_.goes_on_word(at + 1)) {
      std::size_t next = at + 1;
      const int day = day_number(next, next);
      if (day != 0 && c_.meaning(at + 1).month == 0) return moment(i, next, year, month, day);
      return moment(i, at + 1, year, month, 0);
    }
    std::optional<Moment> part = quarter_number(at);
    if (!part) return std::nullopt;
    part->first = i;
    part->year = year;
    return part;
  }

  static Moment stretch(std::size_t first, std::size_t next, int index, int months) {
    Moment out = moment(first, next, 0, (index - 1) * months + 1, 0);
    out.months = months;
    return out;
  }

  /// "Q3", "H1"
  std::optional<Moment> quarter_number(std::size_t i) const {
    const bool quarter = c_.is(i, Cue::Quarter);
    if (!quarter && !c_.is(i, Cue::HalfYear)) return std::nullopt;
    const int index = digits(i + 1, 1, 1);
    const int months = quarter ? 3 : 6;
    if (index < 1 || index > 12 / months || c_.goes_on(i + 2)) return std::nullopt;
    if (!c_.glued(i + 1) && c_.at(i).span.size() == 1) return std::nullopt;
    return stretch(i, i + 2, index, months);
  }

  std::optional<Moment> with_year(std::optional<Moment> out) const {
    if (!out) return std::nullopt;
    std::size_t next = out->next;
    out->year = read_year(c_, over_joint(out->next), next);
    if (out->year == 0) return std::nullopt;
    out->next = next;
    return out;
  }

  std::optional<Moment> quarter(std::size_t i) const { return with_year(quarter_number(i)); }

  /// "third quarter of 2019", "first half of 2018"
  std::optional<Moment> ordinal_quarter(std::size_t i) const {
    std::size_t name = i + 1;
    int index = c_.meaning(i).ordinal;
    if (index == 0 && c_.meaning(i + 1).ordinal_ending) {
      index = digits(i, 1, 1);
      name = i + 2;
    }
    const bool quarter = c_.is(name, Cue::Quarter);
    const int months = quarter ? 3 : 6;
    if (index < 1 || index > 12 / months || (!quarter && !c_.is(name, Cue::HalfYear))) {
      return std::nullopt;
    }
    return with_year(stretch(i, name + 1, index, months));
  }

  std::optional<Moment> whole_year(std::size_t first, std::size_t next, int year) const {
    if (year == 0) return std::nullopt;
    Moment out = moment(first, next, year, 1, 0);
    out.months = 12;
    return out;
  }

  std::optional<Moment> fiscal(std::size_t i) const {
    const Phrase name = c_.phrase(i, Cue::Fiscal);
    if (!name) return std::nullopt;
    std::size_t next = name.next;
    int year = read_year(c_, name.next, next);
    if (year == 0 && c_.glued(name.next) && digits(name.next, 2, 2) != 0 && !c_.goes_on(next + 1)) {
      year = 2000 + digits(name.next, 2, 2);
      next = name.next + 1;
    }
    return whole_year(i, next, year);
  }

  std::optional<Moment> season(std::size_t i) const {
    const int month = c_.meaning(i).season;
    if (month == 0) return std::nullopt;
    Moment out = moment(i, i + 1, 0, month, 0);
    out.months = c_.lexicon().season_months();
    if (std::optional<Moment> dated = with_year(out)) return dated;
    const Phrase joint = c_.phrase(i + 1, Cue::TimeOf);  // "the summer of the London Olympics"
    const std::optional<Moment> event = joint ? read_event(c_, joint.next) : std::nullopt;
    if (!event) return std::nullopt;
    out.year = event->year;
    out.next = event->next;
    return out;
  }

  std::optional<Moment> event(std::size_t i) const { return read_event(c_, i); }

  /// "the 1960s", "1990s", "the 90s"
  std::optional<Moment> decade(std::size_t i) const {
    const std::size_t at = c_.skip(i, Cue::The);
    const std::size_t number = c_.symbol(at, '\'') ? at + 1 : at;
    std::size_t ending = number + 1;
    if (c_.symbol(ending, '\'') && c_.glued(ending)) ++ending;
    if (!c_.word(ending) || !c_.glued(ending) || c_.slice(ending) != "s" ||
        c_.goes_on(ending + 1)) {
      return std::nullopt;
    }
    int year = digits(number, 4, 4);
    if (year == 0 && number != i) {
      const int short_year = digits(number, 2, 2);
      year = short_year == 0 ? 0 : 1900 + short_year;
    }
    if (year < kFirstYear || year > kLastYear || year % 10 != 0) return std::nullopt;
    Moment out = moment(i, ending + 1, year, 1, 0);
    out.months = 120;
    return out;
  }

  std::optional<Moment> year(std::size_t i) const {
    const int year = digits(i, 4, 4);
    if (year < kFirstYear || year > kLastYear || c_.goes_on(i + 1)) return std::nullopt;
    // Neither "2013-45" nor "2019%".
    if (c_.symbol(i + 1, '-') && c_.number(i + 2) && digits(i + 2, 4, 4) == 0) return std::nullopt;
    if (is_measured(i + 1)) return std::nullopt;
    std::optional<Moment> out = whole_year(i, i + 1, year);
    out->bare_year = true;
    return out;
  }

  const Cursor& c_;
};

}  // namespace

int read_year(const Cursor& c, std::size_t i, std::size_t& next) {
  const bool apostrophe = c.symbol(i, '\'') || (!c.number(i) && c.slice(i) == "’");
  const std::size_t at = apostrophe ? i + 1 : i;
  const bool slashed = i > 0 && c.symbol(i - 1, '/');
  if (!c.number(at) || c.goes_on(at + 1)) return 0;
  int year = 0;
  if (!apostrophe && c.plain_digits(at, 4, 4)) {
    year = static_cast<int>(c.at(at).value);
  } else if ((apostrophe || slashed) && c.plain_digits(at, 2, 2)) {
    const int two = static_cast<int>(c.at(at).value);
    year = two < 50 ? 2000 + two : 1900 + two;
  }
  if (year < kFirstYear || year > kLastYear) return 0;
  next = at + 1;
  return year;
}

std::optional<Moment> read_moment(const Cursor& cursor, std::size_t i) {
  return MomentReader(cursor).read(i);
}

}  // namespace starlint
