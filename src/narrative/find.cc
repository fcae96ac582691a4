#include "narrative/find.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "narrative/entries.h"
#include "narrative/project.h"
#include "narrative/sheet.h"
#include "narrative/story.h"

namespace starlint {

namespace {

// Behind "1) " or "12. ", which counts the title.
std::string_view without_number(std::string_view title) {
  std::size_t at = title.find_first_not_of("0123456789");
  if (at == 0 || at > 2 || at + 1 >= title.size()) return title;
  const bool counts = (title[at] == ')' || title[at] == '.') && title[at + 1] == ' ';
  return counts ? trim(title.substr(at + 1)) : title;
}

// A title without marks, anchors, link targets, and and the colon at its end.
std::string plain_title(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '*' || c == '`') continue;
    if (c == ']' && at + 1 < text.size() && text[at + 1] == '(') {
      const std::size_t close = text.find(')', at);
      if (close != std::string_view::npos) {
        at = close;
        continue;
      }
    }
    if (c == '[' || c == ']') continue;
    out += c;
  }
  for (const std::string_view end : {"—", "–"}) {
    if (trim(out).ends_with(end)) out.resize(out.rfind(end));
  }
  while (!out.empty() && (is_ascii_space(out.back()) || out.back() == ':')) out.pop_back();
  return std::string(without_number(out));
}

// Of a heading its text; of any other row its line without the marker of an item, or of a question.
Span title_of(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const Label* label = page.label(row);
  const bool behind =
      label != nullptr && label->question && (line.turn || label->body < line.content.end);
  if (line.answered || behind) return request_of(page, row);
  if (line.heading) return line.content;
  const Span text = page.outline->blocks[line.block].text;
  return {line.first ? std::max(line.content.begin, text.begin) : line.content.begin,
          line.content.end};
}

/// The first words of a story that nothing names, to speak of it: "The night of the flood at …".
std::string opening_words(const Page& page, const Story& story) {
  constexpr std::size_t kWords = 7;
  const std::uint32_t first = page.first_sentence[story.body];
  if (first == page.first_sentence[story.end]) return {};
  const std::string_view opening = page.slice(page.sentences[first].span);
  std::size_t end = 0;
  for (std::size_t words = 0; words < kWords && end < opening.size(); ++words) {
    end = std::min(opening.find_first_of(" \t\r\n", end + 1), opening.size());
  }
  std::string out = plain_title(opening.substr(0, end));
  return end < opening.size() ? cat(out, " …") : out;
}

std::vector<ConceptId> concepts_of(const Story& story) {
  std::vector<ConceptId> concepts;
  for (const LabelledPart& part : story.parts) concepts.push_back(part.concept_id);
  return concepts;
}

std::vector<bool> rows_of_parts(const Page& page, const std::vector<Story>& stories) {
  std::vector<bool> out(page.rows.size());
  for (const Story& story : stories) {
    for (const LabelledPart& part : story.parts) out[part.row] = true;
  }
  return out;
}

bool names_task(const Page& page, const Story& story) {
  return std::any_of(story.parts.begin(), story.parts.end(), [&](const LabelledPart& part) {
    return page.rules->frameworks.concepts[part.concept_id].slots[0] == Slot::Task;
  });
}

/// The framework of each story. An author who tells most stories of a file in one framework means
/// it in the others too, where their labels fit: "S, A, R" among "S, T, A, R" lacks its T, and so
/// does one that stands alone. Where several have these and none has a T, all are as they are
/// meant.
std::vector<std::uint16_t> settle_frameworks(const Page& page, const std::vector<Story>& stories) {
  const Frameworks& all = page.rules->frameworks;
  const auto fits = [&](std::uint16_t framework, const std::vector<ConceptId>& concepts) {
    return std::all_of(concepts.begin(), concepts.end(),
                       [&](ConceptId id) { return all.frameworks[framework].takes(id); });
  };
  const bool tasks = std::any_of(stories.begin(), stories.end(),
                                 [&](const Story& story) { return names_task(page, story); });
  std::vector<std::uint16_t> own;
  std::vector<std::size_t> uses(all.frameworks.size());
  for (const Story& story : stories) {
    const std::vector<ConceptId> concepts = concepts_of(story);
    own.push_back(concepts.empty() ? std::uint16_t{0} : all.best(concepts));
    if (!concepts.empty()) ++uses[own.back()];
  }
  const ConceptId opening = all.frameworks[0].components[0].concepts[0];
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const std::vector<ConceptId> concepts = concepts_of(stories[i]);
    const bool opens = std::find(concepts.begin(), concepts.end(), opening) != concepts.end();
    if (!opens || !fits(0, concepts) || !all.frameworks[own[i]].task_in_situation ||
        (uses[own[i]] >= 2 && !tasks))
      continue;
    --uses[own[i]];
    ++uses[own[i] = 0];
  }
  const auto most = std::max_element(uses.begin(), uses.end());
  const auto house = static_cast<std::uint16_t>(most - uses.begin());
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const std::vector<ConceptId> concepts = concepts_of(stories[i]);
    if (*most > uses[own[i]] && fits(house, concepts) && !concepts.empty()) own[i] = house;
  }
  return own;
}

