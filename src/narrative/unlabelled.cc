// Stories told without labels: what stands under a request, a title or an item, and what it shows.
#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "narrative/entries.h"
#include "narrative/open_prompts.h"
#include "narrative/section.h"
#include "narrative/sheet.h"
#include "narrative/story.h"
#include "narrative/told.h"

namespace starlint {

namespace {

constexpr std::uint32_t kLongStory = 1500;    // words; more is a document, not a story
constexpr std::uint32_t kShortAnswer = 30;    // words that may tell nothing
constexpr std::uint32_t kFewestWords = 3;     // of an answer: "Passed." tells nothing
constexpr std::uint32_t kCompany = 2;         // titles that tell stories beside another
constexpr std::uint32_t kMuchCompany = 3;     // of these, where little is enough
constexpr std::uint32_t kShortestEntry = 25;  // words of a story beside these
constexpr std::ptrdiff_t kAnswers = 3;        // told stories that make a file one of answers

class UnlabelledFinder {
 public:
  UnlabelledFinder(const Page& page, std::vector<Story>& stories, std::vector<OpenPrompt>& open)
      : page_(page),
        stories_(stories),
        open_(open),
        sections_(sections_of(page)),
        told_(sections_.size(), false),
        empty_(empty_sections(page, sections_)),
        titles_(page.rows.size(), false),
        facts_(sheet_facts(page)),
        guide_(is_guide()) {}

  void find() {
    mark_labelled();
    labelled_ = told_;
    std::vector<Story> found;
    for (std::size_t i = sections_.size(); i-- > 0;) {
      if (told_[i] || empty_[i]) {
        if (told_[i]) tell_parent(i);
        if (told_[i] && !labelled_[i]) tell_opening(i, found);
        if (labelled_[i]) tell_before_labelled(i, found);
        if (told_[i] && !labelled_[i]) tell_beside(i, found);
        continue;
      }
      if (std::vector<Story> entries = entries_of(i); !entries.empty()) {
        tell_parent(i);
        found.insert(found.end(), entries.begin(), entries.end());
        continue;
      }
      Story story;
      if (!tells(i, told_end(i), story)) continue;
      tell_parent(i);
      found.push_back(std::move(story));
    }
    tell_headless(found);
    tell_by_company(found);
    ask_by_company(found);
    stories_.insert(stories_.end(), found.begin(), found.end());
    std::sort(stories_.begin(), stories_.end(),
              [](const Story& a, const Story& b) { return a.first < b.first; });
    find_open_prompts(page_, sections_, empty_, stories_, open_);
  }

 private:
  Ask ask_of(std::size_t index) const { return page_.asks[sections_[index].head]; }
  bool asks(std::size_t index) const {
    return ask_of(index) == Ask::Behavioural || ask_of(index) == Ask::General;
  }

  // Behind the last row that may be told. What is asked of the interviewers at the end is not:
  // "Questions for them: who is on call?"
  std::uint32_t told_end(std::size_t index) const {
    const Section& section = sections_[index];
    for (std::size_t i = index + 1; i < sections_.size() && sections_[i].head < section.end; ++i) {
      const bool last = sections_[i].parent == index && sections_[i].end == section.end;
      if (!last || ask_of(i) != Ask::NotStory || !page_.rows[sections_[i].head].blank_before) {
        continue;
      }
      return body_end(page_, {section.head, sections_[i].head, section.parent, section.rank});
    }
    return body_end(page_, section);
  }

  // A text that tells its reader what to do: stories in it are examples.
  bool is_guide() const {
    const ProseEvidence all = weigh(page_, 0, page_.row_count());
    return all.advice >= 5 && all.advice > all.told;
  }

  // "Conflict with a colleague", told right below, and then the titles of others below that one.
  void tell_opening(std::size_t index, std::vector<Story>& found) {
    std::uint32_t end = sections_[index + 1].head;
    while (end > sections_[index].head + 1 && !page_.rows[end - 1].prose) --end;
    const Ask ask = ask_of(index);
    if (ask != Ask::Behavioural && ask != Ask::Topic) return;
    const ProseEvidence evidence = weigh(page_, sections_[index].head + 1, end);
    Story story;
    if (evidence.told >= 2 && evidence.words >= kShortestNote && tells(index, end, story)) {
      found.push_back(std::move(story));
    }
  }

