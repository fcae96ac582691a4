#include "cli/accept.h"

#include <algorithm>

#include "base/strings.h"
#include "baseline/baseline.h"

namespace starlint {

static bool accept(const Setting<std::string>& named, LintRun& run) {
  const Result<Baseline> baseline = open_baseline(named);
  if (!baseline) {
    print_error(baseline.error());
    return false;
  }
  baseline->accept(run);
  const std::size_t gone = baseline->gone(run).size();
  if (gone != 0) {
    const std::string& path = named.value;
    print_note(cat(path, ": ", std::uint64_t{gone}, gone == 1 ? " entry matches" : " entries match",
                   " nothing any more; drop with: starlint baseline --prune -o ", path));
  }
  return true;
}

bool accept_known(const Session& session, const CliOptions& options, LintRun& run) {
  if (!options.baseline.empty()) return accept({options.baseline, {}, {}}, run);
  return std::all_of(session.baselines.begin(), session.baselines.end(),
                     [&](const Setting<std::string>& named) { return accept(named, run); });
}

}  // namespace starlint
