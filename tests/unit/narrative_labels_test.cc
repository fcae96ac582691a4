#include <string>
#include <vector>

#include "narrative_reader.h"

using namespace starlint;

namespace {

std::vector<Narrative> read(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  return read_narratives(notes, format).stories;
}

std::string only_story(std::string_view notes, NoteFormat format = NoteFormat::Markdown) {
  const std::vector<Narrative> stories = read(notes, format);
  if (stories.size() != 1) return cat(unsigned(stories.size()), " stories");
  return label_letters(stories[0]);
}

struct Layout {
  std::string_view name;
  // A component as it is laid out; $L is its label, $B its body.
  std::string_view component;
};

constexpr std::string_view kBodies[] = {
    "At Halden Shipping our nightly import failed twice a week.",
    "I had to make it dependable before the audit in May.",
    "I split the import into batches and added a retry queue.",
    "As a result failures fell from 8 a month to none."};

std::string lay_out(std::string_view component, const std::vector<std::string_view>& labels) {
  std::string out = "# The import\n\n";
  for (std::size_t i = 0; i < labels.size(); ++i) {
    std::string one(component);
    one.replace(one.find("$L"), 2, labels[i]);
    one.replace(one.find("$B"), 2, kBodies[i]);
    out += one;
  }
  return out;
}

}  // namespace

TEST_CASE("narrative: labels in every layout") {
  const std::vector<std::string_view> star = {"Situation", "Task", "Action", "Result"};
  const std::string_view layouts[] = {
      "$L: $B\n",
      "$L: $B\n\n",
      "**$L:** $B\n\n",
      "**$L**: $B\n",
      "**$L.** $B\n\n",
      "**$L** $B\n\n",
      "**$L**\n$B\n\n",
      "**$L**\n\n$B\n\n",
      "__$L:__ $B\n\n",
      "*$L:* $B\n\n",
      "- $L: $B\n",
      "- **$L:** $B\n",
      "* **$L** — $B\n",
      "• $L - $B\n",
      "1. **$L:** $B\n",
      "1) $L: $B\n",
      "- **$L**:\n  - $B\n",
      "$L:\n  $B\n",
      "$L:\n\t- $B\n",
      "## $L\n$B\n\n",
      "## $L\n\n$B\n\n",
      "### **$L**\n\n- $B\n\n",
      "##$L\n$B\n\n",
      "## 1. $L\n\n$B\n\n",
      "[$L] $B\n\n",
      "[$L]: $B\n\n",
      "【$L】$B\n\n",
      "🎯 **$L:** $B\n\n",
      "### ✅ **$L**\n\n$B\n\n---\n\n",
      "**$L (30s):** $B\n\n",
      "$L (20 %): $B\n\n",
      "> **$L:** $B\n>\n",
      "> $L\n> $B\n\n",
      "$L - $B\n\n",
      "$L – $B\n\n",
      "$L：$B\n\n",
      "The $L: $B\n\n",
      "$L\n=====\n$B\n\n",
      "$L\n-----\n$B\n\n",
      "- [ ] $L: $B\n",
  };
  for (const std::string_view layout : layouts) {
    CAPTURE(std::string(layout));
    const std::string notes = lay_out(layout, star);
    CHECK(only_story(notes) == "STAR");
    std::string crlf;
    for (const char c : notes) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(only_story(crlf) == "STAR");
  }
}

TEST_CASE("narrative: letters are labels where three of a framework stand together") {
  const std::string_view layouts[] = {"S: $B\n", "**S** — $B\n", "- **S:** $B\n",
                                      "S) $B\n", "(S) $B\n",     "S - $B\n"};
  for (const std::string_view layout : layouts) {
    std::string notes = "# The import\n\n";
    constexpr std::string_view kLetters = "STAR";
    for (std::size_t i = 0; i < 4; ++i) {
      std::string one(layout);
      one.replace(one.find('S'), 1, 1, kLetters[i]);
      one.replace(one.find("$B"), 2, kBodies[i]);
      notes += one;
    }
    CAPTURE(notes);
    CHECK(only_story(notes) == "STAR");
  }
  CHECK(read("Q: What is a closure?\nA: A function with its scope.\n").empty());
}

