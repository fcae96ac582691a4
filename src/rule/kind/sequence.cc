// sequence: a day told as before or after something, or so long before or after it, where the dates
// of the same story say another order: "the launch was on 12 May … two days before the launch, on
// 19 May". Also "three days later, on the Wednesday" of what began on a Friday.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/claim_order.h"
#include "claim/grammar/values.h"
#include "claim/topic.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/told_times.h"

namespace starlint {

namespace {

constexpr double kDay = 86400;     // seconds
constexpr double kMonth = 31;      // days of a date that a day without a year is held against
constexpr double kWeek = 7;        // days
constexpr double kFewDays = 1.5;   // days may be counted with both ends in or out
constexpr double kSlack = 0.15;    // of a duration: it is rounded
constexpr std::size_t kWords = 4;  // content words that name what happened, at most

/// A date, or a day of a year that nobody names.
struct Day {
  Span span;
  double low = 0;   // days since 1970-01-01, or since new year
  double high = 0;  // behind the last; equal to low where it tells of no day that was
  bool dated = true;

  double days() const { return high - low; }
};

double day_of_year(double days) {
  using std::chrono::sys_days;
  const std::chrono::year_month_day date{sys_days{std::chrono::days{static_cast<int>(days)}}};
  constexpr std::chrono::year kLeapYear{2000};
  const auto since = sys_days{kLeapYear / date.month() / date.day()} -
                     sys_days{kLeapYear / std::chrono::January / 1};
  return static_cast<double>(since.count());
}

bool comparable(const Day& a, const Day& b) {
  return a.dated == b.dated || (a.days() <= kMonth && b.days() <= kMonth);
}

/// The days from one to the other, at least and at most; without a year, the short way round it.
Bounds way(const Day& from, const Day& to) {
  if (from.dated && to.dated) return {to.low - (from.high - 1), to.high - 1 - from.low};
  const double length = length_of(Cycle::Year);
  const double begin = from.dated ? day_of_year(from.low) : from.low;
  const double end = to.dated ? day_of_year(to.low) : to.low;
  const double days = std::fmod(end - begin + 1.5 * length, length) - length / 2;
  return {days - (from.days() - 1), days + (to.days() - 1)};
}

struct Sentence {
  Span span;
  std::vector<Day> days;
  std::vector<ToldTime> weekdays;
};

struct Spec {
  Pattern before;  // its first group names what happened later
  Pattern after;   // … or earlier
  Pattern later;   // between a duration and the time at its end
  Pattern then;    // behind a duration; its first group names what happened at its end
  Pattern recurring;
  Pattern unless;  // in a sentence: what it tells was to be, or is of another time
  bool targets;    // a day that was to be counts, too
};

/// What a sentence says of the order of its day.
struct Order {
  bool before = false;
  Span event;
  std::vector<std::string> words;  // content words of it
  std::optional<Typed> distance;   // how long before or after it
};

class SequenceRule : public Rule {
 public:
  SequenceRule(const ClaimPatterns& patterns, const Lexicon& lexicon, TimeWords words, Spec spec)
      : patterns_(patterns), lexicon_(lexicon), words_(std::move(words)), spec_(std::move(spec)) {}

  void check(const FileView& file, Sink& sink) const override {
    const std::string_view text = file.text.utf8();
    for (const Setting& setting : settings_of(file, patterns_)) {
      const bool told =
          spec_.before.found_in(text, setting.span) || spec_.after.found_in(text, setting.span) ||
          spec_.later.found_in(text, setting.span) || spec_.then.found_in(text, setting.span);
      if (!told) continue;
      const std::vector<Sentence> sentences = sentences_in(file, setting.span);
      for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (spec_.unless.found_in(text, sentences[i].span)) continue;
        check_event(file, sentences, i, sink);
        check_later(file, sentences, i, sink);
      }
    }
  }

