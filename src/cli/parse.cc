// The only place that includes CLI11.
#include <CLI/CLI.hpp>

#include "base/strings.h"
#include "cli/options.h"
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
  command->add_option("--pack", options.packs, "further rules: a directory or file; repeatable");
}

void add_common(CLI::App* command, CliOptions& options) {
  add_packs(command, options);
  command->add_option("-j,--threads", options.threads, "worker threads (default: one a core)");
  command->add_option("--stdin-filename", options.stdin_filename,
                      "name for standard input; its ending decides the format");
}

void add_check(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("check", "check notes and report what an interviewer would find");
  add_paths(command, options);
  add_common(command, options);
  command->add_option("--format", options.format, "how to report")
      ->check(CLI::IsMember(format_names()));
  command->add_option("-o,--output-file", options.output_file, "write the report to a file");
  command->add_option("--profile", options.profile, "default: few and sure; strict: every rule")
      ->check(CLI::IsMember({"default", "strict"}));
  command->add_option("--fail-on", options.fail_on, "lowest level that makes the exit status 1")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  command->add_option("--color", options.color, "colour in text output")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, ColorChoice>{{"auto", ColorChoice::Auto},
                                             {"always", ColorChoice::Always},
                                             {"never", ColorChoice::Never}}));
  command->add_flag("-q,--quiet", options.quiet, "findings only, no summary");
  command->callback([&options] { options.command = Command::Check; });
}

void add_outline(CLI::App& app, CliOptions& options) {
  CLI::App* command =
      app.add_subcommand("outline", "show the stories it found and their components");
  add_paths(command, options);
  add_common(command, options);
  command->add_option("--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([&options] { options.command = Command::Outline; });
}

void add_facts(CLI::App& app, CliOptions& options) {
  CLI::App* command = app.add_subcommand("facts", "show the facts it read");
  add_paths(command, options);
  add_common(command, options);
  command->add_option("--format", options.format, "text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->callback([&options] { options.command = Command::Facts; });
}

void add_rules(CLI::App& app, CliOptions& options) {
  CLI::App* explain = app.add_subcommand("explain", "what a rule finds, and why it matters");
  explain->add_option("RULE", options.rule, "id or name")->required();
  add_packs(explain, options);
  explain->callback([&options] { options.command = Command::Explain; });
  CLI::App* rules = app.add_subcommand("rules", "the rules");
  rules->require_subcommand(1);
  CLI::App* list = rules->add_subcommand("list", "every rule, a line each");
  add_packs(list, options);
  list->callback([&options] { options.command = Command::RulesList; });
  CLI::App* test = rules->add_subcommand("test", "run the examples that the rules carry");
  add_packs(test, options);
  test->callback([&options] { options.command = Command::RulesTest; });
}

}  // namespace

Result<Parsed> parse_command_line(int argc, const char* const* argv) {
  Parsed parsed;
  CLI::App app("starlint keeps an interviewee's stories complete, consistent and honest.",
               "starlint");
  app.set_version_flag("--version", cat("starlint ", version()));
  app.require_subcommand(1);
  add_check(app, parsed.options);
  add_outline(app, parsed.options);
  add_facts(app, parsed.options);
  add_rules(app, parsed.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    parsed.text = app.help();
    parsed.stop = true;
  } catch (const CLI::CallForVersion&) {
    parsed.text = cat(app.version(), "\n");
    parsed.stop = true;
  } catch (const CLI::ParseError& error) {
    return Error{error.what(), "starlint", 0, 0, "see starlint --help"};
  }
  if (parsed.options.paths.empty()) parsed.options.paths = {"."};
  return parsed;
}

}  // namespace starlint