TEST_CASE("narrative: a label beside its letter") {
  for (const std::string_view form :
       {"S (Situation)", "Situation (S)", "S - Situation", "**S**ituation"}) {
    CAPTURE(std::string(form));
    const std::string notes =
        cat("# X\n\n- **", form, ":** ", kBodies[0], "\n- **Task:** ", kBodies[1],
            "\n- **Action:** ", kBodies[2], "\n- **Result:** ", kBodies[3], "\n");
    if (form[0] == '*') continue;
    CHECK(only_story(notes) == "STAR");
  }
}

TEST_CASE("narrative: labels in every language give the same parts") {
  const std::vector<std::string_view> languages[] = {
      {"Situation", "Task", "Action", "Result"},
      {"Situación", "Tarea", "Acción", "Resultado"},
      {"Situation", "Aufgabe", "Handlung", "Ergebnis"},
      {"Situation", "Tâche", "Action", "Résultat"},
      {"Situação", "Tarefa", "Ação", "Resultado"},
      {"स्थिति", "कार्य", "कार्रवाई", "परिणाम"},
      {"sthiti", "karya", "kadam", "parinaam"},
      {"情境", "任务", "行动", "结果"},
      {"情境", "任務", "行動", "結果"},
      {"状況", "課題", "行動", "結果"}};
  for (const std::vector<std::string_view>& labels : languages) {
    CAPTURE(std::string(labels[1]));
    CHECK(only_story(lay_out("**$L:** $B\n\n", labels)) == "STAR");
    CHECK(only_story(lay_out("## $L\n\n$B\n\n", labels)) == "STAR");
    CHECK(only_story(lay_out("- $L: $B\n", labels)) == "STAR");
  }
}

TEST_CASE("narrative: an empty label and a placeholder are not filled") {
  const std::string head = cat("# X\n\n**Situation:** ", kBodies[0], "\n\n**Task:** ", kBodies[1],
                               "\n\n**Action:** ", kBodies[2], "\n\n");
  for (const std::string_view empty :
       {"**Result:**\n", "**Result:** \n\n---\n", "**Result:** TODO\n", "**Result:** ...\n",
        "**Result:** [what came of it]\n", "**Result:**\n- TBD\n",
        "**Result:** _Fill in: numbers._\n", "**Result:** <outcome>\n", "**Result:** ____\n"}) {
    CAPTURE(std::string(empty));
    CHECK(only_story(cat(head, empty)) == "STAr");
  }
}

TEST_CASE("narrative: legends and ordinary lists are no stories") {
  CHECK(
      read("# STAR\n\n- **Situation**: describe what was going on\n- **Task**: what you had to do\n"
           "- **Action**: explain what you did\n- **Result**: quantify the outcome\n")
          .empty());
  CHECK(read("# Tickets\n\n- Problem: disk full\n- Solution: add a disk\n").empty());
  CHECK(read("# Notes\n\nTask: buy milk\n\nGoal: be healthy\n").empty());
}

TEST_CASE("narrative: several stories under one heading") {
  const std::string notes = cat(
      "# Stories\n\n## One\n\nS: ", kBodies[0], "\nT: ", kBodies[1], "\nA: ", kBodies[2],
      "\nR: ", kBodies[3], "\n\n## Two\n\nSituation: ", kBodies[0], "\nAction: ", kBodies[2], "\n");
  const std::vector<Narrative> stories = read(notes);
  REQUIRE(stories.size() == 2);
  CHECK(label_letters(stories[0]) == "STAR");
  CHECK(label_letters(stories[1]) == "SA");
  CHECK(stories[1].title_text == "Two");
}

