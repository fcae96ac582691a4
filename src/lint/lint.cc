#include "lint/lint.h"

#include <iterator>

#include "claim/extract.h"
#include "lint/pool.h"
#include "lint/profile.h"
#include "lint/reduce.h"
#include "narrative/find.h"

namespace starlint {

FileView view_of(const FileResult& file, const RuleSet& rules) {
  return {file.source,     file.text,    file.outline,
          file.narratives, file.claims,  rules.narrative_rules().frameworks,
          file.damage,     file.metrics, file.hits,
          file.figures,    file.memo};
}

static void understand(FileResult& file, const RuleSet& rules) {
  file.text = Text::decode(file.source.bytes);
  file.damage = find_damage(file.text, rules.damage_lexicon());
  file.outline = read_outline(file.text, format_of(file.source.path));
  if (holds_stories(file.outline.format)) {
    file.narratives = find_narratives(file.text, file.outline, rules.narrative_rules(),
                                      file.source.path, file.source.id);
  }
  file.metrics =
      read_metrics(file.text, file.outline, file.narratives, rules.lexicon(), rules.metrics());
  file.claims =
      extract_claims(file.source.id, file.text, file.outline, file.narratives, rules.claims());
}

void lint_file(FileResult& file, const RuleSet& rules, Profile* profile) {
  {
    const Stopwatch watch(profile, Profile::Reading);
    understand(file, rules);
  }
  {
    const Stopwatch watch(profile, Profile::Patterns);
    file.hits = rules.patterns().match(file.text, file.outline);
    file.figures = rules.figures().candidates(file.metrics);
  }
  const FileView view = view_of(file, rules);
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    const RuleSet::Entry& entry = rules.rules()[i];
    if (!file.choice->on(i)) continue;
    const Stopwatch watch(profile, Profile::of_rule(i));
    Sink sink(entry.info, i, file.findings);
    entry.rule->check(view, sink);
  }
}

/// Moves the findings of all files into one list, file by file: there may be very many.
static void gather(LintRun& run) {
  std::size_t total = 0;
  for (const auto& file : run.files) total += file->findings.size();
  run.findings.reserve(total);
  for (const auto& file : run.files) {
    std::move(file->findings.begin(), file->findings.end(), std::back_inserter(run.findings));
    file->findings = {};
  }
}

LintRun lint(std::vector<Input> inputs, const RuleSet& rules, const LintOptions& options) {
  LintRun run;
  run.rules = &rules;
  const auto profile = profile_choice(rules, options.strict);
  for (Input& input : inputs) add_file(run, std::move(input), profile);
  arrange(run);
  for_each_index(run.files.size(), options.threads,
                 [&](std::size_t i) { lint_file(*run.files[i], rules, options.profile); });
  gather(run);
  for (const auto& files : files_by_speaker(run)) {
    check_speaker(run, files, options.profile, run.findings);
  }
  for (const auto& file : run.files) file->memo.forget();  // nobody looks again
  settle(run);
  return run;
}

}  // namespace starlint
