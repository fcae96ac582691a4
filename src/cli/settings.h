// Everything that decides which rules hold for which note: the files of settings, the packs they
// name, and what the command line says on top.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "config/configuration.h"
#include "rule/rule_set.h"

namespace starlint {

/// All packs of a run, by the path they came from: the default pack first.
class Packs {
 public:
  Packs() { files_.push_back(default_pack()); }

  /// Reads a pack, once; `from` is the setting that names it, nullptr on the command line.
  void add(const std::string& path, const Setting<std::string>* from, std::vector<Error>& errors);

  const std::vector<PackFiles>& files() const { return files_; }
  /// REQUIRES: it was added.
  std::uint32_t index(const std::string& path) const;

 private:
  std::vector<PackFiles> files_;
  std::map<std::string, std::uint32_t> indices_;
};

class Settings {
 public:
  /// Reads what holds for some notes (absolute paths). Errors are printed; nullptr says there were
  /// some. `options` must outlive the settings.
  static std::unique_ptr<Settings> open(const CliOptions& options,
                                        const std::vector<std::string>& notes);

  /// The rules of all packs; they may be taken away.
  std::unique_ptr<RuleSet> rules;

  const ConfigChain& chain(const std::string& note);
  /// What is on for a note before any layer speaks.
  RuleDefaults defaults(const ConfigChain& chain) const;
  /// What speaks for a note, the command line last.
  std::vector<const RuleLayer*> layers(const ConfigChain& chain, const std::string& note) const;
  /// The rules that are on for a note; equal choices are shared.
  std::shared_ptr<const RuleChoice> choice(const std::string& note);

 private:
  explicit Settings(const CliOptions& options);

  const CliOptions& options_;
  Configuration config_;
  RuleLayer command_line_;
  Packs packs_;
  std::map<std::pair<ConfigChain, std::vector<const RuleLayer*>>, std::shared_ptr<const RuleChoice>>
      choices_;
};

}  // namespace starlint
