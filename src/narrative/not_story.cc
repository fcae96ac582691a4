// Whether labels are those of a story at all, or of a legend, a form, a report.
#include <algorithm>
#include <string>
#include <string_view>

#include "narrative/story.h"
#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::size_t kNear = 8;      // stories before one that show how its author labels
constexpr std::uint32_t kTerse = 12;  // words of a part that only explains its label

const Label& label_of(const Page& page, const LabelledPart& part) {
  return page.labels[part.label];
}

const Concept& concept_of(const Page& page, const LabelledPart& part) {
  return page.rules->frameworks.concepts[part.concept_id];
}

bool asks_or_instructs(const Page& page, const LabelledPart& part) {
  return std::any_of(page.sentences.begin() + page.first_sentence[part.row],
                     page.sentences.begin() + page.first_sentence[part.end_row],
                     [&](const Sentence& sentence) {
                       return sentence.question || opens_instruction(page, sentence.span);
                     });
}

// "where it happened", "what it brought, with a figure": a few words that open like a question name
// what belongs there.
bool wonders(const Page& page, const LabelledPart& part, std::uint32_t words) {
  const std::uint32_t row = part.row;
  const std::string_view body = page.slice({label_of(page, part).body, page.rows[row].content.end});
  const std::string first = fold(body.substr(0, body.find(' ')));
  return words <= kTerse && page.rules->clause_openers.contains(first);
}

bool instructs(const Page& page, const LabelledPart& part) {
  const ProseEvidence evidence = weigh(page, part.row, part.end_row);
  if (wonders(page, part, evidence.words)) return true;
  if (evidence.told > 0) return false;
  if (evidence.sentences == 0) return true;  // questions only
  if (evidence.advice > 0 && evidence.personal == 0) return true;
  if (evidence.past == 0 && asks_or_instructs(page, part)) return true;
  return opens_instruction(page,
                           {label_of(page, part).body, page.rows[part.end_row - 1].content.end});
}

bool tells_deed(const Page& page, const LabelledPart& part) {
  return std::any_of(page.sentences.begin() + page.first_sentence[part.row],
                     page.sentences.begin() + page.first_sentence[part.end_row],
                     [](const Sentence& sentence) { return sentence.deed; });
}

// Its labels are titles, as in a plan: "## Objectives", "## Results".
bool is_plan(const Page& page, const Story& story) {
  return std::all_of(story.parts.begin(), story.parts.end(), [&](const LabelledPart& part) {
    return page.rows[part.row].heading && !page.rows[part.row].soft &&
           concept_of(page, part).slots[0] != Slot::Situation;
  });
}

// "Template", but not "Why do you want to work here?".
bool names_no_story(const Page& page, std::uint32_t title) {
  return std::any_of(page.sentences.begin() + page.first_sentence[title],
                     page.sentences.begin() + page.first_sentence[title + 1],
                     [&](const Sentence& named) { return page.shows(named, Sign::NotStoryTitle); });
}

// Three letters of one framework, or two marked ones, the first that of the Situation, over what is
// told: "**S:** In May …", "**A:** I rang …".
bool spells_parts(const Page& page, const std::vector<LabelledPart>& group,
                  const std::string& letters) {
  if (letters.size() < 2 || !page.rules->frameworks.spell(letters)) return false;
  if (letters.size() >= 3) return true;
  const ConceptId opening = page.rules->frameworks.frameworks[0].components[0].concepts[0];
  const bool marked = std::all_of(group.begin(), group.end(), [&](const LabelledPart& part) {
    return label_of(page, part).marked;
  });
  return marked && group.front().concept_id == opening &&
         weigh(page, group.front().row, group.back().row + 1).told > 0;
}

}  // namespace

bool is_marked(const Page& page, const std::vector<LabelledPart>& group) {
  return std::any_of(group.begin(), group.end(),
                     [&](const LabelledPart& part) { return label_of(page, part).marked; });
}

