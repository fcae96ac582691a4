#include "outline/builder.h"

#include <algorithm>

#include "base/strings.h"
#include "outline/field_line.h"

namespace starlint {

namespace {

constexpr std::uint32_t kMaxLevel = 250;
// Without a marked heading a title stands below the six levels that marks can show.
constexpr std::uint32_t kUnmarked = 6;
// A line this long was probably broken by its writer's editor, so that the next line goes on.
constexpr std::uint32_t kWrappedLine = 60;
constexpr std::size_t kHardWrapped = 130;  // bytes; nobody breaks lines behind more
constexpr std::uint32_t kStep = 4;         // columns that set text apart

std::uint8_t narrow(std::size_t level) {
  return static_cast<std::uint8_t>(std::min<std::size_t>(level, kMaxLevel));
}

}  // namespace

std::uint32_t BlockBuilder::add(Block block) {
  blank_before_ = false;
  outline_.blocks.push_back(block);
  return static_cast<std::uint32_t>(outline_.blocks.size() - 1);
}

std::uint32_t BlockBuilder::parent() const {
  if (!items_.empty()) return items_.back().block;
  return headings_.empty() ? kNone : headings_.back().block;
}

void BlockBuilder::push_heading(std::uint32_t level, bool soft, Span span, Span content) {
  items_.clear();
  open_ = kNone;
  while (!headings_.empty() && headings_.back().level >= level) headings_.pop_back();
  const std::uint32_t block = add({BlockKind::Heading, narrow(level), parent(), span, content});
  headings_.push_back({level, block, soft});
}

void BlockBuilder::heading(std::uint32_t level, Span span, Span content) {
  push_heading(level, false, span, content);
}

void BlockBuilder::soft_heading(std::uint32_t depth, Span span, Span content) {
  std::uint32_t marked = kUnmarked;
  for (const OpenHeading& open : headings_) {
    if (!open.soft) marked = open.level;
  }
  push_heading(std::min(marked + depth, kMaxLevel), true, span, content);
}

void BlockBuilder::close_items(std::uint32_t indent) {
  while (!items_.empty() && items_.back().indent >= indent) items_.pop_back();
}

void BlockBuilder::item(const Line& line, Marker marker) {
  close_items(line.indent);
  const std::uint32_t level = static_cast<std::uint32_t>(items_.size()) + 1;
  open_ = add({BlockKind::ListItem, narrow(level), parent(), line.span, {marker.end, line.end}});
  open_lines_ = 1;
  last_ = line;
  items_.push_back({line.indent, line.indent + (marker.end - line.begin), open_,
                    marker.kind == MarkerKind::Number, marker.kind == MarkerKind::None});
}

// A question, a bold line and a line with a hard break are whole: what follows is something else.
bool BlockBuilder::closes(const Line& line) const {
  std::string_view text = line.content(text_);
  if (const Marker marker = read_marker(text_, line.begin, line.end);
      marker.kind != MarkerKind::None) {
    text.remove_prefix(std::min<std::size_t>(marker.end - line.begin, text.size()));
  }
  const std::string_view tail = text_.substr(line.end, line.span.end - line.end);
  return text.ends_with('?') || text.ends_with("?**") || text.ends_with("?\"") ||
         text.ends_with("？") || is_bold_run(text) || tail.starts_with("  ");
}

// Whether a line at the margin, below an item's text, is the rest of that text: an author who lets
// the editor wrap long lines, or whose sentence is at its end, begins something else there.
bool BlockBuilder::goes_on_lazily(const Line& line) const {
  const std::string_view before = last_.content(text_);
  const char first = line.content(text_).front();
  const bool ended = std::string_view(".!'\"").find(before.back()) != std::string_view::npos;
  return before.size() <= kHardWrapped && !(ended && first >= 'A' && first <= 'Z');
}

// Whether the only line so far was ended by hand: a sentence, with room left for the next word.
bool BlockBuilder::ended_early(const Line& line) const {
  const std::string_view before = last_.content(text_);
  const std::string_view next = line.content(text_);
  const std::size_t word = std::min(next.find(' '), next.size());
  const bool sentence = before.ends_with('.') || before.ends_with('!');
  return open_lines_ == 1 && sentence && before.size() + 1 + word < kWrappedLine &&
         next.size() > before.size() + word;
}

bool BlockBuilder::continues(const Line& line) const {
  if (open_ == kNone || line.quotes != last_.quotes || closes(last_)) return false;
  if (is_field_line(last_.content(text_)) && is_field_line(line.content(text_))) return false;
  const bool wrapped = last_.end - last_.span.begin >= kWrappedLine;
  if (outline_.blocks[open_].kind == BlockKind::ListItem && !items_.empty()) {
    const OpenItem& item = items_.back();
    if (line.indent > item.indent) {
      return line.indent == item.content || open_lines_ > 1 || wrapped;
    }
    return wrapped && goes_on_lazily(line);
  }
  if (ended_early(line)) return false;
  const std::uint32_t shift =
      line.indent > last_.indent ? line.indent - last_.indent : last_.indent - line.indent;
  return shift < kStep;
}

void BlockBuilder::prose(const Line& line) {
  if (continues(line)) {
    Block& block = outline_.blocks[open_];
    block.span.end = line.span.end;
    block.text.end = line.end;
    ++open_lines_;
    last_ = line;
    return;
  }
  close_items(line.indent);
  const BlockKind kind = line.quotes != 0 ? BlockKind::Quote : BlockKind::Paragraph;
  open_ = add({kind, narrow(items_.size()), parent(), line.span, {line.begin, line.end}});
  open_lines_ = 1;
  last_ = line;
}

bool BlockBuilder::hangs(const Line& line) const {
  const auto above = std::find_if(items_.rbegin(), items_.rend(),
                                  [&](const OpenItem& item) { return item.indent < line.indent; });
  if (above == items_.rend() || !above->bare) return false;
  const std::string_view before = last_.content(text_);
  const char first = line.content(text_).front();
  // A figure may begin any line that was wrapped: "… the average wait was" / "14 minutes."
  const bool entry =
      is_ascii_digit(first) ? ends_sentence(before) : is_title_start(first) && before.back() != ',';
  return open_ == kNone || last_.end - last_.span.begin < kWrappedLine || entry;
}

void BlockBuilder::leaf(BlockKind kind, Span span, Span content) {
  open_ = kNone;
  if (kind == BlockKind::Separator) items_.clear();
  add({kind, 0, parent(), span, content});
}

void BlockBuilder::row(const Line& line, const std::vector<Span>& cells) {
  open_ = kNone;
  close_items(line.indent);
  const std::uint32_t row =
      add({BlockKind::TableRow, 0, parent(), line.span, {line.begin, line.end}});
  for (std::size_t column = 0; column < cells.size(); ++column) {
    add({BlockKind::TableCell, narrow(column), row, cells[column], cells[column]});
  }
}

const Block* BlockBuilder::one_line_paragraph() const {
  if (open_ == kNone || open_lines_ != 1) return nullptr;
  const Block& block = outline_.blocks[open_];
  return block.kind == BlockKind::Paragraph ? &block : nullptr;
}

void BlockBuilder::drop_open() {
  outline_.blocks.pop_back();
  open_ = kNone;
}

}  // namespace starlint
