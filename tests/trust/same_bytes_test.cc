// The same notes give the same bytes: for any number of threads, order of arguments, locale, time
// zone and directory, in every format.
#include <map>

#include "source/walk.h"
#include "trust/program.h"

using namespace starlint;

namespace {

constexpr const char* kFormats[] = {"checkstyle", "concise", "github",     "gitlab",
                                    "html",       "json",    "junit",      "markdown",
                                    "rdjson",     "sarif",   "statistics", "text"};

using Files = std::map<std::string, std::string>;

struct Circumstances {
  const char* threads = "1";
  std::vector<std::string> arguments = {"notes"};
  std::vector<std::string> around = {};
};

/// Every report on the notes in a directory, by format.
Files reports(const Scratch& scratch, const Circumstances& at) {
  std::vector<std::string> arguments{"check", "-q", "-j", at.threads, "--profile", "strict"};
  for (const char* format : kFormats) {
    arguments.push_back("--output");
    arguments.push_back(std::string(format) + ":" + scratch.path(format));
  }
  arguments.insert(arguments.end(), at.arguments.begin(), at.arguments.end());
  Files out;
  const ProcessOutput run = run_starlint(arguments, scratch.root().string(), at.around);
  CHECK(run.status == 1);
  CHECK(run.err.empty());
  out["standard output"] = run.out;
  for (const char* format : kFormats) {
    out[format] = *read_file(scratch.path(format));
    std::filesystem::remove(scratch.path(format));
  }
  return out;
}

/// Names the format that differs; whole reports would fill the screen.
void check_same(const Files& one, const Files& other) {
  REQUIRE(one.size() == other.size());
  for (const auto& [format, bytes] : one) {
    INFO(format);
    CHECK(bytes.size() > 100);
    CHECK((bytes == other.at(format)));
  }
}

}  // namespace

TEST_CASE("same bytes: whatever the threads, the order, the locale, the zone and the directory") {
  const Scratch scratch;
  copy_notes(scratch);
  scratch.write("notes/starlint.toml", "root = true\n");  // one speaker, whatever the arguments
  const Files once = reports(scratch, {});
  const std::vector<std::string> turkish{"env", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8",
                                         "TZ=Asia/Kathmandu"};
  const std::vector<std::string> plain{"env", "-i", "LC_ALL=C", "TZ=Pacific/Apia"};
  const std::vector<Circumstances> others = {
      {"2"},
      {"8", {"notes/stories", "notes/notes", "notes/demo"}},
      {"3", {"notes/demo/../demo", "./notes/stories", "notes/notes", "notes"}},
      {"2", {"notes"}, turkish},
      {"1", {"notes"}, plain},
  };
  for (const Circumstances& other : others) {
    INFO("-j " << other.threads << ", " << other.arguments.size() << " arguments, "
               << other.around.size() << " words around");
    check_same(once, reports(scratch, other));
  }
  const Scratch elsewhere;
  copy_notes(elsewhere);
  elsewhere.write("notes/starlint.toml", "root = true\n");
  check_same(once, reports(elsewhere, {}));
}

TEST_CASE("same bytes: speakers told apart by argument, in any order of arguments") {
  const Scratch scratch;
  copy_notes(scratch);
  check_same(reports(scratch, {"1", {"notes/demo", "notes/notes", "notes/stories"}}),
             reports(scratch, {"8", {"notes/stories", "notes/demo", "notes/notes"}}));
}
