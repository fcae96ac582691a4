// Several stories under one title, a request and its answer in one paragraph, and what short
// answers without labels say nothing of.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

std::vector<Narrative> read(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  return read_narratives(notes, format).stories;
}

std::string all(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  std::vector<std::string> out;
  for (const Narrative& story : read(notes, format)) {
    out.push_back(cat(story.title.empty() ? "" : story.title_text, "=", components(story)));
  }
  return join(out, " | ");
}

constexpr std::string_view kMill =
    "In May the mill stood still for a week and nobody knew why. I was asked to find the cause. I "
    "took the gears apart, drew each of them and found the crack. Since then it has run every day.";
constexpr std::string_view kFerry =
    "In our second season the ferry left late each morning. I counted the cars for ten days and "
    "moved the ticket booth to the road. It now leaves on the minute.";
constexpr std::string_view kKeys =
    "In my first week the keys of the museum were lost. I called the guard at home, slept in the "
    "hall and changed two locks myself.";

}  // namespace

TEST_CASE("narrative: each titled paragraph or item tells its own story", "[narrative][layout]") {
  const std::array<std::string_view, 4> layouts = {"**$T:** $B\n\n", "- **$T** – $B\n",
                                                   "1. *$T:* $B\n", "- $T: $B\n"};
  const std::array<std::pair<std::string_view, std::string_view>, 3> stories = {
      {{"The mill", kMill}, {"The ferry", kFerry}, {"The keys", kKeys}}};
  for (const std::string_view layout : layouts) {
    std::string notes = "# Examples\n\n";
    for (const auto& [title, body] : stories) {
      std::string entry(layout);
      entry.replace(entry.find("$T"), 2, title);
      entry.replace(entry.find("$B"), 2, body);
      notes += entry;
    }
    CAPTURE(layout);
    CHECK(all(notes) == "The mill=STAR | The ferry=SAR | The keys=SA");
  }
}

TEST_CASE("narrative: paragraphs are stories of their own where each opens one",
          "[narrative][layout]") {
  CHECK(all(cat("# Notes\n\n", kMill, "\n\n", kFerry, "\n\n", kKeys, "\n")) ==
        "=STAR | =SAR | =SA");
  // One that goes on in its next paragraph is one.
  CHECK(read(cat("# The mill\n\n", kMill, "\n\nThe miller gave me his old cap. I wear it still.\n"))
            .size() == 1);
  // So is an answer in points.
  CHECK(read("## Tell me about a time you were late\n\n- In May I missed the ferry. I was alone.\n"
             "- In my panic I called the harbour. They laughed.\n- I rowed. It took an hour.\n")
            .size() == 1);
  // Points about work are no stories.
  CHECK(read("# Work\n\n- **Harbour office**: led the night desk, cut the queue. Trained four "
             "clerks and wrote their handbook for the new desk.\n- **Mill**: repaired gears. Kept "
             "the books and ordered grain for three mills at a time.\n")
            .empty());
}

TEST_CASE("narrative: the last of several titled paragraphs ends as the others do",
          "[narrative][layout]") {
  const std::string notes =
      cat("# Examples\n\n**The mill.** ", kMill, "\n\n**The ferry.** ", kFerry, "\n\n");
  const auto last_end = [](const std::string& all) {
    const std::vector<Narrative> stories = read(all);
    REQUIRE(stories.size() == 2);
    return stories[1].span.end;
  };
  const std::uint32_t end = last_end(notes);
  CHECK(last_end(notes + "You cannot hurry a miller. Always bring bread.\n") == end);
  CHECK(last_end(notes + "---\n\nAnd if they ask: I like the sea.\n") == end);
}

TEST_CASE("narrative: paragraphs under dates", "[narrative][layout]") {
  const std::string notes = cat(
      "3 May 2019\n", kMill, "\n\n9 June 2020\n", kFerry,
      "\n\n2 July 2021\nThe fair had lost half of its stalls in two years, and the mayor looked at "
      "me for a long time. In autumn there were sixty of them again.\n\nThings I believe. You "
      "cannot hurry a miller.\n");
  CHECK(all(notes, NoteFormat::Plain).find("2 July 2021=") != std::string::npos);
  CHECK(read(notes, NoteFormat::Plain).size() == 3);
}

