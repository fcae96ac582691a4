#include "lint/lint.h"

#include <algorithm>
#include <iterator>

#include "claim/extract.h"
#include "lint/pool.h"
#include "lint/profile.h"
#include "lint/redact.h"
#include "lint/waive.h"
#include "narrative/find.h"

namespace starlint {

namespace {

std::shared_ptr<const RuleChoice> profile_choice(const RuleSet& rules, bool strict) {
  RuleDefaults defaults;
  defaults.strict = strict;
  for (std::uint32_t i = 0; i < rules.packs().size(); ++i) defaults.packs.push_back(i);
  return std::make_shared<const RuleChoice>(choose_rules(rules, defaults, {}));
}

/// Slots in order of path, speakers by number: whatever the order of the arguments was.
LintRun arrange(std::vector<Input> inputs, const RuleSet& rules, const LintOptions& options) {
  LintRun run;
  run.rules = &rules;
  std::sort(inputs.begin(), inputs.end(),
            [](const Input& a, const Input& b) { return a.source.path < b.source.path; });
  for (const Input& input : inputs) run.speakers.push_back(input.speaker);
  std::sort(run.speakers.begin(), run.speakers.end());
  run.speakers.erase(std::unique(run.speakers.begin(), run.speakers.end()), run.speakers.end());
  const auto profile = profile_choice(rules, options.strict);
  for (Input& input : inputs) {
    auto file = std::make_unique<FileResult>();
    const auto speaker = std::lower_bound(run.speakers.begin(), run.speakers.end(), input.speaker);
    file->speaker = static_cast<std::uint32_t>(speaker - run.speakers.begin());
    file->choice = input.choice == nullptr ? profile : std::move(input.choice);
    file->source = std::move(input.source);
    file->source.id = static_cast<FileId>(run.files.size());
    run.files.push_back(std::move(file));
  }
  return run;
}

/// Facts of two speakers never meet: each speaker's files are looked at on their own.
void check_speakers(LintRun& run, Profile* profile) {
  std::vector<FileView> views;
  views.reserve(run.files.size());
  std::vector<SpeakerView> speakers(run.speakers.size());
  for (std::size_t i = 0; i < speakers.size(); ++i) speakers[i].name = run.speakers[i];
  for (const auto& file : run.files) {
    views.push_back(view_of(*file, *run.rules));
    speakers[file->speaker].files.push_back(&views.back());
  }
  const auto& rules = run.rules->rules();
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    const bool used = std::any_of(run.files.begin(), run.files.end(),
                                  [&](const auto& file) { return file->choice->on(i); });
    if (!used) continue;
    const Stopwatch watch(profile, Profile::of_rule(i));
    Sink sink(rules[i].info, i, run.findings);
    for (const SpeakerView& speaker : speakers) rules[i].rule->check_speaker(speaker, sink);
  }
}

/// What looks at several files may speak in one where its rule is off; and levels are the file's.
void apply_choices(LintRun& run) {
  std::erase_if(run.findings, [&](const Finding& finding) {
    return !run.file(finding.where.file).choice->on(finding.rule);
  });
  for (Finding& finding : run.findings) {
    const Level chosen = *run.file(finding.where.file).choice->levels[finding.rule];
    if (chosen != run.rules->info(finding.rule).level) finding.level = chosen;
  }
}

}  // namespace

FileView view_of(const FileResult& file, const RuleSet& rules) {
  return {file.source,     file.text,    file.outline,
          file.narratives, file.claims,  rules.narrative_rules().frameworks,
          file.damage,     file.metrics, file.hits};
}

static void understand(FileResult& file, const RuleSet& rules) {
  file.text = Text::decode(file.source.bytes);
  file.damage = find_damage(file.text, rules.damage_lexicon());
  file.outline = read_outline(file.text, format_of(file.source.path));
  file.narratives = find_narratives(file.text, file.outline, rules.narrative_rules(),
                                    file.source.path, file.source.id);
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
  LintRun run = arrange(std::move(inputs), rules, options);
  for_each_index(run.files.size(), options.threads,
                 [&](std::size_t i) { lint_file(*run.files[i], rules, options.profile); });
  gather(run);
  check_speakers(run, options.profile);
  apply_waivers(run);
  apply_choices(run);
  std::sort(run.findings.begin(), run.findings.end());
  redact(run);
  return run;
}

}  // namespace starlint
