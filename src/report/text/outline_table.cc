// `starlint outline` for people: a row a story, with what it holds and how it would sound.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "report/report.h"
#include "report/text/cells.h"
#include "report/text/style.h"
#include "report/text/summary.h"
#include "rule/kind/speech.h"
#include "rule/kind/story_text.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr std::array kColumns = {Slot::Situation, Slot::Task, Slot::Action, Slot::Result};
constexpr std::uint32_t kThin = 5;      // words; fewer hardly tell a component …
constexpr std::size_t kThinCells = 12;  // … unless its script writes them without blanks
constexpr std::size_t kShortest = 12;   // cells for a story's name
constexpr std::size_t kFigures = 46;    // cells of everything else in a row
constexpr std::string_view kHead = " S T A R  words  spoken  numbers     I/we";

/// What is said in a story, counted.
struct Counts {
  std::uint32_t numbers = 0;
  std::uint32_t self = 0;
  std::uint32_t team = 0;
};

Counts count(const LintRun& run, const FileResult& file, const Narrative& story) {
  Counts out;
  std::vector<Word> words;
  const Vocabulary& vocabulary = run.rules->narrative_rules().languages.front().vocabulary;
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

/// "S": told; "s": empty, a placeholder, or only a few words; "-": missing.
std::string mark_of(const FileResult& file, const Narrative& story, Slot slot, const Style& style) {
  const std::string letter(name_of(slot).substr(0, 1));
  const bool named = std::any_of(story.parts.begin(), story.parts.end(),
                                 [&](const Part& part) { return part.slot == slot; });
  if (!named) return cat(style.red, "-", style.off);
  std::uint32_t words = 0;
  std::size_t cells = 0;
  for (const Span span : spans_of(story, slot)) {
    words += count_words(file.text.slice(span));
    cells += display_width(visible(file.text.slice(span)));
  }
  // One "word" of many cells is prose of a script without blanks.
  const bool told = words >= kThin || (words < 3 && cells >= kThinCells);
  return told ? letter : cat(style.yellow, ascii_lower(letter), style.off);
}

std::string name_of(const Narrative& story, const FileResult& file) {
  const std::string name = visible(story.title_text);
  return name.empty() ? cat("line ", file.text.line(story.span.begin)) : name;
}

std::string cell(const std::string& name, std::size_t width) {
  const auto size = static_cast<std::uint32_t>(name.size());
  std::string out = excerpt_of(name, {0, size}, {0, 0}, width).text;
  out.append(width - std::min(width, display_width(out)), ' ');
  return out;
}

void write_row(const LintRun& run, const FileResult& file, const Narrative& story,
               std::size_t width, const Style& style, std::string& out) {
  out += cat("  ", cell(name_of(story, file), width), " ");
  for (const Slot slot : kColumns) out += cat(" ", mark_of(file, story, slot, style));
  const Counts counts = count(run, file, story);
  out += cat(right(cat(story.words), 7), right(spoken(story.spoken_seconds), 8),
             right(cat(counts.numbers), 9), right(cat(counts.self, "/", counts.team), 9), "\n");
}

}  // namespace

void write_outline_text(const LintRun& run, const ReportOptions& options, std::string& out) {
  const Style style(options);
  std::size_t widest = kShortest;
  std::size_t stories = 0;
  for (const auto& file : run.files) {
    for (const Narrative& story : file->narratives.stories) {
      widest = std::max(widest, display_width(name_of(story, *file)));
      ++stories;
    }
  }
  const std::size_t width =
      std::min(widest, std::max(kShortest, style.width - std::min(style.width, kFigures)));
  for (const auto& file : run.files) {
    if (file->narratives.stories.empty()) continue;
    out +=
        cat(style.bold, cell(visible(file->source.path), width + 2), style.off, " ", kHead, "\n");
    for (const Narrative& story : file->narratives.stories) {
      write_row(run, *file, story, width, style, out);
    }
    out += '\n';
  }
  out += cat(counted(stories, "story", "stories"), " in ",
             counted(run.files.size(), "file", "files"), ".\n");
  if (stories == 0) return;
  out += cat(style.dim, "Small letter: empty or hardly told; -: missing.", style.off, "\n");
}

}  // namespace starlint
