#include "report/text/summary.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "report/story_figures.h"
#include "report/text/cells.h"
#include "text/display.h"

namespace starlint {

namespace {

/// More than a screen of stories helps nobody.
constexpr std::size_t kRows = 40;
constexpr std::size_t kFigures = 27;  // cells of everything but the name in a row

std::string name_of(const FileResult& file, const Narrative& story) {
  const std::string name = visible(story.title_text);
  if (name.empty()) return cat(visible(file.source.path), ":", file.text.line(story.span.begin));
  return cat(story.parent == kNone ? "" : "  ", name);
}

void write_row(const FileResult& file, const Narrative& story, std::size_t width,
               const Style& style, std::string& out) {
  out += cat("  ", fitted(name_of(file, story), width), " ", component_marks(file, story, style),
             right(cat(story.words), 7), right(spoken(story.spoken_seconds), 8), "\n");
}

}  // namespace

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return cat(std::uint64_t{count}, " ", count == 1 ? one : many);
}

void write_story_table(const LintRun& run, const Style& style, std::string& out) {
  std::vector<std::pair<const FileResult*, const Narrative*>> stories;
  std::size_t widest = kShortestName;
  for (const auto& file : run.files) {
    for (const Narrative& story : file->narratives.stories) {
      stories.emplace_back(file.get(), &story);
      widest = std::max(widest, display_width(name_of(*file, story)));
    }
  }
  if (stories.empty()) return;
  const std::size_t width =
      std::min(widest, std::max(kShortestName, style.width - std::min(style.width, kFigures)));
  out += cat(style.bold, "Stories", style.off, std::string(width - 3, ' '),
             "S T A R  words  spoken\n");
  std::uint32_t speaker = kNone;
  for (std::size_t i = 0; i < std::min(stories.size(), kRows); ++i) {
    const FileResult& file = *stories[i].first;
    if (run.speakers.size() > 1 && file.speaker != speaker) {
      speaker = file.speaker;
      out += cat(visible(run.speakers[speaker]), "\n");
    }
    write_row(file, *stories[i].second, width, style, out);
  }
  if (stories.size() > kRows) {
    out += cat("  and ", std::uint64_t{stories.size() - kRows}, " more: starlint outline\n");
  }
  out += cat(style.dim, kMarksLegend, style.off, "\n\n");
}

std::string totals_of(const LintRun& run) {
  std::array<std::size_t, 3> levels{};
  std::size_t suppressed = 0;
  for (const Finding& finding : run.findings) {
    finding.suppression ? ++suppressed : ++levels[static_cast<std::size_t>(finding.level)];
  }
  return cat(counted(levels[2], "error", "errors"), ", ", counted(levels[1], "warning", "warnings"),
             ", ", counted(levels[0], "note", "notes"),
             suppressed == 0 ? "" : cat(" (", std::uint64_t{suppressed}, " more accepted)"), " in ",
             counted(run.files.size(), "file", "files"), ", ",
             counted(count_stories(run), "story", "stories"), ", ",
             counted(run.speakers.size(), "speaker", "speakers"), ".");
}

}  // namespace starlint
