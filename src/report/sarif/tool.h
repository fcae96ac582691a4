// The `tool` of a SARIF run: driver with rules and notifications, packs as extensions, and the
// taxonomy of story components.
#pragma once

#include "json/writer.h"
#include "lint/lint.h"

namespace starlint {

/// What the program itself has to say, by index into the driver's notifications.
enum class SarifNotification : std::uint8_t { Unreadable, LeftOut };

/// The member "tool".
void write_sarif_tool(const LintRun& run, JsonWriter& json);
/// The member "taxonomies".
void write_sarif_taxonomies(JsonWriter& json);
/// A reference to a notification's descriptor, or to a component in the taxonomy.
void write_sarif_descriptor(SarifNotification notification, JsonWriter& json);
void write_sarif_taxon(Slot slot, JsonWriter& json);

/// The components a rule is about: those its tags name.
std::vector<Slot> slots_of(const RuleInfo& info);

}  // namespace starlint
