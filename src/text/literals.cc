#include "text/literals.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/sorted.h"
#include "base/strings.h"
#include "text/literal_sets.h"

namespace starlint {

namespace {

constexpr std::size_t kMostClass = 10;  // characters of a class that are spelled out: digits
constexpr std::size_t kMostCovers = 3;  // per expression: more select little more
constexpr double kCommon = 0.2;         // a cover expected that often at a place is no use
constexpr std::size_t kDeepest = 200;   // nested groups
constexpr std::size_t kLongGroup = 60;  // bytes of a group that is worth keeping

bool is_word(char c) { return is_ascii_alnum(c) || c == '_'; }

bool is_hexadecimal(char c) {
  const char lower = ascii_lower(c);
  return is_ascii_digit(c) || (lower >= 'a' && lower <= 'f');
}

Literal literal_of(const std::string& text) {
  Literal literal;
  for (const char c : text) {
    if (c != kWordBoundary) literal.text += c;
  }
  if (literal.text.empty()) return literal;
  literal.opens_word = text.front() == kWordBoundary && is_word(literal.text.front());
  literal.closes_word = text.back() == kWordBoundary && is_word(literal.text.back());
  return literal;
}

/// What is known of groups, by their bytes from "(" to ")".
using KnownGroups = std::unordered_map<std::string, Known>;

/// Recursive descent over RE2's syntax. It need not refuse what RE2 refuses; what it does not know
/// it takes for something that could match anything.
class Reader {
 public:
  Reader(std::string_view expression, KnownGroups& groups) : rest_(expression), groups_(groups) {}

  std::optional<Known> read() {
    Known known = alternatives();
    if (failed_ || !rest_.empty()) return std::nullopt;
    return known;
  }

 private:
  bool take(std::string_view prefix) {
    if (!rest_.starts_with(prefix)) return false;
    rest_.remove_prefix(prefix.size());
    return true;
  }

  Known alternatives() {
    Strings plain;  // options that are nothing but characters
    std::vector<Known> options;
    do {
      std::string characters = take_plain();
      if (at_end()) {
        plain.push_back(std::move(characters));
        continue;
      }
      KnownSequence sequence;
      sequence.append(characters);
      while (!failed_ && !at_end()) {
        sequence.append(repeated());
        sequence.append(take_plain());
      }
      options.push_back(sequence.take());
    } while (take("|"));
    return known_alternation(std::move(plain), std::move(options));
  }

  /// Whether an option ends here.
  bool at_end() const { return rest_.empty() || rest_.front() == '|' || rest_.front() == ')'; }

  std::string take_plain() {
    const std::size_t count = plain_characters();
    std::string out = ascii_lower(rest_.substr(0, count));
    rest_.remove_prefix(count);
    return out;
  }

  /// Characters ahead that stand for themselves, once.
  std::size_t plain_characters() const {
    std::size_t count = 0;
    while (count < rest_.size() && is_plain(rest_[count])) ++count;
    const bool repeats = count < rest_.size() &&
                         std::string_view("?*+{").find(rest_[count]) != std::string_view::npos;
    return repeats && count != 0 ? count - 1 : count;
  }

  static bool is_plain(char c) {
    return is_ascii_alnum(c) || c == ' ' || c == '-' || c == '\'' || c == '/' || c == ',';
  }

  Known repeated() {
    Known known = atom();
    while (!rest_.empty()) {
      std::size_t least = 1;
      bool once_at_most = false;
      if (take("?")) {
        least = 0;
        once_at_most = true;
      } else if (take("*")) {
        least = 0;
      } else if (rest_.front() == '{') {
        const std::size_t end = rest_.find('}');
        if (end == std::string_view::npos || !is_ascii_digit(rest_[1])) break;
        std::from_chars(rest_.data() + 1, rest_.data() + end, least);
        rest_.remove_prefix(end + 1);
      } else if (!take("+")) {
        break;
      }
      take("?");  // as few as possible: the same strings
      known = known_repetition(std::move(known), least, once_at_most);
    }
    return known;
  }

