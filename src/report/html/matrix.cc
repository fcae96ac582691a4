// Every story with the components it has, its length, and what is counted in it: a row each.
#include "base/strings.h"
#include "lint/identity.h"
#include "report/html/page.h"
#include "report/story_figures.h"

namespace starlint {

namespace {

void write_cell(const FileResult& file, const Narrative& story, Slot slot, HtmlWriter& html) {
  switch (telling_of(file, story, slot)) {
    case Telling::Missing:
      html.element("td", {{"class", "mark missing"}}, "– missing");
      return;
    case Telling::Hardly:
      html.element("td", {{"class", "mark hardly"}}, "○ hardly told");
      return;
    case Telling::Told:
      html.element("td", {{"class", "mark told"}}, "✓ told");
  }
}

void write_row(const HtmlPage& page, const FileResult& file, std::uint32_t index,
               std::uint64_t findings) {
  const Narrative& story = file.narratives.stories[index];
  HtmlWriter& html = page.html;
  html.open("tr");
  html.open("th", {{"scope", "row"}});
  page.link_story(file, index);
  html.close();
  if (story.project) {
    html.element("td", {{"class", "mark"}, {"colspan", "4"}}, "a project");
  } else {
    for (const Slot slot : kStarSlots) write_cell(file, story, slot, html);
  }
  const SpokenFigures said = spoken_figures(page.run, file, story);
  for (const std::string& figure :
       {cat(story.words), HtmlPage::spoken_time(story.spoken_seconds), cat(said.numbers),
        cat(said.self, "/", said.team), cat(findings)}) {
    html.element("td", {{"class", "number"}}, figure);
  }
  html.close();
}

void write_file_row(const HtmlPage& page, const FileResult& file) {
  page.html.open("tr", {{"class", "of-file"}});
  page.html.element("th", {{"scope", "colgroup"}, {"colspan", "10"}}, page.path_of(file));
  page.html.close();
}

}  // namespace

void write_matrix_section(const HtmlPage& page) {
  std::vector<std::uint64_t> findings;  // by number of the story
  for (const std::uint32_t i : page.findings) {
    const Finding& finding = page.run.findings[i];
    const FileResult& file = page.run.file(finding.where.file);
    const std::uint32_t story = story_at(file, finding);
    if (story == kNone) continue;
    findings.resize(std::max<std::size_t>(findings.size(), page.number_of(file, story) + 1));
    ++findings[page.number_of(file, story)];
  }
  for (std::uint32_t speaker = 0; speaker < page.run.speakers.size(); ++speaker) {
    page.head_speaker(speaker);
    page.open_table("Stories and their components",
                    {"Story", "Situation", "Task", "Action", "Result", "Words", "Spoken", "Numbers",
                     "I/we", "Findings"});
    for (const auto& file : page.run.files) {
      const auto& stories = file->narratives.stories;
      if (file->speaker != speaker || stories.empty()) continue;
      write_file_row(page, *file);
      for (std::uint32_t i = 0; i < stories.size(); ++i) {
        const std::uint32_t number = page.number_of(*file, i);
        write_row(page, *file, i, number < findings.size() ? findings[number] : 0);
      }
    }
    page.close_table();
  }
}

}  // namespace starlint
