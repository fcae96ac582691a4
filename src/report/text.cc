// Findings as a compiler shows them: header, place, the line underlined, the other places, the
// question, and a summary.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "report/report.h"
#include "text/display.h"

namespace starlint {

namespace {

struct Colors {
  std::string_view red, yellow, blue, bold, dim, off;
};
constexpr Colors kPlain{};
constexpr Colors kAnsi{"\x1b[31;1m", "\x1b[33;1m", "\x1b[34;1m", "\x1b[1m", "\x1b[2m", "\x1b[0m"};

std::string_view color_of(Level level, const Colors& colors) {
  return level == Level::Error ? colors.red : level == Level::Warning ? colors.yellow : colors.blue;
}

std::string place_of(const FileResult& file, std::uint32_t offset) {
  const Position position = file.text.position(offset);
  return cat(visible(file.source.path), ":", position.line, ":", position.column);
}

/// The line of a span with the span underlined and `label` behind the marks.
void write_frame(const FileResult& file, Span span, std::string_view label, char mark,
                 std::string_view color, unsigned width, const Colors& colors, std::string& out) {
  const std::uint32_t number = file.text.line(span.begin);
  const Span line = file.text.lines().span(number, file.text.utf8());
  const Span marked{span.begin, std::max(span.begin, std::min(span.end, line.end))};
  const Excerpt excerpt = excerpt_of(file.text.utf8(), line, marked, width > 20 ? width - 8 : 12);
  std::string gutter = cat(number);
  gutter.insert(0, gutter.size() < 5 ? 5 - gutter.size() : 0, ' ');
  out += cat(colors.dim, gutter, " |", colors.off, " ", excerpt.text, "\n");
  out += cat(colors.dim, "      |", colors.off, " ", std::string(excerpt.before, ' '), color,
             std::string(std::max<std::size_t>(1, excerpt.marked), mark), label.empty() ? "" : " ",
             label, colors.off, "\n");
}

void write_finding(const LintRun& run, const Finding& finding, const ReportOptions& options,
                   const Colors& colors, std::string& out) {
  const FileResult& file = run.file(finding.where.file);
  const RuleInfo& rule = run.rules->info(finding.rule);
  const std::string_view color = color_of(finding.level, colors);
  out += cat(color, name_of(finding.level), "[", rule.id, "]", colors.off, colors.bold, ": ",
             visible(finding.message), colors.off, "\n");
  out += cat(colors.dim, "  --> ", colors.off, place_of(file, finding.where.span.begin), "\n");
  write_frame(file, finding.where.span, "", '^', color, options.width, colors, out);
  for (const Related& related : finding.related) {
    const FileResult& other = run.file(related.where.file);
    out += cat(colors.dim, "  ::: ", colors.off, place_of(other, related.where.span.begin), "\n");
    write_frame(other, related.where.span, visible(related.message), '-', colors.blue,
                options.width, colors, out);
  }
  if (!finding.ask.empty()) out += cat("      = ask: ", visible(finding.ask), "\n");
  if (finding.fix) {
    out += cat("      = fix: ", visible(finding.fix->title),
               finding.fix->safe ? " (starlint fix)" : " (starlint fix --unsafe)", "\n");
  }
  out += "\n";
}

std::string counted(std::size_t count, std::string_view noun) {
  return cat(std::uint64_t{count}, " ", noun, count == 1 ? "" : "s");
}

void write_totals(const LintRun& run, std::string& out) {
  std::array<std::size_t, 3> levels{};
  for (const Finding& finding : run.findings) {
    if (!finding.suppression) ++levels[static_cast<std::size_t>(finding.level)];
  }
  std::size_t stories = 0;
  for (const auto& file : run.files) stories += file->narratives.stories.size();
  std::string stories_text = stories == 1 ? "1 story" : cat(std::uint64_t{stories}, " stories");
  out += cat(counted(levels[2], "error"), ", ", counted(levels[1], "warning"), ", ",
             counted(levels[0], "note"), " in ", counted(run.files.size(), "file"), ", ",
             stories_text, ", ", counted(run.speakers.size(), "speaker"), ".\n");
}

}  // namespace

void write_text(const LintRun& run, const ReportOptions& options, ByteSink& sink) {
  const Colors& colors = options.color ? kAnsi : kPlain;
  for (const Finding& finding : run.findings) {
    if (finding.suppression) continue;
    std::string out;
    write_finding(run, finding, options, colors, out);
    sink.append(out);
  }
  std::string totals;
  if (!options.quiet) write_totals(run, totals);
  sink.append(totals);
}

}  // namespace starlint
