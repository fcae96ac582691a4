// One TOML document as an immutable tree that knows where every key stood, so that an error in a
// pack or a configuration names the line a person has to change. toml++ stays behind parse().
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace starlint::toml_doc {

enum class Type : std::uint8_t { Boolean, Integer, Float, String, Date, Array, Table };
/// "a string", "a table": for messages.
std::string_view describe(Type type);

/// 1-based; columns count code points.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

class Value {
 public:
  struct Member;

  Type type = Type::Table;
  Position where;
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0;            // Float, and Integer as a double
  std::string string;           // String, and Date as "YYYY-MM-DD"
  std::vector<Value> items;     // Array
  std::vector<Member> members;  // Table, in the order of the file

  bool is(Type wanted) const { return type == wanted; }
  /// The member of that name, or nullptr.
  const Value* find(std::string_view key) const;
};

struct Value::Member {
  std::string key;
  Position where;  // of the key
  Value value;
};

/// The document as a table. An error carries `path`, line and column, and toml++'s own words.
Result<Value> parse(std::string_view text, std::string_view path);

}  // namespace starlint::toml_doc