Narrative narrate(const Page& page, const Story& story, std::uint16_t framework, FileId file) {
  Narrative out;
  out.file = file;
  out.span = {page.rows[story.first].span.begin, page.rows[story.end - 1].content.end};
  if (story.title != kNone) out.title = title_of(page, story.title);
  if (story.title == story.body && !page.rows[story.body].answered) {
    if (const Span title = run_in_title(page, story.body); !title.empty()) out.title = title;
  }
  out.title_text =
      out.title.empty() ? opening_words(page, story) : plain_title(page.slice(out.title));
  if (story.prompt != kNone) out.prompt = request_of(page, story.prompt);
  out.framework = framework;
  out.confidence = story.confidence;
  out.labelled = story.labelled;
  out.hypothetical = story.hypothetical;
  out.behavioural =
      story.behavioural || (story.prompt != kNone && page.asks[story.prompt] == Ask::Behavioural);
  out.project = story.project;
  out.words = weigh(page, story.body, story.end).words;
  out.spoken_seconds = out.words * 60.0 / page.language->words_per_minute;
  if (!story.project) out.parts = parts_of(page, story);
  return out;
}

/// Where most labelled stories of a file label a component, the author marks what is told: a story
/// of theirs without that label lacks the component, whatever its other sentences may sound like.
void drop_guesses(std::vector<Narrative>& stories) {
  std::array<std::size_t, kSlotCount> labels{};
  std::size_t labelled = 0;
  // A label of its own: the further components that "Problem" serves share its place.
  const auto is_labelled = [](const Narrative& story, Slot slot) {
    for (std::size_t i = 0; i < story.parts.size(); ++i) {
      const Part& part = story.parts[i];
      const bool shared = i > 0 && !part.label.empty() && part.label == story.parts[i - 1].label;
      if (part.slot == slot && part.basis == Basis::Label && !shared) return true;
    }
    return false;
  };
  for (const Narrative& story : stories) {
    if (!story.labelled) continue;
    ++labelled;
    for (std::size_t i = 0; i < kSlotCount; ++i)
      labels[i] += is_labelled(story, static_cast<Slot>(i)) ? 1U : 0U;
  }
  for (Narrative& story : stories) {
    if (!story.labelled) continue;
    std::erase_if(story.parts, [&](const Part& part) {
      const std::size_t others = labels[static_cast<std::size_t>(part.slot)];
      return part.basis != Basis::Label && others >= 2 && 2 * others > labelled;
    });
  }
}

/// Projects do not stand in each other: a story stands in the last one that is still open.
void nest(std::vector<Narrative>& stories) {
  std::uint32_t open = kNone;
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    if (open != kNone && stories[i].span.begin >= stories[open].span.end) open = kNone;
    if (stories[i].project) open = i;
    if (open != i) stories[i].parent = open;
  }
}

}  // namespace

Narratives find_narratives(const Text& text, const Outline& outline, const NarrativeRules& rules,
                           std::string_view path, FileId file) {
  if (rules.frameworks.frameworks.empty()) return {};  // a pack that knows no stories
  Page page = read_file(text, outline, rules);
  Narratives out;
  out.language = page.language;
  std::vector<Story> stories = find_labelled(page);
  free_titles(page, rows_of_parts(page, stories));
  find_unlabelled(page, stories, out.open_prompts);
  add_projects(page, stories);
  const std::vector<std::uint16_t> frameworks = settle_frameworks(page, stories);
  for (std::size_t i = 0; i < stories.size(); ++i) {
    out.stories.push_back(narrate(page, stories[i], frameworks[i], file));
  }
  nest(out.stories);
  drop_guesses(out.stories);
  name_projects(page, path, stories, out);
  return out;
}

}  // namespace starlint
