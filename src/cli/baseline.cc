// baseline: accept what is found today, or drop what is no longer found.
#include "baseline/baseline.h"

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "source/walk.h"

namespace starlint {

static std::string counted(std::size_t count) {
  return count == 1 ? "1 finding" : cat(std::uint64_t{count}, " findings");
}

static bool prune(const std::string& path, LintRun& run, Baseline& baseline) {
  const Result<std::string> text = read_file(path);
  Result<Baseline> kept = text ? Baseline::read(*text, path) : Result<Baseline>(text.error());
  if (!kept) {
    print_error(kept.error());
    return false;
  }
  const std::vector<BaselineEntry> gone = kept->apply(run);
  kept->remove(gone);
  baseline = *std::move(kept);
  print_note(cat(counted(gone.size()), " dropped"));
  return true;
}

int run_baseline(const CliOptions& options) {
  std::optional<Session> session = open_session(options);
  if (!session || !session->problems.empty()) return kFailed;
  session->lint.findings_alone = true;
  LintRun run = lint(std::move(session->inputs), *session->rules, session->lint);
  Baseline baseline = Baseline::of(run, options.output_file);
  if (options.prune && !prune(options.output_file, run, baseline)) return kFailed;
  if (!write_output(options.output_file, baseline.write())) return kFailed;
  print_note(cat(counted(baseline.size()), " accepted in ", options.output_file));
  return kClean;
}

}  // namespace starlint
