// How often each rule spoke, most often first: a table in place of the findings.
#include <algorithm>
#include <map>

#include "base/strings.h"
#include "report/report.h"

namespace starlint {

namespace {

struct Count {
  std::uint32_t rule = 0;
  std::uint64_t findings = 0;
  std::uint64_t fixable = 0;
};

/// Accepted findings are not counted.
std::vector<Count> count_by_rule(const LintRun& run) {
  std::map<std::uint32_t, Count> counts;
  for (const Finding& finding : run.findings) {
    if (finding.suppression) continue;
    Count& count = counts[finding.rule];
    count.rule = finding.rule;
    ++count.findings;
    if (finding.fix && finding.fix->safe) ++count.fixable;
  }
  std::vector<Count> out;
  for (const auto& [rule, count] : counts) out.push_back(count);
  std::stable_sort(out.begin(), out.end(),
                   [](const Count& a, const Count& b) { return a.findings > b.findings; });
  return out;
}

std::string left_padded(std::uint64_t number) {
  std::string text = cat(number);
  return text.insert(0, 7 - std::min<std::size_t>(text.size(), 7), ' ');
}

}  // namespace

void write_statistics(const LintRun& run, const ReportOptions& options, ByteSink& out) {
  const std::vector<Count> counts = count_by_rule(run);
  std::uint64_t total = 0;
  for (const Count& count : counts) {
    const RuleInfo& info = run.rules->info(count.rule);
    total += count.findings;
    out.append(cat(left_padded(count.findings), "  ", info.id, "  ", info.name,
                   count.fixable == 0 ? "" : cat("  (", count.fixable, " fixable)"), "\n"));
  }
  if (options.quiet) return;
  out.append(cat(left_padded(total), total == 1 ? "  finding of " : "  findings of ",
                 std::uint64_t{counts.size()}, counts.size() == 1 ? " rule\n" : " rules\n"));
}

}  // namespace starlint
