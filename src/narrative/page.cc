#include "narrative/page.h"

#include <algorithm>

#include "base/strings.h"
#include "narrative/columns.h"
#include "narrative/inline_labels.h"
#include "narrative/learned_labels.h"
#include "narrative/remark.h"
#include "narrative/section.h"
#include "narrative/settle.h"
#include "narrative/turn.h"

namespace starlint {

namespace {

constexpr std::uint32_t kLanguageSample = 16384;  // bytes of prose that tell the language

// The language most of whose function words stand in the prose.
const Language& detect_language(const Page& page) {
  const NarrativeRules& rules = *page.rules;
  std::vector<std::uint32_t> counts(rules.languages.size());
  std::vector<Word> tokens;
  std::uint32_t bytes = 0;
  for (const Row& row : page.rows) {
    if (!row.prose) continue;
    const Span head{row.content.begin,
                    std::min(row.content.end, row.content.begin + kLanguageSample)};
    tokenize(page.text->utf8(), head, rules.function_words, tokens);
    bytes += row.content.size();
    if (bytes > kLanguageSample) break;
  }
  for (const Word& token : tokens) {
    if (token.word == 0) continue;
    const std::uint32_t languages = rules.languages_of_word[token.word];
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += languages >> i & 1U;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return rules.languages[static_cast<std::size_t>(most - counts.begin())];
}

class ProseReader {
 public:
  explicit ProseReader(Page& page) : r_(page), utf8_(page.text->utf8()) {}

  void read() {
    std::uint32_t row = 0;
    while (row < r_.row_count()) {
      std::uint32_t next = row + 1;
      if (r_.rows[row].prose) {
        const Label* label = r_.label(row);
        const std::uint32_t begin = label != nullptr ? label->body : content_begin(row);
        while (next < r_.row_count() && !r_.rows[row].heading &&
               r_.rows[next].block == r_.rows[row].block && r_.rows[next].prose &&
               r_.label(next) == nullptr) {
          ++next;
        }
        read_piece({begin, std::max(begin, r_.rows[next - 1].content.end)}, row, next);
      }
      row = next;
    }
    index_rows();
  }

 private:
  // Behind the marker of an item, whose number is no word.
  std::uint32_t content_begin(std::uint32_t row) const {
    const Row& line = r_.rows[row];
    return line.first ? std::max(line.content.begin, r_.outline->blocks[line.block].text.begin)
                      : line.content.begin;
  }

  void read_piece(Span piece, std::uint32_t row, std::uint32_t end_row) {
    tokens_.clear();
    tokenize(utf8_, piece, r_.language->vocabulary, tokens_);
    if (tokens_.empty()) return;
    break_at_lines(row, end_row);
    if (r_.rows[row].heading) break_title();
    const std::size_t first = r_.sentences.size();
    firsts_.clear();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (i == 0 || tokens_[i].is(kSentence)) open_sentence(i, row);
      note(tokens_[i]);
    }
    close_sentence(piece.end);
    std::size_t at = 0;
    auto sentence = static_cast<std::uint32_t>(first);
    r_.sentences[sentence].first_hit = static_cast<std::uint32_t>(r_.hits.size());
    r_.language->book.match(tokens_, [&](std::uint32_t value, std::size_t from, std::size_t) {
      while (at + 1 < firsts_.size() && firsts_[at + 1] <= from) {
        ++at;
        r_.sentences[++sentence].first_hit = static_cast<std::uint32_t>(r_.hits.size());
      }
      r_.hits.push_back({r_.language->cues[value], static_cast<std::uint32_t>(from - firsts_[at])});
    });
    while (++sentence < r_.sentences.size()) {
      r_.sentences[sentence].first_hit = static_cast<std::uint32_t>(r_.hits.size());
    }
  }

  // A line that opens with a sentence and that its author ended is one, with or without a full
  // stop; so is a short one that asks, over its answer.
  void break_at_lines(std::uint32_t row, std::uint32_t end) {
    std::size_t token = 0;
    for (; row + 1 < end; ++row) {
      const std::size_t first = token;
      const std::uint32_t next = r_.rows[row + 1].span.begin;
      while (token < tokens_.size() && tokens_[token].span.begin < next) ++token;
      const bool opens = first < token && (first == 0 || tokens_[first].is(kSentence));
      const Row& line = r_.rows[row];
      const bool ended = line.ends_early || r_.opens_field(row + 1) || asks_shortly(row);
      const bool breaks =
          token < tokens_.size() && ((line.by_hand && ends_thought(line)) || (opens && ended));
      if (breaks) tokens_[token].classes |= kSentence;
    }
  }

  // No line stops at "or", "to the" or a comma because its thought is over.
  bool ends_thought(const Row& line) const {
    constexpr std::size_t kSmall = 3;  // bytes of a word that wants more as a rule
    const std::string_view text = r_.slice(line.content);
    const std::string_view last = text.substr(text.rfind(' ') + 1);
    const bool small = last.size() <= kSmall && std::all_of(last.begin(), last.end(), [](char c) {
                         return c >= 'a' && c <= 'z';
                       });
    return !small && !text.ends_with(',');
  }

  // "q: how do you learn", much shorter than the line below, or than any wrapped one.
  bool asks_shortly(std::uint32_t row) const {
    constexpr std::uint32_t kShort = 60;  // bytes; people wrap at more
    const Label* label = r_.label(row);
    const std::uint32_t size = r_.rows[row].content.size();
    return label != nullptr && label->question &&
           (size <= kShort || 4 * size <= 3 * r_.rows[row + 1].content.size());
  }

  // "Late delivery (Ownership)", "Late delivery | Ownership": the end of a title names what it is
  // told for, and opens a sentence of its own.
  void break_title() {
    constexpr std::string_view kMarks[] = {"(", "[", "|", " - ", "–", "—"};
    for (std::size_t i = tokens_.size(); --i > 0;) {
      const std::uint32_t end = tokens_[i - 1].span.end;
      const std::string_view gap = utf8_.substr(end, tokens_[i].span.begin - end);
      const bool breaks = std::any_of(std::begin(kMarks), std::end(kMarks), [&](auto mark) {
        return gap.find(mark) != std::string_view::npos;
      });
      if (!breaks) continue;
      tokens_[i].classes |= kSentence;
      return;
    }
  }

  void open_sentence(std::size_t token, std::uint32_t& row) {
    if (token > 0) close_sentence(tokens_[token].span.begin);
    while (row + 1 < r_.row_count() && r_.rows[row + 1].block == r_.rows[row].block &&
           r_.rows[row + 1].span.begin <= tokens_[token].span.begin) {
      ++row;
    }
    Sentence sentence;
    sentence.row = row;
    // What stands behind a label in a heading is told, as on any other line.
    const Label* label = r_.label(row);
    sentence.heading = r_.rows[row].heading && (label == nullptr || label->concepts.empty());
    sentence.span = tokens_[token].span;
    sentence.opens_past = tokens_[token].is(kPast);
    sentence.deed = sentence.opens_past && !tokens_[token].is(kState);
    if (sentence.deed) sentence.deed_at = 0;
    // "Noticed it at lunch, stopped the pump": further verbs are the speaker's, too.
    since_subject_ = sentence.opens_past ? 0 : r_.language->verb_distance;
    r_.sentences.push_back(sentence);
    firsts_.push_back(token);
  }

  // "rendez-vous": the end of another word speaks to nobody.
  bool ends_compound(Span word) const {
    return word.begin > 0 && utf8_[word.begin - 1] == '-' && word.begin > 1 &&
           !is_ascii_space(utf8_[word.begin - 2]);
  }

  // A question mark between its last word and `end` makes it a question.
  void close_sentence(std::uint32_t end) {
    Sentence& sentence = r_.sentences.back();
    const std::string_view tail =
        utf8_.substr(sentence.span.end, std::min(end - sentence.span.end, 8U));
    const std::size_t mark = tail.find('?');
    // "Old examples - use them??" is a title with a doubt.
    const bool doubts =
        sentence.heading && tail.substr(std::min(mark, tail.size())).starts_with("??");
    sentence.question =
        (mark != std::string_view::npos && !doubts) || tail.find("？") != std::string_view::npos;
  }

  void note(const Word& token) {
    Sentence& sentence = r_.sentences.back();
    sentence.span.end = token.span.end;
    ++sentence.words;
    ++since_subject_;
    if (token.classes == 0) return;
    sentence.self = static_cast<std::uint16_t>(sentence.self + (token.is(kSelf) ? 1 : 0));
    sentence.team = static_cast<std::uint16_t>(sentence.team + (token.is(kTeam) ? 1 : 0));
    const bool addressed = token.is(kYou) && !ends_compound(token.span);
    sentence.you = static_cast<std::uint16_t>(sentence.you + (addressed ? 1 : 0));
    if (token.is(kSubject)) since_subject_ = 0;
    const bool deed =
        since_subject_ < r_.language->verb_distance && token.is(kPast) && !token.is(kState);
    if (deed && !sentence.deed) sentence.deed_at = sentence.words - 1;
    sentence.deed = sentence.deed || deed;
    sentence.subject = sentence.subject || token.is(kSubject);
    sentence.number = sentence.number || token.is(kNumber);
    sentence.past = sentence.past || token.is(kPast);
    sentence.modal = sentence.modal || token.is(kModal);
    sentence.habit = sentence.habit || token.is(kHabit);
  }

  void index_rows() {
    r_.first_sentence.assign(r_.row_count() + 1, static_cast<std::uint32_t>(r_.sentences.size()));
    for (auto i = static_cast<std::uint32_t>(r_.sentences.size()); i-- > 0;) {
      r_.first_sentence[r_.sentences[i].row] = i;
    }
    for (std::uint32_t row = r_.row_count(); row-- > 0;) {
      r_.first_sentence[row] = std::min(r_.first_sentence[row], r_.first_sentence[row + 1]);
    }
  }

  Page& r_;
  std::string_view utf8_;
  std::vector<Word> tokens_;
  std::vector<std::size_t> firsts_;  // first token of each sentence of the piece
  std::uint32_t since_subject_ = 0;  // words of this sentence behind "I" or "we"
};

bool names_theme(const Page& page, const Label& label) {
  return !label.letter && label.concepts.size() == 1 &&
         page.rules->frameworks.concepts[label.concepts[0]].theme;
}

}  // namespace

bool Page::opens_field(std::uint32_t row) const {
  constexpr std::size_t kMaxName = 40;  // bytes
  const std::string_view line = slice(rows[row].content);
  if (!line.starts_with("**")) return false;
  const std::size_t close = line.find("**", 2);
  return close <= kMaxName && (line[close - 1] == ':' || line.substr(close + 2).starts_with(':'));
}

std::uint32_t Page::hits_end(const Sentence& sentence) const {
  const std::size_t next = static_cast<std::size_t>(&sentence - sentences.data()) + 1;
  return next < sentences.size() ? sentences[next].first_hit
                                 : static_cast<std::uint32_t>(hits.size());
}

bool Page::shows(const Sentence& sentence, Sign sign) const {
  for (std::uint32_t i = sentence.first_hit; i < hits_end(sentence); ++i) {
    if (hits[i].signal.sign == sign) return true;
  }
  return false;
}

namespace {

// "## Incident" where the other titles of its rank are no labels.
class LoneTitles {
 public:
  explicit LoneTitles(const Page& page) : page_(page), labels_(256), others_(256) {
    for (std::uint32_t row = 0; row < page.row_count(); ++row) {
      const Row& line = page.rows[row];
      if (line.heading) ++(page.label(row) != nullptr ? labels_ : others_)[line.level];
    }
  }

