// Stories and requests in tables whose columns name no parts, or name them by letters.
#include <string>
#include <string_view>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

std::string letters_of(std::string_view notes) {
  std::vector<std::string> out;
  for (const Narrative& story : read_narratives(notes).stories) out.push_back(label_letters(story));
  return join(out, " ");
}

}  // namespace

TEST_CASE("narrative: columns may be named by letters", "[narrative][layout]") {
  CHECK(
      letters_of("| # | Story | S | T | A | R |\n|---|---|---|---|---|---|\n"
                 "| 1 | Ferry | 40 pupils stood on the pier | home by dark | I phoned the coach "
                 "firm and rode along | all home by 18:40 |\n"
                 "| 2 | Till | the till book was gone | | I rebuilt it from receipts | TBD |\n") ==
      "STAR StAr");
  CHECK(letters_of("| Story | C | A | R |\n|---|---|---|---|\n"
                   "| Till | the till book was gone | I rebuilt it from receipts | found |\n") ==
        "SAR");
  CHECK(letters_of("| Story | Situation / Task | Action | Result |\n|---|---|---|---|\n"
                   "| Till | the book was gone and I had to have it by noon | I rebuilt it from "
                   "receipts | found |\n") == "STAR");
  CHECK(letters_of("| S | in May we lost nine customers |\n|---|---|\n| T | win them back |\n"
                   "| A | I rode the round and asked every house |\n| R | seven came back |\n") ==
        "STAR");
}

TEST_CASE("narrative: letters that spell no framework name no columns", "[narrative][layout]") {
  CHECK(letters_of("| Answer | A | B | C |\n|---|---|---|---|\n"
                   "| first | I took the van | I took the train | I walked |\n")
            .empty());
  CHECK(letters_of("A: the van\n\nB: the train\n\nC: on foot\n").empty());
}

TEST_CASE("narrative: a table of requests and answers", "[narrative][layout]") {
  const Narratives read = read_narratives(
      "| Question | My answer |\n|---|---|\n"
      "| Tell me about a time you solved a conflict | Two leads argued about the press. I sat down "
      "with both and we agreed on hours. It has run ever since. |\n"
      "| Describe a failure | |\n"
      "| Tell me about a time you went the extra mile | TODO |\n"
      "| What is a press? | A machine. |\n");
  REQUIRE(read.stories.size() == 1);
  CHECK(read.stories[0].title_text == "Tell me about a time you solved a conflict");
  CHECK(read.stories[0].behavioural);
  CHECK(read.stories[0].has(Slot::Action));
  CHECK(read.open_prompts.size() == 2);
}

TEST_CASE("narrative: a table that answers nothing is a list of questions", "[narrative]") {
  const Narratives read = read_narratives(
      "| Question | Level |\n|---|---|\n| Tell me about a time you failed | hard |\n"
      "| Describe a conflict | |\n");
  CHECK(read.stories.empty());
  CHECK(read.open_prompts.empty());
}

TEST_CASE("narrative: a column of themes asks, too", "[narrative][layout]") {
  CHECK(read_narratives("| Competency | Example |\n|---|---|\n"
                        "| Teamwork | The ramp froze. I asked the buyers for salt and we sailed at "
                        "nine. |\n| Initiative | I labelled 240 jackets on my free Sunday. |\n"
                        "| Conflict | tbd |\n")
            .stories.size() == 2);
}

TEST_CASE("narrative: named rows that each tell an event", "[narrative][layout]") {
  const std::string_view head = "| Theme | Notes |\n|---|---|\n";
  CHECK(
      read_narratives(cat(head,
                          "| Ferry | The boat was cancelled. I phoned the coach firm, split the "
                          "pupils by village and rode with the last bus. |\n"
                          "| Till | The book was gone. I rebuilt it from receipts with two clerks "
                          "in one night and checked each sum. |\n"))
          .stories.size() == 2);
  CHECK(read_narratives(cat(head,
                            "| Ferry | a boat that carries people and cars |\n"
                            "| Till | a drawer in which the money of the day is kept |\n"))
            .stories.empty());
}
