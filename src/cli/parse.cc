// Uses CLI11, as define.cc and typed.cc do; nothing else may.
#include <CLI/CLI.hpp>

#include "base/strings.h"
#include "cli/define.h"
#include "cli/examples.h"
#include "cli/manual.h"
#include "cli/terminal.h"
#include "cli/typed.h"
#include "report/report.h"

namespace starlint {

namespace {

constexpr const char* kPurpose = "keeps an interviewee's stories complete, consistent and honest";

void prepare(CLI::App& app, CliOptions& options) {
  app.set_version_flag("--version", cat("starlint ", version()), "print the version");
  app.set_help_flag("-h,--help", "print this help");
  app.require_subcommand(1);
  define_commands(app, options);
}

CommandEntry entry_of(const CLI::App& app, const std::string& name) {
  CommandEntry entry;
  entry.name = name;
  entry.summary = app.get_description();
  entry.statuses = statuses_of(name);
  entry.examples = examples_of(name);
  for (const CLI::Option* option : app.get_options())
    entry.options.push_back(option_entry(*option));
  for (const CLI::App* one : app.get_subcommands({})) {
    entry.commands.push_back(entry_of(*one, cat(name, name.empty() ? "" : " ", one->get_name())));
  }
  return entry;
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
    const TypedCommand typed = typed_command(app);
    parsed.text = help_page(entry_of(*typed.command, typed.name), terminal_width());
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
