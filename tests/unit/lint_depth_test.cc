#include <memory>

#include "catch.h"
#include "default_rules.h"
#include "lint/lint.h"

using namespace starlint;

namespace {

const char kDamaged[] =
    "# Tell me about a deadline\n\nSituation: The clinicâ€™s audit was a week early.\n"
    "Task: I had to find 40 files.\n";
const char kClean[] = "# Tell me about a mistake\n\nI led a team of 8, then a team of 9.\n";

/// The rules on that look at characters alone; or all of them.
std::shared_ptr<const RuleChoice> choice(bool all) {
  RuleChoice out;
  for (const RuleSet::Entry& entry : default_rules().rules()) {
    out.levels.push_back(all || !entry.rule->reads_stories() ? std::optional(entry.info.level)
                                                             : std::nullopt);
  }
  return std::make_shared<const RuleChoice>(std::move(out));
}

LintRun run(bool all_in_damaged, bool all_in_clean, Depth depth) {
  std::vector<Input> inputs;
  inputs.push_back({{0, "damaged.md", kDamaged}, "ann", choice(all_in_damaged)});
  inputs.push_back({{0, "notes.md", kClean}, "ann", choice(all_in_clean)});
  LintOptions options;
  options.threads = 1;
  options.depth = depth;
  return lint(std::move(inputs), default_rules(), options);
}

std::vector<std::string> messages(const LintRun& run) {
  std::vector<std::string> out;
  for (const Finding& finding : run.findings) out.push_back(finding.message);
  return out;
}

}  // namespace

TEST_CASE("lint: for findings alone stories are read where a finding needs them") {
  const LintRun alone = run(false, false, Depth::Findings);
  CHECK(messages(alone) == messages(run(false, false, Depth::Facts)));
  CHECK(alone.findings.size() == 1);
  CHECK(alone.files[0]->narratives.stories.size() == 1);
  CHECK(alone.files[0]->claims.empty());
  CHECK(alone.files[1]->narratives.stories.empty());
}

TEST_CASE("lint: for stories that are shown all of them are read, but no facts") {
  const LintRun shown = run(false, false, Depth::Stories);
  CHECK(messages(shown) == messages(run(false, false, Depth::Facts)));
  for (const auto& file : shown.files) {
    CHECK(file->narratives.stories.size() == 1);
    CHECK(file->claims.empty());
  }
}

TEST_CASE("lint: everything is read once a rule of any file reads stories") {
  const bool all_in_damaged = GENERATE(false, true);
  const bool all_in_clean = !all_in_damaged;
  const LintRun alone = run(all_in_damaged, all_in_clean, Depth::Findings);
  CHECK(messages(alone) == messages(run(all_in_damaged, all_in_clean, Depth::Facts)));
  for (const auto& file : alone.files) CHECK(file->narratives.stories.size() == 1);
  CHECK(!alone.files[1]->claims.empty());
}
