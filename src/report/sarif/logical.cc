#include "report/sarif/logical.h"

#include "base/strings.h"
#include "report/place.h"

namespace starlint {

std::string UniqueNames::qualify(std::string_view name, std::string_view parent) {
  std::string qualified = parent.empty() ? std::string(name) : cat(parent, "/", name);
  const std::uint32_t use = ++uses_[qualified];
  if (use > 1) qualified += cat(" (", use, ")");
  return qualified;
}

LogicalLocations::LogicalLocations(const LintRun& run) {
  for (const auto& file : run.files) {
    stories_.emplace_back();
    for (const Narrative& story : file->narratives.stories) add_story(run, *file, story);
  }
}

std::uint32_t LogicalLocations::add(std::string name, std::string_view kind, std::uint32_t parent) {
  const std::string_view inside =
      parent == kNone ? "" : std::string_view(entries_[parent].qualified);
  std::string qualified = names_.qualify(name, inside);
  entries_.push_back({std::move(name), std::move(qualified), kind, parent});
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void LogicalLocations::add_story(const LintRun& run, const FileResult& file,
                                 const Narrative& story) {
  std::uint32_t project = kNone;
  if (!story.project_key.empty()) {
    const char separator = '\0';
    const std::string key = cat(run.speakers[file.speaker], separator, story.project_key);
    const auto known = projects_.find(key);
    project = known != projects_.end() ? known->second
                                       : projects_[key] = add(story.project_name, "project", kNone);
  }
  const std::string title =
      story.title_text.empty() ? cat("line ", file.text.line(story.span.begin)) : story.title_text;
  const std::uint32_t entry = add(title, "story", project);
  stories_.back().push_back(entry);
  for (const Part& part : story.parts) add(std::string(name_of(part.slot)), "component", entry);
}

void LogicalLocations::write_all(JsonWriter& json) const {
  if (entries_.empty()) return;
  json.open_array("logicalLocations");
  for (const Entry& entry : entries_) {
    json.begin_object();
    json.member("name", std::string_view(entry.name));
    json.member("fullyQualifiedName", std::string_view(entry.qualified));
    json.member("kind", entry.kind);
    if (entry.parent != kNone) json.member("parentIndex", entry.parent);
    json.end_object();
  }
  json.end_array();
}

void LogicalLocations::write_reference(const LintRun& run, const Finding& finding,
                                       JsonWriter& json) const {
  const FileResult& file = run.file(finding.where.file);
  const std::uint32_t story = story_at(file, finding);
  if (story == kNone) return;
  std::uint32_t index = stories_[finding.where.file][story];
  if (const std::uint32_t part = part_at(file, story, finding.where.span.begin); part != kNone) {
    index += 1 + part;
  }
  json.open_array("logicalLocations");
  json.begin_object();
  json.member("index", index);
  json.member("fullyQualifiedName", std::string_view(entries_[index].qualified));
  json.end_object();
  json.end_array();
}

}  // namespace starlint
