#include "narrative/open_prompts.h"

#include <algorithm>

namespace starlint {

namespace {

constexpr std::uint32_t kFollowUps = 6;      // more questions below a question are a list
constexpr std::size_t kListSize = 3;         // open requests of a file that may be a list
constexpr std::uint32_t kFewestAnswers = 3;  // of questions in a row that are answered
constexpr std::uint32_t kListRun = 2;        // open questions in a row that make a list

bool asks_for_story(Ask ask) { return ask == Ask::Behavioural || ask == Ask::General; }

// The text at the margin behind a list of questions answers none of them.
bool stands_behind_list(const Page& page, const Section& section, std::uint32_t body) {
  const Row& head = page.rows[section.head];
  return !head.heading && page.rows[body].blank_before && page.rows[body].indent <= head.indent;
}

// Whether a story stands in the section, or around it.
std::vector<bool> told_sections(const std::vector<Section>& sections,
                                const std::vector<Story>& stories) {
  std::vector<bool> out;
  std::size_t at = 0;
  for (const Section& section : sections) {
    while (at < stories.size() && stories[at].end <= section.head) ++at;
    out.push_back(at < stories.size() && stories[at].first < section.end);
  }
  return out;
}

class OpenFinder {
 public:
  OpenFinder(const Page& page, const std::vector<Section>& sections, const std::vector<bool>& empty,
             const std::vector<Story>& stories)
      : page_(page), sections_(sections), empty_(empty), stories_(stories) {}

  // Where hardly any request is answered, the list is kept on purpose.
  void find(std::vector<OpenPrompt>& open) const {
    std::vector<bool> titles(page_.rows.size() + 1);  // headings of stories that answer nothing
    for (const Story& story : stories_) {
      titles[story.first] = page_.rows[story.first].heading && story.prompt == kNone;
    }
    const std::vector<bool> told = told_sections(sections_, stories_);
    std::vector<bool> points;  // by open request
    std::uint32_t answered = answered_by_labels();
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      answered += !empty_[i] && asks_for_story(ask_of(i));
      if (!empty_[i] || told[i] || !is_open(i)) continue;
      // "> Tell me about a conflict", and the story under the finer title right below it.
      const std::uint32_t end = sections_[i].end;
      const std::uint32_t parent = sections_[i].parent;
      const bool below = titles[end] && !page_.rows[sections_[i].head].heading &&
                         (parent == kNone || page_.rows[end].level > sections_[parent].rank);
      answered += below;
      if (below) continue;
      open.push_back(open_prompt(sections_[i]));
      points.push_back(is_point(sections_[i].head));
    }
    const auto bare = static_cast<std::size_t>(std::count_if(
        open.begin(), open.end(), [](const OpenPrompt& prompt) { return prompt.in_list; }));
    const bool list = bare >= kListSize && answered * 5 < bare;
    if (list || answered_below(open)) return;
    // Where no story is told, a request among other points is one thing more to read or to ask.
    const bool kept = stories_.empty() && answered == 0;
    for (std::size_t i = 0; i < open.size(); ++i) {
      open[i].in_list = open[i].in_list && kept && points[i];
    }
  }

 private:
  Ask ask_of(std::size_t index) const { return page_.asks[sections_[index].head]; }

  // Questions in a list, and as many stories under titles that ask for nothing: "To question 1".
  bool answered_below(const std::vector<OpenPrompt>& open) const {
    if (open.size() < kListRun) return false;
    const auto titled = std::count_if(stories_.begin(), stories_.end(), [&](const Story& story) {
      return page_.rows[story.first].heading && story.prompt == kNone &&
             page_.rows[story.first].span.begin > open.back().request.begin;
    });
    return static_cast<std::size_t>(titled) >= open.size();
  }

  // An item of a list, without a mark of a question.
  bool is_point(std::uint32_t row) const {
    const Row& line = page_.rows[row];
    return !line.heading && page_.label(row) == nullptr &&
           page_.outline->blocks[line.block].kind == BlockKind::ListItem;
  }

  // The row that stands where the answer should, and only holds its place; kNone without one.
  std::uint32_t held_row(const Section& section) const {
    const std::uint32_t end = body_end(page_, section);
    const std::uint32_t body = body_begin(page_, section, end);
    const bool held =
        body < end && (holds_place(page_, body) || (body + 1 == end && wonders(body)));
    return held ? body : kNone;
  }

  // "One from the mill?": a few words that ask nobody, under a title.
  bool wonders(std::uint32_t row) const {
    constexpr std::uint32_t kFew = 8;  // words
    const std::uint32_t first = page_.first_sentence[row];
    if (page_.asks[row] != Ask::Question || page_.first_sentence[row + 1] != first + 1)
      return false;
    return page_.sentences[first].words <= kFew && page_.sentences[first].you == 0;
  }

  // What holds the place of an answer says that one is to come, and so does a request among titles
  // of its rank that tell stories; a question below a request may only ask on.
  OpenPrompt open_prompt(const Section& section) const {
    const Span request = request_of(page_, section.head);
    const std::uint32_t held = held_row(section);
    if (held == kNone) return {request, {}, !stands_among_stories(section.head)};
    return {request, page_.rows[held].content, !holds_place(page_, held)};
  }

  // "** Tell me about hard feedback" beside "** The depot", which is told.
  bool stands_among_stories(std::uint32_t row) const {
    return page_.asks[row] == Ask::Behavioural && is_title_of_stories(row);
  }

