// Stories with their labels taken off: what their prose still shows.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

constexpr std::array kStar = {Slot::Situation, Slot::Task, Slot::Action, Slot::Result};

/// A file of stories told under labels.
struct Note {
  std::string text;
  NoteFormat format = NoteFormat::Markdown;
};

std::vector<Narrative> read(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  return read_narratives(notes, format).stories;
}

// The stories of fixtures/stories and, in many layouts, frameworks and languages, of
// fixtures/layouts, as they stand there; sorted by path.
std::vector<Note> files() {
  namespace fs = std::filesystem;
  std::vector<fs::path> paths;
  const fs::path fixtures = fs::path(STARLINT_RULES_DIR).parent_path() / "fixtures";
  for (const char* folder : {"stories", "layouts"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fixtures / folder)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Note> out;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    const std::string_view name = path.extension() == ".org"   ? "a.org"
                                  : path.extension() == ".txt" ? "a.txt"
                                                               : "a.md";
    out.push_back({{std::istreambuf_iterator<char>(in), {}}, format_of(name)});
  }
  return out;
}

/// Whether it has what its framework asks for: a CAR story needs no Task.
bool complete(const Narrative& story, std::uint16_t framework) {
  const Framework& told = narrative_rules().frameworks.frameworks[framework];
  return std::none_of(kStar.begin(), kStar.end(),
                      [&](const Slot slot) { return told.wants(slot) && !story.has(slot); });
}

bool complete(const Narrative& story) { return complete(story, story.framework); }

// The notes in the tests of the rules, as they stand there.
std::vector<std::string> notes_of_rules() {
  std::vector<std::string> out;
  for (const Document& document : rule_files()) {
    const toml_doc::Value* tests = document.root.find("test");
    if (tests == nullptr) continue;
    for (const toml_doc::Value& test : tests->items) {
      for (const std::string_view kind : {"bad", "good"}) {
        const toml_doc::Value* notes = test.find(kind);
        if (notes != nullptr) out.push_back(notes->string);
      }
    }
  }
  return out;
}

constexpr std::pair<std::string_view, std::string_view> kRequests[] = {
    {"en", "Tell me about a time you had to act"},
    {"de", "Erzählen Sie von einem Konflikt mit einem Kollegen"},
    {"es", "Cuéntame de una vez que cometiste un error"},
    {"fr", "Parlez-moi d'une situation difficile"},
};

/// In the language of the notes.
std::string_view request_in(const Language* language) {
  const auto* found = std::find_if(
      std::begin(kRequests), std::end(kRequests),
      [&](const auto& one) { return language != nullptr && one.first == language->code; });
  return found == std::end(kRequests) ? kRequests[0].second : found->second;
}

// The bodies of a story's parts but of one slot, without labels, under a question.
std::string told(std::string_view notes, const Narrative& story, Slot without,
                 std::string_view request = kRequests[0].second) {
  std::string out = cat("## ", request, "\n\n");
  Span last;  // a label that serves two slots gives two parts
  for (const Part& part : story.parts) {
    if (part.slot == without || part.span == last) continue;
    last = part.span;
    out += cat(notes.substr(part.span.begin, part.span.size()), " ");
  }
  return out + "\n";
}

}  // namespace

TEST_CASE("narrative: every story of the fixtures is complete under its labels", "[narrative]") {
  for (const auto& [notes, format] : files()) {
    for (const Narrative& story : read(notes, format)) {
      CAPTURE(story.title_text);
      CHECK((story.labelled && complete(story)));
    }
  }
}

TEST_CASE("narrative: without its labels a complete story lacks nothing", "[narrative]") {
  unsigned stories = 0;
  unsigned whole = 0;
  for (const auto& [notes, format] : files()) {
    const Narratives labelled = read_narratives(notes, format);
    for (const Narrative& story : labelled.stories) {
      const std::vector<Narrative> again =
          read(told(notes, story, Slot::Other, request_in(labelled.language)));
      CAPTURE(story.title_text);
      REQUIRE(again.size() == 1);
      CHECK_FALSE(again[0].labelled);
      ++stories;
      whole += complete(again[0], story.framework);
    }
  }
  WARN(cat(whole, " of ", stories, " stories are complete without their labels"));
  REQUIRE(stories >= 45);
  CHECK(whole * 100 >= stories * 85);
}

TEST_CASE("narrative: nor do the complete stories in the tests of the rules", "[narrative]") {
  unsigned stories = 0;
  unsigned whole = 0;
  for (const std::string& notes : notes_of_rules()) {
    for (const Narrative& story : read(notes)) {
      if (!story.labelled || !complete(story)) continue;
      const std::vector<Narrative> again = read(told(notes, story, Slot::Other));
      ++stories;
      whole += again.size() == 1 && complete(again[0]);
    }
  }
  CAPTURE(whole, stories);
  REQUIRE(stories >= 200);
  CHECK(whole * 100 >= stories * 85);
}

TEST_CASE("narrative: a Result taken out of prose is missed where no sentence sounds like one",
          "[narrative]") {
  unsigned stories = 0;
  unsigned missed = 0;
  for (const auto& [notes, format] : files()) {
    const Narratives labelled = read_narratives(notes, format);
    for (const Narrative& story : labelled.stories) {
      const std::vector<Narrative> again =
          read(told(notes, story, Slot::Result, request_in(labelled.language)));
      REQUIRE(again.size() == 1);
      ++stories;
      missed += !again[0].has(Slot::Result);
    }
  }
  CAPTURE(missed, stories);
  CHECK(missed * 3 >= stories);
}

TEST_CASE("narrative: a file that only tells is a story, a letter or a list is none",
          "[narrative]") {
  const std::vector<Narrative> stories = read(
      "---\ntitle: The depot\n---\nIn March our depot sorted parcels by hand and every fifth van "
      "left late. As the new shift lead I had to get the vans out by seven. I timed each step for "
      "a week and moved the heavy parcels to the second belt. Late vans fell from 20 to 3 in a "
      "hundred.\n");
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].confidence == Confidence::Low);
  CHECK((stories[0].has(Slot::Action) && stories[0].has(Slot::Result)));
  const std::string_view others[] = {
      "Dear team,\n\nI am writing to apply for the post of shift lead. In my current job I moved "
      "the heavy parcels to the second belt. I like working with people, I am patient and I would "
      "bring this to you. I hope to hear from you soon and I am free from May.\n",
      "- bread\n- milk\n- call the bank about the card that I lost\n"};
  for (const std::string_view other : others) CHECK(read(std::string(other)).empty());
}

TEST_CASE("narrative: a story that ends with the speaker's own deed has no Result", "[narrative]") {
  const auto has = [](std::string_view told, Slot slot) {
    const std::vector<Narrative> stories = read(cat("## Tell me about a conflict\n\n", told, "\n"));
    REQUIRE(stories.size() == 1);
    return stories[0].has(slot);
  };
  const std::string conflict =
      "In my second year at the nursery I shared a room with Petra, who wanted the children to nap "
      "at eleven. I found that too early, and so did the parents. We argued twice. I asked her for "
      "a coffee and wrote down what each of us saw. I also spoke with the parents.";
  CHECK_FALSE(has(conflict, Slot::Result));
  CHECK(has(cat(conflict, " The children slept till two and nobody complained any more."),
            Slot::Result));
  CHECK(has(conflict, Slot::Action));
  CHECK_FALSE(
      has("In 2019 the ferry was late every morning and the school complained. My job was "
          "to have it on time. Since then it has been on time on all but two days.",
          Slot::Action));
}
