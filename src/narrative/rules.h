// All that data says about stories: frameworks, labels, prompts, cues, the words of each language.
// Built once from the rule files; immutable, so any thread may use it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/string_map.h"
#include "narrative/framework.h"
#include "narrative/phrase.h"
#include "narrative/words.h"
#include "toml/document.h"

namespace starlint {

/// What a phrase of a language is a sign of.
enum class Sign : std::uint8_t {
  Situation,
  Task,
  Action,
  Result,
  Learning,  // cues of a component
  Behavioural,
  GeneralPrompt,
  Topic,
  NotStory,
  NotStoryTitle,  // kinds of questions and titles
  ProjectFact,
  PostFact,  // what is asked of a whole project, and of any post
  General,
  Placeholder,
  Unasked,  // takes back what sounds like a Task: "nobody asked me"
};

/// A phrase as the book reports it: what it is a sign of, and how strong a cue.
struct Signal {
  Sign sign = Sign::General;
  float weight = 1;
};

/// Rows of a component's model: three strengths of cue, then shapes of sentences.
enum class Feature : std::uint8_t { Strong, Medium, Weak, Act, Scene, Number };
inline constexpr std::size_t kFeatureCount = 6;

/// Whether a story holds a component: present where bias and weights sum to 0 or more. A weight for
/// each feature in the first, middle and last third. Written by ci/fit_scorer.py.
struct ComponentModel {
  bool fitted = false;
  std::uint32_t plain_below = 0;  // words; a shorter story without a cue of it lacks it
  float bias = 0;
  std::array<std::array<float, 3>, kFeatureCount> weights{};
};

/// The prose of one language.
struct Language {
  std::string code;  // "en"
  double words_per_minute = 140;
  std::uint32_t verb_distance = 4;  // a verb further behind its subject belongs to somebody else
  Vocabulary vocabulary;
  PhraseBook book;
  std::vector<Signal> cues;              // by the value of a phrase
  std::array<ComponentModel, 5> models;  // by Sign::Situation … Sign::Learning
};

/// What a line may open with: a label of some concepts, or the mark of a question or an answer.
struct LabelMeaning {
  enum class Kind : std::uint8_t { Concept, Question, Answer };
  Kind kind = Kind::Concept;
  ConceptId concept_id = 0;
};

enum class PlaceKind : std::uint8_t { Employer, Project };

/// Words around the names of projects and employers, folded, of all languages.
struct PlaceWords {
  StringMap<PlaceKind> fields;  // "company"
  StringMap<bool> leads;        // "at", "worked for"
  StringMap<bool> not_leads;    // "good at"
  StringMap<bool> legal_forms;  // "ltd"
  StringMap<bool> not_names;    // "monday"
};

struct NarrativeRules {
  Frameworks frameworks;
  StringMap<LabelMeaning> labels;                // by folded word, all languages
  StringMap<bool> remarks;                       // folded words that open a remark on a story
  StringMap<bool> closings;                      // folded words that close a letter
  StringMap<bool> articles;                      // folded words that may stand before a label
  StringMap<bool> joints;                        // folded words between two parts: "and"
  StringMap<bool> clause_openers;                // folded words: "what" of "What came out"
  std::vector<Language> languages;               // the first is the default
  Vocabulary instructions;                       // words that open an instruction, all languages
  Vocabulary function_words;                     // of all languages, which they tell apart
  std::vector<std::uint32_t> languages_of_word;  // by number of a function word: bits by language
  PlaceWords places;

  /// Whether words begin with "would" or the like, in some language.
  bool is_modal(std::string_view words) const;
  /// Whether the first verb of words in the past tense tells a deed, in some language.
  bool tells_deed(std::string_view words) const;

  std::string_view framework_name(std::uint16_t framework) const {
    return frameworks.frameworks[framework].id;
  }

  /// Reads frameworks.toml and lang/*/{labels,prompts,cues,scorer,projects}.toml; ignores other
  /// documents.
  static Result<NarrativeRules> load(const std::vector<Document>& documents);
};

}  // namespace starlint
