#include "text/line_hash.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <utility>

#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kFactor = 37;
constexpr std::uint16_t kEndOfFile = 0xFFFF;

/// What a unit weighs when it leaves the window: kFactor to the power of kWindow.
constexpr std::uint64_t leaving_weight() {
  std::uint64_t out = 1;
  for (std::size_t i = 0; i < kWindow; ++i) out *= kFactor;
  return out;
}

/// Arithmetic is modulo 2^64, as in the original.
class LineHasher {
 public:
  void take(std::uint16_t unit) {
    const bool second_half = after_cr_ && unit == '\n';
    after_cr_ = false;
    if (unit == ' ' || unit == '\t' || second_half) return;
    if (unit == '\r') {
      after_cr_ = true;
      unit = '\n';
    }
    name_line_at_window_start();
    starts_[index_] = line_start_;
    line_start_ = unit == '\n';
    roll(unit);
  }

  std::vector<std::string> finish() {
    take(kEndOfFile);
    for (std::size_t i = 0; i < kWindow; ++i) {
      name_line_at_window_start();
      roll(0);
    }
    return std::move(hashes_);
  }

 private:
  /// Where the window has come round to a unit that began a line, the hash is that line's.
  void name_line_at_window_start() {
    if (!starts_[index_]) return;
    starts_[index_] = false;
    std::array<char, 17> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash_, 16).ptr;
    std::string name(digits.data(), end);
    const unsigned count = ++counts_[name];
    hashes_.push_back(name + ":" + std::to_string(count));
  }

  void roll(std::uint16_t unit) {
    constexpr std::uint64_t kLeaving = leaving_weight();
    hash_ = kFactor * hash_ + unit - kLeaving * window_[index_];
    window_[index_] = unit;
    index_ = (index_ + 1) % kWindow;
  }

  std::array<std::uint16_t, kWindow> window_{};
  std::array<bool, kWindow> starts_{};
  std::size_t index_ = 0;
  std::uint64_t hash_ = 0;
  bool line_start_ = true;
  bool after_cr_ = false;
  std::map<std::string, unsigned> counts_;
  std::vector<std::string> hashes_;
};

}  // namespace

std::vector<std::string> github_line_hashes(std::string_view bytes) {
  LineHasher hasher;
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_code_point(bytes, at);
    if (c >= 0x10000) {
      hasher.take(static_cast<std::uint16_t>(0xD800 + ((c - 0x10000) >> 10U)));
      hasher.take(static_cast<std::uint16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU)));
    } else {
      hasher.take(static_cast<std::uint16_t>(c));
    }
  }
  return hasher.finish();
}

}  // namespace starlint
