// Layouts of stories: one in every layout that people write, then forms with rules of their own.
#include <string>
#include <vector>

#include "narrative_reader.h"
#include "story_layouts.h"

using namespace starlint;

namespace {

std::vector<Narrative> read(std::string_view notes, NoteFormat format) {
  return read_narratives(notes, format).stories;
}

// "STAR": the labelled and filled parts of the only story.
std::string labelled(std::string_view notes, NoteFormat format) {
  const std::vector<Narrative> stories = read(notes, format);
  if (stories.size() != 1) return cat(unsigned(stories.size()), " stories");
  std::string out;
  for (const Part& part : stories[0].parts) {
    if (part.basis == Basis::Label && part.filled) out += name_of(part.slot)[0];
  }
  return out;
}

}  // namespace

TEST_CASE("narrative: a story is found in every layout", "[narrative][layout]") {
  for (const Layout& layout : kLayouts) {
    CAPTURE(layout.name);
    CHECK(labelled(lay_out(layout, 4), layout.format) == "STAR");
  }
}

TEST_CASE("narrative: each row of a table tells a story", "[narrative][layout]") {
  const std::string head =
      "# Stories\n\n| Story | Situation | Task | Action | Result |\n"
      "|---|---|---|---|---|\n";
  const std::string row = cat("| The depot | ", kBodies[0], " | ", kBodies[1], " | ", kBodies[2],
                              " | ", kBodies[3], " |\n");
  const std::string empty = cat("| The choir | ", kBodies[0], " | ", kBodies[1], " | | TODO |\n");
  const std::vector<Narrative> stories = read(cat(head, row, empty), NoteFormat::Markdown);
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "The depot");
  CHECK(stories[1].title_text == "The choir");
  for (const Slot slot : {Slot::Situation, Slot::Task, Slot::Action, Slot::Result}) {
    CHECK(stories[0].has(slot));
  }
  CHECK(stories[1].has(Slot::Task));
  CHECK_FALSE(stories[1].has(Slot::Action));
  CHECK_FALSE(stories[1].has(Slot::Result));
}

TEST_CASE("narrative: a row of a table has its name from the first cell with words",
          "[narrative][layout]") {
  const std::string notes =
      cat("| # | Question | Situation | Task | Action | Result |\n|---|---|---|---|---|---|\n",
          "| 1 | The depot | ", kBodies[0], " | ", kBodies[1], " | ", kBodies[2], " | ", kBodies[3],
          " |\n");
  const std::vector<Narrative> stories = read(notes, NoteFormat::Markdown);
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].title_text == "The depot");
}

TEST_CASE("narrative: bare words before dashes are labels where the author is sure to use them so",
          "[narrative][layout]") {
  const Layout dashes{"", "## The depot\n\n", "$L — $B\n", ""};
  const std::string whole = lay_out(dashes, 4);
  const std::string part =
      cat("## The choir\n\nSituation — ", kBodies[0], "\nAction — ", kBodies[2], "\n");
  const std::vector<Narrative> stories = read(cat(whole, "\n", part), NoteFormat::Markdown);
  REQUIRE(stories.size() == 2);
  CHECK(stories[1].labelled);
  CHECK_FALSE(stories[1].has(Slot::Result));
  const std::vector<Narrative> alone = read(part, NoteFormat::Markdown);
  CHECK((alone.empty() || !alone[0].labelled));
}

TEST_CASE("narrative: a title that could be a label is the title of its own story",
          "[narrative][layout]") {
  const std::string whole = lay_out({"", "## The depot\n\n", "**$L:** $B\n", ""}, 4);
  const std::string failure = lay_out({"", "\n## Failure\n\n", "**$L:** $B\n", ""}, 4);
  const std::vector<Narrative> stories = read(cat(whole, failure), NoteFormat::Markdown);
  REQUIRE(stories.size() == 2);
  CHECK(stories[1].title_text == "Failure");
  for (const Narrative& story : stories) CHECK(story.parts.size() == 4);
}

TEST_CASE("narrative: words that only look like labels open no part", "[narrative][layout]") {
  const std::string_view notes[] = {
      // A table of problems.
      "| Problem | Cause | Solution |\n|---|---|---|\n| I lost a key | I ran | I bought one |\n",
      // The letters explained.
      "Use the structure: **S**ituation (context), **T**ask (duty), **A**ction (what you did),"
      " **R**esult (the outcome).\n",
      "STAR stands for **Situation**, **Task**, **Action** and **Result**, and I like it.\n",
      // Goals.
      "- **S**pecific: I run\n- **M**easurable: I ran 9 km\n- **A**chievable: I ran 5 km\n"
      "- **R**elevant: I was ill\n- **T**imed: I had till May\n",
      // The report of an incident.
      "## Problem\nThe disk was full.\n## Cause\nA slot was stale.\n## Action items\n- Add an "
      "alert\n## Impact\n12 minutes of downtime.\n",
      // A form.
      "## Template\n\n**Situation:**\n\n**Task:**\n\n**Action:**\n\n**Result:**\n",
      // Words in a sentence.
      "The result was: nobody came. My task was simple: count the vans.\n",
  };
  for (const std::string_view one : notes) {
    CAPTURE(one);
    CHECK(read(one, NoteFormat::Markdown).empty());
  }
}

