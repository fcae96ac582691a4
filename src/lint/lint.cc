#include "lint/lint.h"

#include <algorithm>
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

namespace {

void read_characters(FileResult& file, const RuleSet& rules) {
  file.text = Text::decode(file.source.bytes);
  file.damage = find_damage(file.text, rules.damage_lexicon());
}

void read_stories(FileResult& file, const RuleSet& rules) {
  file.outline = read_outline(file.text, format_of(file.source.path));
  if (holds_stories(file.outline.format)) {
    file.narratives = find_narratives(file.text, file.outline, rules.narrative_rules(),
                                      file.source.path, file.source.id);
  }
}

void read_facts(FileResult& file, const RuleSet& rules) {
  file.metrics =
      read_metrics(file.text, file.outline, file.narratives, rules.lexicon(), rules.metrics());
  file.claims =
      extract_claims(file.source.id, file.text, file.outline, file.narratives, rules.claims());
}

void match_patterns(FileResult& file, const RuleSet& rules) {
  file.hits = rules.patterns().match(file.text, file.outline);
  file.figures = rules.figures().candidates(file.metrics);
}

/// Runs the rules that are on, those that read stories or those that do not.
void check_with(FileResult& file, const RuleSet& rules, bool stories, Profile* profile) {
  const FileView view = view_of(file, rules);
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    const RuleSet::Entry& entry = rules.rules()[i];
    if (!file.choice->on(i) || entry.rule->reads_stories() != stories) continue;
    const Stopwatch watch(profile, Profile::of_rule(i));
    Sink sink(entry.info, i, file.findings);
    entry.rule->check(view, sink);
  }
}

/// Lets the rules that are on prepare their look at all files.
void prepare(const FileResult& file, const RuleSet& rules, Profile* profile) {
  const FileView view = view_of(file, rules);
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    if (!file.choice->on(i)) continue;
    const Stopwatch watch(profile, Profile::of_rule(i));
    rules.rules()[i].rule->prepare(view);
  }
}

/// The longest files first, so that no thread is left with a long one at the end.
std::vector<FileResult*> by_size(const LintRun& run) {
  std::vector<FileResult*> out;
  for (const auto& file : run.files) out.push_back(file.get());
  std::stable_sort(out.begin(), out.end(), [](const FileResult* a, const FileResult* b) {
    return a->source.bytes.size() > b->source.bytes.size();
  });
  return out;
}

/// Whether a rule that is on in some file reads stories: it may compare them with those of all
/// files.
bool reads_stories(const LintRun& run) {
  const auto& rules = run.rules->rules();
  return std::any_of(run.files.begin(), run.files.end(), [&](const auto& file) {
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
      if (file->choice->on(i) && rules[i].rule->reads_stories()) return true;
    }
    return false;
  });
}

}  // namespace

void lint_file(FileResult& file, const RuleSet& rules, const LintOptions& options) {
  {
    const Stopwatch watch(options.profile, Profile::Reading);
    read_characters(file, rules);
  }
  check_with(file, rules, false, options.profile);
  if (options.depth == Depth::Findings && file.findings.empty()) return;
  {
    const Stopwatch watch(options.profile, Profile::Reading);
    read_stories(file, rules);
    if (options.depth != Depth::Facts) return;
    read_facts(file, rules);
  }
  {
    const Stopwatch watch(options.profile, Profile::Patterns);
    match_patterns(file, rules);
  }
  check_with(file, rules, true, options.profile);
  prepare(file, rules, options.profile);
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

LintRun lint(std::vector<Input> inputs, const RuleSet& rules, LintOptions options) {
  LintRun run;
  run.rules = &rules;
  const auto profile = profile_choice(rules, options.strict);
  for (Input& input : inputs) add_file(run, std::move(input), profile);
  arrange(run);
  if (reads_stories(run)) options.depth = Depth::Facts;
  const std::vector<FileResult*> order = by_size(run);
  for_each_index(order.size(), options.threads,
                 [&](std::size_t i) { lint_file(*order[i], rules, options); });
  gather(run);
  for (const auto& files : files_by_speaker(run)) {
    check_speaker(run, files, options.profile, run.findings);
  }
  for (const auto& file : run.files) file->memo.forget();  // nobody looks again
  settle(run);
  return run;
}

}  // namespace starlint
