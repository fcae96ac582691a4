// Stories told one a row of a table whose columns name no parts: a request or a name, and beside it
// what was told.
#include <algorithm>

#include "narrative/columns.h"
#include "narrative/story.h"

namespace starlint {

namespace {

constexpr std::uint32_t kShortestEntry = 18;  // words of a story that nothing asks for
constexpr std::uint32_t kShortAnswer = 30;    // words that may tell nothing
constexpr std::uint32_t kMaxColumns = 16;     // a wider table is no list of stories

class TableReader {
 public:
  TableReader(const Page& page, std::vector<Story>& stories, std::vector<OpenPrompt>& open)
      : page_(page), stories_(stories), open_(open) {}

  void read(std::uint32_t first, std::uint32_t end) {
    collect(first, end);
    if (lanes_.size() < 2) return;
    choose_columns();
    if (answer_ == kNone) return;
    std::vector<Story> told;
    std::vector<Story> named;
    std::vector<std::uint32_t> unanswered;
    for (const Lane& lane : lanes_) {
      const std::uint32_t request = asking_cell(lane);
      const std::uint32_t answer = cell(lane, answer_);
      if (answer == kNone || heads(lane)) continue;
      if (request == kNone) {
        if (tells(answer)) named.push_back(story_of(lane, request, answer));
      } else if (is_empty(answer)) {
        if (page_.asks[request] == Ask::Behavioural) unanswered.push_back(request);
      } else if (answers(request, answer)) {
        told.push_back(story_of(lane, request, answer));
      }
    }
    if (named.size() >= 2 && 2 * named.size() + 1 >= lanes_.size()) {
      told.insert(told.end(), named.begin(), named.end());
    }
    if (!told.empty() || names_answers()) {
      for (const std::uint32_t row : unanswered) {
        open_.push_back({page_.rows[row].content, {}, false});
      }
    }
    stories_.insert(stories_.end(), told.begin(), told.end());
  }

 private:
  struct Lane {
    std::uint32_t first = 0;  // cells [first, end)
    std::uint32_t end = 0;
  };

  void collect(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t row = first; row < end; ++row) {
      if (row == first || page_.rows[row].lane != page_.rows[row - 1].lane)
        lanes_.push_back({row, row});
      lanes_.back().end = row + 1;
    }
  }

  std::uint32_t cell(const Lane& lane, std::uint32_t column) const {
    return column < lane.end - lane.first ? lane.first + column : kNone;
  }

  // The answers stand in the column with most words that asks nothing.
  void choose_columns() {
    std::vector<std::uint32_t> words(kMaxColumns);
    std::vector<std::uint32_t> asking(kMaxColumns);
    for (const Lane& lane : lanes_) {
      for (std::uint32_t row = lane.first; row < std::min(lane.end, lane.first + kMaxColumns);
           ++row) {
        words[row - lane.first] += page_.rows[row].content.size();
        asking[row - lane.first] += asks_for_story(row);
      }
    }
    for (std::uint32_t column = 0; column < kMaxColumns; ++column) {
      if (words[column] == 0 || 2 * asking[column] >= lanes_.size()) continue;
      if (answer_ == kNone || words[column] > words[answer_]) answer_ = column;
    }
    if (answer_ == kNone) return;
    for (std::uint32_t column = 0; column < kMaxColumns; ++column) {
      const bool more = question_ == kNone || asking[column] > asking[question_];
      if (column != answer_ && asking[column] > 0 && more) question_ = column;
    }
  }

  bool asks_for_story(std::uint32_t row) const {
    const Ask ask = page_.asks[row];
    return ask == Ask::Topic || ask == Ask::General || ask == Ask::Behavioural;
  }

  std::uint32_t asking_cell(const Lane& lane) const {
    const std::uint32_t row = question_ == kNone ? kNone : cell(lane, question_);
    return row != kNone && asks_for_story(row) ? row : kNone;
  }

  // The first row, over the columns.
  bool heads(const Lane& lane) const {
    return lane.first == lanes_.front().first && !page_.rows[lane.first].content.empty() &&
           weigh(page_, lane.first, lane.end).told == 0;
  }

  bool names_answers() const {
    const std::uint32_t head = cell(lanes_.front(), answer_);
    return head != kNone && page_.label(head) != nullptr && page_.label(head)->answer;
  }

  bool is_empty(std::uint32_t row) const {
    bool placeholder = false;
    return !is_filled(page_, row, row + 1, page_.rows[row].content.begin, placeholder);
  }

  bool tells(std::uint32_t row) const {
    const ProseEvidence evidence = weigh(page_, row, row + 1);
    return evidence.told >= 1 && evidence.sentences >= 2 && evidence.words >= kShortestEntry &&
           evidence.advice == 0;
  }

  bool answers(std::uint32_t request, std::uint32_t answer) const {
    const ProseEvidence evidence = weigh(page_, answer, answer + 1);
    if (page_.asks[request] != Ask::Behavioural) return evidence.told >= 1;
    if (evidence.personal == 0 && opens_instruction(page_, page_.rows[answer].content))
      return false;
    return evidence.events + evidence.general > 0 || evidence.words >= kShortAnswer;
  }

  Story story_of(const Lane& lane, std::uint32_t request, std::uint32_t answer) const {
    Story story;
    story.first = lane.first;
    story.end = lane.end;
    while (story.end > answer + 1 && page_.rows[story.end - 1].content.empty()) --story.end;
    story.body = answer > lane.first ? answer : lane.first;
    story.title = request != kNone ? request : naming_cell(page_, lane.first, answer);
    if (request != kNone && page_.asks[request] >= Ask::General) story.prompt = request;
    const ProseEvidence evidence = weigh(page_, answer, answer + 1);
    story.behavioural = request != kNone && page_.asks[request] == Ask::Behavioural;
    story.hypothetical = is_general(evidence);
    if (story.behavioural) story.confidence = Confidence::High;
    return story;
  }

  const Page& page_;
  std::vector<Story>& stories_;
  std::vector<OpenPrompt>& open_;
  std::vector<Lane> lanes_;
  std::uint32_t answer_ = kNone;    // column
  std::uint32_t question_ = kNone;  // column
};

}  // namespace

void find_in_tables(const Page& page, std::vector<Story>& stories,
                    std::vector<OpenPrompt>& open_prompts) {
  std::vector<Story> found;
  std::size_t at = 0;
  for (std::uint32_t row = 0; row < page.row_count();) {
    if (!page.rows[row].cell) {
      ++row;
      continue;
    }
    const std::uint32_t end = table_end(page, row);
    while (at < stories.size() && stories[at].end <= row) ++at;
    const bool told = at < stories.size() && stories[at].first < end;
    if (!told) TableReader(page, found, open_prompts).read(row, end);
    row = end;
  }
  stories.insert(stories.end(), found.begin(), found.end());
  std::sort(stories.begin(), stories.end(),
            [](const Story& a, const Story& b) { return a.first < b.first; });
}

}  // namespace starlint
