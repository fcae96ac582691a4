// The rehearsal as a document to print or to share.
#include "report/markdown.h"
#include "base/strings.h"
#include "report/drill/drill.h"

namespace starlint {

namespace {

void write_card(const LintRun& run, const DrillCard& card, std::string& out) {
  out += cat("\n## ", as_markdown(card.prompt), "\n\n*", as_markdown(card_facts(card)), "*\n\n");
  std::size_t number = 0;
  for (const DrillQuestion& question : card.questions) {
    out += cat(std::uint64_t{++number}, ". ", as_markdown(question.ask));
    if (!question.reason.empty()) {
      const FileResult& file = run.file(question.where.file);
      out += cat("  \n   *line ", file.text.line(question.where.span.begin), ": ",
                 as_markdown(question.reason), "*");
    }
    out += '\n';
  }
}

}  // namespace

void write_drill_markdown(const LintRun& run, const ReportOptions&, std::string& out) {
  const std::vector<DrillCard> cards = drill_of(run);
  out += "# Rehearsal\n";
  std::string unwritten;
  for (const DrillCard& card : cards) {
    if (card.written) {
      write_card(run, card, out);
    } else {
      unwritten += cat("- ", as_markdown(card.prompt), "\n");
    }
  }
  if (!unwritten.empty()) out += cat("\n## Not written yet\n\n", unwritten);
}

}  // namespace starlint
