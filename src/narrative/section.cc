#include "narrative/section.h"

#include <algorithm>

#include "base/strings.h"
#include "narrative/entries.h"
#include "outline/line.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::uint32_t kRequestRank = 300;
constexpr std::uint32_t kMaxIndent = 80;
constexpr std::uint32_t kMaxHead = 120;  // bytes of an item that is a head
constexpr std::uint32_t kMaxTitle = 60;  // bytes of the title of a numbered entry

// "**Your salary?** I ask them: what is your range?": behind a request, on its line.
bool replies(const Page& page, std::uint32_t row) {
  return row > 0 && page.rows[row - 1].span.end == page.rows[row].span.begin;
}

MarkerKind marker_of(const Page& page, std::uint32_t row) {
  const Line line = shape_line(page.text->utf8(), page.rows[row].span);
  return read_marker(page.text->utf8(), line.begin, line.end).kind;
}

bool is_numbered(const Page& page, std::uint32_t row) {
  return marker_of(page, row) == MarkerKind::Number;
}

std::uint32_t rank_of(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  if (!line.prose || line.cell) return 0;
  const Label* label = page.label(row);
  if (label != nullptr ? !label->question : replies(page, row)) return 0;
  if (line.heading) return line.level;
  // An item below a paragraph at the same margin belongs to it: a question, and what answers it;
  // not so where only its indented lines make it one.
  const bool item = page.outline->blocks[line.block].kind == BlockKind::ListItem &&
                    marker_of(page, row) != MarkerKind::None;
  const std::uint32_t indent = 2 * std::min(line.indent, kMaxIndent) + (item ? 1U : 0U);
  const Ask ask = page.asks[row];
  if (page.opens(row) && (ask == Ask::Behavioural || ask == Ask::General || ask == Ask::Question ||
                          ask == Ask::NotStory || (ask == Ask::Topic && label != nullptr))) {
    return kRequestRank + indent;
  }
  return heads_item(page, row) ? kRequestRank + indent : 0;
}

// "7) How do you …?" looks like a title where its answer is a paragraph, "8) Tell me …." like an
// item: both are requests of one list.
bool is_next_request(const Page& page, const Section& before, std::uint32_t row) {
  const Row& title = page.rows[before.head];
  const bool like_title = title.soft || (!title.heading && before.rank < kRequestRank);
  const Label* label = page.label(row);  // "Q. Explain the gearbox."
  const bool asks = page.asks[row] >= Ask::Question || (label != nullptr && label->question);
  return like_title && page.asks[before.head] >= Ask::Question && asks && !page.rows[row].heading &&
         page.rows[row].indent <= title.indent && open_alike(page, before.head, row);
}

// "**Persuading others.** …" behind "**Tell me about a conflict.** …": the title of the next entry,
// written like the request before it.
bool is_next_entry(const Page& page, const Section& before, std::uint32_t row) {
  const Row& line = page.rows[row];
  return page.rows[before.head].span.end == page.rows[before.head + 1].span.begin && line.first &&
         page.outline->blocks[line.block].kind == BlockKind::Paragraph &&
         line.indent <= page.rows[before.head].indent && open_alike(page, before.head, row) &&
         !run_in_title(page, row).empty();
}

// "6. Teamwork" over its story, behind "5. Tell me about a conflict" of the same list: the title of
// the next entry, however little the request before it was answered.
bool is_next_title(const Page& page, const Section& before, std::uint32_t row) {
  const Row& line = page.rows[row];
  const Row& request = page.rows[before.head];
  if (!line.first || line.content.size() > kMaxTitle || page.slice(line.content).ends_with('.') ||
      row + 1 >= page.row_count()) {
    return false;
  }
  const Row& below = page.rows[row + 1];
  const bool over_text =
      below.block == line.block ? line.ends_early : below.prose && !is_numbered(page, row + 1);
  return over_text && (!request.heading || request.soft) &&
         page.asks[before.head] >= Ask::Question && line.indent == request.indent &&
         page.label(row) == nullptr && is_numbered(page, before.head) && is_numbered(page, row);
}

// Behind a rule stands what answers the request above it no more.
bool ends_at_rule(const Page& page, const Section& section, std::uint32_t row) {
  const Row& head = page.rows[section.head];
  return page.rows[row].separator && row > section.head + 1 && (!head.heading || head.soft) &&
         page.asks[section.head] >= Ask::Question;
}

}  // namespace

bool open_alike(const Page& page, std::uint32_t a, std::uint32_t b) {
  const auto asks = [&](std::uint32_t row) {
    const Label* label = page.label(row);
    return label != nullptr && label->question;
  };
  const auto bold = [&](std::uint32_t row) {  // the text of a heading is without its marks
    return trim(page.slice(page.rows[row].span)).starts_with("**");
  };
  return (is_numbered(page, a) && is_numbered(page, b)) || (asks(a) && asks(b)) ||
         (bold(a) && bold(b));
}

