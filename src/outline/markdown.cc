// Markdown and plain text. Where the two disagree, the reading that people mean in notes wins: deep
// indentation nests, a number before a short line over a text is a title, "##Title" is a heading.
#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "outline/bare_title.h"
#include "outline/builder.h"
#include "outline/code.h"
#include "outline/fence.h"
#include "outline/framed_title.h"
#include "outline/front_matter.h"
#include "outline/html.h"
#include "outline/readers.h"
#include "outline/table.h"

namespace starlint {

namespace {

constexpr std::uint32_t kBareTitleBytes = 60;  // a title without any mark is shorter still
constexpr std::size_t kShortName = 3;          // bytes before a full stop: "Dr. Osei and the lift"
constexpr std::uint32_t kHang = 2;             // columns that hang a line below another

class MarkdownReader {
 public:
  MarkdownReader(const Text& text, NoteFormat format)
      : utf8_(text.utf8()),
        lines_(text.lines()),
        format_(format),
        out_(utf8_, format),
        fences_(utf8_, lines_) {}

  Outline read() {
    if (const std::uint32_t last = front_matter_end(utf8_, lines_); last > 0) {
      const Span whole{lines_.begin(1), lines_.span(last, utf8_).end};
      out_.leaf(BlockKind::FrontMatter, whole, whole);
      number_ = last + 1;
    }
    while (number_ <= lines_.count()) {
      line_ = shape(number_);
      if (line_.blank()) {
        out_.blank();
        ++number_;
      } else {
        read_line();
      }
    }
    return out_.finish();
  }

 private:
  Line shape(std::uint32_t number) const { return shape_line(utf8_, lines_.span(number, utf8_)); }
  std::string_view content(const Line& line) const { return line.content(utf8_); }
  Span content_span() const { return {line_.begin, line_.end}; }

  // Each reader of a form returns whether the line had it, and moves number_ behind what it read.
  void read_line() {
    if (fence() || comment() || atx_heading() || framed_title() || rule() || table() || code() ||
        tags() || underlined_item() || titled_line() || hung_line()) {
      return;
    }
    ++number_;
    if (const Marker marker = read_marker(utf8_, line_.begin, line_.end);
        marker.kind != MarkerKind::None) {
      out_.item(line_, marker);
    } else {
      out_.prose(line_);
    }
  }

  // The next line that is not blank; a blank Line at the end of the text.
  Line next_content(std::uint32_t after) const {
    for (std::uint32_t number = after + 1; number <= lines_.count(); ++number) {
      const Line line = shape(number);
      if (!line.blank()) return line;
    }
    return {};
  }

  Line next_line() const { return number_ < lines_.count() ? shape(number_ + 1) : Line{}; }

  bool fence() {
    const std::optional<Fence> fence = fences_.read(number_, content(line_));
    if (!fence) return false;
    if (fence->close == 0 || fence->prose) {
      // The marks alone are no prose; what stands between them is read as notes.
      out_.leaf(BlockKind::Comment, line_.span, content_span());
      ++number_;
      return true;
    }
    const Span whole{line_.span.begin, lines_.span(fence->close, utf8_).end};
    out_.leaf(BlockKind::Code, whole, whole);
    number_ = fence->close + 1;
    return true;
  }

  bool comment() {
    const std::string_view opening = content(line_);
    const bool own = format_ == NoteFormat::Plain && opening.starts_with('#') &&
                     trim(opening.substr(1)).starts_with(kOwnMark);
    if (own || opening.starts_with("[//]: #") || opening.starts_with("[comment]: #")) {
      out_.leaf(BlockKind::Comment, line_.span, content_span());
      ++number_;
      return true;
    }
    if (!opening.starts_with("<!--") || line_.begin >= no_comment_end_) return false;
    const std::size_t close = utf8_.find("-->", line_.begin + 4);
    if (close == std::string_view::npos) {
      no_comment_end_ = line_.begin;
      return false;
    }
    const std::uint32_t last = lines_.line(static_cast<std::uint32_t>(close));
    std::uint32_t end_line = last;
    if (!trim(utf8_.substr(close + 3, lines_.span(last, utf8_).end - close - 3)).empty()) {
      // Text follows the comment on its last line, which stays prose.
      if (last == number_) return false;
      end_line = last - 1;
    }
    const Span whole{line_.span.begin, lines_.span(end_line, utf8_).end};
    out_.leaf(BlockKind::Comment, whole, whole);
    number_ = end_line + 1;
    return true;
  }

