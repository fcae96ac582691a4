#include "lint/waive.h"

#include <algorithm>

#include "base/strings.h"
#include "finding/waiver.h"

namespace starlint {

namespace {

bool begins_in(Span scope, Location where, FileId file) {
  return where.file == file && scope.contains(where.span.begin);
}

/// A conflict is accepted at either of its places.
bool covers(Span scope, FileId file, const Finding& finding) {
  return begins_in(scope, finding.where, file) ||
         std::any_of(finding.related.begin(), finding.related.end(),
                     [&](const Related& related) { return begins_in(scope, related.where, file); });
}

/// Whether a word of a waiver means the rule: itself, its family or one of its tags, as in
/// settings.
bool means(std::string_view word, const RuleInfo& info) {
  const auto same = [word](std::string_view own) { return equals_ignoring_ascii_case(own, word); };
  return info.is_called(word) || same(info.family) ||
         std::any_of(info.tags.begin(), info.tags.end(), same);
}

/// The findings that touch each file, so that a file's waivers look at no others.
std::vector<std::vector<Finding*>> findings_by_file(LintRun& run) {
  std::vector<std::vector<Finding*>> out(run.files.size());
  for (Finding& finding : run.findings) {
    out[finding.where.file].push_back(&finding);
    for (const Related& related : finding.related) {
      std::vector<Finding*>& there = out[related.where.file];
      if (there.empty() || there.back() != &finding) there.push_back(&finding);
    }
  }
  return out;
}

/// Suppresses what one word of a waiver covers, and says what became of the word.
WaivedRule apply(const Waiver& waiver, Span word, const FileResult& file, const RuleSet& rules,
                 const std::vector<Finding*>& findings) {
  const std::string_view name = file.text.slice(word);
  bool known = false;
  bool on = false;
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    if (!means(name, rules.info(i))) continue;
    known = true;
    on = on || file.choice->on(i);
  }
  if (!known) return {word, WaivedRule::State::Unknown, rules.suggestion(name)};
  const Span scope = covered_by(waiver, file.text, file.outline, file.narratives);
  bool used = false;
  for (Finding* finding : findings) {
    if (!means(name, rules.info(finding->rule))) continue;
    if (!covers(scope, file.source.id, *finding)) continue;
    finding->suppression = Suppression{waiver.reason, false};
    used = true;
  }
  // A rule that is off today is no reason to take its waiver out.
  return {word, used || !on ? WaivedRule::State::Used : WaivedRule::State::Unused, {}};
}

}  // namespace

std::vector<Finding> own_findings(const FileResult& file, const RuleSet& rules) {
  std::vector<Finding> out;
  std::vector<std::pair<std::string_view, Span>> accepted;
  for (const Waiver& waiver : read_waivers(file.text, file.outline)) {
    const Span scope = covered_by(waiver, file.text, file.outline, file.narratives);
    for (const Span word : waiver.rules) {
      accepted.emplace_back(file.text.slice(word), scope);
    }
  }
  for (const Finding& finding : file.findings) {
    const bool waived = std::any_of(accepted.begin(), accepted.end(), [&](const auto& one) {
      return means(one.first, rules.info(finding.rule)) &&
             covers(one.second, file.source.id, finding);
    });
    if (waived || finding.secret) continue;
    out.push_back(finding);
    const Level chosen = *file.choice->levels[finding.rule];
    if (chosen != rules.info(finding.rule).level) out.back().level = chosen;
  }
  std::sort(out.begin(), out.end());
  return out;
}

void apply_waivers(LintRun& run) {
  const RuleSet& rules = *run.rules;
  const std::vector<std::vector<Finding*>> findings = findings_by_file(run);
  std::vector<Finding> found;
  const Warned nowhere;
  for (const auto& file : run.files) {
    std::vector<WaivedRule> waived;
    for (const Waiver& waiver : read_waivers(file->text, file->outline)) {
      if (waiver.scope == Waiver::Scope::Unknown || waiver.rules.empty()) {
        waived.push_back({waiver.span, WaivedRule::State::Unreadable, {}});
        continue;
      }
      for (const Span word : waiver.rules) {
        waived.push_back(apply(waiver, word, *file, rules, findings[file->source.id]));
      }
    }
    if (waived.empty()) continue;
    for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
      if (!file->choice->on(i)) continue;
      Sink sink(rules.info(i), i, found, nowhere);
      rules.rules()[i].rule->check_waivers(view_of(*file, rules), waived, sink);
    }
  }
  run.findings.insert(run.findings.end(), found.begin(), found.end());
}

}  // namespace starlint
