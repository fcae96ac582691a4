// `starlint outline` for people: a row a story, with what it holds and how it would sound.
#include <algorithm>

#include "base/strings.h"
#include "report/report.h"
#include "report/story_figures.h"
#include "report/text/cells.h"
#include "report/text/style.h"
#include "report/text/summary.h"
#include "rule/competency.h"
#include "text/display.h"

namespace starlint {

namespace {

/// The columns of a row behind the story's name, as many as the terminal has room for.
struct Columns {
  std::size_t name = 0;  // cells
  bool speech = false;   // numbers, I and we
  bool serves = false;   // what the story could serve
};

constexpr std::size_t kMarks = 26;   // cells of blanks, the components, the words and the time
constexpr std::size_t kSpeech = 18;  // … of the numbers and of who acts
constexpr std::size_t kGap = 2;      // … before what a story could serve
constexpr std::size_t kServes = 18;  // … of that

Columns columns_for(std::size_t widest, std::size_t width) {
  Columns out;
  out.speech = width >= kShortestName + kMarks + kSpeech;
  out.serves = width >= kShortestName + kMarks + kSpeech + kGap + kServes;
  const std::size_t used = kMarks + (out.speech ? kSpeech : 0) + (out.serves ? kGap + kServes : 0);
  out.name = std::min(widest, std::max(kShortestName, width - std::min(width, used)));
  return out;
}

std::string head_of(const Columns& columns) {
  return cat("  S T A R  words  spoken", columns.speech ? "  numbers     I/we" : "",
             columns.serves ? "  competency" : "");
}

std::string name_of(const Narrative& story, const FileResult& file) {
  return cat(story.parent == kNone ? "" : "  ", visible(story_name(file, story)));
}

using Served = std::vector<std::vector<std::string>>;  // by file, then by story

/// What each story could serve of one set of competencies.
Served served_by(const LintRun& run, const CompetencySet& set) {
  Served out;
  for (const auto& file : run.files) {
    std::vector<std::string>& names = out.emplace_back(file->narratives.stories.size());
    const FileView view = view_of(*file, *run.rules);
    for (const StoryRef& story : stories_of(view)) {
      std::vector<std::string> served;
      for (const Competency& item : set.items) {
        if (serves(story, item, run.rules->patterns())) served.push_back(item.name);
      }
      names[story.index] = join(served, ", ");
    }
  }
  return out;
}

/// By the set of competencies that has a word for most of the stories.
Served best_served(const LintRun& run) {
  Served best;
  std::ptrdiff_t most = -1;
  for (const CompetencySet& set : run.rules->competencies()) {
    Served one = served_by(run, set);
    std::ptrdiff_t count = 0;
    for (const auto& names : one) {
      count += std::count_if(names.begin(), names.end(),
                             [](const std::string& served) { return !served.empty(); });
    }
    if (count <= most) continue;
    most = count;
    best = std::move(one);
  }
  return best;
}

void write_row(const LintRun& run, const FileResult& file, const Narrative& story,
               const std::string& served, const Columns& columns, const Style& style,
               std::string& out) {
  out += cat("  ", fitted(name_of(story, file), columns.name), " ",
             component_marks(file, story, style), right(cat(story.words), 7),
             right(spoken(story.spoken_seconds), 8));
  if (columns.speech) {
    const SpokenFigures said = spoken_figures(run, file, story);
    out += cat(right(cat(said.numbers), 9), right(cat(said.self, "/", said.team), 9));
  }
  if (columns.serves && !served.empty()) {
    out += cat("  ", cut(served, style.width - columns.name - kMarks - kSpeech - kGap));
  }
  out += '\n';
}

}  // namespace

void write_outline_text(const LintRun& run, const ReportOptions& options, std::string& out) {
  const Style style(options);
  std::size_t widest = kShortestName;
  const std::size_t stories = count_stories(run);
  for (const auto& file : run.files) {
    for (const Narrative& story : file->narratives.stories) {
      widest = std::max(widest, display_width(name_of(story, *file)));
    }
  }
  const Columns columns = columns_for(widest, style.width);
  const Served served = best_served(run);
  for (std::size_t at = 0; at < run.files.size(); ++at) {
    const FileResult& file = *run.files[at];
    if (file.narratives.stories.empty()) continue;
    out += cat(style.bold, fitted(visible(file.source.path), columns.name + 2), style.off,
               head_of(columns), "\n");
    for (std::size_t i = 0; i < file.narratives.stories.size(); ++i) {
      const std::string names = served.empty() ? std::string() : served[at][i];
      write_row(run, file, file.narratives.stories[i], names, columns, style, out);
    }
    out += '\n';
  }
  out += cat(counted(stories, "story", "stories"), " in ",
             counted(run.files.size(), "file", "files"), ".\n");
  if (stories == 0) return;
  out += cat(style.dim, kMarksLegend, style.off, "\n");
}

}  // namespace starlint