bool heads_item(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const Block& block = page.outline->blocks[line.block];
  if (block.kind != BlockKind::ListItem || !line.first || line.content.size() > kMaxHead)
    return false;
  const std::string_view text = page.slice(line.content);
  if (text.ends_with('.') || page.label(row) != nullptr || block.level > 1) return false;
  if (row + 1 >= page.row_count()) return false;
  const Row& next = page.rows[row + 1];
  return next.prose && next.indent > line.indent && (next.block != line.block || line.ends_early);
}

std::vector<Section> sections_of(const Page& page) {
  std::vector<Section> sections;
  std::vector<std::uint32_t> open;
  const auto close = [&](std::uint32_t rank, std::uint32_t row) {
    while (!open.empty() && sections[open.back()].rank >= rank) {
      sections[open.back()].end = row;
      open.pop_back();
    }
  };
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    std::uint32_t rank = rank_of(page, row);
    if (rank == 0 && !open.empty() && is_next_title(page, sections[open.back()], row)) {
      rank = sections[open.back()].rank;
    }
    if (rank == 0) {
      if (!open.empty() && (is_next_entry(page, sections[open.back()], row) ||
                            ends_at_rule(page, sections[open.back()], row))) {
        close(sections[open.back()].rank, row);
      }
      continue;
    }
    for (const std::uint32_t one : open) {
      if (is_next_request(page, sections[one], row)) rank = sections[one].rank;
    }
    close(rank, row);
    const std::uint32_t parent = open.empty() ? kNone : open.back();
    open.push_back(static_cast<std::uint32_t>(sections.size()));
    sections.push_back({row, page.row_count(), parent, rank});
  }
  close(0, page.row_count());
  return sections;
}

std::uint32_t body_end(const Page& page, const Section& section) {
  std::uint32_t end = section.end;
  while (end > section.head + 1 && !page.rows[end - 1].prose) --end;
  return end;
}

std::uint32_t body_begin(const Page& page, const Section& section, std::uint32_t end) {
  if (page.rows[section.head].answered) return section.head;
  std::uint32_t row = section.head + 1;
  while (row < end && !page.opens(row)) ++row;
  while (row < end && !page.rows[row].prose) ++row;
  // A table of "Company", "Year" … may stand above what is told.
  std::uint32_t told = row;
  while (told < end && (page.rows[told].cell || !page.rows[told].prose)) ++told;
  return told < end ? told : row;
}

namespace {

bool is_upper_at(std::string_view text, std::size_t at) {
  return is_upper(next_code_point(text, at));
}

}  // namespace

bool holds_place(const Page& page, std::uint32_t row) {
  const Row& line = page.rows[row];
  const std::uint32_t text = page.outline->blocks[line.block].text.begin;
  const std::uint32_t begin = line.first ? std::max(line.content.begin, text) : line.content.begin;
  bool placeholder = false;
  if (is_filled(page, row, row + 1, begin, placeholder) || !placeholder) return false;
  // "(see the mill)" is where the answer is; "(write)" and "(later)" are what is to be done.
  const std::string_view told = page.slice({begin, line.content.end});
  const bool wonders = told.find('?') != std::string_view::npos;
  const bool one_word = told.starts_with('(') && told.find(' ') == std::string_view::npos &&
                        told.size() > 1 && !is_upper_at(told, 1);
  return wonders || one_word ||
         std::any_of(page.sentences.begin() + page.first_sentence[row],
                     page.sentences.begin() + page.first_sentence[row + 1],
                     [&](const Sentence& one) { return page.shows(one, Sign::Placeholder); });
}

bool says_nothing(const Page& page, std::uint32_t body, std::uint32_t end) {
  for (std::uint32_t row = body; row < end; ++row) {
    const Row& line = page.rows[row];
    if (!line.prose) {
      if (page.outline->blocks[line.block].kind == BlockKind::Code) return false;
      continue;
    }
    const bool reply = replies(page, row);
    if (line.heading || (page.asks[row] >= Ask::Question && !line.answered && !reply)) continue;
    const bool says =
        reply || std::any_of(page.sentences.begin() + page.first_sentence[row],
                             page.sentences.begin() + page.first_sentence[row + 1],
                             [&](const Sentence& one) { return !line.turn || !one.question; });
    if (says && !holds_place(page, row)) return false;
  }
  return true;
}

bool stands_under_no_story(const Page& page, const std::vector<Section>& sections,
                           const Section& section) {
  for (std::uint32_t at = section.parent; at != kNone; at = sections[at].parent) {
    if (page.asks[sections[at].head] == Ask::NotStory) return true;
  }
  return false;
}

}  // namespace starlint
