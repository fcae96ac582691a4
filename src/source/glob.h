// Path patterns as .gitignore writes them; configuration uses the same ones.
#pragma once

#include <bitset>
#include <string_view>
#include <vector>

namespace starlint {

/// "*" and "?" stay inside a name, "[a-z]" and "[!a]" are one byte, "\" takes the next byte as it
/// is, "**" is any number of whole names. A pattern with a slash before its end starts at the
/// directory it is relative to; one without matches at any depth. A slash at its end is left to the
/// caller. Immutable; matching takes time in the product of both lengths at most.
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  /// `path` is relative, "/"-separated, without "." and "..".
  bool matches(std::string_view path) const;
  /// Whether the path or a directory above it matches.
  bool covers(std::string_view path) const;

 private:
  struct Token {
    bool star = false;
    std::bitset<256> bytes;  // otherwise: one of these
  };
  struct Name {
    bool any_depth = false;  // "**"
    std::vector<Token> tokens;
  };
  static Name compile(std::string_view name);
  static bool matches_name(const Name& pattern, std::string_view name);
  std::vector<Name> names_;
};

}  // namespace starlint
