#include "narrative/entries.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::uint32_t kShortestEntry = 18;  // words
constexpr std::size_t kMaxTitle = 60;         // bytes of a run-in title without marks
constexpr std::ptrdiff_t kTitleBlanks = 4;    // in it

struct Entry {
  std::uint32_t first = 0;  // rows [first, end)
  std::uint32_t end = 0;
  bool titled = false;
};

class EntryReader {
 public:
  EntryReader(const Page& page, std::uint32_t first, std::uint32_t end)
      : page_(page), first_(first), end_(first) {
    // What stands below a heading of its own is read there.
    while (end_ < end && !page_.rows[end_].heading) ++end_;
  }

  // Items, else paragraphs: a file may hold lists beside the stories.
  std::vector<Story> read() {
    items_ = count([&](std::uint32_t row) { return is_item(row); }) >= 2;
    std::vector<Story> stories = collect();
    if (!stories.empty() || !items_) return stories;
    items_ = false;
    return collect();
  }

 private:
  std::vector<Story> collect() {
    entries_.clear();
    marked_ = false;
    marked_ =
        !items_ && count([&](std::uint32_t row) { return may_open(row) && is_bold(row); }) >= 2;
    const bool titled =
        count([&](std::uint32_t row) { return may_open(row) && is_titled(row); }) >= 2;
    for (std::uint32_t row = first_; row < end_; ++row) {
      const bool asks = !items_ && titled && may_open(row) && page_.asks[row] >= Ask::General;
      if (!asks && (!may_open(row) || (!items_ && titled && !is_titled(row)))) continue;
      if (!entries_.empty()) entries_.back().end = std::min(entries_.back().end, row);
      if (!asks) entries_.push_back({row, end_, is_titled(row)});
    }
    close_last();
    std::vector<Story> stories;
    std::vector<Story> with_company;  // and those to which a title beside told ones is enough
    for (const Entry& entry : entries_) {
      const bool told = tells(entry);
      if (told) stories.push_back(story_of(entry));
      if (told || (entry.titled && tells_something(entry))) {
        with_company.push_back(story_of(entry));
      }
    }
    // Paragraphs without titles are as a rule those of one story.
    const bool apart = items_ || titled || stories.size() == entries_.size();
    if (stories.size() < 2 || 2 * stories.size() < entries_.size() || !apart) return {};
    return with_company;
  }

  // What stands behind the last of several paragraphs, or behind a rule, belongs to none of them.
  void close_last() {
    if (entries_.size() < 2) return;
    const auto blocks = [&](const Entry& entry) {
      return count_in(
          entry, [&](std::uint32_t row) { return page_.rows[row].first && page_.rows[row].prose; });
    };
    const bool single = std::all_of(entries_.begin(), entries_.end() - 1,
                                    [&](const Entry& entry) { return blocks(entry) == 1; });
    Entry& last = entries_.back();
    for (std::uint32_t row = last.first + 1; row < last.end; ++row) {
      const Row& line = page_.rows[row];
      const bool next = !items_ && single && line.first && line.prose;
      if (line.separator || next) last.end = row;
    }
  }

  template <typename Holds>
  std::uint32_t count(Holds holds) const {
    return count_in({first_, end_}, holds);
  }

  template <typename Holds>
  std::uint32_t count_in(const Entry& entry, Holds holds) const {
    std::uint32_t n = 0;
    for (std::uint32_t row = entry.first; row < entry.end; ++row) n += holds(row) ? 1U : 0U;
    return n;
  }

  bool is_item(std::uint32_t row) const {
    const Row& line = page_.rows[row];
    const Block& block = page_.outline->blocks[line.block];
    return line.first && block.kind == BlockKind::ListItem && block.level == 1;
  }

  bool may_open(std::uint32_t row) const {
    const Row& line = page_.rows[row];
    if (!line.prose || !line.first) return false;
    if (items_) return is_item(row);
    return page_.outline->blocks[line.block].kind == BlockKind::Paragraph &&
           line.indent <= page_.rows[first_].indent;
  }

