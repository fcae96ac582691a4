// Claim patterns: what phrases state which attribute. All of it is data: a pack adds an attribute,
// its phrases and a rule over it without touching C++ (see docs of the fields in pattern_load.cc).
// Filled by add() and freeze(), then immutable, so any thread may read it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/string_map.h"
#include "claim/claim.h"
#include "claim/noun.h"
#include "claim/phrase_syntax.h"
#include "claim/reading.h"
#include "claim/technology.h"
#include "text/pattern.h"
#include "text/pattern_filter.h"
#include "toml/document.h"

namespace starlint {

/// An attribute, as messages and verdicts need it.
struct Attribute {
  std::string name;   // "team.size"
  std::string label;  // "team size"
  Counting counting = Counting::Measured;
};

/// One [[claim]]: its phrases, and what a match of one of them says.
struct ClaimEntry {
  std::string attribute;
  std::string parts;    // attribute of what {list} names; "" where there is no list
  std::string subject;  // fixed; "" where the phrase captures it or nothing does
  std::string scope;    // likewise
  std::string of;       // word class of the things counted; "" where the phrase says what counts
  std::optional<Modality> modality;
  double plus = 0;    // "me and four others" is one more than four
  double slack = 0;   // "six worked with me" are six, or seven with the speaker
  double times = 1;   // "thirteen pairs" are 26
  bool open = false;  // the list names only some of the parts
  bool back = false;  // the parts are of the figure that was told last before them
  // Where the parts stand when not in the sentence: in the items or rows below it, or above it.
  // Here: the phrase begins with the first of them.
  enum class Items : std::uint8_t { Inside, Below, Above, Here };
  Items items = Items::Inside;
};

/// One phrase, compiled.
struct ClaimPhrase {
  std::uint32_t entry = 0;
  std::vector<Capture> captures;
  Pattern pattern;
};

/// Words that take a sentence out of what is asserted, and where they must stand.
struct Gate {
  enum class Where : std::uint8_t { Before, Sentence };
  Modality modality = Modality::General;
  Where where = Where::Sentence;
  Pattern pattern;
};

class ClaimPatterns {
 public:
  /// `ready`: see PatternFilter.
  explicit ClaimPatterns(std::span<const std::uint64_t> ready = {}) : filter_(ready) {}

  /// Whether a document holds claim patterns; the others are left alone.
  static bool is_claims(const toml_doc::Value& root);

  /// Takes the word classes, nouns and attributes of a document; call it for all before phrases.
  Status add_words(const Document& document);
  /// Takes the words that label the parts of stories as the class "component_label", where the
  /// document holds labels of a language of these phrases.
  void add_labels(const toml_doc::Value& root);
  /// Takes its phrases and gates.
  Status add_phrases(const Document& document);
  void freeze() { filter_.freeze(); }

  const std::vector<ClaimPhrase>& phrases() const { return phrases_; }
  /// The attribute of the parts of a whole; "" where it has none.
  std::string_view parts_of(std::string_view attribute) const;
  const ClaimEntry& entry(const ClaimPhrase& phrase) const { return entries_[phrase.entry]; }
  const std::vector<Gate>& gates() const { return gates_; }
  /// Whether some document holds phrases of that language; of others no word means anything here.
  bool knows_language(std::string_view code) const { return languages_.contains(code); }
  const NounFolder& nouns() const { return nouns_; }
  /// A folded word without the endings of its verb: "labelled" and "labelling" meet.
  std::string stem(std::string_view word) const { return verbs_.fold(nouns_.fold(word)); }
  /// The classes that a folded word is one of.
  const std::vector<std::string>& classes_of(std::string_view word) const;
  /// Whether a folded word is one of a class; classes and words nobody knows are not.
  bool is_word(std::string_view word_class, std::string_view word) const;
  /// The alternatives of a word class compiled to match one word, or nullptr.
  const Pattern* word_class(std::string_view name) const;
  /// The names of the word classes of a group: "money_earned" and "money_spent" of "money".
  std::vector<std::string_view> word_classes(std::string_view group) const;
  /// How much of one a word of [fractions] is: 0.5 for "half"; 0 for other words. Folded.
  double fraction(std::string_view words) const;
  /// Of which kind a folded word is one of several, as [contrasts] tell: "weekday" of "friday"; ""
  /// for other words.
  std::string_view contrast(std::string_view word) const;
  /// What a share of time went into, as [activities] tell: "coding" of "programming"; "" for other
  /// words.
  std::string_view activity(std::string_view word) const;
  /// nullptr where no document declares it.
  const Attribute* attribute(std::string_view name) const;

  const Technologies& technologies() const { return technologies_; }

  /// Indices of the phrases that may match somewhere in masked text.
  std::vector<std::uint32_t> candidates(std::string_view masked) const {
    return filter_.candidates(masked);
  }
  const PatternFilter& filter() const { return filter_; }

 private:
  Status add_word_class(const Document& document, const std::string& name,
                        const toml_doc::Value& words);
  Status add_fractions(const Document& document, const toml_doc::Value& table);
  Status add_entry(const Document& document, const toml_doc::Value& table);
  Status add_gate(const Document& document, const toml_doc::Value& table);

  std::set<std::string, std::less<>> languages_;
  WordClasses words_;
  std::map<std::string, Pattern, std::less<>> word_patterns_;
  StringMap<std::vector<std::string>> classes_;  // by word
  std::map<std::string, double, std::less<>> fractions_;
  std::map<std::string, std::string, std::less<>> contrasts_;   // word to kind
  std::map<std::string, std::string, std::less<>> activities_;  // word to activity
  NounFolder nouns_;
  NounFolder verbs_;
  Technologies technologies_;
  std::vector<Attribute> attributes_;
  std::vector<ClaimEntry> entries_;
  std::vector<ClaimPhrase> phrases_;
  std::vector<Gate> gates_;
  PatternFilter filter_;
};

}  // namespace starlint
