// Accepted findings, known by fingerprint: a file that is written once, committed, and only ever
// shrinks. Edits elsewhere, renames and re-wrapping do not touch it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/config_file.h"
#include "lint/lint.h"

namespace starlint {

struct BaselineEntry {
  std::string fingerprint;
  std::string rule;     // its name, for people
  std::string path;     // where it was found, from the directory of the baseline
  std::string message;  // for people

  auto operator<=>(const BaselineEntry&) const = default;
};

class Baseline {
 public:
  /// Every finding of the run that nothing accepts yet, for a file at `path`.
  static Baseline of(const LintRun& run, const std::string& path);
  /// Reads what write() wrote; an error has the path.
  static Result<Baseline> read(std::string_view text, const std::string& path);

  /// JSON, sorted by path, an entry a line, so that a diff shows what came and went.
  std::string write() const;
  /// Accepts the findings of the run that are in the baseline. The run is a whole one: equal
  /// findings are told apart by their order.
  void accept(LintRun& run) const;
  /// The entries that match none of its findings although the run asked for them: their note was
  /// read with their rule on, or is gone.
  std::vector<BaselineEntry> gone(const LintRun& run) const;
  /// Takes entries out.
  void remove(const std::vector<BaselineEntry>& entries);

  std::size_t size() const { return entries_.size(); }

 private:
  explicit Baseline(const std::string& path);

  std::string directory_;  // absolute
  std::vector<BaselineEntry> entries_;
};

/// Reads the file that a setting names; an error says where that stands, if anywhere.
Result<Baseline> open_baseline(const Setting<std::string>& named);

}  // namespace starlint
