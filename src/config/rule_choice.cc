#include "config/rule_choice.h"

#include <algorithm>
#include <tuple>

#include "base/strings.h"

namespace starlint {

namespace {

/// How closely a word names a rule; 0: not at all.
int closeness(std::string_view word, const RuleInfo& info) {
  if (info.is_called(word)) return 4;
  if (word == info.family) return 3;
  if (std::find(info.tags.begin(), info.tags.end(), word) != info.tags.end()) return 2;
  return word == "ALL" ? 1 : 0;
}

/// The best word so far for one rule: how close, from which layer, how strong within the layer.
struct Best {
  std::tuple<int, std::size_t, int> rank{0, 0, 0};
  const Setting<std::string>* word = nullptr;

  template <typename T>
  void take(const Setting<std::string>& candidate, const RuleInfo& info, std::size_t layer,
            int strength, const T& value, T& target) {
    const std::tuple its_rank{closeness(candidate.value, info), layer + 1, strength};
    if (std::get<0>(its_rank) == 0 || its_rank < rank) return;
    rank = its_rank;
    word = &candidate;
    target = value;
  }
};

/// Whether the rule is on; `decider` becomes the word that says so.
bool is_on(const RuleInfo& info, bool by_default, const std::vector<const RuleLayer*>& layers,
           const Setting<std::string>*& decider) {
  std::size_t last_select = layers.size();
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (layers[i]->select) last_select = i;
  }
  const bool selected = last_select != layers.size();
  bool on = by_default && !selected;
  Best best;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto take = [&](const Words& words, int strength, bool value) {
      for (const auto& word : words) best.take(word, info, i, strength, value, on);
    };
    if (i == last_select) take(*layers[i]->select, 0, true);
    take(layers[i]->extend_select, 0, true);
    take(layers[i]->ignore, 1, false);
  }
  decider = best.word;
  return on;
}

Level level_for(const RuleInfo& info, const std::vector<const RuleLayer*>& layers,
                const Setting<std::string>*& decider) {
  Level level = info.level;
  Best best;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    for (const auto& [word, value] : layers[i]->levels) {
      best.take(word, info, i, 0, value, level);
    }
  }
  decider = best.word;
  return level;
}

}  // namespace

std::vector<RuleDecision> decide_rules(const RuleSet& rules, const RuleDefaults& defaults,
                                       const std::vector<const RuleLayer*>& layers) {
  std::vector<RuleDecision> decisions;
  for (const RuleSet::Entry& entry : rules.rules()) {
    RuleDecision& decision = decisions.emplace_back();
    if (!std::binary_search(defaults.packs.begin(), defaults.packs.end(), entry.info.pack_index)) {
      continue;
    }
    const bool by_default =
        (defaults.strict || !entry.info.strict_only) && entry.info.deprecated.empty();
    const Level level = level_for(entry.info, layers, decision.levelled);
    if (is_on(entry.info, by_default, layers, decision.switched)) decision.level = level;
  }
  return decisions;
}

RuleChoice choose_rules(const RuleSet& rules, const RuleDefaults& defaults,
                        const std::vector<const RuleLayer*>& layers) {
  RuleChoice choice;
  for (const RuleDecision& decision : decide_rules(rules, defaults, layers)) {
    choice.levels.push_back(decision.level);
  }
  return choice;
}

std::vector<Error> unknown_words(const RuleLayer& layer, const RuleSet& rules) {
  std::vector<std::string_view> known{"ALL"};
  for (const auto& [prefix, tag] : rules.families()) {
    known.push_back(prefix);
    known.push_back(tag);
  }
  for (const RuleSet::Entry& entry : rules.rules()) {
    known.push_back(entry.info.id);
    known.push_back(entry.info.name);
    known.insert(known.end(), entry.info.tags.begin(), entry.info.tags.end());
    known.insert(known.end(), entry.info.aliases.begin(), entry.info.aliases.end());
  }
  std::vector<Error> errors;
  const auto check = [&](const Setting<std::string>& word) {
    if (std::find(known.begin(), known.end(), word.value) != known.end()) return;
    if (rules.find(word.value) != nullptr) return;  // in small letters
    const std::string_view guess = nearest(word.value, known);
    errors.push_back({cat("'", word.value, "' names no rule, family or tag"), word.path,
                      word.where.line, word.where.column,
                      guess.empty() ? "starlint rules list names them all"
                                    : cat("did you mean '", guess, "'?")});
  };
  if (layer.select) std::for_each(layer.select->begin(), layer.select->end(), check);
  std::for_each(layer.extend_select.begin(), layer.extend_select.end(), check);
  std::for_each(layer.ignore.begin(), layer.ignore.end(), check);
  for (const auto& [word, level] : layer.levels) check(word);
  return errors;
}

}  // namespace starlint
