// elapsed: a duration beside two times that come again, of a day, a week or a year that nobody
// names, when these leave another time between them: "down at 22:00 … up again at 04:30 … nine
// hours offline". Also an end before its beginning on one and the same day.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/told_times.h"

namespace starlint {

namespace {

constexpr double kSlack = 0.12;        // of a duration: ends are rounded
constexpr double kFar = 6;             // times: so much longer or shorter, it is of something else
constexpr double kMinute = 60;         // seconds
constexpr double kDay = 24 * 60;       // minutes
constexpr double kHalfDay = kDay / 2;  // after which a time of either half comes again
constexpr double kInHours = 90;        // minutes from which a length is told in hours
constexpr double kHour = 60;           // minutes
constexpr std::size_t kNear = 1;       // sentences: hours told further behind are of something else

struct Spec {
  std::vector<std::string> durations;
  Pattern ranges;   // both ends in one phrase
  Pattern begins;   // the sentence around a beginning
  Pattern ends;     // … and around an end
  Pattern habit;    // its times are of no one event, or of another one
  Pattern one_day;  // says of an end that it is on the day of the beginning
  Pattern one_week;
};

/// From one time to the next one of the other kind.
struct Stretch {
  ToldTime begin;
  ToldTime end;
  std::size_t sentence = 0;  // of its end, in its story
  bool range = false;        // told in one phrase
  bool one_day = false;

  /// In minutes, between which it can be; from day to day both may count.
  Bounds bounds() const {
    const double way = begin.until(end);
    if (begin.cycle == Cycle::Day) return {way, way};
    return {std::max(way - 1, 0.5) * kDay, (way + 1) * kDay};
  }
};

/// A time that begins or ends something.
struct End {
  const ToldTime* time = nullptr;
  std::size_t sentence = 0;  // index in its story
};

bool meets(const Bounds& said, const Bounds& length) {
  return said.low <= length.high && length.low <= said.high;
}

class ElapsedRule : public Rule {
 public:
  ElapsedRule(const ClaimPatterns& patterns, TimeWords words, Spec spec)
      : patterns_(patterns), words_(std::move(words)), spec_(std::move(spec)) {}

  void check(const FileView& file, Sink& sink) const override {
    const std::vector<Setting>& settings = settings_of(file, patterns_);
    const Setting* last = nullptr;
    std::vector<TimedSentence> sentences;
    std::vector<Stretch> stretches;
    for (const Claim& claim : file.claims) {
      if (!is_duration(claim)) continue;
      const Setting* setting = setting_at(settings, claim.span.begin);
      if (setting == nullptr) continue;
      if (setting != last) {
        sentences = timed_sentences(file, setting->span, words_);
        stretches = stretches_in(file, sentences);
      }
      last = setting;
      check_duration(file, claim, sentences, stretches, sink);
    }
    for (const Setting& setting : settings) check_order(file, setting, sink);
  }

 private:
  bool is_duration(const Claim& claim) const {
    return claim.value.kind == ValueKind::Duration && claim.modality == Modality::Asserted &&
           std::find(spec_.durations.begin(), spec_.durations.end(), claim.attribute) !=
               spec_.durations.end();
  }

  /// Those told in one phrase, and of each cycle the one from the only beginning to the only end.
  std::vector<Stretch> stretches_in(const FileView& file,
                                    const std::vector<TimedSentence>& sentences) const {
    const std::string_view text = file.text.utf8();
    std::vector<Stretch> out;
    std::vector<End> begins;
    std::vector<End> ends;
    for (std::size_t at = 0; at < sentences.size(); ++at) {
      const TimedSentence& sentence = sentences[at];
      if (sentence.times.empty() || spec_.habit.found_in(text, sentence.span)) continue;
      for (std::size_t i = 0; i < sentence.times.size(); ++i) {
        const ToldTime& time = sentence.times[i];
        if (i + 1 < sentence.times.size() && is_range(text, sentence, i)) {
          add({time, sentence.times[i + 1], at, true}, text, sentence.span, out);
          ++i;
          continue;
        }
        const std::string around = marked(text, sentence, time);
        if (found(spec_.begins, around)) begins.push_back({&time, at});
        if (found(spec_.ends, around)) ends.push_back({&time, at});
      }
    }
    for (const Cycle cycle : {Cycle::Day, Cycle::Week, Cycle::Year}) {
      std::vector<End> first = of_cycle(begins, cycle);
      std::vector<End> last = of_cycle(ends, cycle);
      drop_shared(last, first);
      drop_shared(first, last);
      if (first.size() != 1 || last.size() != 1 || first[0].time == last[0].time) continue;
      const std::size_t at = last[0].sentence;
      add({*first[0].time, *last[0].time, at}, text, sentences[at].span, out);
    }
    return out;
  }

