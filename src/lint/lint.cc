#include "lint/lint.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "claim/extract.h"
#include "lint/ask.h"
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

/// Three readings, none of which asks for another.
void read_facts(FileResult& file, const RuleSet& rules, const LintOptions& options) {
  const std::function<void()> readings[] = {
      [&] {
        const Stopwatch watch(options.profile, Profile::Reading);
        file.metrics = read_metrics(file.text, file.outline, file.narratives, rules.lexicon(),
                                    rules.metrics());
        file.figures = rules.figures().candidates(file.metrics);
      },
      [&] {
        const Stopwatch watch(options.profile, Profile::Reading);
        file.claims = extract_claims(file.source.id, file.text, file.outline, file.narratives,
                                     rules.claims());
      },
      [&] {
        const Stopwatch watch(options.profile, Profile::Patterns);
        file.hits = rules.patterns().match(file.text, file.outline);
      }};
  for_each_index(std::size(readings), options.threads, [&](std::size_t i) { readings[i](); });
}

/// Asks the rules that are on: those that read stories, which also prepare their look at all files,
/// or those that do not.
void check_with(FileResult& file, const RuleSet& rules, bool stories, const LintOptions& options) {
  const FileView view = view_of(file, rules);
  const auto asked = [&](std::uint32_t i) {
    return file.choice->on(i) && rules.rules()[i].rule->reads_stories() == stories;
  };
  const Look look = [&](const Rule& rule, Sink& sink) {
    rule.check(view, sink);
    if (stories) rule.prepare(view);
  };
  std::vector<Finding> found = ask_rules(rules, asked, look, {&file}, options);
  std::move(found.begin(), found.end(), std::back_inserter(file.findings));
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

LintOptions LintOptions::for_each_of(std::size_t count) const {
  LintOptions out = *this;
  if (count > 1) out.threads = 1;
  return out;
}

void lint_file(FileResult& file, const RuleSet& rules, const LintOptions& options) {
  {
    const Stopwatch watch(options.profile, Profile::Reading);
    read_characters(file, rules);
  }
  check_with(file, rules, false, options);
  if (options.depth == Depth::Findings && file.findings.empty()) return;
  {
    const Stopwatch watch(options.profile, Profile::Reading);
    read_stories(file, rules);
  }
  if (options.depth != Depth::Facts) return;
  read_facts(file, rules, options);
  check_with(file, rules, true, options);
}

/// Moves the findings of all files and speakers into one list: there may be very many.
static void gather(LintRun& run, std::vector<std::vector<Finding>> of_speakers) {
  std::size_t total = 0;
  for (const auto& file : run.files) total += file->findings.size();
  for (const auto& findings : of_speakers) total += findings.size();
  run.findings.reserve(total);
  const auto take = [&](std::vector<Finding>& findings) {
    std::move(findings.begin(), findings.end(), std::back_inserter(run.findings));
    findings = {};
  };
  for (const auto& file : run.files) take(file->findings);
  for (auto& findings : of_speakers) take(findings);
}

LintRun lint(std::vector<Input> inputs, const RuleSet& rules, LintOptions options) {
  LintRun run;
  run.rules = &rules;
  const auto profile = profile_choice(rules, options.strict);
  for (Input& input : inputs) add_file(run, std::move(input), profile);
  arrange(run);
  if (reads_stories(run)) options.depth = Depth::Facts;
  const std::vector<FileResult*> order = by_size(run);
  const LintOptions own = options.for_each_of(order.size());
  for_each_index(order.size(), options.threads,
                 [&](std::size_t i) { lint_file(*order[i], rules, own); });
  std::vector<std::vector<Finding>> of_speakers(run.speakers.size());
  check_speakers(run, std::vector<bool>(of_speakers.size(), true), options, of_speakers);
  gather(run, std::move(of_speakers));
  for (const auto& file : run.files) file->memo.forget();  // nobody looks again
  settle(run);
  return run;
}

}  // namespace starlint
