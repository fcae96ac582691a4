#include "catch.h"
#include "config/configuration.h"
#include "scratch.h"

using namespace starlint;

TEST_CASE("config: files are found from the note up to the root of its repository") {
  const Scratch scratch;
  scratch.write("starlint.toml", "profile = 'strict'\n");
  scratch.write("repo/.git/HEAD", "");
  scratch.write("repo/starlint.toml", "\nprofile = 'default'\n");
  scratch.write("repo/ann/.starlint.toml", "profile = 'strict'\n");
  scratch.write("repo/alone/starlint.toml", "root = true\n");
  Configuration config(Configuration::Search::Upwards);
  const ConfigChain& chain = config.chain(scratch.path("repo/ann/deep"));
  REQUIRE(chain.size() == 2);
  CHECK(chain[0]->directory == scratch.path("repo"));
  CHECK(nearest_setting(chain, &ConfigFile::profile)->value == "strict");
  const ConfigChain& outer = config.chain(scratch.path("repo"));
  CHECK(nearest_setting(outer, &ConfigFile::profile)->value == "default");
  CHECK(nearest_setting(outer, &ConfigFile::profile)->where.line == 2);
  CHECK(config.chain(scratch.path("repo/alone/x")).size() == 1);
  CHECK(config.errors().empty());
}

TEST_CASE("config: whose note it is") {
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\nspeakers = ['candidates/*']\n");
  scratch.write("candidates/bob/starlint.toml", "");
  Configuration config(Configuration::Search::Upwards);
  const auto speaker = [&](const std::string& directory) {
    const std::string path = scratch.path(directory + "/a.md");
    return speaker_of(config.chain(scratch.path(directory)), path, "folder").name;
  };
  CHECK(speaker("candidates/ann") == scratch.path("candidates/ann"));
  CHECK(speaker("candidates/ann/deep") == scratch.path("candidates/ann"));
  CHECK(speaker("candidates/bob") == scratch.path("candidates/bob"));
  CHECK(speaker("candidates") == scratch.root().string());
  CHECK(speaker_of({}, scratch.path("x/a.md"), "folder").name == "folder");
}

TEST_CASE("config: settings further in make nobody a second person, unless they are a root") {
  const Scratch scratch;
  scratch.write("starlint.toml", "root = true\n");
  scratch.write("drafts/starlint.toml", "ignore = ['DRAFT']\n");
  scratch.write("bob/starlint.toml", "root = true\n");
  scratch.write("class/starlint.toml", "speakers = ['pupils/*']\n");
  Configuration config(Configuration::Search::Upwards);
  const auto speaker = [&](const std::string& directory) {
    return speaker_of(config.chain(scratch.path(directory)), scratch.path(directory + "/a.md"), "");
  };
  CHECK(speaker("drafts").name == scratch.root().string());
  CHECK(speaker("drafts").file->directory == scratch.root().string());
  CHECK(speaker("bob/deep").name == scratch.path("bob"));
  CHECK(speaker("class").name == scratch.root().string());
  CHECK(speaker("class/pupils/eve").name == scratch.path("class/pupils/eve"));
  CHECK(speaker("class/pupils/eve").pattern->value == "pupils/*");
}

TEST_CASE("config: a file that is wrong says where and what to write instead") {
  struct Row {
    const char* text;
    const char* error;
  };
  const Row rows[] = {
      {"selct = ['STAR']", ":1:1: unknown key 'selct'\n  did you mean 'select'?"},
      {"select = 'STAR'", ":1:10: 'select' must be an array of strings, not a string"},
      {"\n[levels]\nSTAR = 'off'",
       ":3:8: a level is \"note\", \"warning\" or \"error\"\n"
       "  to switch a rule off: ignore = [\"STAR\"]"},
      {"profile = 'strct'", ":1:11: 'strct' is not a value of 'profile'\n  did you mean 'strict'?"},
      {"[[override]]\nignore = ['STAR']",
       ":1:1: key 'paths' is missing\n  write paths = … (an array of strings): patterns as in "
       ".gitignore, from this directory"},
      {"[options]\nlong-story = 3",
       ":2:14: 'long-story' must be a table\n  write [options.RULE] and the rule's keys below it"},
  };
  for (const Row& row : rows) {
    const Scratch scratch;
    scratch.write("starlint.toml", row.text);
    const Result<ConfigFile> file = read_config(scratch.path("starlint.toml"));
    REQUIRE_FALSE(file);
    CHECK(file.error().describe() == scratch.path("starlint.toml") + row.error);
  }
}