TEST_CASE("narrative: an untitled story is called by its first words", "[narrative]") {
  const std::vector<Narrative> stories =
      read(cat("# Notes\n\n", kMill, "\n\n", kFerry, "\n\n", kKeys, "\n"));
  REQUIRE(stories.size() == 3);
  CHECK(stories[2].title.empty());
  CHECK(stories[2].title_text == "In my first week the keys of …");
}

TEST_CASE("narrative: a request and its answer in one paragraph", "[narrative][layout]") {
  const std::string notes =
      cat("Tell me about yourself. I have kept mills for ten years.\n\n",
          "Tell me about a time you had to find a fault. ", kMill, "\n\n",
          "Can you describe a conflict with a colleague? The miller wanted to sell the wheel. I "
          "showed him the books of three years.\n");
  const std::vector<Narrative> stories = read(notes, NoteFormat::Plain);
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Tell me about a time you had to find a fault");
  CHECK(notes.substr(stories[0].prompt.begin, stories[0].prompt.size()) == stories[0].title_text);
  CHECK(components(stories[0]) == "STAR");
  CHECK(stories[0].behavioural);
  CHECK(components(stories[1]) == "SA");
  CHECK(read_narratives(notes, NoteFormat::Plain).open_prompts.empty());
}

TEST_CASE("narrative: a request with its answer behind a colon is answered", "[narrative]") {
  const auto found = read_narratives(
      "A time you were stubborn: The board turned the bridge down twice. I drew it again with the "
      "ferryman, and they built it in spring.\n",
      NoteFormat::Plain);
  CHECK(found.open_prompts.empty());
  REQUIRE(found.stories.size() == 1);
  CHECK_FALSE(found.stories[0].hypothetical);
}

TEST_CASE("narrative: an act behind 'I' is an event, whatever else its word may be",
          "[narrative]") {
  const auto answered = [](std::string_view answer) {
    return read(cat("**Tell me about a time you improved something.**\n", answer, "\n"));
  };
  for (const std::string_view told :
       {"I automated the weighing of the sacks.", "We shared one key until the summer.",
        "I managed both mills that year, and needed no third."}) {
    CAPTURE(told);
    const std::vector<Narrative> stories = answered(told);
    REQUIRE(stories.size() == 1);
    CHECK_FALSE(stories[0].hypothetical);
  }
  const std::vector<Narrative> general =
      answered("I would always want an automated scale, a shared key and managed stores.");
  REQUIRE(general.size() == 1);
  CHECK(general[0].hypothetical);
  CHECK(answered("Yes, once, for two years.").empty());
}

TEST_CASE("narrative: a short answer that says nothing of its task or end lacks it",
          "[narrative]") {
  struct Case {
    std::string_view answer;
    std::string_view has;
  };
  const Case cases[] = {
      {"The clerk would not sign. I sat with him for an hour and read the form aloud.", "SA"},
      {"The clerk would not sign. I sat with him for an hour and read the form aloud. He signed.",
       "SAR"},
      {"The clerk would not sign. It was my job to get the form out by noon. I read it aloud.",
       "STA"},
      {"- the clerk would not sign\n- called his sister, fetched her from the fair, read the form",
       "SA"},
      {"The clerk would not sign. I read the form aloud. Not one form was late that week.", "SAR"},
      {"The clerk would not sign. I read the form aloud. I learned that clerks like company.",
       "SA"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.answer);
    const std::vector<Narrative> stories =
        read(cat("## Tell me about a time you were patient\n\n", one.answer, "\n"));
    REQUIRE(stories.size() == 1);
    CHECK(components(stories[0]) == one.has);
  }
}

TEST_CASE("narrative: what went well in a retrospective is no story", "[narrative]") {
  const std::string_view points =
      "## What went well\n\n- we moved the desk\n- I fixed the bell\n- we met on time\n";
  CHECK(read(cat("# Sprint 9 retro\n\n", points)).empty());
  CHECK(read(cat("# My week at the desk\n\n", points)).size() == 1);
}

TEST_CASE("narrative: numbered marks and initials in bold", "[narrative][layout]") {
  const Narratives sheet = read_narratives(
      "Q1. A time you were late?\nA1. In May I missed the ferry. I rowed and was there by nine.\n\n"
      "Q2. A time you were lost?\nA2.\n");
  CHECK(sheet.stories.size() == 1);
  CHECK(sheet.open_prompts.size() == 1);
  const std::vector<Narrative> card = read(
      "### The fair\n\n**C**ontext: our tent was gone.\n**A**ction:\n**R**esult: …\n"
      "**L**earning: count the poles.\n");
  REQUIRE(card.size() == 1);
  CHECK(label_letters(card[0]) == "SarL");
}

