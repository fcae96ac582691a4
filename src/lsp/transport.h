// Messages on a byte stream as the Language Server Protocol frames them: headers, an empty line, a
// body of Content-Length bytes (specification 3.17, "Base Protocol").
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_sink.h"

namespace starlint {

/// Where bytes come from, one piece after the other.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Waits for bytes and writes up to `size` of them to `out`; 0 at the end.
  virtual std::size_t read(char* out, std::size_t size) = 0;
};

/// An open file, such as standard input. Does not close it.
class DescriptorSource : public ByteSource {
 public:
  explicit DescriptorSource(int descriptor) : descriptor_(descriptor) {}
  std::size_t read(char* out, std::size_t size) override;

 private:
  int descriptor_;
};

/// An open file, such as standard output; what is written is not held back. Does not close it.
class DescriptorSink : public ByteSink {
 public:
  explicit DescriptorSink(int descriptor) : descriptor_(descriptor) {}
  void append(std::string_view bytes) override;

 private:
  int descriptor_;
};

struct Frame {
  enum class Kind : std::uint8_t {
    Body,       // a whole message
    BadHeader,  // headers without a usable length; reading goes on behind them
    TooLong,    // a body beyond kLongestBody, passed over
    End,        // of the stream, perhaps amidst a message
  };
  Kind kind = Kind::End;
  std::string body;
};

inline constexpr std::size_t kLongestBody = std::size_t{256} << 20;

/// Cuts a stream into frames. After headers that make no sense it looks for the next length, even
/// right behind a body whose length it could not know.
class FrameReader {
 public:
  explicit FrameReader(ByteSource& source) : source_(source) {}
  Frame next();

 private:
  bool read_headers(std::optional<std::size_t>& length);
  bool read_line(std::string& line);
  bool read_body(std::size_t size, std::string* body);
  bool refill();

  ByteSource& source_;
  std::array<char, 1 << 16> buffer_{};
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  bool lost_ = false;  // the last headers were bad
};

void write_frame(std::string_view body, ByteSink& out);

}  // namespace starlint
