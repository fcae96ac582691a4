// What counts as an answer: general talk, little among much, and what only holds its place.
#include <string>
#include <string_view>

#include "narrative_reader.h"

using namespace starlint;

namespace {

constexpr std::string_view kGate =
    "In May the lock gate jammed and nine barges waited. I was asked to free it by night. I "
    "drained the chamber, cut the branch out and greased the hinge. Since then it has not jammed.";
constexpr std::string_view kMill =
    "Last winter the mill stood still for a week. I had to find the cause. I took the gears apart, "
    "drew each of them and found the crack. It has run every day since.";
constexpr std::string_view kFerry =
    "In our second season the ferry left late. I was to find out why. I counted the cars for ten "
    "days and moved the booth to the road. It now leaves on the minute.";

std::string open_requests(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  const Text text = Text::decode(notes);
  std::vector<std::string> out;
  for (const OpenPrompt& prompt : read_narratives(notes, format).open_prompts) {
    if (!prompt.in_list) out.emplace_back(text.slice(prompt.request));
  }
  return join(out, " | ");
}

/// Three titles that tell a story each, and what stands behind them.
std::string behind_three(std::string_view rest) {
  return cat("## The gate\n\n", kGate, "\n\n## The mill\n\n", kMill, "\n\n## The ferry\n\n", kFerry,
             "\n\n", rest, "\n");
}

}  // namespace

TEST_CASE("narrative: a question how one works may hold any verb", "[narrative]") {
  constexpr std::string_view kAnswer =
      "I look at who waits longest and ring them first. I would never promise a day I cannot keep.";
  for (const std::string_view asked :
       {"How do you calm a queue at the lock?", "A keeper is drunk on duty. What do you do?",
        "The sluice is open and two barges wait. What would you do?"}) {
    CAPTURE(asked);
    CHECK(titles(read_narratives(cat("Q: ", asked, "\n\n", kAnswer, "\n"))) ==
          cat(asked, " (general)"));
  }
  CHECK(
      titles(read_narratives("### ¿Cómo trabaja con prisas?\n\nTrabajo con calma. Trato de avisar "
                             "temprano si no voy a llegar a la hora que se acordó.\n")) ==
      "¿Cómo trabaja con prisas? (general)");
  CHECK(titles(read_narratives("Q: How do you size a sluice?\n\nWidth times depth times speed, and "
                               "a third more for spring.\n"))
            .empty());
}

TEST_CASE("narrative: a numbered question over its answer in small letters",
          "[narrative][layout]") {
  CHECK(titles(read_narratives("4) the lock gate\n\n5) how do you handle stress\ni make lists and "
                               "walk along the canal. i think stress is fine if you know when it "
                               "ends\n\nask them about the rota\n",
                               NoteFormat::Plain)) == "how do you handle stress (general)");
  CHECK(titles(read_narratives("q: give an example of when you raised a concern\ni would always "
                               "follow the rules of the house and tell the keeper on duty, and i "
                               "would write down what i saw\n",
                               NoteFormat::Plain)) ==
        "give an example of when you raised a concern (general)");
}

TEST_CASE("narrative: among titles that tell stories little is enough", "[narrative]") {
  const auto last = [](std::string_view rest) {
    const Narratives notes = read_narratives(behind_three(rest));
    return notes.stories.size() == 4 ? titles(notes).substr(std::string("The gate | The mill | "
                                                                        "The ferry | ")
                                                                .size())
                                     : std::string();
  };
  CHECK(last("## Something I taught myself\n\nThe rota took four hours of my Sundays, so I learned "
             "to do it with a sheet and a ruler. Two other keepers asked me for a copy of it.") ==
        "Something I taught myself");
  CHECK(last("## The two crews\n\n- early 2021, two crews became one, and everyone heard it from "
             "the driver of the bus\n- people were upset, one of my oldest keepers cried\n- nobody "
             "left in the half year behind it") == "The two crews");
  CHECK(last("## Handing over\n\nI would always look first at who has the time for it. I would say "
             "what I need and by when. And I'd always say thank you for it.") ==
        "Handing over (general)");
  CHECK(last("## The town\n\nFounded in 1832, with nine locks and two ferries. The bridge was "
             "rebuilt after the flood, and the tolls were dropped in the same year.")
            .empty());
}

TEST_CASE("narrative: questions to the panel end the last story", "[narrative]") {
  const std::string notes = cat("### The gate\n\n", kGate,
                                "\n\n---\n\nQuestions for the harbour master: who is on call?\n");
  const Narratives read = read_narratives(notes);
  REQUIRE(read.stories.size() == 1);
  CHECK(read.stories[0].span.end == notes.find("\n\n---"));
}

TEST_CASE("narrative: a theme behind another question heads its own parts", "[narrative][labels]") {
  const Narratives notes = read_narratives(
      "Q1. The lock is short of two keepers. What would you do?\n\nI would ring the next lock and "
      "ask for one of theirs. I would close the small chamber.\n\nQ2. Teaching others\n\nPROBLEM\n"
      "A new keeper could not read the gauge, and I had to get her ready in a month.\n\nACTION\nI "
      "walked the weir with her each morning.\n\nRESULT\nShe passed in week three.\n",
      NoteFormat::Plain);
  CHECK(titles(notes) ==
        "The lock is short of two keepers. What would you do? (general) | Teaching others");
}

TEST_CASE("narrative: \"i.e.\" is no label", "[narrative][labels]") {
  const Narratives notes = read_narratives(
      "### The toll\n\nSituation:\nThe toll house lost money in 2019\n\nTask:\nThe council asked "
      "me "
      "to halve the loss\n\nAction:\nI counted the carts and moved the gate\n\nResult:\n$14k -> "
      "$9k "
      "a month, i.e. a third less\n");
  REQUIRE(notes.stories.size() == 1);
  CHECK(components(notes.stories[0]) == "STAR");
  for (const Part& part : notes.stories[0].parts) CHECK(part.filled);
}

