// Which rules are on for a file, and at which level: the sum of what configuration files, their
// overrides and the command line say.
#pragma once

#include <optional>
#include <vector>

#include "config/config_file.h"
#include "rule/rule_set.h"

namespace starlint {

struct RuleChoice {
  std::vector<std::optional<Level>> levels;  // by rule; none: off

  bool on(std::uint32_t rule) const { return levels[rule].has_value(); }
};

/// What is on before anybody says anything.
struct RuleDefaults {
  bool strict = false;               // rules of the strict profile too
  std::vector<std::uint32_t> packs;  // whose rules there are at all, ascending
};

/// What became of one rule, and the words that decided; without a word it is as its pack says.
struct RuleDecision {
  std::optional<Level> level;                      // none: off
  const Setting<std::string>* switched = nullptr;  // on or off
  const Setting<std::string>* levelled = nullptr;
};

/// One rule of precedence: the word that names a rule more closely wins (id or name before family
/// before tag before ALL); between equals the later layer; in one layer `ignore`. Only the last
/// `select` counts, and it replaces the defaults. A decision for every rule; they refer to the
/// layers.
std::vector<RuleDecision> decide_rules(const RuleSet& rules, const RuleDefaults& defaults,
                                       const std::vector<const RuleLayer*>& layers);
/// The same without the reasons.
RuleChoice choose_rules(const RuleSet& rules, const RuleDefaults& defaults,
                        const std::vector<const RuleLayer*>& layers);

/// The words of a layer that name nothing, each with the nearest word that does.
std::vector<Error> unknown_words(const RuleLayer& layer, const RuleSet& rules);

}  // namespace starlint