TEST_CASE("narrative: the framework follows from the labels") {
  const auto framework = [](std::string_view notes) {
    const std::vector<Narrative> stories = read(notes);
    return stories.size() == 1 ? narrative_rules().frameworks.frameworks[stories[0].framework].id
                               : "none";
  };
  const auto story = [](const std::vector<std::string_view>& labels) {
    std::string out = "# X\n\n";
    for (std::size_t i = 0; i < labels.size(); ++i) {
      out += cat("**", labels[i], ":** ", kBodies[i % 4], "\n\n");
    }
    return out;
  };
  CHECK(framework(story({"Situation", "Task", "Action", "Result"})) == "STAR");
  CHECK(framework(story({"Situation", "Action", "Result"})) == "STAR");
  CHECK(framework(story({"Challenge", "Action", "Result"})) == "CAR");
  CHECK(framework(story({"Problem", "Action", "Result"})) == "PAR");
  CHECK(framework(story({"Scenario", "Action", "Result"})) == "SAR");
  CHECK(framework(story({"Scenario", "Action"})) == "SAR");
  CHECK(framework(story({"Situation", "Task", "Action", "Result", "Learning"})) == "STARL");
  CHECK(framework(story({"Situation", "Obstacle", "Action", "Result"})) == "SOAR");
  CHECK(framework(story({"Technical Failure", "Cause", "Rectification", "Key Learning"})) ==
        "FCRL");
}

TEST_CASE("narrative: labels in the author's own words are known by their place",
          "[narrative][labels]") {
  const auto stories = [](const std::vector<std::string_view>& labels) {
    std::vector<std::string> out;
    for (const Narrative& story :
         read(lay_out("**$L** $B\n\n", labels) + lay_out("**$L** $B\n\n", labels))) {
      out.push_back(label_letters(story));
    }
    return join(out, " ");
  };
  CHECK(stories({"Where I stood", "What they were after", "What I did", "What it came to"}) ==
        "STAR STAR");
  CHECK(stories({"Where all of it started off", "My task", "What I did", "How that played out"}) ==
        "STAR STAR");
  // With a Result of its own the file has no other word for it, and what is no clause is no label.
  CHECK(stories({"Situation", "Task", "What I did", "Tools used"}) == "STA STA");
}

TEST_CASE("narrative: counted headings are no letters of components", "[narrative][labels]") {
  CHECK(only_story("## A. Field work\n\n**Situation:** In May the well was dry.\n\n**Task:** I had "
                   "to find water.\n\n**Action:** I drilled behind the barn.\n\n**Result:** We had "
                   "water in June.\n\n## B. Hobbies\n\nChess, and walks by the sea.\n") == "STAR");
  const std::string star =
      lay_out("**$L:** $B\n\n", {"Situation", "Task", "Action", "Result"}).substr(12);
  const std::vector<Narrative> two = read("## A" + star + "## B" + star);
  REQUIRE(two.size() == 2);
  CHECK(label_letters(two[0]) == "STAR");
}

TEST_CASE("narrative: a field in a table above the story is no part of it", "[narrative][labels]") {
  CHECK(
      only_story("# The stock count\n\n| Assignment | count everything |\n|---|---|\n| Stock | 300 "
                 "tools |\n\n**Situation.** In May 2022 nobody knew our stock.\n\n**Task.** I had "
                 "to hand in a list.\n\n**Action.** I counted shed by shed.\n\n**Result.** The "
                 "buyer found 59 of 60 tools.\n") == "STAR");
  CHECK(
      only_story("# Interview\n\n## What I would tell\n\n### The leaking roof\n\n**Situation:** In "
                 "May 2022 the roof leaked.\n\n**Task:** I had to keep the books dry.\n\n"
                 "**Action:** I moved 900 books.\n\n**Result:** None got wet.\n") == "STAR");
}

TEST_CASE("narrative: columns of words, of which the first and the last are known",
          "[narrative][labels]") {
  const std::string whole =
      "  Setting   A hearing in 2017 in which the judge spoke without a pause.\n"
      "  Duty      I had to say all of it in Tigrinya.\n"
      "  Way       I raised my hand and asked for sentences.\n";
  const std::string ending = "  Ending    She gave me sentences, and does so to this day.\n";
  const std::vector<Narrative> cases =
      read(cat("Case one\n", whole, ending, "\nCase two\n", whole, "\nCase three\n", whole, ending),
           NoteFormat::Plain);
  REQUIRE(cases.size() == 3);
  CHECK(label_letters(cases[0]) == "STAR");
  CHECK(label_letters(cases[1]) == "STA");
  CHECK(label_letters(cases[2]) == "STAR");
}

