#include <toml++/toml.h>

#include <algorithm>

#include "base/strings.h"
#include "toml/key_depth.h"
#include "toml/value.h"

namespace starlint::toml_doc {

namespace {

Position position_of(const ::toml::source_region& region) {
  return {region.begin.line, region.begin.column};
}

Value convert(const ::toml::node& node);

std::string iso_date(const ::toml::date& date) {
  const auto two = [](unsigned n) { return cat(n < 10 ? "0" : "", n); };
  std::string year = cat(static_cast<unsigned>(date.year));
  while (year.size() < 4) year.insert(year.begin(), '0');
  return cat(year, "-", two(date.month), "-", two(date.day));
}

void convert_table(const ::toml::table& table, Value& out) {
  for (auto&& [key, child] : table) {
    out.members.push_back({std::string(key.str()), position_of(key.source()), convert(child)});
  }
  // toml++ keeps keys sorted by name; people read them in the order they wrote.
  std::stable_sort(out.members.begin(), out.members.end(), [](const auto& a, const auto& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
}

Value convert(const ::toml::node& node) {
  Value out;
  out.where = position_of(node.source());
  if (const auto* table = node.as_table()) {
    out.type = Type::Table;
    convert_table(*table, out);
  } else if (const auto* array = node.as_array()) {
    out.type = Type::Array;
    out.items.reserve(array->size());
    for (const ::toml::node& item : *array) out.items.push_back(convert(item));
  } else if (const auto* string = node.as_string()) {
    out.type = Type::String;
    out.string = string->get();
  } else if (const auto* integer = node.as_integer()) {
    out.type = Type::Integer;
    out.integer = integer->get();
    out.number = static_cast<double>(out.integer);
  } else if (const auto* number = node.as_floating_point()) {
    out.type = Type::Float;
    out.number = number->get();
  } else if (const auto* boolean = node.as_boolean()) {
    out.type = Type::Boolean;
    out.boolean = boolean->get();
  } else if (const auto* date = node.as_date()) {
    out.type = Type::Date;
    out.string = iso_date(date->get());
  } else if (const auto* time = node.as_date_time()) {
    out.type = Type::Date;
    out.string = iso_date(time->get().date);
  } else {
    out.type = Type::String;  // a time of day: nothing of ours takes one, so its use fails by type
  }
  return out;
}

}  // namespace

std::string_view describe(Type type) {
  switch (type) {
    case Type::Boolean:
      return "true or false";
    case Type::Integer:
      return "a whole number";
    case Type::Float:
      return "a number";
    case Type::String:
      return "a string";
    case Type::Date:
      return "a date";
    case Type::Array:
      return "an array";
    case Type::Table:
      return "a table";
  }
  return "a value";
}

const Value* Value::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Result<Value> parse(std::string_view text, std::string_view path) {
  if (has_endless_key(text)) {
    return Error{cat("not valid TOML: a key of more than ", kMostKeyParts, " parts"),
                 std::string(path),
                 0,
                 0,
                 {}};
  }
  // Debian's library exports only the throwing interface; this is the one place that catches it.
  try {
    const ::toml::table document = ::toml::parse(text, path);
    Value out;
    out.where = {1, 1};
    convert_table(document, out);
    return out;
  } catch (const ::toml::parse_error& error) {
    const Position where = position_of(error.source());
    return Error{cat("not valid TOML: ", error.description()),
                 std::string(path),
                 where.line,
                 where.column,
                 {}};
  }
}

}  // namespace starlint::toml_doc