  // "2. The tender I lost", told without labels, before "3. A quarrel" and its labels, which its
  // looks do not make a title.
  void tell_before_labelled(std::size_t index, std::vector<Story>& found) const {
    const Section& section = sections_[index];
    const auto next = std::find_if(stories_.begin(), stories_.end(), [&](const Story& story) {
      return story.first > section.head && story.first < section.end;
    });
    if (next == stories_.end() || next->title != next->first || !page_.rows[section.head].soft ||
        !open_alike(page_, section.head, next->first)) {
      return;
    }
    std::uint32_t end = next->first;
    while (end > section.head + 1 && !page_.rows[end - 1].prose) --end;
    Story story;
    if (tells(index, end, story)) found.push_back(std::move(story));
  }

  // "**Convincing others.** …" beside "**Tell me about a conflict.** …", which was found already.
  void tell_beside(std::size_t index, std::vector<Story>& found) const {
    std::vector<Story> entries = entries_of(index);
    if (entries.empty()) return;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> known;  // of this section: found last
    for (auto story = found.rbegin(); story != found.rend() && story->first < sections_[index].end;
         ++story) {
      known.emplace_back(story->first, story->end);
    }
    std::sort(known.begin(), known.end());
    for (Story& entry : entries) {
      const auto behind = std::lower_bound(known.begin(), known.end(), std::pair(entry.end, 0U));
      const bool overlaps = behind != known.begin() && std::prev(behind)->second > entry.first;
      if (!overlaps && entry.title != kNone) found.push_back(std::move(entry));
    }
  }

  // Sections that hold a labelled story or stand inside one.
  void mark_labelled() {
    for (const Story& story : stories_) {
      if (story.title != kNone) titles_[story.title] = true;
    }
    std::size_t at = 0;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      while (at < stories_.size() && stories_[at].end <= sections_[i].head) ++at;
      if (at < stories_.size() && stories_[at].first < sections_[i].end) told_[i] = true;
    }
  }

  void tell_parent(std::size_t index) {
    if (sections_[index].parent != kNone) told_[sections_[index].parent] = true;
  }

  // Under a title that asks for nothing in particular each entry may tell a story of its own.
  std::vector<Story> entries_of(std::size_t index) const {
    const Ask ask = ask_of(index);
    if ((ask != Ask::Nothing && ask != Ask::Topic) || guide_ || inside_labelled(sections_[index])) {
      return {};
    }
    const std::uint32_t end = body_end(page_, sections_[index]);
    return stories_of_entries(page_, body_begin(page_, sections_[index], end), end);
  }

  bool tells(std::size_t index, std::uint32_t end, Story& story) const {
    const Section& section = sections_[index];
    const Ask ask = ask_of(index);
    if (ask == Ask::NotStory || facts_[section.head]) return false;
    story.first = story.title = section.head;
    story.end = end;
    story.body = body_begin(page_, sections_[index], end);
    story.behavioural = ask == Ask::Behavioural;
    if (asks(index)) story.prompt = section.head;
    const ProseEvidence evidence = weigh(page_, story.body, story.end);
    if (evidence.words < kFewestWords || evidence.words > kLongStory) return false;
    if (evidence.in_cells * 2 > evidence.sentences) return false;
    story.hypothetical = is_general(evidence);
    // "Yes, once, for two years" is neither a story nor talk in general.
    const bool in_general = asks(index) && evidence.personal >= 2;
    if (evidence.events + evidence.general == 0 && evidence.words < kShortAnswer && !in_general) {
      return false;
    }
    if (evidence.personal + evidence.events == 0 && instructs(story)) return false;
    if (ask == Ask::Behavioural) {
      story.confidence = Confidence::High;
      return true;
    }
    if (guide_ || (ask == Ask::Topic && stands_under_no_story(page_, sections_, section)))
      return false;
    if (ask == Ask::General) return answers_in_general(evidence);
    if (ask == Ask::Topic) {
      // A bare item may also open points of a résumé, in which nobody says "I".
      const bool speaks =
          page_.rows[section.head].heading || evidence.told > 0 || opens_scene(story.body);
      return speaks && evidence.personal + evidence.events >= 2;
    }
    if (under_topic(section)) {
      return (evidence.told > 0 || evidence.events >= 2) &&
             tells_deed(page_, story.body, story.end) && evidence.personal + evidence.events >= 2;
    }
    if (inside_labelled(section)) return false;
    story.confidence = Confidence::Low;
    story.hypothetical = false;
    const std::uint32_t enough = ask == Ask::Question && names_topic(section.head) ? 1 : 2;
    return (evidence.told >= enough || tells_at_length(page_, story.body, story.end) ||
            tells_of_others(index, story, evidence)) &&
           tells_deed(page_, story.body, story.end) && evidence.words >= kShortestEntry &&
           evidence.events * 3 >= evidence.sentences && evidence.advice * 3 <= evidence.events;
  }

