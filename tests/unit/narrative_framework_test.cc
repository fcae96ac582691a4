// Which framework a story is told in, and what its title is where a title could be a label.
#include <string>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

/// "STAR:STA": the framework of each story and its labelled parts.
std::string told(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  std::vector<std::string> out;
  for (const Narrative& story : read_narratives(notes, format).stories) {
    out.push_back(
        cat(narrative_rules().framework_name(story.framework), ":", label_letters(story)));
  }
  return join(out, " ");
}

std::string titles(std::string_view notes) {
  std::vector<std::string> out;
  for (const Narrative& story : read_narratives(notes).stories) out.push_back(story.title_text);
  return join(out, " | ");
}

constexpr std::string_view kThree =
    "**Situation:** In May the well of the farm was dry.\n\n**Action:** I drilled behind the "
    "barn.\n\n**Result:** We had water in June.\n\n";
constexpr std::string_view kFour =
    "**Situation:** In May the well of the farm was dry.\n\n**Task:** I had to find water.\n\n"
    "**Action:** I drilled behind the barn.\n\n**Result:** We had water in June.\n\n";

}  // namespace

TEST_CASE("narrative: three parts in story after story are meant so", "[narrative][labels]") {
  CHECK(told(cat("## The well\n\n", kThree, "## The barn\n\n", kThree)) == "SAR:SAR SAR:SAR");
  CHECK(told(cat("## The well\n\n", kThree)) == "STAR:SAR");
  CHECK(told(cat("## The well\n\n", kThree, "## The barn\n\n", kThree, "## The road\n\n", kFour)) ==
        "STAR:SAR STAR:SAR STAR:STAR");
}

TEST_CASE("narrative: a problem states the task that no other label names", "[narrative][labels]") {
  const auto has_task = [](std::string_view opening) {
    const Narratives notes =
        read_narratives(cat("## The well\n\n", opening,
                            "**Action:** I drilled behind the barn.\n\n**Result:** We had water in "
                            "June.\n"));
    REQUIRE(notes.stories.size() == 1);
    return notes.stories[0].has(Slot::Task);
  };
  const std::string dry = "In May the well was dry and the town sold no water.\n\n";
  CHECK(has_task(cat("**Problem:** ", dry)));
  CHECK(has_task(cat("**Context:** The farm of my aunt.\n\n**Challenge:** ", dry)));
  CHECK(has_task(cat("**Situation:** The farm of my aunt.\n\n**Obstacle:** ", dry)));
  CHECK_FALSE(has_task(cat("**Situation:** ", dry)));
  CHECK_FALSE(has_task(cat("**Problem:** ", dry, "**Task:**\n\n")));
}

TEST_CASE("narrative: what a problem serves is no habit of labelling tasks",
          "[narrative][labels]") {
  const std::string problem =
      "**Problem:** In May the well was dry.\n**Action:** I drilled.\n**Result:** Water in "
      "June.\n\n";
  const Narratives notes = read_narratives(
      cat("## The well\n\n", problem, "## The barn\n\n", problem, "## The road\n\n", problem,
          "## The mill\n\n**Situation:** In May the mill stood still, and I was asked to have it "
          "run by June.\n**Action:** I took the gears apart.\n**Result:** It runs.\n"));
  REQUIRE(notes.stories.size() == 4);
  CHECK(notes.stories[3].has(Slot::Task));
}

TEST_CASE("narrative: O is what was to be done, what stood in the way, or what came of it",
          "[narrative][labels]") {
  const std::string opening = "## The well\n\nS: In May the well of the farm was dry.\n";
  CHECK(told(cat(opening, "A: I drilled behind the barn.\nO: We had water in June.\n")) ==
        "STAR:SAR");
  CHECK(told(cat(opening,
                 "O: I had to find water.\nA: I drilled behind the barn.\nR: We had "
                 "water in June.\n"))
            .ends_with("AR"));
}

TEST_CASE("narrative: a heading right over a first label is a title", "[narrative][labels]") {
  const std::string notes = cat("## What I achieved\n\n", kFour, "## Failure: the dry well\n\n",
                                kFour, "## Results\n\n", kFour);
  CHECK(titles(notes) == "What I achieved | Failure: the dry well | Results");
  CHECK(told(notes) == "STAR:STAR STAR:STAR STAR:STAR");
}

