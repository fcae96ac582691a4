// explain and the commands of `rules`.
#include <filesystem>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "lint/self_test.h"
#include "report/rule_pages.h"
#include "report/text/style.h"

namespace starlint {

/// A page as a terminal shows it: prose broken between words, code as it stands. A pack may be
/// anybody's, so its controls are spelled out wherever the page goes.
static std::string folded(std::string_view page, std::size_t width) {
  std::string out;
  bool code = false;
  for (const std::string_view line : split(trim(page), '\n')) {
    if (line.starts_with("```")) code = !code;
    const std::size_t indent = line.starts_with("- ") ? 2 : 0;
    out += cat(wrapped(line, code ? line.size() : width, indent, 0), "\n");
  }
  return out;
}

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
  write_rule_options(*info, text);
  const std::size_t width = on_terminal() ? terminal_width() : text.size();
  return write_output({}, folded(text, width)) ? kClean : kFailed;
}

int run_rules_list(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  std::string text;
  if (options.format == "json") {
    write_rule_list_json(*rules, text);
  } else {
    write_rule_list(*rules, text);
    text = visible_lines(text);
  }
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

int run_rules_schema(const CliOptions&) {
  std::string text;
  write_pack_schema(text);
  return write_output({}, text) ? kClean : kFailed;
}

int run_rules_docs(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  bool written = true;
  const auto write = [&](const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(options.output_file) / name;
    std::error_code ignored;  // write_output says what does not work
    std::filesystem::create_directories(path.parent_path(), ignored);
    written = write_output(path.string(), text) && written;
  };
  std::string text;
  write_rule_index(*rules, text);
  write("README.md", text);
  text.clear();
  write_kind_page(text);
  write("KINDS.md", text);
  for (const RuleSet::Entry& entry : rules->rules()) {
    text.clear();
    write_rule_page(entry.info, text);
    write_rule_options(entry.info, text);
    write(page_path(entry.info), text);
  }
  return written ? kClean : kFailed;
}

}  // namespace starlint