TEST_CASE("narrative: an answer behind any question in bold type", "[narrative][layout]") {
  const std::vector<Narrative> stories = read(
      "## Harbour office (2018-2020)\n\nTwo desks, one phone.\n\n"
      "**Why did you leave?** The office was closed.\n\n"
      "**What went wrong there?** Our first list left out the small boats. Nine of them came back "
      "at "
      "noon. I rang each owner and drew a list by length.\n");
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].title_text == "What went wrong there?");
  CHECK(components(stories[0]) == "SA");
}

TEST_CASE("narrative: points under a bare head", "[narrative][layout]") {
  CHECK(all("- Biggest mistake\n  - the ferry was full in May\n  - I booked forty seats twice\n"
            "  - called each of them the same night\n") == "Biggest mistake=SA");
  // Those of a résumé tell no story.
  CHECK(all("- Leadership\n  - led the night desk\n  - trained four clerks\n").empty());
  CHECK(all("- Took part in hiring, with influence and leadership\n  - met forty clerks\n"
            "  - wrote their handbook\n")
            .empty());
}

TEST_CASE("narrative: titles of the author's own between labels stand for what no label names",
          "[narrative][labels]") {
  const std::string_view opening = "### The mill\n\n*Situation:* The wheel stood still.\n";
  const std::string_view moves = "*My moves:* Took it apart by night.\n";
  const std::string_view wish = "*What they hoped for:* Bread on Sunday.\n";
  const std::string_view ending = "*Result:* Bread on Sunday.\n";
  CHECK(all(cat(opening, wish, moves, ending)) == "The mill=STAR");
  CHECK(all(cat(opening, moves, ending)) == "The mill=SAR");
  CHECK(all(cat(opening, ending)) == "The mill=SR");
}

TEST_CASE("narrative: a title over the next story is no Result of the last", "[narrative]") {
  const std::vector<Narrative> stories = read(
      "Theme: the mill\nSituation - the wheel stood still\nTask - get it to turn\n"
      "Action - I took it apart\nResult -\n\n"
      "Theme: the ferry\nSituation - it left late\nTask - get it to leave on time\n"
      "Action - I moved the booth\nResult - it leaves on the minute\n");
  REQUIRE(stories.size() == 2);
  CHECK(label_letters(stories[0]) == "STAr");
  CHECK(label_letters(stories[1]) == "STAR");
}

TEST_CASE("narrative: a plan under titles is no story", "[narrative]") {
  CHECK(read("# Third quarter\n\n## Objectives\n- late boats below five\n\n## Results\n- late "
             "boats at six\n\n## Actions\n- a new booth (Lea)\n")
            .empty());
}

TEST_CASE("narrative: requests and prose in Japanese", "[narrative][language]") {
  CHECK(
      all("## "
          "失敗した経験\n2019年、港で船の予約を二重に受けてしまいました。私は夜までに全員に連絡する"
          "必要がありました。私は一人ずつ電話し、別の船を手配しました。その結果、全員が翌日に出発し"
          "ました。\n") == "失敗した経験=STAR");
  CHECK(read("## 志望動機\n海が好きで、三年間港で働きました。\n").empty());
}

TEST_CASE("narrative: a short line over its paragraph is a title", "[narrative][layout]") {
  std::string notes = "Examples of mine\n\n";
  notes += cat("The mill\n", kMill, "\n\nThe ferry\n", kFerry, "\n\nThe keys\n", kKeys, "\n");
  CHECK(all(notes, NoteFormat::Plain) == "The mill=STAR | The ferry=SAR | The keys=SA");
}

TEST_CASE("narrative: bold letters before a full-width colon, and hints left in brackets",
          "[narrative][labels]") {
  const auto letters = [](std::string_view notes) {
    std::vector<std::string> out;
    for (const Narrative& story : read(notes)) out.push_back(label_letters(story));
    return join(out, " ");
  };
  CHECK(letters("## 渡口\n\n- **S**：2023年渡口每天晚点\n- **T**：我负责三周内解决\n"
                "- **A**：我把售票亭移到路边\n- **R**：一周后准点了\n") == "STAR");
  CHECK(letters(
            "**Question:** Tell me about a fix.\n\n**S** (Where? When?)\nThe mill stood still.\n\n"
            "**T** (Your duty?)\nI had to find out why.\n\n**A** (What did you do?)\nI took it "
            "apart.\n\n**R** (What came of it? Numbers!)\n") == "STAr");
  CHECK(letters(
            "1. **The mill**\n   S: the wheel stood. T: get it to turn. A: I took it apart. R: it "
            "turns.\n2. **The ferry**\n   S: it left late. A: I moved the booth. R: ???\n") ==
        "STAR SAr");
}

