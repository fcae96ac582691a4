// Where a claim stands: the story or section around it, and what tells that one from others: its
// project, the names and the years in it. The evidence for "the same thing" comes from here.
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/pattern.h"
#include "narrative/narrative.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

struct Setting {
  FileId file = 0;
  Span span;
  std::string project;             // folded name; "" where unknown
  bool employer = false;           // `project` is where it was, not one undertaking
  std::vector<std::string> names;  // folded, sorted: "ward 7", "pike & lowe"
  std::vector<int> years;          // sorted
};

/// The settings of one file, by place, without overlap: its stories, and between them its sections.
std::vector<Setting> read_settings(FileId file, const Text& text, const Outline& outline,
                                   const Narratives& narratives, const std::vector<Claim>& claims,
                                   const ClaimPatterns& patterns);

/// The one around an offset, or nullptr.
const Setting* setting_at(const std::vector<Setting>& settings, std::uint32_t offset);

}  // namespace starlint
