// Declared fields of a TOML table: one declaration gives checking (type, unknown key with "did you
// mean", allowed values), the JSON Schema for editors, and the documentation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "toml/value.h"

namespace starlint::toml_doc {

enum class FieldType : std::uint8_t {
  Boolean,
  Integer,
  Number,
  String,
  Date,
  Strings,
  Integers,
  Table,
  Tables
};
/// "a string", "an array of strings": for messages and documentation.
std::string_view describe(FieldType type);

struct Field {
  std::string_view name;
  FieldType type = FieldType::String;
  std::string_view help;
  bool required = false;
  std::vector<std::string_view> allowed = {};  // for String and Strings; empty: anything
  std::vector<Field> fields = {};              // for Table and Tables; empty: any keys
};

/// Whether the table, and the tables declared in it, keep to the declaration; the first error, with
/// its place, where they do not.
Status check_fields(const Value& table, const std::vector<Field>& fields, std::string_view path);

/// An error at a value: "path:line:column: message".
Error error_at(const Value& value, std::string_view path, std::string message,
               std::string hint = {});

/// Values of checked tables; `fallback` where the key is missing.
std::string_view string_of(const Value& table, std::string_view key,
                           std::string_view fallback = {});
double number_of(const Value& table, std::string_view key, double fallback = 0);
bool boolean_of(const Value& table, std::string_view key, bool fallback = false);
std::vector<std::string> strings_of(const Value& table, std::string_view key);
/// The items of an array; none where the key is missing.
const std::vector<Value>& items_of(const Value& table, std::string_view key);

}  // namespace starlint::toml_doc