 private:
  static std::vector<const Claim*> claims_in(const FileView& file, Span within) {
    std::vector<const Claim*> out;
    for (auto claim = claims_from(file.claims, within.begin);
         claim != file.claims.end() && claim->span.begin < within.end; ++claim) {
      out.push_back(&*claim);
    }
    return out;
  }

  Day day_of(const Claim& claim) const {
    const Value& value = claim.value;
    const bool known = !value.open_low && !value.open_high;
    const bool target = spec_.targets && claim.modality == Modality::Target;
    const bool was = known && (target || claim.modality == Modality::Asserted);
    return {claim.span, value.low, was ? std::max(value.high, value.low + 1) : value.low};
  }

  std::vector<Sentence> sentences_in(const FileView& file, Span within) const {
    std::vector<Sentence> out;
    for (const TimedSentence& timed : timed_sentences(file, within, words_)) {
      Sentence& sentence = out.emplace_back();
      sentence.span = timed.span;
      for (const ToldTime& time : timed.times) {
        if (time.cycle == Cycle::Week) sentence.weekdays.push_back(time);
        if (time.cycle == Cycle::Year) {
          sentence.days.push_back({time.span, time.at, time.at + 1, false});
        }
      }
      for (const Claim* claim : claims_in(file, timed.span)) {
        const ValueKind kind = claim->value.kind;
        const bool dated = kind == ValueKind::Date || kind == ValueKind::Interval;
        if (dated) sentence.days.push_back(day_of(*claim));
      }
    }
    return out;
  }

  /// The only day of a sentence that says of it what it came before or after.
  void check_event(const FileView& file, const std::vector<Sentence>& sentences, std::size_t at,
                   Sink& sink) const {
    const Sentence& sentence = sentences[at];
    if (sentence.days.size() != 1 || sentence.days.front().days() <= 0) return;
    const Day& day = sentence.days.front();
    Order order;
    if (!read_order(file, sentence.span, day, order)) return;
    const Day* other = nullptr;
    for (const Sentence& one : sentences) {
      if (&one == &sentence || one.days.empty() || !tells_of(file, one.span, order.words)) continue;
      for (const Day& anchor : one.days) {
        if (anchor.days() <= 0 || !comparable(day, anchor)) continue;
        if (fits(order, way(day, anchor))) return;
        if (other == nullptr || other->span.begin < anchor.span.begin) other = &anchor;
      }
    }
    if (other == nullptr) return;
    report(file, day.span, other->span, order, sink);
  }

  /// False where nothing is said, or more than one thing.
  bool read_order(const FileView& file, Span sentence, const Day& day, Order& order) const {
    const std::string_view text = file.text.utf8();
    const std::vector<Match> before = spec_.before.find_all(text, sentence);
    const std::vector<Match> after = spec_.after.find_all(text, sentence);
    if (before.size() + after.size() > 1) return false;
    if (before.empty() && after.empty()) return read_later(file, sentence, day, order);
    const Match& match = before.empty() ? after.front() : before.front();
    order.before = !before.empty();
    order.event = first_group(match);
    if (order.event.overlaps(day.span) || spec_.recurring.found_in(text, order.event)) return false;
    order.words = words_of_event(file, order.event);
    order.distance = duration_in(text, {match.whole.begin, order.event.begin});
    return !order.words.empty() && order.words.size() <= kWords;
  }

  /// "I joined in 2017, and two years later I was made head of the desk": the day is that much
  /// before what the words name.
  bool read_later(const FileView& file, Span sentence, const Day& day, Order& order) const {
    const std::string_view text = file.text.utf8();
    Match match;
    if (!spec_.then.find(text, sentence, match) || match.whole.begin < day.span.end) return false;
    order.before = true;
    order.event = first_group(match);
    order.words = words_of_event(file, order.event);
    order.distance = duration_in(text, {day.span.end, match.whole.begin});
    if (!order.distance || order.distance->span.end != match.whole.begin) return false;
    return order.words.size() > 1 && order.words.size() <= kWords;
  }

