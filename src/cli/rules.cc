// explain and the commands of `rules`.
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "lint/self_test.h"
#include "report/report.h"

namespace starlint {

int run_explain(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  const RuleInfo* info = rules->find(options.rule);
  if (info == nullptr) {
    const std::string guess = rules->suggestion(options.rule);
    print_error({cat("no rule '", options.rule, "'"),
                 {},
                 0,
                 0,
                 guess.empty() ? "starlint rules list names them all"
                               : cat("did you mean '", guess, "'?")});
    return kFailed;
  }
  std::string text;
  write_rule_page(*info, text);
  return write_output({}, text) ? kClean : kFailed;
}

int run_rules_list(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  std::string text;
  write_rule_list(*rules, text);
  return write_output({}, text) ? kClean : kFailed;
}

int run_rules_test(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  const std::vector<Error> errors = test_rules(*rules, options.threads);
  std::string text;
  for (const Error& error : errors) text += cat(visible_lines(error.describe()), "\n");
  std::size_t examples = 0;
  for (const RuleSet::Entry& entry : rules->rules()) examples += entry.info.tests.size();
  text +=
      cat(std::uint64_t{rules->rules().size()}, " rules, ", std::uint64_t{examples}, " examples: ");
  text += errors.empty() ? "all as they should be\n"
                         : cat(std::uint64_t{errors.size()}, " not as they should be\n");
  if (!write_output({}, text)) return kFailed;
  return errors.empty() ? kClean : kFindings;
}

}  // namespace starlint
