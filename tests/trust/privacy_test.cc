// Nothing leaves the machine: every system call that opens a file, starts a program or speaks to a
// network is traced, and the files that were opened are those of the run and no others.
#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"
#include "source/walk.h"
#include "trust/program.h"

using namespace starlint;

namespace {

/// What a program did.
struct Trace {
  std::set<std::string> opened;    // as the system names them
  std::vector<std::string> other;  // calls that are neither opening a file nor the start
  int status = 0;
};

/// The call of a line, "" for the end of a call that was interrupted, of a thread, and for signals.
std::string_view call_of(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of("0123456789 "), line.size()));
  if (line.starts_with('<') || line.starts_with('+') || line.starts_with('-')) return {};
  return line.substr(0, line.find('('));
}

/// "… = 3</etc/hosts>" is /etc/hosts.
std::string_view opened_in(std::string_view line) {
  const std::size_t result = line.rfind(" = ");
  const std::size_t begin = result == std::string_view::npos ? result : line.find('<', result);
  return begin == std::string_view::npos ? std::string_view()
                                         : line.substr(begin + 1, line.rfind('>') - begin - 1);
}

Trace trace(std::vector<std::string> command, const Scratch& scratch, const std::string& input) {
  const Scratch log;
  // A build that measures coverage would write its counts into a file of its own.
  command.insert(command.begin(),
                 {"strace", "-f", "-qq", "-y", "-s", "4096", "-o", log.path("calls"), "-E",
                  "LLVM_PROFILE_FILE=/dev/null", "-e",
                  "trace=%network,open,openat,openat2,creat,execve,execveat,io_uring_setup"});
  const Result<ProcessOutput> output = run_process(command, scratch.root().string(), input);
  REQUIRE(output);
  INFO(output->err);
  Trace out;
  out.status = output->status;
  const std::string calls = *read_file(log.path("calls"));
  bool started = false;
  for (const std::string_view line : split(calls, '\n')) {
    const std::string_view call = call_of(line);
    const bool opens = call.starts_with("open") || call == "creat" || call.empty();
    if (opens) out.opened.emplace(opened_in(line));
    if (opens) continue;
    if (started) out.other.emplace_back(line);
    started = true;  // the first call starts the program itself
  }
  out.opened.erase("");
  return out;
}

/// What every program opens before main(), and the number of processors.
bool is_of_system(std::string_view path) {
  constexpr std::array<std::string_view, 5> kFiles = {"/etc/ld.so.cache", "/dev/null",
                                                      "/sys/devices/system/cpu/online",
                                                      "/sys/devices/system/cpu", "/proc/stat"};
  return path.find(".so") != std::string_view::npos ||
         std::find(kFiles.begin(), kFiles.end(), path) != kFiles.end();
}

/// The files of the run that were opened, below the scratch directory; what is written beside a
/// file until it is whole does not count.
std::set<std::string> files_in(const Trace& trace, const Scratch& scratch) {
  std::set<std::string> out;
  const std::string root = std::filesystem::canonical(scratch.root()).string();
  for (const std::string& path : trace.opened) {
    if (is_of_system(path)) continue;
    const std::string inside = path == root             ? "."
                               : path.starts_with(root) ? path.substr(root.size() + 1)
                                                        : path;
    if (!inside.starts_with(".starlint-")) out.insert(inside);
  }
  return out;
}

std::string framed(std::string_view json) {
  return cat("Content-Length: ", json.size(), "\r\n\r\n", json);
}

std::string editor_session(const Scratch& scratch) {
  return cat(
      framed(cat(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},)",
                 R"("rootUri":"file://)", scratch.root().string(), R"("}})")),
      framed(cat(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{)",
                 R"("uri":"file://)", scratch.path("b.md"),
                 R"(","languageId":"markdown","version":1,"text":"In May I moved TODO.\n"}}})")),
      framed(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})"),
      framed(R"({"jsonrpc":"2.0","method":"exit"})"));
}

}  // namespace

TEST_CASE("privacy: no network, no other program, no file but those of the run") {
  if (!can_trace()) return;
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("a.md", "# A\n\n**Situation:** In May the clerk\u00e2\u20ac\u2122s desk moved.\n");
  scratch.write("deep/c.txt", "Situation: TODO\n");
  scratch.write("other.json", "{}");
  scratch.write("session", editor_session(scratch));
  struct Run {
    std::vector<std::string> arguments;
    int status;
    std::set<std::string> files;
    std::string input = "/dev/null";
  };
  const std::set<std::string> read = {".", "a.md", "deep", "deep/c.txt", "starlint.toml"};
  const std::vector<Run> runs = {
      {{"check", "--format", "sarif", "-o", "out.sarif", "."}, 1, read},
      {{"report", "-o", "page.html", "."}, 0, read},
      {{"drill", "."}, 0, read},
      {{"lsp"}, 0, read, scratch.path("session")},
      {{"fix", "a.md"}, 0, {"a.md", "starlint.toml"}},
  };
  for (const Run& run : runs) {
    std::vector<std::string> command{STARLINT_BINARY};
    command.insert(command.end(), run.arguments.begin(), run.arguments.end());
    INFO(join(command, " "));
    const Trace traced = trace(command, scratch, run.input);
    CHECK(traced.other == std::vector<std::string>{});
    CHECK(files_in(traced, scratch) == run.files);
    CHECK(traced.status == run.status);
  }
}

TEST_CASE("privacy: the trace sees a network call, a program and a foreign file") {
  if (!can_trace()) return;
  const Scratch scratch;
  const Trace traced =
      trace({"sh", "-c", "cat /etc/passwd; getent hosts localhost; true"}, scratch, "/dev/null");
  const auto called = [&](std::string_view call) {
    return std::any_of(traced.other.begin(), traced.other.end(),
                       [&](const std::string& line) { return call_of(line) == call; });
  };
  CHECK(called("socket"));
  CHECK(called("execve"));
  CHECK(files_in(traced, scratch).count("/etc/passwd") == 1);
}
