// The man page, in the macros of man(7).
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/manual_files.h"
#include "cli/output.h"
#include "report/report.h"

namespace starlint {

namespace {

constexpr std::string_view kParagraph = ".PP\n";

/// Text for roff: a hyphen is a minus, and no line begins with a request.
std::string roff(std::string_view text) {
  std::string out;
  if (!text.empty() && (text.front() == '.' || text.front() == '\'')) out += "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '~') {
      out += "\\(ti";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

/// A sentence: a capital first, and a full stop.
std::string sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return roff(text) + ".";
}

void write_option(const OptionEntry& option, std::string& out) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back(cat("\\fB", roff(name), "\\fR"));
  if (option.positional()) {
    out += cat(".TP\n.I ", roff(option.value), "\n");
  } else {
    out += cat(".TP\n", join(names, ", "),
               option.value.empty() ? "" : cat(" \\fI", roff(option.value), "\\fR"), "\n");
  }
  out += cat(sentence(explained(option)), "\n");
}

void write_examples(const CommandEntry& command, std::string& out) {
  for (const ExampleEntry& example : command.examples) {
    out += cat(kParagraph, sentence(example.purpose), "\n.RS\n.nf\n", roff(example.command),
               "\n.fi\n.RE\n");
  }
}

void write_statuses(const CommandEntry& command, std::string& out) {
  for (const StatusEntry& one : command.statuses) {
    out += cat(".TP\n.B ", roff(one.status), "\n", sentence(one.meaning), "\n");
  }
}

void write_command(const CommandEntry& command, std::string& out) {
  for (const CommandEntry& one : command.commands) write_command(one, out);
  if (!command.commands.empty()) return;
  out += cat(".SS ", roff(synopsis_of(command)), "\n", sentence(command.summary), "\n");
  for (const OptionEntry& option : command.options) write_option(option, out);
  if (!command.statuses.empty()) out += cat(kParagraph, "Exit status:\n");
  write_statuses(command, out);
  write_examples(command, out);
}

}  // namespace

std::string man_page(const CommandEntry& program) {
  std::string out = cat(".TH STARLINT 1 \"\" \"starlint ", version(), "\" \"User Commands\"\n",
                        ".SH NAME\nstarlint \\- ", roff(program.summary),
                        "\n.SH SYNOPSIS\n.B starlint\n.I COMMAND\n[\\fIOPTION\\fR]... "
                        "[\\fIPATH\\fR]...\n",
                        kManHead, ".SH OPTIONS\n");
  for (const OptionEntry& option : program.options) write_option(option, out);
  out += ".SH COMMANDS\n";
  for (const CommandEntry& command : program.commands) write_command(command, out);
  out += ".SH EXIT STATUS\n";
  write_statuses(program, out);
  out += kManTail;
  std::string examples;
  write_examples(program, examples);
  return out + ".SH EXAMPLES\n" + examples.substr(kParagraph.size());  // a section begins one
}

int run_man(const CliOptions&) {
  return write_output({}, man_page(read_manual())) ? kClean : kFailed;
}

}  // namespace starlint
