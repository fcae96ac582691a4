// Output formats: each a function from a finished run to text, all listed in formats().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "lint/lint.h"

namespace starlint {

struct ReportOptions {
  bool color = false;
  bool quiet = false;           // findings only, no summary
  unsigned width = 100;         // columns of the terminal
  std::vector<Error> problems;  // arguments and files that could not be read
};

struct Format {
  std::string_view name;
  std::string_view summary;
  void (*write)(const LintRun&, const ReportOptions&, std::string& out);
};

/// Formats of `check`, sorted by name.
const std::vector<Format>& formats();
const Format* find_format(std::string_view name);

/// The program's version, "0.1.0".
std::string_view version();

void write_sarif(const LintRun& run, const ReportOptions& options, std::string& out);
void write_text(const LintRun& run, const ReportOptions& options, std::string& out);
/// `starlint outline --format json`.
void write_outline_json(const LintRun& run, std::string& out);
/// `starlint facts --format jsonl`.
void write_facts_jsonl(const LintRun& run, std::string& out);

}  // namespace starlint
