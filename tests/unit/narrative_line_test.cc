// Lines that their author ended: requests, titles and sentences without a full stop.
#include <string>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

std::string titles(std::string_view notes, NoteFormat format = NoteFormat::Plain) {
  std::vector<std::string> out;
  for (const Narrative& story : read_narratives(notes, format).stories) {
    out.push_back(story.title_text);
  }
  return join(out, " | ");
}

constexpr std::string_view kHeating =
    "Last winter our library kept losing readers on Sundays because the timer of the heating was "
    "wrong. I asked the caretaker for the manual, learnt how to set it, and wrote a card for "
    "whoever opens up. Since February nobody has complained.";
constexpr std::string_view kBread =
    "In my first year I forgot to order bread for a wedding. I rang three bakers until one of them "
    "helped me.";

}  // namespace

TEST_CASE("narrative: a request ends with its line, where the answer begins anew",
          "[narrative][layout]") {
  CHECK(titles(cat("Tell me about a time you showed initiative\n", kHeating,
                   "\n\nTell me about a mistake\n", kBread, "\n")) ==
        "Tell me about a time you showed initiative | Tell me about a mistake");
  CHECK(titles(cat("Tell me about a time you showed initiative\n", kHeating,
                   "\nTell me about a mistake\n", kBread, "\n")) ==
        "Tell me about a time you showed initiative | Tell me about a mistake");
  CHECK(titles("Cuéntame de una vez que fallaste\nEn mi primer año olvidé pedir el pan para una "
               "fiesta. Llamé a tres panaderías y una me salvó.\n") ==
        "Cuéntame de una vez que fallaste");
}

TEST_CASE("narrative: a wrapped line ends no sentence", "[narrative][layout]") {
  const Narratives notes = read_narratives(
      "Tell me about a time you helped somebody.\n\nIn the winter of 2019 I worked with a driver "
      "called\nAnna, who had never seen snow. I drove the\nHarbour road with her and told her to "
      "brake early.\nShe has driven it alone since then.\n",
      NoteFormat::Plain);
  REQUIRE(notes.stories.size() == 1);
  CHECK(notes.stories[0].title_text == "Tell me about a time you helped somebody.");
}

TEST_CASE("narrative: an item whose first line is a title", "[narrative][layout]") {
  const std::string notes = cat("1. Conflict\n   ", kHeating, "\n2. Failure\n   ", kBread, "\n");
  CHECK(titles(notes) == "Conflict | Failure");
  CHECK(titles(notes, NoteFormat::Markdown) == "Conflict | Failure");
}

TEST_CASE("narrative: what stands right under a title, before the titles below it",
          "[narrative][layout]") {
  CHECK(titles(cat("# Conflict with a colleague\n\n", kHeating, " ", kBread,
                   "\n\n## A difficult customer\n\n", kBread, " ", kHeating, "\n"),
               NoteFormat::Markdown) == "Conflict with a colleague | A difficult customer");
  CHECK(titles(cat("# Failures\n\nThree of them.\n\n## The bread\n\n", kBread, "\n"),
               NoteFormat::Markdown) == "The bread");
}

TEST_CASE("narrative: tags stand before what they file", "[narrative][layout]") {
  const std::string notes =
      cat("#card #story\n**Q:** Tell me about a time you showed initiative\n**A:** ", kHeating,
          "\n\n---\n\n#card\n**Q:** Tell me about a mistake\n**A:** ", kBread,
          "\n\n---\n\n#card\n**Q:** What is a thermostat?\n**A:** A switch.\n");
  const std::vector<Narrative> stories = read_narratives(notes).stories;
  REQUIRE(stories.size() == 2);
  CHECK(notes.substr(stories[0].span.begin, stories[0].span.size()).ends_with("complained."));
  CHECK(titles(cat("#story\nTell me about a mistake\n", kBread, "\n")) ==
        "Tell me about a mistake");
}

TEST_CASE("narrative: numbered requests of one list, some like titles, some like items",
          "[narrative][layout]") {
  const Narratives notes = read_narratives(
      cat("7) How do you handle pressure?\nAns - I am calm under pressure. I usually make a list "
          "and I do "
          "what is urgent first. I tell my manager in advance.\n\n8) Tell me about a time when you "
          "failed.\nAns -\n\n9) Have you ever helped a reader?\nAns - ",
          kHeating, "\n"),
      NoteFormat::Plain);
  REQUIRE(notes.stories.size() == 2);
  CHECK(notes.stories[0].hypothetical);
  CHECK(notes.stories[0].title_text == "How do you handle pressure?");
  CHECK(notes.open_prompts.size() == 1);
}

TEST_CASE("narrative: further questions below a story leave it told", "[narrative][layout]") {
  CHECK(
      titles(cat("# Notes\n\n## The heating\n\n", kHeating,
                 " I keep the card in my desk. I bought a second timer."
                 "\n\n*Follow-ups: how did you learn it? what did you not do?*\n\n## The bread\n\n",
                 kBread, " They came at noon. I paid them from my own pocket.\n"),
             NoteFormat::Markdown) == "The heating | The bread");
}

TEST_CASE("narrative: what only is, is no event", "[narrative]") {
  CHECK(titles("1. What was the structure of the team?\nWe were 12 people: five at the desk, three "
               "in the stacks, two for the children, one caretaker, and myself as the lead of the "
               "whole lot.\n\n2. Your role?\nLead. I used to do the rota and half of the desk.\n")
            .empty());
  // A question that could be a label is one among the others.
  CHECK(
      titles(cat("## 1. What was the place?\n\nA library in a small town, with two rooms, a yard, "
                 "and 40 readers on a good day.\n\n## 2. What was your role?\n\nI ran the desk and "
                 "I kept the books.\n\n## 3. What was the hardest week?\n\n",
                 kHeating, "\n"),
             NoteFormat::Markdown) == "What was the hardest week?");
}