  Known atom() {
    const char c = rest_.front();
    if (c == '(') return group_once();
    if (c == '[') return character_class();
    if (c == '\\') return escape();
    if (c == '.') {
      rest_.remove_prefix(1);
      return Known::nothing();
    }
    if (c == '^' || c == '$') {
      rest_.remove_prefix(1);
      return Known::empty();
    }
    return character();
  }

  Known character() {
    const char c = rest_.front();
    if (static_cast<unsigned char>(c) < 0x80) {
      rest_.remove_prefix(1);
      return one(c);
    }
    const std::string_view before = rest_;
    do rest_.remove_prefix(1);
    while (!rest_.empty() && (rest_.front() & 0xC0) == 0x80);
    const std::string_view bytes = before.substr(0, before.size() - rest_.size());
    // Letters beyond ASCII fold in ways that bytes do not show; "…" and its neighbours do not fold.
    const bool punctuation = bytes.starts_with("\xE2\x80") || bytes.starts_with("\xE2\x81");
    return punctuation ? Known{Strings{std::string(bytes)}, {}, {}} : Known::nothing();
  }

  static Known one(char c) {
    if (c == kWordBoundary) return Known::nothing();
    return {Strings{std::string(1, ascii_lower(c))}, {}, {}};
  }

  Known group_once() {
    const std::size_t size = group_size();
    if (size < kLongGroup) return group();
    std::string bytes(rest_.substr(0, size));
    if (const auto known = groups_.find(bytes); known != groups_.end()) {
      rest_.remove_prefix(size);
      return known->second;
    }
    const std::size_t before = rest_.size();
    Known known = group();
    if (!failed_ && before - rest_.size() == size) groups_.emplace(std::move(bytes), known);
    return known;
  }

  /// The bytes of the group ahead, from "(" to ")"; 0 where it does not end.
  std::size_t group_size() const {
    std::size_t depth = 0;
    bool in_class = false;
    for (std::size_t at = 0; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (c == '\\') {
        ++at;
      } else if (in_class) {
        in_class = c != ']';
      } else if (c == '[') {
        in_class = true;
        if (rest_.substr(at + 1, 1) == "^") ++at;
        if (rest_.substr(at + 1, 1) == "]") ++at;  // a first "]" is a member
      } else if (c == '(') {
        ++depth;
      } else if (c == ')' && --depth == 0) {
        return at + 1;
      }
    }
    return 0;
  }

  Known group() {
    rest_.remove_prefix(1);
    if (take("?")) {
      if (take("P<") || take("<")) {
        const std::size_t end = rest_.find('>');
        if (end == std::string_view::npos) return fail();
        rest_.remove_prefix(end + 1);
      } else {
        const std::size_t end = rest_.find_first_not_of("imsU-");
        if (end == std::string_view::npos) return fail();
        rest_.remove_prefix(end);
        if (take(")")) return Known::empty();  // flags for what follows
        if (!take(":")) return fail();
      }
    }
    if (++depth_ > kDeepest) return fail();
    Known known = alternatives();
    --depth_;
    if (!take(")")) return fail();
    return known;
  }

