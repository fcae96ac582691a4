// Stories told under labels.
#include <algorithm>

#include "base/strings.h"
#include "narrative/columns.h"
#include "narrative/label_groups.h"
#include "narrative/story.h"

namespace starlint {

namespace {

constexpr std::uint32_t kRemarks = 4;     // rows between a question and the title of its answer
constexpr std::uint32_t kMaxTitle = 120;  // bytes of a line that names a story

class LabelledFinder {
 public:
  explicit LabelledFinder(const Page& page)
      : r_(page), levels_(page), groups_(group_labels(page)) {}

  std::vector<Story> find() {
    dashed_ = std::any_of(groups_.begin(), groups_.end(), [&](const Group& group) {
      return !is_marked(r_, group) && tells(group);
    });
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const std::uint32_t after = i + 1 < groups_.size() ? groups_[i + 1][0].row : r_.row_count();
      const bool sure = tells(groups_[i]);
      const std::uint32_t last = groups_[i].back().row;
      if (!sure && (stories_.empty() || !may_go_on(groups_[i]))) continue;
      const std::size_t count = stories_.size();
      add_story(groups_[i], before, after, sure);
      if (!sure && stories_.size() == count) continue;
      before = stories_.size() > count ? stories_.back().end : last + 1;
    }
    return std::move(stories_);
  }

 private:
  using Group = LabelGroup;

  Slot slot_of(const LabelledPart& part) const {
    return r_.rules->frameworks.concepts[part.concept_id].slots[0];
  }

  // Too few labels to be sure of, but no titles: "S" and "A" behind stories with all four.
  bool may_go_on(const Group& group) const {
    return group.front().row != group.back().row &&
           std::none_of(group.begin(), group.end(),
                        [&](const LabelledPart& part) { return r_.rows[part.row].heading; });
  }

  bool tells(const Group& group) const { return are_parts(r_, group, dashed_); }

  void add_story(Group group, std::uint32_t before, std::uint32_t after, bool sure) {
    Story story;
    story.labelled = true;
    story.confidence = Confidence::High;
    find_head(group, before, story);
    find_end(group, after, story);
    for (LabelledPart& part : group) {
      part.filled = is_filled(r_, part, part.placeholder);
      if (part.filled && slot_of(part) == Slot::Result && lacks_figures(r_, part)) {
        part.filled = false;
        part.placeholder = true;
      }
    }
    story.parts = std::move(group);
    // Beside a column that explains the parts stand further remarks on them.
    const bool beside = is_turned(r_, story.first) && story.first == legend_end_;
    if (beside || is_legend(r_, story)) {
      legend_end_ = story.end;
      return;
    }
    const bool doubtful = !sure || is_blank_form(r_, story) || is_report(r_, story);
    if (doubtful && !goes_on(r_, stories_, story)) return;
    stories_.push_back(std::move(story));
  }

  // From the label upwards: the request that it answers, else the heading that holds it, else a
  // title line right above.
  void find_head(const Group& group, std::uint32_t before, Story& story) const {
    const std::uint32_t label = group[0].row;
    story.first = story.body = label;
    if (is_column_label(r_, label)) {
      story.title = lane_title(r_, label);
      story.first = std::min(story.title, first_cell(r_, label));
      return;
    }
    const std::uint32_t level = r_.rows[label].heading ? r_.rows[label].level : 256U;
    const std::uint32_t holder = r_.outline->blocks[r_.rows[label].block].parent;
    for (std::uint32_t row = label; row-- > before;) {
      const Row& line = r_.rows[row];
      const bool asks = r_.asks[row] >= Ask::General && r_.asks[row] != Ask::NotStory;
      const bool holds = line.first && line.block == holder && !line.heading;
      if (line.soft && story.title != kNone && counts(row) && counts(story.title)) return;
      if (holds || (line.heading && line.level < level)) {
        story.first = story.title = row;
        if (asks) story.prompt = row;
        story.body = std::min(label, row + 1);
        if (line.heading) climb(before, story);
        return;
      }
      const bool near = (r_.asks[row] == Ask::Question && weigh(r_, row, label).sentences == 0) ||
                        (names_theme(row) && weigh(r_, row + 1, label).sentences == 0);
      if ((near || r_.asks[row] >= Ask::General) && line.first && line.prose && !line.cell) {
        story.first = story.title = row;
        if (asks) story.prompt = row;
        story.body = std::min(label, row + 1);
        return;
      }
      if (whole_item(group) && line.first && line.block == r_.rows[label].block) {
        story.first = story.title = row;
        return;
      }
      if (line.separator && story.title != kNone) return;
      // The nearest line above that begins its own block can be the title.
      if (story.title == kNone && line.prose && line.first && row + 3 >= label &&
          line.content.size() <= kMaxTitle && line.indent <= r_.rows[label].indent) {
        story.first = story.title = row;
        story.body = std::min(label, row + 1);
      }
    }
  }

