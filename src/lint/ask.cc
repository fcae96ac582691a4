#include "lint/ask.h"

#include <algorithm>
#include <iterator>

#include "lint/pool.h"
#include "lint/profile.h"

namespace starlint {

namespace {

/// What one rule found, and where it asked whether others had.
struct Answer {
  std::uint32_t rule = 0;
  std::vector<Finding> findings;
  std::vector<Location> asked;
};

}  // namespace

std::vector<Finding> ask_rules(const RuleSet& rules, const std::function<bool(std::uint32_t)>& on,
                               const Look& look, const std::vector<const FileResult*>& before,
                               const LintOptions& options) {
  std::vector<Answer> answers;
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    if (on(i)) answers.push_back({i, {}, {}});
  }
  const auto ask = [&](Answer& answer, const Warned& warned) {
    const RuleSet::Entry& entry = rules.rules()[answer.rule];
    const Stopwatch watch(options.profile, Profile::of_rule(answer.rule));
    Sink sink(entry.info, answer.rule, answer.findings, warned);
    look(*entry.rule, sink);
    answer.asked = sink.asked();
  };
  const Warned nowhere;
  for_each_index(answers.size(), options.threads, [&](std::size_t i) { ask(answers[i], nowhere); });

  Warned warned;
  for (const FileResult* file : before) warned.add(file->findings);
  std::vector<Finding> out;
  for (Answer& answer : answers) {
    // It took for unsaid what a rule before it says, and has to look again.
    if (warned.at_any(answer.asked)) {
      answer.findings.clear();
      ask(answer, warned);
    }
    warned.add(answer.findings);
    std::move(answer.findings.begin(), answer.findings.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace starlint
