#include "lint/self_test.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <set>
#include <utility>

#include "base/strings.h"
#include "lint/lint.h"
#include "lint/pool.h"
#include "rule/test_reader.h"

namespace starlint {

namespace {

using Line = RuleTest::Line;

LintRun run_test(const RuleTest& test, const RuleSet& rules) {
  std::vector<Input> inputs;
  for (const RuleTest::File& file : test.files) inputs.push_back({{0, file.path, file.text}, ""});
  LintOptions options;
  options.threads = 1;
  options.strict = true;
  return lint(std::move(inputs), rules, options);
}

std::string place(std::string_view path, std::uint32_t line) { return cat(path, ":", line); }

Line line_of(const RuleTest& test, const FileResult& file, std::uint32_t offset) {
  const auto found =
      std::find_if(test.files.begin(), test.files.end(),
                   [&](const RuleTest::File& one) { return one.path == file.source.path; });
  return {static_cast<std::uint32_t>(found - test.files.begin()), file.text.line(offset)};
}

/// A good example guards every rule that is on by default against false alarms, and its own rule
/// against any.
bool breaks_silence(const Finding& finding, std::uint32_t own, const RuleSet& rules) {
  if (finding.suppression) return false;
  if (finding.rule == own) return true;
  return finding.level >= Level::Warning && !rules.info(finding.rule).strict_only;
}

void test_good(const RuleTest& test, std::uint32_t rule, const RuleSet& rules,
               std::vector<std::string>& wrong) {
  const LintRun run = run_test(test, rules);
  for (const Finding& finding : run.findings) {
    if (!breaks_silence(finding, rule, rules)) continue;
    const FileResult& file = run.file(finding.where.file);
    wrong.push_back(cat("a good example is not silent: ",
                        place(file.source.path, file.text.line(finding.where.span.begin)), ": ",
                        name_of(finding.level), "[", rules.info(finding.rule).id,
                        "]: ", finding.message));
  }
}

void test_bad(const RuleTest& test, std::uint32_t rule, const RuleSet& rules,
              std::vector<std::string>& wrong) {
  const LintRun run = run_test(test, rules);
  std::set<Line> missing(test.expected.begin(), test.expected.end());
  for (const Finding& finding : run.findings) {
    if (finding.rule != rule || finding.suppression) continue;
    const FileResult& file = run.file(finding.where.file);
    const Line line = line_of(test, file, finding.where.span.begin);
    missing.erase(line);
    if (std::find(test.expected.begin(), test.expected.end(), line) == test.expected.end()) {
      wrong.push_back(cat("found where no mark is: ", place(file.source.path, line.line), ": ",
                          finding.message));
    }
  }
  for (const Line& line : missing) {
    wrong.push_back(cat("not found: ", place(test.files[line.file].path, line.line)));
  }
}

/// Whether a text of [doc] only tells what notes could look like: with "…", or in brackets.
bool is_sketch(std::string_view text) {
  return text.empty() || text.find("…") != std::string_view::npos || text.front() == '(';
}

bool speaks(std::string_view text, std::uint32_t rule, const RuleSet& rules) {
  RuleTest test;
  test.files.push_back({"notes.md", std::string(text)});
  const LintRun run = run_test(test, rules);
  return std::any_of(run.findings.begin(), run.findings.end(), [&](const Finding& finding) {
    return finding.rule == rule && !finding.suppression;
  });
}

/// What `explain` shows as an example has to be one.
std::vector<std::string> test_doc(std::uint32_t rule, const RuleSet& rules) {
  const RuleDoc& doc = rules.info(rule).doc;
  std::vector<std::string> wrong;
  if (!is_sketch(doc.bad) && !speaks(doc.bad, rule, rules)) {
    wrong.push_back(cat("does not find its own [doc] bad: ", doc.bad));
  }
  if (!is_sketch(doc.instead) && speaks(doc.instead, rule, rules)) {
    wrong.push_back(cat("finds something in its own [doc] instead: ", doc.instead));
  }
  return wrong;
}

std::vector<Error> test_rule(std::uint32_t rule, const RuleSet& rules) {
  const RuleInfo& info = rules.info(rule);
  const std::vector<RuleTest> tests = tests_of(info);
  std::vector<Error> errors;
  const auto fail = [&](std::string_view what, std::uint32_t line, std::string hint) {
    errors.push_back(
        {cat(info.id, " ", info.name, ": ", what), info.path, line, 0, std::move(hint)});
  };
  for (const bool good : {false, true}) {
    const bool there = std::any_of(tests.begin(), tests.end(),
                                   [&](const RuleTest& test) { return test.good() == good; });
    if (there) continue;
    fail(good ? "has no good example" : "has no bad example", 0,
         good ? "add [[test]] with good = \"…\"" : "add [[test]] with bad = \"…\"");
  }
  for (const RuleTest& test : tests) {
    std::vector<std::string> wrong;
    test.good() ? test_good(test, rule, rules, wrong) : test_bad(test, rule, rules, wrong);
    for (const std::string& what : wrong) fail(what, test.line, {});
  }
  for (const std::string& what : test_doc(rule, rules)) {
    fail(what, 0, "a text that is no whole note needs … or brackets around it");
  }
  return errors;
}

}  // namespace

std::vector<Error> test_rules(const RuleSet& rules, const std::vector<std::uint32_t>& tested,
                              unsigned threads, const TestProgress& progress) {
  std::vector<std::vector<Error>> by_rule(tested.size());
  std::mutex mutex;
  std::size_t done = 0;
  for_each_index(by_rule.size(), threads, [&](std::size_t i) {
    by_rule[i] = test_rule(tested[i], rules);
    const std::lock_guard lock(mutex);
    ++done;
    if (progress) progress(done);
  });
  std::vector<Error> all;
  for (const std::vector<Error>& errors : by_rule) {
    all.insert(all.end(), errors.begin(), errors.end());
  }
  return all;
}

std::vector<Error> test_rules(const RuleSet& rules, unsigned threads) {
  std::vector<std::uint32_t> all(rules.rules().size());
  std::iota(all.begin(), all.end(), 0U);
  return test_rules(rules, all, threads);
}

}  // namespace starlint
