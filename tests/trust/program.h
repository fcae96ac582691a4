// Runs of the program by tests that look at what it does to the machine, not only at its output.
#pragma once

#include <string>
#include <vector>

#include "catch.h"
#include "scratch.h"
#include "source/process.h"

namespace starlint {

/// Runs `starlint ARGUMENTS` in a directory; `around` is a program that runs it, with its options.
inline ProcessOutput run_starlint(const std::vector<std::string>& arguments,
                                  const std::string& directory,
                                  const std::vector<std::string>& around = {},
                                  const std::string& input = "/dev/null") {
  std::vector<std::string> command = around;
  command.push_back(STARLINT_BINARY);
  command.insert(command.end(), arguments.begin(), arguments.end());
  Result<ProcessOutput> output = run_process(command, directory, input);
  REQUIRE(output);
  return *std::move(output);
}

/// Notes in every shape of the fixtures, below `notes/` of the scratch directory.
inline void copy_notes(const Scratch& scratch) {
  const auto recursive = std::filesystem::copy_options::recursive;
  for (const char* from : {"demo", "stories", "repos/two-tellings/notes"}) {
    const std::filesystem::path source = std::filesystem::path(STARLINT_FIXTURES_DIR) / from;
    const std::filesystem::path target = scratch.root() / "notes" / source.filename();
    std::filesystem::create_directories(target);
    std::filesystem::copy(source, target, recursive);
  }
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;  // with memory, and files, of the sanitizer's own
#else
inline constexpr bool kSanitized = false;
#endif

/// Whether system calls can be traced here; else says why not, and ctest calls the test skipped.
inline bool can_trace() {
  if (kSanitized) {
    WARN("skipped: sanitizers read files of their own and cannot be traced");
    return false;
  }
  const Result<ProcessOutput> output =
      run_process({"strace", "-qq", "-o", "/dev/null", "true"}, "/");
  if (output && output->status == 0) return true;
  WARN("skipped: " << (output ? "strace may not trace here: " + output->err
                              : std::string("strace is not installed")));
  return false;
}

}  // namespace starlint
