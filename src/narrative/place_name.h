// Names of projects and employers as text gives them. Used by the finders of this folder only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/rules.h"

namespace starlint {

struct PlaceName {
  std::string key;   // folded, without the form of the company
  std::string name;  // as written
  bool employer = false;
};

/// "Company: Halden Shipping (ports)", "**Project:** Harbour": the name that a field gives.
std::optional<PlaceName> field_name(std::string_view line, const PlaceWords& words);

/// Names behind a lead, in order: "At Halden Shipping, we …" gives one.
std::vector<PlaceName> led_names(std::string_view prose, const PlaceWords& words);

/// Runs of capitalised words: "Story for Fairlight Theatre" gives "Story", "Fairlight Theatre".
std::vector<PlaceName> name_runs(std::string_view text, const PlaceWords& words);

}  // namespace starlint
