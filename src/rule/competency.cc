#include "rule/competency.h"

#include <algorithm>
#include <map>

#include "rule/fields.h"
#include "rule/kind/story_text.h"
#include "toml/fields.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

const std::vector<Field>& competency_fields() {
  static const std::vector<Field> head = {
      {"id", FieldType::String, "what rules call it", true},
      {"title", FieldType::String, "what messages call it", true},
  };
  static const std::vector<Field> item = {
      {"name", FieldType::String, "of the competency", true},
      {"asked", FieldType::Strings, "expressions in title, prompt or headings above", true},
      {"told", FieldType::Strings, "expressions in the story itself"},
  };
  static const std::vector<Field> fields = {
      {"competencies", FieldType::Table, "who the set is", true, {}, head},
      {"competency", FieldType::Tables, "its items, in the order of reports", true, {}, item},
  };
  return fields;
}

namespace {

Result<std::vector<PatternId>> read_patterns(const toml_doc::Value& item, std::string_view key,
                                             const Document& document, PatternBank& bank) {
  std::vector<PatternId> ids;
  for (const toml_doc::Value& expression : toml_doc::items_of(item, key)) {
    const Result<PatternId> id = bank.add(expression.string, document.built_in);
    if (!id)
      return toml_doc::error_at(expression, document.path, id.error().message, id.error().hint);
    ids.push_back(*id);
  }
  return ids;
}

Result<CompetencySet> read_set(const Document& document, PatternBank& bank) {
  if (Status status = toml_doc::check_fields(document.root, competency_fields(), document.path);
      !status) {
    return status.error();
  }
  const toml_doc::Value& head = *document.root.find("competencies");
  CompetencySet set{std::string(toml_doc::string_of(head, "id")),
                    std::string(toml_doc::string_of(head, "title")),
                    {}};
  for (const toml_doc::Value& item : toml_doc::items_of(document.root, "competency")) {
    Competency competency;
    competency.name = toml_doc::string_of(item, "name");
    Result<std::vector<PatternId>> asked = read_patterns(item, "asked", document, bank);
    if (!asked) return asked.error();
    Result<std::vector<PatternId>> told = read_patterns(item, "told", document, bank);
    if (!told) return told.error();
    competency.asked = *std::move(asked);
    competency.told = *std::move(told);
    set.items.push_back(std::move(competency));
  }
  return set;
}

/// Title, prompt, labels, and the headings above them.
std::vector<Span> headings_of(const FileView& file, const Narrative& story) {
  std::vector<Span> spans = {story.title, story.prompt};
  for (const Part& part : story.parts) spans.push_back(part.label);
  const auto& blocks = file.outline.blocks;
  const auto first = std::partition_point(blocks.begin(), blocks.end(), [&](const Block& one) {
    return one.span.end <= story.span.begin;
  });
  if (first == blocks.end()) return spans;
  for (std::uint32_t at = first->parent; at != kNone; at = blocks[at].parent) {
    if (blocks[at].kind == BlockKind::Heading) spans.push_back(blocks[at].text);
  }
  return spans;
}

/// What a list item names: the text of its link, or all of it.
std::string named_by(std::string_view item) {
  const std::size_t open = item.find('[');
  const std::size_t close = item.find(']', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return folded(item);
  return folded(item.substr(open + 1, close - open - 1));
}

/// An item of a list, which may name a story.
struct IndexItem {
  std::string name;
  std::uint32_t parent = kNone;  // block
};

const std::vector<IndexItem>& index_items_of(const FileView& file) {
  return file.memo.keep<std::vector<IndexItem>>(nullptr, [&] {
    std::vector<IndexItem> out;
    for (const Block& block : file.outline.blocks) {
      if (block.kind != BlockKind::ListItem) continue;
      out.push_back({named_by(file.slice(block.text)), block.parent});
    }
    return out;
  });
}

/// An index of stories ("Conflict: [The drug trolley](#trolley)") says itself what they are for.
void add_index_headings(const FileView& file, const std::map<std::string, std::size_t>& by_title,
                        std::vector<StoryRef>& stories) {
  const auto& blocks = file.outline.blocks;
  for (const IndexItem& item : index_items_of(file)) {
    const auto named = by_title.find(item.name);
    if (named == by_title.end()) continue;
    for (std::uint32_t at = item.parent; at != kNone; at = blocks[at].parent) {
      if (blocks[at].kind != BlockKind::Heading) continue;
      stories[named->second].listed_under.push_back({&file, blocks[at].text});
    }
  }
}

/// Of all stories of the file, told or not.
const std::vector<Speech>& speeches_of(const FileView& file) {
  return file.memo.keep<std::vector<Speech>>(nullptr, [&] {
    std::vector<Speech> out;
    for (const Narrative& story : file.narratives.stories)
      out.push_back(speech_of(file, story, {}));
    return out;
  });
}

bool any_in(const FileView& file, const std::vector<PatternId>& patterns, Span span,
            const PatternBank& bank) {
  return !span.empty() && std::any_of(patterns.begin(), patterns.end(), [&](PatternId id) {
    return bank.pattern(id).found_in(file.text.utf8(), span);
  });
}

}  // namespace

Result<Competencies> read_competencies(const std::vector<Document>& documents, PatternBank& bank) {
  Competencies sets;
  for (const Document& document : documents) {
    if (document.root.find("competencies") == nullptr) continue;
    Result<CompetencySet> set = read_set(document, bank);
    if (!set) return set.error();
    sets.push_back(*std::move(set));
  }
  return sets;
}

std::vector<StoryRef> stories_of(const FileView& file) {
  std::vector<StoryRef> stories;
  const std::vector<Speech>& speeches = speeches_of(file);
  for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
    const Narrative& story = file.narratives.stories[i];
    const bool told = std::any_of(story.parts.begin(), story.parts.end(),
                                  [](const Part& part) { return part.filled; });
    if (told && tells_event(story)) stories.push_back({&file, i, &speeches[i], {}});
  }
  return stories;
}

