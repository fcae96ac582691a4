// Forms of notes in which labels, questions and answers stand close together.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

std::vector<Narrative> read(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  return read_narratives(notes, format).stories;
}

std::string all_parts(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  std::vector<std::string> out;
  for (const Narrative& story : read(notes, format)) out.push_back(label_letters(story));
  return join(out, " ");
}

}  // namespace

TEST_CASE("narrative: a column of a table tells a story", "[narrative][layout]") {
  const std::string_view notes =
      "| | Milk round | Night desk |\n|---|---|---|\n"
      "| Situation | in May we lost nine customers on the hill road | guests waited for keys |\n"
      "| Task | I had to win them back before the fair | one key in two minutes |\n"
      "| Action | I rode the round and asked every house at what hour they rise | I hung the keys "
      "by floor and wrote the numbers on the rings |\n"
      "| Result | seven came back | TBD |\n";
  const std::vector<Narrative> stories = read(notes);
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Milk round");
  CHECK(label_letters(stories[0]) == "STAR");
  CHECK(stories[1].title_text == "Night desk");
  CHECK(label_letters(stories[1]) == "STAr");
  CHECK(stories[1].words < stories[0].words);
}

TEST_CASE("narrative: remarks beside the parts of one story are no story", "[narrative][layout]") {
  CHECK(all_parts("| Part | What I say | Time |\n|---|---|---|\n"
                  "| Situation | in May we lost nine customers on the hill road | 20 s |\n"
                  "| Task | I had to win them back before the fair | 10 s |\n"
                  "| Action | I rode the round and asked every house | 60 s |\n"
                  "| Result | seven came back | 20 s |\n") == "STAR");
  CHECK(all_parts("| Letter | Cover | Avoid |\n|---|---|---|\n"
                  "| Situation | set the scene for your listener | giving your whole life story |\n"
                  "| Task | say what your duty was | being vague about your own part in it |\n"
                  "| Action | say what you did, step by step | saying we all the time |\n"
                  "| Result | give your listener a number | forgetting what you learned |\n")
            .empty());
}

TEST_CASE("narrative: what stands under a column without a label is of no part",
          "[narrative][layout]") {
  CHECK(
      all_parts("| Story | Situation | Task | Action | Result | Fits |\n|---|---|---|---|---|---|\n"
                "| Keys | guests waited | one key in two minutes | I hung them by floor | TBD | "
                "ownership |\n") == "STAr");
}

TEST_CASE("narrative: a label alone on its line needs no blank line before it",
          "[narrative][layout]") {
  const std::string_view notes =
      "Stories for the parish\n\n1) The organ fund\nSITUATION\nThe organ had been silent since the "
      "flood of 2018.\nTASK\nI was asked to find 9,000 by Easter.\nACTION\nI wrote to each family "
      "and played the old pipes in the market.\nRESULT\nWe had 9,400 in March.\n\n2) The choir\n"
      "SITUATION\nNobody under sixty sang with us.\nACTION\nI asked the school for its hall.\n"
      "RESULT\n\n";
  CHECK(all_parts(notes, NoteFormat::Plain) == "STAR SAr");
}

TEST_CASE("narrative: P opens a problem before A and R, and a question before R",
          "[narrative][layout]") {
  CHECK(all_parts("**P:** The till took 14 s to open.\n**A:** I measured each step and moved the "
                  "printer.\n**R:** 4 s.\n\n---\n\n**P:** Nobody knew who had the van.\n**A:** I "
                  "hung a board by the door.\n**R:** tbd\n") == "STAR STAr");
  const std::vector<Narrative> asked = read(
      "P: Cuéntame de una vez que cometiste un error.\nR: En 2018 pedí el doble de harina. "
      "Llamé a tres tiendas y vendimos todo.\n\nP: ¿Por qué quieres trabajar aquí?\nR: Me "
      "gusta el pan.\n",
      NoteFormat::Plain);
  REQUIRE(asked.size() == 1);
  CHECK_FALSE(asked[0].labelled);
}

TEST_CASE("narrative: letters without marks inside an item", "[narrative][layout]") {
  const std::vector<Narrative> stories = read(
      "# Stories I have\n\n1. **Conflict**: S: cook v. waiters about the order slips. T: peace "
      "by June. A: I drew one slip with both. R: no lost order since.\n"
      "2. **Failure**: S: I forgot the cake. T: ... A: I baked it at night. R: 3 hours.\n");
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Conflict");
  CHECK(label_letters(stories[0]) == "STAR");
  CHECK(label_letters(stories[1]) == "StAR");
  CHECK(all_parts(
            "## The night bell\n\nS - the bell rang 60 times a night\nT - find out why\nA - kept a "
            "list by room\nR - (numbers?)\n") == "STAr");
}

