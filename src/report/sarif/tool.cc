#include "report/sarif/tool.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "report/report.h"
#include "report/sarif/rules.h"

namespace starlint {

namespace {

struct Notification {
  std::string_view id, name, what, text;
  Level level;
};
constexpr std::array<Notification, 2> kNotifications = {{
    {"UNREAD", "UnreadableInput", "A file or directory could not be read.",
     "'{0}' could not be read: '{1}'.", Level::Error},
    {"LEFTOUT", "ResultsLeftOut", "The reader takes fewer results than there are.",
     "'{0}' results of lower level were left out.", Level::Warning},
}};

void write_notification(const Notification& notification, JsonWriter& json) {
  json.begin_object();
  json.member("id", notification.id);
  json.member("name", notification.name);
  write_sarif_text("shortDescription", notification.what, json);
  write_sarif_text("fullDescription", notification.what, json);
  json.open_object("messageStrings");
  write_sarif_text("default", notification.text, json);
  json.end_object();
  write_sarif_text("help", notification.what, json);
  json.member("helpUri", std::string_view(cat(home_uri(), "notifications/", notification.id)));
  json.open_object("defaultConfiguration");
  json.member("level", name_of(notification.level));
  json.end_object();
  json.end_object();
}

void write_driver(const LintRun& run, JsonWriter& json) {
  json.open_object("driver");
  json.member("name", "starlint");
  json.member("fullName", std::string_view(cat("starlint ", version())));
  json.member("organization", "starlint");
  json.member("version", version());
  json.member("semanticVersion", version());
  json.member("informationUri", home_uri());
  json.member("language", "en-US");
  write_sarif_rules(run, json);
  json.open_array("notifications");
  for (const Notification& notification : kNotifications) write_notification(notification, json);
  json.end_array();
  json.open_array("supportedTaxonomies");
  json.begin_object();
  json.member("name", "STAR");
  json.member("index", 0);
  json.end_object();
  json.end_array();
  json.end_object();
}

/// Packs carry no rules of their own here: readers look for rules in the driver alone.
void write_extension(const PackInfo& pack, JsonWriter& json) {
  json.begin_object();
  json.member("name", std::string_view(cat("starlint-pack-", pack.name)));
  if (!pack.version.empty()) json.member("version", std::string_view(pack.version));
  if (!pack.summary.empty()) write_sarif_text("shortDescription", pack.summary, json);
  json.member("informationUri", std::string_view(cat(home_uri(), "packs")));
  json.end_object();
}

std::string taxon_id(Slot slot) {
  std::string id(name_of(slot));
  for (char& c : id) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return id;
}

}  // namespace

void write_sarif_tool(const LintRun& run, JsonWriter& json) {
  json.open_object("tool");
  write_driver(run, json);
  json.open_array("extensions");
  for (const PackInfo& pack : run.rules->packs()) write_extension(pack, json);
  json.end_array();
  json.end_object();
}

void write_sarif_taxonomies(JsonWriter& json) {
  json.open_array("taxonomies");
  json.begin_object();
  json.member("name", "STAR");
  json.member("version", version());
  json.member("organization", "starlint");
  json.member("informationUri", std::string_view(cat(home_uri(), "star")));
  write_sarif_text("shortDescription", "The components of a story.", json);
  json.open_array("taxa");
  for (std::size_t i = 0; i < kSlotCount; ++i) {
    const auto slot = static_cast<Slot>(i);
    json.begin_object();
    json.member("id", std::string_view(taxon_id(slot)));
    json.member("name", name_of(slot));
    write_sarif_text("shortDescription", cat("Component of a story: ", name_of(slot), "."), json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_array();
}

void write_sarif_descriptor(SarifNotification notification, JsonWriter& json) {
  const auto index = static_cast<std::size_t>(notification);
  json.open_object("descriptor");
  json.member("id", kNotifications[index].id);
  json.member("index", std::uint64_t{index});
  json.end_object();
}

void write_sarif_taxon(Slot slot, JsonWriter& json) {
  json.begin_object();
  json.member("id", std::string_view(taxon_id(slot)));
  json.member("index", static_cast<int>(slot));
  json.open_object("toolComponent");
  json.member("name", "STAR");
  json.member("index", 0);
  json.end_object();
  json.end_object();
}

std::vector<Slot> slots_of(const RuleInfo& info) {
  std::vector<Slot> out;
  for (std::size_t i = 0; i < kSlotCount; ++i) {
    const std::string name = ascii_lower(name_of(static_cast<Slot>(i)));
    if (std::find(info.tags.begin(), info.tags.end(), name) != info.tags.end()) {
      out.push_back(static_cast<Slot>(i));
    }
  }
  return out;
}

}  // namespace starlint
