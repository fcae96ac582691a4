// Output formats: each a function from a finished run to bytes, all listed in formats(). They look
// at nothing but the run and the options: same run, same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_sink.h"
#include "finding/finding.h"
#include "lint/lint.h"

namespace starlint {

/// Who will read the SARIF: anybody, or GitHub code scanning with its limits.
enum class SarifProfile : std::uint8_t { Default, GitHub };

struct ReportOptions {
  bool color = false;
  bool links = false;           // terminal links (OSC 8) to places
  bool quiet = false;           // findings only, no summary
  unsigned width = 100;         // columns of the terminal
  std::vector<Error> problems;  // arguments and files that could not be read
  std::string directory;        // absolute; what relative paths of the run are relative to
  std::string root;             // absolute; what paths for other programs are made relative to
  std::string repository_uri;   // of the checkout at `root`; "" where there is none
  int exit_status = 0;          // of the whole run
  SarifProfile sarif_profile = SarifProfile::Default;
};

struct Format {
  std::string_view name;
  std::string_view summary;
  void (*write)(const LintRun&, const ReportOptions&, ByteSink& out);
  Depth shows = Depth::Findings;  // stories and facts without findings, too
};

/// Formats of `check`, sorted by name.
const std::vector<Format>& formats();
const Format* find_format(std::string_view name);

/// The program's version, "0.1.0".
std::string_view version();
/// The address that SARIF names for a rule.
std::string help_uri(const RuleInfo& info);
/// The address that SARIF names for the project; ends in "/".
std::string_view home_uri();

void write_checkstyle(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_concise(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_github(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_gitlab(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_html(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_json_report(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_junit(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_markdown(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_rdjson(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_sarif(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_statistics(const LintRun& run, const ReportOptions& options, ByteSink& out);
void write_text(const LintRun& run, const ReportOptions& options, ByteSink& out);
/// `starlint outline`: a table for people.
void write_outline_text(const LintRun& run, const ReportOptions& options, std::string& out);
/// `starlint outline --format json`.
void write_outline_json(const LintRun& run, std::string& out);
/// `starlint facts`: a ledger for people.
void write_facts_text(const LintRun& run, const ReportOptions& options, std::string& out);
/// `starlint facts --format jsonl`.
void write_facts_jsonl(const LintRun& run, std::string& out);

}  // namespace starlint
