#include "report/story_figures.h"

#include <algorithm>

#include "base/strings.h"
#include "rule/kind/speech.h"
#include "rule/kind/story_text.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr std::uint32_t kThin = 5;      // words; fewer hardly tell a component …
constexpr std::size_t kThinCells = 12;  // … unless its script writes them without blanks

}  // namespace

Telling telling_of(const FileResult& file, const Narrative& story, Slot slot) {
  const bool named = std::any_of(story.parts.begin(), story.parts.end(),
                                 [&](const Part& part) { return part.slot == slot; });
  if (!named) return Telling::Missing;
  std::uint32_t words = 0;
  std::size_t cells = 0;
  for (const Span span : spans_of(story, slot)) {
    words += count_words(file.text.slice(span));
    cells += display_width(visible(file.text.slice(span)));
  }
  // One "word" of many cells is prose of a script without blanks.
  const bool told = words >= kThin || (words < 3 && cells >= kThinCells);
  return told ? Telling::Told : Telling::Hardly;
}

std::string mark_of(Telling telling, Slot slot) {
  if (telling == Telling::Missing) return "–";
  const std::string letter(name_of(slot).substr(0, 1));
  return telling == Telling::Told ? letter : ascii_lower(letter);
}

std::string marks_of(const FileResult& file, const Narrative& story) {
  std::vector<std::string> marks;
  for (const Slot slot : kStarSlots) marks.push_back(mark_of(telling_of(file, story, slot), slot));
  return join(marks, " ");
}

SpokenFigures spoken_figures(const LintRun& run, const FileResult& file, const Narrative& story) {
  SpokenFigures out;
  if (file.narratives.language == nullptr) return out;
  std::vector<Word> words;
  const Vocabulary& vocabulary = file.narratives.language->vocabulary;
  for (const Stretch& stretch : speech_of(view_of(file, *run.rules), story, {})) {
    tokenize(file.text.utf8(), stretch.span, vocabulary, words);
  }
  for (const Word& word : words) {
    out.numbers += word.is(kNumber);
    out.self += word.is(kSelf);
    out.team += word.is(kTeam);
  }
  return out;
}

std::size_t count_stories(const LintRun& run) {
  std::size_t count = 0;
  for (const auto& file : run.files) {
    for (const Narrative& story : file->narratives.stories) count += !story.project;
  }
  return count;
}

std::string story_name(const FileResult& file, const Narrative& story) {
  return story.title_text.empty() ? cat("line ", file.text.line(story.span.begin))
                                  : story.title_text;
}

}  // namespace starlint
