// One story in every layout people write: its four parts are found, and each one that is taken out
// is missed, no other.
#include <array>
#include <string>
#include <vector>

#include "base/strings.h"
#include "catch.h"
#include "narrative/find.h"
#include "rule_files.h"

using namespace starlint;

namespace {

using Labels = std::array<std::string_view, 4>;

constexpr Labels kWords = {"Situation", "Task", "Action", "Result"};
constexpr Labels kLetters = {"S", "T", "A", "R"};
constexpr Labels kCapitals = {"SITUATION", "TASK", "ACTION", "RESULT"};
constexpr Labels kPictures = {"🌍 Situation", "🎯 Task", "⚡ Action", "🏆 Result"};
constexpr Labels kBodies = {
    "In March 2021 our depot sorted by hand, and every fifth van left late.",
    "I was asked to get the vans out by seven before the Christmas rush.",
    "I timed each step for a week and moved the heavy parcels to the second belt.",
    "Late vans fell from 20 to 3 in a hundred, and the crew kept the new order."};

struct Layout {
  std::string_view name;
  std::string_view head;       // before the first component
  std::string_view component;  // $L is its label, $B its body
  std::string_view tail;       // behind the last one
  Labels labels = kWords;
  NoteFormat format = NoteFormat::Markdown;
};

const Layout kLayouts[] = {
    {"bold run-in", "## The depot\n\n", "**$L:** $B\n\n", ""},
    {"bold letter, dash", "## The depot\n\n", "**$L** – $B\n", "", kLetters},
    {"letters with colons", "The depot\n\n", "$L: $B\n", "", kLetters, NoteFormat::Plain},
    {"one paragraph", "## The depot\n\n", "$L: $B ", "\n"},
    {"one paragraph, bold", "", "**$L:** $B ", "\n"},
    {"one paragraph, italic", "**The depot** — ", "*$L:* $B ", "\n"},
    {"one paragraph, brackets", "**The depot** — ", "($L) $B ", "\n", kLetters},
    {"full stops", "## The depot\n\n", "$L. $B\n", ""},
    {"bullets", "- The depot\n", "  - $L: $B\n", ""},
    {"bullets, body below", "# The depot\n\n", "- $L\n    - $B\n", ""},
    {"numbers", "# The depot\n\n", "1. $L - $B\n", ""},
    {"numbers, body below", "# The depot\n\n", "1) **$L**\n   $B\n", ""},
    {"nested headings", "# Notes\n## Work\n### The depot\n", "#### $L\n$B\n", ""},
    {"heading without a space", "##The depot\n", "###$L\n$B\n", ""},
    {"capitals", "THE DEPOT\n\n", "$L\n$B\n\n", "", kCapitals, NoteFormat::Plain},
    {"underlined", "The depot\n=========\n\n", "$L\n---------\n$B\n\n", "", kWords,
     NoteFormat::Plain},
    {"definition list", "# The depot\n\n", "$L\n: $B\n\n", ""},
    {"pictures", "## 🚚 The depot\n\n", "$L: $B\n", "", kPictures},
    {"pictures in headings", "## The depot\n\n", "### $L\n$B\n", "", kPictures},
    {"time budget", "## The depot\n\n", "* **$L (20%)** $B\n", ""},
    {"callouts", "## The depot\n\n", "> [!info] $L\n> $B\n\n", ""},
    {"quotes", "## The depot\n\n", "> **$L**: $B\n>\n", ""},
    {"details", "<details>\n<summary>The depot</summary>\n\n", "- **$L:** $B\n", "\n</details>\n"},
    {"outline by indentation", "The depot\n", "    $L\n        $B\n", "", kWords,
     NoteFormat::Plain},
    {"narrow indentation", "The depot\n", "  $L: $B\n", "", kWords, NoteFormat::Plain},
    {"a coach's remarks", "## The depot\n\n", "**$L:** $B\n\n> Coach: slow down here!\n\n", ""},
    {"remarks in brackets", "## The depot\n\n", "**$L:** $B\n\n(Comment from Lea: why?)\n\n", ""},
    {"two columns, letters", "# The depot\n\n| | Words |\n|---|---|\n", "| $L | $B |\n", "",
     kLetters},
    {"two columns", "# The depot\n\n| Part | Words |\n|---|---|\n", "| **$L** | $B |\n", ""},
    {"org headings", "* The depot :work:\n", "** $L\n   $B\n", "", kWords, NoteFormat::Org},
    {"org list", "* The depot\n", "  - $L :: $B\n", "", kWords, NoteFormat::Org},
    {"text behind headings", "## The depot\n", "### $L: $B\n", ""},
    {"initial in bold", "## The depot\n\n", "**$L: $B\n\n", "",
     Labels{"S**ituation", "T**ask", "A**ction", "R**esult"}},
    {"brackets", "The depot\n\n", "[$L] $B\n", "", kWords, NoteFormat::Plain},
    {"angle brackets", "The depot\n\n", "<$L> $B\n", "", kWords, NoteFormat::Plain},
    {"wiki", "== The depot ==\n", "=== $L ===\n$B\n", "", kWords, NoteFormat::Plain},
    {"html headings", "<h2>The depot</h2>\n", "<h3>$L</h3>\n<p>$B</p>\n", ""},
    {"html bold", "<h2>The depot</h2>\n", "<b>$L:</b> $B<br>\n", ""},
    {"arrows", "The depot\n", "$L -> $B\n", "", kWords, NoteFormat::Plain},
    {"tabs", "The depot\n", "$L:\t$B\n", "", kWords, NoteFormat::Plain},
    {"check list", "## The depot\n", "- [x] **$L**: $B\n", ""},
    {"foldable", "▶ The depot\n\n", "    $L: $B\n\n", ""},
    {"questions", "## The depot\n\n", "#### $L\n$B\n", "",
     Labels{"What was the situation?", "What was your task?", "What did you do?",
            "What was the result?"}},
    {"italian", "## Il caso\n\n", "**$L:** $B\n\n", "",
     Labels{"Situazione", "Compito", "Azione", "Risultato"}},
    {"dutch", "## Het geval\n\n", "**$L:** $B\n\n", "",
     Labels{"Situatie", "Taak", "Actie", "Resultaat"}},
    {"russian", "## Склад\n\n", "**$L:** $B\n\n", "",
     Labels{"Ситуация", "Задача", "Действия", "Результат"}},
    {"korean", "## 창고\n\n", "**$L:** $B\n\n", "", Labels{"상황", "과제", "행동", "결과"}},
    {"polish", "## Sprawa\n\n", "**$L:** $B\n\n", "",
     Labels{"Sytuacja", "Zadanie", "Działania", "Rezultat"}},
    {"turkish", "## Olay\n\n", "**$L:** $B\n\n", "", Labels{"Durum", "Görev", "Eylem", "Sonuç"}},
    {"spanish", "## El caso\n\n", "**$L:** $B\n\n", "",
     Labels{"Situación", "Tarea", "Acción", "Resultado"}},
    {"german", "## Der Fall\n\n", "- $L: $B\n", "",
     Labels{"Ausgangslage", "Aufgabe", "Vorgehen", "Ergebnis"}},
    {"french", "## Le cas\n\n", "$L : $B\n\n", "",
     Labels{"Situation", "Tâche", "Action", "Résultat"}},
    {"portuguese", "## O caso\n\n", "### $L\n$B\n", "",
     Labels{"Situação", "Tarefa", "Ação", "Resultado"}},
    {"hindi", "## गोदाम\n\n", "**$L:** $B\n\n", "", Labels{"स्थिति", "कार्य", "कार्रवाई", "परिणाम"}},
    {"chinese", "## 仓库\n\n", "$L：$B\n", "", Labels{"背景", "任务", "行动", "结果"}},
    {"japanese", "## 倉庫\n\n", "【$L】$B\n\n", "", Labels{"状況", "課題", "行動", "結果"}},
};

std::vector<Narrative> read(std::string_view notes, NoteFormat format) {
  static const Result<NarrativeRules> rules = NarrativeRules::load(rule_files());
  if (!rules) FAIL(rules.error().describe());
  const Text text = Text::decode(notes);
  return find_narratives(text, read_outline(text, format), *rules, "notes", 0).stories;
}

// The layout without component `out` (4: with all of them).
std::string lay_out(const Layout& layout, std::size_t out) {
  std::string notes(layout.head);
  for (std::size_t i = 0; i < kBodies.size(); ++i) {
    if (i == out) continue;
    std::string one(layout.component);
    one.replace(one.find("$L"), 2, layout.labels[i]);
    one.replace(one.find("$B"), 2, kBodies[i]);
    notes += one;
  }
  return cat(notes, layout.tail);
}

// "STAR": the labelled and filled parts of the only story.
std::string labelled(std::string_view notes, NoteFormat format) {
  const std::vector<Narrative> stories = read(notes, format);
  if (stories.size() != 1) return cat(unsigned(stories.size()), " stories");
  std::string out;
  for (const Part& part : stories[0].parts) {
    if (part.basis == Basis::Label && part.filled) out += name_of(part.slot)[0];
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

TEST_CASE("narrative: a story is found in every layout", "[narrative][layout]") {
  for (const Layout& layout : kLayouts) {
    CAPTURE(layout.name);
    CHECK(labelled(lay_out(layout, 4), layout.format) == "STAR");
  }
}

TEST_CASE("narrative: a component taken out is missed, no other", "[narrative][layout]") {
  constexpr std::string_view kLeft[] = {"TAR", "SAR", "STR", "STA"};
  for (const Layout& layout : kLayouts) {
    for (std::size_t out = 0; out < 4; ++out) {
      CAPTURE(layout.name, out);
      CHECK(labelled(lay_out(layout, out), layout.format) == kLeft[out]);
    }
  }
}

TEST_CASE("narrative: line ends and indentation change no story", "[narrative][layout]") {
  for (const Layout& layout : kLayouts) {
    CAPTURE(layout.name);
    const std::string notes = lay_out(layout, 4);
    CHECK(labelled(replaced(notes, "\n", "\r\n"), layout.format) == "STAR");
    CHECK(labelled(replaced(notes, "\n- ", "\n* "), layout.format) == "STAR");
    CHECK(labelled(replaced(notes, "    - ", "\t- "), layout.format) == "STAR");
    CHECK(labelled(replaced(notes, "\n## ", "\n### "), layout.format) == "STAR");
    CHECK(labelled(cat(notes, "\n\n"), layout.format) == "STAR");
  }
}

TEST_CASE("narrative: each row of a table tells a story", "[narrative][layout]") {
  const std::string head =
      "# Stories\n\n| Story | Situation | Task | Action | Result |\n"
      "|---|---|---|---|---|\n";
  const std::string row = cat("| The depot | ", kBodies[0], " | ", kBodies[1], " | ", kBodies[2],
                              " | ", kBodies[3], " |\n");
  const std::string empty = cat("| The choir | ", kBodies[0], " | ", kBodies[1], " | | TODO |\n");
  const std::vector<Narrative> stories = read(cat(head, row, empty), NoteFormat::Markdown);
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "The depot");
  CHECK(stories[1].title_text == "The choir");
  for (const Slot slot : {Slot::Situation, Slot::Task, Slot::Action, Slot::Result}) {
    CHECK(stories[0].has(slot));
  }
  CHECK(stories[1].has(Slot::Task));
  CHECK_FALSE(stories[1].has(Slot::Action));
  CHECK_FALSE(stories[1].has(Slot::Result));
}

TEST_CASE("narrative: a row of a table has its name from the first cell with words",
          "[narrative][layout]") {
  const std::string notes =
      cat("| # | Question | Situation | Task | Action | Result |\n|---|---|---|---|---|---|\n",
          "| 1 | The depot | ", kBodies[0], " | ", kBodies[1], " | ", kBodies[2], " | ", kBodies[3],
          " |\n");
  const std::vector<Narrative> stories = read(notes, NoteFormat::Markdown);
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].title_text == "The depot");
}

