// Interviews written down turn by turn, and what others remark on a story between its lines.
#include <string>
#include <string_view>

#include "narrative_reader.h"

using namespace starlint;

namespace {

// The same interview as each writer sets it down: $A asks, $B answers.
constexpr std::string_view kInterview[][2] = {
    {"A", "Tell me about a time you changed somebody's mind."},
    {"B", "In May 2019 the verger wanted to sell the old bells. I asked him for one month."},
    {"A", "And then?"},
    {"B", "I let the school ring them each Friday, and the parish voted to keep them."},
    {"A", "Good. Tell me about a mistake you made."},
    {"B", "I usually plan ahead. I would always ask somebody first."},
    {"A", "How did that go over with the verger?"},
    {"B", "He laughs about it."},
    {"A", "Tell me about a time you led others."},
};

struct Setting {
  std::string_view name;
  std::string_view asks;
  std::string_view answers;
};

constexpr Setting kSettings[] = {
    {"names", "Ruth: ", "Ben: "},
    {"bold names", "**Ruth:** ", "**Ben:** "},
    {"time stamps", "[00:02:10] Ruth: ", "[00:02:24] Ben: "},
    {"dates and times", "[2022-05-03 18:02] Ruth: ", "[2022-05-03 18:04] Ben: "},
    {"stamps of a chat", "3/5/22, 18:02 - Ruth: ", "3/5/22, 18:04 - Ben: "},
    {"times behind names", "Ruth (00:02): ", "Ben (00:03): "},
    {"times alone behind names", "Ruth Hale  0:02\n", "Ben  0:03\n"},
    {"numbers", "Speaker 1  00:03\n", "Speaker 2  00:09\n"},
    {"roles", "Ruth (panel): ", "Ben (candidate): "},
    {"known marks", "Interviewer: ", "Me: "},
    {"bullets", "- Ruth: ", "- Ben: "},
};

}  // namespace

TEST_CASE("narrative: a conversation is read turn by turn", "[narrative][layout]") {
  for (const Setting& setting : kSettings) {
    CAPTURE(setting.name);
    std::string notes = "Practice with Ruth\n\n";
    for (const auto& turn : kInterview) {
      notes += cat(turn[0] == "A" ? setting.asks : setting.answers, turn[1], "\n\n");
    }
    const Narratives read = read_narratives(notes, NoteFormat::Plain);
    CHECK(titles(read) ==
          "Tell me about a time you changed somebody's mind. | "
          "Good. Tell me about a mistake you made. (general)");
    REQUIRE(read.stories.size() == 2);
    CHECK(read.stories[0].has(Slot::Action));
    CHECK(read.stories[0].has(Slot::Result));
    CHECK(read.stories[1].parts.empty());
    REQUIRE(read.open_prompts.size() == 1);
  }
}

TEST_CASE("narrative: fields in front of colons are no conversation", "[narrative]") {
  const Narratives read = read_narratives(
      "Mill: Halden\n\nYear: 2019\n\nWhat was it? Mill: a saw\n\nMill: Orby\n\nYear: 2021\n",
      NoteFormat::Plain);
  CHECK(read.stories.empty());
}

TEST_CASE("narrative: what a coach remarks belongs to no part", "[narrative][layout]") {
  const std::string_view remarks[] = {"> Coach: what came of it?",     "> Lea: and the figures?",
                                      "Coach: what came of it?",       "(Note to self: ask Lea)",
                                      "*Comment from Lea: how many?*", "<- too thin"};
  for (const std::string_view remark : remarks) {
    CAPTURE(remark);
    const Narratives read = read_narratives(
        cat("## The flooded archive\n\n**Situation:** In June a pipe burst over our maps.\n",
            "**Task:** I had to save what could be saved by Monday.\n\n", remark, "\n\n",
            "**Action:** I laid 300 maps on the floor of the gym.\n\n**Result:**\n", remark, "\n"));
    REQUIRE(read.stories.size() == 1);
    CHECK(label_letters(read.stories[0]) == "STAr");
  }
}

TEST_CASE("narrative: what closes a letter tells nothing", "[narrative][layout]") {
  const std::string_view closings[] = {"Best regards,\nTom", "Kind regards, Tom", "Thanks!\n\nTom",
                                       "See you on the 12th,\nTom H.", "Viele Grüße\nTom"};
  for (const std::string_view closing : closings) {
    CAPTURE(closing);
    const Narratives read = read_narratives(
        cat("Hi Lea,\n\nhere is mine.\n\nS: In May 2019 the boiler of the school failed.\n"
            "T: I had to keep 200 pupils warm.\nA: I rented four heaters.\nR:\n\n",
            closing, "\n"),
        NoteFormat::Plain);
    REQUIRE(read.stories.size() == 1);
    CHECK(label_letters(read.stories[0]) == "STAr");
  }
}
