// What stands under titles: themes, stories in company, forms still to be told, general answers.
#include <string>
#include <string_view>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

std::string titles(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  std::vector<std::string> out;
  for (const Narrative& story : read_narratives(notes, format).stories) {
    out.push_back(story.title_text);
  }
  return join(out, " | ");
}

constexpr std::string_view kMill =
    "The mill lost its water in 2018. I walked the race with the farmer and we found the gate "
    "jammed. I cut it free that night and it ran again by noon.\n\n";
constexpr std::string_view kBakery =
    "Our oven cracked the week before Easter. I asked the village bakery for two hours a night, "
    "and I moved the dough there by van. We sold every loaf.\n\n";
constexpr std::string_view kStar =
    "**Situation:** in May we lost nine customers.\n**Task:** I had to win them back.\n"
    "**Action:** I rode the round.\n**Result:** seven came back.\n\n";
constexpr std::string_view kBlank = "**Situation:**\n**Task:**\n**Action:**\n**Result:**\n\n";

}  // namespace

TEST_CASE("narrative: a word for a part alone in a title is what the story is about",
          "[narrative][layout]") {
  CHECK(titles(cat("## Failure\n\n", kMill, "## Challenge\n\n", kBakery)) == "Failure | Challenge");
  CHECK(titles(cat("Failure\n    ordered 400 chairs instead of 40\n    I had not read the fax\n"
                   "    I called the supplier at six and got 300 back\n\nNight desk\n"
                   "    Situation\n        guests waited for keys\n    Action\n"
                   "        I hung them by floor\n    Result\n        nobody waits\n"),
               NoteFormat::Plain) == "Failure | Night desk");
}

TEST_CASE("narrative: beside titles that tell stories less is enough for one", "[narrative]") {
  const std::string_view terse =
      "Scanners went dead at seven with 41 vans in the yard. I pulled the last list and gave the "
      "leads a clipboard each. Shipped 38 of them that night.\n\n";
  const std::string alone = cat("## Vans\n\n", terse);
  CHECK(titles(alone).empty());
  CHECK(titles(cat("## Mill\n\n", kMill, "## Bakery\n\n", kBakery, alone)) ==
        "Mill | Bakery | Vans");
}

TEST_CASE("narrative: a blank form beside told ones is still to be told", "[narrative]") {
  const std::string told = cat("## Round\n\n", kStar, "## Fair\n\n", kStar);
  const Narratives choir = read_narratives(cat(told, "## Choir\n\n", kBlank));
  CHECK(choir.stories.size() == 2);
  CHECK(choir.open_prompts.size() == 1);
  CHECK(titles("Tanks\nS  the road was closed\nT  get 12 by morning\nA  I called the brigade\n"
               "R  they came at four\n\nRota\nS  nobody wanted nights\nA  I let people trade\n",
               NoteFormat::Plain) == "Tanks | Rota");
  const Narratives items = read_narratives(
      "- Customers\n  - Story: the deaf guest\n    - S: a guest missed the drill\n    - T: wake "
      "her\n"
      "    - A: I borrowed a pad\n    - R: five rooms have it\n  - Story: two weddings\n"
      "    - S: two weddings, one hall\n    - A: I moved one to the barn\n- Ownership\n"
      "  - The boiler failed on the last night of the year and I called the engineer on video\n");
  REQUIRE(items.stories.size() >= 2);
  CHECK(label_letters(items.stories[1]) == "SA");
  CHECK(items.stories[1].words < 15);
  CHECK(titles(cat(told, "## Links\n\n**Context:** the round\n**Resources:** a map\n")) ==
        "Round | Fair");
  CHECK(titles(cat(told, "## Template\n\n", kBlank)) == "Round | Fair");
  CHECK(titles(cat("## Choir\n\n", kBlank, told)) == "Round | Fair");
}

