#include "narrative/sheet.h"

#include <algorithm>
#include <map>

namespace starlint {

namespace {

constexpr std::uint32_t kNamed = 7;       // words of a title or question that names a fact
constexpr std::uint32_t kOpening = 4;     // words before the fact's name in it
constexpr std::uint32_t kFieldHead = 32;  // bytes before the colon of a field
constexpr std::uint32_t kFewestFacts = 2;

/// The facts under one title.
struct Sheet {
  std::vector<std::uint32_t> facts;  // rows
  bool sure = false;                 // one of them is no fact of a mere post
};

// Rows whose label tells what was to be done: "Goal: …", "### What was your role?". Its words are
// no part of the prose.
std::vector<bool> rows_of_tasks(const Page& page) {
  std::vector<bool> out(page.rows.size());
  for (const Label& label : page.labels) {
    if (label.letter || label.concepts.empty()) continue;
    out[label.row] = page.rules->frameworks.concepts[label.concepts[0]].slots[0] == Slot::Task;
  }
  return out;
}

// Whether a row, or within a block a line that its author ended, begins something.
bool begins(const Page& page, std::uint32_t row) {
  return page.opens(row) || page.opens_field(row) || (row > 0 && page.rows[row - 1].ends_early);
}

// "Team size: 8", "### What was your role?".
bool names_fact(const Page& page, std::uint32_t row, Sign sign) {
  const Row& line = page.rows[row];
  const std::uint32_t first = page.first_sentence[row];
  if (!line.prose || line.cell || !begins(page, row) || first == page.first_sentence[row + 1]) {
    return false;
  }
  const Sentence& sentence = page.sentences[first];
  const std::string_view head = page.slice(line.content).substr(0, kFieldHead);
  const bool field = head.find(':') != std::string_view::npos;
  const bool title = (line.heading || sentence.question) && sentence.words <= kNamed;
  if (!field && !title) return false;
  return std::any_of(page.hits.begin() + sentence.first_hit,
                     page.hits.begin() + page.hits_end(sentence), [&](const Hit& hit) {
                       return hit.signal.sign == sign && hit.offset <= (field ? 1 : kOpening);
                     });
}

// By the row of the title that holds them.
std::map<std::uint32_t, Sheet> sheets_of(const Page& page) {
  std::map<std::uint32_t, Sheet> sheets;
  const std::vector<bool> tasks = rows_of_tasks(page);
  std::vector<std::uint32_t> open;  // headings
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    const Row& line = page.rows[row];
    if (line.heading) {
      while (!open.empty() && page.rows[open.back()].level >= line.level) open.pop_back();
    }
    const bool sure = names_fact(page, row, Sign::ProjectFact);
    if (!open.empty() && (sure || tasks[row] || names_fact(page, row, Sign::PostFact))) {
      Sheet& sheet = sheets[open.back()];
      sheet.facts.push_back(row);
      sheet.sure = sheet.sure || sure;
    }
    if (line.heading) open.push_back(row);
  }
  std::vector<std::uint8_t> levels;  // of titles that leave no doubt; one fact makes another such
  for (const auto& [title, sheet] : sheets) {
    if (sheet.sure && sheet.facts.size() >= kFewestFacts) levels.push_back(page.rows[title].level);
  }
  std::erase_if(sheets, [&](const auto& one) {
    const std::uint8_t level = page.rows[one.first].level;
    return !one.second.sure || std::find(levels.begin(), levels.end(), level) == levels.end();
  });
  return sheets;
}

std::uint32_t section_end(const Page& page, std::uint32_t title) {
  std::uint32_t end = title + 1;
  while (end < page.row_count() &&
         !(page.rows[end].heading && page.rows[end].level <= page.rows[title].level)) {
    ++end;
  }
  while (end > title + 1 && !page.rows[end - 1].prose) --end;
  return end;
}

}  // namespace

std::vector<bool> sheet_facts(const Page& page) {
  std::vector<bool> out(page.rows.size());
  for (const auto& [title, sheet] : sheets_of(page)) {
    for (const std::uint32_t row : sheet.facts) out[row] = true;
  }
  return out;
}

void add_projects(const Page& page, std::vector<Story>& stories) {
  std::vector<Story> projects;
  for (auto& [title, sheet] : sheets_of(page)) {
    Story project;
    project.first = project.title = title;
    project.body = title + 1;
    project.end = section_end(page, title);
    project.project = true;
    const auto inside = [&](const Story& story) {
      return story.first > project.first && story.end <= project.end;
    };
    const auto around = [&](const Story& story) {
      return story.first <= project.first && story.end > project.first;
    };
    std::erase_if(sheet.facts, [&](std::uint32_t row) {
      return std::any_of(stories.begin(), stories.end(),
                         [&](const Story& story) { return story.first <= row && row < story.end; });
    });
    if (!sheet.facts.empty() && std::any_of(stories.begin(), stories.end(), inside) &&
        std::none_of(stories.begin(), stories.end(), around)) {
      projects.push_back(project);
    }
  }
  stories.insert(stories.begin(), projects.begin(), projects.end());
  std::stable_sort(stories.begin(), stories.end(),
                   [](const Story& a, const Story& b) { return a.first < b.first; });
}

}  // namespace starlint
