#include "lsp/transport.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::string_view kLength = "content-length:";
constexpr std::size_t kLongestLine = 64 * 1024;  // of a header; what is longer is none

/// The length that a header line gives; nothing where it is another header or no number.
std::optional<std::size_t> length_in(std::string_view line, bool anywhere) {
  const std::string lower = ascii_lower(line);
  const std::size_t found = anywhere ? lower.rfind(kLength) : lower.find(kLength);
  if (found == std::string::npos || (!anywhere && found != 0)) return std::nullopt;
  const std::string_view digits = trim(line.substr(found + kLength.size()));
  std::size_t length = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc() || rest != digits.data() + digits.size()) return std::nullopt;
  return length;
}

}  // namespace

std::size_t DescriptorSource::read(char* out, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, out, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return 0;
  }
}

void DescriptorSink::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;  // the client is gone; its silence will end the server
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

bool FrameReader::refill() {
  at_ = 0;
  end_ = source_.read(buffer_.data(), buffer_.size());
  return end_ > 0;
}

/// A line without its end; of one that is too long the last part.
bool FrameReader::read_line(std::string& line) {
  line.clear();
  for (;;) {
    if (at_ == end_ && !refill()) return false;
    const std::string_view rest(buffer_.data() + at_, end_ - at_);
    const std::size_t length = std::min(rest.find('\n'), rest.size());
    line += rest.substr(0, length);
    at_ += length;
    if (line.size() > kLongestLine) line.erase(0, line.size() - kLongestLine);
    if (length == rest.size()) continue;
    ++at_;
    if (line.ends_with('\r')) line.pop_back();
    return true;
  }
}

/// Without a `body` the bytes are passed over.
bool FrameReader::read_body(std::size_t size, std::string* body) {
  while (size > 0) {
    if (at_ == end_ && !refill()) return false;
    const std::size_t length = std::min(size, end_ - at_);
    if (body != nullptr) body->append(buffer_.data() + at_, length);
    at_ += length;
    size -= length;
  }
  return true;
}

/// Reads up to the empty line behind some headers; false at the end of the stream.
bool FrameReader::read_headers(std::optional<std::size_t>& length) {
  bool headers = false;
  for (std::string line;;) {
    if (!read_line(line)) return false;
    if (line.empty() && headers) return true;
    headers = headers || !line.empty();  // empty lines between two messages are passed over
    if (const auto found = length_in(line, lost_)) length = found;
  }
}

Frame FrameReader::next() {
  for (;;) {
    std::optional<std::size_t> length;
    if (!read_headers(length)) return {};
    const bool was_lost = lost_;
    lost_ = !length;
    if (!length && was_lost) continue;  // said once
    if (!length) return {Frame::Kind::BadHeader, {}};
    Frame frame{*length > kLongestBody ? Frame::Kind::TooLong : Frame::Kind::Body, {}};
    if (!read_body(*length, frame.kind == Frame::Kind::Body ? &frame.body : nullptr)) return {};
    return frame;
  }
}

void write_frame(std::string_view body, ByteSink& out) {
  out.append(cat("Content-Length: ", body.size(), "\r\n\r\n", body));
}

}  // namespace starlint
