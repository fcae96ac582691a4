#include "finding/message.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace starlint {

namespace {

// A message is read at a glance; its place shows the rest of what it quotes. In code points.
constexpr std::uint32_t kLongestQuotation = 100;

std::string quotation(std::string_view said) {
  if (count_code_points(said) <= kLongestQuotation) return std::string(said);
  std::size_t end = 0;
  for (std::uint32_t i = 1; i < kLongestQuotation; ++i) next_code_point(said, end);
  const std::size_t blank = said.rfind(' ', end);
  if (blank != std::string_view::npos && blank > end / 2) end = blank;
  return cat(said.substr(0, end), "…");
}

std::string_view value_of(const Arguments& arguments, std::string_view name) {
  for (const auto& [key, value] : arguments) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

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

std::vector<std::string> MessageTemplate::ordered(const Arguments& arguments) const {
  std::vector<std::string> out(names_.size());
  for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
    const auto name = static_cast<std::size_t>(pieces_[i].name);
    const bool quoted =
        pieces_[i].literal.ends_with('\'') && pieces_[i + 1].literal.starts_with('\'');
    const std::string_view value = value_of(arguments, names_[name]);
    out[name] = quoted ? quotation(value) : std::string(value);
  }
  return out;
}

std::string MessageTemplate::fill(const Arguments& arguments) const {
  const std::vector<std::string> values = ordered(arguments);
  std::string out;
  for (const Piece& piece : pieces_) {
    out += piece.literal;
    if (piece.name >= 0) out += values[static_cast<std::size_t>(piece.name)];
  }
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
