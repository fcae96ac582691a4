// `starlint outline` for people: a row a story, with what it holds and how it would sound.
#include <algorithm>

#include "base/strings.h"
#include "report/report.h"
#include "report/story_figures.h"
#include "report/text/cells.h"
#include "report/text/style.h"
#include "report/text/summary.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr std::size_t kShortest = 12;  // cells for a story's name
constexpr std::size_t kFigures = 46;   // cells of everything else in a row
constexpr std::string_view kHead = " S T A R  words  spoken  numbers     I/we";

/// "S": told; "s": hardly told; "-": missing.
std::string mark_of(const FileResult& file, const Narrative& story, Slot slot, const Style& style) {
  const std::string letter(name_of(slot).substr(0, 1));
  switch (telling_of(file, story, slot)) {
    case Telling::Missing:
      return cat(style.red, "-", style.off);
    case Telling::Hardly:
      return cat(style.yellow, ascii_lower(letter), style.off);
    case Telling::Told:
      break;
  }
  return letter;
}

std::string name_of(const Narrative& story, const FileResult& file) {
  return visible(story_name(file, story));
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
  for (const Slot slot : kStarSlots) out += cat(" ", mark_of(file, story, slot, style));
  const SpokenFigures said = spoken_figures(run, file, story);
  out += cat(right(cat(story.words), 7), right(spoken(story.spoken_seconds), 8),
             right(cat(said.numbers), 9), right(cat(said.self, "/", said.team), 9), "\n");
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