TEST_CASE("narrative: letters for two components", "[narrative][layout]") {
  const std::string notes = cat("## The depot\n\nS/T: ", kBodies[0], " ", kBodies[1],
                                "\nA: ", kBodies[2], "\nR: ", kBodies[3], "\n");
  CHECK(labelled(notes, NoteFormat::Markdown) == "STAR");
}

TEST_CASE("narrative: questions and answers of a transcript", "[narrative][layout]") {
  const std::string answer = cat(kBodies[0], " ", kBodies[1], " ", kBodies[2], " ", kBodies[3]);
  const std::string notes =
      cat("Q: Tell me about a time you improved a process.\nA: ", answer,
          "\n\nInterviewer: Can you describe a conflict with a colleague?\nMe: ", answer, "\n");
  const std::vector<Narrative> stories = read(notes, NoteFormat::Plain);
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Tell me about a time you improved a process.");
  CHECK(stories[1].title_text == "Can you describe a conflict with a colleague?");
  for (const Narrative& story : stories) {
    CHECK(story.behavioural);
    CHECK_FALSE(story.hypothetical);
  }
}

TEST_CASE("narrative: a letter A behind a question is an answer only before other letters",
          "[narrative][layout]") {
  const std::string notes =
      cat("**Q: Tell me about your proudest achievement.**\n\n(S) ", kBodies[0], " (T) ",
          kBodies[1], " (A) ", kBodies[2], " (R) ", kBodies[3], "\n");
  CHECK(labelled(notes, NoteFormat::Markdown) == "STAR");
}

TEST_CASE("narrative: an interviewer who goes on asking needs no question mark",
          "[narrative][layout]") {
  const std::string notes =
      cat("**Interviewer:** Tell me about a time you improved a process.\n\n**Me:** ", kBodies[0],
          " ", kBodies[2], " ", kBodies[3],
          "\n\n**Interviewer:** And tell me about a conflict with a colleague.\n\n**Me:** I once "
          "worked with a driver who would not wait for the scan.\n");
  for (const std::string& asked :
       {notes, replaced(replaced(notes, "**Interviewer:** ", ""), "**Me:** ", "")}) {
    CAPTURE(asked);
    const std::vector<Narrative> stories = read(asked, NoteFormat::Markdown);
    REQUIRE(stories.size() == 2);
    CHECK(stories[1].behavioural);
  }
}

TEST_CASE("narrative: what the speaker did is an Action wherever it stands", "[narrative]") {
  const std::string deed = "I wrote a small script that checks each van. ";
  const std::string scene = "Every fifth van was late, and the drivers were angry with us. ";
  for (const std::string& told : {cat(deed, scene), cat(scene, scene, deed)}) {
    CAPTURE(told);
    const std::vector<Narrative> stories = read(
        cat("Tell me about a time you improved a process.\n\n", told, "\n"), NoteFormat::Markdown);
    REQUIRE(stories.size() == 1);
    CHECK(stories[0].has(Slot::Action));
  }
  const std::vector<Narrative> idle =
      read(cat("Tell me about a time you improved a process.\n\n", scene, "I felt responsible.\n"),
           NoteFormat::Markdown);
  REQUIRE(idle.size() == 1);
  CHECK_FALSE(idle[0].has(Slot::Action));
}

TEST_CASE("narrative: under 'My answer' the question is the title", "[narrative][layout]") {
  const std::string notes =
      cat("## Tell me about a time you improved a process\n\nAsked twice.\n\n### My answer\n\n",
          lay_out({"", "", "**$L:** $B\n\n", ""}, 4));
  const std::vector<Narrative> stories = read(notes, NoteFormat::Markdown);
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].title_text == "Tell me about a time you improved a process");
  CHECK_FALSE(stories[0].prompt.empty());
}

TEST_CASE("narrative: in a file of answers a title asks for one", "[narrative][layout]") {
  const std::string told = cat("\n", kBodies[0], " ", kBodies[1], " ", kBodies[2], "\n\n");
  const std::string general =
      "\nFirst I will inform the team. Then I will look for the cause, and we will divide the "
      "work. I will always write it down.\n";
  const std::string three = cat("# Biggest failure\n", told, "# Conflict\n", told, "# Mentoring\n",
                                told, "# Tight deadlines\n", general);
  const std::vector<Narrative> stories = read(three, NoteFormat::Markdown);
  REQUIRE(stories.size() == 4);
  CHECK((stories[3].hypothetical && stories[3].behavioural));
  for (const Narrative& alone : read(cat("# Tight deadlines\n", general), NoteFormat::Markdown)) {
    CHECK_FALSE(alone.behavioural);
  }
}
