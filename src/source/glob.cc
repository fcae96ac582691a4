#include "source/glob.h"

#include "base/strings.h"

namespace starlint {

namespace {

/// Matches a pattern with stars against a text, item by item; on a mismatch only the last star has
/// to take one item more, so there is no deeper backtracking.
template <typename IsStar, typename Matches>
bool match_starred(std::size_t pattern, std::size_t text, IsStar is_star, Matches matches) {
  constexpr auto kNoStar = static_cast<std::size_t>(-1);
  std::size_t p = 0, t = 0, star = kNoStar, taken = 0;
  while (t < text) {
    if (p < pattern && is_star(p)) {
      star = p++;
      taken = t;
    } else if (p < pattern && matches(p, t)) {
      ++p;
      ++t;
    } else if (star != kNoStar) {
      p = star + 1;
      t = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern && is_star(p)) ++p;
  return p == pattern;
}

std::size_t index_of(char c) { return static_cast<unsigned char>(c); }

/// Reads "[…]" at `at`, which then stands on its "]"; false where it has no end.
bool read_class(std::string_view name, std::size_t& at, std::bitset<256>& bytes) {
  std::size_t i = at + 1;
  const bool negated = i < name.size() && (name[i] == '!' || name[i] == '^');
  if (negated) ++i;
  for (const std::size_t first = i; i < name.size() && (name[i] != ']' || i == first); ++i) {
    if (name[i] == '\\' && i + 1 < name.size()) ++i;
    const std::size_t low = index_of(name[i]);
    std::size_t high = low;
    if (i + 2 < name.size() && name[i + 1] == '-' && name[i + 2] != ']') {
      high = index_of(name[i + 2]);
      i += 2;
    }
    for (std::size_t byte = low; byte <= high; ++byte) bytes.set(byte);
  }
  if (i >= name.size()) return false;
  at = i;
  if (negated) bytes.flip();
  return true;
}

}  // namespace

Glob::Name Glob::compile(std::string_view name) {
  Name out;
  out.any_depth = name == "**";
  for (std::size_t i = 0; i < name.size(); ++i) {
    Token token;
    if (name[i] == '*') {
      token.star = true;
    } else if (name[i] == '?') {
      token.bytes.set();
    } else if (name[i] != '[' || !read_class(name, i, token.bytes)) {
      if (name[i] == '\\' && i + 1 < name.size()) ++i;
      token.bytes.reset();
      token.bytes.set(index_of(name[i]));
    }
    out.tokens.push_back(token);
  }
  return out;
}

Glob::Glob(std::string_view pattern) {
  if (pattern.ends_with('/')) pattern.remove_suffix(1);
  if (pattern.find('/') == std::string_view::npos) names_.push_back(compile("**"));
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  for (const std::string_view name : split(pattern, '/')) names_.push_back(compile(name));
  // "dir/**" is what is inside, not the directory itself.
  if (names_.back().any_depth) names_.push_back(compile("*"));
}

bool Glob::matches_name(const Name& pattern, std::string_view name) {
  return match_starred(
      pattern.tokens.size(), name.size(), [&](std::size_t p) { return pattern.tokens[p].star; },
      [&](std::size_t p, std::size_t t) { return pattern.tokens[p].bytes[index_of(name[t])]; });
}

bool Glob::matches(std::string_view path) const {
  const std::vector<std::string_view> names = split(path, '/');
  return match_starred(
      names_.size(), names.size(), [&](std::size_t p) { return names_[p].any_depth; },
      [&](std::size_t p, std::size_t t) { return matches_name(names_[p], names[t]); });
}

bool Glob::covers(std::string_view path) const {
  while (!path.empty()) {
    if (matches(path)) return true;
    const std::size_t slash = path.rfind('/');
    path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return false;
}

}  // namespace starlint
