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

/// The file to write: the one asked for, else the one that the configuration names.
static Result<std::string> file_of(const CliOptions& options, const Session& session) {
  if (!options.output_file.empty()) return options.output_file;
  if (session.baselines.size() == 1) return session.baselines.front().value;
  const bool none = session.baselines.empty();
  return Error{none ? "no file to write to" : "the configuration names several files",
               {},
               0,
               0,
               none
                   ? "write -o accepted.json here, or baseline = \"accepted.json\" in starlint.toml"
                   : "name one of them with -o, and its notes"};
}

static bool prune(const std::string& path, const LintRun& run, Baseline& baseline) {
  const Result<std::string> text = read_file(path);
  Result<Baseline> kept = text ? Baseline::read(*text, path) : Result<Baseline>(text.error());
  if (!kept) {
    print_error(kept.error());
    return false;
  }
  const std::vector<BaselineEntry> gone = kept->gone(run);
  kept->remove(gone);
  baseline = *std::move(kept);
  print_note(cat(counted(gone.size()), " dropped"));
  return true;
}

int run_baseline(const CliOptions& options) {
  std::optional<Session> session = open_session(options);
  if (!session || !session->problems.empty()) return kFailed;
  const Result<std::string> path = file_of(options, *session);
  if (!path) {
    print_error(path.error());
    return kFailed;
  }
  session->lint.depth = Depth::Findings;
  LintRun run = lint(std::move(session->inputs), *session->rules, session->lint);
  Baseline baseline = Baseline::of(run, *path);
  if (options.prune && !prune(*path, run, baseline)) return kFailed;
  if (!write_output(*path, baseline.write())) return kFailed;
  print_note(cat(counted(baseline.size()), " accepted in ", *path));
  return kClean;
}

}  // namespace starlint