  static Span first_group(const Match& match) {
    Span out;
    for (const Span group : match.groups) {
      if (out.empty()) out = group;
    }
    return out;
  }

  /// The last one. What follows would make a date of it that nobody knows.
  std::optional<Typed> duration_in(std::string_view text, Span within) const {
    std::vector<Typed> values = read_values(text, within, lexicon_);
    if (values.empty() || values.back().value.kind != ValueKind::Duration) return std::nullopt;
    return std::move(values.back());
  }

  /// Content words that say what happens, sorted.
  std::vector<std::string> words_of_event(const FileView& file, Span span) const {
    std::vector<std::string> out;
    for (const std::string_view word : words_in(file.slice(span))) {
      if (patterns_.is_word("light", ascii_lower(word))) continue;
      std::string content = content_word(word, patterns_);
      if (!content.empty()) out.push_back(std::move(content));
    }
    sort_unique(out);
    return out;
  }

  bool tells_of(const FileView& file, Span sentence, const std::vector<std::string>& event) const {
    const std::string_view text = file.text.utf8();
    if (spec_.unless.found_in(text, sentence)) return false;
    const std::vector<std::string> words = words_of_event(file, sentence);
    return std::includes(words.begin(), words.end(), event.begin(), event.end());
  }

  static Bounds days_of(const Value& duration) {
    const Bounds strict = read_value(duration, Counting::Measured).strict;
    const double least = strict.low / kDay;
    const double most = strict.high / kDay;
    return {least - std::max(kFewDays, kSlack * least), most + std::max(kFewDays, kSlack * most)};
  }

  /// `days`: from the day that was told to what it is told of.
  static bool fits(const Order& order, const Bounds& days) {
    const Bounds ahead = order.before ? days : Bounds{-days.high, -days.low};
    if (!order.distance) return ahead.high >= 0;
    const Bounds said = days_of(order.distance->value);
    return said.low <= ahead.high && ahead.low <= said.high;
  }

  /// "Three days later, on the Wednesday", "two weeks later, on 3 May".
  void check_later(const FileView& file, const std::vector<Sentence>& sentences, std::size_t at,
                   Sink& sink) const {
    const std::string_view text = file.text.utf8();
    const Sentence& sentence = sentences[at];
    for (const Match& match : spec_.later.find_all(text, sentence.span)) {
      const std::optional<Typed> duration =
          duration_in(text, {sentence.span.begin, match.whole.begin});
      if (!duration || !is_plain(*duration, match.whole.begin)) continue;
      for (const ToldTime& day : sentence.weekdays) {
        if (day.span.begin == match.whole.end) {
          check_weekday(file, sentences, at, *duration, day, sink);
        }
      }
      for (const Day& day : sentence.days) {
        if (day.span.begin == match.whole.end) {
          check_day(file, sentences, at, *duration, day, sink);
        }
      }
    }
  }

  /// A number of whole days, told in one word for days or weeks: no "working days".
  static bool is_plain(const Typed& typed, std::uint32_t end) {
    const Value& value = typed.value;
    return typed.span.end == end && value.kind == ValueKind::Duration && value.single() &&
           value.low >= kDay && value.qualifier == Qualifier::Exact &&
           words_in(value.unit_text).size() == 1;
  }

  /// Held against the only weekday before it.
  static void check_weekday(const FileView& file, const std::vector<Sentence>& sentences,
                            std::size_t at, const Typed& duration, const ToldTime& end,
                            Sink& sink) {
    const ToldTime* begin = nullptr;
    for (std::size_t i = 0; i <= at; ++i) {
      for (const ToldTime& day : sentences[i].weekdays) {
        if (day.span.end > duration.span.begin) continue;
        if (begin != nullptr) return;
        begin = &day;
      }
    }
    const double days = duration.value.low / kDay;
    if (begin == nullptr || duration.value.resolution > kDay) return;
    if (std::fmod(days, kWeek) == std::fmod(begin->until(end), kWeek)) return;
    report_later(file, duration, end.span, begin->span, sink);
  }

