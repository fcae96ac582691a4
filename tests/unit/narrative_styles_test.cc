// How different people write the same things down: chats, dictation, capitals, cards; what they
// call the task, and what only sounds like a deed.
#include <string>
#include <string_view>

#include "narrative_reader.h"

using namespace starlint;

namespace {

// "STAR" without the components that the first story lacks.
std::string has(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  const Narratives read = read_narratives(notes, format);
  REQUIRE(read.stories.size() == 1);
  return components(read.stories[0]);
}

}  // namespace

TEST_CASE("narrative: a chat tells a story in several messages", "[narrative][layout]") {
  const Narratives read = read_narratives(
      "[18:40] ines: ready? tell me about a time you calmed a guest down\n"
      "[18:41] ned: so last august, the campsite, a dad stands there at 11 at night with no tent\n"
      "[18:42] ned: i was alone at the desk and i had to find them a bed before midnight\n"
      "[18:43] ned: i rang two inns, gave them the staff hut and carried the bags over\n"
      "[18:44] ned: they slept till ten and have come back every summer since then\n"
      "[18:45] ines: nice. and a time you broke something?\n"
      "[18:46] ned: i reversed the tractor into the wash house\n"
      "[18:47] ned: told my boss the same minute, fenced it off and paid for the boards\n"
      "[18:47] ines: how did that end?\n"
      "[18:48] ned: it was up again by the weekend and i put a mirror on the corner\n",
      NoteFormat::Plain);
  CHECK(titles(read) ==
        "ready? tell me about a time you calmed a guest down | "
        "nice. and a time you broke something?");
  REQUIRE(read.stories.size() == 2);
  CHECK(read.stories[0].has(Slot::Task));
  CHECK(read.stories[0].has(Slot::Result));
}

TEST_CASE("narrative: titles in small letters over what was dictated", "[narrative][layout]") {
  const Narratives read = read_narratives(
      "tape one\n\n"
      "so this was the orchard, 2016, hail had taken half of the apples and my uncle asked me to\n"
      "save the season. i rang four cider makers, drove the crates over myself and sold all of\n"
      "it in nine days. we ended the year with a small profit.\n\n"
      "tape two\n\n"
      "the ferry one. in may 2018 the ramp jammed with thirty cars on board and i was the mate on\n"
      "duty. i cut the chain, had two lads hold the plate and walked each car off. nobody was\n"
      "hurt and we sailed again at six.\n",
      NoteFormat::Plain);
  CHECK(titles(read) == "tape one | tape two");
}

TEST_CASE("narrative: lettered titles over parts in capitals", "[narrative][labels]") {
  std::string notes = "STORIES FOR THE PORT\n";
  for (const std::string_view title : {"A. SPRING TIDE", "B. NIGHT CREW", "C. OLD CRANE"}) {
    notes += cat("\n\n", title,
                 "\n\nSITUATION\nIn 2015 the lower quay flooded and the sheds were full of tea.\n"
                 "\nMISSION\nI had to have the sheds empty by noon.\n"
                 "\nACTION\nI called both crews, opened the rail gate and moved 900 chests.\n");
    notes += title[0] == 'B' ? "\nLESSONS\nAsk early.\n" : "\nRESULT\nNot one chest got wet.\n";
  }
  const Narratives read = read_narratives(notes, NoteFormat::Plain);
  CHECK(read.stories.size() == 3);
  for (const Narrative& story : read.stories) {
    CAPTURE(story.title_text);
    CHECK(label_letters(story).starts_with("STA"));
  }
}

TEST_CASE("narrative: requests in bold type, some with a full stop", "[narrative][layout]") {
  const Narratives read = read_narratives(
      "**Q: How do you deal with a colleague who is late?**\n"
      "A: I would ask him why. I would offer help, and I think it is important to stay calm.\n\n"
      "**Q: Tell me about a time you brought in something new.**\n"
      "A: In 2014 our orders were kept on slips. I wanted everybody to see them, so I built a "
      "board and filled it for a month. Since then no order has been lost.\n");
  CHECK(titles(read) ==
        "How do you deal with a colleague who is late? (general) | "
        "Tell me about a time you brought in something new.");
}

