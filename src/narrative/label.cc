#include "narrative/label.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "narrative/label_shape.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::size_t kMaxLetters = 2;  // "S/T" is a label of two parts

/// What may stand behind the word of a label, but is not of it.
bool trails(char c) { return is_ascii_space(c) || c == ':' || c == '*' || c == '_'; }

// "i.e", "e.g", whose letters name no parts.
bool ends_in_abbreviation(std::string_view head) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::size_t size = head.size();
  return size >= 3 && lower(head[size - 1]) && head[size - 2] == '.' && lower(head[size - 3]) &&
         (size == 3 || !is_ascii_alnum(head[size - 4]));
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
    if (ends_in_abbreviation(head)) return false;
    const std::vector<std::string> parts = pieces(undamaged(head));
    bool any = false;
    bool word = false;
    for (const std::string& raw : parts) {
      const std::string_view part = trim(raw);
      if (part.empty() || is_measure(part) || (any && is_counter(part))) continue;
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

  // "step 2" in "Action, step 2".
  static bool is_counter(std::string_view part) {
    const std::size_t blank = part.find(' ');
    return blank != std::string_view::npos && blank + 1 < part.size() &&
           std::all_of(part.begin() + static_cast<std::ptrdiff_t>(blank) + 1, part.end(),
                       is_ascii_digit);
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
    return resolve_joined(key, label, word);
  }

  // "Situation and task".
  bool resolve_joined(std::string_view words, Label& label, bool& word) const {
    std::size_t begin = words.find(' ');
    while (begin != std::string_view::npos) {
      const std::size_t end = words.find(' ', begin + 1);
      if (end == std::string_view::npos) return false;
      if (rules_.joints.contains(words.substr(begin + 1, end - begin - 1))) {
        return resolve_part(words.substr(0, begin), label, word) &&
               resolve_part(words.substr(end + 1), label, word);
      }
      begin = end;
    }
    return false;
  }

  // "What I changed", where the pack holds "what i {deed}", or "What we got for it" beside "what we
  // got *": the longest beginning wins. "What I like" tells no deed.
  bool opens(const std::string& words, Label& label) const {
    std::string key = words;
    for (std::size_t at = key.rfind(' '); at != std::string::npos; at = key.rfind(' ')) {
      key.resize(at);
      const std::string_view rest = std::string_view(words).substr(at + 1);
      auto found = rules_.labels.find(cat(key, " *"));
      if (found == rules_.labels.end()) found = rules_.labels.find(cat(key, " {deed}"));
      if (found == rules_.labels.end()) continue;
      if (rules_.is_modal(rest)) return false;
      if (found->first.ends_with("{deed}") && !rules_.tells_deed(rest)) return false;
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

// "**I was supposed to** find …": bold type in which the sentence only begins.
bool leads_in(std::string_view utf8, const Label& label, std::uint32_t end) {
  if (label.word.begin == 0 || label.body >= end) return false;
  const char mark = utf8[label.word.begin - 1];
  std::size_t body = label.body;
  return (mark == '*' || mark == '_') && utf8.substr(label.word.end, 1)[0] == mark &&
         is_lower(next_code_point(utf8, body));
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
  for (LabelEnd ending : label_ends(utf8, begin, row.content.end)) {
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
    const std::string_view word = utf8.substr(begin, ending.word_end - begin);
    const std::size_t last = word.find_last_not_of(". ");  // "The goal was 80."
    const bool counted = last != std::string_view::npos && is_ascii_digit(word[last]);
    if (bare && (label.letter || label.open || (!row.first && lower))) continue;
    if (counted && !row.first && ending.body >= row.content.end) continue;
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

std::optional<Label> read_unknown_label(std::string_view utf8, const Row& row,
                                        const NarrativeRules& rules) {
  constexpr std::ptrdiff_t kNameBlanks = 2;
  constexpr std::ptrdiff_t kLeadBlanks = 5;
  const std::uint32_t begin = label_begin(utf8, row.content);
  const std::vector<LabelEnd> ends = label_ends(utf8, begin, row.content.end);
  const auto ending = std::find_if(ends.begin(), ends.end(), [&](const LabelEnd& one) {
    return one.firm || (row.heading && one.word_end == row.content.end);
  });
  if (ending == ends.end() || begin >= ending->word_end) return std::nullopt;
  Label label;
  label.word = {begin, ending->word_end};
  label.body = body_begin(utf8, ending->body, row.content.end);
  label.marked = true;
  const std::string words = fold(utf8.substr(begin, label.word.size()));
  const std::ptrdiff_t blanks = std::count(words.begin(), words.end(), ' ');
  const bool clause = rules.clause_openers.contains(words.substr(0, words.find(' ')));
  label.open = clause || (blanks <= kLeadBlanks && leads_in(utf8, label, row.content.end));
  label.question = words.ends_with('?');
  if (!label.open && (label.question || blanks > kNameBlanks)) return std::nullopt;
  return label;
}

}  // namespace starlint