  // What stands before the first title, or in a file without stories under one: entries that tell,
  // or, in a file that does nothing else, one note as one story.
  void tell_headless(std::vector<Story>& found) const {
    if (guide_) return;
    const bool alone = stories_.empty() && found.empty();
    if (!alone && sections_.empty()) return;
    Story story;
    story.end = alone ? page_.row_count() : sections_.front().head;
    while (story.end > 0 && !page_.rows[story.end - 1].prose) --story.end;
    while (story.first < story.end && !page_.rows[story.first].prose) ++story.first;
    const bool told = std::any_of(stories_.begin(), stories_.end(),
                                  [&](const Story& other) { return other.first < story.end; });
    if (told || story.first >= story.end) return;
    story.body = story.first;
    story.confidence = Confidence::Low;
    const std::vector<Story> entries = stories_of_entries(page_, story.first, story.end);
    found.insert(found.end(), entries.begin(), entries.end());
    if (!entries.empty() || !sections_.empty()) return;
    const ProseEvidence evidence = weigh(page_, story.first, story.end);
    if (evidence.words < kShortestNote || evidence.words > kLongStory) return;
    if (evidence.told >= 2 && evidence.events * 2 >= evidence.sentences && evidence.advice == 0 &&
        evidence.in_cells == 0) {
      found.push_back(std::move(story));
    }
  }

  // Beside titles of the same rank that tell stories less is enough for one.
  void tell_by_company(std::vector<Story>& found) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> tellers;
    // Titles by their looks only stand beside each other wherever they are, others also where
    // theirs do: the stories of one post, and of the next.
    const auto rank = [&](const Section& one) {
      const bool loose = page_.rows[one.head].soft || one.parent == kNone;
      return std::pair(loose ? kNone : sections_[one.parent].parent, one.rank);
    };
    std::vector<bool> heads(page_.rows.size());
    for (const Story& story : stories_) heads[story.first] = true;
    for (const Story& story : found) heads[story.first] = true;
    for (const Section& one : sections_) {
      if (heads[one.head] || asks_below(one, heads)) ++tellers[rank(one)];
    }
    for (std::size_t i = 0; i < sections_.size() && !guide_; ++i) {
      const Section& one = sections_[i];
      const std::uint32_t company = tellers[rank(one)];
      const bool open = ask_of(i) == Ask::Nothing || ask_of(i) == Ask::Topic;
      if (heads[one.head] || told_[i] || empty_[i] || !open || facts_[one.head] ||
          !page_.rows[one.head].heading || company < kCompany) {
        continue;
      }
      Story story;
      story.first = story.title = one.head;
      story.end = told_end(i);
      story.body = body_begin(page_, one, story.end);
      story.confidence = Confidence::Low;
      const ProseEvidence evidence = weigh(page_, story.body, story.end);
      story.hypothetical = company >= kMuchCompany && speaks_in_general(evidence);
      const bool told = story.hypothetical || tells_in_company(evidence) ||
                        (company >= kMuchCompany && tells_briefly(evidence) &&
                         (ask_of(i) == Ask::Topic || evidence.personal > 0));
      if (told && evidence.words >= kShortestEntry && evidence.words <= kLongStory &&
          evidence.advice == 0 && evidence.in_cells == 0 && !inside_labelled(one) &&
          !stands_below(one, heads)) {
        found.push_back(std::move(story));
      }
    }
  }