static std::vector<StoryRef> find_stories(const SpeakerView& speaker) {
  std::vector<StoryRef> stories;
  for (const FileView* file : speaker.files) {
    const std::vector<StoryRef> own = stories_of(*file);
    stories.insert(stories.end(), own.begin(), own.end());
  }
  std::map<std::string, std::size_t> by_title;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const std::string title = folded(stories[i].story().title_text);
    if (!title.empty()) by_title.emplace(title, i);
  }
  for (const FileView* file : speaker.files) add_index_headings(*file, by_title, stories);
  return stories;
}

const std::vector<StoryRef>& stories_of(const SpeakerView& speaker) {
  return speaker.memo->keep<std::vector<StoryRef>>(nullptr, [&] { return find_stories(speaker); });
}

bool serves_by_itself(const StoryRef& story, const Competency& competency,
                      const PatternBank& bank) {
  for (const Span heading : headings_of(*story.file, story.story())) {
    if (any_in(*story.file, competency.asked, heading, bank)) return true;
  }
  const FileView& file = *story.file;
  for (const Stretch& stretch : *story.speech) {
    for (const PatternId id : competency.told) {
      const auto& blocks = file.hits.places(id);
      if (!std::binary_search(blocks.begin(), blocks.end(), stretch.block)) continue;
      if (bank.pattern(id).found_in(file.text.utf8(), stretch.span)) return true;
    }
  }
  return false;
}

bool is_listed_for(const StoryRef& story, const Competency& competency, const PatternBank& bank) {
  return std::any_of(story.listed_under.begin(), story.listed_under.end(),
                     [&](const HeadingRef& heading) {
                       return any_in(*heading.file, competency.asked, heading.text, bank);
                     });
}

bool serves(const StoryRef& story, const Competency& competency, const PatternBank& bank) {
  return serves_by_itself(story, competency, bank) || is_listed_for(story, competency, bank);
}

}  // namespace starlint