bool are_parts(const Page& page, const std::vector<LabelledPart>& group, bool dashed) {
  // "Context / Action / Result" over the stories only names what they hold.
  if (group.front().row == group.back().row) return false;
  std::uint32_t slots = 0;
  std::string letters;
  std::uint32_t own = 0;  // labels that hardly occur outside stories
  bool by_letter = true;
  for (const LabelledPart& part : group) {
    const Label& label = label_of(page, part);
    slots |= 1U << static_cast<unsigned>(concept_of(page, part).slots[0]);
    by_letter = by_letter && label.letter;
    own += !label.letter && !concept_of(page, part).common;
    for (const char c : label.letter ? std::string_view(label.letters) : std::string_view()) {
      if (letters.find(c) == std::string::npos) letters += c;
    }
  }
  if (by_letter) return spells_parts(page, group, letters);
  slots &= ~(1U << static_cast<unsigned>(Slot::Other));
  const int distinct = __builtin_popcount(slots);
  // "What we ran" and "What went wrong in May" may be any titles; three of the kind are a story's.
  const bool loose = std::all_of(group.begin(), group.end(), [&](const LabelledPart& part) {
    return label_of(page, part).open;
  });
  // "What I built" and then "What was hard" describe a thing: nothing comes of it.
  const std::uint32_t result = 1U << static_cast<unsigned>(Slot::Result);
  const bool describes =
      concept_of(page, group.front()).slots[0] == Slot::Action && (slots & result) == 0;
  if ((loose || describes) && distinct < 3) return false;
  // "Tasks" and "Benefits" of a post, "Objective" and "Results" of a paper tell no deed.
  const std::uint32_t action = 1U << static_cast<unsigned>(Slot::Action);
  if (own < 2 && (slots & action) == 0) return false;
  // "Task" and "Action" alone are a list of things to do.
  if ((slots & ~(1U << static_cast<unsigned>(Slot::Task) | action)) == 0) return false;
  // Bare words before a dash are labels only where they leave no doubt, or the author has shown
  // this habit elsewhere.
  return ((dashed || is_marked(page, group)) && distinct >= 2 && (own >= 1 || distinct >= 3)) ||
         own >= 3 || (own >= 2 && distinct >= 3);
}

// A form that nobody began to fill in, under no question.
bool is_blank_form(const Page& page, const Story& story) {
  if (story.title != kNone && page.asks[story.title] != Ask::Nothing &&
      !names_no_story(page, story.title)) {
    return false;
  }
  return std::none_of(story.parts.begin(), story.parts.end(),
                      [](const LabelledPart& part) { return part.filled || part.placeholder; });
}

bool goes_on(const Page& page, const std::vector<Story>& before, const Story& next) {
  if (next.title == kNone || page.asks[next.title] == Ask::NotStory) return false;
  const Row& title = page.rows[next.title];
  const auto tells_so = [&](const Story& story) {
    if (story.title == kNone) return false;
    const Row& other = page.rows[story.title];
    const bool alike = other.heading == title.heading && other.level == title.level &&
                       other.indent == title.indent;
    const auto has = [&](const LabelledPart& part) {
      return std::any_of(story.parts.begin(), story.parts.end(), [&](const LabelledPart& told) {
        return told.concept_id == part.concept_id;
      });
    };
    return alike && story.parts.size() >= next.parts.size() &&
           std::all_of(next.parts.begin(), next.parts.end(), has);
  };
  const std::size_t near = std::min<std::size_t>(before.size(), kNear);
  return std::any_of(before.end() - static_cast<std::ptrdiff_t>(near), before.end(), tells_so);
}

// Problem, cause, actions, impact of something, without anybody who acts: no story of the
// speaker's.
bool is_report(const Page& page, const Story& story) {
  const ProseEvidence evidence = weigh(page, story.body, story.end);
  if (is_plan(page, story) && evidence.personal + evidence.past == 0) return true;
  std::size_t common = 0;
  bool ends = false;
  for (const LabelledPart& part : story.parts) {
    const Concept& one = concept_of(page, part);
    common += one.common || label_of(page, part).letter;
    ends = ends || one.slots[0] == Slot::Result;
  }
  // Without a Result one common word in two is enough to doubt: "What went wrong", "Actions".
  const bool doubtful =
      ends ? common + 1 >= story.parts.size() && common >= 2 : 2 * common >= story.parts.size();
  if (!doubtful || story.prompt != kNone || label_of(page, story.parts[0]).letter) return false;
  if (story.title != kNone && page.asks[story.title] == Ask::NotStory) return true;
  const bool acts =
      std::any_of(story.parts.begin(), story.parts.end(), [&](const LabelledPart& part) {
        return concept_of(page, part).slots[0] == Slot::Action && tells_deed(page, part);
      });
  return !acts && evidence.personal == 0 && evidence.events <= 1;
}

// A legend explains the labels to the reader: instructions, "you", no event.
bool is_legend(const Page& page, const Story& story) {
  std::uint32_t filled = 0;
  std::uint32_t instructing = 0;
  ProseEvidence all;
  for (std::size_t i = 0; i < story.parts.size(); ++i) {
    const LabelledPart& part = story.parts[i];
    if (!part.filled || (i > 0 && story.parts[i - 1].row == part.row)) continue;
    ++filled;
    instructing += instructs(page, part);
    const ProseEvidence evidence = weigh(page, part.row, part.end_row);
    all.words += evidence.words;
    all.personal += evidence.personal;
    all.told += evidence.told;
    all.advice += evidence.advice;
  }
  if (filled == 0) return false;
  const bool terse = all.words <= kTerse * filled && all.personal == 0 && all.advice > 0;
  const bool coaches = all.told == 0 && all.advice >= 2;  // "If it went badly, say what changed."
  return instructing * 2 > filled || terse || coaches;
}

}  // namespace starlint
