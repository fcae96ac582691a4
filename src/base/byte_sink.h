// Where finished bytes go: a report is written piece by piece, so that it never stands in memory
// whole. A sink that fails remembers it; writers need not ask.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void append(std::string_view bytes) = 0;
};

/// Appends to a string, which must outlive the sink.
class StringSink : public ByteSink {
 public:
  explicit StringSink(std::string& out) : out_(out) {}
  void append(std::string_view bytes) override { out_ += bytes; }

 private:
  std::string& out_;
};

}  // namespace starlint
