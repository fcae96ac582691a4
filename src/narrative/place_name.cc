#include "narrative/place_name.h"

#include "base/strings.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::size_t kMaxField = 40;  // bytes before the colon of a field
constexpr std::size_t kMaxName = 60;   // bytes; more is no name but a description
constexpr std::size_t kMaxWords = 5;

bool is_word_byte(char c) {
  return is_ascii_alnum(c) || is_continuation(c) ||
         (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U;
}

// Bytes of a name between its letters: "O'Neill", "Rolls-Royce", "A.P.".
bool joins(std::string_view text, std::size_t at) {
  const char c = text[at];
  return (c == '-' || c == '\'' || c == '.') && at > 0 && is_word_byte(text[at - 1]) &&
         at + 1 < text.size() && is_word_byte(text[at + 1]);
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_word_byte(text[at]) || joins(text, at))) ++at;
  return at;
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s"}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  return word;
}

std::string key_of(std::string_view name, const PlaceWords& words) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < name.size();) {
    if (!is_word_byte(name[at])) {
      ++at;
      continue;
    }
    const std::size_t end = word_end(name, at);
    parts.push_back(fold(name.substr(at, end - at)));
    at = end;
  }
  while (parts.size() > 1 && words.legal_forms.contains(parts.back())) parts.pop_back();
  while (parts.size() > 1 && words.legal_forms.contains(parts.front())) parts.erase(parts.begin());
  return join(parts, " ");
}

// A run of capitalised words from `at`, and `at` moved behind it; empty where there is none.
std::string_view take_run(std::string_view text, std::size_t& at, const PlaceWords& words) {
  const std::size_t begin = at;
  std::size_t end = at;
  bool possessive = false;
  for (std::size_t count = 0; count < kMaxWords && at < text.size() && !possessive; ++count) {
    const std::size_t stop = word_end(text, at);
    const bool joint = count > 0 && text[at] == '&';
    if (stop == at && !joint) break;
    const std::string_view word = joint ? "&" : text.substr(at, stop - at);
    const bool capital =
        is_upper(code_point_at(text, at)) || (count > 0 && is_ascii_digit(word[0]));
    if (!joint && (!capital || words.not_names.contains(fold(word)))) break;
    const std::string_view bare = without_possessive(word);
    possessive = bare.size() < word.size();
    at += word.size();
    if (!joint) end = at - (word.size() - bare.size());
    if (at + 1 >= text.size() || text[at] != ' ') break;
    ++at;
  }
  return text.substr(begin, end - begin);
}

std::string_view without_marks(std::string_view text) {
  const auto is_mark = [](char c) {
    return is_ascii_space(c) || c == '*' || c == '_' || c == '`' || c == '"' || c == '#' ||
           c == '-';
  };
  while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
  while (!text.empty() && (is_mark(text.back()) || text.back() == '.')) text.remove_suffix(1);
  return text;
}

// The name ends where a remark begins.
std::string_view before_remark(std::string_view value) {
  for (const std::string_view remark : {" (", "（", " | ", ", ", "; ", " - ", " – ", " — "}) {
    value = value.substr(0, value.find(remark));
  }
  return without_marks(value);
}

}  // namespace

std::optional<PlaceName> field_name(std::string_view line, const PlaceWords& words) {
  std::size_t colon = line.substr(0, kMaxField).find(':');
  std::size_t size = 1;
  if (const std::size_t wide = line.substr(0, kMaxField).find("："); wide < colon) {
    colon = wide;
    size = 3;
  }
  if (colon == std::string_view::npos) return std::nullopt;
  const auto field = words.fields.find(fold(without_marks(line.substr(0, colon))));
  if (field == words.fields.end()) return std::nullopt;
  const std::string_view name = before_remark(without_marks(line.substr(colon + size)));
  const bool named = !name.empty() && name.size() <= kMaxName && is_word_byte(name.front()) &&
                     name.find_first_of("?!<>[]{}") == std::string_view::npos;
  if (!named || split(name, ' ').size() > kMaxWords + 1) return std::nullopt;
  return PlaceName{key_of(name, words), std::string(name), field->second == PlaceKind::Employer};
}

std::vector<PlaceName> led_names(std::string_view prose, const PlaceWords& words) {
  std::vector<PlaceName> out;
  std::string before;  // the last two words, folded
  std::string last;
  for (std::size_t at = 0; at < prose.size();) {
    if (!is_word_byte(prose[at])) {
      if (prose[at] != ' ') {
        before.clear();
        last.clear();
      }
      ++at;
      continue;
    }
    const bool led = words.leads.contains(last) || words.leads.contains(before);
    if (led && !words.not_leads.contains(before) && is_upper(code_point_at(prose, at))) {
      const std::string_view name = take_run(prose, at, words);
      if (name.size() > 1) out.push_back({key_of(name, words), std::string(name), true});
    }
    const std::size_t end = word_end(prose, at);
    const std::string word = fold(prose.substr(at, end - at));
    before = cat(last, " ", word);
    last = word;
    at = end;
  }
  return out;
}

std::vector<PlaceName> name_runs(std::string_view text, const PlaceWords& words) {
  std::vector<PlaceName> out;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const std::string_view name = take_run(text, at, words);
    if (!name.empty()) out.push_back({key_of(name, words), std::string(name), true});
    if (at == begin) at = word_end(text, at);
  }
  return out;
}

}  // namespace starlint
