// The configuration of a run: which files of settings hold for which notes. Files are found from
// each note upwards to the root of its repository; the nearer one adds to the outer ones and wins.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "config/config_file.h"

namespace starlint {

/// Files of settings that hold together, outermost first.
using ConfigChain = std::vector<const ConfigFile*>;

class Configuration {
 public:
  enum class Search { Upwards, Nowhere };
  explicit Configuration(Search search) : search_(search) {}

  /// Uses this file for all notes and searches no other.
  void use_only(const std::string& path);

  /// What holds for a directory. A file that cannot be read or is wrong is left out of the chain
  /// and told in errors(), once.
  const ConfigChain& chain(const std::string& absolute_directory);

  /// Every file that was read, by path.
  std::vector<const ConfigFile*> files() const;
  const std::vector<Error>& errors() const { return errors_; }

 private:
  const ConfigFile* read(const std::string& path);

  Search search_;
  std::map<std::string, std::unique_ptr<ConfigFile>> files_;
  std::map<std::string, ConfigChain> chains_;  // by directory
  ConfigChain only_;
  std::vector<Error> errors_;
};

/// The layers of a chain that hold for a note, in order.
std::vector<const RuleLayer*> layers_for(const ConfigChain& chain,
                                         const std::string& absolute_path);

/// The value of the nearest file that has one.
const Setting<std::string>* nearest_setting(
    const ConfigChain& chain, std::optional<Setting<std::string>> ConfigFile::*member);

/// Whose note it is, and who says so.
struct Speaker {
  std::string name;                               // a directory, as printed
  const ConfigFile* file = nullptr;               // of settings; null: no file says anything
  const Setting<std::string>* pattern = nullptr;  // of its `speakers`; null: its own directory
};

/// The directory that the nearest matching `speakers` pattern names, else that of the outermost
/// file of settings: one further in changes settings, and makes nobody a second person unless it
/// says `root = true`. Without any file `folder`.
Speaker speaker_of(const ConfigChain& chain, const std::string& absolute_path,
                   const std::string& folder);

/// By its name: starlint.toml or .starlint.toml.
bool is_settings_file(const std::string& path);

/// A path as people read it: from the working directory where it lies inside it.
std::string printed_path(const std::string& absolute_path);

}  // namespace starlint