  bool heading(std::size_t level, Span inner) {
    out_.heading(static_cast<std::uint32_t>(level), line_.span, without_emphasis(utf8_, inner));
    ++number_;
    return true;
  }

  bool atx_heading() {
    const std::string_view text = content(line_);
    const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
    if (level == 0 || level > 6) return false;
    const bool spaced = level == text.size() || is_ascii_space(text[level]);
    const bool glued = !spaced && (level > 1 || is_title_start(text[level])) &&
                       text.find(" #", level) == std::string_view::npos && text[level] != '!';
    if (!spaced && !glued) return false;
    Span inner{line_.begin + static_cast<std::uint32_t>(level), line_.end};
    while (!inner.empty() &&
           (utf8_[inner.end - 1] == '#' || is_ascii_space(utf8_[inner.end - 1]))) {
      --inner.end;
    }
    // "C#" keeps its mark: only a run behind a space closes a heading.
    if (inner.end < line_.end && utf8_[inner.end] == '#') {
      inner.end = std::min(line_.end, static_cast<std::uint32_t>(std::min<std::size_t>(
                                          utf8_.find(' ', inner.end), line_.end)));
    }
    return heading(level, inner);
  }

  // A line of marks underlines the title above it, or stands above one, or separates.
  bool rule() {
    const std::string_view marks = content(line_);
    const bool underline =
        marks.size() >= 2 && marks.find_first_not_of('=') == std::string_view::npos;
    if (!underline && !is_rule(marks)) return false;
    const Block* above = out_.one_line_paragraph();
    if (above != nullptr && (marks[0] == '=' || marks[0] == '-') &&
        may_be_underlined(utf8_.substr(above->text.begin, above->text.size()), marks)) {
      const Block title = *above;
      out_.drop_open();
      out_.heading(marks[0] == '=' ? 1 : 2, {title.span.begin, line_.span.end},
                   without_emphasis(utf8_, title.text));
      ++number_;
      return true;
    }
    out_.leaf(BlockKind::Separator, line_.span, content_span());
    ++number_;
    if (number_ <= lines_.count()) title_under_rule();
    return true;
  }

  // "I rang them. They came" over a few dashes is told, and what follows is apart from it.
  static bool may_be_underlined(std::string_view title, std::string_view marks) {
    const std::size_t stop = title.find(". ");
    const bool told =
        stop != std::string_view::npos && stop > kShortName && marks.size() * 2 < title.size();
    return can_be_title(title) && !told;
  }

  // "1) A late delivery" over a line of dashes about as long: a numbered title, not a first item.
  bool underlined_item() {
    const Marker marker = read_marker(utf8_, line_.begin, line_.end);
    const std::string_view marks = content(next_line());
    const std::string_view title = content(line_);
    const bool underlined = marks.size() * 2 >= title.size() &&
                            marks.find_first_not_of(marks[0] == '=' ? '=' : '-') == marks.npos;
    if (marker.kind != MarkerKind::Number || !underlined || !can_be_title(title)) return false;
    out_.heading(marks[0] == '=' ? 1 : 2, {line_.span.begin, next_line().span.end},
                 without_emphasis(utf8_, {marker.end, line_.end}));
    number_ += 2;
    return true;
  }

