// What the rules that spoke look for, and why it matters.
#include <set>

#include "base/strings.h"
#include "report/html/page.h"

namespace starlint {

void write_rules_section(const HtmlPage& page) {
  std::set<std::uint32_t> spoke;
  for (const std::uint32_t i : page.findings) spoke.insert(page.run.findings[i].rule);
  if (spoke.empty()) return page.say("No rule had anything to say.");
  page.html.open("dl", {{"class", "rules"}});
  for (const std::uint32_t i : spoke) {
    const RuleInfo& rule = page.run.rules->info(i);
    page.html.open("dt", {{"id", cat("r-", rule.id)}});
    page.html.element("b", {}, rule.id);
    page.html.text(cat(" ", rule.name));
    page.html.close();
    page.html.element("dd", {}, cat(trim(rule.doc.what), " ", trim(rule.doc.why)));
  }
  page.html.close();
}

}  // namespace starlint
