// Whatever lies among the notes, the notes are checked, what cannot be read is named, and the exit
// status says so.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "base/strings.h"
#include "source/walk.h"
#include "trust/program.h"

using namespace starlint;

namespace {

const char* const kNote = "In May I moved TODO files.\n";

std::vector<std::string> check(std::vector<std::string> paths) {
  std::vector<std::string> out{"check", "-q", "--format", "concise", "--select", "DRAFT001"};
  out.insert(out.end(), paths.begin(), paths.end());
  return out;
}

std::string finding_in(std::string_view path) {
  return cat(path, ":1:16: warning[DRAFT001]: 'TODO' was never filled in\n");
}

}  // namespace

TEST_CASE("hostile files: loops, pipes and devices in a tree are passed over") {
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("a.md", kNote);
  scratch.write("deep/b.md", kNote);
  std::filesystem::create_directory_symlink(".", scratch.path("loop"));
  std::filesystem::create_directory_symlink("..", scratch.path("deep/up"));
  std::filesystem::create_symlink("x.md", scratch.path("y.md"));
  std::filesystem::create_symlink("y.md", scratch.path("x.md"));
  std::filesystem::create_symlink("/dev/zero", scratch.path("zero.md"));
  REQUIRE(mkfifo(scratch.path("pipe.md").c_str(), 0600) == 0);
  const ProcessOutput tree = run_starlint(check({"."}), scratch.root().string());
  CHECK(tree.out == finding_in("a.md") + finding_in("deep/b.md"));
  CHECK(tree.err.empty());
  CHECK(tree.status == 1);

  const ProcessOutput named =
      run_starlint(check({"pipe.md", "zero.md", "x.md", "a.md"}), scratch.root().string());
  CHECK(named.out == finding_in("a.md"));
  CHECK(named.err ==
        "starlint: error: pipe.md: is neither a file nor a directory\n"
        "starlint: error: x.md: cannot be read: Too many levels of symbolic links\n"
        "starlint: error: zero.md: is neither a file nor a directory\n");
  CHECK(named.status == 2);
}

TEST_CASE("hostile files: names with controls, line ends and foreign bytes stay one line") {
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("bad\xFF.md", kNote);
  scratch.write("bell\x07.md", kNote);
  scratch.write("line\n::error::x.md", kNote);
  scratch.write("turn\u202E.md", kNote);
  const ProcessOutput run = run_starlint(check({"."}), scratch.root().string());
  CHECK(run.out == finding_in("bad\uFFFD.md") + finding_in("bell<U+0007>.md") +
                       finding_in("line<U+000A>::error::x.md") + finding_in("turn<U+202E>.md"));
  const ProcessOutput missing = run_starlint(check({"no\x1B[31m\n.md"}), scratch.root().string());
  CHECK(missing.err == "starlint: error: no<U+001B>[31m\n.md: no such file or directory\n");
}

TEST_CASE("hostile files: a path longer than the system takes is named, the others are checked") {
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("a.md", kNote);
  const std::string name(200, 'n');
  const int start = open(".", O_RDONLY | O_DIRECTORY);
  REQUIRE(chdir(scratch.root().c_str()) == 0);
  bool made = true;
  for (int i = 0; i < 21; ++i)
    made = made && mkdir(name.c_str(), 0700) == 0 && chdir(name.c_str()) == 0;
  const int note = open("deep.md", O_WRONLY | O_CREAT, 0600);
  close(note);
  REQUIRE(fchdir(start) == 0);
  close(start);
  REQUIRE(made);
  const ProcessOutput run = run_starlint(check({"."}), scratch.root().string());
  CHECK(run.out == finding_in("a.md"));
  CHECK(run.err.find("cannot be read: File name too long") != std::string::npos);
  CHECK(run.status == 2);
}

TEST_CASE("hostile files: notes that grow, change and vanish while they are read") {
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("a.md", kNote);
  std::jthread busy([&](const std::stop_token& stop) {
    for (int i = 0; !stop.stop_requested(); ++i) {
      const std::string name = cat("v", i % 20, ".md");
      scratch.write(name, kNote);
      std::ofstream(scratch.path("grows.md"), std::ios::app) << kNote;
      std::filesystem::remove(scratch.path(cat("v", (i + 10) % 20, ".md")));
    }
  });
  for (int i = 0; i < 3; ++i) {
    const ProcessOutput run = run_starlint(check({"."}), scratch.root().string());
    CHECK(run.out.starts_with(finding_in("a.md")));
    CHECK((run.status == 1 || run.status == 2));  // 2: one was gone when it was opened
    CHECK((run.status == 2) == (run.err.find("No such file or directory") != std::string::npos));
  }
}

TEST_CASE("hostile files: deep nesting, many stories and endless lines take little time") {
  const auto repeated = [](std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += piece;
    return out;
  };
  const auto nested = [](std::string_view mark, std::string_view item) {
    std::string out;
    std::string indent;
    for (int i = 0; i < 800; ++i) out += cat(indent += mark, item, "\n");
    return out;
  };
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("quotes.md", nested("> ", "x"));
  scratch.write("lists.md", nested("  ", "- x"));
  scratch.write("brackets.md",
                repeated("[", 300000) + repeated("(", 300000) + repeated("*", 300000));
  scratch.write("headings.md", repeated("# x\n", 400000));
  scratch.write("stories.md", repeated("## A\n\n**Task:** I moved it.\n\n", 300000));
  scratch.write("tags.md", repeated("<a &amp; ", 300000));
  scratch.write("line.md", repeated("moved and ", 1000000));
  scratch.write("figures.md", repeated("a team of 12 and 40% of $3m in 2020, ", 20000));
  // `timeout` ends what takes longer with status 124. In proportion to its size all of this takes
  // two seconds with the sanitizers off; anything in its square takes minutes.
  const ProcessOutput run = run_starlint({"check", "-q", "--format", "statistics", "."},
                                         scratch.root().string(), {"timeout", "120"});
  CHECK(run.err.empty());
  CHECK(run.status <= 1);
}
