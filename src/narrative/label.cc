#include "narrative/label.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "outline/html.h"
#include "outline/line.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::uint32_t kMaxLabel = 96;
constexpr std::size_t kMaxLetters = 2;    // "S/T" is a label of two parts
constexpr std::uint32_t kMaxSpaces = 10;  // more words are a sentence

/// What may stand behind the word of a label, but is not of it.
bool trails(char c) { return is_ascii_space(c) || c == ':' || c == '*' || c == '_'; }

bool is_word_byte(char c) { return is_ascii_alnum(c) || (c & 0x80) != 0; }

// Signs and emoji that decorate a label, whatever the script of its words.
bool is_decoration(char32_t c) {
  return (c >= 0xA0 && c < 0xC0) || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFF1A ||
         (c >= 0xE000 && c <= 0xF8FF) || c >= 0x1F000;
}

std::uint32_t skip_decoration(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const char c = utf8[at];
    if ((c & 0x80) == 0) {
      if (is_ascii_alnum(c)) return at;
      at += std::max(1U, tag_size(utf8.substr(at, end - at)));
      continue;
    }
    std::size_t next = at;
    if (!is_decoration(next_code_point(utf8, next))) return at;
    at = static_cast<std::uint32_t>(next);
  }
  return at;
}

// Where the label's word begins: behind marks, bullets and numbers, which a label may carry.
std::uint32_t label_begin(std::string_view utf8, Span content) {
  std::uint32_t at = content.begin;
  const Marker marker = read_marker(utf8, at, content.end);
  if (marker.kind == MarkerKind::Bullet || marker.kind == MarkerKind::Number) at = marker.end;
  at = skip_decoration(utf8, at, content.end);
  const Marker inner = read_marker(utf8, at, content.end);  // "**1. Situation**", "## 2) Result"
  if (inner.kind == MarkerKind::Number) at = skip_decoration(utf8, inner.end, content.end);
  return at;
}

// A place at which the label may end, and where its body would begin behind it.
struct Ending {
  std::uint32_t word_end = 0;
  std::uint32_t body = 0;
  bool firm = false;  // a colon, or the end of bold or brackets
};

std::uint32_t mark_size(std::string_view rest) {
  if (rest[0] != '\xE3' && rest[0] != '\xEF') return 0;
  for (const std::string_view mark : {"：", "】", "」", "』", "）"}) {
    if (rest.starts_with(mark)) return 3;
  }
  return 0;
}

std::uint32_t dash_size(std::string_view rest) {
  if (std::string_view("-=|\xE2").find(rest[0]) == std::string_view::npos) return 0;
  for (const std::string_view dash : {"—", "–", "→", "->", "=>", "-", "|", "="}) {
    if (rest.starts_with(dash)) return static_cast<std::uint32_t>(dash.size());
  }
  return 0;
}

// Behind a label's end more marks may stand: "**Result**:", "(R) -".
std::uint32_t body_begin(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const char c = utf8[at];
    const bool closes =
        c == ':' || c == '*' || c == '_' || c == ']' || c == ')' || c == '.' || is_ascii_space(c);
    if (closes) {
      ++at;
      continue;
    }
    const std::string_view rest = utf8.substr(at, end - at);
    if (const std::uint32_t tag = tag_size(rest); tag != 0) {
      at += tag;
      continue;
    }
    const std::uint32_t wide = mark_size(rest);
    const std::uint32_t dash = wide != 0 ? wide : dash_size(rest);
    if (dash == 0 || (rest.starts_with('-') && rest.size() > 1 && !is_ascii_space(rest[1]))) break;
    at += dash;
  }
  return at;
}