TEST_CASE("narrative: what is told under a title before the first label is the Situation",
          "[narrative][labels]") {
  const auto situation = [](std::string_view opening) {
    const Narratives notes =
        read_narratives(cat("## The well\n\n", opening,
                            "**Task:** I had to find water.\n\n**Action:** I drilled "
                            "behind the barn.\n\n**Result:** We had water in June.\n"));
    REQUIRE(notes.stories.size() == 1);
    return notes.stories[0].has(Slot::Situation);
  };
  CHECK(situation("In May 2019 the well of the farm that my aunt ran was dry for a week.\n\n"));
  CHECK_FALSE(situation("Good for planning.\n\n"));
  CHECK_FALSE(situation(""));
}

TEST_CASE("narrative: the end of a title may name what it is told for", "[narrative]") {
  const std::string points =
      "- a driver was afraid of the fog\n- I sat beside her for ten nights\n- she drives alone "
      "now\n\n";
  CHECK(titles(cat("### New driver (Hire and develop)\n", points, "### Fog | Dive deep\n",
                   points)) == "New driver (Hire and develop) | Fog | Dive deep");
}

TEST_CASE("narrative: one line an item, behind its bold title and a dash", "[narrative][layout]") {
  const Narratives notes = read_narratives(
      "# Cards\n\nRead these on the train.\n\n* **The well** — S: In May the well was dry. T: I "
      "had to "
      "find water. A: I drilled behind the barn. R: Water in June.\n\n* **The barn** — S: In June "
      "the "
      "barn leaked. A: I laid a new roof. R: Not one bale was lost.\n\n* **The mill** - S: The "
      "mill "
      "stood still. T: Have it run by May. A: I took the gears apart. R:\n");
  REQUIRE(notes.stories.size() == 3);
  CHECK(label_letters(notes.stories[0]) == "STAR");
  CHECK(label_letters(notes.stories[1]) == "SAR");
  CHECK(label_letters(notes.stories[2]) == "STAr");
}

TEST_CASE("narrative: a few words in brackets fill no part", "[narrative][labels]") {
  const auto result = [](std::string_view body) {
    const Narratives notes = read_narratives(
        cat("## The well\n\n**Situation:** In May the well was dry.\n\n**Task:** I had to find "
            "water.\n\n**Action:** I drilled behind the barn.\n\n**Result:** ",
            body, "\n"));
    REQUIRE(notes.stories.size() == 1);
    return notes.stories[0].has(Slot::Result);
  };
  CHECK_FALSE(result("(ask Pernilla for the numbers)"));
  CHECK_FALSE(result("(작성 중)"));
  CHECK_FALSE(result("(pendiente)"));
  CHECK(result("(40 of 40 were found)"));
  CHECK(result("Water in June (the mayor came)."));
}

TEST_CASE("narrative: a lone clause word between known labels", "[narrative][labels]") {
  const Narratives notes = read_narratives(
      "# The van\n\n**What was going on**\n\nNone of the coast schools had ever come.\n\n**What I "
      "wanted**\n\nTen of them within two terms.\n\n**How**\n\n- borrowed the van\n- asked the "
      "schools "
      "to choose the day\n\n**What came of it**\n\n12 schools in one winter.\n");
  REQUIRE(notes.stories.size() == 1);
  CHECK(label_letters(notes.stories[0]) == "STAR");
}

TEST_CASE("narrative: titles that only sound like labels, and advice under labels", "[narrative]") {
  CHECK(told("### Project: Harbour light\n\n**What I built:** the alarm chain and the map of "
             "buoys.\n\n**What was hard:** I led for half of my time, and the map came late.\n")
            .empty());
  CHECK(
      told(
          "# Platform\n\n## What we ran\n\n- intake of letters, all day\n- six engineers\n\n## "
          "What "
          "went wrong, complete list\n\nA queue in May. My own move in November. There was nothing "
          "else.\n\n## Next\n\nMore people.\n")
          .empty());
  CHECK(
      told("## The four parts\n\n### Situation\nTwo sentences at most. Cut the history.\n\n### "
           "Task\nSay what you were supposed to deliver. If they can't tell, you'll lose marks.\n\n"
           "### Action\nThis is more than half of your time. Use \"I\".\n\n### Result\nEnd with a "
           "number. If it went badly, say what changed.\n")
          .empty());
}