TEST_CASE("narrative: bare words before dashes are labels where the author is sure to use them so",
          "[narrative][layout]") {
  const Layout dashes{"", "## The depot\n\n", "$L — $B\n", ""};
  const std::string whole = lay_out(dashes, 4);
  const std::string part =
      cat("## The choir\n\nSituation — ", kBodies[0], "\nAction — ", kBodies[2], "\n");
  const std::vector<Narrative> stories = read(cat(whole, "\n", part), NoteFormat::Markdown);
  REQUIRE(stories.size() == 2);
  CHECK(stories[1].labelled);
  CHECK_FALSE(stories[1].has(Slot::Result));
  const std::vector<Narrative> alone = read(part, NoteFormat::Markdown);
  CHECK((alone.empty() || !alone[0].labelled));
}

TEST_CASE("narrative: a title that could be a label is the title of its own story",
          "[narrative][layout]") {
  const std::string whole = lay_out({"", "## The depot\n\n", "**$L:** $B\n", ""}, 4);
  const std::string failure = lay_out({"", "\n## Failure\n\n", "**$L:** $B\n", ""}, 4);
  const std::vector<Narrative> stories = read(cat(whole, failure), NoteFormat::Markdown);
  REQUIRE(stories.size() == 2);
  CHECK(stories[1].title_text == "Failure");
  for (const Narrative& story : stories) CHECK(story.parts.size() == 4);
}

