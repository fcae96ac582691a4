#include "narrative/inline_labels.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "narrative/label_shape.h"
#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::uint32_t kMaxWord = 40;  // bytes of a label inside a line

struct Cut {
  std::uint32_t row = 0;
  std::uint32_t at = 0;  // where the label's marks begin
  ConceptId concept_id = 0;
  bool bare = false;  // a letter without marks: "S: …"
};

bool is_mark(char c) { return c == '*' || c == '_' || c == '(' || c == '['; }
bool closes(char c) { return c == ':' || c == '*' || c == '_' || c == ')' || c == ']'; }

class Splitter {
 public:
  Splitter(std::string_view utf8, std::vector<Row>& rows, const NarrativeRules& rules)
      : utf8_(utf8), rows_(rows), rules_(rules) {}

  std::vector<Row> split() {
    std::vector<std::vector<Cut>> blocks;  // in reading order
    for (std::uint32_t row = 0; row < rows_.size();) {
      std::vector<Cut>& cuts = blocks.emplace_back();
      const std::uint32_t block = rows_[row].block;
      for (; row < rows_.size() && rows_[row].block == block; ++row) find(row, cuts);
    }
    const std::vector<Slots> sure = spelt_out(blocks);
    std::vector<Row> out;
    out.reserve(rows_.size());
    std::uint32_t row = 0;
    for (std::vector<Cut>& cuts : blocks) {
      if (!are_parts(cuts) && !goes_on(cuts, sure)) cuts.clear();
      auto cut = cuts.cbegin();
      for (const std::uint32_t block = rows_[row].block;
           row < rows_.size() && rows_[row].block == block; ++row) {
        const auto end = std::find_if(cut, cuts.cend(), [&](const Cut& c) { return c.row != row; });
        push(rows_[row], cut, end, out);
        cut = end;
      }
    }
    return out;
  }

 private:
  using Place = std::vector<Cut>::const_iterator;
  using Slots = std::uint32_t;  // bits

  Slots slots_of(const std::vector<Cut>& cuts) const {
    Slots slots = 0;
    for (const Cut& cut : cuts) {
      slots |=
          1U << static_cast<unsigned>(rules_.frameworks.concepts[cut.concept_id].slots.front());
    }
    return slots;
  }

  // Of the blocks that are parts of a story beyond doubt.
  std::vector<Slots> spelt_out(const std::vector<std::vector<Cut>>& blocks) const {
    std::vector<Slots> sure;
    for (const std::vector<Cut>& cuts : blocks) {
      if (are_parts(cuts)) sure.push_back(slots_of(cuts));
    }
    return sure;
  }

  // "P: … A: …" where two other blocks tell "P: … A: … R: …".
  static bool covers(Slots all, Slots some) { return (all & some) == some; }
  bool goes_on(const std::vector<Cut>& cuts, const std::vector<Slots>& sure) const {
    constexpr std::ptrdiff_t kOthers = 2;
    const Slots own = slots_of(cuts);
    return __builtin_popcount(own) >= 2 &&
           std::count_if(sure.begin(), sure.end(),
                         [&](Slots other) { return covers(other, own); }) >= kOthers;
  }

  // A label inside a line stands behind the end of a sentence or in marks, and closes with a colon
  // or, in marks, with a dash; a single letter with its marks.
  void find(std::uint32_t number, std::vector<Cut>& cuts) const {
    const Row& row = rows_[number];
    if (!row.prose || row.heading || row.cell) return;
    std::uint32_t begin = row.content.begin;  // of the word that may be a label
    bool opens = true;
    for (std::uint32_t at = begin; at < row.content.end; ++at) {
      const char c = utf8_[at];
      if (opens && closes(c) && at > begin && at - begin <= kMaxWord) {
        if (const auto found = concept_at({begin, at}, row.content)) {
          const std::uint32_t marks = marks_before(begin, row.content.begin);
          cuts.push_back({number, marks, *found, marks == begin && at == begin + 1});
        }
        opens = false;
      }
      if (!opens_behind(c, at, row.content.end)) continue;
      opens = true;
      begin = at + 1;
      while (begin < row.content.end && is_ascii_space(utf8_[begin])) ++begin;
    }
  }

  bool opens_behind(char c, std::uint32_t at, std::uint32_t end) const {
    if (is_mark(c) || ends_dash(at, end)) return true;
    const bool stops = std::string_view(".!?;|:)]").find(c) != std::string_view::npos;
    return stops && at + 1 < end && is_ascii_space(utf8_[at + 1]);
  }

