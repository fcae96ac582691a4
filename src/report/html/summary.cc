// The head of the page: how much was read, and how much was found where.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "report/html/page.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

struct Tally {
  std::size_t files = 0;
  std::size_t stories = 0;
  double seconds = 0;
  std::array<std::size_t, 3> findings{};  // by Level
  std::size_t accepted = 0;
};

std::vector<Tally> tallies_of(const HtmlPage& page) {
  std::vector<Tally> out(page.run.speakers.size());
  for (const auto& file : page.run.files) {
    Tally& tally = out[file->speaker];
    ++tally.files;
    for (const Narrative& story : file->narratives.stories) {
      if (story.project) continue;  // its stories count
      ++tally.stories;
      tally.seconds += story.spoken_seconds;
    }
  }
  for (const std::uint32_t i : page.findings) {
    const Finding& finding = page.run.findings[i];
    const std::uint32_t speaker = page.run.file(finding.where.file).speaker;
    ++out[speaker].findings[static_cast<std::size_t>(finding.level)];
  }
  for (const Finding& finding : page.run.findings) {
    if (finding.suppression) ++out[page.run.file(finding.where.file).speaker].accepted;
  }
  return out;
}

void write_figure(std::string_view figure, std::string_view name, std::string_view kind,
                  HtmlWriter& html) {
  html.open("li", {{"class", std::string(kind)}});
  html.element("strong", {}, figure);
  html.text(cat(" ", name));
  html.close();
}

void write_count(std::size_t count, std::string_view one, std::string_view many,
                 std::string_view kind, HtmlWriter& html) {
  write_figure(cat(std::uint64_t{count}), count == 1 ? one : many, kind, html);
}

void write_figures(const Tally& tally, HtmlWriter& html) {
  html.open("ul", {{"class", "figures"}});
  write_count(tally.files, "file", "files", "plain", html);
  write_count(tally.stories, "story", "stories", "plain", html);
  write_figure(HtmlPage::spoken_time(tally.seconds), "to tell them all", "plain", html);
  write_count(tally.findings[2], "error", "errors", "error", html);
  write_count(tally.findings[1], "warning", "warnings", "warning", html);
  write_count(tally.findings[0], "note", "notes", "note", html);
  if (tally.accepted != 0) write_count(tally.accepted, "accepted", "accepted", "plain", html);
  html.close();
}

void write_speakers(const HtmlPage& page, const std::vector<Tally>& tallies) {
  page.open_table("Speakers", {"Speaker", "Files", "Stories", "Errors", "Warnings", "Notes"});
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    page.html.open("tr");
    page.html.element("th", {{"scope", "row"}}, page.run.speakers[i]);
    const auto& found = tallies[i].findings;
    for (const std::size_t count :
         {tallies[i].files, tallies[i].stories, found[2], found[1], found[0]}) {
      page.html.element("td", {{"class", "number"}}, cat(std::uint64_t{count}));
    }
    page.html.close();
  }
  page.close_table();
}

}  // namespace

void write_summary_section(const HtmlPage& page) {
  const std::vector<Tally> tallies = tallies_of(page);
  Tally all;
  for (const Tally& tally : tallies) {
    all.files += tally.files;
    all.stories += tally.stories;
    all.seconds += tally.seconds;
    for (std::size_t i = 0; i < all.findings.size(); ++i) all.findings[i] += tally.findings[i];
  }
  write_figures(all, page.html);
  const std::size_t accepted = page.run.findings.size() - page.findings.size();
  if (accepted > 0) {
    page.say(cat(counted(accepted, "further finding is", "further findings are"),
                 " accepted in the notes or their baseline, and not shown."));
  }
  for (const Error& problem : page.options.problems) {
    page.html.element("p", {{"class", "problem"}}, cat("Not read: ", problem.describe()));
  }
  if (page.several_speakers()) write_speakers(page, tallies);
}

}  // namespace starlint
