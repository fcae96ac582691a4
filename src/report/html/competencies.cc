// Which story can serve which competency, for every set that the packs bring, and what none serves.
#include <algorithm>

#include "base/strings.h"
#include "lint/speakers.h"
#include "report/html/page.h"
#include "report/text/summary.h"
#include "rule/competency.h"

namespace starlint {

namespace {

constexpr std::size_t kOpenMaps = 24;  // with more stories the maps begin closed

/// For each story which competencies of a set it serves.
struct Map {
  std::vector<std::vector<bool>> serves;  // by story, then by competency
  std::vector<std::string> open;          // served by none
  std::size_t idle = 0;                   // stories that serve none
};

Map map_of(const HtmlPage& page, const std::vector<StoryRef>& stories, const CompetencySet& set) {
  Map map;
  std::vector<bool> served(set.items.size(), false);
  for (const StoryRef& story : stories) {
    std::vector<bool>& row = map.serves.emplace_back(set.items.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < set.items.size(); ++i) {
      if (!serves(story, set.items[i], page.run.rules->patterns())) continue;
      row[i] = served[i] = any = true;
    }
    map.idle += any ? 0 : 1;
  }
  for (std::size_t i = 0; i < set.items.size(); ++i) {
    if (!served[i]) map.open.push_back(set.items[i].name);
  }
  return map;
}

void write_row(const HtmlPage& page, const StoryRef& story, const CompetencySet& set,
               const std::vector<bool>& row) {
  page.html.open("tr");
  page.html.open("th", {{"scope", "row"}});
  page.link_story(page.run.file(story.file->source.id), story.index);
  page.html.close();
  for (std::size_t i = 0; i < set.items.size(); ++i) {
    page.html.open("td", {{"class", row[i] ? "dot yes" : "dot"}});
    if (row[i]) {
      page.html.element("span", {{"role", "img"}, {"aria-label", set.items[i].name}}, "●");
    }
    page.html.close();
  }
  page.html.close();
}

void write_map(const HtmlPage& page, const std::vector<StoryRef>& stories, const CompetencySet& set,
               const Map& map) {
  std::vector<std::string> heads = {"Story"};
  for (const Competency& item : set.items) heads.push_back(item.name);
  page.html.open("div", {{"class", "map"}});
  page.open_table(cat("Stories for ", set.title), heads);
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const auto& row = map.serves[i];
    if (std::find(row.begin(), row.end(), true) != row.end()) {
      write_row(page, stories[i], set, row);
    }
  }
  page.close_table();
  page.html.close();
}

void write_set(const HtmlPage& page, const std::vector<StoryRef>& stories,
               const CompetencySet& set) {
  const Map map = map_of(page, stories, set);
  page.html.element(page.heading(), {{"class", "set-head"}},
                    cat(set.title, ": ", std::uint64_t{set.items.size() - map.open.size()}, " of ",
                        std::uint64_t{set.items.size()}, " have a story"));
  if (!map.open.empty()) {
    page.html.open("p", {{"class", "gap"}});
    page.html.element("b", {}, "No story yet:");
    page.html.text(cat(" ", join(map.open, ", "), "."));
    page.html.close();
  }
  if (map.idle == stories.size()) return;
  HtmlAttributes state = {{"class", "set"}};
  if (stories.size() <= kOpenMaps) state.push_back({"open", ""});
  page.html.open("details", state);
  page.html.element("summary", {}, "Which story for which");
  write_map(page, stories, set, map);
  if (map.idle > 0) {
    page.say(cat(counted(map.idle, "story serves", "stories serve"), " none of them."));
  }
  page.html.close();
}

}  // namespace

void write_competencies_section(const HtmlPage& page) {
  if (page.run.rules->competencies().empty()) return page.say("The packs bring no competencies.");
  page.say("Which story could serve, by its words: a suggestion, not a judgement.");
  const Speakers speakers(page.run);
  for (std::uint32_t speaker = 0; speaker < page.run.speakers.size(); ++speaker) {
    page.head_speaker(speaker);
    const std::vector<StoryRef> stories = stories_of(speakers.views()[speaker]);
    if (stories.empty()) page.say("No story tells an event yet.");
    for (const CompetencySet& set : page.run.rules->competencies()) {
      if (!stories.empty()) write_set(page, stories, set);
    }
  }
}

}  // namespace starlint
