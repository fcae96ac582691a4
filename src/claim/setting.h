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

/// The years that a setting has told so far: those that a figure is of. Refers to the claims of the
/// file, which are in order of place; so are the questions.
class YearsSoFar {
 public:
  explicit YearsSoFar(const std::vector<Claim>& claims) : claims_(claims) {}
  /// Sorted: those told in the setting before `offset`.
  const std::vector<int>& before(std::uint32_t offset, const Setting& setting);

 private:
  const std::vector<Claim>& claims_;
  std::size_t next_ = 0;
  const Setting* setting_ = nullptr;
  std::vector<int> years_;
};

/// The year of a day, counted since 1970-01-01.
int year_of(double days);

/// The one around an offset, or nullptr.
const Setting* setting_at(const std::vector<Setting>& settings, std::uint32_t offset);

}  // namespace starlint
