// JSON-RPC 2.0 as the Language Server Protocol uses it: what a client sends, and how to answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/value.h"
#include "json/writer.h"

namespace starlint {

/// Codes of JSON-RPC and of the Language Server Protocol.
enum class RpcCode : int {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  ServerNotInitialized = -32002,
  RequestCancelled = -32800,
};

struct RpcError {
  RpcCode code = RpcCode::InvalidRequest;
  std::string message;
};

/// Why a request has no result; nothing where it has one.
using Failure = std::optional<RpcError>;

struct Message {
  enum class Kind : std::uint8_t { Request, Notification, Response, Broken, End };
  Kind kind = Kind::End;
  JsonValue id;  // of a Request, and where it is known of what is Broken; else null
  std::string method;
  JsonValue params;
  RpcError fault;          // of what is Broken
  bool cancelled = false;  // a Request that is no longer wanted
};

/// What the body of a frame says. Total: what is no message is Broken.
Message read_message(std::string_view body);
Message broken(RpcCode code, std::string_view what);

/// Whether two ids are the same: a number is never a text.
bool same_id(const JsonValue& a, const JsonValue& b);

/// {"jsonrpc": "2.0", "id": …, "result": …}; `result` is JSON.
std::string response(const JsonValue& id, std::string_view result);
std::string response(const JsonValue& id, const RpcError& error);
/// `params` is JSON.
std::string notification(std::string_view method, std::string_view params);
std::string request(std::string_view id, std::string_view method, std::string_view params);

}  // namespace starlint