TEST_CASE("narrative: a request in bold type, and its answer on the same line",
          "[narrative][layout]") {
  const std::vector<Narrative> stories = read(
      "# Practice\n\n**Tell me about a conflict.** The baker wanted to start at five. I drew up a "
      "rota with him and he tried it for a month. Since then nobody has left.\n\n"
      "**When did you last fail?** In 2019 I ordered the wrong flour. I called three mills and "
      "had the right one by noon.\n\n**We were proud of it.** Then the mill closed.\n");
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Tell me about a conflict.");
  CHECK_FALSE(stories[0].labelled);
  CHECK(stories[1].title_text == "When did you last fail?");
}

TEST_CASE("narrative: letters that count, lists to do and reports are no labels",
          "[narrative][layout]") {
  CHECK(read("# Import\n\nMy job does four things: \n\ta) parse the file\n\tb) check the "
             "customers\n\tc) write the rest\n\td) report\n\nLessons learned\nTest it first.\n")
            .empty());
  CHECK(read("## Goals 2024\n\n- Task: finish the labs\n- Action: book the exam\n").empty());
  CHECK(read("## Review of 12 April\n\nProblem: the bell was delayed by a minute\nRoot cause: "
             "expired contract\nFix: new one\n")
            .empty());
}

TEST_CASE("narrative: an answer begins on the line below its question", "[narrative][layout]") {
  const std::string_view answer =
      "In January on the children's ward I saw that a drip ran too fast. It was my job to stop it. "
      "I "
      "closed it, called the doctor and stayed. The boy went home a week later.";
  for (const std::string_view question :
       {"Interviewer: Tell me about a time you had to act fast with little to go on.\nMe: ",
        "Tell us about a time you acted fast with too little information.\n"}) {
    const std::string notes = cat(question, answer, "\n\n", question, "\n");
    CAPTURE(notes);
    const Narratives found = read_narratives(notes, NoteFormat::Plain);
    REQUIRE(found.stories.size() == 1);
    CHECK(found.stories[0].behavioural);
    CHECK(found.stories[0].has(Slot::Result));
    CHECK(found.open_prompts.size() == 1);
  }
}

TEST_CASE("narrative: 'Time you …' asks for a story", "[narrative]") {
  const Narratives found = read_narratives(
      "- *Time you decided alone*\n  - the river rose at two at night and nobody answered\n"
      "  - I closed the road and called the bus drivers\n  - no car was lost\n"
      "- *Time you learned something new*\n",
      NoteFormat::Markdown);
  REQUIRE(found.stories.size() == 1);
  CHECK(found.stories[0].behavioural);
  CHECK(found.open_prompts.size() == 1);
}

TEST_CASE("narrative: a title that opens with a label's word is a title", "[narrative][layout]") {
  const std::string_view answer =
      "In my second year at the ferry office I saw that every fourth ticket was printed twice. I "
      "had "
      "to end this before July. I wrote down each double ticket for a week and changed the order "
      "of "
      "two keys. Since then we have had none.\n\n";
  const std::vector<Narrative> stories =
      read(cat("## Behaviour 1: Seeing what is wrong\n\n", answer, "## Challenge: the two keys\n\n",
               answer));
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Behaviour 1: Seeing what is wrong");
  CHECK(stories[1].title_text == "Challenge: the two keys");
  for (const Narrative& story : stories) CHECK_FALSE(story.labelled);
}

TEST_CASE("narrative: the actions of a meeting are none of a story", "[narrative][layout]") {
  CHECK(
      read("# Meeting in week 14\n\n## What went wrong\n- the stage was dark twice\n\n## Actions\n"
           "- Piotr: buy two lamps\n- Lena: a list of spare fuses\n")
          .empty());
  CHECK(
      read(
          "# Retro of week 14\n\n## What went wrong\n- we forgot the lamps\n\n## Actions\n- Piotr: "
          "buy two lamps\n")
          .empty());
  CHECK(all_parts(
            "### The dark stage\n\n**Problem:** the stage was dark twice.\n**Solution:** Bought "
            "two lamps and wrote a list of spare fuses.\n**Impact:** no dark stage since.\n") ==
        "STAR");
}

TEST_CASE("narrative: a bold question in an item ends with its line", "[narrative][layout]") {
  const std::vector<Narrative> stories = read(
      "- **Tell me about a conflict with a colleague**\n  In 2020 the baker and I did not speak. "
      "I invited him to a coffee, and we wrote down who does what.\n\n- **Tell me about a "
      "failure**\n  Last year I organised a tasting, and four people came. I called our guests "
      "the same evening.\n");
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Tell me about a conflict with a colleague");
}

TEST_CASE("narrative: short questions that only name a kind of story", "[narrative]") {
  const Narratives found = read_narratives(
      "# Prep\n\nQ: Conflict with a manager?\n\nQ2. When did you lose a customer?\n - in "
      "May, since I wrote the wrong date\n - I called him, and he came back\n\nQ3. What is "
      "ownership in your language?\n - a rule of the compiler\n",
      NoteFormat::Markdown);
  REQUIRE(found.stories.size() == 1);
  CHECK(found.stories[0].behavioural);
  CHECK(found.open_prompts.size() == 1);
}

