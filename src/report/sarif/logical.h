// SARIF's logical locations: project › story › component, by index, for one run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "json/writer.h"
#include "lint/lint.h"

namespace starlint {

/// Tells places of one name apart, in the order they are told: "Audit", "Audit (2)".
class UniqueNames {
 public:
  std::string qualify(std::string_view name, std::string_view parent);

 private:
  std::map<std::string, std::uint32_t> uses_;  // of a qualified name
};

class LogicalLocations {
 public:
  explicit LogicalLocations(const LintRun& run);

  /// The member "logicalLocations" of a run; nothing where there is no story.
  void write_all(JsonWriter& json) const;
  /// The member "logicalLocations" of a location; nothing for a place outside all stories.
  void write_reference(const LintRun& run, const Finding& finding, JsonWriter& json) const;

 private:
  struct Entry {
    std::string name;
    std::string qualified;
    std::string_view kind;
    std::uint32_t parent = kNone;
  };
  std::uint32_t add(std::string name, std::string_view kind, std::uint32_t parent);
  void add_story(const LintRun& run, const FileResult& file, const Narrative& story);

  std::vector<Entry> entries_;
  std::vector<std::vector<std::uint32_t>> stories_;  // by file and story; its parts follow it
  UniqueNames names_;
  std::map<std::string, std::uint32_t> projects_;  // by speaker and project
};

}  // namespace starlint