TEST_CASE("narrative: two parts under one label, joined by a word", "[narrative][labels]") {
  CHECK(only_story("## The mill\n\n**Situation and task:** The mill stood still and I had to find "
                   "out why.\n\n**Action:** I took it apart.\n\n**Result:** It turns.\n") ==
        "STAR");
  CHECK(only_story("## Das Lager\n\n**Situation und Aufgabe:** Im Lager fehlten 300 Paletten und "
                   "ich sollte den Grund finden.\n\n**Vorgehen:** Ich habe die Lieferscheine "
                   "verglichen.\n\n**Ergebnis:** 280 Paletten waren wieder da.\n") == "STAR");
}

TEST_CASE("narrative: an open label tells a deed", "[narrative][labels]") {
  CHECK(only_story("## The mill\n\n**What was going on:** The mill stood still.\n\n**What I "
                   "wanted:** To have it turn by noon.\n\n**What I then tried out:** I took it "
                   "apart.\n\n**What came of it:** It turns.\n") == "STAR");
  CHECK(read("# Me\n\n**What I like:** Long walks and old maps.\n\n**What I want:** Four days a "
             "week.\n\n**What I am good at:** I count well.\n\n**Background:** I kept the books of "
             "a brewery.\n")
            .empty());
}

TEST_CASE("narrative: what happened ends a story whose situation is told", "[narrative][labels]") {
  const std::string opening =
      "## The owls\n\n**Context:** Cars drove up to the lake by night.\n\n**What I wanted:** No "
      "cars "
      "after nine.\n\n";
  const std::string end = "**What happened:** Three cars a night at most.\n";
  CHECK(only_story(opening + end) == "STR");
  CHECK(only_story(cat(opening, "**What I did:** I asked for the key of the barrier.\n\n", end)) ==
        "STAR");
  CHECK(
      only_story("## The owls\n\n**Context:** A lake.\n\n**What happened:** Cars drove up to it by "
                 "night.\n\n**What I did:** I asked for the key.\n\n**Result:** Three cars a "
                 "night at most.\n") == "SSAR");
}

TEST_CASE("narrative: a label is read through the damage to its letters", "[narrative][labels]") {
  CHECK(only_story("## Le four\n\n**Situation :** En mai 2019 le four est tombÃ© en panne.\n\n"
                   "**TÃ¢che :** Je devais livrer 300 pains.\n\n"
                   "**Action :** J'ai appelÃ© trois collÃ¨gues.\n\n"
                   "**RÃ©sultat :** Nous avons livrÃ© tous les pains.\n") == "STAR");
}

TEST_CASE("narrative: two marked letters over what is told are labels", "[narrative][labels]") {
  CHECK(only_story("## The mast\n\n**S:** In May the mast broke two miles out.\n\n"
                   "**A:** I cut the sail loose and rowed us in.\n") == "SA");
  CHECK(only_story("## Sizes\n\n**S:** small\n\n**A:** any\n") == "0 stories");
}

TEST_CASE("narrative: a request right over the labels is what they answer", "[narrative][labels]") {
  const std::vector<Narrative> stories = read(
      "What do you read?\n\nWhat's some feedback you got?\n%\n\n"
      "  **Cause:** In May I shouted at a guest.\n  **Action:** I asked him for a word.\n"
      "  **Result:** He came back in June.\n");
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].title_text == "What's some feedback you got?");
}

TEST_CASE("narrative: a bold title ends the story above it, label or not", "[narrative][labels]") {
  const std::vector<Narrative> stories = read(
      "**The bill**\n- C: In May the bill was over 100.\n- A: I rang each shop.\n"
      "- R: It was 96 in June.\n\n**maybe: the flood** (I was only a guest)\n");
  REQUIRE(stories.size() == 1);
  CHECK(label_letters(stories[0]) == "SAR");
  CHECK(stories[0].span.end == stories[0].parts.back().span.end);
}
