#include "fix/fix.h"

#include <algorithm>
#include <map>

namespace starlint {

namespace {

/// More rounds than any repair needs: each but the last repairs something.
constexpr int kMaxRounds = 8;

bool is_wanted(const Finding& finding, bool unsafe) {
  return finding.fix && !finding.suppression && (finding.fix->safe || unsafe);
}

/// The fixes of one file, by the place of their findings.
std::vector<const Fix*> fixes_of(const LintRun& run, FileId file, bool unsafe) {
  std::vector<const Fix*> fixes;
  for (const Finding& finding : run.findings) {
    if (finding.where.file == file && is_wanted(finding, unsafe)) fixes.push_back(&*finding.fix);
  }
  return fixes;
}

std::size_t count_unsafe(const LintRun& run) {
  const auto count = std::count_if(run.findings.begin(), run.findings.end(), [](const Finding& f) {
    return f.fix && !f.suppression && !f.fix->safe;
  });
  return static_cast<std::size_t>(count);
}

/// One round: repairs what `run` found; true where a file changed.
bool repair(const LintRun& run, bool unsafe, std::map<std::string, FixedFile>& fixed, FixRun& out) {
  bool changed = false;
  for (const auto& file : run.files) {
    const std::vector<const Fix*> fixes = fixes_of(run, file->source.id, unsafe);
    if (fixes.empty()) continue;
    const std::string& path = file->source.path;
    Result<Repaired> repaired = apply_fixes(file->source.bytes, file->text, fixes);
    if (!repaired) {
      Error error = repaired.error();
      error.path = path;
      out.problems.push_back(std::move(error));
      continue;
    }
    if (repaired->bytes == file->source.bytes) continue;
    const auto [entry, first] = fixed.try_emplace(path);
    if (first) entry->second = {path, file->source.bytes, {}};
    entry->second.after = std::move(repaired->bytes);
    out.applied += repaired->applied;
    changed = true;
  }
  return changed;
}

}  // namespace

FixRun fix_notes(std::vector<Input> inputs, const RuleSet& rules, const FixOptions& options) {
  FixRun out;
  std::map<std::string, FixedFile> fixed;
  for (int round = 0; round < kMaxRounds; ++round) {
    const LintRun run = lint(inputs, rules, options.lint);
    out.problems.clear();
    out.left_unsafe = options.unsafe ? 0 : count_unsafe(run);
    if (!repair(run, options.unsafe, fixed, out)) break;
    for (Input& input : inputs) {
      const auto entry = fixed.find(input.source.path);
      if (entry != fixed.end()) input.source.bytes = entry->second.after;
    }
  }
  for (auto& [path, file] : fixed) out.files.push_back(std::move(file));
  return out;
}

}  // namespace starlint
