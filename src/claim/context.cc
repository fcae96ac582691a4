#include "claim/context.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kShortest = 3;   // letters of a content word
constexpr std::size_t kTimes = 4;      // dates of a sentence that are looked at
constexpr std::size_t kNounReach = 3;  // words behind a count that may be what is counted
constexpr std::size_t kLeaning = 3;    // content words below which a sentence leans on the last

struct Word {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  bool first = false;           // of its sentence
  std::uint32_t claim = kNone;  // the words of a figure are one Word
};

bool is_letter(char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_part(char c) { return is_letter(c) || is_ascii_digit(c) || c == '\'' || c == '-'; }

/// Bytes of a typographic mark (U+2000 to U+2FFF) at `i`, 0 where there is none; an apostrophe is
/// part of its word.
std::uint32_t mark_at(std::string_view text, std::uint32_t i) {
  constexpr char kLead = '\xE2';
  constexpr std::uint32_t kBytes = 3;
  if (text[i] != kLead || i + kBytes > text.size()) return 0;
  return text.substr(i, kBytes) == "\u2019" ? 0 : kBytes;
}

/// Words, sentences and clauses of one block; figures stay whole.
std::vector<Word> words_of(std::string_view text, Span block, const std::vector<Claim>& claims,
                           std::uint32_t& next) {
  std::vector<Word> words;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  bool first = true;
  for (std::uint32_t i = block.begin; i < block.end;) {
    while (next < claims.size() && claims[next].span.begin < i) ++next;
    const bool figure = next < claims.size() && claims[next].span.begin == i &&
                        claims[next].value.kind != ValueKind::Name;
    if (figure) {
      words.push_back({claims[next].span, sentence, clause, first, next});
      i = std::max(i + 1, claims[next].span.end);
      first = false;
      continue;
    }
    if (const std::uint32_t mark = mark_at(text, i); mark != 0) {
      ++clause;
      i += mark;
      continue;
    }
    const char c = text[i];
    if (is_letter(c) || is_ascii_digit(c)) {
      std::uint32_t end = i;
      while (end < block.end && is_part(text[end]) && mark_at(text, end) == 0) ++end;
      words.push_back({{i, end}, sentence, clause, first, kNone});
      i = end;
      first = false;
      continue;
    }
    const bool last = i + 1 == block.end || is_ascii_space(text[i + 1]);
    if ((c == '.' || c == '?' || c == '!') && last) {
      ++sentence;
      ++clause;
      first = true;
    } else if ((c == ',' || c == ';' || c == ':' || c == '(' || c == ')') && last) {
      ++clause;
    }
    ++i;
  }
  return words;
}

void sort_unique(std::vector<std::string>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

class BlockContexts {
 public:
  BlockContexts(std::string_view text, const std::vector<Claim>& claims,
                const ClaimPatterns& patterns, std::vector<Context>& out)
      : text_(text), claims_(claims), patterns_(patterns), out_(out) {}

  void read(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].claim == kNone) continue;
      const Claim& claim = claims_[words[i].claim];
      if (claim.modality == Modality::Asserted) out_.push_back(context_of(words, i));
    }
  }

 private:
  std::string_view slice(const Word& word) const {
    return text_.substr(word.span.begin, word.span.size());
  }

  Context context_of(const std::vector<Word>& words, std::size_t at) const {
    Context context;
    context.claim = words[at].claim;
    std::size_t begin = at;
    std::size_t end = at;
    while (begin > 0 && words[begin - 1].sentence == words[at].sentence) --begin;
    while (end < words.size() && words[end].sentence == words[at].sentence) ++end;
    context.reach = {words[begin].span.begin, words[end - 1].span.end};
    add_words(words, begin, end, at, context);
    add_times(words, begin, end, at, context);
    // "(S) It took …": a mark of one letter does not open a sentence.
    std::size_t opening = begin;
    while (opening < at && slice(words[opening]).size() == 1) ++opening;
    const bool leans = context.words.size() < kLeaning ||
                       patterns_.is_word("pronoun", ascii_lower(slice(words[opening])));
    if (leans && begin > 0) {
      std::size_t before = begin - 1;
      while (before > 0 && words[before - 1].sentence == words[begin - 1].sentence) --before;
      add_words(words, before, begin, kNone, context);
      context.reach.begin = words[before].span.begin;
    }
    if (token_is_count(claims_[context.claim])) add_nouns(words, at, end, context);
    context.stage = stage_of(words, begin, end, at);
    for (auto* list : {&context.nouns, &context.words, &context.names, &context.marks}) {
      sort_unique(*list);
    }
    return context;
  }

  static bool token_is_count(const Claim& claim) {
    return claim.value.kind == ValueKind::Cardinal || claim.value.kind == ValueKind::Range;
  }

  void add_words(const std::vector<Word>& words, std::size_t begin, std::size_t end, std::size_t at,
                 Context& context) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (words[i].claim != kNone) continue;
      const std::string_view word = slice(words[i]);
      const bool digits = std::any_of(word.begin(), word.end(), is_ascii_digit);
      const bool same_clause = at < words.size() && words[i].clause == words[at].clause;
      std::string folded = patterns_.nouns().fold(word);
      if (digits && same_clause) context.marks.push_back(folded);
      if (word.size() < kShortest || patterns_.is_word("stop", ascii_lower(word))) continue;
      const bool capital = word.front() >= 'A' && word.front() <= 'Z';
      if (capital && !words[i].first && !digits) context.names.push_back(folded);
      context.words.push_back(std::move(folded));
    }
  }

  /// The dates of its clause; where it has none, of its sentence.
  void add_times(const std::vector<Word>& words, std::size_t begin, std::size_t end, std::size_t at,
                 Context& context) const {
    for (const bool same_clause : {true, false}) {
      for (std::size_t i = begin; i < end && context.times.size() < kTimes; ++i) {
        if (words[i].claim == kNone) continue;
        const Value& value = claims_[words[i].claim].value;
        const bool date = value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
        if (!date || value.open_low || value.open_high || value.low < 0) continue;
        if (same_clause && words[i].clause != words[at].clause) continue;
        context.times.push_back(
            {static_cast<std::uint32_t>(value.low), static_cast<std::uint32_t>(value.high)});
      }
      if (!context.times.empty()) return;
    }
  }

  void add_nouns(const std::vector<Word>& words, std::size_t at, std::size_t end,
                 Context& context) const {
    for (std::size_t i = at + 1; i < end && i <= at + kNounReach; ++i) {
      if (words[i].claim != kNone || words[i].clause != words[at].clause) break;
      const std::string lower = ascii_lower(slice(words[i]));
      if (patterns_.is_word("stop", lower)) break;
      context.nouns.push_back(patterns_.nouns().fold(lower));
    }
  }

  Stage stage_of(const std::vector<Word>& words, std::size_t begin, std::size_t end,
                 std::size_t at) const {
    const auto lower = [&](std::size_t i) { return ascii_lower(slice(words[i])); };
    bool after = false;
    bool before = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (words[i].claim != kNone) continue;
      const std::string word = lower(i);
      if (i < at && i + 3 >= at && patterns_.is_word("delta", word)) return Stage::Delta;
      if (i < at && i + 2 >= at && patterns_.is_word("start", word)) return Stage::Before;
      if (i < at && i + 2 >= at && patterns_.is_word("goal", word)) after = true;
      if (words[i].clause != words[at].clause) continue;
      after = after || patterns_.is_word("after", word);
      before = before || patterns_.is_word("before", word);
    }
    if (after) return Stage::After;
    return before ? Stage::Before : Stage::Unsaid;
  }

  std::string_view text_;
  const std::vector<Claim>& claims_;
  const ClaimPatterns& patterns_;
  std::vector<Context>& out_;
};

}  // namespace

std::vector<Context> read_contexts(const Text& text, const Outline& outline,
                                   const std::vector<Claim>& claims,
                                   const ClaimPatterns& patterns) {
  std::vector<Context> out;
  BlockContexts reader(text.utf8(), claims, patterns, out);
  std::uint32_t next = 0;
  for (const Block& block : outline.blocks) {
    if (!block.prose() || block.text.empty()) continue;
    reader.read(words_of(text.utf8(), block.text, claims, next));
  }
  return out;
}

}  // namespace starlint
