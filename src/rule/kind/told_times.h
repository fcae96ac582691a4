// Times that come again, and are no dates by themselves: "14:05" and "seven in the evening" of a
// day, "Monday" of a week, "12 May" of a year that nobody names. And how a story tells that
// something lasted from one of them to another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rule/kind.h"
#include "rule/kind/speech.h"
#include "text/pattern.h"

namespace starlint {

enum class Cycle : std::uint8_t { Day, Week, Year };  // after which a time comes again

/// Minutes of a day, days of a week or of a year that may be a leap year: what at() counts.
double length_of(Cycle cycle);

struct ToldTime {
  Cycle cycle = Cycle::Day;
  Span span;
  double at = 0;        // 0 is midnight, Monday, 1 January
  bool either = false;  // of a day: nothing says whether before noon or after it

  /// Along the cycle to a later time: more than 0.
  double until(const ToldTime& later) const;
};

/// How a language tells times of a day; the calendar is the lexicon's.
class TimeWords {
 public:
  /// From the options `morning`, `evening`, `oclock`, `noon` and `midnight` of a rule. The lexicon
  /// must outlive it.
  static Result<TimeWords> read(const Options& options, const Lexicon& lexicon);
  /// The options, for the fields of a kind.
  static std::vector<toml_doc::Field> fields();

  /// The times in a piece of one block, in order of place; those of dates with a year are none.
  std::vector<ToldTime> times_in(const FileView& file, Span within) const;

 private:
  TimeWords(const Lexicon& lexicon, Pattern digits, Pattern tail, Pattern named)
      : lexicon_(&lexicon),
        digits_(std::move(digits)),
        tail_(std::move(tail)),
        named_(std::move(named)) {}

  void add_clocks(std::string_view text, Span within, std::vector<ToldTime>& out) const;
  void add_tokens(const FileView& file, Span within, std::vector<ToldTime>& out) const;

  const Lexicon* lexicon_;
  Pattern digits_;  // "14:05", with what follows it
  Pattern tail_;    // what makes "seven" a time of day, behind it
  Pattern named_;   // noon, midnight
};

/// A sentence of a story or section, with its times.
struct TimedSentence {
  Span span;
  std::vector<ToldTime> times;
};

/// The sentences of the prose in `within`, in order of place.
std::vector<TimedSentence> timed_sentences(const FileView& file, Span within,
                                           const TimeWords& words);

/// One of the expressions of an option.
Result<Pattern> any_of(const Options& options, std::string_view key);

/// The sentence with `\x01` for each of the spans, which lie in it, and `\x02` for the others.
std::string with_marks(std::string_view text, Span sentence, const std::vector<Span>& marked,
                       const std::vector<Span>& others);

}  // namespace starlint
