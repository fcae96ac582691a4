// Uses CLI11, as define.cc and parse.cc do; nothing else may.
#include "cli/typed.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

/// A mistake, with the word that was probably meant, else with where to read on.
struct UsageErrors {
  const CLI::App& command;
  std::string help;  // "see starlint check --help"

  Error make(std::string message, const std::string& hint) const {
    return {std::move(message), {}, 0, 0, hint.empty() ? help : hint};
  }

  Error unknown(std::string message, std::string_view word,
                const std::vector<std::string>& known) const {
    const std::string_view guess = nearest(word, {known.begin(), known.end()});
    return make(std::move(message),
                guess.empty() ? std::string() : cat("did you mean '", guess, "'?"));
  }

  std::vector<std::string> commands() const {
    std::vector<std::string> names;
    for (const CLI::App* one : command.get_subcommands({})) names.push_back(one->get_name());
    return names;
  }

  Error unknown_word(const std::string& word) const {
    std::vector<std::string> known = commands();
    if (!word.starts_with('-')) {
      if (command.get_parent() == nullptr && word == "help") {
        return make("no command 'help'", "write starlint --help, or starlint COMMAND --help");
      }
      if (command.get_parent() == nullptr && word.find_first_of("./") != std::string::npos) {
        return make(cat("no command '", word, "'"),
                    cat("did you mean 'starlint check ", word, "'?"));
      }
      return unknown(cat(known.empty() ? "one word too many: '" : "no command '", word, "'"), word,
                     known);
    }
    known.clear();
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back(cat("--", name));
    }
    return unknown(cat("no option '", word, "'"), word, known);
  }

  /// The option that CLI11 complains of: its messages begin with "--name: " or end in it.
  const CLI::Option* blamed(std::string_view complaint) const {
    const auto options = command.get_options();
    const auto found = std::find_if(options.begin(), options.end(), [&](const CLI::Option* one) {
      const std::string name = one->get_name();
      return complaint.starts_with(name + ": ") ||
             complaint.find(cat(": ", name, " = ")) != std::string_view::npos;
    });
    return found == options.end() ? nullptr : *found;
  }

  Error missing() const {
    for (const CLI::Option* option : command.get_options()) {
      if (!option->get_required() || option->count() != 0) continue;
      return make(cat(usage_of(option_entry(*option)), " is missing"), {});
    }
    return make("what to do is missing", cat("write one of ", join(commands(), ", "), "; ", help));
  }

  Error wrong_value(const CLI::Option& option, std::string_view complaint) const {
    const OptionEntry entry = option_entry(option);
    for (const std::string& word : option.results()) {
      const auto& choices = entry.choices;
      if (std::find(choices.begin(), choices.end(), word) != choices.end()) continue;
      const std::string message = cat(option.get_name(), " takes no '", word, "'");
      if (choices.empty()) return make(std::string(complaint), {});
      const std::string_view guess = nearest(word, {choices.begin(), choices.end()});
      return make(message, guess.empty() ? cat("it takes one of ", join(choices, ", "))
                                         : cat("did you mean '", guess, "'?"));
    }
    return make(std::string(complaint), {});
  }
};

}  // namespace

TypedCommand typed_command(const CLI::App& app) {
  TypedCommand typed{&app, {}};
  while (!typed.command->get_subcommands().empty()) {
    typed.command = typed.command->get_subcommands().front();
    typed.name += cat(typed.name.empty() ? "" : " ", typed.command->get_name());
  }
  return typed;
}

OptionEntry option_entry(const CLI::Option& option) {
  OptionEntry entry;
  for (const std::string& name : option.get_snames()) entry.names.push_back(cat("-", name));
  for (const std::string& name : option.get_lnames()) entry.names.push_back(cat("--", name));
  if (option.get_items_expected_max() > 0) {
    const std::string type = option.get_type_name();
    const auto words = split(type, '|');
    if (words.size() > 1) entry.choices.assign(words.begin(), words.end());
    // A choice is called by the name of its option: "--format FORMAT".
    const std::string& name = option.get_single_name();
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

Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const TypedCommand typed = typed_command(app);
  const UsageErrors errors{
      *typed.command, cat("see starlint ", typed.name, typed.name.empty() ? "" : " ", "--help")};
  const std::vector<std::string> unread = typed.command->remaining(true);
  if (!unread.empty()) return errors.unknown_word(unread.front());
  if (error.get_name() == "RequiredError") return errors.missing();
  const std::string_view complaint = error.what();
  const CLI::Option* option = errors.blamed(complaint);
  if (option == nullptr) return errors.make(std::string(complaint), {});
  if (error.get_name() == "ArgumentMismatch") {
    return errors.make(
        cat(option->get_name(), " needs ", option_entry(*option).value, " behind it"), {});
  }
  if (error.get_name() == "ConversionError") {
    return errors.make(cat(option->get_name(), " takes a number, not '",
                           option->results().empty() ? "" : option->results().back(), "'"),
                       {});
  }
  return errors.wrong_value(*option, complaint);
}

}  // namespace starlint