TEST_CASE("narrative: a note to oneself is no answer", "[narrative]") {
  const auto open = [](std::string_view title, std::string_view body) {
    return read_narratives(cat("## Story 1: the flood\n\nIn May the river came over the wall and I "
                               "was the warden. "
                               "I rowed the band home and I shut the gate. Nobody was hurt.\n\n## ",
                               title, "\n\n", body, "\n"))
        .open_prompts.size();
  };
  CHECK(open("Tell me about a time you led somebody", "(the choir? the fair?)") == 1);
  CHECK(open("Story 2: failure", "(which one? the key or the organ)") == 1);
  CHECK(open("Story 2: the organ", "write this one") == 1);
  CHECK(open("Tell me about a time you failed", "(see the flood)") == 0);
  CHECK(open("Tell me about a time you failed", "I lost the key of the organ and told nobody.") ==
        0);
}

TEST_CASE("narrative: requests in bold type are of one list, however they end", "[narrative]") {
  const Narratives found = read_narratives(
      "# Answers\n\n**Describe a time you brought bad news.**\n\nIn May we closed the pool. I told "
      "the club in its own kitchen. They took the other pool.\n\n**What would you do if two "
      "managers wanted you at once?**\nI'd get them into one room. I would bring a page.\n\n"
      "**Give an example of a time you mended a process.**\n\n**Tell us about a mistake and how "
      "you "
      "handled it.**\n\n**Salary?** I ask them: what is your range?\n");
  CHECK(found.stories.size() == 2);
  CHECK(found.open_prompts.size() == 2);
}

TEST_CASE("narrative: questions in a list whose answers stand below are not open", "[narrative]") {
  CHECK(
      std::ranges::count_if(
          read_narratives(
              "# Questions from the town, and my answers\n\n1. Describe a time you kept calm.\n2. "
              "Describe a time you reported a colleague.\n3. Describe a time you learnt fast.\n\n"
              "## To 1\n\nIn 2016 there was smoke in the hall, and I was in charge. I opened the "
              "doors and I counted the choir. All forty stood outside.\n\n## To 2\n\nIn 2018 a "
              "colleague sold the keys. I told him first and then I went to the mayor. He left.\n\n"
              "## To 3\n\nIn 2020 I was told on Friday that we sing by video. I sat down with my "
              "niece and wrote the steps on a card. On Monday we sang.\n")
              .open_prompts,
          [](const OpenPrompt& prompt) { return !prompt.in_list; }) == 0);
}

TEST_CASE("narrative: what labels leave open may be told beside them", "[narrative]") {
  CHECK(all_parts("**Situation.** In 2022 the app had four stars. **Task.** I was asked to raise\n"
                  "the price. **Action.** I rang all 23 first. **Result.** We left the price.\n") ==
        "STAR");
  CHECK(
      all_parts("Result: I built the model in three weeks, and it got us the job.\nSituation: the "
                "town wanted to see it.\nTask: my boss said, anything that beeps.\nAction: I "
                "bought a bell and I tried it on my nephews.\n",
                NoteFormat::Plain) == "RSTA");
  CHECK(
      all_parts("### Working with others\n\n**Situation.** Two of ten came from the other firm.\n\n"
                "**Task.** I wanted them to speak.\n\n**Action.** I gave them the best room.\n\n"
                "**Result.** They found the letter.\n\n### Learning\n\n**Situation.** In 2016 "
                "people began without a note.\n\n**Task.** I had to mend that.\n\n**Action.** I "
                "read 400 pages.\n\n**Result.** We were on time.\n") == "STAR STAR");
  const auto letters = [](std::string_view notes) { return components(read(notes).at(0)); };
  CHECK(letters(
            "Situation: our theatre needed an hour for the set. Task: as stage manager I had to "
            "make room for a second show.\n\n1. numbered the flats: 60 -> 45 min\n2. hung the "
            "ceiling on motors: 45 -> 12 min\n\nResult: the second show is sold out.\n") == "STAR");
  CHECK(
      letters(
          "**Situation:** the doors stood open.\n**Task:** I had to bring the power down.\n**What "
          "I "
          "did:**\n- fast doors, 12 of them\n- a bell at the gate\n\nAs a result the halls needed "
          "30 per cent less power.\n") == "STAR");
  CHECK(letters("Situation: three clinics lost whole mornings. Task: I had to bring that down. "
                "Action: I sent a letter two days ahead. Result after one quarter:\n\n| clinic | "
                "before | after |\n|---|---|---|\n| eyes | 120 | 78 |\n") == "STAR");
  CHECK(letters("*Homework (I have taught since 2004.)*\nBefore: it was on paper, and a third of "
                "it was lost.\nI "
                "had the class hand it in by phone, and I marked it on the train.\nAfter: 25 of 27 "
                "handed it in.\n") == "SAR");
}

TEST_CASE("narrative: an answer on the line below its marked question", "[narrative]") {
  CHECK(
      read_narratives(
          "Q: tell me about a time you lost something\n\nIn 2019 I lost the key of the organ. I "
          "climbed in by the window\nand we played an hour late.\n\nQ: how do you learn\nI read it "
          "aloud, I draw it, and I ask my aunt.\n",
          NoteFormat::Plain)
          .open_prompts.empty());
}
