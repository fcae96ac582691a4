#include "toml/packed.h"

#include <bit>

#include "base/check.h"

namespace starlint::toml_doc {

namespace {

/// Values in the order of the tree: type, place, then what the type needs. Numbers are written
/// seven bits at a time, the lowest first.
class Packer {
 public:
  void value(const Value& value) {
    out_ += static_cast<char>(value.type);
    place(value.where);
    switch (value.type) {
      case Type::Boolean:
        number(value.boolean ? 1 : 0);
        break;
      case Type::Integer:
        number(std::bit_cast<std::uint64_t>(value.integer));
        break;
      case Type::Float:
        number(std::bit_cast<std::uint64_t>(value.number));
        break;
      case Type::String:
      case Type::Date:
        text(value.string);
        break;
      case Type::Array:
        number(value.items.size());
        for (const Value& item : value.items) this->value(item);
        break;
      case Type::Table:
        number(value.members.size());
        for (const Value::Member& member : value.members) {
          text(member.key);
          place(member.where);
          this->value(member.value);
        }
        break;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void number(std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) out_ += static_cast<char>(n | 0x80);
    out_ += static_cast<char>(n);
  }
  void text(std::string_view string) {
    number(string.size());
    out_ += string;
  }
  void place(Position where) {
    number(where.line);
    number(where.column);
  }

  std::string out_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  bool done() const { return rest_.empty(); }

  void value(Value& out) {
    out.type = static_cast<Type>(byte());
    out.where = place();
    switch (out.type) {
      case Type::Boolean:
        out.boolean = number() != 0;
        break;
      case Type::Integer:
        out.integer = std::bit_cast<std::int64_t>(number());
        out.number = static_cast<double>(out.integer);
        break;
      case Type::Float:
        out.number = std::bit_cast<double>(number());
        break;
      case Type::String:
      case Type::Date:
        out.string = text();
        break;
      case Type::Array:
        out.items.resize(number());
        for (Value& item : out.items) value(item);
        break;
      case Type::Table:
        out.members.resize(number());
        for (Value::Member& member : out.members) {
          member.key = text();
          member.where = place();
          value(member.value);
        }
        break;
    }
  }

 private:
  unsigned char byte() {
    SL_CHECK(!rest_.empty());
    const auto out = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return out;
  }
  std::uint64_t number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint64_t next = byte();
      out |= (next & 0x7F) << shift;
      if (next < 0x80) return out;
    }
  }
  std::string_view text() {
    const std::uint64_t size = number();
    SL_CHECK(size <= rest_.size());
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  Position place() {
    const auto line = static_cast<std::uint32_t>(number());
    return {line, static_cast<std::uint32_t>(number())};
  }

  std::string_view rest_;
};

}  // namespace

std::string pack(const Value& document) {
  Packer packer;
  packer.value(document);
  return packer.take();
}

Value unpack(std::string_view bytes) {
  Unpacker unpacker(bytes);
  Value out;
  unpacker.value(out);
  SL_CHECK(unpacker.done());
  return out;
}

}  // namespace starlint::toml_doc
