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