  // "3. A quarrel" is no part of what stands under "2. The tender I lost".
  bool counts(std::uint32_t row) const {
    const std::string_view line = trim(r_.slice(r_.rows[row].span));
    return !line.empty() && is_ascii_digit(line[0]);
  }

  // "Q5. Supporting learners" over its parts, behind another question.
  bool names_theme(std::uint32_t row) const {
    const Label* label = r_.label(row);
    return label != nullptr && label->question && r_.asks[row] == Ask::Topic;
  }

  // "- **Rota**: S: … T: … A: …": one item tells the story.
  bool whole_item(const Group& group) const {
    const std::uint32_t block = r_.rows[group.front().row].block;
    return group.size() >= 2 && group.front().row != group.back().row &&
           r_.rows[group.back().row].block == block &&
           r_.outline->blocks[block].kind == BlockKind::ListItem;
  }

  // A title under a heading that asks: the heading is where the story begins. Right under it, or
  // behind remarks where the title only says "Answer".
  void climb(std::uint32_t before, Story& story) const {
    if (story.prompt == story.title) return;
    const Label* label = r_.label(story.title);
    const bool answers = label != nullptr && label->answer;
    std::uint32_t remarks = answers ? kRemarks : 0;
    std::uint32_t above = story.first;
    for (; above > before && !r_.rows[above - 1].heading; --above) {
      if (remarks-- == 0) return;
    }
    if (above == before) return;
    const Row& line = r_.rows[--above];
    if (!line.heading || line.level >= r_.rows[story.title].level) return;
    if (r_.asks[above] < Ask::General || r_.asks[above] == Ask::NotStory) return;
    story.first = story.prompt = above;
    if (answers) story.title = above;
  }

  void find_end(Group& group, std::uint32_t after, Story& story) const {
    std::uint32_t level = story.title != kNone && r_.rows[story.title].heading
                              ? r_.rows[story.title].level
                              : levels_.holding(group[0].row);
    bool separated = false;
    for (std::uint32_t row = group.front().row; row < group.back().row; ++row) {
      separated = separated || r_.rows[row].separator;
    }
    if (r_.rows[group.back().row].heading) {
      level = std::max<std::uint32_t>(level, r_.rows[group.back().row].level);
    }
    std::uint32_t end = group.back().row + 1;
    while (end < after && !ends_story(end, level, separated, group) && !leaves(end, story)) ++end;
    end = without_afterword(group, end);
    if (end == after && names_next(after) && after - 1 > group.back().row) --end;
    while (end > group.back().row + 1 && !r_.rows[end - 1].prose) --end;
    story.end = end;
    std::uint32_t body_end = end;
    for (std::size_t i = group.size(); i-- > 0;) {
      if (i + 1 < group.size() && group[i + 1].row != group[i].row) body_end = group[i + 1].row;
      group[i].end_row = is_column_label(r_, group[i].row) ? group[i].row + 1 : body_end;
    }
  }

  // An item as far out as the one whose points the labels are.
  bool leaves(std::uint32_t row, const Story& story) const {
    const auto is_item = [&](std::uint32_t one) {
      return r_.rows[one].first &&
             r_.outline->blocks[r_.rows[one].block].kind == BlockKind::ListItem;
    };
    return story.title != kNone && story.title < story.body && is_item(story.title) &&
           r_.rows[story.body].indent > r_.rows[story.title].indent && is_item(row) &&
           r_.rows[row].indent <= r_.rows[story.title].indent;
  }

