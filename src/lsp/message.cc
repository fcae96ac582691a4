#include "lsp/message.h"

#include "base/strings.h"

namespace starlint {

namespace {

/// {"jsonrpc": "2.0", and what `write` adds}
template <typename Write>
std::string envelope(const Write& write) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("jsonrpc", "2.0");
  write(json);
  json.end_object();
  return out;
}

bool is_id(const JsonValue& value) {
  return value.kind == JsonValue::Kind::Number || value.kind == JsonValue::Kind::String;
}

}  // namespace

Message broken(RpcCode code, std::string_view what) {
  Message message;
  message.kind = Message::Kind::Broken;
  message.fault = {code, std::string(what)};
  return message;
}

Message read_message(std::string_view body) {
  Result<JsonValue> parsed = parse_json(body, {});
  if (!parsed) return broken(RpcCode::ParseError, parsed.error().message);
  JsonValue& root = *parsed;
  JsonValue* id = root.find("id");
  const JsonValue* method = root.find("method");
  Message message;
  if (id != nullptr && is_id(*id)) message.id = std::move(*id);
  if (method == nullptr && (root.find("result") != nullptr || root.find("error") != nullptr)) {
    message.kind = Message::Kind::Response;
    return message;
  }
  if (method == nullptr || method->kind != JsonValue::Kind::String || method->text.empty()) {
    Message out = broken(RpcCode::InvalidRequest, "a message needs a method");
    out.id = std::move(message.id);
    return out;
  }
  if (id != nullptr && message.id.kind == JsonValue::Kind::Null) {
    return broken(RpcCode::InvalidRequest, "an id is a number or a string");
  }
  message.kind = id != nullptr ? Message::Kind::Request : Message::Kind::Notification;
  message.method = method->text;
  if (JsonValue* params = root.find("params")) message.params = std::move(*params);
  return message;
}

bool same_id(const JsonValue& a, const JsonValue& b) {
  return a.kind == b.kind && a.text == b.text;
}

std::string response(const JsonValue& id, std::string_view result) {
  return envelope([&](JsonWriter& json) {
    json.key("id");
    write_json(id, json);
    json.key("result");
    json.written(result);
  });
}

std::string response(const JsonValue& id, const RpcError& error) {
  return envelope([&](JsonWriter& json) {
    json.key("id");
    write_json(id, json);
    json.open_object("error");
    json.member("code", static_cast<int>(error.code));
    json.member("message", std::string_view(error.message));
    json.end_object();
  });
}

std::string notification(std::string_view method, std::string_view params) {
  return envelope([&](JsonWriter& json) {
    json.member("method", method);
    json.key("params");
    json.written(params);
  });
}

std::string request(std::string_view id, std::string_view method, std::string_view params) {
  return envelope([&](JsonWriter& json) {
    json.member("id", id);
    json.member("method", method);
    json.key("params");
    json.written(params);
  });
}

}  // namespace starlint