TEST_CASE("narrative: a card that wonders what to say is no story", "[narrative]") {
  CHECK(read_narratives("## For my pocket\n\nS - where it happened\nT - which part I had\n"
                        "A - no more than two things\nR - what the end was, with a figure\n")
            .stories.empty());
}

TEST_CASE("narrative: a table that tells one story has the name of its heading",
          "[narrative][layout]") {
  constexpr std::string_view kTable =
      "| Situation | Task | Action | Result |\n|---|---|---|---|\n"
      "| In May 2020 our cellar flooded twice. | I had to find the leak. | I pumped it dry and dug "
      "along the wall. | It has been dry since. |\n";
  CHECK(titles(read_narratives(cat("# Notes\n\n## The flooded cellar\n\n", kTable))) ==
        "The flooded cellar");
}

TEST_CASE("narrative: many words for what was asked of the speaker", "[narrative]") {
  constexpr std::string_view kTasks[] = {
      "The owner told me to have it dry by Monday.",
      "That cellar was mine to dry.",
      "The choice of the pump was ours.",
      "I set myself a week for it.",
      "Brief for us: dry floors by Monday.",
      "I was to have it dry by Monday.",
  };
  for (const std::string_view task : kTasks) {
    CAPTURE(task);
    CHECK(has(cat("# Tell me about a challenge\n\nIn May 2020 our cellar flooded. ", task,
                  " I rented two pumps, dug along the wall and laid a new drain. It has been dry "
                  "ever since.\n")) == "STAR");
  }
}

TEST_CASE("narrative: to be told is no deed", "[narrative]") {
  CHECK(
      has("# Tell me about a close call\n\nIn 2019 a rope broke on the upper deck and fell beside "
          "the cook. I was told to write a rule for ropes. From that summer each of them was "
          "looked at weekly, and no rope has broken since then.\n") == "STR");
}

TEST_CASE("narrative: a Result told before the gap of a figure is filled", "[narrative][labels]") {
  const auto letters = [](std::string_view result) {
    const Narratives read = read_narratives(
        cat("# The returns\n\n**Situation:** In 2021 half of our lamps came back.\n\n**Task:** I "
            "had to stop that.\n\n**Action:** I packed each of them in straw at two depots.\n\n"
            "**Result:** ",
            result, "\n"));
    REQUIRE(read.stories.size() == 1);
    return label_letters(read.stories[0]);
  };
  CHECK(letters("Both depots took it over and we cut the returns by XX%.") == "STAR");
  CHECK(letters("We cut the returns by XX%.") == "STAr");
}

TEST_CASE("narrative: titles in small letters over points", "[narrative][layout]") {
  std::string notes = "== Depot ==\n\n";
  for (const std::string_view title : {"late van again", "payout to the wrong man"}) {
    notes += cat(title,
                 "\n- every month the file came at 3 and broke the run\n"
                 "- i was on call and had enough of it\n"
                 "- i wrote a reader that puts odd lines aside and sent the bank a mail\n"
                 "- since then nobody was woken by it\n\n");
  }
  notes +=
      "oracle to postgres\n- renewal coming, 340k a year, boss said get off\n"
      "- grouped the jobs by who calls them, half were dead\n"
      "- ported the rest with a test that ran both\n- finished 3 weeks early\n";
  CHECK(titles(read_narratives(notes, NoteFormat::Plain)) ==
        "late van again | payout to the wrong man | oracle to postgres");
}

TEST_CASE("narrative: titles behind arrows over points without a subject", "[narrative][layout]") {
  CHECK(
      titles(read_narratives(
          "brain dump\n\n>> the model nobody used\n- built it in a week, sent a list to the shops. "
          "nobody opened it\n- my manager said make it useful or drop it, i had until may\n"
          "- went and sat with two shops for a week, rebuilt it as ten names every monday\n"
          "- the shops started calling them, 4 of the first 50 came back\n\n"
          ">> wrong number for the board\n- dashboard summed two currencies for 3 weeks\n"
          "- the owner found it the evening before. had to have it right by 8\n"
          "- i owned up, rewrote it with a rate table and reconciled it line by line\n"
          "- the paper went out right, it caught 2 issues since\n",
          NoteFormat::Plain)) == "the model nobody used | wrong number for the board");
  CHECK(titles(read_narratives("On my own.\n\n>> the old mail\n> and the one before\n",
                               NoteFormat::Plain))
            .empty());
}