std::vector<Ending> endings(std::string_view utf8, std::uint32_t begin, std::uint32_t end) {
  std::vector<Ending> out;
  std::uint32_t spaces = 0;
  const std::uint32_t stop = std::min(end, begin + kMaxLabel);
  std::uint32_t at = begin;
  while (at < stop) {
    const char c = utf8[at];
    if (is_ascii_alnum(c)) {
      ++at;
      continue;
    }
    const std::string_view rest = utf8.substr(at, end - at);
    const bool spaced = at > begin && is_ascii_space(utf8[at - 1]);
    if (c == ':' || c == '*' || c == ']' || c == '>' || c == '\t' ||
        (c == '_' && (at + 1 >= end || !is_word_byte(rest[1])))) {
      out.push_back({at, at + 1, true});
    } else if (const std::uint32_t tag = tag_size(rest); tag != 0) {
      out.push_back({at, at + tag, true});
    } else if ((c & 0x80) != 0 && mark_size(rest) != 0) {
      out.push_back({at, at + 3, true});
    } else if (at == begin + 1 && rest.starts_with("  ")) {
      out.push_back({at, at + 2, false});  // "S  the till was gone"
    } else if (c == ')' || c == '|' ||
               (c == '.' && (at + 1 >= end || is_ascii_space(rest[1]) || rest[1] == '*'))) {
      out.push_back({at, at + 1, false});
    } else if ((spaced || (c & 0x80) != 0) && dash_size(rest) != 0 && c != '|') {
      out.push_back({at, at + dash_size(rest), false});
    }
    if (c == ' ' && ++spaces > kMaxSpaces) return out;
    if (out.size() >= 8) return out;
    ++at;
    while (at < stop && (utf8[at] & 0xC0) == 0x80) ++at;
  }
  if (stop == end) out.push_back({end, end, false});
  return out;
}

