#include "toml/fields.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint::toml_doc {

std::string_view describe(FieldType type) {
  switch (type) {
    case FieldType::Boolean:
      return "true or false";
    case FieldType::Integer:
      return "a whole number";
    case FieldType::Number:
      return "a number";
    case FieldType::String:
      return "a string";
    case FieldType::Date:
      return "a date (YYYY-MM-DD)";
    case FieldType::Strings:
      return "an array of strings";
    case FieldType::Integers:
      return "an array of whole numbers";
    case FieldType::Table:
      return "a table";
    case FieldType::Tables:
      return "an array of tables";
  }
  return "a value";
}

namespace {

bool holds_only(const Value& value, Type type) {
  return value.is(Type::Array) && std::all_of(value.items.begin(), value.items.end(),
                                              [&](const Value& item) { return item.is(type); });
}

bool has_type(const Value& value, FieldType type) {
  switch (type) {
    case FieldType::Boolean:
      return value.is(Type::Boolean);
    case FieldType::Integer:
      return value.is(Type::Integer);
    case FieldType::Number:
      return value.is(Type::Integer) || value.is(Type::Float);
    case FieldType::String:
      return value.is(Type::String);
    case FieldType::Date:
      return value.is(Type::Date);
    case FieldType::Strings:
      return holds_only(value, Type::String);
    case FieldType::Integers:
      return holds_only(value, Type::Integer);
    case FieldType::Table:
      return value.is(Type::Table);
    case FieldType::Tables:
      return holds_only(value, Type::Table);
  }
  return false;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view guess = nearest(word, known);
  if (!guess.empty()) return cat("did you mean '", guess, "'?");
  std::vector<std::string> names(known.begin(), known.end());
  return cat("known here: ", join(names, ", "));
}

Status check_allowed(const Value& value, const Field& field, std::string_view path) {
  if (field.allowed.empty()) return success();
  const auto check_one = [&](const Value& one) -> Status {
    if (std::find(field.allowed.begin(), field.allowed.end(), one.string) != field.allowed.end()) {
      return success();
    }
    return error_at(one, path, cat("'", one.string, "' is not a value of '", field.name, "'"),
                    did_you_mean(one.string, field.allowed));
  };
  if (value.is(Type::String)) return check_one(value);
  for (const Value& item : value.items) {
    if (Status status = check_one(item); !status) return status;
  }
  return success();
}

Status check_inner(const Value& value, const Field& field, std::string_view path) {
  if (field.fields.empty()) return success();
  if (value.is(Type::Table)) return check_fields(value, field.fields, path);
  for (const Value& item : value.items) {
    if (Status status = check_fields(item, field.fields, path); !status) return status;
  }
  return success();
}

}  // namespace

Status check_fields(const Value& table, const std::vector<Field>& fields, std::string_view path) {
  std::vector<std::string_view> names;
  names.reserve(fields.size());
  for (const Field& field : fields) names.push_back(field.name);
  for (const Value::Member& member : table.members) {
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& f) { return f.name == member.key; });
    if (field == fields.end()) {
      return Error{cat("unknown key '", member.key, "'"), std::string(path), member.where.line,
                   member.where.column, did_you_mean(member.key, names)};
    }
    if (!has_type(member.value, field->type)) {
      return error_at(member.value, path,
                      cat("'", member.key, "' must be ", describe(field->type), ", not ",
                          describe(member.value.type)));
    }
    if (Status status = check_allowed(member.value, *field, path); !status) return status;
    if (Status status = check_inner(member.value, *field, path); !status) return status;
  }
  for (const Field& field : fields) {
    if (field.required && table.find(field.name) == nullptr) {
      return error_at(table, path, cat("key '", field.name, "' is missing"),
                      cat("write ", field.name, " = … (", describe(field.type), "): ", field.help));
    }
  }
  return success();
}

Error error_at(const Value& value, std::string_view path, std::string message, std::string hint) {
  return {std::move(message), std::string(path), value.where.line, value.where.column,
          std::move(hint)};
}

std::string_view string_of(const Value& table, std::string_view key, std::string_view fallback) {
  const Value* value = table.find(key);
  return value == nullptr ? fallback : std::string_view(value->string);
}

double number_of(const Value& table, std::string_view key, double fallback) {
  const Value* value = table.find(key);
  return value == nullptr ? fallback : value->number;
}

bool boolean_of(const Value& table, std::string_view key, bool fallback) {
  const Value* value = table.find(key);
  return value == nullptr ? fallback : value->boolean;
}

std::vector<std::string> strings_of(const Value& table, std::string_view key) {
  std::vector<std::string> out;
  if (const Value* value = table.find(key)) {
    for (const Value& item : value->items) out.push_back(item.string);
  }
  return out;
}

const std::vector<Value>& items_of(const Value& table, std::string_view key) {
  static const std::vector<Value> none;
  const Value* value = table.find(key);
  return value == nullptr ? none : value->items;
}

}  // namespace starlint::toml_doc
