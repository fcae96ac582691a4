// What holds of a complete labelled story in whatever layout: a component taken out is missed and
// no other, and nothing that changes only its looks changes what is found.
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "default_rules.h"
#include "lint/lint.h"
#include "narrative_reader.h"
#include "story_layouts.h"

using namespace starlint;

namespace {

/// The rules about components that speak of a note: "STAR004".
std::string findings(std::string notes, NoteFormat format) {
  constexpr std::string_view kNames[] = {"a.md", "a.org", "a.txt"};
  const std::size_t name = format == NoteFormat::Markdown ? 0 : format == NoteFormat::Org ? 1 : 2;
  std::vector<Input> inputs;
  inputs.push_back({{0, std::string(kNames[name]), std::move(notes)}, "me"});
  LintOptions options;
  options.threads = 1;
  const LintRun run = lint(std::move(inputs), default_rules(), options);
  std::vector<std::string> out;
  for (const Finding& finding : run.findings) {
    const RuleInfo& rule = default_rules().info(finding.rule);
    if (rule.kind == "component") out.push_back(rule.id);
  }
  return join(out, " ");
}

/// The lines of a note, each changed.
std::string by_line(const std::string& notes,
                    const std::function<std::string(std::string)>& change) {
  std::string out;
  for (const std::string_view line : split(notes, '\n')) out += change(std::string(line)) + "\n";
  out.pop_back();
  return out;
}

/// A line whose bullet is another one.
std::string with_bullet(std::string line, std::string_view bullet) {
  const std::size_t at = line.find_first_not_of(" \t");
  if (at != line.npos && line.compare(at, 2, "- ") == 0) line.replace(at, 1, bullet);
  return line;
}

/// A heading of Markdown or Org one level deeper.
std::string deeper(std::string line) {
  const std::size_t marks = line.find_first_not_of("#*");
  if (line.empty() || marks == 0 || marks == line.npos) return line;
  const bool org = line[0] == '*' && line[marks] == ' ';
  return line[0] == '#' || org ? line[0] + line : line;
}

/// The story with its words wrapped at `width`, each further line indented as its first text.
std::string wrapped(const Layout& layout, std::size_t width) {
  const std::size_t line = layout.component.rfind('\n', layout.component.find("$B")) + 1;
  const std::string_view lead = layout.component.substr(line);
  const std::size_t text = std::min(lead.find_first_not_of(" "), lead.size());
  const bool item = lead.substr(text).starts_with("- ");
  const std::string indent(text + (item ? 2 : 0), ' ');
  std::array<std::string, 4> bodies;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    std::size_t column = 0;
    for (const std::string_view word : split(kBodies[i], ' ')) {
      if (column + word.size() > width) {
        bodies[i] += cat("\n", lead.starts_with("> ") ? "> " : indent);
        column = 0;
      } else if (column > 0) {
        bodies[i] += ' ';
      }
      bodies[i] += word;
      column += word.size() + 1;
    }
  }
  return lay_out(layout, 4, layout.labels, bodies);
}

constexpr Labels kTranslations[] = {
    {"Situación", "Tarea", "Acción", "Resultado"},
    {"Ausgangslage", "Aufgabe", "Vorgehen", "Ergebnis"},
    {"Situation", "Tâche", "Action", "Résultat"},
    {"Situação", "Tarefa", "Ação", "Resultado"},
    {"स्थिति", "कार्य", "कार्रवाई", "परिणाम"},
    {"背景", "任务", "行动", "结果"},
    {"状況", "課題", "行動", "結果"},
};

const std::array<std::string, 4> kMissing = {"STAR001", "STAR002", "STAR003", "STAR004"};

}  // namespace

TEST_CASE("laws: a component taken out is reported, no other", "[narrative][laws]") {
  for (const Layout& layout : kLayouts) {
    CAPTURE(layout.name);
    CHECK(findings(lay_out(layout, 4), layout.format).empty());
    for (std::size_t out = 0; out < 4; ++out) {
      CAPTURE(out);
      CHECK(findings(lay_out(layout, out), layout.format) == kMissing[out]);
    }
  }
}

TEST_CASE("laws: what changes only the looks of a note changes no finding", "[narrative][laws]") {
  for (const Layout& layout : kLayouts) {
    CAPTURE(layout.name);
    for (const std::size_t out : {std::size_t{4}, std::size_t{2}}) {
      const std::string notes = lay_out(layout, out);
      const std::string expected = out == 4 ? "" : kMissing[out];
      const auto stays = [&](const std::string& changed) {
        CAPTURE(changed);
        CHECK(findings(changed, layout.format) == expected);
      };
      stays(replaced(notes, "\n", "\r\n"));
      stays(notes + "\n\n");
      for (const std::string_view bullet : {"*", "+", "•"}) {
        stays(
            by_line(notes, [&](std::string line) { return with_bullet(std::move(line), bullet); }));
      }
      stays(by_line(notes, deeper));
      stays(replaced(notes, "    ", "\t"));
    }
  }
}

TEST_CASE("laws: words wrapped anew change no finding", "[narrative][laws]") {
  for (const Layout& layout : kLayouts) {
    // A row of a table is one line, and so is a heading.
    const bool one_line = layout.component.find('|') != std::string_view::npos ||
                          layout.name == "text behind headings";
    if (one_line) continue;
    for (const std::size_t width : {30U, 60U}) {
      CAPTURE(layout.name, width);
      CHECK(findings(wrapped(layout, width), layout.format).empty());
    }
  }
}

TEST_CASE("laws: labels in another language change no finding", "[narrative][laws]") {
  for (const Layout& layout : kLayouts) {
    if (layout.labels != kWords) continue;
    for (const Labels& words : kTranslations) {
      std::array<std::string, 4> bodies;
      for (std::size_t i = 0; i < bodies.size(); ++i) bodies[i] = kBodies[i];
      for (const std::size_t out : {std::size_t{4}, std::size_t{3}}) {
        CAPTURE(layout.name, words[0], out);
        CHECK(findings(lay_out(layout, out, words, bodies), layout.format) ==
              (out == 4 ? "" : kMissing[out]));
      }
    }
  }
}
