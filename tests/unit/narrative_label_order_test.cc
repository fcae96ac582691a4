// Labels in unusual words, places and orders, and what stands around them without any.
#include <string_view>

#include "narrative_reader.h"

using namespace starlint;

TEST_CASE("narrative: labels in the words and the order of their author", "[narrative][labels]") {
  const auto only = [](std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
    const Narratives read = read_narratives(notes, format);
    for (const Narrative& story : read.stories) {
      for (const Part& part : story.parts) CHECK(part.filled);
    }
    return read.stories.size() == 1 ? components(read.stories[0]) : titles(read);
  };
  // a post before the Situation
  CHECK(only("**Assignment:** all the footbridges of the county, 1 April to 30 June\n\n"
             "**Situation:** one had dropped a rail on a jogger\n**Task:** look at each of them "
             "before the fair\n**Action:** sorted by age, took a boat for the long ones\n"
             "**Result:** all seen in three months, eleven closed\n") == "STAR");
  // the end first, the setting last
  CHECK(only("R  - First reply came after 26 hours in March and after 3 in June.\nA  - I'd written "
             "35 answers, and moved the night owls to nights.\nT  - It was on me to fix it before "
             "the fair.\nS  - Bristol, 2021, a shop for prints.\n",
             NoteFormat::Plain) == "STAR");
  CHECK(
      only(
          "| Field | Text |\n|---|---|\n| Project | Open bills of the mill |\n| My role | clerk |\n"
          "| Start | 400 bills more than 60 days late |\n| What I did | a list of calls each week "
          "|\n"
          "| End | 300 bills more than 60 days late |\n") == "STAR");
  // clauses of the author's own before the Task
  CHECK(only("- What I was: clerk on the meters, 2021\n- What was odd: houses were billed twice\n"
             "- What I had to do: find it before the next run\n- What I did: ran a month of moves "
             "on a "
             "copy\n- What came of it: 412 people got their money back\n") == "STAR");
  CHECK(
      only("*Context:* A mill in Dublin, and readers left after a week.\n*My job:* Bring facts to "
           "the board.\n*Steps:* I rang all five who had left.\n*End:* Four of the five had stuck "
           "at the gate. It was rebuilt in May.\n") == "STAR");
  CHECK(
      only("Situation: The nightly load took 80 minutes.\nTask: I had to get it under 15.\nAction, "
           "step 1: cut it in parts, 40 minutes.\nAction, step 2: wrote in blocks, 8 minutes.\n"
           "Result: The desks open at seven.\n") == "STAR");
  CHECK(
      only("[intro] When I left, nine of ten gates were checked.\n\n[story] S: three of ten gates "
           "were checked in 2020.\nT: I was given a year. A: I took the ten worst first.\nR: nine "
           "of "
           "ten at the end of it.\nThe goal was 80.\n",
           NoteFormat::Plain) == "STAR");
}

TEST_CASE("narrative: letters inside a line that other entries spell in full",
          "[narrative][labels]") {
  const auto entry = [](std::string_view number, std::string_view title, std::string_view told) {
    return cat(number, ". **", title, "**\n   ", told, "\n\n");
  };
  const Narratives notes = read_narratives(
      cat(entry("1", "Cracks",
                "P: One wheel in ten cracked. I had to lead the search. A: Ran a gauge, "
                "then changed the melt. R: One in a hundred since May."),
          entry("2", "The paper",
                "P: Two lots had the same number. A: Blocked them and flew out. R: "
                "They admitted it and paid."),
          entry("3", "Charts",
                "P: Nobody on the floor believed in charts. A: Chose one machine, let "
                "the crew pick what to plot.")));
  REQUIRE(notes.stories.size() == 3);
  CHECK(components(notes.stories[2]) == "STA");
}

TEST_CASE("narrative: a story under finer titles than those that are labels",
          "[narrative][labels]") {
  const Narratives notes = read_narratives(
      "# The lock house\n\n## 1. Background\n\nThe lock house sells the tolls of nine gates.\n\n## "
      "2. My "
      "responsibilities\n\n- the ledger\n- the keys\n\n## 3. Difficulties\n\n### 3.1 Lost tolls\n\n"
      "**Problem:** In May 312 tolls were lost, and I had to find them in a week.\n\n**Solution:** "
      "Wrote each down twice and compared at noon.\n\n**Effect:** None lost since.\n");
  REQUIRE_FALSE(notes.stories.empty());
  CHECK(notes.stories.back().title_text == "3.1 Lost tolls");
  CHECK(components(notes.stories.back()) == "STAR");
}

TEST_CASE("narrative: a numbered story without labels before one with them",
          "[narrative][labels]") {
  const Narratives notes = read_narratives(
      "2. The toll I lost (honest one)\nI chased a tender for eight months in 2020. I was supposed "
      "to "
      "find out who decides, and I kept talking to the wrong clerk. I rang the right one "
      "afterwards "
      "and wrote down what she said. We won the next two.\n\n3. A quarrel at the gate\n○ "
      "Situation: "
      "A skipper told the queue that it would never open. I was furious.\n○ Action: Waited until "
      "next morning and told him what it did.\n○ Result: He is now the one I ask first.\n",
      NoteFormat::Plain);
  CHECK(titles(notes) == "The toll I lost (honest one) | A quarrel at the gate");
}

TEST_CASE("narrative: the beginning and the end of a post are no parts", "[narrative][labels]") {
  CHECK(read_narratives("- **Start:** June 2020\n- **End:** May 2021\n- **My role:** clerk\n"
                        "- **Goal:** move the books\n- **What I did:** built the ledger\n")
            .stories.empty());
}