TEST_CASE("narrative: requests and prose in Italian", "[narrative][language]") {
  CHECK(
      all("## Mi racconti di una volta in cui ha gestito un guasto\nNel 2018 il mulino era fermo. "
          "Dovevo farlo ripartire entro domenica. Ho smontato la ruota e ho chiamato un fabbro. Da "
          "allora gira ogni giorno.\n\n## Mi parli di un errore\nHo venduto due volte gli stessi "
          "posti. Ho chiamato tutti la sera stessa e ho scritto un avviso.\n") ==
      "Mi racconti di una volta in cui ha gestito un guasto=STAR | Mi parli di un errore=SA");
}

TEST_CASE("narrative: titled paragraphs tell stories beside a list", "[narrative][layout]") {
  const std::vector<Narrative> stories =
      read_narratives(
          "to bring:\n- the map\n- two pens\n\nSTORY A (mill)\nThe mill lost its water in 2018 and "
          "the farmer sued. I walked the race and cut the gate free that night.\n\nSTORY B (oven)\n"
          "Our oven cracked the week before Easter and we had orders. I asked the bakery next door "
          "for "
          "two hours a night.\n",
          NoteFormat::Plain)
          .stories;
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "STORY A (mill)");
}

TEST_CASE("narrative: numbered tellings under one title are stories of their own",
          "[narrative][layout]") {
  CHECK(
      read("OLD STORIES FROM THE DEPOT - use them?\?\n\n1. Ice on the hill road in January 2021. "
           "Three "
           "of the drivers were ill\non the same day. I rang the retired ones, and I put the "
           "chains on "
           "with\nthem. Nobody slid. The mayor came by.\n\n2. Had two apprentices in the spring, "
           "both "
           "afraid of the biggest bus we\nhad. Sat with them in the yard on a Sunday and let them "
           "reverse it. I\nthink they got a lot out of it.\n\n3. Complaint, a mother with a pram "
           "who was "
           "left standing in the rain. I\nwas the one on duty, so I rang her at home. She took the "
           "free "
           "ticket\nand she wrote us a card in May.\n\n4. mentioned in the town paper 3 times "
           "(2021-22)\n",
           NoteFormat::Plain)
          .size() == 3);
}

TEST_CASE("narrative: paragraphs with bold heads tell stories beside one that is asked for",
          "[narrative][layout]") {
  const std::vector<Narrative> stories = read(
      "# What I told the board\n\nBoard: two teachers, one parent. An hour each.\n\n"
      "**The flood.** Told the one with the boats.\n\nThe river came over the wall in the "
      "night of the fair. I was the warden. I had Piet open the hall and I rowed the band "
      "home.\n\nNobody was hurt.\n\n"
      "**Convince somebody.** The new choir book. The choir had no wish for it, and I had to get "
      "them to one page of it. I sang one page of it each week and I asked them nothing.\n\n"
      "**Tell us about a time you failed at something.** In 2019 I lost the key of the organ. "
      "I climbed in by the window and we played an hour late.\n\n"
      "**A hard colleague.** Jan. Jan sang flat when he was tired. I put him by the window and I "
      "brought him coffee. He sings there to this day.\n\n"
      "**Asked them:** who pays, who sings, who sweeps\n");
  REQUIRE(stories.size() == 4);
  CHECK(stories[1].title_text.starts_with("Convince somebody"));
  CHECK(stories[3].title_text.starts_with("A hard colleague"));
}

TEST_CASE("narrative: stories of one post stand beside those of the next", "[narrative]") {
  const auto note = [](std::string_view last) {
    return cat("* Ferry company (2017-2021)\n** The dry dock\n   ", kMill, "\n** The mill\n   ",
               kMill, "\n* Town hall (2021)\n** The school soup\n   ", last, "\n");
  };
  CHECK(
      read(
          note("The kitchen threw away soup because nobody knew how many children would come. The "
               "aim was to have the number by ten. I made a page where the teachers press a figure "
               "and no more than that, without a name or a password. It felt like they liked it."),
          NoteFormat::Org)
          .size() == 3);
}
