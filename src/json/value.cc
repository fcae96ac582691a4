#include "json/value.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kDeepest = 200;

/// Builds the tree from RapidJSON's events. `open_` is the path from the root to the container that
/// is being filled; its pointers stay good because only the innermost container grows.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  explicit Builder(JsonValue& root) : root_(root) {}

  bool Null() { return leaf(JsonValue::Kind::Null, {}); }
  bool Bool(bool flag) {
    add(JsonValue::Kind::Bool).flag = flag;
    return true;
  }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
    return leaf(JsonValue::Kind::Number, {text, length});
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    return leaf(JsonValue::Kind::String, {text, length});
  }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    key_.assign(text, length);
    return true;
  }
  bool StartObject() { return open(JsonValue::Kind::Object); }
  bool StartArray() { return open(JsonValue::Kind::Array); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

 private:
  JsonValue& add(JsonValue::Kind kind) {
    JsonValue* value = &root_;
    if (!open_.empty() && open_.back()->kind == JsonValue::Kind::Object) {
      open_.back()->members.push_back({std::move(key_), {}});
      value = &open_.back()->members.back().value;
    } else if (!open_.empty()) {
      value = &open_.back()->items.emplace_back();
    }
    value->kind = kind;
    return *value;
  }
  bool leaf(JsonValue::Kind kind, std::string_view text) {
    add(kind).text = text;
    return true;
  }
  bool open(JsonValue::Kind kind) {
    open_.push_back(&add(kind));
    return open_.size() <= kDeepest;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  JsonValue& root_;
  std::vector<JsonValue*> open_;
  std::string key_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const auto& member) { return member.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

JsonValue* JsonValue::find(std::string_view name) {
  return const_cast<JsonValue*>(std::as_const(*this).find(name));
}

const JsonValue* JsonValue::at(std::string_view path) const {
  const JsonValue* value = this;
  for (const std::string_view step : split(path, '/')) {
    std::size_t index = 0;
    if (value->kind == Kind::Array) {
      std::from_chars(step.data(), step.data() + step.size(), index);
      value = index < value->items.size() ? &value->items[index] : nullptr;
    } else {
      value = value->find(step);
    }
    if (value == nullptr) break;
  }
  return value;
}

std::string_view JsonValue::string(std::string_view name) const {
  const JsonValue* value = find(name);
  return value != nullptr && value->kind == Kind::String ? std::string_view(value->text)
                                                         : std::string_view();
}

std::optional<std::int64_t> JsonValue::integer(std::string_view name) const {
  const JsonValue* value = find(name);
  if (value == nullptr || value->kind != Kind::Number) return std::nullopt;
  const char* end = value->text.data() + value->text.size();
  std::int64_t number = 0;
  const auto [rest, error] = std::from_chars(value->text.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

bool JsonValue::is_set(std::string_view name) const {
  const JsonValue* value = find(name);
  return value != nullptr && value->kind == Kind::Bool && value->flag;
}

Result<JsonValue> parse_json(std::string_view text, std::string_view path) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  JsonValue root;
  Builder builder(root);
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, builder);
  if (!result.IsError()) return root;
  const std::string_view before = text.substr(0, result.Offset());
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::string message = result.Code() == rapidjson::kParseErrorTermination
                                  ? "nested too deep"
                                  : rapidjson::GetParseError_En(result.Code());
  return Error{
      cat("no valid JSON: ", message), std::string(path), static_cast<std::uint32_t>(line), 0, {}};
}

void write_json(const JsonValue& value, JsonWriter& json) {
  switch (value.kind) {
    case JsonValue::Kind::Null:
      return json.null();
    case JsonValue::Kind::Bool:
      return json.value(value.flag);
    case JsonValue::Kind::Number:
      return json.spelled_number(value.text);
    case JsonValue::Kind::String:
      return json.value(std::string_view(value.text));
    case JsonValue::Kind::Array:
      json.begin_array();
      for (const JsonValue& item : value.items) write_json(item, json);
      return json.end_array();
    case JsonValue::Kind::Object:
      json.begin_object();
      for (const auto& [name, member] : value.members) {
        json.key(name);
        write_json(member, json);
      }
      return json.end_object();
  }
}

}  // namespace starlint
