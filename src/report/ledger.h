// The facts of a run as a ledger: what was told of each project, where no project is known of each
// file, with the sums that add up and the facts that some finding disputes.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.h"

namespace starlint {

/// One fact; refers to the run.
struct LedgerRow {
  const FileResult* file = nullptr;
  const Claim* claim = nullptr;
  std::string_view label;            // of its attribute
  std::string words;                 // as written, with the part it counts
  std::set<std::uint32_t> disputes;  // findings with several places that name it, by index
  bool ties = false;                 // one of the parts of a whole, and they add up
};

/// Facts under one heading, by label; those of one label in the order of the notes. Two people's
/// projects of one name have a page each.
struct LedgerPage {
  std::uint32_t speaker = 0;  // index into LintRun::speakers
  std::string heading;        // project or path, as written
  bool known_project = false;
  std::vector<LedgerRow> rows;
};

struct Ledger {
  std::vector<LedgerPage> pages;  // in the order of the notes
  std::size_t facts = 0;
  std::size_t disputed = 0;
};

/// REQUIRES: the run outlives it.
Ledger ledger_of(const LintRun& run);

}  // namespace starlint
