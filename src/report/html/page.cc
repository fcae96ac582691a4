// One self-contained page of everything a run found and understood. It carries a policy that
// forbids all but its own style and script, so that it can neither load nor send anything.
#include "report/html/page.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "report/html/page_files.h"
#include "report/story_figures.h"
#include "report/text/cells.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

std::string content_policy() {
  return cat("default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-",
             sha256_base64(kPageStyle), "'; script-src 'sha256-", sha256_base64(kPageScript), "'");
}

/// What fills a "{{name}}" of the skeleton.
struct Slot {
  std::string_view name;
  void (*write)(const HtmlPage&);
};

constexpr std::array kSlots = {
    Slot{"policy", [](const HtmlPage& page) { page.html.text(content_policy()); }},
    Slot{"style", [](const HtmlPage& page) { page.html.verbatim(kPageStyle); }},
    Slot{"script", [](const HtmlPage& page) { page.html.verbatim(kPageScript); }},
    Slot{"version", [](const HtmlPage& page) { page.html.text(version()); }},
    Slot{"summary", write_summary_section},
    Slot{"findings", write_findings_section},
    Slot{"stories", write_stories_section},
    Slot{"matrix", write_matrix_section},
    Slot{"competencies", write_competencies_section},
    Slot{"facts", write_facts_section},
    Slot{"timeline", write_timeline_section},
    Slot{"repairs", write_repairs_section},
    Slot{"rules", write_rules_section},
};

void fill(std::string_view name, const HtmlPage& page) {
  const auto slot =
      std::find_if(kSlots.begin(), kSlots.end(), [&](const Slot& one) { return one.name == name; });
  SL_CHECK(slot != kSlots.end());
  slot->write(page);
}

}  // namespace

/// How many bytes of directories, "/" included, all paths begin with.
static std::size_t shared_directories(const LintRun& run) {
  if (run.files.empty()) return 0;
  const std::string_view first = run.files.front()->source.path;
  std::size_t shared = first.rfind('/') + 1;  // 0 where there is none
  for (const auto& file : run.files) {
    while (shared > 0 &&
           first.substr(0, shared) != std::string_view(file->source.path).substr(0, shared)) {
      shared = shared > 1 ? first.rfind('/', shared - 2) + 1 : 0;
    }
  }
  return shared;
}

HtmlPage::HtmlPage(const LintRun& the_run, const ReportOptions& the_options, HtmlWriter& writer)
    : run(the_run), options(the_options), html(writer), shared_(shared_directories(the_run)) {
  std::uint32_t number = 1;
  for (const auto& file : run.files) {
    first_story_.push_back(number);
    number += static_cast<std::uint32_t>(file->narratives.stories.size());
  }
  for (std::uint32_t i = 0; i < run.findings.size(); ++i) {
    if (!run.findings[i].suppression) findings.push_back(i);
  }
  std::stable_sort(findings.begin(), findings.end(), [&](std::uint32_t a, std::uint32_t b) {
    return run.findings[a].level > run.findings[b].level;
  });
}

std::string_view HtmlPage::path_of(const FileResult& file) const {
  return std::string_view(file.source.path).substr(shared_);
}

std::string HtmlPage::place_name(Location where) const {
  const FileResult& file = run.file(where.file);
  return cat(path_of(file), ":", file.text.line(where.span.begin));
}

void HtmlPage::link_story(const FileResult& file, std::uint32_t story) const {
  html.element("a", {{"href", cat("#s", number_of(file, story))}, {"dir", "auto"}},
               story_name(file, file.narratives.stories[story]));
}

void HtmlPage::link_rule(const RuleInfo& rule) const {
  html.element("a", {{"href", cat("#r-", rule.id)}}, rule.id);
}

void HtmlPage::link_finding(std::uint32_t finding) const {
  html.element("a", {{"href", cat("#f", finding)}}, run.rules->info(run.findings[finding].rule).id);
}

void HtmlPage::label_level(Level level) const {
  html.element("span", {{"class", cat("level ", name_of(level))}}, name_of(level));
}

std::string HtmlPage::spoken_time(double seconds) { return std::string(trim(spoken(seconds))); }

void HtmlPage::head_speaker(std::uint32_t speaker) const {
  if (several_speakers()) html.element("h3", {{"class", "speaker"}}, run.speakers[speaker]);
}

void HtmlPage::say(std::string_view text) const { html.element("p", {}, text); }

void HtmlPage::open_table(std::string_view caption, const std::vector<std::string>& heads) const {
  html.open("div", {{"class", "scroll"},
                    {"tabindex", "0"},
                    {"role", "region"},
                    {"aria-label", std::string(caption)}});
  html.open("table");
  html.element("caption", {}, caption);
  html.open("thead");
  html.open("tr");
  for (const std::string& head : heads) html.element("th", {{"scope", "col"}}, head);
  html.close();
  html.close();
  html.open("tbody");
}

void HtmlPage::close_table() const {
  for (int i = 0; i < 3; ++i) html.close();
}

void write_html(const LintRun& run, const ReportOptions& options, ByteSink& out) {
  HtmlWriter html(out);
  const HtmlPage page(run, options, html);
  std::string_view rest = kPageSkeleton;
  for (std::size_t at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
    const std::size_t end = rest.find("}}", at);
    SL_CHECK(end != std::string_view::npos);
    html.verbatim(rest.substr(0, at));
    fill(rest.substr(at + 2, end - at - 2), page);
    rest.remove_prefix(end + 2);
  }
  html.verbatim(rest);
}

}  // namespace starlint
