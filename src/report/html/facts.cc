// The ledger: conflicts with their places side by side, then the facts told of each project, with
// the sums that add up.
#include <set>

#include "base/strings.h"
#include "report/html/page.h"
#include "report/html/quote.h"
#include "report/ledger.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

void write_conflict(const HtmlPage& page, std::uint32_t index) {
  const Finding& finding = page.run.findings[index];
  HtmlWriter& html = page.html;
  html.open("div", {{"class", cat("conflict ", name_of(finding.level))}});
  html.open("p", {{"dir", "auto"}});
  page.link_finding(index);
  html.text(cat(" ", finding.message));
  html.close();
  write_places(page, finding);
  html.close();
}

void write_conflicts(const HtmlPage& page, const Ledger& ledger, std::uint32_t speaker) {
  std::set<std::uint32_t> conflicts;
  for (const LedgerPage& one : ledger.pages) {
    if (one.speaker != speaker) continue;
    for (const LedgerRow& row : one.rows) {
      conflicts.insert(row.disputes.begin(), row.disputes.end());
    }
  }
  if (conflicts.empty()) return page.say("No two facts contradict each other.");
  page.html.element(page.heading(), {{"class", "lead"}}, "Cannot all be true");
  for (const std::uint32_t i : conflicts) write_conflict(page, i);
}

void write_remark(const HtmlPage& page, const LedgerRow& row) {
  HtmlWriter& html = page.html;
  if (!row.disputes.empty()) {
    html.open("td", {{"class", "missing"}});
    html.text("≠ ");
    for (const std::uint32_t i : row.disputes) {
      page.link_finding(i);
      html.text(" ");
    }
    html.close();
  } else if (row.claim->modality != Modality::Asserted) {
    html.element("td", {{"class", "hardly"}}, name_of(row.claim->modality));
  } else if (row.ties) {
    html.element("td", {{"class", "told"}}, "✓ adds up");
  } else {
    html.element("td", {}, "");
  }
}

void write_page(const HtmlPage& page, const LedgerPage& ledger) {
  page.open_table(ledger.known_project ? std::string_view(ledger.heading)
                                       : page.path_of(*ledger.rows.front().file),
                  {"Fact", "As told", "Where", "Remark"});
  for (const LedgerRow& row : ledger.rows) {
    page.html.open("tr");
    page.html.element("th", {{"scope", "row"}}, row.label);
    page.html.element("td", {{"dir", "auto"}}, row.words);
    page.html.open("td");
    page.html.element("code", {}, page.place_name({row.claim->file, row.claim->span}));
    page.html.close();
    write_remark(page, row);
    page.html.close();
  }
  page.close_table();
}

}  // namespace

void write_facts_section(const HtmlPage& page) {
  const Ledger ledger = ledger_of(page.run);
  if (ledger.facts == 0) return page.say("No facts that could be compared were read.");
  page.say(cat(counted(ledger.facts, "fact", "facts"), " read, ", std::uint64_t{ledger.disputed},
               " of them disputed."));
  for (std::uint32_t speaker = 0; speaker < page.run.speakers.size(); ++speaker) {
    page.head_speaker(speaker);
    write_conflicts(page, ledger, speaker);
    for (const LedgerPage& one : ledger.pages) {
      if (one.speaker == speaker) write_page(page, one);
    }
  }
}

}  // namespace starlint
