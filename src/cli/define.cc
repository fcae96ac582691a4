// Uses CLI11, as parse.cc and typed.cc do; nothing else may.
#include "cli/define.h"

#include <CLI/CLI.hpp>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/manual.h"
#include "report/report.h"

namespace starlint {

namespace {

/// Headings of help for the options that most commands share.
constexpr const char* kReading = "What is read";
constexpr const char* kRules = "Which rules";

/// An option that takes one of some words. The manual reads them off the name of its type.
CLI::Option* one_of(CLI::Option* option, const std::vector<std::string>& words) {
  return option->check(CLI::IsMember(words).description(""))->type_name(join(words, "|"));
}

template <typename T>
CLI::Option* one_of(CLI::Option* option, const std::map<std::string, T>& values) {
  std::vector<std::string> words;
  for (const auto& [word, value] : values) words.push_back(word);
  return option->transform(CLI::CheckedTransformer(values).description(""))
      ->type_name(join(words, "|"));
}

CLI::Option* add_output_file(CLI::App* command, CliOptions& options, const char* help) {
  return command->add_option("-o,--output-file", options.output_file, help)->type_name("FILE");
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

void add_paths(CLI::App* command, CliOptions& options) {
  command
      ->add_option("PATH", options.paths,
                   "files or directories of notes; - is standard input (default: .)")
      ->type_name("PATH");
}

void add_packs(CLI::App* command, CliOptions& options) {
  command
      ->add_option("--pack", options.settings.packs,
                   "further rules: a directory or file; repeatable")
      ->allow_extra_args(false)
      ->type_name("PATH")
      ->group(kRules);
}

void add_settings(CLI::App* command, CliOptions& options) {
  add_packs(command, options);
  CLI::Option* config = command->add_option("--config", options.settings.config_file,
                                            "this file of settings instead of any starlint.toml");
  config->type_name("FILE")->group(kReading);
  command->add_flag("--isolated", options.settings.isolated, "no starlint.toml at all")
      ->excludes(config)
      ->group(kReading);
  command->add_option("-j,--threads", options.threads, "worker threads (default: one a core)")
      ->type_name("N")
      ->group(kReading);
}

void add_common(CLI::App* command, CliOptions& options) {
  add_settings(command, options);
  command->add_flag("!--no-ignore", options.gitignore, "read what .gitignore names, too")
      ->group(kReading);
  command
      ->add_option("--stdin-filename", options.stdin_filename,
                   "name for standard input; its ending decides the format")
      ->type_name("NAME")
      ->group(kReading);
}

void add_outputs(CLI::App* command, CliOptions& options) {
  command
      ->add_option_function<std::vector<std::string>>(
          "--output",
          [&options](const std::vector<std::string>& outputs) {
            for (const std::string& output : outputs) {
              const std::size_t colon = output.find(':');
              const std::string format = output.substr(0, colon);
              if (colon == std::string::npos || find_format(format) == nullptr) {
                throw CLI::ValidationError("--output", cat("'", output, "' is not FORMAT:FILE"));
              }
              options.outputs.emplace_back(format, output.substr(colon + 1));
            }
          },
          "one more report, as FORMAT:FILE; repeatable")
      ->allow_extra_args(false)
      ->type_name("FORMAT:FILE");
  one_of(command->add_option("--sarif-profile", options.sarif_profile,
                             "who reads the SARIF: anybody, or GitHub with its limits"),
         std::map<std::string, SarifProfile>{{"default", SarifProfile::Default},
                                             {"github", SarifProfile::GitHub}});
}

void add_accepted(CLI::App* command, CliOptions& options) {
  command
      ->add_option(
          "--baseline", options.baseline,
          "findings in this file, written by baseline, are accepted (default: the baseline "
          "of starlint.toml)")
      ->type_name("FILE");
}

void add_rule_words(CLI::App* command, const char* name, std::vector<std::string>& words,
                    const char* help) {
  command->add_option(name, words, help)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE")
      ->group(kRules);
}

void add_filter(CLI::App* command, CliOptions& options) {
  add_rule_words(command, "--select", options.settings.select,
                 "only these rules: ids, names, families, tags; repeatable");
  add_rule_words(command, "--ignore", options.settings.ignore, "not these rules; repeatable");
}

/// Which rules, and how loud.
void add_selection(CLI::App* command, CliOptions& options) {
  one_of(command->add_option("--profile", options.settings.profile,
                             "few rules and sure ones, or every rule"),
         {"default", "strict"})
      ->group(kRules);
  add_filter(command, options);
  add_rule_words(command, "--level", options.settings.levels,
                 "another level: RULE=note, RULE=warning, RULE=error");
}

void add_check(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("check", "check notes and report what an interviewer would find");
  add_paths(command, options);
  add_common(command, options);
  CLI::Option* format =
      one_of(command->add_option("--format", options.format, "how to report (default: text)"),
             format_names());
  add_output_file(command, options, "write the report to a file");
  add_outputs(command, options);
  command
      ->add_flag_callback(
          "--statistics", [&options] { options.format = "statistics"; },
          "how often each rule spoke, in place of the findings")
      ->excludes(format);
  add_selection(command, options);
  add_accepted(command, options);
  command
      ->add_option("--since", options.since,
                   "only findings on lines that changed since this git revision")
      ->type_name("REVISION");
  one_of(command->add_option("--fail-on", options.fail_on,
                             "lowest level that makes the exit status 1 (default: warning)"),
         {"error", "warning", "note", "never"});
  one_of(command->add_option("--color", options.color, "colour in text output"),
         std::map<std::string, ColorChoice>{{"auto", ColorChoice::Auto},
                                            {"always", ColorChoice::Always},
                                            {"never", ColorChoice::Never}});
  command->add_flag("--watch", options.watch,
                    "check again whenever a note changes; Ctrl-C ends it");
  command->add_flag("--profile-rules", options.profile_rules,
                    "print the time each rule took, on standard error");
  command->add_flag("-q,--quiet", options.quiet, "findings only, no summary");
  command->callback([&options] { options.command = run_check; });
}

void add_baseline(CLI::App& app, CliOptions& options) {
  CLI::App* command = app.add_subcommand("baseline", "accept what is found today");
  add_paths(command, options);
  add_common(command, options);
  add_selection(command, options);
  add_output_file(command, options, "the file to write (default: the baseline of starlint.toml)");
  command->add_flag("--prune", options.prune,
                    "accept nothing new: drop from the file what is no longer found");
  command->callback([&options] { options.command = run_baseline; });
}

void add_fix(CLI::App& app, CliOptions& options) {
  CLI::App* command = app.add_subcommand("fix", "repair what can be repaired safely");
  add_paths(command, options);
  add_common(command, options);
  command->add_flag(
      "--unsafe", options.unsafe,
      "also repairs that could change what is said; without it the last line counts them");
  command->add_flag("--diff", options.diff, "print a patch for git apply; write nothing");
  command->add_flag("--stdout", options.to_stdout, "print the repaired notes; write nothing");
  add_selection(command, options);
  command->add_flag("-q,--quiet", options.quiet, "no summary");
  command->callback([&options] { options.command = run_fix; });
}

void add_outline(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("outline", "show the stories it found and their components");
  add_paths(command, options);
  add_common(command, options);
  one_of(command->add_option("--format", options.format, "how to show it (default: text)"),
         {"text", "json"});
  command->callback([&options] { options.command = run_outline; });
}

void add_facts(CLI::App& app, CliOptions& options) {
  CLI::App* command = app.add_subcommand("facts", "show the facts it read");
  add_paths(command, options);
  add_common(command, options);
  one_of(command->add_option("--format", options.format, "how to show it (default: text)"),
         {"text", "jsonl"});
  command->callback([&options] { options.command = run_facts; });
}

void add_report(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("report", "write one page to look at: stories, facts, findings");
  add_paths(command, options);
  add_common(command, options);
  add_selection(command, options);
  add_accepted(command, options);
  add_output_file(command, options, "the HTML file to write");
  command->callback([&options] { options.command = run_report; });
}

void add_lsp(CLI::App& app, CliOptions& options) {
  CLI::App* command = app.add_subcommand(
      "lsp", "serve an editor, on standard input and output (Language Server Protocol)");
  add_settings(command, options);
  add_selection(command, options);
  command->add_flag_callback(
      "--stdio", [] {}, "nothing else is offered; some editors say so");
  command->callback([&options] { options.command = run_lsp; });
}

void add_drill(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("drill", "rehearse: the questions an interviewer would ask, by story");
  add_paths(command, options);
  add_common(command, options);
  add_selection(command, options);
  CLI::Option* format =
      one_of(command->add_option("--format", options.format, "how to write it (default: text)"),
             {"text", "markdown", "anki"});
  CLI::Option* file = add_output_file(command, options, "write to a file");
  CLI::Option* timed =
      command->add_flag("--timed", options.timed, "tell the stories aloud, against the clock");
  timed->excludes(format)->excludes(file);
  command->add_option("--seconds", options.seconds, "with --timed: for one story (default: 120)")
      ->needs(timed)
      ->type_name("N")
      ->check(CLI::Range(5U, 3600U).description(""));
  command->callback([&options] { options.command = run_drill; });
}

void add_merge(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("merge", "make one SARIF log of several, for work split over machines");
  command->add_option("FILE", options.paths, "SARIF logs that starlint wrote")
      ->required()
      ->type_name("FILE");
  add_output_file(command, options, "write the log to a file");
  command->callback([&options] { options.command = run_merge; });
}

void add_rules(CLI::App& app, CliOptions& options) {
  CLI::App* explain = app.add_subcommand("explain", "what a rule finds, and why it matters");
  explain->add_option("RULE", options.rule, "id or name")->required()->type_name("RULE");
  add_packs(explain, options);
  explain->callback([&options] { options.command = run_explain; });
  CLI::App* rules = app.add_subcommand("rules", "the rules");
  rules->require_subcommand(1);
  CLI::App* list = rules->add_subcommand("list", "every rule, a line each");
  add_packs(list, options);
  one_of(list->add_option("--format", options.format, "how to show them (default: text)"),
         {"text", "json"});
  list->callback([&options] { options.command = run_rules_list; });
  CLI::App* test = rules->add_subcommand(
      "test", "run the examples that rules carry: of the packs named, else of all");
  add_packs(test, options);
  add_filter(test, options);
  test->callback([&options] { options.command = run_rules_test; });
  CLI::App* schema = rules->add_subcommand("schema", "the JSON Schema of a pack's files");
  schema->callback([&options] { options.command = run_rules_schema; });
  CLI::App* docs = rules->add_subcommand("docs", "write a page for each rule, and their index");
  add_packs(docs, options);
  docs->add_option("DIRECTORY", options.output_file, "where to write")
      ->required()
      ->type_name("DIRECTORY");
  docs->callback([&options] { options.command = run_rules_docs; });
  CLI::App* fresh = rules->add_subcommand("new", "begin a rule, with examples to fill in");
  fresh->add_option("FAMILY", options.family, "capital letters before the number")
      ->required()
      ->type_name("FAMILY");
  fresh->add_option("NAME", options.rule, "kebab-case; reads after \"allow\"")
      ->required()
      ->type_name("NAME");
  fresh
      ->add_option("--kind", options.kind,
                   "what the rule does: rules/KINDS.md lists it (default: phrase)")
      ->type_name("KIND");
  fresh->add_option("--pack", options.settings.packs, "directory of the pack (default: rules)")
      ->allow_extra_args(false)
      ->type_name("DIRECTORY");
  fresh->callback([&options] { options.command = run_rules_new; });
}

void add_configuration(CLI::App& app, CliOptions& options) {
  CLI::App* init = app.add_subcommand("init", "write a commented starlint.toml and hooks for CI");
  init->add_option("DIRECTORY", options.paths, "of the notes (default: .)")
      ->expected(1)
      ->type_name("DIRECTORY");
  init->callback([&options] { options.command = run_init; });
  CLI::App* config = app.add_subcommand("config", "the settings");
  config->require_subcommand(1);
  CLI::App* show = config->add_subcommand("show", "what holds for a note, and who says so");
  show->add_option("PATH", options.paths, "a note or a directory (default: .)")
      ->expected(1)
      ->type_name("PATH");
  show->add_flag("--changed", options.changed, "only the rules that somebody changed");
  add_common(show, options);
  add_selection(show, options);
  show->callback([&options] { options.command = run_config_show; });
  CLI::App* schema = config->add_subcommand("schema", "the JSON Schema of starlint.toml");
  schema->callback([&options] { options.command = run_config_schema; });
}

void add_manual(CLI::App& app, CliOptions& options) {
  std::vector<std::string> names;
  for (const Shell& shell : shells()) names.emplace_back(shell.name);
  CLI::App* command = app.add_subcommand("completions", "print what completes the command line");
  one_of(command->add_option("SHELL", options.shell, "for which shell")->required(), names);
  command->callback([&options] { options.command = run_completions; });
  app.add_subcommand("man", "print the man page")->callback([&options] {
    options.command = run_man;
  });
}

}  // namespace

void define_commands(CLI::App& app, CliOptions& options) {
  add_check(app, options);
  add_report(app, options);
  add_drill(app, options);
  add_fix(app, options);
  add_outline(app, options);
  add_facts(app, options);
  add_baseline(app, options);
  add_configuration(app, options);
  add_rules(app, options);
  add_lsp(app, options);
  add_merge(app, options);
  add_manual(app, options);
}

}  // namespace starlint