  /// Held against the only day of its own sentence and the one before.
  static void check_day(const FileView& file, const std::vector<Sentence>& sentences,
                        std::size_t at, const Typed& duration, const Day& end, Sink& sink) {
    const Day* begin = nullptr;
    for (std::size_t i = at == 0 ? 0 : at - 1; i <= at; ++i) {
      for (const Day& day : sentences[i].days) {
        if (day.span.end > duration.span.begin) continue;
        if (begin != nullptr) return;
        begin = &day;
      }
    }
    if (begin == nullptr || begin->days() != 1 || end.days() != 1) return;
    const Bounds told = way(*begin, end);
    const Bounds said = days_of(duration.value);
    if (said.low <= told.high && told.low <= said.high) return;
    report_later(file, duration, end.span, begin->span, sink);
  }

  static void report_later(const FileView& file, const Typed& duration, Span end, Span begin,
                           Sink& sink) {
    Finding& finding = sink.add({file.source.id, end},
                                {{"said", std::string(file.slice(end))},
                                 {"other", std::string(file.slice(begin))},
                                 {"distance", std::string(file.slice(duration.span))}},
                                "later");
    finding.related.push_back({{file.source.id, begin}, std::string(file.slice(begin))});
  }

  static void report(const FileView& file, Span day, Span other, const Order& order, Sink& sink) {
    Arguments arguments = {{"said", std::string(file.slice(day))},
                           {"other", std::string(file.slice(other))},
                           {"event", std::string(trim(file.slice(order.event)))}};
    if (order.distance) {
      arguments.emplace_back("distance", std::string(file.slice(order.distance->span)));
    }
    const std::string_view variant = order.distance ? "apart" : order.before ? "before" : "after";
    Finding& finding = sink.add({file.source.id, day}, arguments, variant);
    finding.related.push_back({{file.source.id, other}, std::string(file.slice(other))});
  }

  const ClaimPatterns& patterns_;
  const Lexicon& lexicon_;
  TimeWords words_;
  Spec spec_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<TimeWords> words = TimeWords::read(options, context.lexicon);
  if (!words) return words.error();
  std::vector<Pattern> patterns;
  for (const std::string_view key : {"before", "after", "later", "then", "recurring", "unless"}) {
    Result<Pattern> pattern = any_of(options, key);
    if (!pattern) return pattern.error();
    patterns.push_back(*std::move(pattern));
  }
  return std::unique_ptr<Rule>(std::make_unique<SequenceRule>(
      context.claims, context.lexicon, *std::move(words),
      Spec{std::move(patterns[0]), std::move(patterns[1]), std::move(patterns[2]),
           std::move(patterns[3]), std::move(patterns[4]), std::move(patterns[5]),
           options.boolean("targets", false)}));
}

}  // namespace

Kind sequence_kind() {
  using toml_doc::FieldType;
  std::vector<toml_doc::Field> fields = {
      {"before", FieldType::Strings, "expressions; the first group names what happened later",
       true},
      {"after", FieldType::Strings, "expressions; the first group names what happened earlier",
       true},
      {"later", FieldType::Strings,
       "expressions of what stands between a duration and the day at its end", true},
      {"then", FieldType::Strings,
       "expressions behind a duration; the first group names what happened at its end", true},
      {"recurring", FieldType::Strings, "in the name of what happened: it happens again and again",
       true},
      {"unless", FieldType::Strings, "in a sentence: it was to be, or is of another time", true},
      {"targets", FieldType::Boolean, "true: a day that was to be counts, as deadlines do"}};
  for (const toml_doc::Field& field : TimeWords::fields()) fields.push_back(field);
  return {"sequence",
          "a day before or after something that the dates put in another order",
          {"said", "other", "event", "distance"},
          {"before", "after", "apart", "later"},
          std::move(fields),
          compile};
}

}  // namespace starlint