TEST_CASE("narrative: a blank form under a request is a request without an answer", "[narrative]") {
  const auto of = [](std::string_view remark, std::string_view form) {
    const Narratives notes = read_narratives(cat(
        "## Round\n\n", kStar, "## Tell me about a time you helped somebody\n\n", remark, form));
    return cat(unsigned(notes.stories.size()), " ", unsigned(notes.open_prompts.size()));
  };
  CHECK(of("", kBlank) == "1 1");
  CHECK(of("", kStar) == "2 0");
  CHECK(of("Think about the school fete.\n\n", kBlank) == "2 0");
  CHECK(of("", "**Situation:** TODO\n\n**Task:** TODO\n\n**Action:** TODO\n\n**Result:** TODO\n") ==
        "2 0");
}

TEST_CASE("narrative: a Result that lacks its figures is still to be written", "[narrative]") {
  const auto letters = [](std::string_view result) {
    const Narratives read = read_narratives(
        cat("**Situation:** in May we lost customers.\n**Task:** I had to win them back.\n"
            "**Action:** I rode the round.\n**Result:** ",
            result, "\n"));
    return read.stories.empty() ? std::string() : label_letters(read.stories[0]);
  };
  CHECK(letters("complaints fell by XX% and we saved YY hours") == "STAr");
  CHECK(letters("complaints fell by XX%. Nobody left again.") == "STAR");
  CHECK(letters("the XX Group signed for two years") == "STAR");
}

TEST_CASE("narrative: one remark of the past makes no event of a general answer", "[narrative]") {
  const auto is_general = [](std::string_view answer) {
    const Narratives read = read_narratives(cat("## How do you handle stress?\n\n", answer, "\n"));
    REQUIRE(read.stories.size() == 1);
    CHECK(read.stories[0].hypothetical == read.stories[0].parts.empty());
    return read.stories[0].hypothetical;
  };
  CHECK(
      is_general("I make lists. When it is busy I usually take a walk first. I once read a book "
                 "about it."));
  CHECK_FALSE(
      is_general("I make lists. In May 2019 our till broke at noon and I wrote each sale "
                 "down by hand. I usually stay calm."));
  CHECK_FALSE(
      is_general("In June our cook left. I gave every waiter one dish to learn, and I "
                 "cooked the rest."));
}

TEST_CASE("narrative: a legend that asks and instructs is no story", "[narrative]") {
  CHECK(titles("## Know the shape\n\n- **Situation**: one or two lines. Who was there?\n"
               "- **Task**: what did *you* have to do?\n- **Action**: the long part. Say \"I\".\n"
               "- **Result**: what changed? Use a number.\n")
            .empty());
}

TEST_CASE("narrative: labels known by their first words", "[narrative][layout]") {
  const auto letters = [](std::string_view notes) {
    const Narratives read = read_narratives(notes);
    return read.stories.size() == 1 ? label_letters(read.stories[0]) : std::string();
  };
  CHECK(letters("## Keys\n\n**What was happening at the desk** – guests waited for keys.\n"
                "**What I needed to find** – one key in two minutes.\n"
                "**What I changed that night** – I hung them by floor.\n"
                "**What changed for the guests** – nobody waits.\n") == "STAR");
  CHECK(letters("## Keys\n\n**What happened:** guests waited for keys.\n"
                "**What I did:** I hung them by floor.\n**What happened:** nobody waits.\n") ==
        "SAR");
  CHECK(letters("## Oven\n\n- **When/where:** a kitchen in spring\n- **The trouble:** one oven\n"
                "- **My part:** I had to have dinner out by seven\n- **So I:** drew a rota\n"
                "- **And then:** no fights since\n") == "SSTAR");
  CHECK(letters(cat("## S.T.A.R. 3: rota\n\n", kStar)) == "STAR");
  CHECK(titles(cat("## What I built at the mill\n\n", kMill)) == "What I built at the mill");
  CHECK(titles("Context / Action / Result / Learning. Forty minutes in all.\n").empty());
}

TEST_CASE("narrative: a question that only names what is asked for", "[narrative]") {
  const std::string_view answer =
      "At the fair my master said in front of all that my bread was like stone. I asked him for "
      "the three worst loaves, baked them again in four ways and let the children choose.\n";
  CHECK(titles(cat("**A remark that hurt?**\n", answer)) == "A remark that hurt?");
  CHECK(
      titles("**Which flour do you use?**\nRye for the dark loaves and wheat for the light ones.\n")
          .empty());
}

