// explain and rules list.
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/session.h"
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

}  // namespace starlint
