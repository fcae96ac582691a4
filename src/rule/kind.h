// A kind is a verb the engine knows; a rule is a sentence made with it. kinds() is the only list.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "claim/pattern.h"
#include "damage/lexicon.h"
#include "metric/vocabulary.h"
#include "rule/competency.h"
#include "rule/figure_bank.h"
#include "rule/rule.h"
#include "toml/fields.h"

namespace starlint {

struct OptionOverride;

/// What compiling a rule may use and fill.
struct CompileContext {
  PatternBank& patterns;  // outlives the rules, like the next
  FigureBank& figures;
  DamageLexicon& damage;
  const std::vector<OptionOverride>& overrides;
  const Lexicon& lexicon;  // of all packs, like the next; they outlive the rules
  const MetricVocabulary& metrics;
  const Competencies& competencies;
  const ClaimPatterns& claims;  // of all packs; outlives the rules
};

/// The options of one rule: the TOML table under [options], already checked against Kind::fields.
struct Options {
  const toml_doc::Value& table;
  std::string_view path;
  bool built_in = false;  // of the default pack, and nobody changed them

  std::string_view string(std::string_view key, std::string_view fallback = {}) const {
    return toml_doc::string_of(table, key, fallback);
  }
  double number(std::string_view key, double fallback) const {
    return toml_doc::number_of(table, key, fallback);
  }
  bool boolean(std::string_view key, bool fallback) const {
    return toml_doc::boolean_of(table, key, fallback);
  }
  std::vector<std::string> strings(std::string_view key) const {
    return toml_doc::strings_of(table, key);
  }
  PatternOptions patterns() const {
    PatternOptions out;
    out.known_good = built_in;
    return out;
  }
  /// An error at the value of `key` (at the table where it is missing).
  Error error(std::string_view key, std::string message, std::string hint = {}) const;
};

/// The expressions of an option, added to the bank.
Result<std::vector<PatternId>> add_patterns(const Options& options, std::string_view key,
                                            PatternBank& bank);
/// The phrases of an option, added to the bank.
Result<std::vector<PhraseId>> add_phrases(const Options& options, std::string_view key,
                                          CompileContext& context);

struct Kind {
  std::string_view name;
  std::string_view summary;                 // one line: what it finds
  std::vector<std::string_view> arguments;  // placeholders its messages may use
  std::vector<std::string_view> variants;   // messages it chooses between; empty: one
  std::vector<toml_doc::Field> fields;      // of [options]
  Result<std::unique_ptr<Rule>> (*compile)(const Options&, CompileContext&);
};

/// All kinds, sorted by name.
const std::vector<Kind>& kinds();
const Kind* find_kind(std::string_view name);

}  // namespace starlint
