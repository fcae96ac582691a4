#include <algorithm>

#include "base/strings.h"
#include "report/markdown.h"
#include "report/rule_pages.h"
#include "rule/kind.h"
#include "rule/rule_options.h"
#include "rule/test_reader.h"
#include "toml/spelled.h"

namespace starlint {

namespace {

void write_section(std::string_view heading, std::string_view body, std::string& out) {
  if (!trim(body).empty()) out += cat("\n## ", heading, "\n\n", trim(body), "\n");
}

/// Four marks, because notes may hold a block of three.
void write_notes(std::string_view heading, std::string_view notes, std::string& out) {
  if (!trim(notes).empty()) write_section(heading, cat("````text\n", trim(notes), "\n````"), out);
}

/// The short example of the page, else the first self-test of that sort that is one file of text.
std::string example_of(const RuleInfo& info, bool good) {
  const std::string& shown = good ? info.doc.instead : info.doc.bad;
  if (!shown.empty()) return shown;
  const std::vector<RuleTest> tests = tests_of(info);
  const auto test = std::find_if(tests.begin(), tests.end(), [&](const RuleTest& t) {
    return t.good() == good && t.files.size() == 1;
  });
  return test == tests.end() ? std::string() : test->files.front().text;
}

std::string heading_line(const RuleInfo& info) {
  std::string out = cat("*", name_of(info.level), "* · ", info.confidence, " confidence · ",
                        info.strict_only ? "strict profile" : "default profile", " · ",
                        join(info.tags, ", "), " · kind `", info.kind, "`");
  if (!info.since.empty()) out += cat(" · since ", info.since);
  return out;
}

/// A value on a line; a long list is counted.
std::string in_short(const toml_doc::Value& value) {
  constexpr std::size_t kLine = 60;
  std::string text = toml_doc::spelled(value);
  if (text.size() <= kLine) return text;
  return value.is(toml_doc::Type::Array) ? cat(std::uint64_t{value.items.size()}, " of them")
                                         : "set";
}

}  // namespace

void write_rule_page(const RuleInfo& info, std::string& out) {
  out += cat("# ", info.id, " ", info.name, "\n\n", heading_line(info), "\n");
  if (!info.deprecated.empty()) out += cat("\nDeprecated: ", trim(info.deprecated), "\n");
  out += cat("\n", trim(info.doc.what), "\n");
  write_section("Why it matters", info.doc.why, out);
  write_notes("Instead of", example_of(info, false), out);
  write_notes("Write", example_of(info, true), out);
  write_section("An interviewer would ask", info.probe, out);
  write_section("Sources", info.doc.sources, out);
  if (!info.aliases.empty()) write_section("Earlier names", join(info.aliases, ", "), out);
  write_section("To accept one place",
                cat("````text\n<!-- starlint: allow ", info.name, " -- reason -->\n````"), out);
}

void write_rule_options(const RuleInfo& info, std::string& out) {
  const Kind& kind = *find_kind(info.kind);
  if (kind.fields.empty()) return;
  const toml_doc::Value options = options_of(info);
  out += cat("\n## Options\n\nIn `starlint.toml`, under `[options.", info.name, "]`:\n\n");
  for (const toml_doc::Field& field : kind.fields) {
    const toml_doc::Value* own = options.find(field.name);
    out += cat("- `", field.name, "` (", own == nullptr ? "not set" : in_short(*own),
               "): ", trim(field.help), "\n");
  }
}

std::string page_path(const RuleInfo& info) {
  return cat(ascii_lower(info.family), "/", info.id, "-", info.name, ".md");
}

void write_rule_index(const RuleSet& rules, std::string& out) {
  out +=
      "# Rules\n\nWritten by `starlint rules docs`; what a kind can do is in [KINDS.md](KINDS.md)."
      "\n";
  std::string_view family;
  for (const RuleSet::Entry& entry : rules.rules()) {
    const RuleInfo& info = entry.info;
    if (info.family != family) {
      family = info.family;
      out += cat("\n## ", family, ": ", info.tags.front(),
                 "\n\n| Rule | Name | Level | Profile | Finds |\n|---|---|---|---|---|\n");
    }
    out += cat("| [", info.id, "](", page_path(info), ") | ", info.name, " | ", name_of(info.level),
               " | ", info.strict_only ? "strict" : "default", " | ", table_cell(info.doc.what),
               " |\n");
  }
}

}  // namespace starlint
