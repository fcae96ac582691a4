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

constexpr std::size_t kShortest = 12;  // cells for a story's name
constexpr std::size_t kFigures = 46;   // cells of the components and figures in a row
constexpr std::size_t kServes = 18;    // cells for what a story could serve, and a gap before them
constexpr std::string_view kHead = " S T A R  words  spoken  numbers     I/we  competency";

/// "S": told; "s": hardly told; "-": missing.
std::string mark_of(const FileResult& file, const Narrative& story, Slot slot, const Style& style) {
  std::string letter(name_of(slot).substr(0, 1));
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

std::string cut(const std::string& name, std::size_t width) {
  const auto size = static_cast<std::uint32_t>(name.size());
  return excerpt_of(name, {0, size}, {0, 0}, std::max(width, kShortest)).text;
}

std::string cell(const std::string& name, std::size_t width) {
  std::string out = cut(name, width);
  out.append(width - std::min(width, display_width(out)), ' ');
  return out;
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
               const std::string& served, std::size_t width, const Style& style, std::string& out) {
  out += cat("  ", cell(name_of(story, file), width), " ");
  for (const Slot slot : kStarSlots) out += cat(" ", mark_of(file, story, slot, style));
  const SpokenFigures said = spoken_figures(run, file, story);
  out += cat(right(cat(story.words), 7), right(spoken(story.spoken_seconds), 8),
             right(cat(said.numbers), 9), right(cat(said.self, "/", said.team), 9));
  const std::size_t used = width + kFigures;
  if (!served.empty()) out += cat("  ", cut(served, style.width - std::min(style.width, used)));
  out += '\n';
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
  const std::size_t width = std::min(
      widest, std::max(kShortest, style.width - std::min(style.width, kFigures + kServes)));
  const Served served = best_served(run);
  for (std::size_t at = 0; at < run.files.size(); ++at) {
    const FileResult& file = *run.files[at];
    if (file.narratives.stories.empty()) continue;
    out += cat(style.bold, cell(visible(file.source.path), width + 2), style.off, " ", kHead, "\n");
    for (std::size_t i = 0; i < file.narratives.stories.size(); ++i) {
      const std::string names = served.empty() ? std::string() : served[at][i];
      write_row(run, file, file.narratives.stories[i], names, width, style, out);
    }
    out += '\n';
  }
  out += cat(counted(stories, "story", "stories"), " in ",
             counted(run.files.size(), "file", "files"), ".\n");
  if (stories == 0) return;
  out += cat(style.dim, "Small letter: empty or hardly told; -: missing.", style.off, "\n");
}

}  // namespace starlint