  Known escape() {
    if (rest_.size() < 2) return fail();
    const char c = rest_[1];
    if (c == 'x') return hexadecimal();
    rest_.remove_prefix(2);
    if (c == 'b') return {Strings{std::string(1, kWordBoundary)}, {}, {}};
    if (c == 'B' || c == 'A' || c == 'z') return Known::empty();
    if (c == 'p' || c == 'P') {
      const std::size_t end = take("{") ? rest_.find('}') : 0;
      if (end == std::string_view::npos || end >= rest_.size()) return fail();
      rest_.remove_prefix(end + 1);
      return Known::nothing();
    }
    if (c == 'n') return one('\n');
    if (c == 't') return one('\t');
    if (c == 'r') return one('\r');
    if (c == 'd') return {Strings{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, {}, {}};
    if (is_ascii_alnum(c)) return c == 'Q' ? fail() : Known::nothing();  // \w, \s, …
    return one(c);
  }

  Known hexadecimal() {
    rest_.remove_prefix(2);
    std::string_view digits = rest_.substr(0, 2);
    if (take("{")) {
      digits = rest_.substr(0, rest_.find('}'));
      rest_.remove_prefix(std::min(rest_.size(), digits.size() + 1));
    } else {
      rest_.remove_prefix(digits.size());
    }
    unsigned value = 0;
    for (const char digit : digits) {
      if (!is_hexadecimal(digit) || value > 0xFFFF) return fail();
      value = value * 16 + static_cast<unsigned>(is_ascii_digit(digit) ? digit - '0'
                                                                       : (digit | 0x20) - 'a' + 10);
    }
    return value < 0x80 ? one(static_cast<char>(value)) : Known::nothing();
  }

  /// "[ab]" and "[\x01-\x05]" are spelled out; larger classes could be anything.
  Known character_class() {
    rest_.remove_prefix(1);
    const bool negated = take("^");
    Strings members;
    bool known = !negated;
    bool first = true;
    while (!rest_.empty() && (first || rest_.front() != ']')) {
      first = false;
      if (rest_.starts_with("[:")) {
        const std::size_t end = rest_.find(":]");
        if (end == std::string_view::npos) return fail();
        rest_.remove_prefix(end + 2);
        known = false;
        continue;
      }
      const std::optional<char> low = member();
      if (failed_) return Known::nothing();
      std::optional<char> high = low;
      if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
        rest_.remove_prefix(1);
        high = member();
      }
      known = known && low && high && static_cast<std::size_t>(*high - *low) < kMostClass;
      if (!known) continue;
      for (char c = *low;; ++c) {
        members.push_back(std::string(1, ascii_lower(c)));
        if (c == *high) break;
      }
    }
    if (!take("]")) return fail();
    sort_unique(members);
    if (!known || members.empty() || members.size() > kMostClass) return Known::nothing();
    return {std::move(members), {}, {}};
  }

  /// A member of a class where it is one ASCII character.
  std::optional<char> member() {
    const Known known = rest_.front() == '\\' ? escape() : character();
    if (!known.exact || known.exact->size() != 1 || known.exact->front().size() != 1) {
      return std::nullopt;
    }
    const char c = known.exact->front().front();
    return c == kWordBoundary ? std::nullopt : std::optional<char>(c);
  }

  Known fail() {
    failed_ = true;
    return Known::nothing();
  }

  std::string_view rest_;
  KnownGroups& groups_;
  std::size_t depth_ = 0;
  bool failed_ = false;
};

}  // namespace

struct LiteralReader::Groups {
  KnownGroups known;
};

LiteralReader::LiteralReader() : groups_(std::make_unique<Groups>()) {}
LiteralReader::~LiteralReader() = default;

/// The literals of strings, sorted; none where one of them is empty.
static AnyOf literals_of(Strings strings) {
  sort_unique(strings);
  AnyOf out;
  for (const std::string& text : strings) {
    out.push_back(literal_of(text));
    if (out.back().text.empty()) return {};
  }
  return out;
}

Needs LiteralReader::read(std::string_view expression) {
  std::optional<Known> known = Reader(expression, groups_->known).read();
  if (!known) return {};
  Needs out;
  if (const Strings* openings = known->openings()) out.openings = literals_of(*openings);
  if (known->exact) known->add_cover(*std::move(known->exact));
  std::vector<std::pair<double, AnyOf>> ranked;
  for (Strings& cover : known->covers) {
    sort_unique(cover);
    const double often = frequency(cover);
    AnyOf literals = literals_of(std::move(cover));
    if (literals.empty()) continue;
    out.row.push_back(literals);
    if (often < kCommon) ranked.emplace_back(often, std::move(literals));
  }
  sort_unique(ranked);
  for (auto& [often, literals] : ranked) {
    if (out.covers.size() < kMostCovers) out.covers.push_back(std::move(literals));
  }
  return out;
}

}  // namespace starlint
