// Notes that are being edited: keeps what was read of every file, reads again only what changed,
// and reduces anew. The findings are always those that lint() would give for the same inputs.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "lint/lint.h"

namespace starlint {

/// Not thread-safe. What it hands out is good until the next call that is not const.
class Workspace {
 public:
  /// What is done to the findings whenever all are there: a baseline accepts some.
  using Accept = std::function<void(LintRun&)>;

  /// `rules` must outlive it.
  Workspace(const RuleSet& rules, const LintOptions& options, Accept accept = {});

  /// Adds a file, or puts it in the place of the one of its path. It waits to be read, unless it is
  /// the same as before.
  void put(Input input);
  void remove(const std::string& path);

  bool waits() const { return !waiting_.empty(); }
  /// Reads a share of the waiting files, on all threads: a few milliseconds' work.
  void read_some();
  /// What one file says by itself, read first if it waits; nullptr where there is none.
  const FileResult* file(const std::string& path);
  /// All files in their order, some perhaps unread, with the findings of the last run().
  const LintRun& files();
  /// Everything over all files; reads what waits.
  const LintRun& run();

 private:
  bool says(const FileResult& file, const Input& input) const;
  void order();
  void reduce();

  LintOptions options_;
  Accept accept_;
  std::shared_ptr<const RuleChoice> profile_;
  LintRun run_;
  std::map<std::string, FileResult*> files_;  // by path; of run_
  std::set<std::string> waiting_;             // paths
  bool arranged_ = true;
  bool reduced_ = false;
  /// What looking at all files of a speaker found, by speaker; those in stale_ must look again.
  std::vector<std::vector<Finding>> of_speakers_;
  std::vector<bool> stale_;
};

}  // namespace starlint