  static std::vector<End> of_cycle(const std::vector<End>& all, Cycle cycle) {
    std::vector<End> out;
    for (const End& end : all) {
      if (end.time->cycle == cycle) out.push_back(end);
    }
    return out;
  }

  /// "Left at six and was in at nine": what may be either end is the one that no other can be.
  static void drop_shared(std::vector<End>& ends, const std::vector<End>& others) {
    if (ends.size() < 2) return;
    std::erase_if(ends, [&](const End& end) {
      return std::any_of(others.begin(), others.end(),
                         [&](const End& other) { return other.time == end.time; });
    });
  }

  /// A week has one Friday, if the sentence says so.
  void add(Stretch stretch, std::string_view text, Span of_end, std::vector<Stretch>& out) const {
    stretch.one_day = spec_.one_day.found_in(text, of_end);
    const bool week = stretch.begin.cycle == Cycle::Week;
    if (!week || spec_.one_week.found_in(text, of_end)) out.push_back(stretch);
  }

  static bool found(const Pattern& pattern, const std::string& text) {
    return pattern.found_in(text, {0, static_cast<std::uint32_t>(text.size())});
  }

  static std::string marked(std::string_view text, const TimedSentence& sentence,
                            const ToldTime& time) {
    std::vector<Span> others;
    for (const ToldTime& one : sentence.times) others.push_back(one.span);
    return with_marks(text, sentence.span, {time.span}, others);
  }

  bool is_range(std::string_view text, const TimedSentence& sentence, std::size_t i) const {
    const ToldTime& a = sentence.times[i];
    const ToldTime& b = sentence.times[i + 1];
    if (a.cycle != b.cycle || b.span.begin < a.span.end) return false;
    return found(spec_.ranges, with_marks(text, sentence.span, {a.span, b.span}, {}));
  }

  static Bounds said_minutes(const Value& value) {
    const Bounds strict = read_value(value, Counting::Measured).strict;
    return {std::min(strict.low, value.low * (1 - kSlack)) / kMinute,
            std::max(strict.high, value.high * (1 + kSlack)) / kMinute};
  }

  static bool agrees(const Bounds& said, const Stretch& stretch) {
    Bounds length = stretch.bounds();
    if (meets(said, length)) return true;
    if (!stretch.begin.either && !stretch.end.either) return false;
    const double other = length.low > kHalfDay ? length.low - kHalfDay : length.low + kHalfDay;
    return meets(said, {other, other});
  }

  /// What is told in days may go from one day's time to another day's.
  static bool may_be_of(const Bounds& said, const Stretch& stretch) {
    const Bounds length = stretch.bounds();
    if (stretch.begin.cycle == Cycle::Day && said.high >= kDay) return false;
    return said.low <= length.high * kFar && length.low <= said.high * kFar;
  }

  void check_duration(const FileView& file, const Claim& duration,
                      const std::vector<TimedSentence>& sentences,
                      const std::vector<Stretch>& stretches, Sink& sink) const {
    const auto behind =
        std::find_if(sentences.begin(), sentences.end(),
                     [&](const TimedSentence& one) { return duration.span.begin < one.span.end; });
    if (behind == sentences.end()) return;
    const Span before{std::min(behind->span.begin, duration.span.begin), duration.span.begin};
    if (spec_.habit.found_in(file.text.utf8(), before)) return;
    const auto at = static_cast<std::size_t>(behind - sentences.begin());
    const Bounds said = said_minutes(duration.value);
    const Stretch* meant = nullptr;
    Bounds all;
    for (const Stretch& stretch : stretches) {
      if (agrees(said, stretch)) return;
      const bool hours = stretch.range && stretch.begin.cycle == Cycle::Day;
      const bool near = stretch.sentence <= at && at <= stretch.sentence + kNear;
      if (!may_be_of(said, stretch) || (hours && !near)) continue;
      all = {all.low + stretch.bounds().low, all.high + stretch.bounds().high};
      if (meant == nullptr || stretch.begin.span.begin < duration.span.begin) meant = &stretch;
    }
    if (meant == nullptr || meets(said, all) || sink.told(place_of(duration))) return;
    report(file, {file.source.id, duration.span}, words_of(file, duration), *meant, unit_of(*meant),
           sink)
        .narrative = duration.narrative;
  }

