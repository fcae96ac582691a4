// Whole runs of the program: each case of fixtures/cli is a directory in small, the runs in it, and
// every byte they must print.
#include <algorithm>

#include "catch.h"
#include "scratch.h"
#include "source/process.h"
#include "source/walk.h"
#include "toml/fields.h"

using namespace starlint;
using Node = toml_doc::Value;

namespace {

using toml_doc::FieldType;

const std::vector<toml_doc::Field> kRunFields = {
    {"arguments", FieldType::Strings, "of starlint", true},
    {"program", FieldType::String, "another program instead, to prepare the next run"},
    {"input", FieldType::String, "standard input"},
    {"status", FieldType::Integer, "exit status (0)"},
    {"stdout", FieldType::String, "what it must print"},
    {"stderr", FieldType::String, "what it must say besides"},
    {"writes", FieldType::Table, "files that stand there afterwards: path = text"},
};
const std::vector<toml_doc::Field> kCaseFields = {
    {"files", FieldType::Table, "path = text"},
    {"bytes", FieldType::Table, "path = array of bytes"},
    {"links", FieldType::Table, "path = target"},
    {"directories", FieldType::Strings, "empty ones"},
    {"run", FieldType::Tables, "runs, in order", true, {}, kRunFields},
};

void set_up(const Node& root, const Scratch& scratch) {
  for (const std::string& name : toml_doc::strings_of(root, "directories")) {
    std::filesystem::create_directories(scratch.path(name));
  }
  const Node none;
  const auto members = [&](std::string_view key) -> const std::vector<Node::Member>& {
    const Node* table = root.find(key);
    return table == nullptr ? none.members : table->members;
  };
  for (const Node::Member& file : members("files")) scratch.write(file.key, file.value.string);
  for (const Node::Member& file : members("bytes")) {
    std::string bytes;
    for (const Node& byte : file.value.items) bytes += static_cast<char>(byte.integer);
    scratch.write(file.key, bytes);
  }
  for (const Node::Member& link : members("links")) {
    std::filesystem::create_symlink(link.value.string, scratch.path(link.key));
  }
}

void check_run(const Node& run, const Scratch& scratch) {
  std::vector<std::string> arguments{
      std::string(toml_doc::string_of(run, "program", STARLINT_BINARY))};
  for (std::string& argument : toml_doc::strings_of(run, "arguments")) {
    arguments.push_back(std::move(argument));
  }
  const Scratch input;
  input.write("input", std::string(toml_doc::string_of(run, "input")));
  const Result<ProcessOutput> output =
      run_process(arguments, scratch.root().string(), input.path("input"));
  REQUIRE(output);
  INFO("line " << run.where.line << " of the case");
  CHECK(output->out == toml_doc::string_of(run, "stdout"));
  CHECK(output->err == toml_doc::string_of(run, "stderr"));
  CHECK(output->status == static_cast<int>(toml_doc::number_of(run, "status")));
  const Node* writes = run.find("writes");
  if (writes == nullptr) return;
  for (const Node::Member& file : writes->members) {
    const Result<std::string> text = read_file(scratch.path(file.key));
    REQUIRE(text);
    CHECK(*text == file.value.string);
  }
}

/// Writes the files that a document shows: blocks of TOML that begin with "# path".
void write_shown_files(const std::string& markdown, const Scratch& scratch) {
  const std::string open = "```toml\n# ";
  for (std::size_t at = markdown.find(open); at != std::string::npos;
       at = markdown.find(open, at + open.size())) {
    const std::size_t name = at + open.size();
    const std::size_t end = markdown.find("\n```", name);
    const std::size_t line = markdown.find('\n', name);
    scratch.write(markdown.substr(name, line - name), markdown.substr(line, end - line + 1));
  }
}

}  // namespace

TEST_CASE("cli: the rule and the fact that the README shows pass their tests") {
  const Scratch scratch;
  write_shown_files(*read_file(STARLINT_FIXTURES_DIR "/../README.md"), scratch);
  const auto run = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> command{STARLINT_BINARY};
    command.insert(command.end(), arguments.begin(), arguments.end());
    Result<ProcessOutput> output = run_process(command, scratch.root().string());
    REQUIRE(output);
    return *std::move(output);
  };
  // The manifest is what `rules new` writes.
  CHECK(run({"rules", "new", "MINE", "other", "--pack", "mine"}).status == 0);
  std::filesystem::remove(scratch.path("mine/mine/MINE003-other.toml"));
  const ProcessOutput tested = run({"rules", "test", "--pack", "mine"});
  INFO(tested.out << tested.err);
  CHECK(tested.status == 0);
  CHECK(tested.out.find("all as they should be") != std::string::npos);
  scratch.write("notes/a.md",
                "# Kitchen\n\nProject: Kitchen\n\n## Tell me about a plan\n\n**Situation:** In "
                "2020 the budget was £40,000.\n");
  scratch.write("notes/b.md",
                "# Kitchen\n\nProject: Kitchen\n\n## Tell me about a deadline\n\n**Action:** I "
                "kept to the £55,000 budget in 2020.\n");
  CHECK(run({"check", "--pack", "mine", "--select", "MINE", "--format", "concise", "notes"}).out ==
        "notes/b.md:7:27: warning[MINE002]: the budget is '£55,000' here and '£40,000' "
        "elsewhere\nnotes/a.md:7:39: note[MINE002]: '£40,000'\n");
}

TEST_CASE("cli: every case prints what it must") {
  std::vector<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(STARLINT_FIXTURES_DIR "/cli")) {
    cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  REQUIRE_FALSE(cases.empty());
  for (const std::filesystem::path& path : cases) {
    INFO(path.filename().string());
    const Result<Node> root = toml_doc::parse(*read_file(path.string()), path.string());
    if (!root) FAIL(root.error().describe());
    const Status status = toml_doc::check_fields(*root, kCaseFields, path.string());
    if (!status) FAIL(status.error().describe());
    const Scratch scratch;
    set_up(*root, scratch);
    for (const Node& run : toml_doc::items_of(*root, "run")) {
      check_run(run, scratch);
    }
  }
}