  // Where titles are bold, "Panel: two of them" is none.
  bool is_titled(std::uint32_t row) const {
    return !run_in_title(page_, row).empty() && (!marked_ || is_bold(row));
  }

  bool is_bold(std::uint32_t row) const {
    const Span title = run_in_title(page_, row);
    return title.begin >= 2 && !title.empty() &&
           page_.slice({title.begin - 2, title.begin}) == "**";
  }

  // An event of its own: told by the speaker, and opened by something else than a deed.
  bool tells(const Entry& entry) const {
    const ProseEvidence evidence = weigh(page_, entry.first, entry.end);
    const std::uint32_t opening = page_.first_sentence[entry.first];
    if (opening == page_.first_sentence[entry.end]) return false;
    const Sentence& first = page_.sentences[opening];
    const bool scene = page_.shows(first, Sign::Situation) || (items_ && !first.deed);
    return (entry.titled || scene) && evidence.sentences >= 2 && evidence.told >= 1 &&
           (entry.titled || evidence.told * 3 >= evidence.sentences ||
            (items_ && evidence.past * 2 >= evidence.sentences)) &&
           evidence.words >= kShortestEntry && evidence.advice == 0 && says_i(entry);
  }

  // Less than an event of the speaker's, but one that they took part in.
  bool tells_something(const Entry& entry) const {
    const ProseEvidence evidence = weigh(page_, entry.first, entry.end);
    return evidence.events >= 1 && evidence.sentences >= 2 && evidence.words >= kShortestEntry &&
           evidence.advice == 0 && says_i(entry);
  }

  bool says_i(const Entry& entry) const {
    return std::any_of(page_.sentences.begin() + page_.first_sentence[entry.first],
                       page_.sentences.begin() + page_.first_sentence[entry.end],
                       [](const Sentence& sentence) { return sentence.self > 0; });
  }

  Story story_of(const Entry& entry) const {
    Story story;
    story.first = story.body = entry.first;
    story.end = entry.end;
    while (story.end > story.first + 1 && !page_.rows[story.end - 1].prose) --story.end;
    if (entry.titled) story.title = entry.first;
    return story;
  }

  const Page& page_;
  std::uint32_t first_;
  std::uint32_t end_;
  bool items_ = false;
  bool marked_ = false;  // titles are in bold type
  std::vector<Entry> entries_;
};

// A short first line without an end, over the long lines of its paragraph.
bool is_title_line(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  if (!line.first || row + 1 >= page.row_count() || line.content.size() > kMaxTitle) return false;
  const Row& next = page.rows[row + 1];
  const std::string_view text = page.slice(line.content);
  return next.block == line.block && next.content.size() > kMaxTitle &&
         text.find_last_of(".!?,;:") != text.size() - 1 &&
         page.outline->blocks[line.block].kind == BlockKind::Paragraph;
}

}  // namespace

Span run_in_title(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const std::uint32_t begin =
      std::max(line.content.begin, page.outline->blocks[line.block].text.begin);
  if (line.heading || begin >= line.content.end) return {};
  const std::string_view text = page.slice({begin, line.content.end});
  const bool bold = text.starts_with("**") || text.starts_with("__");
  const bool marked = bold || text[0] == '*' || text[0] == '_';
  if (is_title_line(page, row)) return {begin, line.content.end};
  const std::size_t from = bold ? 2 : marked ? 1 : 0;
  const std::size_t close = text.find(marked ? text.substr(0, from) : ": ", from);
  if (close == std::string_view::npos || close == from) return {};
  const std::string_view title = text.substr(from, close - from);
  if (trim(text.substr(close + std::max<std::size_t>(1, from))).empty()) return {};
  if (!marked &&
      (title.size() > kMaxTitle || std::count(title.begin(), title.end(), ' ') > kTitleBlanks)) {
    return {};
  }
  const auto at = static_cast<std::uint32_t>(from);
  return {begin + at, begin + at + static_cast<std::uint32_t>(title.size())};
}

std::vector<Story> stories_of_entries(const Page& page, std::uint32_t first, std::uint32_t end) {
  return EntryReader(page, first, end).read();
}

}  // namespace starlint
