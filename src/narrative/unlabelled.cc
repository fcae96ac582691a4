// Stories told without labels: what stands under a request, a title or an item, and what it shows.
#include <algorithm>

#include "narrative/section.h"
#include "narrative/story.h"

namespace starlint {

namespace {

constexpr std::uint32_t kLongStory = 1500;  // words; more is a document, not a story

class UnlabelledFinder {
 public:
  UnlabelledFinder(const Page& page, std::vector<Story>& stories, std::vector<OpenPrompt>& open)
      : r_(page), stories_(stories), open_(open), sections_(sections_of(page)) {}

  void find() {
    told_.assign(sections_.size(), false);
    mark_labelled();
    std::vector<Story> found;
    std::uint32_t answered = 0;
    for (std::size_t i = sections_.size(); i-- > 0;) {
      const Section& section = sections_[i];
      if (told_[i]) {
        tell_parent(section);
        continue;
      }
      const std::uint32_t end = body_end(i);
      const std::uint32_t body = body_begin(section, end);
      const Ask ask = r_.asks[section.head];
      if (is_empty(body, end)) {
        if (ask == Ask::Behavioural) open_.push_back({r_.rows[section.head].content, false});
        continue;
      }
      answered += ask == Ask::Behavioural;
      Story story;
      if (!tells(section, body, end, story)) continue;
      tell_parent(section);
      found.push_back(story);
    }
    std::reverse(open_.begin(), open_.end());
    // A list of questions, a few of them answered, is kept on purpose.
    if (answered * 5 < open_.size()) {
      for (OpenPrompt& prompt : open_) prompt.in_list = true;
    }
    stories_.insert(stories_.end(), found.begin(), found.end());
    std::sort(stories_.begin(), stories_.end(),
              [](const Story& a, const Story& b) { return a.first < b.first; });
  }

 private:
  // Sections that hold a labelled story or stand inside one.
  void mark_labelled() {
    std::size_t at = 0;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      while (at < stories_.size() && stories_[at].end <= sections_[i].head) ++at;
      if (at < stories_.size() && stories_[at].first < sections_[i].end) told_[i] = true;
    }
  }

  void tell_parent(const Section& section) {
    if (section.parent != kNone) told_[section.parent] = true;
  }

  // The section without the blank and separating rows at its end.
  std::uint32_t body_end(std::size_t index) const {
    std::uint32_t end = sections_[index].end;
    while (end > sections_[index].head + 1 && !r_.rows[end - 1].prose) --end;
    return end;
  }

  // Behind the head and the questions that follow it at once.
  std::uint32_t body_begin(const Section& section, std::uint32_t end) const {
    std::uint32_t row = section.head + 1;
    while (row < end && r_.rows[row].block == r_.rows[section.head].block) ++row;
    while (row < end && !r_.rows[row].prose) ++row;
    return row;
  }

  bool is_empty(std::uint32_t body, std::uint32_t end) const {
    for (std::uint32_t row = body; row < end; ++row) {
      const Row& line = r_.rows[row];
      if (!line.prose) {
        if (r_.outline->blocks[line.block].kind == BlockKind::Code) return false;
        continue;
      }
      if (line.heading || r_.asks[row] >= Ask::Question) continue;
      if (r_.first_sentence[row] < r_.first_sentence[row + 1]) return false;
    }
    return true;
  }

  bool tells(const Section& section, std::uint32_t body, std::uint32_t end, Story& story) const {
    const Ask ask = r_.asks[section.head];
    if (ask == Ask::NotStory) return false;
    const ProseEvidence evidence = weigh(r_, body, end);
    if (evidence.sentences == 0 || evidence.words > kLongStory) return false;
    story.first = story.title = section.head;
    story.body = body;
    story.end = end;
    story.behavioural = ask == Ask::Behavioural;
    if (ask == Ask::Behavioural || ask == Ask::General) story.prompt = section.head;
    const bool event = evidence.events > 0;
    story.hypothetical = !event || evidence.general > 2 * evidence.events;
    switch (ask) {
      case Ask::Behavioural:
        story.confidence = Confidence::High;
        return true;
      case Ask::General:
        return evidence.personal >= 2;
      case Ask::Topic:
        return evidence.personal >= 2 || evidence.events >= 2;
      default:
        story.confidence = Confidence::Low;
        story.hypothetical = false;
        return evidence.events >= 2 && evidence.personal >= 2 && evidence.words >= 25 &&
               evidence.events * 3 >= evidence.sentences && evidence.advice * 3 <= evidence.events;
    }
  }

  const Page& r_;
  std::vector<Story>& stories_;
  std::vector<OpenPrompt>& open_;
  std::vector<Section> sections_;
  std::vector<bool> told_;  // by section: a story was found in it
};

}  // namespace

void find_unlabelled(const Page& page, std::vector<Story>& stories,
                     std::vector<OpenPrompt>& open_prompts) {
  UnlabelledFinder(page, stories, open_prompts).find();
}

}  // namespace starlint
