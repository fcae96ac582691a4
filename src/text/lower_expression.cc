#include "text/lower_expression.h"

#include <algorithm>

#include "base/strings.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

namespace {

bool is_upper_ascii(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_ascii(char32_t c) { return c >= 'a' && c <= 'z'; }
bool has_two_cases(char32_t c) { return is_upper(c) || is_lower(c); }

/// Copies an expression over, lower-casing what stands for itself.
class Lowerer {
 public:
  explicit Lowerer(std::string_view expression) : in_(expression) {}

  std::optional<std::string> run() {
    if (in_.substr(0, 4) == "(?i)") at_ = 4;
    while (!failed_ && at_ < in_.size()) {
      if (in_[at_] == '(') {
        group();
      } else if (in_[at_] == '[') {
        character_class();
      } else {
        copy_character();
      }
    }
    if (failed_) return std::nullopt;
    return std::move(out_);
  }

 private:
  /// "(", "(?:", "(?P<name>", or flags; not those of case.
  void group() {
    std::size_t end = at_ + 1;
    if (in_.substr(end, 1) == "?") {
      end = in_.find_first_of(">:)", end);
      if (end == std::string_view::npos) return fail();
      const std::string_view flags = in_.substr(at_ + 2, end - at_ - 2);
      const bool is_name = flags.find('<') != std::string_view::npos;
      if (!is_name && flags.find('i') != std::string_view::npos) return fail();
      ++end;
    }
    out_ += in_.substr(at_, end - at_);
    at_ = end;
  }

  void character_class() {
    out_ += in_[at_++];
    if (peek() == '^') out_ += in_[at_++];
    for (bool first = true; first || peek() != ']'; first = false) {
      if (failed_ || at_ >= in_.size()) return fail();
      if (in_.substr(at_, 2) == "[:") {
        copy_named_class();
        continue;
      }
      const std::optional<char32_t> low = copy_character();
      if (failed_ || peek() != '-' || in_.substr(at_ + 1, 1) == "]") continue;
      out_ += in_[at_++];
      const std::optional<char32_t> high = copy_character();
      if (!low || !high || !keeps_case(*low, *high)) return fail();
    }
    out_ += in_[at_++];
  }

  /// Whether the letters of a range, as it was written, are lower-cased by lower-casing its ends.
  static bool keeps_case(char32_t low, char32_t high) {
    if (low >= 0x80) return low >= 0x2000 && high < 0x20D0;  // punctuation and currencies
    if (high >= 0x80) return false;
    if (is_upper_ascii(low) || is_upper_ascii(high)) {
      return is_upper_ascii(low) && is_upper_ascii(high);
    }
    if (is_lower_ascii(low) || is_lower_ascii(high)) {
      return is_lower_ascii(low) && is_lower_ascii(high);
    }
    return high < 'A' || low > 'z' || (low > 'Z' && high < 'a') || (low < 'A' && high > 'z');
  }

  void copy_named_class() {
    const std::size_t end = in_.find(":]", at_);
    if (end == std::string_view::npos) return fail();
    const std::string_view name = in_.substr(at_, end + 2 - at_);
    if (name.find("upper") != std::string_view::npos) return fail();
    if (name.find("lower") != std::string_view::npos) return fail();
    out_ += name;
    at_ = end + 2;
  }

  /// The character it stands for, as it was written; none for an escape that names several.
  std::optional<char32_t> copy_character() {
    if (in_[at_] == '\\') return copy_escape();
    const std::size_t begin = at_;
    const char32_t c = next_code_point(in_, at_);
    if (c >= 0x80 && has_two_cases(c)) failed_ = true;
    out_ += ascii_lower(in_.substr(begin, at_ - begin));
    return c;
  }

  std::optional<char32_t> copy_escape() {
    const char kind = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
    if (kind == 'x') return copy_hexadecimal();
    const std::size_t begin = at_;
    at_ = std::min(at_ + 2, in_.size());
    if (kind == 'p' || kind == 'P') {
      at_ = peek() == '{' ? in_.find('}', at_) : at_;
      if (at_ >= in_.size()) return fail(), std::nullopt;
      ++at_;
    }
    const std::string_view escape = in_.substr(begin, at_ - begin);
    const bool of_one_case = escape.find("Lu") != std::string_view::npos ||
                             escape.find("Ll") != std::string_view::npos ||
                             escape.find("Lt") != std::string_view::npos;
    if (kind == 'Q' || kind == '\0' || of_one_case) failed_ = true;
    out_ += escape;
    if (is_ascii_alnum(kind)) return std::nullopt;
    return static_cast<unsigned char>(kind);
  }

  /// "\x2D" or "\x{2013}".
  std::optional<char32_t> copy_hexadecimal() {
    const std::size_t begin = at_;
    at_ += 2;
    std::string_view digits = in_.substr(at_, 2);
    if (peek() == '{') {
      const std::size_t end = in_.find('}', at_);
      if (end == std::string_view::npos) return fail(), std::nullopt;
      digits = in_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
    } else {
      at_ = std::min(at_ + 2, in_.size());
    }
    char32_t c = 0;
    for (const char digit : digits) {
      const auto value = is_ascii_digit(digit) ? digit - '0' : ascii_lower(digit) - 'a' + 10;
      c = c * 16 + static_cast<char32_t>(value);
    }
    // Left as it is written, so it must have one case.
    if (is_upper_ascii(c) || (c >= 0x80 && c < 0x110000 && has_two_cases(c))) failed_ = true;
    out_ += in_.substr(begin, at_ - begin);
    return c;
  }

  char peek() const { return at_ < in_.size() ? in_[at_] : '\0'; }
  void fail() { failed_ = true; }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> lower_expression(std::string_view expression) {
  return Lowerer(expression).run();
}

}  // namespace starlint
