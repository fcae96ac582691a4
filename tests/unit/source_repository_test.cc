#include "source/repository.h"

#include <filesystem>
#include <fstream>

#include "catch.h"

using namespace starlint;

TEST_CASE("source: a remote as a URI without user and password") {
  struct Row {
    const char* url;
    const char* uri;
  };
  const Row rows[] = {
      {"https://git.example/notes.git", "https://git.example/notes.git"},
      {"https://me:secret@git.example/notes", "https://git.example/notes"},
      {"ssh://git@git.example:2222/me/notes.git", "ssh://git.example:2222/me/notes.git"},
      {"git@git.example:me/notes.git", "ssh://git.example/me/notes.git"},
      {"git.example:/srv/notes", "ssh://git.example/srv/notes"},
      {"https://git.example/a@b/notes", "https://git.example/a@b/notes"},
      {"/srv/notes.git", ""},
      {"../notes.git", ""},
      {"./odd:name", ""},
      {"file:///srv/notes.git", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.url);
    CHECK(repository_uri(row.url) == row.uri);
  }
}

TEST_CASE("source: the checkout around a directory, worktrees too") {
  namespace fs = std::filesystem;
  const fs::path base = fs::temp_directory_path() / "starlint_repository_test";
  fs::remove_all(base);
  const auto write = [](const fs::path& path, const char* text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  };
  write(base / "main/.git/config",
        "[core]\n\turl = https://wrong.example\n[remote \"other\"]\n\turl = https://other.example\n"
        "[remote \"origin\"]\n\tfetch = x\n\turl = git@git.example:me/notes.git\n");
  write(base / "main/.git/worktrees/tree/commondir", "../..\n");
  write(base / "tree/.git",
        ("gitdir: " + (base / "main/.git/worktrees/tree").string() + "\n").c_str());
  fs::create_directories(base / "main/a/b");

  const Repository inside = find_repository((base / "main/a/b").string());
  CHECK(inside.root == (base / "main").string());
  CHECK(inside.uri == "ssh://git.example/me/notes.git");
  CHECK(find_repository((base / "tree").string()).uri == inside.uri);
  fs::remove_all(base);
}
