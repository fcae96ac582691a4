// Streaming JSON: keys in the order they are written, memory bounded by the nesting, never by the
// size of the document. Ill-formed UTF-8 is written as U+FFFD. RapidJSON stays behind this header.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/byte_sink.h"

namespace starlint {

class JsonWriter {
 public:
  /// Appends to `out`, which must outlive the writer. `indent` 0 writes one line.
  explicit JsonWriter(std::string& out, int indent = 0);
  /// Hands the document to `sink` in pieces of some kilobytes, the last one when destroyed.
  explicit JsonWriter(ByteSink& sink, int indent = 0);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::int64_t number);
  void value(std::uint64_t number);
  void value(std::uint32_t number) { value(std::uint64_t{number}); }
  void value(int number) { value(std::int64_t{number}); }
  /// Shortest form that reads back equal; not finite is null.
  void value(double number);
  void value(bool flag);
  /// A number as a JSON document spelled it.
  void spelled_number(std::string_view text);
  void null();
  /// A value that is JSON already.
  void written(std::string_view json);

  /// key() and value() in one.
  template <typename T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
  }
  void open_object(std::string_view name) {
    key(name);
    begin_object();
  }
  void open_array(std::string_view name) {
    key(name);
    begin_array();
  }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace starlint
