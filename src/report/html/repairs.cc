// What `starlint fix` would do, each place before and after.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.h"
#include "report/html/page.h"
#include "report/html/quote.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

/// The findings of one line that the same command repairs.
struct RepairedLine {
  FileId file = 0;
  std::uint32_t line = 0;
  bool safe = false;
  std::vector<std::uint32_t> findings;
  std::vector<const Edit*> edits;  // by place, without overlap
};

std::vector<RepairedLine> repaired_lines(const HtmlPage& page) {
  std::map<std::tuple<FileId, std::uint32_t, bool>, RepairedLine> lines;
  for (const std::uint32_t i : page.findings) {
    const Finding& finding = page.run.findings[i];
    if (!finding.fix || finding.fix->edits.empty() || finding.secret) continue;
    const Fix& fix = *finding.fix;
    const FileId file = finding.where.file;
    const std::uint32_t line = page.run.file(file).text.line(fix.edits.front().span.begin);
    RepairedLine& repaired = lines[{file, line, !fix.safe}];
    repaired.file = file;
    repaired.line = line;
    repaired.safe = fix.safe;
    repaired.findings.push_back(i);
    for (const Edit& edit : fix.edits) repaired.edits.push_back(&edit);
  }
  std::vector<RepairedLine> out;
  for (auto& [where, line] : lines) {
    std::sort(line.edits.begin(), line.edits.end(),
              [](const Edit* a, const Edit* b) { return *a < *b; });
    const auto overlaps = [](const Edit* a, const Edit* b) { return b->span.begin < a->span.end; };
    line.edits.erase(std::unique(line.edits.begin(), line.edits.end(), overlaps), line.edits.end());
    out.push_back(std::move(line));
  }
  return out;
}

/// The same quote with the edits made.
Quote replaced(Quote quote, const std::vector<std::string>& texts) {
  std::size_t next = 0;
  for (QuotePiece& piece : quote) {
    if (piece.marked) piece.text = texts[next++];
  }
  return quote;
}

void write_row(const HtmlPage& page, const RepairedLine& line) {
  const FileResult& file = page.run.file(line.file);
  HtmlWriter& html = page.html;
  html.open("tr");
  html.open("th", {{"scope", "row"}});
  html.element("code", {}, page.place_name({line.file, line.edits.front()->span}));
  for (const std::uint32_t i : line.findings) {
    html.text(" ");
    page.link_finding(i);
  }
  html.close();
  std::vector<Span> spans;
  std::vector<std::string> texts;
  for (const Edit* edit : line.edits) {
    spans.push_back(edit->span);
    texts.push_back(edit->text);
  }
  html.open("td");
  write_quote(quote_around(file, spans), "del", html);
  html.close();
  html.open("td");
  write_quote(replaced(quote_around(file, spans), texts), "ins", html);
  html.close();
  html.open("td", {{"class", "by"}});
  html.element("code", {}, line.safe ? "starlint fix" : "starlint fix --unsafe");
  html.close();
  html.close();
}

}  // namespace

void write_repairs_section(const HtmlPage& page) {
  const std::vector<RepairedLine> lines = repaired_lines(page);
  if (lines.empty())
    return page.say(
        cat("Nothing that starlint could repair by itself", page.beside_accepted(), "."));
  page.open_table(counted(lines.size(), "line", "lines"), {"Where", "Before", "After", "By"});
  for (const RepairedLine& line : lines) write_row(page, line);
  page.close_table();
}

}  // namespace starlint
