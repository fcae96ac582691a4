#include "narrative/label_groups.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "narrative/columns.h"
#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::size_t kMaxParts = 64;  // more labels in a row are a form, not a story

class LabelGrouper {
 public:
  explicit LabelGrouper(const Page& page) : page_(page), levels_(page) {}

  // Labels that follow each other without a boundary are one group.
  std::vector<LabelGroup> collect() {
    LabelGroup group;
    bool after_question = false;
    std::uint32_t level = 0;  // of the heading that holds the group, or of its label headings
    for (std::uint32_t row = 0; row < page_.row_count(); ++row) {
      const Label* label = page_.label(row);
      if (label == nullptr || label->concepts.empty() || label->question) {
        after_question = after_question || (label != nullptr && label->question);
        if (!group.empty() && ends_group(page_, row, level, group)) close(group);
        continue;
      }
      // "| cause |" over a table inside a story
      const bool cell = page_.rows[row].cell && !is_column_label(page_, row);
      if (cell && !group.empty() && !page_.rows[group[0].row].cell) continue;
      const bool answers = label->answer && label->letter && after_question;
      after_question = false;
      if (answers) continue;
      LabelledPart part;
      part.label = page_.label_of_row[row];
      part.row = row;
      part.concept_id =
          label->letter ? choose(*label, label->letters[0], group) : label->concepts[0];
      if (titles_next(group, part, level)) close(group);
      if (heads(group, part) || is_field_before(group, part)) group.clear();
      if (restarts(group, part) || group.size() >= kMaxParts) close(group);
      if (group.empty()) level = levels_.holding(row);
      if (page_.rows[row].heading)
        level = std::min<std::uint32_t>(level, page_.rows[row].level - 1U);
      push(group, part, *label);
    }
    close(group);
    return std::move(groups_);
  }

 private:
  // "## Results" behind a story that has its Result, or "## Learning" right over the first label of
  // another, under a heading of the same rank.
  bool titles_next(const LabelGroup& group, const LabelledPart& part, std::uint32_t level) const {
    return !group.empty() && page_.rows[part.row].heading && !page_.rows[group[0].row].heading &&
           page_.rows[part.row].level <= level &&
           (has(group, slot_of(part)) || stands_over(part.row, group[0]));
  }

  bool stands_over(std::uint32_t row, const LabelledPart& first) const {
    const Label* below = row + 1 < page_.row_count() ? page_.label(row + 1) : nullptr;
    return below != nullptr && !page_.rows[row + 1].heading &&
           std::find(below->concepts.begin(), below->concepts.end(), first.concept_id) !=
               below->concepts.end();
  }

  // "Failure" over "Situation: …" is what the story is about, no component of it; so is a heading
  // right over such a line, whatever its words: "What I achieved".
  bool heads(const LabelGroup& group, const LabelledPart& part) const {
    if (group.size() != 1 || label_of(group[0]).letter || group[0].concept_id == part.concept_id) {
      return false;
    }
    const bool titles = page_.rows[group[0].row].heading && !page_.rows[part.row].heading;
    const bool same = slot_of(group[0]) == slot_of(part);
    if (titles && same && concept_of(group[0]).theme) return true;  // "Failure: the double booking"
    if (!same && !(titles && slot_of(part) == Slot::Situation)) return false;
    LabelledPart head = group[0];
    head.end_row = part.row;
    return !is_filled(page_, head, head.placeholder) && !head.placeholder;
  }

  // "| Assignment | the stock count |" in a table over "Situation: …".
  bool is_field_before(const LabelGroup& group, const LabelledPart& part) const {
    return group.size() == 1 && page_.rows[group[0].row].cell && !page_.rows[part.row].cell;
  }

  void push(LabelGroup& group, LabelledPart part, const Label& label) const {
    group.push_back(part);
    for (std::size_t i = 1; label.letter && i < label.letters.size(); ++i) {
      part.concept_id = choose(label, label.letters[i], group);
      group.push_back(part);
    }
    for (const ConceptId id : label.concepts) {
      if (label.letter || id == part.concept_id) continue;
      part.concept_id = id;
      group.push_back(part);
    }
  }

  void close(LabelGroup& group) {
    if (!group.empty()) groups_.push_back(std::move(group));
    group.clear();
  }

  // A letter may mean several things: the first that the group does not have yet. Behind what was
  // done "O" is the outcome.
  ConceptId choose(const Label& label, char letter, const LabelGroup& group) const {
    const std::vector<Concept>& concepts = page_.rules->frameworks.concepts;
    const bool ends = has(group, Slot::Action) && !has(group, Slot::Result);
    std::optional<ConceptId> first;
    std::optional<ConceptId> best;
    for (const ConceptId id : label.concepts) {
      if (concepts[id].letter != letter) continue;
      if (!first) first = id;
      if (ends && concepts[id].slots[0] == Slot::Result) return id;
      const bool taken = std::any_of(group.begin(), group.end(), [&](const LabelledPart& part) {
        return part.concept_id == id;
      });
      if (!taken && !best) best = id;
    }
    return best.value_or(first.value_or(label.concepts[0]));
  }

