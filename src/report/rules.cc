// Pages and lists of rules for a terminal.
#include "base/strings.h"
#include "report/report.h"

namespace starlint {

static void paragraph(std::string_view heading, std::string_view body, std::string& out) {
  const std::string_view text = trim(body);
  if (text.empty()) return;
  out += cat("\n", heading, "\n");
  for (const std::string_view line : split(text, '\n')) out += cat("  ", line, "\n");
}

void write_rule_page(const RuleInfo& info, std::string& out) {
  out += cat(info.id, " ", info.name, " (", name_of(info.level), ", confidence ", info.confidence,
             ", ", info.strict_only ? "strict profile" : "default profile", ")\n");
  paragraph("What it finds", info.doc.what, out);
  paragraph("Why it matters", info.doc.why, out);
  paragraph("Instead of", info.doc.bad, out);
  paragraph("write", info.doc.instead, out);
  paragraph("An interviewer would ask", info.probe, out);
  paragraph("Sources", info.doc.sources, out);
  out += cat("\nTo accept one place:  <!-- starlint: allow ", info.id, " -- reason -->\n");
}

void write_rule_list(const RuleSet& rules, std::string& out) {
  std::size_t width = 0;
  for (const RuleSet::Entry& entry : rules.rules()) width = std::max(width, entry.info.name.size());
  for (const RuleSet::Entry& entry : rules.rules()) {
    const RuleInfo& info = entry.info;
    std::string name = info.name;
    name.resize(width, ' ');
    std::string level(name_of(info.level));
    level.resize(7, ' ');
    std::string id = info.id;
    id.resize(9, ' ');
    out += cat(id, "  ", name, "  ", level, "  ", info.strict_only ? "strict " : "default", "  ",
               trim(info.doc.what), "\n");
  }
}

}  // namespace starlint
