// Help, man page and completions against each other: they come from one list of commands.
#include <map>

#include "base/strings.h"
#include "catch.h"
#include "source/process.h"
#include "source/walk.h"

using namespace starlint;

namespace {

std::string output_of(std::vector<std::string> words) {
  words.insert(words.begin(), STARLINT_BINARY);
  const Result<ProcessOutput> output = run_process(words, "/");
  REQUIRE(output);
  INFO(join(words, " "));
  CHECK(output->status == 0);
  CHECK(output->err.empty());
  return output->out;
}

/// The names of the commands that a help page lists.
std::vector<std::string> commands_in(const std::string& help) {
  std::vector<std::string> out;
  const std::size_t begin = help.find("\nCommands:\n");
  if (begin == std::string::npos) return out;
  for (const std::string_view line : split(std::string_view(help).substr(begin + 11), '\n')) {
    if (!line.starts_with("  ")) break;
    const std::string_view name = trim(line.substr(0, 30));
    if (!name.empty()) out.emplace_back(name);
  }
  return out;
}

/// Help of every command, by name.
void collect_help(const std::string& name, std::map<std::string, std::string>& pages) {
  std::vector<std::string> words;
  for (const std::string_view word : split(name, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  words.emplace_back("--help");
  pages[name] = output_of(words);
  for (const std::string& below : commands_in(pages[name])) {
    collect_help(cat(name, name.empty() ? "" : " ", below), pages);
  }
}

const std::map<std::string, std::string>& help() {
  static const std::map<std::string, std::string> pages = [] {
    std::map<std::string, std::string> out;
    collect_help("", out);
    return out;
  }();
  return pages;
}

}  // namespace

TEST_CASE("manual: every command has help with a usage line and examples") {
  CHECK(help().size() > 18);
  for (const auto& [name, page] : help()) {
    INFO(name);
    CHECK(page.find(cat("Usage: starlint", name.empty() ? "" : " ", name)) != std::string::npos);
    CHECK(page.find("Examples:\n  starlint ") != std::string::npos);
    for (const char* raw : {"TEXT", "UINT", "ENUM", "{", "Excludes"}) {
      CHECK(page.find(raw) == std::string::npos);
    }
    for (const std::string_view line : split(page, '\n')) CHECK(line.size() <= 110);
  }
}

TEST_CASE("manual: examples use only commands and options that exist") {
  for (const auto& [of, page] : help()) {
    const std::size_t begin = page.find("\nExamples:\n");
    for (std::string_view line : split(std::string_view(page).substr(begin), '\n')) {
      if (!line.starts_with("  starlint ")) continue;
      line = line.substr(0, line.find_first_of("|>"));
      INFO(line);
      std::string command;
      std::vector<std::string> options;
      for (const std::string_view word : split(trim(line).substr(9), ' ')) {
        const std::string longer = cat(command, command.empty() ? "" : " ", word);
        if (help().count(longer) == 1 && options.empty()) command = longer;
        if (word.starts_with("-") && word != "-") options.emplace_back(word);
      }
      REQUIRE_FALSE(command.empty());
      for (const std::string& option : options) {
        CHECK(help().at(command).find(cat(" ", option)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("manual: the man page and the completions of each shell name every command") {
  const std::string page = output_of({"man"});
  CHECK(page.find(".TH STARLINT 1") == 0);
  for (const char* shell : {"bash", "fish", "zsh"}) {
    const std::string completions = output_of({"completions", shell});
    for (const auto& [name, text] : help()) {
      if (name.empty()) continue;
      INFO(shell << ": " << name);
      const std::string word = name.substr(name.rfind(' ') + 1);
      CHECK(completions.find(word) != std::string::npos);
      if (commands_in(text).empty()) {
        CHECK(page.find(cat(".SS starlint ", name)) != std::string::npos);
      }
    }
  }
}