// The words between separators inside a label: "S (Situation)", "Situation / Task", "Action - 60
// s".
std::vector<std::string> pieces(std::string_view head) {
  std::vector<std::string> out(1);
  std::size_t at = 0;
  while (at < head.size()) {
    const char c = head[at];
    if ((c & 0x80) == 0) {
      const bool keeps = is_ascii_alnum(c) || c == '\'' || c == ' ' ||
                         (c == '-' && at > 0 && is_word_byte(head[at - 1]) &&
                          at + 1 < head.size() && is_word_byte(head[at + 1]));
      if (keeps) {
        out.back() += c;
      } else {
        out.emplace_back();
      }
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(head, at);
    if (code_point == 0x2019) {
      out.back() += '\'';
    } else if (is_decoration(code_point)) {
      if (code_point < 0xFE00 || code_point > 0xFE0F) out.emplace_back();
    } else {
      out.back() += head.substr(begin, at - begin);
    }
  }
  return out;
}

class LabelReader {
 public:
  explicit LabelReader(const NarrativeRules& rules) : rules_(rules) {}

  bool resolve(std::string_view head, Label& label) const {
    label.concepts.clear();
    label.letters.clear();
    label.letter = label.question = label.answer = label.open = false;
    const std::vector<std::string> parts = pieces(head);
    bool any = false;
    bool word = false;
    for (const std::string& raw : parts) {
      const std::string_view part = trim(raw);
      if (part.empty() || is_measure(part)) continue;
      if (!resolve_part(part, label, word)) return false;
      any = true;
    }
    label.letter = any && !word;
    // "S.T.A.R. 3: the rota" names the method, no part.
    return any && !(label.letter && label.letters.size() > kMaxLetters);
  }

 private:
  // "15s", "2", "60 %", "10 sec": how long the part may take, or which it is.
  static bool is_measure(std::string_view part) {
    if (!is_ascii_digit(part[0])) return false;
    std::size_t letters = 0;
    for (const char c : part) {
      if (is_ascii_alpha(c) || (c & 0x80) != 0) ++letters;
    }
    return letters <= 8;
  }

  bool resolve_part(std::string_view part, Label& label, bool& word) const {
    if (part.size() == 1 && is_ascii_alpha(part[0])) return resolve_letter(part[0], label);
    std::string key = fold(part);
    if (is_numbered_mark(key)) return resolve_letter(key[0], label);
    for (;;) {
      if (const auto found = rules_.labels.find(key); found != rules_.labels.end()) {
        word = true;
        take(found->second, label);
        return true;
      }
      const std::string shorter = simplified(key);
      if (shorter == key || shorter.empty()) break;
      key = shorter;
    }
    if (opens(fold(part), label)) return word = true;
    // "situation and task"
    for (const std::string_view joint : {" and ", " und ", " et ", " y ", " e "}) {
      const std::size_t at = key.find(joint);
      if (at == std::string::npos) continue;
      return resolve_part(trim(std::string_view(key).substr(0, at)), label, word) &&
             resolve_part(trim(std::string_view(key).substr(at + joint.size())), label, word);
    }
    return false;
  }

  // "What I changed", where the pack holds "what i *": the longest beginning wins. "What I would
  // tell" names no part.
  bool opens(const std::string& words, Label& label) const {
    std::string key = words;
    for (std::size_t at = key.rfind(' '); at != std::string::npos; at = key.rfind(' ')) {
      key.resize(at);
      const auto found = rules_.labels.find(cat(key, " *"));
      if (found == rules_.labels.end()) continue;
      if (rules_.is_modal(std::string_view(words).substr(at + 1))) return false;
      label.open = true;
      take(found->second, label);
      return true;
    }
    return false;
  }

  // "Q3", "A12": a question or an answer with its number.
  bool is_numbered_mark(std::string_view key) const {
    constexpr std::size_t kMaxDigits = 3;
    return key.size() >= 2 && key.size() <= 1 + kMaxDigits &&
           std::all_of(key.begin() + 1, key.end(), is_ascii_digit) &&
           rules_.labels.contains(std::string(1, key[0]));
  }

  bool resolve_letter(char letter, Label& label) const {
    const char lower = ascii_lower(letter);
    label.letters += lower;
    const std::string key(1, lower);
    bool known = false;
    if (const auto found = rules_.labels.find(key); found != rules_.labels.end()) {
      label.question = label.question || found->second.kind == LabelMeaning::Kind::Question;
      label.answer = label.answer || found->second.kind == LabelMeaning::Kind::Answer;
      known = true;
    }
    const std::vector<Concept>& concepts = rules_.frameworks.concepts;
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      if (concepts[i].letter == lower) {
        add(static_cast<ConceptId>(i), label);
        known = true;
      }
    }
    return known;
  }

  void take(LabelMeaning meaning, Label& label) const {
    if (meaning.kind == LabelMeaning::Kind::Question) label.question = true;
    if (meaning.kind == LabelMeaning::Kind::Answer) label.answer = true;
    if (meaning.kind != LabelMeaning::Kind::Concept || contradicts(meaning.concept_id, label))
      return;
    // A word beside a letter decides what the letter means: "C (Challenge)".
    if (!label.concepts.empty() && label.letter_concepts) label.concepts.clear();
    label.letter_concepts = false;
    add(meaning.concept_id, label);
  }

  // "R (What happened?)": the word asks what to write; the letter says which part it is.
  bool contradicts(ConceptId id, const Label& label) const {
    if (label.concepts.empty() || !label.letter_concepts) return false;
    const std::vector<Concept>& concepts = rules_.frameworks.concepts;
    const std::vector<Slot>& slots = concepts[id].slots;
    return std::none_of(label.concepts.begin(), label.concepts.end(), [&](ConceptId letter) {
      return std::find(slots.begin(), slots.end(), concepts[letter].slots[0]) != slots.end();
    });
  }

  static void add(ConceptId id, Label& label) {
    if (std::find(label.concepts.begin(), label.concepts.end(), id) == label.concepts.end()) {
      label.concepts.push_back(id);
    }
  }

  // Without an article in front, or a number behind: "the result", "action 2".
  std::string simplified(const std::string& key) const {
    const std::size_t first = key.find(' ');
    if (first != std::string::npos && rules_.articles.contains(key.substr(0, first))) {
      return std::string(trim(std::string_view(key).substr(first)));
    }
    const std::size_t last = key.rfind(' ');
    if (last != std::string::npos && last + 1 < key.size() && is_ascii_digit(key[last + 1])) {
      return std::string(trim(std::string_view(key).substr(0, last)));
    }
    return key;
  }

  const NarrativeRules& rules_;
};