  bool restarts(const LabelGroup& group, const LabelledPart& part) const {
    if (group.empty()) return false;
    const Slot slot = slot_of(part);
    if (slot == slot_of(group[0])) {
      // "Context" under "Situation" goes on; a second "Situation" begins anew, and so does a first
      // slot behind a Result.
      return (part.concept_id == group[0].concept_id && !names_post(group, part)) ||
             has(group, Slot::Result);
    }
    // "Result: …" told first, then how it came to be.
    return slot == Slot::Situation && has(group, Slot::Result) && group.size() > 1 &&
           !ends_backwards(group, part);
  }

  // "Assignment: all bridges of the county" over "Situation: …" and "Task: …".
  bool names_post(const LabelGroup& group, const LabelledPart& part) const {
    return slot_of(part) == Slot::Task && has(group, Slot::Situation) &&
           !has(group, Slot::Action) &&
           fold(page_.slice(label_of(group[0]).word)) != fold(page_.slice(label_of(part).word));
  }

  // "R: …", "A: …", "T: …", and then "S: …", behind which nothing else of a story follows.
  bool ends_backwards(const LabelGroup& group, const LabelledPart& part) const {
    if (slot_of(group[0]) != Slot::Result || !has(group, Slot::Action) ||
        has(group, Slot::Situation)) {
      return false;
    }
    std::uint32_t row = part.row + 1;
    const auto opens = [&](std::uint32_t at) {
      return page_.rows[at].heading || page_.label(at) != nullptr;
    };
    while (row < page_.row_count() && !opens(row)) ++row;
    if (row == page_.row_count() || page_.label(row) == nullptr) return true;
    const std::vector<ConceptId>& next = page_.label(row)->concepts;
    return std::none_of(next.begin(), next.end(), [&](ConceptId id) {
      const Slot slot = page_.rules->frameworks.concepts[id].slots[0];
      return slot == Slot::Task || slot == Slot::Action;
    });
  }

  bool has(const LabelGroup& group, Slot slot) const {
    return std::any_of(group.begin(), group.end(),
                       [&](const LabelledPart& part) { return slot_of(part) == slot; });
  }

  const Concept& concept_of(const LabelledPart& part) const {
    return page_.rules->frameworks.concepts[part.concept_id];
  }
  Slot slot_of(const LabelledPart& part) const { return concept_of(part).slots[0]; }
  const Label& label_of(const LabelledPart& part) const { return page_.labels[part.label]; }

  const Page& page_;
  HeadingLevels levels_;
  std::vector<LabelGroup> groups_;
};

// "Night desk" over labels that stand deeper: a story of its own.
bool holds_labels(const Page& page, std::uint32_t row) {
  if (row + 1 >= page.row_count() || !page.rows[row].first || !page.rows[row].prose) return false;
  const Label* below = page.label(row + 1);
  return below != nullptr && !below->concepts.empty() &&
         page.rows[row + 1].indent > page.rows[row].indent;
}

// "### The flood" right over "Situation: …" and "Task: …", beside "### What was your role?". One
// deeper than the titles that are labels has to open with the Situation.
bool heads_labels(const Page& page, std::uint32_t row, bool deeper) {
  std::uint32_t labels = 0;
  bool opens = false;
  for (std::uint32_t below = row + 1; below < page.row_count() && !page.rows[below].heading;
       ++below) {
    const Label* label = page.label(below);
    if (label == nullptr || label->concepts.empty() || label->question) continue;
    const Slot slot = page.rules->frameworks.concepts[label->concepts[0]].slots[0];
    opens = opens || (labels == 0 && slot == Slot::Situation);
    ++labels;
  }
  return labels >= 2 && (opens || !deeper);
}

}  // namespace

HeadingLevels::HeadingLevels(const Page& page) : page_(page) {
  std::uint8_t level = 0;
  for (const Row& row : page.rows) {
    if (row.heading) level = row.level;
    levels_.push_back(level);
  }
}

std::uint32_t HeadingLevels::holding(std::uint32_t row) const {
  return page_.rows[row].heading ? page_.rows[row].level - 1U : levels_[row];
}

std::vector<LabelGroup> group_labels(const Page& page) { return LabelGrouper(page).collect(); }

bool ends_group(const Page& page, std::uint32_t row, std::uint32_t level, const LabelGroup& group) {
  const Row& line = page.rows[row];
  const Ask ask = page.asks[row];
  const bool asks = ask == Ask::Behavioural || ask == Ask::General || ask == Ask::NotStory;
  if (!line.heading) {
    const bool outside = !line.cell && line.indent <= page.rows[group[0].row].indent;
    return outside && (asks || holds_labels(page, row));
  }
  // Below labels that are headings themselves, deeper headings divide a part.
  const bool under_headings =
      std::any_of(group.begin(), group.end(),
                  [&](const LabelledPart& part) { return page.rows[part.row].heading; });
  if (line.level <= level || ask == Ask::Behavioural || (!under_headings && !line.soft)) {
    return true;
  }
  return under_headings && heads_labels(page, row, line.level > level + 1);
}

}  // namespace starlint
