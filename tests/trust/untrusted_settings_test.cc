// Settings and packs may come with anybody's repository: they read nothing outside of it, run
// nothing, and neither their size nor their expressions bring the program down.
#include "base/strings.h"
#include "trust/program.h"

using namespace starlint;

namespace {

const char* const kManifest =
    "[pack]\nname = 'p'\nversion = '1'\n[[family]]\nprefix = 'A'\ntag = 'a'\n";

std::string rule(std::string_view expressions) {
  return cat("id = 'A1'\nname = 'rule'\nkind = 'phrase'\nlevel = 'note'\nmessage = 'm'\n",
             "[options]\nany = [", expressions, "]\n[doc]\nwhat = 'What.'\nwhy = 'Why.'\n");
}

ProcessOutput check(const Scratch& scratch) {
  return run_starlint({"check", "-q", "--format", "concise", "notes"}, scratch.path("repo"),
                      {"timeout", "60"});
}

/// A checkout with a note, and settings that name a pack.
void write_checkout(const Scratch& scratch, const std::string& settings) {
  scratch.write("repo/.git/HEAD", "ref: refs/heads/main\n");
  scratch.write("repo/notes/a.md", "In May I moved it.\n");
  scratch.write("repo/starlint.toml", settings);
}

}  // namespace

TEST_CASE("untrusted settings: packs outside of the repository are refused, through links too") {
  const Scratch scratch;
  write_checkout(scratch, "packs = [\"../secret.toml\"]\n");
  scratch.write("secret.toml", "PASSWORD=hunter2\n");
  std::filesystem::create_symlink("../secret.toml", scratch.path("repo/link.toml"));
  std::filesystem::create_directory_symlink("..", scratch.path("repo/up"));
  for (const char* pack : {"../secret.toml", "/etc/passwd", "link.toml", "up", "notes/../../x"}) {
    scratch.write("repo/starlint.toml", cat("packs = [\"", pack, "\"]\n"));
    const ProcessOutput run = check(scratch);
    INFO(pack << "\n" << run.err);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("lies outside of the repository") != std::string::npos);
    CHECK(run.err.find("hunter") == std::string::npos);
  }
}

TEST_CASE("untrusted settings: links inside a pack are not followed") {
  const Scratch scratch;
  write_checkout(scratch, "packs = [\"pack\"]\n");
  scratch.write("repo/pack/pack.toml", kManifest);
  scratch.write("secret.toml", "PASSWORD=hunter2\n");
  std::filesystem::create_symlink("../../secret.toml", scratch.path("repo/pack/x.toml"));
  std::filesystem::create_directory_symlink("..", scratch.path("repo/pack/up"));
  const ProcessOutput run = check(scratch);
  CHECK(run.err.empty());
  CHECK(run.status == 0);
}

TEST_CASE("untrusted settings: size and depth have limits, each said with the file") {
  struct Row {
    std::string settings;
    const char* word;
  };
  const auto repeated = [](std::string_view piece, std::size_t times) {
    std::string out;
    while (times-- > 0) out += piece;
    return out;
  };
  const Row rows[] = {
      {cat("#", std::string(5 << 20, 'x')), "is larger than 4 MiB"},
      {cat("a", repeated(".b", 100000), " = 1\n"), "a key of more than 100 parts"},
      {cat("[a", repeated(" . 'b'", 100000), "]\n"), "a key of more than 100 parts"},
      {cat("x = {y=\"\"\"\"z\"\"\"\"\", a", repeated(".b", 100000), "=1}\n"),
       "a key of more than 100 parts"},
      {cat("a = ", std::string(100000, '[')), "not valid TOML"},
      {cat("a = ", repeated("{b=", 100000)), "not valid TOML"},
  };
  const Scratch scratch;
  for (const Row& row : rows) {
    write_checkout(scratch, row.settings);
    const ProcessOutput run = check(scratch);
    INFO(row.word);
    CHECK(run.status == 2);
    CHECK(run.err.find(row.word) != std::string::npos);
    CHECK(run.err.find("starlint.toml") != std::string::npos);
    CHECK(run.err.size() < 1000);
  }
}

TEST_CASE("untrusted settings: expressions are linear, and those that grow too large are refused") {
  const Scratch scratch;
  write_checkout(scratch, "packs = [\"pack\"]\n");
  scratch.write("repo/pack/pack.toml", kManifest);
  scratch.write("repo/notes/a.md", std::string(100000, 'a') + "!\n");
  scratch.write("repo/pack/rule.toml", rule("'(a+)+$', '(a|aa)+b', '(.*)*x'"));
  CHECK(check(scratch).status == 0);
  for (const char* large : {"'((a{100}){100}){100}'", "'(\\pL{500}){500}'", "'a{1001}'"}) {
    scratch.write("repo/pack/rule.toml", rule(large));
    const ProcessOutput run = check(scratch);
    INFO(large << "\n" << run.err);
    CHECK(run.status == 2);
    CHECK(run.err.find("not a usable regular expression") != std::string::npos);
  }
}

TEST_CASE("untrusted settings: memory of many large expressions stays bounded") {
  if (kSanitized) {
    WARN("skipped: a sanitizer reserves more address space than any limit");
    return;
  }
  const Scratch scratch;
  write_checkout(scratch, "packs = [\"pack\"]\n");
  scratch.write("repo/pack/pack.toml", kManifest);
  std::string expressions;
  for (int i = 0; i < 400; ++i) expressions += cat("'x", i, "[a-z]{900}', ");
  scratch.write("repo/pack/rule.toml", rule(expressions));
  // Address space in kB: each expression may have 8 MB, all of them together may not.
  const ProcessOutput run =
      run_starlint({"check", "-q", "notes"}, scratch.path("repo"),
                   {"sh", "-c", R"(ulimit -v 2000000; exec timeout 60 "$0" "$@")"});
  INFO(run.err.substr(0, 500));
  CHECK((run.status == 0 || run.status == 2));
}
