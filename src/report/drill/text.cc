// The rehearsal for people: under each prompt its questions, numbered, with what raises them.
#include "base/strings.h"
#include "report/drill/drill.h"
#include "report/text/style.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

constexpr std::size_t kIndent = 6;  // of a question behind its number

void write_card(const LintRun& run, const DrillCard& card, const Style& style,
                const ReportOptions& options, std::string& out) {
  out += cat(style.bold, wrapped(card.prompt, style.width, 0, 0), style.off, "\n");
  out += cat(style.dim, wrapped(cat("  ", card_facts(card)), style.width, 2, 0), style.off, "\n");
  write_drill_questions(run, card, options, out);
  out += '\n';
}

}  // namespace

void write_drill_questions(const LintRun& run, const DrillCard& card, const ReportOptions& options,
                           std::string& out) {
  const Style style(options);
  const std::string indent(kIndent, ' ');
  std::size_t number = 0;
  for (const DrillQuestion& question : card.questions) {
    std::string lead = cat("  ", std::uint64_t{++number}, ".");
    lead.resize(kIndent, ' ');
    out += cat(lead, wrapped(question.ask, style.width, kIndent, kIndent), "\n");
    if (question.reason.empty()) continue;
    const std::uint32_t line = run.file(question.where.file).text.line(question.where.span.begin);
    const std::string why = cat("line ", line, ": ", question.reason);
    out += cat(indent, style.dim, wrapped(why, style.width, kIndent, kIndent), style.off, "\n");
  }
}

void write_drill_text(const LintRun& run, const ReportOptions& options, std::string& out) {
  const Style style(options);
  const std::vector<DrillCard> cards = drill_of(run);
  std::size_t questions = 0;
  std::size_t stories = 0;
  std::vector<const DrillCard*> unwritten;
  for (const DrillCard& card : cards) {
    questions += card.questions.size();
    if (card.written && card.story != kNone) ++stories;
    card.written ? write_card(run, card, style, options, out) : unwritten.push_back(&card);
  }
  if (!unwritten.empty()) {
    out += cat(style.bold, "Not written yet", style.off, "\n");
    for (const DrillCard* card : unwritten) {
      out += cat("  - ", wrapped(card->prompt, style.width, 4, 4), "\n");
    }
    out += '\n';
  }
  out += cat(counted(questions, "question", "questions"), " on ",
             counted(stories, "story", "stories"), ".\n");
}

}  // namespace starlint
