#include <algorithm>

#include "base/strings.h"
#include "json/writer.h"
#include "report/rule_pages.h"

namespace starlint {

static std::string padded(std::string_view text, std::size_t width) {
  return cat(text, std::string(width - std::min(width, text.size()), ' '));
}

static std::string_view profile_of(const RuleInfo& info) {
  return info.strict_only ? "strict" : "default";
}

void write_rule_list(const RuleSet& rules, std::string& out) {
  std::size_t id = 0;
  std::size_t name = 0;
  for (const RuleSet::Entry& entry : rules.rules()) {
    id = std::max(id, entry.info.id.size());
    name = std::max(name, entry.info.name.size());
  }
  for (const RuleSet::Entry& entry : rules.rules()) {
    const RuleInfo& info = entry.info;
    std::string what(trim(info.doc.what));
    std::replace(what.begin(), what.end(), '\n', ' ');
    out += cat(padded(info.id, id), "  ", padded(info.name, name), "  ",
               padded(name_of(info.level), 7), "  ", padded(profile_of(info), 7), "  ", what, "\n");
  }
}

static void write_strings(std::string_view key, const std::vector<std::string>& values,
                          JsonWriter& json) {
  json.open_array(key);
  for (const std::string& value : values) json.value(std::string_view(value));
  json.end_array();
}

static void write_rule(const RuleInfo& info, JsonWriter& json) {
  const auto member = [&](std::string_view key, std::string_view value) {
    json.member(key, trim(value));
  };
  json.begin_object();
  member("id", info.id);
  member("name", info.name);
  member("family", info.family);
  member("kind", info.kind);
  member("pack", info.pack);
  member("level", name_of(info.level));
  member("confidence", info.confidence);
  member("profile", profile_of(info));
  write_strings("tags", info.tags, json);
  write_strings("aliases", info.aliases, json);
  member("since", info.since);
  member("deprecated", info.deprecated);
  member("probe", info.probe);
  member("what", info.doc.what);
  member("why", info.doc.why);
  member("instead", info.doc.instead);
  member("sources", info.doc.sources);
  json.end_object();
}

void write_rule_list_json(const RuleSet& rules, std::string& out) {
  JsonWriter json(out, 2);
  json.begin_array();
  for (const RuleSet::Entry& entry : rules.rules()) write_rule(entry.info, json);
  json.end_array();
  out += '\n';
}

}  // namespace starlint