  // A line apart from what is above it, right over the first label of the next story.
  bool names_next(std::uint32_t label) const {
    if (label >= r_.row_count() || label == 0 || r_.rows[label].blank_before) return false;
    const Row& line = r_.rows[label - 1];
    const bool apart = line.blank_before || line.indent < r_.rows[label].indent;
    return line.prose && line.first && apart && r_.label(label - 1) == nullptr &&
           line.content.size() <= kMaxTitle && line.indent <= r_.rows[label].indent &&
           !r_.slice(line.content).ends_with('.');
  }

  // Remarks behind a story whose parts are single blocks do not belong to its last part: they stand
  // apart, at the margin, and tell no event.
  std::uint32_t without_afterword(const Group& group, std::uint32_t end) const {
    for (std::uint32_t row = group.front().row + 1; row < group.back().row; ++row) {
      if (stands_apart(row, group) && r_.label(row) == nullptr) return end;
    }
    const Row& label = r_.rows[group.back().row];
    const bool body_below = r_.labels[group.back().label].body >= label.content.end;
    std::uint32_t row = group.back().row + 1;
    // A body may begin below its label, but not further out than the label.
    const bool outside =
        row < end && r_.rows[row].blank_before && r_.rows[row].indent < label.indent;
    if (body_below && row < end && !outside) ++row;
    while (row < end && !stands_apart(row, group)) ++row;
    const bool after = row < end && weigh(r_, row, end).told == 0 && !ends_untold(group, row, end);
    return after ? row : end;
  }

  // What came of it, where no label says so.
  bool ends_untold(const Group& group, std::uint32_t row, std::uint32_t end) const {
    return std::none_of(group.begin(), group.end(),
                        [&](const LabelledPart& part) { return slot_of(part) == Slot::Result; }) &&
           std::any_of(r_.sentences.begin() + r_.first_sentence[row],
                       r_.sentences.begin() + r_.first_sentence[end],
                       [&](const Sentence& one) { return r_.shows(one, Sign::Result); });
  }

  // "**maybe: the flood** (a spectator only)" behind points below "**Cloud bill**".
  bool looks_like_title(std::uint32_t row, const Group& group) const {
    const std::uint32_t first = group.front().row;
    if (first == 0 || r_.label(row) != nullptr || !stands_apart(row, group)) return false;
    const Row& title = r_.rows[first - 1];
    const auto bold = [&](const Row& line) { return r_.slice(line.content).starts_with("**"); };
    return bold(r_.rows[row]) && (title.soft || bold(title)) && title.first &&
           r_.label(first - 1) == nullptr && !bold(r_.rows[first]);
  }

  bool stands_apart(std::uint32_t row, const Group& group) const {
    const Row& line = r_.rows[row];
    const Row& label = r_.rows[group.front().row];
    return line.prose && line.first && line.blank_before && line.indent <= label.indent &&
           r_.outline->blocks[line.block].kind != BlockKind::ListItem;
  }

  bool ends_story(std::uint32_t row, std::uint32_t level, bool separated,
                  const Group& group) const {
    const Row& line = r_.rows[row];
    const std::uint32_t last = group.back().row;
    if (is_column_label(r_, last)) return first_cell(r_, row) != first_cell(r_, last);
    if (whole_item(group) && line.block != r_.rows[last].block) {
      return line.indent <= r_.rows[group.front().row].indent;
    }
    if (line.separator) return !separated;
    if (looks_like_title(row, group)) return true;
    if (ends_group(r_, row, level, group)) return true;
    if (line.heading) return !r_.rows[group.back().row].heading;
    // The title of the next story stands right above its first label.
    const Label* label = r_.label(row);
    return label != nullptr && label->question;
  }

  const Page& r_;
  HeadingLevels levels_;
  std::vector<Group> groups_;
  std::uint32_t legend_end_ = kNone;  // behind the last rows that only explain the labels
  bool dashed_ = false;               // a group without doubt has its labels before dashes
  std::vector<Story> stories_;
};

}  // namespace

std::vector<Story> find_labelled(const Page& page) { return LabelledFinder(page).find(); }

}  // namespace starlint
