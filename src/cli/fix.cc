#include "fix/fix.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/terminal.h"

namespace starlint {

namespace {

constexpr std::string_view kStandardInput = "-";

/// The notes after repair, or the difference, for standard output.
std::string printed(const FixRun& run, const std::vector<Input>& inputs,
                    const CliOptions& options) {
  std::string out;
  if (options.diff) {
    for (const FixedFile& file : run.files) out += unified_diff(file.path, file.before, file.after);
    return on_terminal() ? visible_lines(out) : out;  // a patch is for programs, byte for byte
  }
  for (const Input& input : inputs) {
    const FixedFile* fixed = nullptr;
    for (const FixedFile& file : run.files) {
      if (file.path == input.source.path) fixed = &file;
    }
    out += fixed != nullptr ? fixed->after : input.source.bytes;
  }
  return out;
}

bool write_files(const FixRun& run) {
  bool written = true;
  for (const FixedFile& file : run.files) {
    if (Status status = replace_file(file.path, file.before, file.after); !status) {
      print_error(status.error());
      written = false;
    }
  }
  return written;
}

std::string counted(std::size_t count, std::string_view one) {
  return cat(count, " ", one, count == 1 ? "" : "s");
}

void print_summary(const FixRun& run, bool written, const CliOptions& options) {
  if (options.quiet) return;
  std::string line = cat(counted(run.applied, "repair"), " in ", counted(run.files.size(), "file"));
  if (!written && run.applied != 0) line += ", not written";
  if (run.left_unsafe != 0) {
    line += cat("; ", run.left_unsafe, " more with --unsafe, as ",
                run.left_unsafe == 1 ? "it" : "they", " could change what is said");
  }
  print_note(line);
}

}  // namespace

int run_fix(const CliOptions& options) {
  const std::optional<Session> session = open_session(options);
  if (!session) return kFailed;
  FixOptions fix_options;
  fix_options.unsafe = options.unsafe;
  fix_options.lint = session->lint;
  fix_options.lint.depth = Depth::Findings;
  const FixRun run = fix_notes(session->inputs, *session->rules, fix_options);
  for (const Error& problem : run.problems) print_error(problem);
  bool done = session->problems.empty() && run.problems.empty();
  const bool piped = options.paths.size() == 1 && options.paths[0] == kStandardInput;
  const bool prints = options.diff || options.to_stdout || piped;
  if (prints) {
    done = write_output({}, printed(run, session->inputs, options)) && done;
  } else {
    done = write_files(run) && done;
  }
  print_summary(run, !prints, options);
  if (!done) return kFailed;
  return options.diff && !run.files.empty() ? kFindings : kClean;
}

}  // namespace starlint
