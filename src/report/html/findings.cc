// The findings, worst first, each with its places, the question it raises and its repair; and the
// controls that choose among them.
#include <map>
#include <set>

#include "base/strings.h"
#include "lint/identity.h"
#include "report/html/page.h"
#include "report/html/quote.h"
#include "report/story_figures.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

/// A value of a filter and what people call it.
using Choices = std::vector<std::pair<std::string, std::string>>;

void write_select(std::string_view id, std::string_view label, std::string_view all,
                  const Choices& choices, HtmlWriter& html) {
  html.open("label");
  html.text(label);
  html.open("select", {{"id", std::string(id)}});
  html.element("option", {{"value", ""}}, all);
  for (const auto& [value, name] : choices) html.element("option", {{"value", value}}, name);
  html.close();
  html.close();
}

void write_levels(const HtmlPage& page) {
  std::map<Level, std::uint64_t> counts;
  for (const std::uint32_t i : page.findings) ++counts[page.run.findings[i].level];
  page.html.open("fieldset");
  page.html.element("legend", {}, "Level");
  for (const Level level : {Level::Error, Level::Warning, Level::Note}) {
    page.html.open("label", {{"class", "check"}});
    page.html.lone("input", {{"type", "checkbox"},
                             {"name", "level"},
                             {"value", std::string(name_of(level))},
                             {"checked", ""}});
    page.html.text(cat(name_of(level), " (", counts[level], ")"));
    page.html.close();
  }
  page.html.close();
}

std::string family_label(const HtmlPage& page, const std::string& family) {
  const auto& families = page.run.rules->families();
  const auto tag = families.find(family);
  return tag == families.end() ? family : cat(family, ": ", tag->second);
}

void write_filters(const HtmlPage& page) {
  std::set<std::string> families;
  std::set<FileId> files;
  std::map<std::uint32_t, std::string> stories;  // by number
  for (const std::uint32_t i : page.findings) {
    const Finding& finding = page.run.findings[i];
    const FileResult& file = page.run.file(finding.where.file);
    families.insert(page.run.rules->info(finding.rule).family);
    files.insert(finding.where.file);
    if (const std::uint32_t story = story_at(file, finding); story != kNone) {
      stories[page.number_of(file, story)] = story_name(file, file.narratives.stories[story]);
    }
  }
  Choices by_family;
  Choices by_file;
  Choices by_story;
  Choices by_speaker;
  for (const std::string& family : families) {
    by_family.emplace_back(family, family_label(page, family));
  }
  for (const FileId file : files) {
    by_file.emplace_back(cat(file), page.path_of(page.run.file(file)));
  }
  for (const auto& [number, name] : stories) by_story.emplace_back(cat(number), name);
  for (std::size_t i = 0; i < page.run.speakers.size(); ++i) {
    by_speaker.emplace_back(cat(std::uint64_t{i}), page.run.speakers[i]);
  }
  HtmlWriter& html = page.html;
  html.open("form", {{"id", "filters"}, {"aria-label", "Filter the findings"}, {"hidden", ""}});
  write_levels(page);
  write_select("family", "Family", "all families", by_family, html);
  if (page.several_speakers()) {
    write_select("speaker", "Speaker", "all speakers", by_speaker, html);
  }
  write_select("file", "File", "all files", by_file, html);
  write_select("story", "Story", "all stories", by_story, html);
  html.open("label");
  html.text("Text");
  html.lone("input", {{"type", "search"}, {"id", "words"}, {"autocomplete", "off"}});
  html.close();
  html.element("button", {{"type", "reset"}}, "Show all");
  html.element("p", {{"id", "shown"}, {"role", "status"}}, "");
  html.close();
}

void write_hint(std::string_view kind, std::string_view lead, std::string_view words,
                HtmlWriter& html) {
  html.open("p", {{"class", std::string(kind)}});
  html.element("b", {}, lead);
  html.text(cat(" ", words));
  html.close();
}

void write_head(const HtmlPage& page, const Finding& finding) {
  const RuleInfo& rule = page.run.rules->info(finding.rule);
  page.html.open("h3");
  page.label_level(finding.level);
  page.html.text(" ");
  page.link_rule(rule);
  page.html.text(cat(" ", rule.name));
  page.html.close();
}

void write_finding(const HtmlPage& page, std::uint32_t index) {
  const Finding& finding = page.run.findings[index];
  const FileResult& file = page.run.file(finding.where.file);
  const RuleInfo& rule = page.run.rules->info(finding.rule);
  const std::uint32_t story = story_at(file, finding);
  HtmlWriter& html = page.html;
  html.open("li", {{"id", cat("f", index)},
                   {"class", cat("finding ", name_of(finding.level))},
                   {"data-level", std::string(name_of(finding.level))},
                   {"data-family", rule.family},
                   {"data-file", cat(finding.where.file)},
                   {"data-speaker", cat(file.speaker)},
                   {"data-story", story == kNone ? "" : cat(page.number_of(file, story))}});
  write_head(page, finding);
  html.element("p", {{"class", "message"}, {"dir", "auto"}}, finding.message);
  write_places(page, finding);
  if (!rule.probe.empty()) write_hint("ask", "Asked:", rule.probe, html);
  if (finding.fix) {
    write_hint("fix", "Repair:",
               cat(finding.fix->title, " (starlint fix", finding.fix->safe ? ")" : " --unsafe)"),
               html);
  }
  if (story != kNone) {
    html.open("p", {{"class", "of-story"}});
    html.text("Story: ");
    page.link_story(file, story);
    html.close();
  }
  html.close();
}

}  // namespace

void write_findings_section(const HtmlPage& page) {
  if (page.findings.empty()) return page.say(cat("Nothing was found", page.beside_accepted(), "."));
  write_filters(page);
  page.html.open("ol", {{"class", "findings"}});
  for (const std::uint32_t i : page.findings) write_finding(page, i);
  page.html.close();
}

}  // namespace starlint
