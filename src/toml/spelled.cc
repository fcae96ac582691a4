#include "toml/spelled.h"

#include <vector>

#include "base/strings.h"

namespace starlint::toml_doc {

std::string spelled(const Value& value) {
  switch (value.type) {
    case Type::Boolean:
      return value.boolean ? "true" : "false";
    case Type::Integer:
    case Type::Float:
      return decimal(value.number, 6);
    case Type::String:
    case Type::Date: {
      const bool literal = value.string.find_first_of("\\\"") != std::string::npos;
      const char quote = literal ? '\'' : '"';
      return cat(quote, value.string, quote);
    }
    case Type::Array: {
      std::vector<std::string> items;
      for (const Value& item : value.items) items.push_back(spelled(item));
      return cat("[", join(items, ", "), "]");
    }
    case Type::Table:
      return "{…}";
  }
  return {};
}

}  // namespace starlint::toml_doc
