// Project sheets: one project told through many questions, with the stories told of it among them.
#include <string>
#include <string_view>

#include "narrative_reader.h"

using namespace starlint;

namespace {

constexpr std::string_view kStory =
    "In May 2021 the scales of one quay stood still each night. I had to find out why before the "
    "season. I wrote down each stop for a week and moved the cable. Not one has stopped since.\n";

// Two sheets in the words and marks of one author, each with a story.
std::string sheets(std::string_view size, std::string_view tools, std::string_view story) {
  return cat("# Notes\n\n## Quay scales\n\n", size, tools, story, kStory, "\n## Tide tables\n\n",
             size, tools, story, kStory);
}

}  // namespace

TEST_CASE("narrative: stories stand in the project that its sheet tells of",
          "[narrative][project]") {
  const std::string notes[] = {
      sheets("**Team size:** 8\n", "**Tech stack:** Go, Kafka\n\n", "### The silent night\n\n"),
      sheets("### What was the team size?\nWe were eight.\n\n",
             "### What technologies did you use?\nGo.\n\n", "### The silent night\n\n"),
      sheets("### How many people were on the team?\nEight.\n\n",
             "### What was your role?\nI led the back end.\n\n",
             "### Tell me about a problem you solved\n\n"),
      sheets("- Team size: 8\n", "- Duration: 2 years\n\n", "### Hardest problem\n\n"),
  };
  for (const std::string& one : notes) {
    CAPTURE(one);
    const std::vector<Narrative> stories = read_narratives(one).stories;
    REQUIRE(stories.size() == 4);
    for (std::size_t i = 0; i < 4; i += 2) {
      CHECK(stories[i].project);
      CHECK(stories[i].parts.empty());
      CHECK_FALSE(stories[i + 1].project);
      CHECK(stories[i + 1].parent == i);
      CHECK(stories[i].span.contains(stories[i + 1].span.begin));
      CHECK(stories[i + 1].project_key == stories[i].project_key);
      CHECK(stories[i + 1].project_name == (i == 0 ? "Quay scales" : "Tide tables"));
    }
    CHECK(stories[0].project_key != stories[2].project_key);
  }
}

TEST_CASE("narrative: what is asked of the project is no story of it", "[narrative][project]") {
  const Narratives read = read_narratives(
      "# Quay scales\n\n### Explain the project\nShips are weighed at the quay. Earlier the pilot "
      "did it by eye. We built it with nine drivers.\n\n### Team size\nEight.\n\n### Hardest "
      "problem\n" +
      std::string(kStory));
  CHECK(titles(read) == "Quay scales | Hardest problem");
}

TEST_CASE("narrative: a title over fields of a post, or over no story, is no project",
          "[narrative][project]") {
  const std::string notes[] = {
      cat("# My stories\n\nRole: clerk\nResponsibilities: the desk\n\n## The night\n\n", kStory),
      "# Quay scales\n\nTeam size: 8\nDuration: 2 years\nStack: Go\n",
      cat("# The night\n\nTeam size: 8\nDuration: 2 years\n\n**Situation:** In May 2021 the scales "
          "stood still.\n**Task:** I had to find out why.\n**Action:** I moved the cable.\n"
          "**Result:** It has not stopped since.\n"),
  };
  for (const std::string& one : notes) {
    CAPTURE(one);
    for (const Narrative& story : read_narratives(one).stories) CHECK_FALSE(story.project);
  }
}

TEST_CASE("narrative: a question about the role is no Task of the next story",
          "[narrative][project]") {
  const Narratives read = read_narratives(
      "# Quay scales\n\n### What was your role?\nI led the back end.\n\n### The silent night\n"
      "**Situation:** In May 2021 the scales stood still each night.\n"
      "**Task:** I had to find out why before the season.\n"
      "**Action:** I wrote down each stop and moved the cable.\n"
      "**Result:** Not one has stopped since.\n");
  REQUIRE(read.stories.size() == 1);
  CHECK(read.stories[0].title_text == "The silent night");
  CHECK(label_letters(read.stories[0]) == "STAR");
}