TEST_CASE("narrative: several deeds in one long sentence are an event", "[narrative]") {
  const auto found = [](std::string_view told) {
    return read_narratives(cat("# Notes\n\n## La grève\n\n", told, "\n")).stories.size();
  };
  const std::string scene =
      "En novembre 2022, le guichet était fermé et personne ne notait les rendez-vous. Ma "
      "directrice m'a confié la semaine. ";
  CHECK(found(cat(scene,
                  "J'ai ouvert un cahier, j'ai rappelé chaque lecteur, et j'ai demandé aux "
                  "collègues de vérifier la liste. À la fin, 40 rendez-vous étaient posés.")) == 1);
  CHECK(found(cat(scene, "La ville est petite et le guichet donne sur la place.")) == 0);
}

TEST_CASE("narrative: labels as terms of a list of definitions", "[narrative][labels]") {
  const std::string story =
      "## The well\n\nWhat happened\n: In May 2019 the well was dry.\n\nWhat I had to do\n: Find "
      "water "
      "by "
      "June.\n\nWhat I did\n: I drilled behind the barn.\n\nHow the farm fared\n: Water in "
      "June.\n\n";
  const std::vector<Narrative> stories =
      read_narratives(cat(story, story), NoteFormat::Markdown).stories;
  REQUIRE(stories.size() == 2);
  CHECK(label_letters(stories[0]) == "STAR");
}

TEST_CASE("narrative: a table of fields above what is told", "[narrative][layout]") {
  CHECK(
      titles(
          cat("# Bank\n\n## The heating\n\n| | |\n|---|---|\n| **Place** | Library |\n| **Year** | "
              "2021 |\n| **Tags** | #cold |\n| **Used at** | nowhere |\n\n",
              kHeating, " I keep the card in my desk. I bought a second timer.\n"),
          NoteFormat::Markdown) == "The heating");
}

TEST_CASE("narrative: titles between signs", "[narrative][layout]") {
  const Narratives notes = read_narratives(
      "--- the well ---\n[S] In May the well was dry.\n[T] I had to find water.\n[A] I "
      "drilled.\n[R] "
      "<fill>\n\n--- the barn ---\n[S] In June the barn leaked.\n[T] I had to keep the hay "
      "dry.\n[A] I "
      "laid a new roof.\n[R] Not one bale was lost.\n",
      NoteFormat::Plain);
  REQUIRE(notes.stories.size() == 2);
  CHECK(notes.stories[1].title_text == "the barn");
  CHECK(label_letters(notes.stories[0]) == "STAr");
  CHECK(label_letters(notes.stories[1]) == "STAR");
}

TEST_CASE("narrative: a request is answered by the title right below it", "[narrative][layout]") {
  const std::string told =
      "- S: In May the well was dry.\n- T: I had to find water.\n- A: I drilled.\n- R: We had "
      "water.\n\n";
  const Narratives notes = read_narratives(cat(
      "## Ownership\n\n> Tell me about a time you took on more.\n\n### The well\n\n", told,
      "## Speed\n\n> Tell me about a time you were fast.\n\n### The barn\n\n", told,
      "## Depth\n\n> Tell me about a time you dug deep.\n\n### The mill\n\n", told,
      "## Frugality\n\n> Tell me about a time you had to do more with less\n\ntbd\n\n## Trust\n\n> "
      "Tell me about a time you lost trust.\n"));
  CHECK(notes.stories.size() == 3);
  REQUIRE(notes.open_prompts.size() == 2);  // "tbd" is no answer
  CHECK_FALSE(notes.open_prompts[0].in_list);
  // A title of the same rank is that of another request.
  const Narratives beside = read_narratives(
      cat("## Ownership\n\n", told,
          "## Trust\n\nTell me about a time you lost trust.\n\n## Speed\n\n", told));
  CHECK(beside.open_prompts.size() == 1);
}

TEST_CASE("narrative: what is no request, and what answers one", "[narrative]") {
  const auto open = [](std::string_view notes) {
    return read_narratives(notes).open_prompts.size();
  };
  CHECK(open("# Notes\n\n(for \"walk me through something you built\")\n\n## Wells\n\nA list.\n") ==
        0);
  CHECK(open("# Notes\n\nAsk: how many wells? who digs them?\n") == 0);
  CHECK(open("# Notes\n\n### How do you find a leak?\n\n```bash\nss -ltnp\n```\n\n### What is a "
             "well?\n\nA "
             "hole.\n") == 0);
  // "Tell us about the team" asks for no event.
  const Narratives team = read_narratives(
      "# Notes\n\n**Tell us about the team.**\n\nI hire for calm. We do a role play: I am late and "
      "I want "
      "a boat. Most of them come back.\n\n**Tell me about the time you lost a boat.**\n\nI usually "
      "count them twice. I would never lose one.\n");
  for (const Narrative& story : team.stories) {
    CHECK(story.behavioural == (story.title_text.find("lost a boat") != std::string::npos));
  }
}

TEST_CASE("narrative: a short story answers a general question", "[narrative]") {
  CHECK(
      titles("### Did you ever improve a process?\n\nYes. Letters were handed out by whoever came "
             "first. I wrote a small table for it. Old letters went from 90 to 12 in two months.\n",
             NoteFormat::Markdown) == "Did you ever improve a process?");
}
