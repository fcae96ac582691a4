// One story in every layout that people write: labels, marks, lists, tables, formats, languages.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "outline/outline.h"

namespace starlint {

using Labels = std::array<std::string_view, 4>;

inline constexpr Labels kWords = {"Situation", "Task", "Action", "Result"};
inline constexpr Labels kLetters = {"S", "T", "A", "R"};
inline constexpr Labels kCapitals = {"SITUATION", "TASK", "ACTION", "RESULT"};
inline constexpr Labels kPictures = {"🌍 Situation", "🎯 Task", "⚡ Action", "🏆 Result"};
inline constexpr Labels kBodies = {
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

inline const Layout kLayouts[] = {
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
    {"chinese", "## 仓库\n\n", "$L：$B\n", "", Labels{"情境", "任务", "行动", "结果"}},
    {"japanese", "## 倉庫\n\n", "【$L】$B\n\n", "", Labels{"状況", "課題", "行動", "結果"}},
};

// The layout without component `out` (4: with all of them), in those words.
inline std::string lay_out(const Layout& layout, std::size_t out, const Labels& labels,
                           const std::array<std::string, 4>& bodies) {
  std::string notes(layout.head);
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (i == out) continue;
    std::string one(layout.component);
    one.replace(one.find("$L"), 2, labels[i]);
    one.replace(one.find("$B"), 2, bodies[i]);
    notes += one;
  }
  return cat(notes, layout.tail);
}

inline std::string lay_out(const Layout& layout, std::size_t out) {
  std::array<std::string, 4> bodies;
  for (std::size_t i = 0; i < bodies.size(); ++i) bodies[i] = kBodies[i];
  return lay_out(layout, out, layout.labels, bodies);
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace starlint
