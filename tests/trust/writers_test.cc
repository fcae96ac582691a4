// Whatever fails while a file is written, the old or the new one is there, whole; nothing else is
// left but by a kill, and the user is told.
#include <functional>
#include <map>

#include "base/strings.h"
#include "source/walk.h"
#include "trust/program.h"

using namespace starlint;

namespace {

using Files = std::map<std::string, std::string>;

Files files_in(const Scratch& scratch) {
  Files out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch.root())) {
    const std::string name = entry.path().lexically_relative(scratch.root()).string();
    if (entry.is_regular_file()) out[name] = *read_file(entry.path().string());
  }
  return out;
}

/// A command that writes files, quiet so that it writes nothing else.
struct Writer {
  std::vector<std::string> arguments;
  Files before;
};

const char* const kNote = "# A\n\n**Situation:** In May the clerk\u00e2\u20ac\u2122s desk moved.\n";

const std::vector<Writer> kWriters = {
    {{"fix", "-q", "a.md", "b.md"}, {{"a.md", kNote}, {"b.md", kNote}}},
    {{"check", "-q", "-o", "out", "a.md"}, {{"a.md", kNote}, {"out", "old\n"}}},
    {{"check", "-q", "-o", "out", "a.md"}, {{"a.md", kNote}}},
    {{"baseline", "-o", "out", "a.md"}, {{"a.md", kNote}, {"out", "old\n"}}},
    {{"report", "-o", "out", "a.md"}, {{"a.md", kNote}, {"out", "old\n"}}},
};

struct Outcome {
  ProcessOutput output;
  Files files;
};

Outcome run(const Writer& writer, const std::vector<std::string>& around) {
  const Scratch scratch;
  for (const auto& [name, text] : writer.before) scratch.write(name, text);
  ProcessOutput output = run_starlint(writer.arguments, scratch.root().string(), around);
  return {std::move(output), files_in(scratch)};
}

/// Runs under strace with a fault at the n-th of a call.
Outcome run_with_fault(const Writer& writer, const std::string& call, const std::string& fault,
                       std::size_t n) {
  return run(writer, {"strace", "-f", "-qq", "-o", "/dev/null", "-e", cat("trace=", call), "-e",
                      cat("inject=", call, ":", fault, ":when=", std::uint64_t{n})});
}

/// Every file is the old or the new one; `leftovers`: what was not finished may lie beside them.
void check_whole(const Files& before, const Files& after, const Files& now, bool leftovers) {
  for (const auto& [name, text] : now) {
    INFO(name);
    if (name.starts_with(".starlint-")) {
      CHECK(leftovers);
      continue;
    }
    const auto old = before.find(name);
    const bool is_old = old != before.end() && text == old->second;
    const bool is_new = after.count(name) == 1 && text == after.at(name);
    CHECK((is_old || is_new));
  }
  for (const auto& [name, text] : before) CHECK(now.count(name) == 1);
}

constexpr int kKilled = 128 + 9;

/// Lets a fault happen at every n-th call.
void check_fault(const Writer& writer, const Outcome& whole, const char* call, const char* fault) {
  INFO(join(writer.arguments, " ") << ": " << fault << " at " << call);
  const bool kill = std::string_view(fault).starts_with("signal");
  constexpr std::size_t kMost = 3;  // of a page that is written in many pieces
  std::size_t n = 1;
  for (; n <= kMost; ++n) {
    const Outcome broken = run_with_fault(writer, call, fault, n);
    if (broken.output.status == whole.output.status) break;  // so many calls there are not
    CHECK(broken.output.status == (kill ? kKilled : 2));
    CHECK((kill || broken.output.err.find("cannot be written") != std::string::npos));
    check_whole(writer.before, whole.files, broken.files, kill);
  }
  CHECK(n > 1);
}

}  // namespace

