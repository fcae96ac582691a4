#include "report/sarif/rules.h"

#include <map>
#include <set>

#include "base/strings.h"
#include "report/report.h"
#include "report/rule_pages.h"
#include "report/sarif/message.h"
#include "report/sarif/tool.h"

namespace starlint {

namespace {

/// Rules as used: variant and number of related places of every finding.
using Uses = std::vector<std::set<std::pair<std::string, std::size_t>>>;

Uses uses_of(const LintRun& run) {
  Uses uses(run.rules->rules().size());
  for (const Finding& finding : run.findings) {
    uses[finding.rule].emplace(finding.variant, finding.related.size());
  }
  return uses;
}

void write_message_strings(const RuleInfo& info, const Uses::value_type& used, JsonWriter& json) {
  std::map<std::string, std::string> strings;
  for (const auto& [variant, message] : info.messages) {
    strings[sarif_message_id(variant, 0)] = sarif_pattern(message, 0);
  }
  for (const auto& [variant, related] : used) {
    strings[sarif_message_id(variant, related)] = sarif_pattern(info.message(variant), related);
  }
  json.open_object("messageStrings");
  for (const auto& [id, text] : strings) write_sarif_text(id, text, json);
  json.end_object();
}

/// "missing-result" → "MissingResult". A single letter joins its neighbour, since SARIF's validator
/// takes no word of one letter: "hours-in-a-week" → "HoursInaWeek".
std::string pascal_case(std::string_view kebab) {
  std::string out;
  for (const std::string_view word : split(kebab, '-')) {
    const bool begins = word.size() > 1 ? out.size() != 1 : out.empty();
    out += begins && is_ascii_alpha(word.front()) ? static_cast<char>(word.front() - 'a' + 'A')
                                                  : word.front();
    out += word.substr(1);
  }
  return out;
}

/// The rule's page in short, without marks.
std::string help_text(const RuleInfo& info) {
  std::string out = cat(trim(info.doc.what), " ", trim(info.doc.why));
  if (!info.probe.empty()) out += cat(" An interviewer would ask: ", trim(info.probe));
  return out;
}

std::string_view problem_severity(Level level) {
  return level == Level::Note ? "recommendation" : name_of(level);
}

void write_properties(const RuleInfo& info, JsonWriter& json) {
  json.open_object("properties");
  json.open_array("tags");
  for (const std::string& tag : info.tags) json.value(std::string_view(tag));
  json.end_array();
  json.member("precision", std::string_view(info.confidence));
  json.member("problem.severity", problem_severity(info.level));
  json.member("pack", std::string_view(info.pack));
  if (!info.probe.empty()) json.member("probe", std::string_view(info.probe));
  json.end_object();
}

void write_relationships(const RuleInfo& info, JsonWriter& json) {
  const std::vector<Slot> slots = slots_of(info);
  if (slots.empty()) return;
  json.open_array("relationships");
  for (const Slot slot : slots) {
    json.begin_object();
    json.key("target");
    write_sarif_taxon(slot, json);
    json.open_array("kinds");
    json.value("relevant");
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_rule(const RuleInfo& info, const Uses::value_type& used, JsonWriter& json) {
  json.begin_object();
  json.member("id", std::string_view(info.id));
  json.member("name", std::string_view(pascal_case(info.name)));
  write_sarif_text("shortDescription", trim(info.doc.what), json);
  write_sarif_text("fullDescription", cat(trim(info.doc.what), " ", trim(info.doc.why)), json);
  write_message_strings(info, used, json);
  std::string page;
  write_rule_page(info, page);
  json.open_object("help");
  json.member("text", std::string_view(help_text(info)));
  json.member("markdown", std::string_view(page));
  json.end_object();
  json.member("helpUri", std::string_view(help_uri(info)));
  json.open_object("defaultConfiguration");
  json.member("enabled", !info.strict_only);
  json.member("level", name_of(info.level));
  json.end_object();
  write_relationships(info, json);
  write_properties(info, json);
  json.end_object();
}

}  // namespace

void write_sarif_text(std::string_view name, std::string_view text, JsonWriter& json) {
  json.open_object(name);
  json.member("text", text);
  json.end_object();
}

void write_sarif_rules(const LintRun& run, JsonWriter& json) {
  const Uses uses = uses_of(run);
  json.open_array("rules");
  for (std::size_t i = 0; i < uses.size(); ++i) {
    write_rule(run.rules->rules()[i].info, uses[i], json);
  }
  json.end_array();
}

}  // namespace starlint
