// The only place that includes CLI11.
#include <CLI/CLI.hpp>

#include "base/strings.h"
#include "cli/commands.h"
#include "report/report.h"

namespace starlint {

namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

void add_paths(CLI::App* command, CliOptions& options) {
  command->add_option("PATH", options.paths,
                      "files or directories of notes; - is standard input (default: .)");
}

void add_packs(CLI::App* command, CliOptions& options) {
  command
      ->add_option("--pack", options.settings.packs,
                   "further rules: a directory or file; repeatable")
      ->allow_extra_args(false);
}

void add_settings(CLI::App* command, CliOptions& options) {
  add_packs(command, options);
  CLI::Option* config = command->add_option("--config", options.settings.config_file,
                                            "this file of settings instead of any starlint.toml");
  command->add_flag("--isolated", options.settings.isolated, "no starlint.toml at all")
      ->excludes(config);
  command->add_option("-j,--threads", options.threads, "worker threads (default: one a core)");
}

void add_common(CLI::App* command, CliOptions& options) {
  add_settings(command, options);
  command->add_flag("!--no-ignore", options.gitignore, "read what .gitignore names, too");
  command->add_option("--stdin-filename", options.stdin_filename,
                      "name for standard input; its ending decides the format");
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
  command
      ->add_option("--sarif-profile", options.sarif_profile,
                   "who reads the SARIF: default, or github with its limits")
      ->transform(CLI::CheckedTransformer(std::map<std::string, SarifProfile>{
          {"default", SarifProfile::Default}, {"github", SarifProfile::GitHub}}));
}

/// Which rules, and how loud.
void add_selection(CLI::App* command, CliOptions& options) {
  command
      ->add_option("--profile", options.settings.profile,
                   "default: few and sure; strict: every rule")
      ->check(CLI::IsMember({"default", "strict"}));
  const auto add_words = [&](const char* name, std::vector<std::string>& words, const char* help) {
    command->add_option(name, words, help)->delimiter(',')->allow_extra_args(false);
  };
  add_words("--select", options.settings.select,
            "only these rules: ids, names, families, tags; repeatable");
  add_words("--ignore", options.settings.ignore, "not these rules; repeatable");
  add_words("--level", options.settings.levels, "RULE=note, warning or error; repeatable");
}

void add_check(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("check", "check notes and report what an interviewer would find");
  add_paths(command, options);
  add_common(command, options);
  command->add_option("--format", options.format, "how to report")
      ->check(CLI::IsMember(format_names()));
  command->add_option("-o,--output-file", options.output_file, "write the report to a file");
  add_outputs(command, options);
  CLI::Option* format = command->get_option("--format");
  command
      ->add_flag_callback(
          "--statistics", [&options] { options.format = "statistics"; },
          "how often each rule spoke, in place of the findings")
      ->excludes(format);
  add_selection(command, options);
  command->add_option("--baseline", options.baseline, "findings in this file are accepted");
  command->add_option("--since", options.since,
                      "only findings on lines that changed since this git revision");
  command->add_option("--fail-on", options.fail_on, "lowest level that makes the exit status 1")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  command->add_option("--color", options.color, "colour in text output")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, ColorChoice>{{"auto", ColorChoice::Auto},
                                             {"always", ColorChoice::Always},
                                             {"never", ColorChoice::Never}}));
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
  command->add_option("-o,--output-file", options.output_file, "the file to write")->required();
  command->add_flag("--prune", options.prune,
                    "accept nothing new: drop from the file what is no longer found");
  command->callback([&options] { options.command = run_baseline; });
}

void add_fix(CLI::App& app, CliOptions& options) {
  CLI::App* command = app.add_subcommand("fix", "repair what can be repaired safely");
  add_paths(command, options);
  add_common(command, options);
  command->add_flag("--unsafe", options.unsafe, "also repairs that could change what is said");
  command->add_flag("--diff", options.diff, "print a patch for git apply; write nothing");
  command->add_flag("--stdout", options.to_stdout, "print the repaired notes; write nothing");
  command
      ->add_option("--profile", options.settings.profile,
                   "default: few and sure; strict: every rule")
      ->check(CLI::IsMember({"default", "strict"}));
  command->add_flag("-q,--quiet", options.quiet, "no summary");
  command->callback([&options] { options.command = run_fix; });
}

void add_outline(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("outline", "show the stories it found and their components");
  add_paths(command, options);
  add_common(command, options);
  command->add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([&options] { options.command = run_outline; });
}

