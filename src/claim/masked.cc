#include "claim/masked.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "outline/field_line.h"

namespace starlint {

namespace {

constexpr char kDropped = '\0';

/// Bytes: what goes on for longer is no sentence, and is cut at a blank, so that looking at all of
/// it for each of its values stays cheap.
constexpr std::uint32_t kLongestSentence = 2000;

/// A character of several bytes that is read as a plain one.
struct Plain {
  std::string_view utf8;
  char plain;
};
constexpr Plain kPlain[] = {
    {"\u2018", '\''}, {"\u2019", '\''}, {"\u201C", '"'}, {"\u201D", '"'},      {"\u2013", '-'},
    {"\u2014", '-'},  {"\u2012", '-'},  {"\u2212", '-'}, {"\u00A0", ' '},      {"\u202F", ' '},
    {"\u2011", '-'},  {"\u2192", '>'},  {"\u2026", '.'}, {"\u200B", kDropped},
};

const Plain* plain_at(std::string_view text) {
  for (const Plain& entry : kPlain) {
    if (text.starts_with(entry.utf8)) return &entry;
  }
  return nullptr;
}

bool is_part_of_one(const Value& value) {
  return value.kind == ValueKind::Cardinal && value.single() && value.low > 0 && value.low < 1;
}

/// Whether a byte is read as it is, whatever stands around it.
bool is_ordinary(char c) {
  static constexpr auto kOrdinary = [] {
    std::array<bool, 256> out{};
    for (const char plain : std::string_view("!\"#$%&'()+,-./:;<=>?@\\^{}")) {
      out[static_cast<unsigned char>(plain)] = true;
    }
    for (std::size_t i = '0'; i <= '9'; ++i) out[i] = true;
    for (std::size_t i = 'a'; i <= 'z'; ++i) out[i] = out[i - 'a' + 'A'] = true;
    return out;
  }();
  return kOrdinary[static_cast<unsigned char>(c)];
}

bool is_word(char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Emphasis, code and link marks; an underscore inside a name is none.
bool is_markup(std::string_view text, std::uint32_t i) {
  switch (text[i]) {
    case '*':
    case '`':
    case '~':
    case '[':
    case ']':
      return true;
    case '_':
      return i == 0 || i + 1 == text.size() || !is_word(text[i - 1]) || !is_word(text[i + 1]);
    default:
      return false;
  }
}

/// Behind the target of a link whose ']' stands at `i`, else `i`.
std::uint32_t behind_target(std::string_view text, std::uint32_t i, std::uint32_t end) {
  if (text[i] != ']' || i + 1 >= end || text[i + 1] != '(') return i;
  const std::size_t close = text.find(')', i);
  return close < end ? static_cast<std::uint32_t>(close) : i;
}

/// A single capital or a short abbreviation does not end a sentence.
bool ends_sentence(std::string_view text, std::uint32_t i) {
  if (text[i] == '?' || text[i] == '!') return true;
  if (text[i] != '.' || i + 1 >= text.size()) return text[i] == '.';
  if (text[i + 1] != ' ' && text[i + 1] != '"' && text[i + 1] != ')') return false;
  if (i >= 2 && is_ascii_alpha(text[i - 1]) && !is_word(text[i - 2])) return false;
  const bool follows_lower = i + 2 < text.size() && text[i + 2] >= 'a' && text[i + 2] <= 'z';
  return !follows_lower;
}

/// "Role: developer": whether a line begins that names what it tells.
bool opens_field(std::string_view text, std::uint32_t i, std::uint32_t end) {
  const std::string_view line = text.substr(i, std::min(text.find('\n', i), std::size_t{end}) - i);
  const std::size_t first = std::min(line.find_first_not_of('*'), line.size());
  return first < line.size() && line[first] >= 'A' && line[first] <= 'Z' &&
         field_label_size(line) > 0;
}

}  // namespace

char token_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::Cardinal:
    case ValueKind::Name:
      return token::kCount;
    case ValueKind::Range:
      return value.unit.empty() ? token::kCount : token::kQuantity;
    case ValueKind::Percent:
      return token::kPercent;
    case ValueKind::Money:
      return token::kMoney;
    case ValueKind::Quantity:
      return token::kQuantity;
    case ValueKind::Age:
      return token::kAge;
    case ValueKind::Duration:
      return token::kDuration;
    case ValueKind::Date:
      return token::kDate;
    case ValueKind::Interval:
      return token::kInterval;
  }
  return token::kCount;
}

