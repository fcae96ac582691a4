// Findings as a compiler shows them, then the stories and the counts.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.h"
#include "report/text/frame.h"
#include "report/text/summary.h"

namespace starlint {

namespace {

/// A finding, those of its rule and line, and the later ones of its file that say the same, word
/// for word. All but the first are of one place each.
struct Group {
  const Finding* first;
  std::vector<const Finding*> beside;
  std::vector<Position> also;
};

std::vector<Group> grouped(const LintRun& run) {
  std::vector<Group> groups;
  std::map<std::tuple<FileId, std::uint32_t, std::uint32_t>, std::size_t> by_line;
  std::map<std::tuple<FileId, std::uint32_t, std::string_view>, std::size_t> by_words;
  for (const Finding& finding : run.findings) {
    if (finding.suppression) continue;
    const FileId file = finding.where.file;
    const std::uint32_t line = run.file(file).text.line(finding.where.span.begin);
    const bool one_place = finding.related.empty();
    const bool joins = one_place && !finding.fix;  // a repair is told with its own place
    const auto beside = by_line.find({file, finding.rule, line});
    const auto same = by_words.find({file, finding.rule, finding.message});
    std::size_t group = groups.size();
    if (joins && beside != by_line.end()) {
      group = beside->second;
      groups[group].beside.push_back(&finding);
    } else if (one_place && same != by_words.end()) {
      group = same->second;
      groups[group].also.push_back(run.file(file).text.position(finding.where.span.begin));
    } else {
      groups.push_back({&finding, {}, {}});
      if (joins) by_line[{file, finding.rule, line}] = group;
    }
    by_words.try_emplace({file, finding.rule, finding.message}, group);
  }
  return groups;
}

std::string words_at(const LintRun& run, const Finding& finding) {
  return std::string(run.file(finding.where.file).shown(finding.where.span));
}

/// The first one, with the places of those of its line as its own.
Finding joined(const LintRun& run, const Group& group) {
  Finding out = *group.first;
  for (const Finding* other : group.beside) {
    out.related.push_back({other->where, words_at(run, *other)});
  }
  return out;
}

/// What those of its line say that the first one does not say of other words.
std::string said_beside(const LintRun& run, const Group& group) {
  const std::string words = words_at(run, *group.first);
  std::vector<std::string> messages;
  for (const Finding* other : group.beside) {
    std::string same = group.first->message;
    const std::size_t at = same.find(words);
    if (at != std::string::npos) same.replace(at, words.size(), words_at(run, *other));
    if (other->message != same) messages.push_back(other->message);
  }
  return join(messages, "; ");
}

void write_note(std::string_view name, std::string_view text, std::size_t gutter,
                const Style& style, std::string& out) {
  const std::string head = cat(std::string(gutter, ' '), "= ", name, ": ");
  out += cat(style.dim, std::string(gutter, ' '), "=", style.off, " ", style.bold, name, ":",
             style.off, " ", wrapped(text, style.width, head.size(), head.size()), "\n");
}

/// "lines 3, 7"; of the line before it, and of `first`, the column, too: "line 6:14".
std::string lines_text(const std::vector<Position>& lines, std::uint32_t first) {
  constexpr std::size_t kShown = 12;
  std::string out = lines.size() == 1 ? "line" : "lines";
  for (std::size_t i = 0; i < std::min(lines.size(), kShown); ++i) {
    const bool again = lines[i].line == (i == 0 ? first : lines[i - 1].line);
    out += cat(i == 0 ? " " : ", ", lines[i].line, again ? cat(":", lines[i].column) : "");
  }
  if (lines.size() > kShown) out += cat(" and ", std::uint64_t{lines.size() - kShown}, " more");
  return out;
}

void write_group(const LintRun& run, const Group& group, const ReportOptions& options,
                 const Style& style, std::string& out) {
  const Finding finding = joined(run, group);
  const RuleInfo& rule = run.rules->info(finding.rule);
  const std::size_t used = name_of(finding.level).size() + rule.id.size() + 4;
  out += cat(style.color_of(finding.level), name_of(finding.level), "[", rule.id, "]", style.off,
             style.bold, ": ", wrapped(finding.message, style.width, 2, used), style.off, "\n");
  write_frame(run, finding, options, style, out);
  const std::size_t gutter = gutter_of(run, finding);
  const std::string beside = said_beside(run, group);
  if (!beside.empty()) write_note("also", beside, gutter, style, out);
  if (!group.also.empty()) {
    const std::uint32_t line = run.file(finding.where.file).text.line(finding.where.span.begin);
    write_note("also", lines_text(group.also, line), gutter, style, out);
  }
  if (!rule.probe.empty()) write_note("ask", rule.probe, gutter, style, out);
  if (finding.fix) {
    const std::string_view how = finding.fix->safe ? "starlint fix" : "starlint fix --unsafe";
    write_note("fix", cat(finding.fix->title, " (", how, ")"), gutter, style, out);
  }
  out += "\n";
}

}  // namespace

void write_text(const LintRun& run, const ReportOptions& options, ByteSink& sink) {
  const Style style(options);
  for (const Group& group : grouped(run)) {
    std::string out;
    write_group(run, group, options, style, out);
    sink.append(out);
  }
  if (options.quiet) return;
  std::string out;
  write_story_table(run, style, out);
  out += cat(wrapped(totals_of(run), style.width, 0, 0), "\n");
  sink.append(out);
}

}  // namespace starlint