  void title_under_rule() {
    line_ = shape(number_);
    if (line_.blank() || line_.indent != 0 || !can_be_title(content(line_)) ||
        !is_ascii_alnum(utf8_[line_.begin]) ||
        read_marker(utf8_, line_.begin, line_.end).kind != MarkerKind::None) {
      return;
    }
    const Line next = next_line();
    const bool alone =
        next.blank() || read_marker(utf8_, next.begin, next.end).kind != MarkerKind::None;
    if (!alone || is_rule(content(next))) return;
    out_.heading(2, line_.span, content_span());
    ++number_;
  }

  bool table() {
    const std::string_view text = content(line_);
    if (text.find('|') == std::string_view::npos) return false;
    if (is_delimiter_row(text)) {
      ++number_;
      return true;
    }
    const bool framed = text.front() == '|' && text.size() > 1 && text.back() == '|';
    if (!framed && !in_table_ && !is_delimiter_row(content(next_line()))) return false;
    out_.row(line_, split_cells(utf8_, line_));
    ++number_;
    in_table_ =
        number_ <= lines_.count() && content(shape(number_)).find('|') != std::string_view::npos;
    return true;
  }

  // Program text without a fence: two or more lines of it, with what is indented between them.
  bool code() {
    if (!looks_like_code(content(line_)) || !looks_like_code(content(next_content(number_)))) {
      return false;
    }
    const std::uint32_t first = number_;
    std::uint32_t last = number_;
    for (std::uint32_t number = number_ + 1; number <= lines_.count(); ++number) {
      const Line line = shape(number);
      if (line.blank()) continue;
      const bool goes_on = continues_code(content(line)) ||
                           (line.indent >= 2 && number == last + 1 &&
                            read_marker(utf8_, line.begin, line.end).kind == MarkerKind::None);
      if (!goes_on) break;
      last = number;
    }
    const Span whole{lines_.begin(first), lines_.span(last, utf8_).end};
    out_.leaf(BlockKind::Code, whole, whole);
    number_ = last + 1;
    return true;
  }

  // Anchors, line breaks, the frame of a foldable part are nothing; what stands in other tags is a
  // heading or prose.
  bool tags() {
    const std::optional<TaggedLine> tagged = read_tags(utf8_, line_);
    if (!tagged) return false;
    if (tagged->inner.empty()) {
      out_.leaf(BlockKind::Comment, line_.span, content_span());
    } else if (tagged->level != 0) {
      return heading(tagged->level, tagged->inner);
    } else if (tagged->title) {
      out_.soft_heading(1, line_.span, without_emphasis(utf8_, tagged->inner));
    } else {
      line_.begin = tagged->inner.begin;
      line_.end = tagged->inner.end;
      return false;
    }
    ++number_;
    return true;
  }

  bool framed_title() {
    if (format_ == NoteFormat::Plain && out_.blank_before() &&
        opens_with_arrows(utf8_, line_, next_line())) {
      out_.soft_heading(1, line_.span, without_emphasis(utf8_, content_span()));
      ++number_;
      return true;
    }
    const std::optional<FramedTitle> title = read_framed_title(utf8_, line_);
    return title && heading(title->level, title->inner);
  }