TEST_CASE("narrative: words that only look like labels open no part", "[narrative][layout]") {
  const std::string_view notes[] = {
      // A table of problems.
      "| Problem | Cause | Solution |\n|---|---|---|\n| I lost a key | I ran | I bought one |\n",
      // The letters explained.
      "Use the structure: **S**ituation (context), **T**ask (duty), **A**ction (what you did),"
      " **R**esult (the outcome).\n",
      "STAR stands for **Situation**, **Task**, **Action** and **Result**, and I like it.\n",
      // Goals.
      "- **S**pecific: I run\n- **M**easurable: I ran 9 km\n- **A**chievable: I ran 5 km\n"
      "- **R**elevant: I was ill\n- **T**imed: I had till May\n",
      // The report of an incident.
      "## Problem\nThe disk was full.\n## Cause\nA slot was stale.\n## Action items\n- Add an "
      "alert\n## Impact\n12 minutes of downtime.\n",
      // A form.
      "## Template\n\n**Situation:**\n\n**Task:**\n\n**Action:**\n\n**Result:**\n",
      // Words in a sentence.
      "The result was: nobody came. My task was simple: count the vans.\n",
  };
  for (const std::string_view one : notes) {
    CAPTURE(one);
    CHECK(read(one, NoteFormat::Markdown).empty());
  }
}

