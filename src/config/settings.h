// Everything that decides which rules hold for which note: the files of settings, the packs they
// name, and what the user says on top.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/configuration.h"
#include "config/rule_choice.h"
#include "rule/rule_set.h"

namespace starlint {

/// What the user asks for beside the files of settings, as on a command line.
struct SettingsOptions {
  std::string config_file;  // this file instead of any starlint.toml; "": search
  bool isolated = false;    // no file at all
  std::string profile;      // "": what the files say
  std::vector<std::string> packs;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> levels;  // "WORD=LEVEL"
};

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
  /// Reads what holds for some notes (absolute paths). Every error is collected; with any, there
  /// are no settings.
  static std::unique_ptr<Settings> open(const SettingsOptions& options,
                                        const std::vector<std::string>& notes,
                                        std::vector<Error>& errors);

  /// The rules of all packs; they may be taken away.
  std::unique_ptr<RuleSet> rules;

  const Configuration& configuration() const { return config_; }
  /// Whether every file of settings around this note, and around all notes asked for before, was
  /// there when the settings were opened. Else they must be opened anew before they choose rules.
  bool covers(const std::string& note);
  const ConfigChain& chain(const std::string& note);
  /// The files of accepted findings that the settings around some notes name, each once, by path.
  std::vector<const Setting<std::string>*> baselines(const std::vector<std::string>& notes);
  /// What is on for a note before any layer speaks.
  RuleDefaults defaults(const ConfigChain& chain) const;
  /// What speaks for a note, the user last.
  std::vector<const RuleLayer*> layers(const ConfigChain& chain, const std::string& note) const;
  /// The rules that are on for a note; equal choices are shared.
  std::shared_ptr<const RuleChoice> choice(const std::string& note);

 private:
  explicit Settings(const SettingsOptions& options);

  SettingsOptions options_;
  Configuration config_;
  RuleLayer command_line_;
  Packs packs_;
  std::size_t files_ = 0;  // of settings, read or broken, when it was opened
  std::map<std::pair<ConfigChain, std::vector<const RuleLayer*>>, std::shared_ptr<const RuleChoice>>
      choices_;
};

}  // namespace starlint
