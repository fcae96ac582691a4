// The rules of one run, with the vocabularies they stand on: made once from packs, immutable after,
// shared by all threads.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "claim/vocabulary.h"
#include "damage/lexicon.h"
#include "metric/vocabulary.h"
#include "narrative/rules.h"
#include "rule/competency.h"
#include "rule/figure_bank.h"
#include "rule/questions.h"
#include "rule/rule.h"
#include "toml/document.h"

namespace starlint {

/// The filters of a built-in pack as they were when the program was built: see PatternFilter.
struct PackIndex {
  std::span<const std::uint64_t> patterns;
  std::span<const std::uint64_t> figures;
  std::span<const std::uint64_t> claims;
  std::span<const std::uint64_t> metrics;
};

/// A pack as files, before anything is understood.
struct PackFiles {
  struct File {
    std::string path;
    std::string text;  // of a built-in pack only the manifest's
    // Of built-in packs alone: what toml/packed.h made of it, and of its examples.
    std::string_view packed = {};
    std::string_view packed_tests = {};
  };
  std::string name;  // directory or file it came from; the manifest may give a better one
  std::vector<File> files;
  bool built_in = false;  // checked when the program was built
  PackIndex index = {};   // none: literals are read off its expressions when it is loaded
};

/// The pack compiled into the program.
PackFiles default_pack();
/// The same without its index, which is made from it.
PackFiles default_files();
/// A pack from a directory (every .toml below it) or a single file.
Result<PackFiles> read_pack(const std::string& path);

struct PackInfo {
  std::string name;
  std::string version;
  std::string summary;
  std::string manifest;  // its TOML
};

/// Families by prefix: "STAR" → tag "star".
using Families = std::map<std::string, std::string, std::less<>>;

/// Options that somebody gives a rule in place of its own: an id or name and some keys of
/// [options].
struct OptionOverride {
  std::string rule;
  toml_doc::Value table;
  std::string path;  // of the file it stands in
};

class RuleSet {
 public:
  explicit RuleSet(const PackIndex& index = {})
      : patterns_(index.patterns), figures_(index.figures) {}

  struct Entry {
    RuleInfo info;
    std::unique_ptr<Rule> rule;
  };

  /// All packs, in order. Every error of every file is collected; with any, there is no set.
  static std::unique_ptr<RuleSet> load(const std::vector<PackFiles>& packs,
                                       std::vector<Error>& errors,
                                       const std::vector<OptionOverride>& overrides = {});

  const std::vector<Entry>& rules() const { return rules_; }
  const RuleInfo& info(std::uint32_t rule) const { return rules_[rule].info; }
  /// REQUIRES: the info is of this set.
  std::uint32_t index(const RuleInfo& info) const;
  /// By id, name or alias; nullptr where there is none.
  const RuleInfo* find(std::string_view id_or_name) const;
  /// Ids and names near to a word nobody knows.
  std::string suggestion(std::string_view id_or_name) const;

  /// How stories are read: frameworks, labels, prompts, cues.
  const NarrativeRules& narrative_rules() const { return narrative_rules_; }
  const std::vector<PackInfo>& packs() const { return packs_; }
  const Families& families() const { return families_; }
  const PatternBank& patterns() const { return patterns_; }
  const FigureBank& figures() const { return figures_; }
  const DamageLexicon& damage_lexicon() const { return damage_lexicon_; }
  const Lexicon& lexicon() const { return claims_.lexicon; }
  /// How changes of measures are told.
  const MetricVocabulary& metrics() const { return metrics_; }
  /// The sets of competencies the packs bring, in the order of their files.
  const Competencies& competencies() const { return competencies_; }
  /// What is asked of any story.
  const Questions& questions() const { return questions_; }
  const ClaimVocabulary& claims() const { return claims_; }

 private:
  std::vector<Entry> rules_;  // sorted by id
  std::vector<PackInfo> packs_;
  Families families_;
  DamageLexicon damage_lexicon_;
  NarrativeRules narrative_rules_;
  MetricVocabulary metrics_;
  PatternBank patterns_;
  FigureBank figures_;
  Competencies competencies_;
  Questions questions_;
  ClaimVocabulary claims_;
};

}  // namespace starlint