  // "**The late van** — S: …", "The late van - S: …"
  bool ends_dash(std::uint32_t at, std::uint32_t end) const {
    if (at + 1 >= end || utf8_[at + 1] != ' ') return false;
    const std::string_view before = utf8_.substr(0, at + 1);
    return before.ends_with("—") || before.ends_with("–") || before.ends_with(" -");
  }

  std::uint32_t marks_before(std::uint32_t at, std::uint32_t begin) const {
    while (at > begin && is_mark(utf8_[at - 1])) --at;
    return at;
  }

  std::optional<ConceptId> concept_at(Span span, Span line) const {
    std::string_view word = trim(utf8_.substr(span.begin, span.size()));
    const bool marked = span.begin > line.begin && is_mark(utf8_[span.begin - 1]);
    const bool stopped = marked && word.ends_with('.');  // "**Task.** …"
    if (stopped) word.remove_suffix(1);
    std::uint32_t behind = span.end;
    while (behind < line.end && closes(utf8_[behind]) && utf8_[behind] != ':') ++behind;
    const std::string_view rest = utf8_.substr(behind, line.end - behind);
    if (word.size() == 1) {
      const bool ends = rest.empty() || rest[0] == ':' || rest[0] == ' ';
      const bool bare = word[0] >= 'A' && word[0] <= 'Z' && rest.starts_with(':');
      return (marked && ends) || bare ? letter(ascii_lower(word[0])) : std::nullopt;
    }
    const bool dash =
        marked && (rest.starts_with(" – ") || rest.starts_with(" — ") || rest.starts_with(" - "));
    if (!rest.starts_with(':') && !dash && !stopped) return std::nullopt;
    const auto found = meaning_of(fold(undamaged(word)));
    if (found == rules_.labels.end() || found->second.kind != LabelMeaning::Kind::Concept) {
      return std::nullopt;
    }
    return found->second.concept_id;
  }

  // "Result after one year", where the pack holds "result after *".
  StringMap<LabelMeaning>::const_iterator meaning_of(std::string key) const {
    auto found = rules_.labels.find(key);
    std::size_t end = key.rfind(' ');
    while (found == rules_.labels.end() && end != std::string::npos) {
      key.resize(end);
      found = rules_.labels.find(cat(key, " *"));
      end = key.rfind(' ');
    }
    return found;
  }

  // "(S) …", "**T:** …"
  std::optional<ConceptId> letter(char c) const {
    const std::vector<Concept>& concepts = rules_.frameworks.concepts;
    const auto found = std::find_if(concepts.begin(), concepts.end(),
                                    [&](const Concept& one) { return one.letter == c; });
    if (found == concepts.end()) return std::nullopt;
    return static_cast<ConceptId>(found - concepts.begin());
  }

  bool are_parts(const std::vector<Cut>& cuts) const {
    const bool common = std::any_of(cuts.begin(), cuts.end(), [&](const Cut& cut) {
      return cut.bare || rules_.frameworks.concepts[cut.concept_id].common;
    });
    return __builtin_popcount(slots_of(cuts)) >= (common ? 3 : 2);
  }

  // A bullet or a number in front of the first label is no text of its own.
  bool says_something(Span span) const {
    const std::string_view text = utf8_.substr(span.begin, span.size());
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return is_ascii_alpha(c) || (c & 0x80) != 0; });
  }

  void push(const Row& row, Place cut, Place end, std::vector<Row>& out) const {
    Row rest = row;
    for (; cut != end; ++cut) {
      if (cut->at <= rest.content.begin || !says_something({rest.content.begin, cut->at})) continue;
      Row before = rest;
      before.span.end = before.content.end = cut->at;
      while (before.content.end > before.content.begin &&
             is_ascii_space(utf8_[before.content.end - 1])) {
        --before.content.end;
      }
      before.ends_early = false;
      out.push_back(before);
      rest.span.begin = rest.content.begin = cut->at;
      rest.first = rest.blank_before = false;
    }
    out.push_back(rest);
  }

  std::string_view utf8_;
  std::vector<Row>& rows_;
  const NarrativeRules& rules_;
};

}  // namespace

std::vector<Row> split_at_labels(std::string_view utf8, std::vector<Row> rows,
                                 const NarrativeRules& rules) {
  return Splitter(utf8, rows, rules).split();
}

}  // namespace starlint
