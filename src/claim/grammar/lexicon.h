// What the words of one language mean to the value grammar: number words, units, currencies,
// months, hedges and the small words that join them. All of it is data
// (rules/lang/<language>/numbers.toml, units.toml, dates.toml); the grammar knows roles, never a
// word. Immutable after load(), so any thread may read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "claim/claim.h"
#include "claim/grammar/word_table.h"
#include "toml/document.h"

namespace starlint {

/// The part a small word plays. Each is a key of [cues]; see kCues in lexicon_fields.cc.
enum class Cue : std::uint8_t {
  And,
  To,
  Dash,
  Point,
  Negative,
  Percent,
  PercentPoints,
  Nines,
  Between,
  RangeFrom,
  From,
  Article,
  The,
  Of,
  NotANumber,
  Label,
  Hash,
  Whole,
  For,
  Lasting,
  Ago,
  Past,
  Clock,
  Since,
  Before,
  After,
  Until,
  Present,
  YearBefore,
  YearOf,
  Start,
  Middle,
  End,
  Quarter,
  HalfYear,
  Fiscal,
  Old,
  Cents,
  Equal,
  OrEqual,
  ParticleVerb,
  Every,
  TimeOf,
  LongAgo,
  RisingVerb
};

enum class NumberWord : std::uint8_t { None, Below20, Tens, Scale };

/// How a unit name must stand to its number.
enum class Attachment : std::uint8_t { Free, Digits, Glued };

/// All that one word or phrase can mean. A word may have several roles: "second", "may", "pound".
struct Meaning {
  std::uint64_t cues = 0;
  NumberWord number = NumberWord::None;
  double value = 0;             // of number
  double fraction = 0;          // "½"
  int denominator = 0;          // "quarter": 4
  int ordinal = 0;              // "third": 3
  bool ordinal_ending = false;  // "st"
  double vague_low = 0;         // "couple": 2 to 3
  double vague_high = 0;
  Qualifier before = Qualifier::Exact;  // "more than"
  Qualifier after = Qualifier::Exact;   // "or more"
  std::int16_t unit = -1;               // index of units()
  std::int16_t short_unit = -1;         // behind a larger unit of time: the "m" of "2h50m"
  std::int16_t currency = -1;           // index of currencies()
  std::int16_t event = -1;              // index of events()
  std::uint8_t month = 0;               // 1 to 12
  std::uint8_t weekday = 0;             // 1 is Monday
  std::uint8_t season = 0;              // first month
  Attachment attachment = Attachment::Free;
  bool before_number = false;  // a currency name that may stand before the number
  double currency_scale = 1;   // "MUSD": 1e6

  bool is(Cue cue) const { return (cues >> static_cast<unsigned>(cue) & 1U) != 0; }
  /// Whether it is a value all by itself: "seven", "½", "several".
  bool counts() const { return number != NumberWord::None || fraction > 0 || vague_high > 0; }
};

/// Roles as bits of one mask, so that most words are told apart without following a phrase.
namespace facet {
constexpr std::uint64_t of(Cue cue) { return std::uint64_t{1} << static_cast<unsigned>(cue); }
/// A month, weekday, season, ordinal, ten or event: what a date can begin with.
inline constexpr std::uint64_t kCalendar = std::uint64_t{1} << 58U;
inline constexpr std::uint64_t kUnit = std::uint64_t{1} << 59U;
inline constexpr std::uint64_t kCurrency = std::uint64_t{1} << 60U;
inline constexpr std::uint64_t kPrefix = std::uint64_t{1} << 61U;  // a currency before its number
inline constexpr std::uint64_t kBefore = std::uint64_t{1} << 62U;  // a hedge before a number
inline constexpr std::uint64_t kAfter = std::uint64_t{1} << 63U;
std::uint64_t all(const Meaning& meaning);
}  // namespace facet

/// `factor` times the value gives the base unit of the dimension: meter, gram, second, bit, …
struct Unit {
  std::string name;
  std::string dimension;
  double factor = 1;

  bool time() const { return dimension == "time"; }
};

struct Currency {
  std::string code;  // ISO 4217, else the word: "USD", "cent"
};

/// What everybody remembers: "the London Olympics". Months tell its time well enough.
struct Event {
  int year = 0;
  int month = 0;  // its first, 1 to 12
  int months = 1;
};

class Lexicon {
 public:
  /// Whether a document has a key of a lexicon besides its language: labels and cues have one too.
  static bool is_lexicon(const toml_doc::Value& root);
  /// Reads the documents of one language; the others are left alone. Unknown keys are errors.
  static Result<Lexicon> load(const std::vector<Document>& documents,
                              std::string_view language = "en");

  const WordTable& words() const { return words_; }
  /// The word number of an ASCII symbol, or kNone.
  std::uint32_t symbol(char c) const { return symbols_[static_cast<std::uint8_t>(c) & 127U]; }
  /// Whether a value can begin with this word. REQUIRES: a word number.
  bool starts_value(std::uint32_t word) const { return starts_[word] != 0; }

  /// The meaning of one word alone; an empty one where it has none. kNone is allowed.
  const Meaning& meaning(std::uint32_t word) const {
    return word == kNone ? meanings_[0] : meanings_[first_[word]];
  }
  /// Phrases, word by word: the state after `word`, from state kStart; kNone where nothing goes on.
  static constexpr std::uint32_t kStart = 0;
  std::uint32_t step(std::uint32_t state, std::uint32_t word) const;
  const Meaning& meaning_at(std::uint32_t state) const { return meanings_[state]; }

  /// The facets of all phrases that begin with the word. REQUIRES: a word number.
  std::uint64_t reach(std::uint32_t word) const { return reach_[word]; }

  /// The factor of a suffix glued to digits, case and all ("k": 1000); 0 where it is none.
  double suffix(std::string_view text) const;
  /// Whether the suffix may also stand off by a space ("1.5 M").
  bool loose_suffix(std::string_view text) const;

  const Unit& unit(std::int16_t index) const { return units_[static_cast<std::size_t>(index)]; }
  /// The unit of that canonical name, or nullptr.
  const Unit* unit(std::string_view name) const;
  const Currency& currency(std::int16_t index) const {
    return currencies_[static_cast<std::size_t>(index)];
  }
  const Event& event(std::int16_t index) const { return events_[static_cast<std::size_t>(index)]; }
  int season_months() const { return 3; }
  /// "mdy" or "dmy": how 3/4/2019 is read.
  bool month_first() const { return month_first_; }

 private:
  friend class LexiconLoader;
  struct Suffix {
    std::string text;
    double factor = 1;
    bool loose = false;
  };

  WordTable words_;
  std::vector<std::uint32_t> symbols_ = std::vector<std::uint32_t>(128, kNone);
  std::vector<std::uint8_t> starts_;  // by word
  std::vector<std::uint64_t> reach_;  // by word
  std::vector<std::uint32_t> first_;  // by word: its state after kStart, or kStart
  std::vector<Meaning> meanings_{1};  // by state
  std::unordered_map<std::uint64_t, std::uint32_t> steps_;  // looked up only, never walked
  std::vector<Suffix> suffixes_;
  std::vector<Unit> units_;
  std::vector<Currency> currencies_;
  std::vector<Event> events_;
  bool month_first_ = true;
};

}  // namespace starlint