TEST_CASE("narrative: letters for two components", "[narrative][layout]") {
  const std::string notes = cat("## The depot\n\nS/T: ", kBodies[0], " ", kBodies[1],
                                "\nA: ", kBodies[2], "\nR: ", kBodies[3], "\n");
  CHECK(labelled(notes, NoteFormat::Markdown) == "STAR");
}

TEST_CASE("narrative: questions and answers of a transcript", "[narrative][layout]") {
  const std::string answer = cat(kBodies[0], " ", kBodies[1], " ", kBodies[2], " ", kBodies[3]);
  const std::string notes =
      cat("Q: Tell me about a time you improved a process.\nA: ", answer,
          "\n\nInterviewer: Can you describe a conflict with a colleague?\nMe: ", answer, "\n");
  const std::vector<Narrative> stories = read(notes, NoteFormat::Plain);
  REQUIRE(stories.size() == 2);
  CHECK(stories[0].title_text == "Tell me about a time you improved a process.");
  CHECK(stories[1].title_text == "Can you describe a conflict with a colleague?");
  for (const Narrative& story : stories) {
    CHECK(story.behavioural);
    CHECK_FALSE(story.hypothetical);
  }
}

TEST_CASE("narrative: a letter A behind a question is an answer only before other letters",
          "[narrative][layout]") {
  const std::string notes =
      cat("**Q: Tell me about your proudest achievement.**\n\n(S) ", kBodies[0], " (T) ",
          kBodies[1], " (A) ", kBodies[2], " (R) ", kBodies[3], "\n");
  CHECK(labelled(notes, NoteFormat::Markdown) == "STAR");
}

