// Message templates: "team size '{said}' conflicts with '{other}'". A rule's TOML holds the words,
// a kind's C++ the values; SARIF takes the same template with numbered placeholders.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace starlint {

/// Named values for a template.
using Arguments = std::vector<std::pair<std::string_view, std::string>>;

class MessageTemplate {
 public:
  /// Placeholders are {name}; "{{" and "}}" are braces. An error has no place.
  static Result<MessageTemplate> parse(std::string_view text);

  /// Names in order of first use.
  const std::vector<std::string>& names() const { return names_; }
  /// The text with every placeholder filled; a missing argument fills with nothing.
  std::string fill(const Arguments& arguments) const;
  /// The arguments in the order of names().
  std::vector<std::string> ordered(const Arguments& arguments) const;
  /// With numbered placeholders, as SARIF wants it: "team size '{0}' …".
  std::string numbered() const;

 private:
  struct Piece {
    std::string literal;
    int name = -1;  // index into names_ of the placeholder that follows the literal
  };
  std::vector<Piece> pieces_;
  std::vector<std::string> names_;
};

}  // namespace starlint
