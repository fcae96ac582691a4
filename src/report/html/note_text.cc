#include "report/html/note_text.h"

#include <algorithm>

#include "base/strings.h"
#include "report/place.h"

namespace starlint {

namespace {

/// Something that begins or ends in the text.
struct Edge {
  std::uint32_t at = 0;
  bool opens = false;
  enum class What : std::uint8_t { Part, Label, Mark } what = What::Part;
  std::uint32_t index = 0;  // of the part or of the mark

  friend bool operator<(const Edge& a, const Edge& b) {
    return a.at != b.at ? a.at < b.at : a.opens < b.opens;
  }
};

std::string class_of(Slot slot) { return cat("slot-", ascii_lower(name_of(slot))); }

/// Walks over the edges and writes the pieces between them. Components may share their words, and
/// marks may cross components, so every piece is written with all that holds there.
class Painter {
 public:
  Painter(const HtmlPage& page, const FileResult& file, const Narrative& story,
          const std::vector<std::uint32_t>& marks)
      : html_(page.html),
        file_(file),
        story_(story),
        marks_(marks),
        lettered_(story.parts.size(), false) {
    for (std::uint32_t i = 0; i < story.parts.size(); ++i) {
      const Part& part = story.parts[i];
      if (part.filled) add(part.span, Edge::What::Part, i);
      add(part.label, Edge::What::Label, i);
    }
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
      const Span place = page.run.findings[marks[i]].where.span;
      add(shown_span(file.text, place), Edge::What::Mark, i);
    }
    std::sort(edges_.begin(), edges_.end());
  }

  /// The pieces of [begin, end), which follow on those painted before.
  void paint(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      while (next_ < edges_.size() && edges_[next_].at <= begin) pass(edges_[next_++]);
      const std::uint32_t until = next_ < edges_.size() ? std::min(end, edges_[next_].at) : end;
      write_piece({begin, until});
      begin = until;
    }
  }

  /// The numbers of marks that end at the end of the text, too.
  void finish() {
    while (next_ < edges_.size() && edges_[next_].at <= story_.span.end) pass(edges_[next_++]);
  }

 private:
  void add(Span span, Edge::What what, std::uint32_t index) {
    span.begin = std::max(span.begin, story_.span.begin);
    span.end = std::min(span.end, story_.span.end);
    if (span.begin >= span.end) return;
    edges_.push_back({span.begin, true, what, index});
    edges_.push_back({span.end, false, what, index});
  }

  void pass(const Edge& edge) {
    if (edge.what == Edge::What::Mark) {
      edge.opens ? void(++marked_) : end_mark(edge.index);
    } else {
      auto& open = edge.what == Edge::What::Part ? parts_ : labels_;
      if (edge.opens) {
        if (edge.what == Edge::What::Part) write_letter(edge.index);
        open.push_back(edge.index);
      } else {
        std::erase(open, edge.index);
      }
    }
  }

  void end_mark(std::uint32_t mark) {
    --marked_;
    html_.open("sup");
    html_.element("a", {{"href", cat("#f", marks_[mark])}}, cat(mark + 1));
    html_.close();
  }

  /// The letter in front of a component; one the author labelled in two pieces has it once.
  void write_letter(std::uint32_t index) {
    if (lettered_[index]) return;
    lettered_[index] = true;
    const std::string_view name = name_of(story_.parts[index].slot);
    html_.element("b",
                  {{"class", cat("letter ", class_of(story_.parts[index].slot))},
                   {"role", "img"},
                   {"aria-label", std::string(name)},
                   {"title", std::string(name)}},
                  name.substr(0, 1));
  }

  void write_piece(Span piece) {
    std::size_t opened = 0;
    const auto open = [&](std::string_view tag, const HtmlAttributes& attributes) {
      html_.open(tag, attributes);
      ++opened;
    };
    if (!parts_.empty()) {
      open("span", {{"class", cat("part ", class_of(story_.parts[parts_.back()].slot))}});
    }
    if (!labels_.empty()) open("span", {{"class", "label"}});
    if (marked_ > 0) open("mark", {});
    html_.text(file_.shown(piece));
    for (; opened > 0; --opened) html_.close();
  }

  HtmlWriter& html_;
  const FileResult& file_;
  const Narrative& story_;
  const std::vector<std::uint32_t>& marks_;
  std::vector<bool> lettered_;
  std::vector<Edge> edges_;
  std::size_t next_ = 0;
  std::vector<std::uint32_t> parts_;   // open ones
  std::vector<std::uint32_t> labels_;  // open ones
  std::uint32_t marked_ = 0;           // open ones
};

}  // namespace

void write_note_text(const HtmlPage& page, const FileResult& file, std::uint32_t story,
                     const std::vector<std::uint32_t>& marks) {
  const auto& stories = file.narratives.stories;
  Painter painter(page, file, stories[story], marks);
  page.html.open("div", {{"class", "note-text"}, {"dir", "auto"}});
  std::uint32_t at = stories[story].span.begin;
  for (std::uint32_t i = story + 1; i < stories.size(); ++i) {
    if (stories[i].span.begin >= stories[story].span.end) break;
    if (stories[i].span.begin < at) continue;  // inside another one inside
    painter.paint(at, stories[i].span.begin);
    page.html.open("span", {{"class", "elsewhere"}});
    page.html.text("→ ");
    page.link_story(file, i);
    page.html.text("\n");
    page.html.close();
    at = std::max(at, stories[i].span.end);
  }
  painter.paint(at, stories[story].span.end);
  painter.finish();
  page.html.close();
}

}  // namespace starlint