TEST_CASE("narrative: a mark of a question before a theme asks for its story", "[narrative]") {
  CHECK(titles(cat("Competency: Working together\nExample: ", kMill,
                   "Competency: Delivering at pace\nExample: ", kBakery),
               NoteFormat::Plain) == "Working together | Delivering at pace");
  CHECK(titles("Q: Closures\nA: A function with what it needs. It is a value.\n").empty());
}

TEST_CASE("narrative: fields with two colons are no program text", "[narrative][layout]") {
  const Narratives read = read_narratives(
      "## Gangway\nsituation:: ordered the wrong one\naction:: rented a crane\nresult::\n"
      "lesson:: measure it\n");
  REQUIRE(read.stories.size() == 1);
  CHECK(label_letters(read.stories[0]) == "SArL");
}

TEST_CASE("narrative: what one means to ask stays without an answer", "[narrative]") {
  const Narratives read = read_narratives(
      "## Questions for the panel\n\n1. When did you last drop a product?\n"
      "2. Tell me about a time your team failed.\n");
  CHECK(read.open_prompts.empty());
}

TEST_CASE("narrative: requests and prose in Hindi, in both scripts", "[narrative][language]") {
  const std::string_view samples[] = {
      "## एक ऐसे समय के बारे में बताइए जब आपने गलती की\n\n2019 में मैं एक छापाखाने में काम कर रहा था और हर हफ्ते "
      "छपाई में गलती होती थी। मुझे एक महीने में इसे ठीक करना था। मैंने तीस ऑर्डर जाँचे और एक सूची बनाई। "
      "परिणाम यह हुआ कि गलतियाँ आधी हो गईं।\n",
      "## Kisi aisi situation ke baare mein batao jab aapne galti ki\n\n2019 mein main ek press "
      "mein kaam kar raha tha aur har hafte galti hoti thi. Mujhe ek mahine mein isse theek karna "
      "tha. Maine tees order dekhe aur ek list banaya. Natija yeh hua ki galtiyan aadhi ho "
      "gayi.\n"};
  for (const std::string_view sample : samples) {
    CAPTURE(sample);
    const Narratives read = read_narratives(sample);
    REQUIRE(read.stories.size() == 1);
    CHECK(read.language->code == "hi");
    CHECK_FALSE(read.stories[0].hypothetical);
    for (const Slot slot : {Slot::Situation, Slot::Task, Slot::Action, Slot::Result}) {
      CAPTURE(name_of(slot));
      CHECK(read.stories[0].has(slot));
    }
  }
  const Narratives general = read_narratives(
      "## आप दबाव में कैसे काम करते हैं\n\nमैं हमेशा शांत रहता हूँ। अगर काम ज़्यादा हो तो मैं पहले सूची बनाता हूँ और "
      "फिर "
      "मैं टीम से बात करता हूँ।\n");
  REQUIRE(general.stories.size() == 1);
  CHECK(general.stories[0].hypothetical);
}

TEST_CASE("narrative: lines in capitals right over their text are titles", "[narrative][layout]") {
  CHECK(
      titles(
          "Lock keeper, stories\n====================\n\nLOW WATER\nS - In 2018 the canal was "
          "empty for a week.\nT - I had to get nine boats out.\nA - I opened the upper gates by "
          "night.\nR - All nine left on Friday.\n\nTHE GATE\nThe lower gate was cracked and the "
          "town had no money that year. I\nhad to find it or close the lock. I rang the barge firm "
          "and I\nshowed them the crack. They paid for half of it.\n\nSCHOOL VISIT\nA class of "
          "thirty came on the wettest day of the year and I was\nalone. I let them count boats. "
          "They wrote me a letter each.\n",
          NoteFormat::Plain) == "LOW WATER | THE GATE | SCHOOL VISIT");
  // The same words under each story name its parts.
  CHECK(
      titles("The canal\n\nTHE STATE\nIn 2018 it was empty.\n\nWHAT I DID\nI opened the gates.\n\n"
             "The weir\n\nTHE STATE\nIn 2019 it broke.\n\nWHAT I DID\nI called the town.\n",
             NoteFormat::Plain)
          .find("WHAT") == std::string::npos);
}