  bool has(std::uint32_t row) const {
    constexpr std::uint32_t kOthers = 3;  // titles for each label
    const Row& line = page_.rows[row];
    const Label& label = *page_.label(row);
    return line.heading && !line.soft && !label.letter && label.body >= line.content.end &&
           others_[line.level] >= kOthers * labels_[line.level];
  }

 private:
  const Page& page_;
  std::vector<std::uint32_t> labels_;  // by level
  std::vector<std::uint32_t> others_;
};

}  // namespace

void free_titles(Page& page, const std::vector<bool>& opens_part) {
  const LoneTitles lone(page);
  bool any = false;
  std::vector<std::uint32_t> themes;
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    const Label* label = page.label(row);
    if (label == nullptr || label->question || opens_part[row]) continue;
    const bool theme = label->body >= page.rows[row].content.end && names_theme(page, *label);
    // "What was my role?" over an answer, among other questions.
    const bool asks = page.slice(page.rows[row].content).ends_with('?');
    const bool title =
        page.rows[row].heading &&
        (label->open || asks || label->body < page.rows[row].content.end || lone.has(row));
    if (!theme && !title) continue;
    any = true;
    if (theme) themes.push_back(row);
    page.label_of_row[row] = kNone;
    for (std::uint32_t s = page.first_sentence[row]; s < page.first_sentence[row + 1]; ++s) {
      page.sentences[s].heading = true;
    }
  }
  if (any) read_asks(page);
  for (const std::uint32_t row : themes) {
    if (page.rows[row].heading || heads_item(page, row)) page.asks[row] = Ask::Topic;
  }
}

Page read_file(const Text& text, const Outline& outline, const NarrativeRules& rules) {
  Page page;
  page.text = &text;
  page.outline = &outline;
  page.rules = &rules;
  page.rows = split_at_labels(text.utf8(), rows_of(text, outline), rules);
  page.label_of_row.assign(page.rows.size(), kNone);
  for (std::uint32_t row = 0; row < page.row_count(); ++row) {
    if (!page.rows[row].prose) continue;
    if (std::optional<Label> label = read_label(text.utf8(), page.rows[row], rules)) {
      label->row = row;
      page.label_of_row[row] = static_cast<std::uint32_t>(page.labels.size());
      page.labels.push_back(std::move(*label));
    }
  }
  settle_labels(page);
  learn_labels(page);
  label_turns(page);
  hide_remarks(page);
  hide_closings(page);
  label_columns(page);
  page.language = &detect_language(page);
  ProseReader(page).read();
  read_asks(page);
  return page;
}

}  // namespace starlint
