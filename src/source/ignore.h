// What .gitignore files say of a path: nested, negated, anchored, as git reads them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/glob.h"

namespace starlint {

/// The rules of one .gitignore.
class IgnoreFile {
 public:
  enum class Verdict { Silent, Ignored, Kept };

  explicit IgnoreFile(std::string_view text);
  /// `path` is relative to the directory of the file. The last rule that matches decides.
  Verdict verdict(std::string_view path, bool is_directory) const;

 private:
  struct Rule {
    Glob glob;
    bool negated = false;
    bool directories_only = false;
  };
  std::vector<Rule> rules_;
};

/// The .gitignore files in force while a tree is walked, outermost first. Paths are absolute.
class IgnoreStack {
 public:
  /// Adds the .gitignore of every directory from the root of the git repository that holds
  /// `directory` down to its parent; nothing outside of a repository.
  void push_above(const std::string& directory);
  /// Adds the .gitignore of the directory, if it has one.
  void push(const std::string& directory);
  /// Takes the last directory back.
  void pop();

  bool ignores(std::string_view path, bool is_directory) const;

 private:
  struct Layer {
    std::size_t base;  // length of the directory's path and its slash
    IgnoreFile file;
  };
  std::vector<Layer> layers_;
};

}  // namespace starlint
