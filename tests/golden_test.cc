// Whole runs, byte for byte: fixtures/repos/<name>/ holds the expected reports, the notes/ (the
// demo has them in fixtures/demo) and, where they should not follow the default rules, a pack/ of
// its own, which is run in its strict profile. A run that differs leaves
// <name>/expected.<ending>.actual behind; `cmake --build --preset dev -t bless` takes those over.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>

#include "catch.h"
#include "report/report.h"

using namespace starlint;
namespace fs = std::filesystem;

namespace {

/// The repository's own pack, or the one that is compiled in.
std::unique_ptr<RuleSet> rules_of(const fs::path& repository) {
  PackFiles pack = default_pack();
  if (fs::exists(repository / "pack")) {
    Result<PackFiles> own = read_pack((repository / "pack").string());
    REQUIRE(own);
    pack = *std::move(own);
  }
  std::vector<Error> errors;
  std::unique_ptr<RuleSet> rules = RuleSet::load({pack}, errors);
  for (const Error& error : errors) UNSCOPED_INFO(error.describe());
  REQUIRE(rules != nullptr);
  return rules;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Input> notes_of(const fs::path& repository) {
  std::vector<Input> inputs;
  const bool own = fs::exists(repository / "notes");
  const fs::path base = own ? repository : fs::path(STARLINT_REPOS_DIR).parent_path();
  const fs::path notes = base / (own ? "notes" : repository.filename());
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(notes)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().lexically_relative(base).generic_string();
    inputs.push_back({{0, path, bytes_of(entry.path())}, "notes"});
  }
  return inputs;
}

std::string report_of(std::vector<Input> inputs, const fs::path& repository, const RuleSet& rules,
                      std::string_view format, unsigned threads) {
  LintOptions lint_options;
  lint_options.threads = threads;
  lint_options.strict = fs::exists(repository / "pack");
  const LintRun run = lint(std::move(inputs), rules, lint_options);
  ReportOptions options;
  options.repository_uri = "https://git.example/notes";
  options.exit_status = run.findings.empty() ? 0 : 1;
  std::string out;
  StringSink sink(out);
  find_format(format)->write(run, options, sink);
  return out;
}

std::vector<fs::path> repositories() {
  std::vector<fs::path> out;
  for (const fs::directory_entry& entry : fs::directory_iterator(STARLINT_REPOS_DIR)) {
    if (entry.is_directory()) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void check_golden(const fs::path& repository, std::string_view format, const char* name) {
  const fs::path expected = repository / name;
  const std::string actual =
      report_of(notes_of(repository), repository, *rules_of(repository), format, 2);
  const fs::path left = expected.string() + ".actual";
  if (fs::exists(expected) && actual == bytes_of(expected)) {
    fs::remove(left);
    SUCCEED();
    return;
  }
  std::ofstream(left, std::ios::binary) << actual;
  FAIL_CHECK(expected << " is not what the run gives; see " << left);
}

}  // namespace

TEST_CASE("golden: every repository gives the expected reports") {
  REQUIRE_FALSE(repositories().empty());
  for (const fs::path& repository : repositories()) {
    check_golden(repository, "text", "expected.txt");
    check_golden(repository, "sarif", "expected.sarif");
  }
}

TEST_CASE("golden: threads and the order of arguments change nothing") {
  for (const fs::path& repository : repositories()) {
    std::vector<Input> inputs = notes_of(repository);
    const std::unique_ptr<RuleSet> rules = rules_of(repository);
    for (const char* format : {"sarif", "html"}) {
      const std::string expected = report_of(inputs, repository, *rules, format, 1);
      for (unsigned seed = 0; seed < 4; ++seed) {
        std::shuffle(inputs.begin(), inputs.end(), std::mt19937(seed));
        CHECK((report_of(inputs, repository, *rules, format, 1 + seed) == expected));
      }
    }
  }
}