TEST_CASE("narrative: an interviewer who goes on asking needs no question mark",
          "[narrative][layout]") {
  const std::string notes =
      cat("**Interviewer:** Tell me about a time you improved a process.\n\n**Me:** ", kBodies[0],
          " ", kBodies[2], " ", kBodies[3],
          "\n\n**Interviewer:** And tell me about a conflict with a colleague.\n\n**Me:** I once "
          "worked with a driver who would not wait for the scan.\n");
  for (const std::string& asked :
       {notes, replaced(replaced(notes, "**Interviewer:** ", ""), "**Me:** ", "")}) {
    CAPTURE(asked);
    const std::vector<Narrative> stories = read(asked, NoteFormat::Markdown);
    REQUIRE(stories.size() == 2);
    CHECK(stories[1].behavioural);
  }
}

TEST_CASE("narrative: what the speaker did is an Action wherever it stands", "[narrative]") {
  const std::string deed = "I wrote a small script that checks each van. ";
  const std::string scene = "Every fifth van was late, and the drivers were angry with us. ";
  for (const std::string& told : {cat(deed, scene), cat(scene, scene, deed)}) {
    CAPTURE(told);
    const std::vector<Narrative> stories = read(
        cat("Tell me about a time you improved a process.\n\n", told, "\n"), NoteFormat::Markdown);
    REQUIRE(stories.size() == 1);
    CHECK(stories[0].has(Slot::Action));
  }
  const std::vector<Narrative> idle =
      read(cat("Tell me about a time you improved a process.\n\n", scene, "I felt responsible.\n"),
           NoteFormat::Markdown);
  REQUIRE(idle.size() == 1);
  CHECK_FALSE(idle[0].has(Slot::Action));
}

TEST_CASE("narrative: under 'My answer' the question is the title", "[narrative][layout]") {
  const std::string notes =
      cat("## Tell me about a time you improved a process\n\nAsked twice.\n\n### My answer\n\n",
          lay_out({"", "", "**$L:** $B\n\n", ""}, 4));
  const std::vector<Narrative> stories = read(notes, NoteFormat::Markdown);
  REQUIRE(stories.size() == 1);
  CHECK(stories[0].title_text == "Tell me about a time you improved a process");
  CHECK_FALSE(stories[0].prompt.empty());
}

TEST_CASE("narrative: in a file of answers a title asks for one", "[narrative][layout]") {
  const std::string told = cat("\n", kBodies[0], " ", kBodies[1], " ", kBodies[2], "\n\n");
  const std::string general =
      "\nFirst I will inform the team. Then I will look for the cause, and we will divide the "
      "work. I will always write it down.\n";
  const std::string three = cat("# Biggest failure\n", told, "# Conflict\n", told, "# Mentoring\n",
                                told, "# Tight deadlines\n", general);
  const std::vector<Narrative> stories = read(three, NoteFormat::Markdown);
  REQUIRE(stories.size() == 4);
  CHECK((stories[3].hypothetical && stories[3].behavioural));
  for (const Narrative& alone : read(cat("# Tight deadlines\n", general), NoteFormat::Markdown)) {
    CHECK_FALSE(alone.behavioural);
  }
}
