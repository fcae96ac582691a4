#include "narrative/settle.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/strings.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::size_t kLongestTitle = 60;  // bytes of a line that only its letter makes a title
constexpr std::uint8_t kSoftLevel = 7;     // below all headings that are marked as such

// "P:" before "A:" and "R:" is a problem, "P:" before "R:" and the next "P:" asks: a letter that
// may mark a question names a part where two other parts follow before it comes again.
void settle_letters(std::vector<Label>& labels) {
  constexpr std::size_t kParts = 6;
  std::string parts;  // letters that name one
  for (std::size_t i = 0; i < labels.size(); ++i) {
    Label& label = labels[i];
    if (!label.letter || !label.question || label.concepts.empty()) continue;
    std::string seen;
    for (std::size_t next = i + 1; next < std::min(labels.size(), i + kParts); ++next) {
      const Label& other = labels[next];
      if (!other.letter || other.concepts.empty() || other.letters == label.letters) break;
      if (seen.find(other.letters) == std::string::npos) seen += other.letters;
    }
    if (seen.size() >= 2) label.question = false;
    parts += seen.size() >= 2 ? label.letters : std::string();
  }
  // Where it is one in other entries, it is one over a single part, too.
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
    const Label& next = labels[i + 1];
    const bool over = next.letter && !next.concepts.empty() && next.letters != labels[i].letters;
    if (labels[i].letter && over && parts.find(labels[i].letters) != std::string::npos) {
      labels[i].question = false;
    }
  }
}

// "What happened" opens a story; behind what the speaker did, or where the situation is told and
// no such deed follows, it tells how that ended. Such a word serves the Situation first and the
// Result, too.
class LaterReader {
 public:
  explicit LaterReader(Page& page) : page_(page) {}

  void settle() {
    const std::vector<Concept>& concepts = page_.rules->frameworks.concepts;
    const auto result = std::find_if(concepts.begin(), concepts.end(), [](const Concept& one) {
      return one.slots[0] == Slot::Result;
    });
    for (std::size_t i = 1; i < page_.labels.size(); ++i) {
      if (may_end(i) && ends(i)) {
        page_.labels[i].concepts[0] = static_cast<ConceptId>(result - concepts.begin());
      }
    }
  }

 private:
  bool may_end(std::size_t i) const {
    const Label& label = page_.labels[i];
    if (label.concepts.size() != 1) return false;
    const std::vector<Slot>& slots = page_.rules->frameworks.concepts[label.concepts[0]].slots;
    return slots[0] != Slot::Result &&
           std::find(slots.begin(), slots.end(), Slot::Result) != slots.end();
  }

  // The first slot of a label of the same story as its neighbour's; Other where the story ends.
  Slot slot_beside(std::size_t i, std::size_t other) const {
    if (other >= page_.labels.size() || page_.labels[other].concepts.empty()) return Slot::Other;
    const std::uint32_t from = std::min(page_.labels[i].row, page_.labels[other].row);
    const std::uint32_t to = std::max(page_.labels[i].row, page_.labels[other].row);
    const bool titled = std::any_of(page_.rows.begin() + from + 1, page_.rows.begin() + to,
                                    [](const Row& row) { return row.heading; });
    const ConceptId concept_id = page_.labels[other].concepts[0];
    return titled ? Slot::Other : page_.rules->frameworks.concepts[concept_id].slots[0];
  }

  bool ends(std::size_t i) const {
    const Slot before = slot_beside(i, i - 1);
    if (before == Slot::Action) return true;
    if (before != Slot::Task || i < 2 || slot_beside(i, i - 2) != Slot::Situation) return false;
    const Slot after = slot_beside(i, i + 1);
    return after != Slot::Action && after != Slot::Result;
  }

  Page& page_;
};