TEST_CASE("writers: a full disk, an error of the disk or a kill leaves the old file or the new") {
  if (!can_trace()) return;
  for (const Writer& writer : kWriters) {
    const Outcome whole = run(writer, {});
    REQUIRE((whole.files != writer.before));
    check_fault(writer, whole, "write", "error=ENOSPC");
    check_fault(writer, whole, "fsync", "error=EIO");
    check_fault(writer, whole, "rename", "signal=SIGKILL");
  }
  const Writer& fix = kWriters.front();
  const Outcome whole = run(fix, {});
  check_fault(fix, whole, "write", "signal=SIGKILL");
  check_fault(fix, whole, "fsync", "signal=SIGKILL");
  check_fault(fix, whole, "rename", "error=EIO");
}

TEST_CASE("writers: a file that cannot be replaced does not keep fix from the others") {
  if (!can_trace()) return;
  const Outcome whole = run(kWriters.front(), {});
  const Outcome broken = run_with_fault(kWriters.front(), "rename", "error=EROFS", 1);
  CHECK(broken.output.err == "starlint: error: a.md: cannot be written: Read-only file system\n");
  CHECK(broken.files.at("a.md") == kNote);
  CHECK(broken.files.at("b.md") == whole.files.at("b.md"));
}

TEST_CASE("writers: a directory where no file can be made") {
  const Scratch scratch;
  scratch.write("a.md", kNote);
  const ProcessOutput output =
      run_starlint({"check", "-q", "--output", "sarif:missing/out", "--output", "json:out", "a.md"},
                   scratch.root().string());
  CHECK(output.status == 2);
  CHECK(output.err ==
        "starlint: error: missing/out: cannot be written: No such file or directory\n");
  CHECK(read_file(scratch.path("out")).ok());  // the other report is there
}

TEST_CASE("writers: a full device and a closed pipe are said, with status 2") {
  const Scratch scratch;
  scratch.write("a.md", kNote);
  const std::string full = "cannot be written: No space left on device\n";
  const ProcessOutput file =
      run_starlint({"check", "-q", "-o", "/dev/full", "a.md"}, scratch.root().string());
  CHECK(file.status == 2);
  CHECK(file.err == cat("starlint: error: /dev/full: ", full));
  const ProcessOutput stream = run_starlint({"a.md"}, scratch.root().string(),
                                            {"sh", "-c", R"("$0" check -q "$1" >/dev/full)"});
  CHECK(stream.status == 2);
  CHECK(stream.err == cat("starlint: error: standard output: ", full));
  // The reader is gone before the first byte; a shell that ignores the signal hands that on.
  const ProcessOutput pipe = run_starlint(
      {"a.md"}, scratch.root().string(),
      {"sh", "-c", R"(trap '' PIPE; { sleep 0.2; "$0" check -q "$1"; echo $? >&2; } | true)"});
  CHECK(pipe.err == "starlint: error: standard output: cannot be written: Broken pipe\n2\n");
}

TEST_CASE("writers: mode and links stay, and a new file gets the usual mode") {
  const Scratch scratch;
  scratch.write("a.md", kNote);
  scratch.write("private", "old\n");
  const auto owner = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
  std::filesystem::permissions(scratch.path("private"), owner);
  std::filesystem::create_symlink("private", scratch.path("link"));
  const std::vector<std::string> masked{"sh", "-c", R"(umask 027; exec "$0" "$@")"};
  run_starlint({"check", "-q", "--output", "json:link", "--output", "json:fresh", "a.md"},
               scratch.root().string(), masked);
  CHECK(std::filesystem::is_symlink(scratch.path("link")));
  CHECK(std::filesystem::status(scratch.path("private")).permissions() == owner);
  CHECK(std::filesystem::status(scratch.path("fresh")).permissions() ==
        (owner | std::filesystem::perms::group_read));
  CHECK(*read_file(scratch.path("private")) == *read_file(scratch.path("fresh")));
}

TEST_CASE("writers: reports among the notes are no notes of the run that writes them") {
  const Scratch scratch;
  scratch.write("a.md", "# A\n\n**Situation:** TODO\n");
  const std::vector<std::string> arguments{
      "check", "-q", "--format", "markdown", "-o", "o.txt", "--output", "concise:deep/o.md", "."};
  std::filesystem::create_directory(scratch.path("deep"));
  run_starlint(arguments, scratch.root().string());
  const Files first = files_in(scratch);
  run_starlint(arguments, scratch.root().string());
  CHECK(first.size() == 3);
  CHECK(files_in(scratch) == first);
}
