// A JSON document in memory: members in the order they were read, numbers as they were spelled, so
// that a document can be written back as it was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json/writer.h"

namespace starlint {

struct JsonValue {
  enum class Kind : std::uint8_t { Null, Bool, Number, String, Array, Object };
  Kind kind = Kind::Null;
  bool flag = false;
  std::string text;              // of a String; of a Number as spelled
  std::vector<JsonValue> items;  // of an Array
  struct Member;
  std::vector<Member> members;  // of an Object

  /// The member of that name; nullptr where there is none or this is no object.
  const JsonValue* find(std::string_view name) const;
  JsonValue* find(std::string_view name);
  /// The member or item at the end of "runs/0/tool"; nullptr where a step is missing.
  const JsonValue* at(std::string_view path) const;
  /// The text of a String member; "" where there is none.
  std::string_view string(std::string_view name) const;
  /// A Number member without fraction or exponent that fits; nothing where there is none.
  std::optional<std::int64_t> integer(std::string_view name) const;
  /// Whether a Bool member is true; false where there is none.
  bool is_set(std::string_view name) const;
};

struct JsonValue::Member {
  std::string name;
  JsonValue value;
};

/// Reads UTF-8 JSON, with or without a byte order mark. An Error has the line of the fault; nesting
/// beyond 200 levels is one.
Result<JsonValue> parse_json(std::string_view text, std::string_view path);

void write_json(const JsonValue& value, JsonWriter& json);

}  // namespace starlint