  // A title of the rank that titles of stories have.
  bool is_title_of_stories(std::uint32_t row) const {
    const Row& line = page_.rows[row];
    return line.heading && std::any_of(stories_.begin(), stories_.end(), [&](const Story& story) {
             const Row& title = page_.rows[story.first];
             return title.heading && title.level == line.level;
           });
  }

  std::uint32_t answered_by_labels() const {
    return static_cast<std::uint32_t>(
        std::count_if(stories_.begin(), stories_.end(), [&](const Story& story) {
          if (story.prompt == kNone) return false;
          if (!story.labelled) return page_.rows[story.prompt].cell;
          return std::any_of(story.parts.begin(), story.parts.end(),
                             [](const LabelledPart& part) { return part.filled; });
        }));
  }

  // "7) How did you handle deadlines?" and nothing, where 5), 6) and 8) are answered.
  bool stands_among_answers(std::size_t index) const {
    std::uint32_t alike = 0;
    std::uint32_t answered = 0;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const bool asks = ask_of(i) != Ask::Nothing && i != index;
      if (!asks || sections_[i].rank != sections_[index].rank ||
          !open_alike(page_, sections_[i].head, sections_[index].head)) {
        continue;
      }
      ++alike;
      answered += !empty_[i];
    }
    return answered >= kFewestAnswers && 4 * answered >= 3 * alike;
  }

  // "Story 6: failure" over "(which one?)", beside titles that tell stories.
  bool is_place_among_stories(std::size_t index) const {
    return is_title_of_stories(sections_[index].head) && held_row(sections_[index]) != kNone;
  }

  // A request for a story is open without an answer; any other question only where it stands as a
  // title over nothing, or over nothing but further questions.
  bool is_open(std::size_t index) const {
    const Ask ask = ask_of(index);
    if (stands_under_no_story(page_, sections_, sections_[index])) return false;
    if (ask == Ask::Behavioural) return true;
    if (ask == Ask::Topic || ask == Ask::Nothing) return is_place_among_stories(index);
    if (ask != Ask::Question && ask != Ask::General) return false;
    if (stands_among_answers(index)) return true;
    const Row& head = page_.rows[sections_[index].head];
    const std::uint32_t end = body_end(page_, sections_[index]);
    const std::uint32_t body = body_begin(page_, sections_[index], end);
    if (head.heading) return end - std::min(body, end) <= kFollowUps;
    const bool paragraph = page_.outline->blocks[head.block].kind == BlockKind::Paragraph;
    return paragraph && body < end && page_.rows[body].indent > head.indent;
  }

  const Page& page_;
  const std::vector<Section>& sections_;
  const std::vector<bool>& empty_;
  const std::vector<Story>& stories_;
};

// The row that asks for the story, or whatever else a form stands under.
std::uint32_t request_row(const Story& story) {
  return story.prompt != kNone ? story.prompt : story.title;
}

// A form under a question, or under a title where other forms tell stories, and nothing else:
// nobody answered, and no story is there to look at.
bool is_blank_answer(const Page& page, const Story& story, bool among_told) {
  const std::uint32_t asked = request_row(story);
  if (asked == kNone || story.parts.empty() || (page.asks[asked] < Ask::Question && !among_told)) {
    return false;
  }
  const auto& sentences = page.sentences;
  const bool remarks =
      std::any_of(sentences.begin() + page.first_sentence[asked + 1],
                  sentences.begin() + page.first_sentence[story.parts.front().row],
                  [](const Sentence& one) { return !one.question && !one.heading; });
  return !remarks && std::none_of(story.parts.begin(), story.parts.end(),
                                  [](const auto& part) { return part.filled || part.placeholder; });
}

}  // namespace

std::vector<bool> empty_sections(const Page& page, const std::vector<Section>& sections) {
  std::vector<bool> empty;
  std::uint32_t run = 0;  // empty requests right before this one
  for (const Section& section : sections) {
    const std::uint32_t body = body_begin(page, section, body_end(page, section));
    const Ask ask = page.asks[section.head];
    empty.push_back(says_nothing(page, body, section.end) ||
                    (run >= kListRun && stands_behind_list(page, section, body)));
    const bool request = asks_for_story(ask) || ask == Ask::Question;
    run = empty.back() && request ? run + 1 : 0;
  }
  return empty;
}

void find_open_prompts(const Page& page, const std::vector<Section>& sections,
                       const std::vector<bool>& empty, std::vector<Story>& stories,
                       std::vector<OpenPrompt>& open_prompts) {
  OpenFinder(page, sections, empty, stories).find(open_prompts);
  const bool told = std::any_of(stories.begin(), stories.end(), [](const Story& story) {
    return story.labelled && std::any_of(story.parts.begin(), story.parts.end(),
                                         [](const LabelledPart& part) { return part.filled; });
  });
  std::erase_if(stories, [&](const Story& story) {
    if (!is_blank_answer(page, story, told)) return false;
    const std::uint32_t row = request_row(story);
    Span form;
    if (row + 1 < story.end) {
      form = hull(page.rows[row + 1].content, page.rows[story.end - 1].content);
    }
    open_prompts.push_back({page.rows[row].content, form});
    return true;
  });
  std::sort(open_prompts.begin(), open_prompts.end(), [](const OpenPrompt& a, const OpenPrompt& b) {
    return a.request.begin < b.request.begin;
  });
}

}  // namespace starlint