  static std::string_view unit_of(const Stretch& stretch) {
    if (stretch.begin.cycle != Cycle::Day) return "days";
    return stretch.begin.until(stretch.end) >= kInHours ? "hours" : "minutes";
  }

  void check_order(const FileView& file, const Setting& setting, Sink& sink) const {
    if (!spec_.one_day.found_in(file.text.utf8(), setting.span)) return;
    for (const Stretch& stretch : stretches_in(file, timed_sentences(file, setting.span, words_))) {
      if (stretch.begin.cycle != Cycle::Day || !stretch.one_day) continue;
      if (stretch.begin.either || stretch.end.either) continue;
      if (stretch.begin.at <= stretch.end.at) continue;
      // "The first came in at 09:00 and the last left at 15:00": who tells of an end first tells of
      // two things.
      if (stretch.end.span.begin < stretch.begin.span.begin) continue;
      report(file, {file.source.id, stretch.end.span}, std::string(file.slice(stretch.end.span)),
             stretch, "order", sink);
    }
  }

  static Finding& report(const FileView& file, Location where, std::string said,
                         const Stretch& stretch, std::string_view variant, Sink& sink) {
    const double way = stretch.begin.until(stretch.end);
    const std::string begin(file.slice(stretch.begin.span));
    const std::string end(file.slice(stretch.end.span));
    Finding& finding = sink.add(where,
                                {{"said", std::move(said)},
                                 {"begin", begin},
                                 {"end", end},
                                 {"length", decimal(variant == "hours" ? way / kHour : way, 1)}},
                                variant);
    for (const ToldTime* time : {&stretch.begin, &stretch.end}) {
      if (time->span == where.span) continue;
      finding.related.push_back({{file.source.id, time->span}, ""});
    }
    return finding;
  }

  const ClaimPatterns& patterns_;
  TimeWords words_;
  Spec spec_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attributes(options, "durations", context.claims); !status) {
    return status.error();
  }
  Result<TimeWords> words = TimeWords::read(options, context.lexicon);
  if (!words) return words.error();
  std::vector<Pattern> patterns;
  for (const std::string_view key : {"ranges", "begins", "ends", "habit", "one_day", "one_week"}) {
    Result<Pattern> pattern = any_of(options, key);
    if (!pattern) return pattern.error();
    patterns.push_back(*std::move(pattern));
  }
  return std::unique_ptr<Rule>(std::make_unique<ElapsedRule>(
      context.claims, *std::move(words),
      Spec{options.strings("durations"), std::move(patterns[0]), std::move(patterns[1]),
           std::move(patterns[2]), std::move(patterns[3]), std::move(patterns[4]),
           std::move(patterns[5])}));
}

}  // namespace

Kind elapsed_kind() {
  using toml_doc::FieldType;
  std::vector<toml_doc::Field> fields = {
      {"durations", FieldType::Strings, "attributes of durations of a whole stretch", true},
      {"ranges", FieldType::Strings, R"(expressions of a sentence with \x01 for its two ends)",
       true},
      {"begins", FieldType::Strings, R"(expressions of a sentence with \x01 for its beginning)",
       true},
      {"ends", FieldType::Strings, R"(expressions of a sentence with \x01 for its end)", true},
      {"habit", FieldType::Strings, "in a sentence: its times are of no one event", true},
      {"one_day", FieldType::Strings, "in a sentence: its end is on the day of the beginning",
       true},
      {"one_week", FieldType::Strings, "in a sentence: its end is less than a week behind", true}};
  for (const toml_doc::Field& field : TimeWords::fields()) fields.push_back(field);
  return {"elapsed",
          "a duration that two times of a day, a week or a year do not leave",
          {"said", "begin", "end", "length"},
          {"hours", "minutes", "days", "order"},
          std::move(fields),
          compile};
}

}  // namespace starlint
