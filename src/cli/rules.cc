// explain and the commands of `rules`.
#include <filesystem>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/progress_line.h"
#include "cli/session.h"
#include "cli/terminal.h"
#include "lint/self_test.h"
#include "report/rule_pages.h"
#include "report/text/style.h"
#include "rule/test_reader.h"

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

/// What to do about a rule that nobody knows.
static std::string where_else(const RuleSet& rules, std::string_view word) {
  const std::string guess = rules.suggestion(word);
  std::string out =
      guess.empty() ? "starlint rules list names them all" : cat("did you mean '", guess, "'?");
  if (rules.packs().size() == 1) {
    out += cat(guess.empty() ? "; a rule" : " A rule", " of another pack needs --pack PATH");
  }
  return out;
}

int run_explain(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  const RuleInfo* info = rules->find(options.rule);
  if (info == nullptr) {
    print_error({cat("no rule '", options.rule, "'"), {}, 0, 0, where_else(*rules, options.rule)});
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

static Words words_of(const std::vector<std::string>& texts) {
  Words words;
  for (const std::string& text : texts) words.push_back({text, {}, {}});
  return words;
}

/// The rules that a test of rules is about: those that the user chooses, else those of the packs
/// that the user names, else all; settings of notes have no say.
static std::vector<std::uint32_t> tested_rules(const RuleSet& rules, const SettingsOptions& user) {
  RuleLayer layer;
  layer.select = user.select.empty() ? words_of({"ALL"}) : words_of(user.select);
  layer.ignore = words_of(user.ignore);
  const bool named = user.select.empty() && !user.packs.empty();
  const std::size_t end = named ? user.packs.size() + 1 : rules.packs().size();
  RuleDefaults defaults;
  for (std::size_t i = named ? 1 : 0; i < end; ++i) {  // the first one is the default pack
    defaults.packs.push_back(static_cast<std::uint32_t>(i));
  }
  const RuleChoice choice = choose_rules(rules, defaults, {&layer});
  std::vector<std::uint32_t> tested;
  for (std::uint32_t i = 0; i < rules.rules().size(); ++i) {
    if (choice.on(i)) tested.push_back(i);
  }
  return tested;
}

/// "2 rules, 7 examples: all as they should be".
static std::string test_summary(const RuleSet& rules, const std::vector<std::uint32_t>& tested,
                                std::size_t wrong) {
  std::uint64_t examples = 0;
  for (const std::uint32_t rule : tested) examples += tests_of(rules.info(rule)).size();
  const std::uint64_t count = tested.size();
  return cat(count, count == 1 ? " rule, " : " rules, ", examples,
             examples == 1 ? " example: " : " examples: ",
             count == 0   ? "nothing to test"
             : wrong == 0 ? "all as they should be"
                          : cat(std::uint64_t{wrong}, " not as they should be"),
             "\n");
}

int run_rules_test(const CliOptions& options) {
  const std::unique_ptr<RuleSet> rules = load_rules(options);
  if (rules == nullptr) return kFailed;
  const std::vector<std::uint32_t> tested = tested_rules(*rules, options.settings);
  ProgressLine line;
  const std::vector<Error> errors =
      test_rules(*rules, tested, options.threads, [&](std::size_t done) {
        line.show(cat(std::uint64_t{done}, " of ", std::uint64_t{tested.size()}, " rules"));
      });
  line.clear();
  std::string text;
  for (const Error& error : errors) text += cat(visible_lines(error.describe()), "\n");
  text += test_summary(*rules, tested, errors.size());
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
