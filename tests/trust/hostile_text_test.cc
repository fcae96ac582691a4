// What notes and their names say reaches nobody as a command: no report steers a terminal, turns
// text around, ends a line or opens a tag on their behalf.
#include <algorithm>

#include "base/strings.h"
#include "source/walk.h"
#include "text/display.h"
#include "text/utf8.h"
#include "trust/program.h"

using namespace starlint;

namespace {

/// Escapes of terminals, direction controls, Unicode's line ends, a C1 control, markup, commands.
const char* const kEvil =
    "\x1B]0;title\x07\x1B[31m \u202Eturned\u2066 </script><img src=x onerror=alert(1)> ]]> --> "
    "\u2028::error::x %0A::warning::y \u009B31m \x7F [a](javascript:alert) | TODO";

void write_evil(const Scratch& scratch) {
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("a.md", cat("# ", kEvil, "\n\n**Situation:** A team of 8. ", kEvil, "\r",
                            "**Action:** I led a team of 9 in the office. XX% ", kEvil, "\n"));
  scratch.write("b\x1B[31m\n::error::x\u202E<img onerror=x>,:%0A\"'&.md",
                "# B\n\n**Situation:** TODO\n");
}

/// Controls of both blocks, direction controls and Unicode's line ends.
bool acts(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction = c == 0x061C || c == 0x200E || c == 0x200F ||
                         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0x2028 || c == 0x2029;
}

/// What stands around the first character that would act instead of being seen; "" where there is
/// none. A report may hold line feeds of its own.
std::string acting_in(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c != '\n' && acts(c)) {
      return visible(std::string_view(text).substr(begin > 40 ? begin - 40 : 0, 60));
    }
  }
  return {};
}

bool starts_a_line(const std::string& text, std::string_view words) {
  return text.starts_with(words) || text.find(cat("\n", words)) != std::string::npos;
}

}  // namespace

TEST_CASE("hostile text: no report acts on behalf of the notes") {
  const Scratch scratch;
  write_evil(scratch);
  std::vector<std::vector<std::string>> commands = {
      {"outline", "."}, {"outline", "--format", "json", "."},
      {"facts", "."},   {"facts", "--format", "jsonl", "."},
      {"drill", "."},   {"drill", "--format", "markdown", "."},
  };
  for (const char* format : {"checkstyle", "concise", "github", "gitlab", "html", "json", "junit",
                             "markdown", "rdjson", "sarif", "statistics", "text"}) {
    commands.push_back({"check", "--format", format, "."});
  }
  for (const std::vector<std::string>& command : commands) {
    INFO(join(command, " "));
    const ProcessOutput run = run_starlint(command, scratch.root().string());
    CHECK(run.out.size() > 40);
    CHECK(acting_in(run.out) == "");
    CHECK(acting_in(run.err) == "");
    CHECK_FALSE(
        (command[0] == "check" && command[2] != "html" && starts_a_line(run.out, "::error::x")));
  }
}

TEST_CASE("hostile text: markup of the notes is text in HTML and XML") {
  const Scratch scratch;
  write_evil(scratch);
  for (const char* format : {"html", "checkstyle", "junit"}) {
    INFO(format);
    const ProcessOutput run =
        run_starlint({"check", "--format", format, "."}, scratch.root().string());
    CHECK(run.out.find("<img") == std::string::npos);
    CHECK(run.out.find("alert(1)&gt;") != std::string::npos);
  }
}

TEST_CASE("hostile text: a command of GitHub ends where it should") {
  const Scratch scratch;
  write_evil(scratch);
  const ProcessOutput run =
      run_starlint({"check", "--format", "github", "."}, scratch.root().string());
  std::size_t commands = 0;
  for (const std::string_view line : split(run.out, '\n')) {
    if (line.empty()) continue;
    const bool own = line.starts_with("::error file=") || line.starts_with("::warning file=") ||
                     line.starts_with("::notice ");
    CHECK(own);
    ++commands;
  }
  CHECK(commands > 3);
}
