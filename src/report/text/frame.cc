#include "report/text/frame.h"

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "report/place.h"
#include "text/display.h"

namespace starlint {

namespace {

struct Framed {
  const FileResult& file;
  Span span;
  std::string_view label;
  std::string_view arrow;
  char mark;
  std::string_view color;
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

void write_line(const Framed& framed, std::size_t gutter, const Style& style, std::string& out) {
  const Text& text = framed.file.text;
  const Span shown = shown_span(text, framed.span);
  const std::uint32_t number = text.line(shown.begin);
  const std::uint32_t last = text.line(shown.end);
  const Span line = text.lines().span(number, text.utf8());
  const Span marked{std::min(shown.begin, line.end), std::min(shown.end, line.end)};
  const std::size_t room = style.width - gutter - 2;
  const Excerpt excerpt = excerpt_of(framed.file.shown(), line, marked, room);
  const std::string digits = cat(number);
  out += cat(style.dim, std::string(gutter - 1 - digits.size(), ' '), digits, " |", style.off,
             excerpt.text.empty() ? "" : " ", excerpt.text, "\n");
  const std::size_t marks = std::max<std::size_t>(1, excerpt.marked);
  std::string label = visible(framed.label);
  if (last != number) label = cat("to line ", last, label.empty() ? "" : ", ", label);
  const bool beside = excerpt.before + marks + 1 + display_width(label) <= room;
  const std::string bar = cat(style.dim, std::string(gutter, ' '), "|", style.off, " ");
  out += cat(bar, std::string(excerpt.before, ' '), framed.color, std::string(marks, framed.mark));
  if (beside && !label.empty()) out += cat(" ", label);
  out += cat(style.off, "\n");
  if (!beside) {
    const std::size_t indent = std::min(excerpt.before, room / 2);
    const std::string rest = cat(std::string(gutter, ' '), "| ", std::string(indent, ' '));
    const std::string lines = wrapped(label, room - indent, 0, 0);
    for (const std::string_view part : split(lines, '\n')) {
      out += cat(style.dim, rest, style.off, framed.color, part, style.off, "\n");
    }
  }
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
  const Framed own{file, finding.where.span, "", "-->", '^', style.color_of(finding.level)};
  write_heading(own, story_at(file, finding), gutter, options, style, out);
  write_line(own, gutter, style, out);
  for (const Related& related : finding.related) {
    const FileResult& other = run.file(related.where.file);
    const Framed framed{other, related.where.span, related.message, ":::", '-', style.blue};
    write_heading(framed, story_at(other, related.where.span.begin), gutter, options, style, out);
    write_line(framed, gutter, style, out);
  }
}

}  // namespace starlint