TEST_CASE("narrative: what holds the place of an answer", "[narrative]") {
  CHECK(open_requests(
            cat("## Tell me about the gate\n\n", kGate,
                "\n\n## Feedback\n\n> Tell me about a time you were told off.\n\n(write)\n")) ==
        "Tell me about a time you were told off.");
  CHECK(open_requests(cat("## Tell me about the gate\n\n", kGate,
                          "\n\n## Tell me about a time you were told off\n\n(see the mill)\n"))
            .empty());
}

TEST_CASE("narrative: open requests among titles of stories are no list", "[narrative]") {
  constexpr std::string_view kOpen =
      "* Not yet\n** Tell me about a time you were told off\n** Describe a time you changed your "
      "mind\n** Tell me about a time you helped a stranger\n";
  CHECK(open_requests(cat("* Stories\n** The gate\n   ", kGate, "\n\n", kOpen), NoteFormat::Org) ==
        "Tell me about a time you were told off | Describe a time you changed your mind | Tell me "
        "about a time you helped a stranger");
  CHECK(open_requests(kOpen, NoteFormat::Org).empty());
}

TEST_CASE("narrative: a request among points of notes without stories is kept on purpose",
          "[narrative]") {
  constexpr std::string_view kLinks =
      "# Links\n\n## Interviews\n- [The long list](https://example.com/list)\n- \"Tell me about a "
      "time you failed\" – video, 14 min\n- levels and pay\n";
  CHECK(open_requests(kLinks).empty());
  CHECK(open_requests(cat("# Stories\n\n## The gate\n\n", kGate,
                          "\n\n## To do\n\n- Tell me about a time you failed\n")) ==
        "- Tell me about a time you failed");
}

TEST_CASE("narrative: words behind the end of a story tell no end", "[narrative]") {
  constexpr std::string_view kStory =
      "Tell me about a time you helped a beginner.\n\nIn the spring of 2021 a new keeper froze at "
      "every alarm. I was asked to get her ready by June. I gave her a card, let her work one "
      "gate, "
      "then two. On breaks I showed her the boat house.";
  for (const std::string_view rest :
       {"", " Lovely girl.", " She would be a good one for the next year.",
        "\n\n[add what came of it, ask the harbour master]"}) {
    CAPTURE(rest);
    const Narratives notes = read_narratives(cat(kStory, rest, "\n"));
    REQUIRE(notes.stories.size() == 1);
    CHECK(components(notes.stories[0]) == "STA");
  }
  const Narratives others = read_narratives(
      "Tell me about a time you helped a beginner.\n\nA keeper wanted to learn the books. I "
      "promised "
      "her to get her ready within two months. I gave her an hour each Friday, with real bills. "
      "After seven weeks she closed the month herself. Moved into my office in May.\n");
  REQUIRE(others.stories.size() == 1);
  CHECK(components(others.stories[0]) == "STAR");
}

TEST_CASE("narrative: lines that their author ended hold one thought each", "[narrative][layout]") {
  const Narratives notes = read_narratives(
      "--- time i had too much on my plate\n\nspring 2020, the new tariff\ni was supposed to print "
      "it, teach the ferrymen and cover for two keepers on leave\nwent to the master with a list\n"
      "moved the teaching to the mornings, gave the print to the youngest\nanswered letters after "
      "lunch\n\n--- time i was quick\n\nin 2019 the lamp at the weir went out\ni had to have it "
      "lit "
      "by night, so i rowed over with a can of oil and a wick\nthree barges passed that "
      "night\nnone of "
      "them touched the wall\n",
      NoteFormat::Plain);
  CHECK(titles(notes) == "time i had too much on my plate | time i was quick");
  REQUIRE(notes.stories.size() == 2);
  CHECK_FALSE(notes.stories[0].has(Slot::Result));
  CHECK(notes.stories[1].has(Slot::Result));
}

TEST_CASE("narrative: short lines in small letters, and a question over two of them",
          "[narrative][layout]") {
  const Narratives notes = read_narratives(
      "----- the cold store -----\nso in 2022 the cold store of our dairy beeped at 3am and nobody "
      "knew\ni was on nights and had to keep the milk below four\nrang the fitter, moved the cans "
      "to "
      "the cellar in two trips of the van\nnone were lost and we have a list on the door now\n\n"
      "----- the angry farmer -----\nq: tell me about a time you calmed somebody down\na farmer "
      "shouted at the gate because his cans had waited for hours\ni sat him down and explained the "
      "rota\n",
      NoteFormat::Plain);
  CHECK(titles(notes) == "the cold store | tell me about a time you calmed somebody down");
  REQUIRE(notes.stories.size() == 2);
  CHECK(components(notes.stories[0]) == "STAR");
  CHECK(components(notes.stories[1]) == "SA");
  CHECK(notes.open_prompts.empty());
}

TEST_CASE("narrative: who asks whether one ever worked for somebody asks anew",
          "[narrative][layout]") {
  const Narratives notes = read_narratives(cat(
      "**Ruth:** Give me an example of a quarrel with your master.\n\n**Me:** I mostly get along "
      "with masters. If there is a quarrel I would listen to them first.\n\n**Ruth:** Have you "
      "worked directly with a skipper?\n\n**Me:** ",
      kGate, "\n\n**Ruth:** Tell me about a deadline.\n\n**Me:** ", kMill, "\n"));
  CHECK(
      titles(notes) ==
      "Give me an example of a quarrel with your master. (general) | Have you worked directly with "
      "a skipper? | Tell me about a deadline.");
}
