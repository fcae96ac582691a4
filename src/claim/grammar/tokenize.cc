#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.h"
#include "claim/grammar/scan.h"
#include "claim/grammar/token.h"

namespace starlint {

namespace {

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span within, const Lexicon& lexicon, std::vector<Token>& out)
      : text_(text.substr(0, within.end)), at_(within.begin), lexicon_(lexicon), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ' && peek(at_ + 1) > ' ') ++at_;
      std::size_t next = at_;
      const Glyph glyph = glyph_at(text_, at_, next);
      switch (glyph) {
        case Glyph::Space:
          space();
          break;
        case Glyph::Letter:
          word();
          break;
        case Glyph::Digit:
          number();
          break;
        case Glyph::Symbol:
          symbol(next);
          break;
      }
    }
    push(TokenKind::Opaque, at_, at_);
  }

 private:
  Token& push(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.glued = !out_.empty() && out_.back().span.end == begin;
    out_.push_back(token);
    at_ = end;
    return out_.back();
  }

  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::size_t skip_digits(std::size_t at) const {
    while (is_ascii_digit(peek(at))) ++at;
    return at;
  }
  std::size_t skip_to_space(std::size_t at) const {
    while (at < text_.size() && !is_ascii_space(text_[at])) ++at;
    return at;
  }

  /// A blank line ends what stands before it.
  void space() {
    int lines = 0;
    std::size_t next = at_;
    while (at_ < text_.size() && glyph_at(text_, at_, next) == Glyph::Space) {
      lines += text_[at_] == '\n' ? 1 : 0;
      at_ = next;
    }
    if (lines > 1) push(TokenKind::Opaque, at_, at_).glued = false;
  }

  void word() {
    const std::size_t begin = at_;
    const std::size_t end = skip_letters(begin);
    if ((peek(end) == ':' && text_.substr(end, 3) == "://") ||
        (end - begin == 3 && text_.substr(begin, 4) == "www.")) {
      push(TokenKind::Opaque, begin, skip_to_space(end));
      return;
    }
    const std::uint32_t id = find(text_.substr(begin, end - begin));
    if (id == kNone && extends_unknown(begin)) {
      out_.back().span.end = static_cast<std::uint32_t>(end);
      at_ = end;
      return;
    }
    push(TokenKind::Word, begin, end).word = id;
  }

  std::size_t skip_letters(std::size_t at) const {
    const char* const bytes = text_.data();
    for (std::size_t next = at;; at = next) {
      while (at < text_.size() && kFoldedLetters[static_cast<std::uint8_t>(bytes[at])] != 0) ++at;
      if (at == text_.size() || static_cast<std::uint8_t>(bytes[at]) < 0x80 ||
          glyph_at(text_, at, next) != Glyph::Letter) {
        return at;
      }
    }
  }

  std::uint32_t find(std::string_view word) const {
    std::array<char, 32> folded;
    if (word.size() > folded.size() || !lexicon_.words().may_hold(word)) return kNone;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char letter = kFoldedLetters[static_cast<std::uint8_t>(word[i])];
      folded[i] = letter != 0 ? letter : word[i];
    }
    return lexicon_.words().find({folded.data(), word.size()});
  }

  /// Unknown words in a row are one token: the grammar only asks whether there is one. A glued one
  /// may be the suffix of a number.
  bool extends_unknown(std::size_t begin) const {
    return !out_.empty() && out_.back().kind == TokenKind::Word && out_.back().word == kNone &&
           !out_.back().glued && out_.back().span.end < begin;
  }

  void symbol(std::size_t next) {
    const std::size_t begin = at_;
    if (text_[begin] == '`') {
      const std::size_t close = text_.find('`', begin + 1);
      if (close != std::string_view::npos && close > begin + 1 &&
          text_.substr(begin, close - begin).find('\n') == std::string_view::npos) {
        push(TokenKind::Opaque, begin, close + 1);
        return;
      }
    }
    const bool opens = begin == 0 || !is_ascii_alnum(text_[begin - 1]);
    if (text_[begin] == '.' && opens && is_ascii_digit(peek(begin + 1)) &&
        (begin == 0 || text_[begin - 1] != '.')) {
      number();
      return;
    }
    Token& token = push(TokenKind::Symbol, begin, next);
    if (arrow_head(begin)) return;
    token.word = next == begin + 1 ? lexicon_.symbol(text_[begin])
                                   : lexicon_.words().find(text_.substr(begin, next - begin));
  }

  /// The end of "->" and "=>" bounds nothing.
  bool arrow_head(std::size_t at) const {
    return text_[at] == '>' && at > 0 && (text_[at - 1] == '-' || text_[at - 1] == '=');
  }

  /// The end of "12,567", "12,34,567" or "12 567" from the end of the first group on.
  std::size_t skip_groups(std::size_t begin, std::size_t first_end) const {
    if (first_end - begin > 3) return first_end;
    if (peek(first_end) != ',') return skip_spaced_groups(begin, first_end);
    std::size_t end = first_end;
    std::size_t last_size = 0;
    while (peek(end) == ',') {
      const std::size_t group_end = skip_digits(end + 1);
      const std::size_t size = group_end - end - 1;
      if (size != 2 && size != 3) break;
      last_size = size;
      end = group_end;
    }
    return last_size == 3 ? end : first_end;
  }

  /// Groups of three digits behind a blank, plain, narrow or that does not break. Three digits
  /// before others are rather two numbers, "404 503", unless the last group is a round thousand.
  std::size_t skip_spaced_groups(std::size_t begin, std::size_t first_end) const {
    if (first_end == begin || text_[begin] == '0') return first_end;
    std::size_t end = first_end;
    for (;;) {
      const std::size_t group = end + blank_size(end);
      if (group == end || skip_digits(group) != group + 3) break;
      end = group + 3;
      if (is_ascii_alpha(peek(end)) || peek(end) == '-') return first_end;
    }
    const bool sure = first_end - begin < 3 || text_.substr(end - 3, 3) == "000";
    return sure ? end : first_end;
  }

  std::size_t blank_size(std::size_t at) const {
    for (const std::string_view blank : {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {
      if (text_.substr(at, blank.size()) == blank) return blank.size();
    }
    return 0;
  }

  /// Runs such as 3.6.1 and 10.02.2016; true if consumed.
  bool dotted(std::size_t begin) {
    std::array<std::size_t, 3> sizes = {};
    std::size_t parts = 0;
    std::size_t end = begin;
    for (;; ++end) {
      const std::size_t part_end = skip_digits(end);
      if (part_end == end) return false;
      if (parts < sizes.size()) sizes[parts] = part_end - end;
      ++parts;
      end = part_end;
      if (peek(end) != '.' || !is_ascii_digit(peek(end + 1))) break;
    }
    if (parts == 2 && sizes[0] == 2 && sizes[1] == 4 && month_and_year(begin)) {
      push_number(begin, begin + 2, begin + 2);
      push(TokenKind::Symbol, at_, at_ + 1);
      push_number(at_, at_ + 4, at_ + 4);
      return true;
    }
    if (parts < 3) return false;
    const bool date = parts == 3 && sizes[1] <= 2 &&
                      ((sizes[0] <= 2 && sizes[2] == 4) || (sizes[0] == 4 && sizes[2] <= 2));
    if (!date) {
      push(TokenKind::Opaque, begin, end);
      return true;
    }
    for (std::size_t part = 0; part < 3; ++part) {
      if (part != 0) push(TokenKind::Symbol, at_, at_ + 1);
      push_number(at_, at_ + sizes[part], at_ + sizes[part]);
    }
    return true;
  }

  /// "06.2015", as in a résumé, and no decimal.
  bool month_and_year(std::size_t begin) const {
    const std::string_view month = text_.substr(begin, 2);
    const std::string_view century = text_.substr(begin + 3, 2);
    return month >= "01" && month <= "12" && (century == "19" || century == "20");
  }

  /// "10:30" and "10:30:15".
  bool clock(std::size_t begin) {
    std::size_t end = skip_digits(begin);
    if (end - begin > 2 || peek(end) != ':') return false;
    while (peek(end) == ':' && skip_digits(end + 1) == end + 3) end += 3;
    if (peek(end) == ':' || text_[end - 1] == ':' || end == skip_digits(begin)) return false;
    push(TokenKind::Opaque, begin, end);
    return true;
  }

  void number() {
    const std::size_t begin = at_;
    if (text_[begin] != '.' && (dotted(begin) || clock(begin))) return;
    const std::size_t whole = skip_groups(begin, skip_digits(begin));
    std::size_t end = whole;
    if (peek(end) == '.' && is_ascii_digit(peek(end + 1))) end = skip_digits(end + 1);
    push_number(begin, whole, end);
  }

  void push_number(std::size_t begin, std::size_t whole, std::size_t end) {
    std::array<char, 64> clean;
    std::size_t size = 0;
    std::size_t digits = 0;
    bool grouped = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (i < whole && !is_ascii_digit(text_[i])) {
        grouped = true;
        continue;
      }
      if (size == clean.size()) {
        push(TokenKind::Opaque, begin, end);
        return;
      }
      clean[size++] = text_[i];
      digits += i < whole ? 1 : 0;
    }
    const std::size_t tail = exponent_end(end);
    for (std::size_t i = end; i < tail && size < clean.size(); ++i) clean[size++] = text_[i];
    Token& token = push(TokenKind::Number, begin, tail);
    std::from_chars(clean.data(), clean.data() + size, token.value);
    token.grouped = grouped;
    token.digits = static_cast<std::uint8_t>(digits);
    token.decimals = static_cast<std::uint8_t>(end > whole ? end - whole - 1 : 0);
  }

  /// Behind the exponent of "2.5e-3", else `at`.
  std::size_t exponent_end(std::size_t at) const {
    if (peek(at) != 'e' && peek(at) != 'E') return at;
    const std::size_t sign = peek(at + 1) == '-' ? 1 : 0;
    const std::size_t end = skip_digits(at + 1 + sign);
    const std::size_t size = end - at - 1 - sign;
    return size == 0 || size > 3 || is_ascii_alpha(peek(end)) ? at : end;
  }

  std::string_view text_;
  std::size_t at_;
  const Lexicon& lexicon_;
  std::vector<Token>& out_;
};

}  // namespace

void tokenize(std::string_view text, Span within, const Lexicon& lexicon, std::vector<Token>& out) {
  out.clear();
  Tokenizer(text, within, lexicon, out).run();
}

}  // namespace starlint