Masked::Masked(std::string_view text, Span within, const std::vector<Typed>& values) {
  text_.reserve(within.size());
  origins_.reserve(within.size());
  std::uint32_t next = 0;
  for (std::uint32_t i = within.begin; i < within.end;) {
    while (next < values.size() && values[next].span.begin < i) ++next;  // in a link target
    if (next < values.size() && values[next].span.begin == i) {
      tokens_.emplace_back(static_cast<std::uint32_t>(text_.size()), next);
      if (is_part_of_one(values[next].value)) fractions_.push_back(tokens_.back().first);
      add(token_of(values[next].value), i, values[next].span.end);
      i = values[next++].span.end;
    } else if (is_ordinary(text[i])) {
      const std::uint32_t begin = i;
      const std::uint32_t end =
          next < values.size() ? std::min(within.end, values[next].span.begin) : within.end;
      for (; i < end && is_ordinary(text[i]); ++i) origins_.push_back({i, i + 1});
      text_.append(text, begin, i - begin);
    } else if (const Plain* plain = static_cast<unsigned char>(text[i]) < 0x80
                                        ? nullptr
                                        : plain_at(text.substr(i))) {
      const auto bytes = static_cast<std::uint32_t>(plain->utf8.size());
      if (plain->plain != kDropped) add(plain->plain, i, i + bytes);
      i += bytes;
    } else if (text[i] > '\0' && text[i] <= token::kAge) {
      ++i;  // a control character is no text, and no token
    } else if (is_markup(text, i)) {
      i = behind_target(text, i, within.end) + 1;
    } else {
      const bool field = text[i] == '\n' && opens_field(text, i + 1, within.end);
      if (field) fields_.push_back(static_cast<std::uint32_t>(text_.size()));
      const char shown = is_ascii_space(text[i]) ? ' ' : text[i] == '|' ? ':' : text[i];
      add(field ? ';' : shown, i, i + 1);
      ++i;
    }
  }
  find_sentences();
}

void Masked::add(char c, std::uint32_t begin, std::uint32_t end) {
  if (c == ' ' && (text_.empty() || text_.back() == ' ')) return;
  text_ += c;
  origins_.push_back({begin, end});
}

void Masked::find_sentences() {
  std::uint32_t begin = 0;
  auto field = fields_.begin();
  for (std::uint32_t i = 0; i < text_.size(); ++i) {
    const bool endless = i - begin >= kLongestSentence && text_[i] == ' ';
    while (field != fields_.end() && *field < i) ++field;
    const bool names = field != fields_.end() && *field == i && i > begin;
    if (!endless && !names && !ends_sentence(text_, i)) continue;
    sentences_.push_back({begin, i + 1});
    begin = i + 1;
  }
  if (begin < text_.size()) sentences_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
}

Span Masked::origin(Span span) const {
  return {origins_[span.begin].begin, origins_[span.end - 1].end};
}

std::uint32_t Masked::value_at(std::uint32_t offset) const {
  const auto found = std::lower_bound(
      tokens_.begin(), tokens_.end(), offset,
      [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
  return found != tokens_.end() && found->first == offset ? found->second : kNone;
}

bool Masked::is_fraction(std::uint32_t offset) const {
  return std::binary_search(fractions_.begin(), fractions_.end(), offset);
}

std::uint32_t Masked::offset_of(std::uint32_t value) const {
  const auto found = std::lower_bound(
      tokens_.begin(), tokens_.end(), value,
      [](const auto& entry, std::uint32_t wanted) { return entry.second < wanted; });
  return found == tokens_.end() ? static_cast<std::uint32_t>(text_.size()) : found->first;
}

Span Masked::sentence(std::uint32_t offset) const {
  const auto found =
      std::lower_bound(sentences_.begin(), sentences_.end(), offset,
                       [](const Span& entry, std::uint32_t wanted) { return entry.end <= wanted; });
  return found == sentences_.end() ? Span{} : *found;
}

Span without_marks(std::string_view text, Span span) {
  constexpr std::string_view kMarks = " ,.:;!?-";
  const std::size_t first =
      text.substr(0, span.end).find_first_not_of(cat(kMarks, ")"), span.begin);
  if (first == std::string_view::npos) return span;
  const std::size_t last = text.substr(0, span.end).find_last_not_of(kMarks);
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1)};
}

}  // namespace starlint
