#include "report/html/quote.h"

#include <algorithm>

#include "base/strings.h"
#include "report/place.h"

namespace starlint {

namespace {

constexpr std::size_t kReach = 110;   // bytes shown to either side
constexpr std::size_t kMarked = 400;  // bytes of a place itself

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string tail_of(std::string_view text) {
  if (text.size() <= kReach) return std::string(text);
  text.remove_prefix(text.size() - kReach);
  while (!text.empty() && continues_character(text.front())) text.remove_prefix(1);
  return cat("…", text);
}

std::string head_of(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  while (limit > 0 && continues_character(text[limit])) --limit;
  return cat(text.substr(0, limit), "…");
}

/// The places of a finding that begin in one line, with what is said of them.
struct PlaceLine {
  Location where;  // of the first one
  std::vector<Span> spans;
  std::vector<std::string> said;
};

std::vector<PlaceLine> lines_of(const HtmlPage& page, const Finding& finding) {
  std::vector<PlaceLine> lines;
  const auto add = [&](Location where, const std::string& said) {
    const FileResult& file = page.run.file(where.file);
    const std::uint32_t line = file.text.line(where.span.begin);
    auto known = std::find_if(lines.begin(), lines.end(), [&](const PlaceLine& one) {
      return one.where.file == where.file && file.text.line(one.where.span.begin) == line;
    });
    if (known == lines.end()) known = lines.insert(lines.end(), PlaceLine{where, {}, {}});
    known->spans.push_back(where.span);
    // What only repeats the marked words is seen already.
    if (said.find(file.shown(where.span)) == std::string::npos) known->said.push_back(said);
  };
  add(finding.where, std::string(page.run.file(finding.where.file).shown(finding.where.span)));
  for (const Related& related : finding.related) add(related.where, related.message);
  return lines;
}

}  // namespace

Quote quote_around(const FileResult& file, std::vector<Span> places) {
  const std::string_view text = file.shown();
  const LineIndex& lines = file.text.lines();
  for (Span& place : places) place = shown_span(file.text, place);
  std::sort(places.begin(), places.end());
  const auto slice = [&](std::uint32_t begin, std::uint32_t end) {
    return text.substr(begin, end - begin);
  };
  const std::uint32_t line = lines.begin(file.text.line(places.front().begin));
  Quote quote = {{tail_of(slice(line, places.front().begin)), false}};
  std::uint32_t at = places.front().begin;
  for (const Span place : places) {
    if (place.begin > at) quote.push_back({std::string(slice(at, place.begin)), false});
    const std::uint32_t begin = std::max(at, place.begin);
    const std::uint32_t end = std::max(begin, place.end);
    quote.push_back({head_of(slice(begin, end), kMarked), true});
    at = end;
  }
  const std::uint32_t end = std::max(at, lines.span(file.text.line(at), file.text.utf8()).end);
  quote.push_back({head_of(slice(at, end), kReach), false});
  return quote;
}

void write_quote(const Quote& quote, std::string_view mark, HtmlWriter& html) {
  html.open("q", {{"dir", "auto"}});
  for (const QuotePiece& piece : quote) {
    if (piece.marked && !piece.text.empty()) {
      html.element(mark, {}, piece.text);
    } else {
      html.text(piece.text);
    }
  }
  html.close();
}

void write_places(const HtmlPage& page, const Finding& finding) {
  HtmlWriter& html = page.html;
  html.open("div", {{"class", "places"}});
  for (const PlaceLine& line : lines_of(page, finding)) {
    html.open("div", {{"class", "place"}});
    html.element("code", {}, page.place_name(line.where));
    for (const std::string& said : line.said) html.element("span", {{"class", "said"}}, said);
    write_quote(quote_around(page.run.file(line.where.file), line.spans), "mark", html);
    html.close();
  }
  html.close();
}

}  // namespace starlint
