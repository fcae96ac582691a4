#include "finding/message.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

Result<MessageTemplate> MessageTemplate::parse(std::string_view text) {
  MessageTemplate out;
  Piece piece;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = i + 1 < text.size() && text[i + 1] == text[i];
    if ((text[i] == '{' || text[i] == '}') && doubled) {
      piece.literal += text[i++];
    } else if (text[i] == '{') {
      const std::size_t close = text.find('}', i);
      if (close == std::string_view::npos) {
        return Error{"a '{' without '}' in a message", {}, 0, 0, "write '{{' for a brace"};
      }
      const std::string name(text.substr(i + 1, close - i - 1));
      const auto known = std::find(out.names_.begin(), out.names_.end(), name);
      piece.name = static_cast<int>(known - out.names_.begin());
      if (known == out.names_.end()) out.names_.push_back(name);
      out.pieces_.push_back(std::move(piece));
      piece = {};
      i = close;
    } else if (text[i] == '}') {
      return Error{"a '}' without '{' in a message", {}, 0, 0, "write '}}' for a brace"};
    } else {
      piece.literal += text[i];
    }
  }
  out.pieces_.push_back(std::move(piece));
  return out;
}

static std::string_view value_of(const Arguments& arguments, std::string_view name) {
  for (const auto& [key, value] : arguments) {
    if (key == name) return value;
  }
  return {};
}

std::string MessageTemplate::fill(const Arguments& arguments) const {
  std::string out;
  for (const Piece& piece : pieces_) {
    out += piece.literal;
    if (piece.name >= 0) out += value_of(arguments, names_[static_cast<std::size_t>(piece.name)]);
  }
  return out;
}

std::vector<std::string> MessageTemplate::ordered(const Arguments& arguments) const {
  std::vector<std::string> out;
  out.reserve(names_.size());
  for (const std::string& name : names_) out.emplace_back(value_of(arguments, name));
  return out;
}

std::string MessageTemplate::numbered() const {
  std::string out;
  for (const Piece& piece : pieces_) {
    for (const char c : piece.literal) {
      out += c;
      if (c == '{' || c == '}') out += c;
    }
    if (piece.name >= 0) out += cat("{", piece.name, "}");
  }
  return out;
}

}  // namespace starlint
