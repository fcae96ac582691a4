// Org mode: stars are headings, "#+KEY:" lines are front matter, drawers and "# " lines comments.
#include <algorithm>

#include "base/strings.h"
#include "outline/builder.h"
#include "outline/readers.h"
#include "outline/table.h"

namespace starlint {

namespace {

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         equals_ignoring_ascii_case(text.substr(0, word.size()), word);
}

class OrgReader {
 public:
  explicit OrgReader(const Text& text)
      : utf8_(text.utf8()), lines_(text.lines()), out_(utf8_, NoteFormat::Org) {}

  Outline read() {
    for (number_ = 1; number_ <= lines_.count(); ++number_) {
      line_ = shape_line(utf8_, lines_.span(number_, utf8_));
      if (line_.blank()) {
        out_.blank();
      } else {
        read_line();
      }
    }
    return out_.finish();
  }

 private:
  void read_line() {
    const std::string_view text = line_.content(utf8_);
    if (heading(text) || block(text) || drawer(text)) return;
    if (text.starts_with("#+")) return leaf(BlockKind::FrontMatter, number_);
    if (text == "#" || text.starts_with("# ")) return leaf(BlockKind::Comment, number_);
    if (is_rule(text)) return leaf(BlockKind::Separator, number_);
    if (text.front() == '|') {
      if (!is_delimiter_row(text)) out_.row(line_, split_cells(utf8_, line_));
      return;
    }
    const Marker marker = read_marker(utf8_, line_.begin, line_.end);
    if (marker.kind != MarkerKind::None) {
      out_.item(line_, marker);
    } else {
      out_.prose(line_);
    }
  }

  void leaf(BlockKind kind, std::uint32_t last) {
    const Span whole{line_.span.begin, lines_.span(last, utf8_).end};
    out_.leaf(kind, whole, whole);
    number_ = last;
  }

  bool heading(std::string_view text) {
    if (line_.begin != line_.span.begin) return false;  // indented stars are bullets
    const std::size_t stars = std::min(text.find_first_not_of('*'), text.size());
    if (stars == 0 || stars >= text.size() || text[stars] != ' ') return false;
    Span inner{line_.begin + static_cast<std::uint32_t>(stars) + 1, line_.end};
    for (const std::string_view state : {"TODO ", "DONE ", "NEXT ", "WAITING "}) {
      if (utf8_.substr(inner.begin, inner.size()).starts_with(state)) {
        inner.begin += static_cast<std::uint32_t>(state.size());
      }
    }
    drop_tags(inner);
    out_.heading(static_cast<std::uint32_t>(stars), line_.span, without_emphasis(utf8_, inner));
    return true;
  }

  // ":conflict:work:" at the end of a heading.
  void drop_tags(Span& inner) const {
    const std::string_view title = utf8_.substr(inner.begin, inner.size());
    const std::size_t space = title.rfind(' ');
    if (space == std::string_view::npos) return;
    const std::string_view tags = title.substr(space + 1);
    if (tags.size() > 2 && tags.front() == ':' && tags.back() == ':') {
      inner.end = inner.begin + static_cast<std::uint32_t>(space);
    }
  }

  bool block(std::string_view text) {
    if (starts_with_word(text, "#+begin_quote") || starts_with_word(text, "#+end_")) {
      leaf(BlockKind::Comment, number_);
      return true;
    }
    if (!starts_with_word(text, "#+begin_")) return false;
    const bool comment = starts_with_word(text, "#+begin_comment");
    const std::uint32_t last = find_line("#+end_");
    if (last == 0) return false;
    leaf(comment ? BlockKind::Comment : BlockKind::Code, last);
    return true;
  }

  bool drawer(std::string_view text) {
    if (text.size() < 3 || text.front() != ':' || text.back() != ':' ||
        text.find(' ') != std::string_view::npos) {
      return false;
    }
    const std::uint32_t last = find_line(":end:");
    if (last == 0) return false;
    leaf(BlockKind::Comment, last);
    return true;
  }

  // The next line that begins with the word, or 0; a word that was not found once is not sought
  // again.
  std::uint32_t find_line(std::string_view word) {
    bool& gone = word.front() == ':' ? no_drawer_end_ : no_block_end_;
    for (std::uint32_t number = number_ + 1; !gone && number <= lines_.count(); ++number) {
      const Line line = shape_line(utf8_, lines_.span(number, utf8_));
      if (starts_with_word(line.content(utf8_), word)) return number;
    }
    gone = true;
    return 0;
  }

  std::string_view utf8_;
  const LineIndex& lines_;
  BlockBuilder out_;
  std::uint32_t number_ = 1;
  Line line_;
  bool no_block_end_ = false;
  bool no_drawer_end_ = false;
};

}  // namespace

Outline read_org(const Text& text) { return OrgReader(text).read(); }

}  // namespace starlint
