// One SARIF result for one finding.
#pragma once

#include "json/writer.h"
#include "report/report.h"
#include "report/sarif/logical.h"

namespace starlint {

/// Writes results in any order; keeps the line hashes of one file at a time.
class SarifResults {
 public:
  SarifResults(const LintRun& run, const ReportOptions& options, JsonWriter& json);

  /// `fingerprint` is the finding's own, see fingerprints_of().
  void write(const Finding& finding, std::string_view fingerprint);
  const LogicalLocations& logical() const { return logical_; }
  const std::string& uri(FileId file) const { return uris_[file]; }

 private:
  void write_message(const Finding& finding);
  void write_artifact(FileId file);
  void write_place(Location where);
  void write_region(const FileResult& file, Span span, bool snippet);
  void write_bytes(const Text& text, Span span);
  void write_related(const Finding& finding);
  void write_fix(const Finding& finding);
  void write_fingerprints(const Finding& finding, std::string_view fingerprint);
  void write_taxa(const Finding& finding);
  void write_suppressions(const Finding& finding);
  std::string line_hash(Location where);

  const LintRun& run_;
  JsonWriter& json_;
  LogicalLocations logical_;
  std::vector<std::string> uris_;  // by file
  bool suppresses_ = false;        // some finding is suppressed, so that all must say
  FileId hashed_ = kNone;          // the file of hashes_
  std::vector<std::string> hashes_;
};

}  // namespace starlint