TEST_CASE("narrative: titles behind a number in brackets", "[narrative][layout]") {
  CHECK(titles(read_narratives(
            "incidents\n\n[1] DISK FULL\n\nSomebody had kept one topic for seven weeks, and the "
            "orders "
            "stopped on a Wednesday. My job was to get them flowing. I raised the volume of the "
            "first "
            "node and then of the second. Orders were late by 51 minutes and none was lost.\n\n"
            "[2] SLOW TILL\n\nThe till took 6 s after a harmless change. I had to find it. I took "
            "the "
            "nodes back one by one and found the line. It takes 800 ms again since then.\n",
            NoteFormat::Plain)) == "DISK FULL | SLOW TILL");
}

TEST_CASE("narrative: a request may hold a participle", "[narrative]") {
  CHECK(
      titles(read_narratives(
          "## Speed\n\n- Tell me about a calculated risk.\n    - The ferry had no pilot on Easter "
          "Monday\n    - I had to decide by noon\n    - I sailed it myself\n    - Everybody was "
          "home "
          "by nine\n")) == "Tell me about a calculated risk.");
}

TEST_CASE("narrative: a summary of deeds is no story, though a participle stands in it",
          "[narrative]") {
  CHECK(titles(read_narratives("# 2021\n\n- built a ledger used by two shops\n- published the list "
                               "of wells\n- launched a page read by many\n- mended the pump\n"))
            .empty());
}

TEST_CASE("narrative: \"on a normal day\" in an answer asks for nothing", "[narrative]") {
  CHECK(
      has("The handbook\n\nSituation:\n64 customers and one person who knew them.\n\nTask:\nI was "
          "asked for a handbook.\n\nAction:\nPages for each customer. On a normal day two of "
          "them.\n\nResult:\n64 pages after 11 weeks.\n") == "STAR");
}

TEST_CASE("narrative: a rule ends the answer to a request", "[narrative][layout]") {
  const Narratives read = read_narratives(
      "**Tell me about feedback that hurt.**\n\nIn 2020 three of five people wrote that I finish "
      "their sentences. I asked a colleague to lift her pen each time. A year later nobody wrote "
      "it.\n\n---\n\nNumbers to have ready:\n\n- team: 7\n- releases: every two weeks\n");
  REQUIRE(read.stories.size() == 1);
  CHECK(read.stories[0].span.end < 210);
}

TEST_CASE("narrative: a habit under a request is no event", "[narrative]") {
  CHECK(titles(read_narratives(
            "### Tell me about a time you learned\n\nI always try to keep up. I read a lot of "
            "papers and I like courses, so whenever I see a gap I try to close it.\n")) ==
        "Tell me about a time you learned (general)");
}

TEST_CASE("narrative: what nobody asked for is no Task", "[narrative]") {
  CHECK(has("# Tell me about an initiative\n\nIn 2019 the slips of our desk lay in three boxes. "
            "Nobody asked me to, and I sorted all of them one summer. A clerk finds each in a "
            "minute since then.\n") == "SAR");
}

TEST_CASE("narrative: an unanswered question stands out among answered ones", "[narrative]") {
  std::string notes;
  for (int i = 1; i <= 5; ++i) {
    notes += cat(unsigned(i), ") How did you handle the desk?\n");
    if (i != 4) notes += "We sat down each Monday and shared the slips of the week.\n";
    notes += "\n";
  }
  CHECK(read_narratives(notes, NoteFormat::Plain).open_prompts.size() == 1);
}

TEST_CASE("narrative: a blank form under any question is one open prompt", "[narrative]") {
  for (const std::string_view question :
       {"Tell me about yourself.", "Why us?", "Tell me about a conflict."}) {
    CAPTURE(question);
    const Narratives read =
        read_narratives(cat("## ", question, "\n\n  **Cause:**\n  **Action:**\n  **Result:**\n"));
    CHECK(read.stories.empty());
    CHECK(read.open_prompts.size() == 1);
  }
}