/// The letter that counts a heading, or a line that stands alone: "A. Field work", "B) Doubt", "C";
/// 0 without.
char counting_letter(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const bool alone = line.first && line.blank_before && line.prose && !line.cell &&
                     (row + 1 == page.row_count() || page.rows[row + 1].blank_before);
  const std::string_view title = page.slice(line.content);
  const std::size_t at = title.find_first_not_of("#* ");
  if ((!line.heading && !alone) || at == title.npos) return 0;
  const std::string_view behind = title.substr(at + 1);
  const bool counts =
      (behind.empty() && line.heading) || behind.starts_with(". ") || behind.starts_with(") ");
  const bool told = !line.heading && (title.size() > kLongestTitle || title.ends_with('.'));
  return counts && !told && title[at] >= 'A' && title[at] <= 'Z' ? title[at] : '\0';
}

/// "A.", "B.", "C." before titles count them and name no Action: each goes on where the one before
/// it stopped. Lines that are counted so are titles, though nothing else marks them.
void settle_counted(Page& page) {
  std::vector<std::uint32_t> run;
  const auto settle = [&] {
    for (const std::uint32_t row : run) {
      if (run.size() < 2) break;
      page.label_of_row[row] = kNone;
      if (page.rows[row].heading) continue;
      page.rows[row].heading = page.rows[row].soft = true;
      page.rows[row].level = kSoftLevel;
    }
    run.clear();
  };
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    const char letter = counting_letter(page, row);
    if (letter == 0) continue;
    if (!run.empty() && letter != counting_letter(page, run.back()) + 1) settle();
    if (!run.empty() || letter == 'A') run.push_back(row);
  }
  settle();
}

/// "## A1. Moving the archive": a number of the title, no Action, where nothing asks "Q1".
void settle_numbered(Page& page) {
  const bool asked = std::any_of(page.labels.begin(), page.labels.end(),
                                 [](const Label& label) { return label.question; });
  for (std::uint32_t row = 0; row < page.row_count() && !asked; ++row) {
    const Label* label = page.label(row);
    if (label == nullptr || !label->letter || !page.rows[row].heading) continue;
    const std::string_view word = page.slice(label->word);
    const bool counts = word.size() > 1 && is_ascii_digit(word[1]);
    if (counts && label->body < page.rows[row].content.end) page.label_of_row[row] = kNone;
  }
}

bool is_in_capitals(std::string_view text) {
  constexpr int kLetters = 4;
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (is_lower(character)) return false;
    letters += is_upper(character);
  }
  return letters >= kLetters;
}

/// "NIGHT FERRY" right over the text of its paragraph, and no label.
bool may_head_paragraph(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const bool over = row + 1 < page.row_count() && page.rows[row + 1].block == line.block;
  const std::string_view title = page.slice(line.content);
  return over && line.prose && line.first && line.blank_before && page.label(row) == nullptr &&
         page.outline->blocks[line.block].kind == BlockKind::Paragraph &&
         title.size() <= kLongestTitle && title.find_last_of(".,:;") != title.size() - 1 &&
         is_in_capitals(title) && !is_in_capitals(page.slice(page.rows[row + 1].content));
}

/// Lines in capitals are titles where several stand so, each with words of its own: the same ones
/// over and over name parts.
void settle_capitals(Page& page) {
  std::vector<std::uint32_t> titles;
  std::set<std::string_view> words;
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    if (!may_head_paragraph(page, row)) continue;
    titles.push_back(row);
    words.insert(page.slice(page.rows[row].content));
  }
  if (words.size() < 2 || words.size() < titles.size()) return;
  for (const std::uint32_t row : titles) {
    page.rows[row].heading = page.rows[row].soft = true;
    page.rows[row].level = kSoftLevel;
    page.rows[row + 1].first = true;
  }
}

}  // namespace

void settle_labels(Page& page) {
  settle_letters(page.labels);
  settle_counted(page);
  settle_numbered(page);
  settle_capitals(page);
  LaterReader(page).settle();
}

}  // namespace starlint
