#include "report/text/frame.h"

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "report/place.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr char kOther = '-';        // marks the other places
constexpr std::size_t kAround = 4;  // cells a line needs around its marks

struct Framed {
  const FileResult& file;
  Span span;
  std::string_view label;
  std::string_view arrow;
  char mark;
  std::string_view color;
  std::vector<Span> beside = {};  // other places of the same line, marked with it
};

/// "Checkout rewrite › Result" of a place, "" outside all stories.
std::string logical_place(const FileResult& file, std::uint32_t story, std::uint32_t offset) {
  if (story == kNone) return {};
  const Narrative& narrative = file.narratives.stories[story];
  const std::uint32_t part = part_at(file, story, offset);
  const std::string_view slot = part == kNone ? "" : name_of(narrative.parts[part].slot);
  if (narrative.title_text.empty() || slot.empty()) return cat(narrative.title_text, slot);
  return cat(narrative.title_text, " › ", slot);
}

void write_heading(const Framed& framed, std::uint32_t story, std::size_t gutter,
                   const ReportOptions& options, const Style& style, std::string& out) {
  const Position at = framed.file.text.position(framed.span.begin);
  const std::string place = cat(visible(framed.file.source.path), ":", at.line, ":", at.column);
  const auto full =
      (std::filesystem::path(options.directory) / framed.file.source.path).generic_string();
  out += cat(style.dim, std::string(gutter - 1, ' '), framed.arrow, style.off, " ",
             style.link(cat("file://", uri_of(full)), place));
  const std::string logical = visible(logical_place(framed.file, story, framed.span.begin));
  const std::size_t used = gutter + 5 + display_width(place);
  if (!logical.empty() && used + display_width(logical) <= style.width) {
    out += cat("  ", style.dim, logical, style.off);
  }
  out += "\n";
}

/// The marks under a line from `window` on: those of the places beside, and over them its own.
std::string marks_of(const Framed& framed, Span window, Span marked, const Style& style) {
  const std::string_view utf8 = framed.file.shown();
  const auto cell = [&](std::uint32_t offset) {
    return display_width(visible(utf8.substr(window.begin, offset - window.begin)));
  };
  std::string row(cell(window.end), ' ');
  for (const Span other : framed.beside) {
    for (std::size_t i = cell(other.begin); i < cell(other.end); ++i) row[i] = kOther;
  }
  row.resize(std::max(row.size(), cell(marked.begin) + 1), ' ');
  for (std::size_t i = cell(marked.begin); i < std::max(cell(marked.end), cell(marked.begin) + 1);
       ++i) {
    row[i] = framed.mark;
  }
  std::string out;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = std::min(row.find_first_not_of(row[at], at), row.size());
    const std::string_view run = std::string_view(row).substr(at, end - at);
    const std::string_view color = row[at] == framed.mark ? framed.color : style.blue;
    out += row[at] == ' ' ? std::string(run) : cat(color, run, style.off);
    at = end;
  }
  return out;
}

void write_line(const Framed& framed, std::size_t gutter, const Style& style, std::string& out) {
  const Text& text = framed.file.text;
  const Span shown = shown_span(text, framed.span);
  const std::uint32_t number = text.line(shown.begin);
  const std::uint32_t last = text.line(shown.end);
  const Span line = text.lines().span(number, text.utf8());
  const Span marked{std::min(shown.begin, line.end), std::min(shown.end, line.end)};
  const std::size_t room = style.width - gutter - 2;
  Span window = marked;
  for (const Span other : framed.beside) {
    window = {std::min(window.begin, other.begin), std::max(window.end, other.end)};
  }
  const Excerpt excerpt = excerpt_of(framed.file.shown(), line, window, room);
  const std::string digits = cat(number);
  out += cat(style.dim, std::string(gutter - 1 - digits.size(), ' '), digits, " |", style.off,
             excerpt.text.empty() ? "" : " ", excerpt.text, "\n");
  const std::size_t marks = std::max<std::size_t>(1, excerpt.marked);
  std::string label = visible(framed.label);
  if (last != number) label = cat("to line ", last, label.empty() ? "" : ", ", label);
  const bool beside = excerpt.before + marks + 1 + display_width(label) <= room;
  const std::string bar = cat(style.dim, std::string(gutter, ' '), "|", style.off, " ");
  out += cat(bar, std::string(excerpt.before, ' '));
  if (framed.beside.empty()) {
    out += cat(framed.color, std::string(marks, framed.mark));
    if (beside && !label.empty()) out += cat(" ", label);
    out += cat(style.off, "\n");
  } else {
    out += cat(marks_of(framed, window, marked, style), "\n");
  }
  if (!beside && !label.empty()) {
    const std::size_t indent = std::min(excerpt.before, room / 2);
    const std::string rest = cat(std::string(gutter, ' '), "| ", std::string(indent, ' '));
    const std::string lines = wrapped(label, room - indent, 0, 0);
    for (const std::string_view part : split(lines, '\n')) {
      out += cat(style.dim, rest, style.off, framed.color, part, style.off, "\n");
    }
  }
}

/// Whether a place stands on the line of the finding's own, its label says no more than the words
/// that it marks, and the line shows both.
bool stands_beside(const LintRun& run, const Finding& finding, const Related& related,
                   std::size_t room) {
  if (related.where.file != finding.where.file) return false;
  const FileResult& file = run.file(finding.where.file);
  const Span own = finding.where.span;
  const Span other = related.where.span;
  const std::uint32_t line = file.text.line(own.begin);
  for (const std::uint32_t offset : {own.end, other.begin, other.end}) {
    if (file.text.line(offset) != line) return false;
  }
  const std::string_view words = file.shown(other);
  if (own.overlaps(other) || (related.message != words && related.message != cat("'", words, "'")))
    return false;
  const Span both{std::min(own.begin, other.begin), std::max(own.end, other.end)};
  return display_width(visible(file.shown(both))) + kAround <= room;
}

}  // namespace

std::size_t gutter_of(const LintRun& run, const Finding& finding) {
  const auto line = [&](Location where) {
    return run.file(where.file).text.line(where.span.begin);
  };
  std::uint32_t highest = line(finding.where);
  for (const Related& related : finding.related) highest = std::max(highest, line(related.where));
  return std::max<std::size_t>(3, cat(highest).size()) + 2;
}

void write_frame(const LintRun& run, const Finding& finding, const ReportOptions& options,
                 const Style& style, std::string& out) {
  const std::size_t gutter = gutter_of(run, finding);
  const FileResult& file = run.file(finding.where.file);
  Framed own{file, finding.where.span, "", "-->", '^', style.color_of(finding.level)};
  const auto is_beside = [&](const Related& related) {
    return stands_beside(run, finding, related, style.width - gutter - 2);
  };
  for (const Related& related : finding.related) {
    if (is_beside(related)) own.beside.push_back(related.where.span);
  }
  write_heading(own, story_at(file, finding), gutter, options, style, out);
  write_line(own, gutter, style, out);
  for (const Related& related : finding.related) {
    if (is_beside(related)) continue;
    const FileResult& other = run.file(related.where.file);
    const Framed framed{other, related.where.span, related.message, ":::", kOther, style.blue};
    write_heading(framed, story_at(other, related.where.span.begin), gutter, options, style, out);
    write_line(framed, gutter, style, out);
  }
}

}  // namespace starlint