// "a)", "b)" count what follows; they name no part.
bool counts(std::string_view utf8, std::uint32_t begin, std::uint32_t end) {
  const bool lower = utf8[begin] >= 'a' && utf8[begin] <= 'z';
  return lower && begin + 1 < end && utf8[begin + 1] == ')' &&
         (begin == 0 || utf8[begin - 1] != '(');
}

// The rest of a word whose first letter alone stands in marks: "**S**ituation"; else empty.
Span behind_initial(std::string_view utf8, std::uint32_t word_end, std::uint32_t end) {
  std::uint32_t at = word_end;
  while (at < end && (utf8[at] == '*' || utf8[at] == '_')) ++at;
  Span rest{at, at};
  if (at == word_end || at == end || !is_ascii_alnum(utf8[at])) return rest;
  while (rest.end < end && is_word_byte(utf8[rest.end])) ++rest.end;
  return rest;
}

}  // namespace

std::optional<Label> read_label(std::string_view utf8, const Row& row,
                                const NarrativeRules& rules) {
  const std::uint32_t begin = label_begin(utf8, row.content);
  if (begin >= row.content.end || counts(utf8, begin, row.content.end)) {
    return std::nullopt;
  }
  const bool bold = begin > row.content.begin && (utf8[begin - 1] == '*' || utf8[begin - 1] == '_');
  const LabelReader reader(rules);
  std::optional<Label> best;
  for (Ending ending : endings(utf8, begin, row.content.end)) {
    Label label;
    if (!reader.resolve(utf8.substr(begin, ending.word_end - begin), label)) continue;
    if (best && label.letter) continue;  // "R: 3 hours" is no longer a label than "R"
    const Span rest = behind_initial(utf8, ending.word_end, row.content.end);
    if (label.letter && !rest.empty()) {
      const std::string_view tail = utf8.substr(rest.begin, rest.size());
      if (!reader.resolve(cat(utf8.substr(begin, 1), tail), label) || label.letter) {
        return std::nullopt;
      }
      ending.body = rest.end;
    }
    label.marked = ending.firm || bold || row.heading;
    const bool bare = ending.word_end == row.content.end && !label.marked;
    // A word alone on a line amid wrapped prose is a label where it opens with a capital.
    const char initial = utf8[begin];
    const bool lower = initial >= 'a' && initial <= 'z';
    if (bare && (label.letter || label.open || (!row.first && lower))) continue;
    label.word = {begin, ending.word_end};
    while (!label.word.empty() && trails(utf8[label.word.end - 1])) --label.word.end;
    label.body = body_begin(utf8, ending.body, row.content.end);
    const std::string_view marks = utf8.substr(ending.word_end, label.body - ending.word_end);
    label.marked = label.marked || marks.find(':') != std::string_view::npos;
    // "S - Situation" says more than its letter alone; but what follows a word is its body.
    best = std::move(label);
    if (!best->letter) break;
  }
  return best;
}

std::optional<Label> read_clause_label(std::string_view utf8, const Row& row,
                                       const NarrativeRules& rules) {
  const std::uint32_t begin = label_begin(utf8, row.content);
  const std::vector<Ending> ends = endings(utf8, begin, row.content.end);
  const auto ending = std::find_if(ends.begin(), ends.end(), [&](const Ending& one) {
    return one.firm || (row.heading && one.word_end == row.content.end);
  });
  if (ending == ends.end() || begin >= ending->word_end) return std::nullopt;
  Label label;
  label.word = {begin, ending->word_end};
  const std::string words = fold(utf8.substr(begin, label.word.size()));
  const bool clause = rules.clause_openers.contains(words.substr(0, words.find(' ')));
  if (!clause || words.find(' ') == words.npos || words.find('?') != words.npos)
    return std::nullopt;
  label.body = body_begin(utf8, ending->body, row.content.end);
  label.marked = true;
  return label;
}

}  // namespace starlint
