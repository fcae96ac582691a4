#include <utility>

#include "lint/lint.h"
#include "report/place.h"
#include "report/report.h"
#include "report/rule_pages.h"
#include "rule/rule_set.h"
#include "starlint.h"

namespace starlint::v0 {

namespace {

Place place_of(const LintRun& run, Location where, std::string message) {
  const FileResult& file = run.file(where.file);
  const Span span = shown_span(file.text, where.span);
  const Position begin = file.text.position(span.begin);
  const Position end = file.text.position(span.end);
  return {file.source.path,  begin.line, begin.column,
          end.line,          end.column, std::string(file.shown(span)),
          std::move(message)};
}

Severity severity_of(Level level) {
  if (level == Level::Error) return Severity::Error;
  return level == Level::Warning ? Severity::Warning : Severity::Note;
}

Problem problem_of(const LintRun& run, const Finding& finding) {
  const RuleInfo& rule = run.rules->info(finding.rule);
  Problem problem{rule.id,
                  rule.name,
                  severity_of(finding.level),
                  finding.message,
                  rule.probe,
                  place_of(run, finding.where, ""),
                  {}};
  for (const Related& other : finding.related) {
    problem.others.push_back(place_of(run, other.where, other.message));
  }
  return problem;
}

}  // namespace

std::string_view version() { return starlint::version(); }

struct Linter::Impl {
  std::unique_ptr<RuleSet> rules;
  LintOptions options;
};

Linter::Linter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Linter::~Linter() = default;

std::unique_ptr<Linter> Linter::make(const LinterOptions& options,
                                     std::vector<std::string>& errors) {
  std::vector<Error> faults;
  std::vector<PackFiles> packs{default_pack()};
  for (const std::string& path : options.packs) {
    Result<PackFiles> pack = read_pack(path);
    if (pack) {
      packs.push_back(*std::move(pack));
    } else {
      faults.push_back(pack.error());
    }
  }
  auto impl = std::make_unique<Impl>();
  if (faults.empty()) impl->rules = RuleSet::load(packs, faults);
  for (const Error& fault : faults) errors.push_back(fault.describe());
  if (impl->rules == nullptr) return nullptr;
  impl->options.strict = options.strict;
  impl->options.threads = options.threads;
  return std::unique_ptr<Linter>(new Linter(std::move(impl)));
}

std::vector<Problem> Linter::check(std::vector<Note> notes) const {
  std::vector<Input> inputs;
  inputs.reserve(notes.size());
  for (Note& note : notes) {
    inputs.push_back(
        {{0, std::move(note.path), std::move(note.text)}, std::move(note.speaker), nullptr});
  }
  const LintRun run = lint(std::move(inputs), *impl_->rules, impl_->options);
  std::vector<Problem> problems;
  for (const Finding& finding : run.findings) {
    if (!finding.suppression) problems.push_back(problem_of(run, finding));
  }
  return problems;
}

std::string Linter::explain(std::string_view rule) const {
  std::string page;
  const RuleInfo* info = impl_->rules->find(rule);
  if (info != nullptr) write_rule_page(*info, page);
  return page;
}

}  // namespace starlint::v0