void add_facts(CLI::App& app, CliOptions& options) {
  CLI::App* command = app.add_subcommand("facts", "show the facts it read");
  add_paths(command, options);
  add_common(command, options);
  command->add_option("--format", options.format, "text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->callback([&options] { options.command = run_facts; });
}

void add_report(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("report", "write one page to look at: stories, facts, findings");
  add_paths(command, options);
  add_common(command, options);
  add_selection(command, options);
  command->add_option("-o,--output-file", options.output_file, "the HTML file to write");
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
  CLI::Option* format = command->add_option("--format", options.format, "text, markdown or anki")
                            ->check(CLI::IsMember({"text", "markdown", "anki"}));
  CLI::Option* file =
      command->add_option("-o,--output-file", options.output_file, "write to a file");
  CLI::Option* timed =
      command->add_flag("--timed", options.timed, "tell the stories aloud, against the clock");
  timed->excludes(format)->excludes(file);
  command->add_option("--seconds", options.seconds, "with --timed: for one story (default: 120)")
      ->needs(timed)
      ->check(CLI::Range(5U, 3600U));
  command->callback([&options] { options.command = run_drill; });
}

void add_merge(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("merge", "make one SARIF log of several, for work split over machines");
  command->add_option("FILE", options.paths, "SARIF logs that starlint wrote")->required();
  command->add_option("-o,--output-file", options.output_file, "write the log to a file");
  command->callback([&options] { options.command = run_merge; });
}

void add_rules(CLI::App& app, CliOptions& options) {
  CLI::App* explain = app.add_subcommand("explain", "what a rule finds, and why it matters");
  explain->add_option("RULE", options.rule, "id or name")->required();
  add_packs(explain, options);
  explain->callback([&options] { options.command = run_explain; });
  CLI::App* rules = app.add_subcommand("rules", "the rules");
  rules->require_subcommand(1);
  CLI::App* list = rules->add_subcommand("list", "every rule, a line each");
  add_packs(list, options);
  list->add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  list->callback([&options] { options.command = run_rules_list; });
  CLI::App* test = rules->add_subcommand("test", "run the examples that the rules carry");
  add_packs(test, options);
  test->callback([&options] { options.command = run_rules_test; });
  CLI::App* schema = rules->add_subcommand("schema", "the JSON Schema of a pack's files");
  schema->callback([&options] { options.command = run_rules_schema; });
  CLI::App* docs = rules->add_subcommand("docs", "write a page for each rule, and their index");
  add_packs(docs, options);
  docs->add_option("DIRECTORY", options.output_file, "where to write")->required();
  docs->callback([&options] { options.command = run_rules_docs; });
  CLI::App* fresh = rules->add_subcommand("new", "begin a rule, with examples to fill in");
  fresh->add_option("FAMILY", options.family, "capital letters before the number")->required();
  fresh->add_option("NAME", options.rule, "kebab-case; reads after \"allow\"")->required();
  fresh->add_option("--kind", options.kind, "the verb of the engine it uses");
  fresh->add_option("--pack", options.settings.packs, "directory of the pack (default: rules)")
      ->allow_extra_args(false);
  fresh->callback([&options] { options.command = run_rules_new; });
}

void add_configuration(CLI::App& app, CliOptions& options) {
  CLI::App* init = app.add_subcommand("init", "write a commented starlint.toml and hooks for CI");
  init->add_option("DIRECTORY", options.paths, "of the notes (default: .)")->expected(1);
  init->callback([&options] { options.command = run_init; });
  CLI::App* config = app.add_subcommand("config", "the settings");
  config->require_subcommand(1);
  CLI::App* show = config->add_subcommand("show", "what holds for a note, and who says so");
  show->add_option("PATH", options.paths, "a note or a directory (default: .)")->expected(1);
  add_common(show, options);
  add_selection(show, options);
  show->callback([&options] { options.command = run_config_show; });
  CLI::App* schema = config->add_subcommand("schema", "the JSON Schema of starlint.toml");
  schema->callback([&options] { options.command = run_config_schema; });
}

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

}  // namespace

Result<Parsed> parse_command_line(int argc, const char* const* argv) {
  Parsed parsed;
  CLI::App app("starlint keeps an interviewee's stories complete, consistent and honest.",
               "starlint");
  app.set_version_flag("--version", cat("starlint ", version()));
  app.require_subcommand(1);
  add_check(app, parsed.options);
  add_baseline(app, parsed.options);
  add_fix(app, parsed.options);
  add_outline(app, parsed.options);
  add_facts(app, parsed.options);
  add_report(app, parsed.options);
  add_lsp(app, parsed.options);
  add_drill(app, parsed.options);
  add_merge(app, parsed.options);
  add_rules(app, parsed.options);
  add_configuration(app, parsed.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    parsed.text = app.help();
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
