// One starlint.toml, or what the command line says in its place: values, each with its origin.
// Immutable once read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "finding/finding.h"
#include "rule/rule_set.h"
#include "source/glob.h"
#include "toml/value.h"

namespace starlint {

/// A value and where it was written; line 0: on the command line.
template <typename T>
struct Setting {
  T value;
  std::string path;
  toml_doc::Position where;
};

/// Words that name rules: an id, a name, an alias, a family, a tag, or ALL.
using Words = std::vector<Setting<std::string>>;

/// What one place says of which rules are on, for all files or for some.
struct RuleLayer {
  std::vector<Glob> paths;  // empty: all files
  std::optional<Words> select;
  Words extend_select;
  Words ignore;
  std::vector<std::pair<Setting<std::string>, Level>> levels;

  bool covers(std::string_view relative_path) const;
};

struct ConfigFile {
  std::string path;       // as printed
  std::string directory;  // absolute; what its paths are relative to
  bool root = false;
  std::vector<Setting<std::string>> packs;  // joined to the directory
  std::optional<Setting<std::string>> profile;
  std::optional<Setting<std::string>> baseline;  // joined to the directory
  std::vector<Setting<std::string>> speakers;
  std::vector<RuleLayer> layers;  // its own, then its overrides
  std::vector<OptionOverride> options;
  // The projects and employers that it declares, "project" or "employer" and the name: such a file
  // is read as notes, too.
  std::vector<std::pair<std::string, Setting<std::string>>> ledger;
};

/// Reads a configuration file strictly; the first error with its place.
Result<ConfigFile> read_config(const std::string& path);
/// The same of its text.
Result<ConfigFile> parse_config(std::string_view text, const std::string& path);

}  // namespace starlint
