#include "lint/reduce.h"

#include <algorithm>
#include <set>

#include "base/one_line.h"
#include "base/sorted.h"
#include "lint/ask.h"
#include "lint/pool.h"
#include "lint/redact.h"
#include "lint/waive.h"

namespace starlint {

namespace {

void number(FileResult& file, FileId id) {
  if (file.source.id == id) return;
  file.source.id = id;
  file.memo.forget();
  for (Narrative& story : file.narratives.stories) story.file = id;
  for (Claim& claim : file.claims) claim.file = id;
  // A rule that looks at one file names places in no other.
  for (Finding& finding : file.findings) {
    finding.where.file = id;
    for (Related& related : finding.related) related.where.file = id;
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

/// Each place once, and what is said of it on one line.
void tidy(Finding& finding) {
  if (finding.related.empty()) return;
  std::set<Location> known{finding.where};
  std::erase_if(finding.related,
                [&](const Related& related) { return !known.insert(related.where).second; });
  for (Related& related : finding.related) unwrap(related.message);
}

}  // namespace

std::shared_ptr<const RuleChoice> profile_choice(const RuleSet& rules, bool strict) {
  RuleDefaults defaults;
  defaults.strict = strict;
  for (std::uint32_t i = 0; i < rules.packs().size(); ++i) defaults.packs.push_back(i);
  return std::make_shared<const RuleChoice>(choose_rules(rules, defaults, {}));
}

FileResult& add_file(LintRun& run, Input input, const std::shared_ptr<const RuleChoice>& profile) {
  auto file = std::make_unique<FileResult>();
  file->source = std::move(input.source);
  file->choice = input.choice == nullptr ? profile : input.choice;
  file->speaker = static_cast<std::uint32_t>(run.speakers.size());
  run.speakers.push_back(std::move(input.speaker));
  run.files.push_back(std::move(file));
  return *run.files.back();
}

void arrange(LintRun& run) {
  std::sort(run.files.begin(), run.files.end(),
            [](const auto& a, const auto& b) { return a->source.path < b->source.path; });
  std::vector<std::string> names;
  for (const auto& file : run.files) names.push_back(run.speakers[file->speaker]);
  sort_unique(names);
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    FileResult& file = *run.files[i];
    const auto speaker = std::lower_bound(names.begin(), names.end(), run.speakers[file.speaker]);
    file.speaker = static_cast<std::uint32_t>(speaker - names.begin());
    number(file, static_cast<FileId>(i));
  }
  run.speakers = std::move(names);
}

static std::vector<Finding> check_speaker(const LintRun& run,
                                          const std::vector<const FileResult*>& files,
                                          const LintOptions& options) {
  std::vector<FileView> views;
  views.reserve(files.size());
  SpeakerView speaker;
  speaker.name = run.speakers[files.front()->speaker];
  for (const FileResult* file : files) {
    views.push_back(view_of(*file, *run.rules));
    speaker.files.push_back(&views.back());
  }
  const auto on = [&](std::uint32_t rule) {
    return std::any_of(files.begin(), files.end(),
                       [&](const FileResult* file) { return file->choice->on(rule); });
  };
  const Look look = [&](const Rule& rule, Sink& sink) { rule.check_speaker(speaker, sink); };
  return ask_rules(*run.rules, on, look, files, options);
}

void check_speakers(const LintRun& run, const std::vector<bool>& wanted, const LintOptions& options,
                    std::vector<std::vector<Finding>>& found) {
  std::vector<std::vector<const FileResult*>> files(run.speakers.size());
  for (const auto& file : run.files) files[file->speaker].push_back(file.get());
  std::vector<std::size_t> speakers;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (wanted[i]) speakers.push_back(i);
  }
  const LintOptions own = options.for_each_of(speakers.size());
  for_each_index(speakers.size(), options.threads, [&](std::size_t i) {
    found[speakers[i]] = check_speaker(run, files[speakers[i]], own);
  });
}

void settle(LintRun& run) {
  apply_waivers(run);
  apply_choices(run);
  for (Finding& finding : run.findings) tidy(finding);
  std::sort(run.findings.begin(), run.findings.end());
  redact(run);
}

}  // namespace starlint