  // "Planning" over "*Tell us about a time you planned ahead.*" and its answer.
  bool asks_below(const Section& section, const std::vector<bool>& heads) const {
    std::uint32_t row = section.head + 1;
    while (row < section.end && !page_.rows[row].prose) ++row;
    return row < section.end && heads[row] && page_.asks[row] == Ask::Behavioural;
  }

  bool stands_below(const Section& section, const std::vector<bool>& heads) const {
    std::uint32_t at = section.parent;
    while (at != kNone && !heads[sections_[at].head]) at = sections_[at].parent;
    return at != kNone;
  }

  // "Tight deadlines" among titles under which stories are told asks for one, too.
  void ask_by_company(std::vector<Story>& found) const {
    const auto tells_event = [](const Story& story) {
      return story.title != kNone && !story.hypothetical && story.confidence != Confidence::Low;
    };
    const auto answers = std::count_if(stories_.begin(), stories_.end(), tells_event) +
                         std::count_if(found.begin(), found.end(), tells_event);
    if (answers < kAnswers) return;
    for (Story& story : found) {
      if (story.hypothetical && page_.asks[story.title] == Ask::Topic) story.behavioural = true;
    }
  }

  // Further answers under the title of a labelled story are about that story.
  bool inside_labelled(const Section& section) const {
    for (std::uint32_t at = section.parent; at != kNone; at = sections_[at].parent) {
      if (titles_[sections_[at].head]) return true;
    }
    return false;
  }

  // "What went wrong there?", "A remark that hurt?"
  bool names_topic(std::uint32_t row) const {
    const std::uint32_t first = page_.first_sentence[row];
    if (first < page_.first_sentence[row + 1] &&
        !opens_instruction(page_, page_.sentences[first].span)) {
      return true;
    }
    return std::any_of(page_.sentences.begin() + page_.first_sentence[row],
                       page_.sentences.begin() + page_.first_sentence[row + 1],
                       [&](const Sentence& asked) { return page_.shows(asked, Sign::Topic); });
  }

  // "Built a churn model. Nobody opened it. My manager said …": deeds without a subject, as in a
  // résumé; but there nobody else acts.
  bool tells_of_others(std::size_t index, const Story& story, const ProseEvidence& evidence) const {
    constexpr std::ptrdiff_t kOthers = 2;
    const bool leaf =
        index + 1 == sections_.size() || sections_[index + 1].head >= sections_[index].end;
    return leaf && page_.rows[story.title].heading && evidence.personal > 0 &&
           evidence.events > 0 &&
           std::count_if(page_.sentences.begin() + page_.first_sentence[story.body],
                         page_.sentences.begin() + page_.first_sentence[story.end],
                         [&](const Sentence& one) { return other_acts(page_, one); }) >= kOthers;
  }

  bool opens_scene(std::uint32_t row) const {
    const std::uint32_t first = page_.first_sentence[row];
    return first < page_.first_sentence[row + 1] && !page_.sentences[first].deed;
  }

  // Advice under a question: every other sentence tells the reader what to do.
  bool instructs(const Story& story) const {
    std::uint32_t instructing = 0;
    std::uint32_t all = 0;
    for (std::uint32_t s = page_.first_sentence[story.body]; s < page_.first_sentence[story.end];
         ++s, ++all) {
      instructing += opens_instruction(page_, page_.sentences[s].span);
    }
    return instructing * 2 >= all;
  }

  // "Failures" with one title a failure below it.
  bool under_topic(const Section& section) const {
    return section.parent != kNone && page_.rows[section.head].heading &&
           page_.asks[sections_[section.parent].head] == Ask::Topic;
  }

  const Page& page_;
  std::vector<Story>& stories_;
  std::vector<OpenPrompt>& open_;
  std::vector<Section> sections_;
  std::vector<bool> labelled_;  // by section: it holds or stands in a labelled story
  std::vector<bool> told_;      // by section: a story was found in it
  std::vector<bool> empty_;     // by section: nothing is said in it
  std::vector<bool> titles_;    // by row: the title of a labelled story
  std::vector<bool> facts_;     // by row: it asks for a fact of a project
  bool guide_;
};

}  // namespace

void find_unlabelled(const Page& page, std::vector<Story>& stories,
                     std::vector<OpenPrompt>& open_prompts) {
  find_in_tables(page, stories, open_prompts);
  UnlabelledFinder(page, stories, open_prompts).find();
}

}  // namespace starlint
