// Story cards: the text with its components, how long it takes to say, and what was found in it.
#include "base/strings.h"
#include "lint/identity.h"
#include "report/html/note_text.h"
#include "report/html/page.h"
#include "report/story_figures.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

constexpr std::size_t kOpenCards = 24;  // with more stories the cards begin closed

std::string_view words_for(Telling telling) {
  switch (telling) {
    case Telling::Missing:
      return "missing";
    case Telling::Hardly:
      return "hardly told";
    case Telling::Told:
      break;
  }
  return "told";
}

std::string_view class_for(Telling telling) {
  return telling == Telling::Missing ? "missing" : telling == Telling::Hardly ? "hardly" : "told";
}

void write_letters(const HtmlPage& page, const FileResult& file, const Narrative& story) {
  page.html.open("span", {{"class", "letters"}});
  for (const Slot slot : kStarSlots) {
    const Telling telling = telling_of(file, story, slot);
    const std::string_view name = name_of(slot);
    const std::string spoken = cat(name, " ", words_for(telling));
    page.html.element("b",
                      {{"class", cat("letter ", class_for(telling), " slot-", ascii_lower(name))},
                       {"role", "img"},
                       {"aria-label", spoken},
                       {"title", spoken}},
                      telling == Telling::Missing ? "–" : name.substr(0, 1));
  }
  page.html.close();
}

void write_head(const HtmlPage& page, const FileResult& file, std::uint32_t index,
                std::size_t findings) {
  const Narrative& story = file.narratives.stories[index];
  HtmlWriter& html = page.html;
  html.open("summary");
  html.open(page.heading(), {{"dir", "auto"}});
  html.text(story_name(file, story));
  html.close();
  html.text(" ");
  if (!story.project) write_letters(page, file, story);
  html.element(
      "span", {{"class", "length"}},
      cat(HtmlPage::spoken_time(story.spoken_seconds), " · ", counted(story.words, "word", "words"),
          " · ", counted(findings, "finding", "findings")));
  html.close();
}

void write_origin(const HtmlPage& page, const FileResult& file, const Narrative& story) {
  HtmlWriter& html = page.html;
  html.open("p", {{"class", "origin"}});
  html.text(cat("line ", file.text.line(story.span.begin)));
  if (!story.project_name.empty()) html.text(cat(" · ", story.project_name));
  if (story.hypothetical) html.text(" · in general terms");
  if (story.project) html.text(" · a project told through many questions");
  html.close();
}

void write_findings(const HtmlPage& page, const std::vector<std::uint32_t>& findings) {
  if (findings.empty()) return;
  HtmlWriter& html = page.html;
  html.open("div",
            {{"class", "margin"}, {"role", "group"}, {"aria-label", "Findings of this story"}});
  html.open("ol");
  for (const std::uint32_t i : findings) {
    const Finding& finding = page.run.findings[i];
    const RuleInfo& rule = page.run.rules->info(finding.rule);
    html.open("li");
    page.label_level(finding.level);
    html.text(" ");
    page.link_finding(i);
    html.text(cat(" ", finding.message));
    if (!rule.probe.empty()) html.element("p", {{"class", "ask"}}, rule.probe);
    html.close();
  }
  html.close();
  html.close();
}

void write_card(const HtmlPage& page, const FileResult& file, std::uint32_t index,
                const std::vector<std::uint32_t>& findings, bool open) {
  const Narrative& story = file.narratives.stories[index];
  HtmlWriter& html = page.html;
  html.open("article", {{"class", "story"}, {"id", cat("s", page.number_of(file, index))}});
  HtmlAttributes state;
  if (open) state.push_back({"open", ""});
  html.open("details", state);
  write_head(page, file, index, findings.size());
  write_origin(page, file, story);
  html.open("div", {{"class", "beside"}});
  write_note_text(page, file, index, findings);
  write_findings(page, findings);
  for (int i = 0; i < 3; ++i) html.close();
}

/// The findings of each story of the file, in the order of the page.
using ByStory = std::vector<std::vector<std::uint32_t>>;

std::vector<ByStory> findings_by_story(const HtmlPage& page) {
  std::vector<ByStory> out(page.run.files.size());
  for (const auto& file : page.run.files) {
    out[file->source.id].resize(file->narratives.stories.size());
  }
  for (const std::uint32_t i : page.findings) {
    const Finding& finding = page.run.findings[i];
    const std::uint32_t story = story_at(page.run.file(finding.where.file), finding);
    if (story != kNone) out[finding.where.file][story].push_back(i);
  }
  return out;
}

void write_legend(HtmlWriter& html) {
  html.open("p", {{"class", "legend"}});
  html.text("Components: ");
  for (std::size_t i = 0; i + 1 < kSlotCount; ++i) {
    const std::string_view name = name_of(static_cast<Slot>(i));
    html.open("span", {{"class", cat("part slot-", ascii_lower(name))}});
    html.element("b", {{"class", cat("letter slot-", ascii_lower(name))}, {"aria-hidden", "true"}},
                 name.substr(0, 1));
    html.text(cat(" ", name));
    html.close();
    html.text(" ");
  }
  html.close();
}

}  // namespace

void write_stories_section(const HtmlPage& page) {
  std::size_t stories = 0;
  for (const auto& file : page.run.files) stories += file->narratives.stories.size();
  if (stories == 0) return page.say("No stories were found.");
  write_legend(page.html);
  page.html.open("p", {{"class", "tools"}, {"hidden", ""}});
  page.html.element("button", {{"type", "button"}, {"id", "open-all"}}, "Open all");
  page.html.text(" ");
  page.html.element("button", {{"type", "button"}, {"id", "close-all"}}, "Close all");
  page.html.close();
  const std::vector<ByStory> findings = findings_by_story(page);
  for (std::uint32_t speaker = 0; speaker < page.run.speakers.size(); ++speaker) {
    page.head_speaker(speaker);
    for (const auto& file : page.run.files) {
      if (file->speaker != speaker || file->narratives.stories.empty()) continue;
      page.html.open("p", {{"class", "file"}});
      page.html.element("code", {}, page.path_of(*file));
      page.html.close();
      for (std::uint32_t i = 0; i < file->narratives.stories.size(); ++i) {
        write_card(page, *file, i, findings[file->source.id][i], stories <= kOpenCards);
      }
    }
  }
}

}  // namespace starlint