  // Titles that no mark makes headings: a bold line, a numbered line over a text, a bare line.
  bool titled_line() {
    const std::uint32_t size = line_.end - line_.begin;
    if (size > kTitleBytes || line_.quotes != 0) return false;
    const std::string_view text = content(line_);
    if (line_.indent < 4 && is_bold_run(text) && !ends_sentence(text.substr(0, text.size() - 2))) {
      out_.soft_heading(2, line_.span, without_emphasis(utf8_, content_span()));
      ++number_;
      return true;
    }
    if (format_ == NoteFormat::Plain && out_.blank_before() && line_.indent == 0 &&
        is_title_start(text[0]) && ends_in_colon(text) && !next_line().blank() &&
        read_marker(utf8_, line_.begin, line_.end).kind == MarkerKind::None) {
      // "Scenario:" may be a label below a title; a longer line is a title itself.
      out_.soft_heading(std::count(text.begin(), text.end(), ' ') >= 2 ? 1 : 3, line_.span,
                        content_span());
      ++number_;
      return true;
    }
    if (stands_over_items(text)) {
      out_.soft_heading(1, line_.span, content_span());
      ++number_;
      return true;
    }
    if (size > kBareTitleBytes || line_.indent >= 4 || ends_sentence(text)) return false;
    const Marker marker = read_marker(utf8_, line_.begin, line_.end);
    const bool numbered = marker.kind == MarkerKind::Number && marker.end < line_.end &&
                          !out_.in_numbered_list() && stands_over_text();
    const std::uint32_t number = behind_bracketed_number(text);  // "[2] Slow checkout"
    const bool bare =
        format_ == NoteFormat::Plain && marker.kind == MarkerKind::None && out_.blank_before() &&
        line_.indent == 0 &&
        (is_title_start(text[number]) || (is_low_title(text) && next_line().blank())) &&
        opens_part();
    if (!numbered && !bare) return false;
    const std::uint32_t begin = numbered ? marker.end : line_.begin + number;
    out_.soft_heading(1, line_.span, without_emphasis(utf8_, {begin, line_.end}));
    ++number_;
    return true;
  }

  // An outline by indentation alone: a short line over deeper ones is an item, and so is each of
  // these that its writer ended by hand.
  bool hung_line() {
    const auto is_bare = [&](const Line& line) {
      return !line.blank() && line.quotes == 0 &&
             read_marker(utf8_, line.begin, line.end).kind == MarkerKind::None;
    };
    if (format_ != NoteFormat::Plain || !is_bare(line_)) return false;
    const bool title = line_.end - line_.begin <= kBareTitleBytes && !ends_sentence(content(line_));
    const bool over = title && is_bare(next_line()) && next_line().indent >= line_.indent + kHang;
    if (!over && !out_.hangs(line_)) return false;
    out_.item(line_, {MarkerKind::None, line_.begin});
    ++number_;
    return true;
  }

  // In plain text a longer line can be a title, too, where items follow at once.
  bool stands_over_items(std::string_view text) const {
    if (format_ != NoteFormat::Plain || !out_.blank_before() || line_.indent != 0 ||
        (!is_title_start(text[0]) && !is_low_title(text)) || ends_sentence(text)) {
      return false;
    }
    const Line next = next_line();
    return read_marker(utf8_, line_.begin, line_.end).kind == MarkerKind::None && !next.blank() &&
           read_marker(utf8_, next.begin, next.end).kind == MarkerKind::Bullet;
  }

  // What follows a numbered title begins at its own margin and is neither numbered nor a mark.
  bool stands_over_text() const {
    const Line next = next_content(number_);
    if (next.blank() || next.indent > line_.indent || next.quotes != 0) return false;
    const std::string_view text = content(next);
    return read_marker(utf8_, next.begin, next.end).kind == MarkerKind::None && !is_rule(text) &&
           text[0] != '#' && text[0] != '|';
  }

  // A bare line stands over items, or over a blank line and a longer text.
  bool opens_part() const {
    const Line next = next_line();
    const Line below = next.blank() ? next_content(number_) : next;
    if (below.blank()) return false;
    const bool item = read_marker(utf8_, below.begin, below.end).kind != MarkerKind::None;
    return item || (next.blank() && below.end - below.begin > kBareTitleBytes);
  }

  std::string_view utf8_;
  const LineIndex& lines_;
  NoteFormat format_;
  BlockBuilder out_;
  std::uint32_t number_ = 1;  // 1-based line being read
  Line line_;                 // its shape
  bool in_table_ = false;
  FenceReader fences_;
  std::uint32_t no_comment_end_ = 0xFFFFFFFF;  // from this offset on no comment is closed
};

}  // namespace

Outline read_markdown(const Text& text, NoteFormat format) {
  return MarkdownReader(text, format).read();
}

}  // namespace starlint
