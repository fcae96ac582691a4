// Which files a run reads: those that the path arguments lead to, but none of starlint's own.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "config/configuration.h"

namespace starlint {

/// A note before it is read.
struct FoundNote {
  std::string path;  // as printed
  std::string absolute;
  std::string folder;  // whose it is where no settings say so
  bool named = false;  // an argument itself
  bool standard_input = false;
};

/// The notes of all path arguments, sorted by path. Arguments that lead to nothing are problems
/// where somebody may rely on them.
std::vector<FoundNote> find_input(const CliOptions& options, std::vector<Error>& problems);

/// Takes out what `check *` names and is no note: settings, accepted findings (`baselines` are
/// those that the settings name) and the reports that this run writes.
void leave_out_own_files(const CliOptions& options,
                         const std::vector<Setting<std::string>>& baselines,
                         std::vector<FoundNote>& found);

}  // namespace starlint
