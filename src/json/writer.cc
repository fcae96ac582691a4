#include "json/writer.h"

#include <rapidjson/prettywriter.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "base/check.h"

namespace starlint {

namespace {

/// RapidJSON's output stream over a string.
struct StringStream {
  using Ch = char;
  std::string& out;
  void Put(char c) { out += c; }
  void Flush() {}
};

/// RapidJSON's writers, which look at each byte of a string, and what stands in JSON as it is.
class Compact : public rapidjson::Writer<StringStream> {
 public:
  using Writer::Writer;
  void plain(std::string_view text) {
    Prefix(rapidjson::kStringType);
    ((os_->out += '"') += text) += '"';
  }
};
class Pretty : public rapidjson::PrettyWriter<StringStream> {
 public:
  using PrettyWriter::PrettyWriter;
  void plain(std::string_view text) {
    PrettyPrefix(rapidjson::kStringType);
    ((os_->out += '"') += text) += '"';
  }
};

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

bool is_well_formed(std::string_view text) {
  struct Null {
    void Put(char) {}
  } null;
  struct Input {
    const char* at;
    const char* end;
    char Take() { return at < end ? *at++ : '\0'; }
    char Peek() const { return at < end ? *at : '\0'; }
    std::size_t Tell() const { return 0; }
  } input{text.data(), text.data() + text.size()};
  while (input.at < input.end) {
    if (!rapidjson::UTF8<>::Validate(input, null)) return false;
  }
  return true;
}

/// The text itself where it is well-formed, else a copy in `repaired` with U+FFFD.
std::string_view well_formed(std::string_view text, std::string& repaired) {
  if (is_well_formed(text)) return text;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    while (length <= 4 && i + length <= text.size() && !is_well_formed(text.substr(i, length)))
      ++length;
    if (length <= 4 && i + length <= text.size()) {
      repaired += text.substr(i, length);
      i += length;
    } else {
      repaired += "\xEF\xBF\xBD";
      ++i;
    }
  }
  return repaired;
}

/// A character that steers terminals or turns text around where JSON is shown as it is: DEL, C1 and
/// bidi controls, Unicode's line ends; 0 where none stands at `at`. REQUIRES: well-formed UTF-8.
unsigned steering_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) == 0x7F) return 0x7F;
  if (byte(0) == 0xC2 && byte(1) < 0xA0) return byte(1);
  if (byte(0) == 0xD8 && byte(1) == 0x9C) return 0x061C;
  if (byte(0) != 0xE2) return 0;
  const unsigned c = 0x2000U + (byte(1) - 0x80U) * 0x40U + (byte(2) - 0x80U);
  const bool steers =
      c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return steers ? c : 0;
}

std::size_t find_steering(std::string_view text, std::size_t from) {
  while (from < text.size() &&
         (static_cast<unsigned char>(text[from]) < 0x7F || steering_at(text, from) == 0)) {
    ++from;
  }
  return from;
}

/// A string of JSON with those characters as escapes: the same value.
std::string spelled(std::string_view text) {
  std::string json;
  StringStream stream{json};
  Compact(stream).String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = find_steering(json, 0); at < json.size();
       at = find_steering(json, copied)) {
    const unsigned c = steering_at(json, at);
    out.append(json, copied, at - copied);
    out += "\\u";
    for (unsigned shift = 16; shift > 0; shift -= 4)
      out += "0123456789ABCDEF"[c >> (shift - 4) & 15U];
    copied = at + (c < 0x80 ? 1 : c < 0x800 ? 2 : 3);
  }
  return out.append(json, copied, json.size() - copied);
}

}  // namespace

struct JsonWriter::Impl {
  Impl(std::string& out, int indent) : stream{out} { start(indent); }
  Impl(ByteSink& to, int indent) : sink(&to), stream{pending} { start(indent); }

  void start(int indent) {
    if (indent > 0) {
      writer.emplace<Pretty>(stream).SetIndent(' ', static_cast<unsigned>(indent));
    } else {
      writer.emplace<Compact>(stream);
    }
  }

  void hand_over(std::size_t limit) {
    if (sink == nullptr || pending.size() < limit) return;
    sink->append(pending);
    pending.clear();
  }

  template <typename Call>
  void write(Call call) {
    if (auto* compact = std::get_if<Compact>(&writer)) {
      call(*compact);
    } else if (auto* pretty = std::get_if<Pretty>(&writer)) {
      call(*pretty);
    }
    hand_over(kPiece);
  }

  static constexpr std::size_t kPiece = 16 * 1024;
  ByteSink* sink = nullptr;  // null: the stream writes where it should
  std::string pending;
  StringStream stream;
  std::variant<std::monostate, Compact, Pretty> writer;
};

JsonWriter::JsonWriter(std::string& out, int indent) : impl_(std::make_unique<Impl>(out, indent)) {}
JsonWriter::JsonWriter(ByteSink& sink, int indent) : impl_(std::make_unique<Impl>(sink, indent)) {}
JsonWriter::~JsonWriter() { impl_->hand_over(1); }

void JsonWriter::begin_object() {
  impl_->write([](auto& writer) { writer.StartObject(); });
}
void JsonWriter::end_object() {
  impl_->write([](auto& writer) { writer.EndObject(); });
}
void JsonWriter::begin_array() {
  impl_->write([](auto& writer) { writer.StartArray(); });
}
void JsonWriter::end_array() {
  impl_->write([](auto& writer) { writer.EndArray(); });
}

void JsonWriter::key(std::string_view name) { value(name); }

void JsonWriter::value(std::string_view text) {
  if (is_plain(text)) return impl_->write([&](auto& writer) { writer.plain(text); });
  std::string repaired;
  const std::string_view valid = well_formed(text, repaired);
  if (find_steering(valid, 0) != valid.size()) {
    const std::string json = spelled(valid);
    impl_->write(
        [&](auto& writer) { writer.RawValue(json.data(), json.size(), rapidjson::kStringType); });
    return;
  }
  impl_->write([&](auto& writer) {
    writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
  });
}

void JsonWriter::value(std::int64_t number) {
  impl_->write([&](auto& writer) { writer.Int64(number); });
}

void JsonWriter::value(std::uint64_t number) {
  impl_->write([&](auto& writer) { writer.Uint64(number); });
}

void JsonWriter::value(double number) {
  impl_->write([&](auto& writer) {
    // Whole numbers without ".0", as JSON readers print them back.
    if (std::isfinite(number) && number == std::floor(number) && std::abs(number) < 9e15) {
      writer.Int64(static_cast<std::int64_t>(number));
    } else if (std::isfinite(number)) {
      writer.Double(number);
    } else {
      writer.Null();
    }
  });
}

void JsonWriter::value(bool flag) {
  impl_->write([&](auto& writer) { writer.Bool(flag); });
}

void JsonWriter::spelled_number(std::string_view text) {
  impl_->write(
      [&](auto& writer) { writer.RawValue(text.data(), text.size(), rapidjson::kNumberType); });
}

void JsonWriter::written(std::string_view json) {
  impl_->write(
      [&](auto& writer) { writer.RawValue(json.data(), json.size(), rapidjson::kObjectType); });
}

void JsonWriter::null() {
  impl_->write([](auto& writer) { writer.Null(); });
}

}  // namespace starlint
