#include "narrative/settle.h"

#include <algorithm>
#include <string>

namespace starlint {

namespace {

// "P:" before "A:" and "R:" is a problem, "P:" before "R:" and the next "P:" asks: a letter that
// may mark a question names a part where two other parts follow before it comes again.
void settle_letters(std::vector<Label>& labels) {
  constexpr std::size_t kParts = 6;
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

/// The letter that a heading has as its number: "A. Field work", "B) Doubt", "C"; 0 without.
char heading_letter(const Page& page, std::uint32_t row) {
  const std::string_view title = page.slice(page.rows[row].content);
  const std::size_t at = title.find_first_not_of("#* ");
  if (!page.rows[row].heading || at == title.npos) return 0;
  const std::string_view behind = title.substr(at + 1);
  const bool counts = behind.empty() || behind.starts_with(". ") || behind.starts_with(") ");
  return counts && title[at] >= 'A' && title[at] <= 'Z' ? title[at] : '\0';
}

/// "A." and "B." before headings of one level count them and name no Action.
void settle_counted(Page& page) {
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    if (heading_letter(page, row) != 'A' || page.label(row) == nullptr) continue;
    std::uint32_t next = row + 1;
    const auto beside = [&](std::uint32_t other) {
      return page.rows[other].heading && page.rows[other].level <= page.rows[row].level;
    };
    while (next < page.row_count() && !beside(next)) ++next;
    if (next == page.row_count() || heading_letter(page, next) != 'B') continue;
    page.label_of_row[row] = page.label_of_row[next] = kNone;
  }
}

}  // namespace

void settle_labels(Page& page) {
  settle_letters(page.labels);
  settle_counted(page);
  LaterReader(page).settle();
}

}  // namespace starlint
