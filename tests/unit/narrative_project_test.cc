#include <string>
#include <vector>

#include "base/strings.h"
#include "catch.h"
#include "narrative/find.h"
#include "rule_files.h"

using namespace starlint;

namespace {

constexpr std::string_view kStory =
    "**Situation:** In 2021 the night crew lost two vans a month.\n\n"
    "**Task:** I had to bring that to none.\n\n"
    "**Action:** I wrote a check list and drove along for a week.\n\n"
    "**Result:** Not one van was lost in the next year.\n";

std::vector<Narrative> read(std::string_view notes, std::string_view path = "notes.md") {
  static const Result<NarrativeRules> rules = NarrativeRules::load(rule_files());
  if (!rules) FAIL(rules.error().describe());
  const Text text = Text::decode(notes);
  return find_narratives(text, read_outline(text, NoteFormat::Markdown), *rules, path, 0).stories;
}

// "key (name)" of each story, "-" where it has none, joined by " / "; "@" before an employer.
std::string projects(std::string_view notes, std::string_view path = "notes.md") {
  std::vector<std::string> out;
  for (const Narrative& story : read(notes, path)) {
    out.push_back(story.project_key.empty() ? "-"
                                            : cat(story.employer ? "@" : "", story.project_key,
                                                  " (", story.project_name, ")"));
  }
  return join(out, " / ");
}

}  // namespace

TEST_CASE("narrative: a story says where it was", "[narrative]") {
  struct Case {
    std::string_view head;
    std::string_view expected;
  };
  const Case cases[] = {
      {"# The vans\n\n**Company:** Halden Shipping Ltd. (ports)\n\n",
       "@halden shipping (Halden Shipping Ltd)"},
      {"# The vans\n\nProject: Blue Harbour\n\n", "blue harbour (Blue Harbour)"},
      {"# Projekt: Blauer Hafen\n\n", "blauer hafen (Blauer Hafen)"},
      {"# Firma: Ødegård GmbH\n\n## Die Lieferwagen\n\n", "@ødegard (Ødegård GmbH)"},
      {"---\nemployer: Halden Shipping\n---\n\n# The vans\n\n",
       "@halden shipping (Halden Shipping)"},
      {"# Work\n\n**Company:** Halden Shipping\n\n**Project:** Harbour\n\n## The vans\n\n",
       "harbour (Harbour)"},
      {"# About me\n\nI joined Rolls & Wright in 2019.\n\n# Story for Rolls & Wright\n\n",
       "@rolls wright (Rolls & Wright)"},
      // What is no name of a place.
      {"# The vans\n\n", "-"},
      {"# The vans, at Christmas\n\nI am good at Excel.\n\n", "-"},
      {"# The vans\n\nProject: [name]\n\n", "-"},
      // The company of the interviewer.
      {"# Tell me about a time you cut a loss\n\n**Company:** Halden Shipping\n\n", "-"},
      {"Company: Halden Shipping\n\n# Tell me about a time you cut a loss\n\n", "-"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.head);
    CHECK(projects(cat(one.head, kStory)) == one.expected);
  }
}

TEST_CASE("narrative: the opening of a story names its employer", "[narrative]") {
  const std::string_view notes =
      "# The vans\n\n**Situation:** At Halden Shipping, we lost vans in 2021.\n\n"
      "**Task:** I had to stop it.\n\n**Action:** I wrote a list.\n\n**Result:** None was lost.\n\n"
      "# The lamps\n\n**Situation:** I worked for the Hollin plant, in 2019.\n\n"
      "**Task:** I had to stop it.\n\n**Action:** I wrote a list.\n\n**Result:** None was lost.\n";
  CHECK(projects(notes) == "@halden shipping (Halden Shipping) / -");
}

TEST_CASE("narrative: the name of a file counts where its text knows the name", "[narrative]") {
  const std::string known = cat("I worked at Halden Shipping from 2019.\n\n# The vans\n\n", kStory);
  CHECK(projects(known, "stories/halden-shipping.md") == "@halden shipping (Halden Shipping)");
  CHECK(projects(known, "stories/star-notes.md") == "-");
  CHECK(projects(kStory, "stories/halden-shipping.md") == "-");
}

TEST_CASE("narrative: titles carry no marks", "[narrative]") {
  for (const std::string_view head :
       {"- The *vans*:\n\n  ", "# The vans\n\n", "**The vans:**\n\n", "1. The vans\n\n   "}) {
    CAPTURE(head);
    const std::vector<Narrative> stories = read(cat(head, kStory));
    REQUIRE(stories.size() == 1);
    CHECK(stories[0].title_text == "The vans");
  }
}

TEST_CASE("narrative: an introduction is no story", "[narrative]") {
  const std::string_view prose =
      "\n\nI studied in Bergen, I worked as a driver, and I moved to the office in 2019. I built "
      "the"
      " plan of the night crew there and I led it for two years.\n";
  CHECK(read(cat("INTRODUCTION:", prose)).empty());
  CHECK(read(cat("## Introduction", prose)).empty());
  CHECK(read(cat("## The night crew", prose)).size() == 1);
}
