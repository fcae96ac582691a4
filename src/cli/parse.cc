// Uses CLI11, as define.cc does; nothing else may.
#include <CLI/CLI.hpp>

#include "base/strings.h"
#include "cli/define.h"
#include "cli/examples.h"
#include "cli/manual.h"
#include "report/report.h"

namespace starlint {

namespace {

constexpr const char* kPurpose = "keeps an interviewee's stories complete, consistent and honest";

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string_view guess = nearest(word, {known.begin(), known.end()});
  return guess.empty() ? "see starlint --help" : cat("did you mean '", guess, "'?");
}

/// The first word that the chosen command does not know, with the words it does know.
Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  for (const std::string& word : command->remaining(true)) {
    std::vector<std::string> known;
    if (word.starts_with('-')) {
      for (const CLI::Option* option : command->get_options()) {
        for (const std::string& name : option->get_lnames()) known.push_back(cat("--", name));
      }
      return {cat("no option '", word, "'"), {}, 0, 0, did_you_mean(word, known)};
    }
    for (const CLI::App* one : command->get_subcommands({})) known.push_back(one->get_name());
    return {cat(known.empty() ? "one word too many: '" : "no command '", word, "'"),
            {},
            0,
            0,
            did_you_mean(word, known)};
  }
  return {error.what(), {}, 0, 0, "see starlint --help"};
}

void prepare(CLI::App& app, CliOptions& options) {
  app.set_version_flag("--version", cat("starlint ", version()), "print the version");
  app.set_help_flag("-h,--help", "print this help");
  app.require_subcommand(1);
  define_commands(app, options);
}

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry entry;
  for (const std::string& name : option.get_snames()) entry.names.push_back(cat("-", name));
  for (const std::string& name : option.get_lnames()) entry.names.push_back(cat("--", name));
  if (option.get_items_expected_max() > 0) {
    const std::string type = option.get_type_name();
    const auto words = split(type, '|');
    if (words.size() > 1) entry.choices.assign(words.begin(), words.end());
    // A choice is called by the name of its option: "--format FORMAT".
    const std::string name = option.get_single_name();
    const bool word = name.find('-') != std::string::npos;
    entry.value = words.size() < 2 ? type : word ? "WORD" : name;
    for (char& c : entry.value) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  entry.help = option.get_description();
  entry.group = option.get_group();
  entry.several = option.get_items_expected_max() > 1;
  entry.required = option.get_required();
  return entry;
}

CommandEntry entry_of(const CLI::App& app, const std::string& name) {
  CommandEntry entry;
  entry.name = name;
  entry.summary = app.get_description();
  entry.examples = examples_of(name);
  for (const CLI::Option* option : app.get_options()) entry.options.push_back(entry_of(*option));
  for (const CLI::App* one : app.get_subcommands({})) {
    entry.commands.push_back(entry_of(*one, cat(name, name.empty() ? "" : " ", one->get_name())));
  }
  return entry;
}

/// The help of the command that was typed last.
std::string help_for(const CLI::App& app) {
  const CLI::App* command = &app;
  std::string name;
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
    name += cat(name.empty() ? "" : " ", command->get_name());
  }
  return help_page(entry_of(*command, name));
}

}  // namespace

CommandEntry read_manual() {
  CliOptions options;
  CLI::App app(kPurpose, "starlint");
  prepare(app, options);
  return entry_of(app, "");
}

Result<Parsed> parse_command_line(int argc, const char* const* argv) {
  Parsed parsed;
  CLI::App app(kPurpose, "starlint");
  prepare(app, parsed.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    parsed.text = help_for(app);
    parsed.stop = true;
  } catch (const CLI::CallForVersion&) {
    parsed.text = cat(app.version(), "\n");
    parsed.stop = true;
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
  if (parsed.options.paths.empty()) parsed.options.paths = {"."};
  return parsed;
}

}  // namespace starlint
