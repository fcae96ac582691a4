#include "claim/context.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/bare_year.h"
#include "claim/block_words.h"
#include "claim/dates_near.h"
#include "claim/line_label.h"
#include "claim/stage.h"
#include "claim/table_words.h"
#include "claim/topic.h"

namespace starlint {

namespace {

constexpr std::size_t kNear = 7;       // words on each side of a figure that say what it measures
constexpr std::size_t kNounReach = 3;  // words behind a count that may be what is counted
constexpr std::size_t kNaming = 2;     // words near a figure that say what it measures
constexpr std::size_t kRateReach = 6;  // words behind a figure that may tell of how much it is
constexpr std::size_t kCell = 6;       // words of a cell that is little but its figure
constexpr std::size_t kLabel = 2;      // content words before a figure that may name it
constexpr std::size_t kLeaning = 3;    // content words below which a sentence leans on the last

class BlockContexts {
 public:
  BlockContexts(std::string_view text, const std::vector<Claim>& claims,
                const ClaimPatterns& patterns, std::vector<FigureContext>& out)
      : text_(text), claims_(claims), patterns_(patterns), out_(out) {}

  /// `words` may begin with others that the block is about.
  void read(const std::vector<BlockWord>& words, Span block) {
    block_ = block;
    const std::size_t first = out_.size();
    block_first_ = first;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].claim == kNone || words[i].span.begin < block_.begin) continue;
      const Claim& claim = claims_[words[i].claim];
      const bool told = claim.modality == Modality::Asserted || claim.modality == Modality::Target;
      if (told) out_.push_back(context_of(words, i));
    }
    order_stages(first);
  }

 private:
  std::string_view slice(const BlockWord& word) const {
    return text_.substr(word.span.begin, word.span.size());
  }

  WordedBlock worded(const std::vector<BlockWord>& words) const {
    return {text_, block_, words, claims_};
  }

  FigureContext context_of(const std::vector<BlockWord>& words, std::size_t at) const {
    FigureContext context;
    context.claim = words[at].claim;
    std::size_t begin = at;
    std::size_t end = at;
    while (begin > 0 && words[begin - 1].sentence == words[at].sentence) --begin;
    while (end < words.size() && words[end].sentence == words[at].sentence) ++end;
    context.sentence = {std::max(words[begin].span.begin, block_.begin), words[end - 1].span.end};
    context.reach = context.sentence;
    add_words(words, begin, end, at, context);
    DatesNear dates =
        dates_near(worded(words), {label_before(worded(words), begin, patterns_), begin, end}, at,
                   context.reach, patterns_);
    context.times = std::move(dates.times);
    context.months = std::move(dates.months);
    add_items(words, begin, end, at, context);
    // "(S) It took …": a mark of one letter does not open a sentence.
    std::size_t opening = begin;
    while (opening < at && slice(words[opening]).size() == 1) ++opening;
    const std::string first = ascii_lower(slice(words[opening]));
    const bool pronoun =
        patterns_.is_word("pronoun", first) || patterns_.is_word("subjectless", first);
    const bool leans = context.words.size() < kLeaning || pronoun;
    if (leans && begin > 0) {
      std::size_t before = begin - 1;
      while (before > 0 && words[before - 1].sentence == words[begin - 1].sentence) --before;
      add_words(words, before, begin, kNone, context);
      context.reach.begin = words[before].span.begin;
      // What is measured is in the sentence before.
      const bool nameless = pronoun || context.near.size() < kNaming;
      if (nameless) add_far(words, before, begin, context);
    }
    add_words(words, label_before(worded(words), begin, patterns_), begin, kNone, context);
    if (context.near.empty()) add_far(words, begin, end, context);
    if (token_is_count(claims_[context.claim])) add_nouns(words, at, end, context);
    if (context.label.empty()) add_label(words, begin, at, context);
    if (slice(words[at]).find('-') != std::string_view::npos && at + 1 < end &&
        words[at + 1].clause == words[at].clause && words[at + 1].claim == kNone) {
      context.thing = content_word(slice(words[at + 1]), patterns_);
    }
    add_rate(words, at, end, context);
    context.stage = stage_of(worded(words), begin, end, at, patterns_);
    for (auto* list : {&context.nouns, &context.words, &context.near, &context.label, &context.acts,
                       &context.names, &context.marks, &context.months}) {
      sort_unique(*list);
    }
    return context;
  }

  /// Whether the one sentence says the other again.
  static bool says_again(const FigureContext& a, const FigureContext& b) {
    std::vector<std::string> both;
    std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                          std::back_inserter(both));
    return both.size() >= kLeaning && both.size() == std::min(a.words.size(), b.words.size());
  }

  static bool is_earlier(const FigureContext& a, const FigureContext& b) {
    return a.times.size() == 1 && b.times.size() == 1 &&
           a.times.front().end <= b.times.front().begin;
  }

  /// Of two measures of one kind in a block, the first is the old one, unless their dates say
  /// which.
  void order_stages(std::size_t first) {
    for (const ValueKind kind : {ValueKind::Duration, ValueKind::Percent, ValueKind::Money}) {
      std::vector<FigureContext*> of_kind;
      for (std::size_t i = first; i < out_.size(); ++i) {
        const Claim& claim = claims_[out_[i].claim];
        // "A day" has no number: it is a rate.
        const bool told = claim.modality == Modality::Asserted && !claim.numbers.empty();
        if (told && claim.value.kind == kind) of_kind.push_back(&out_[i]);
      }
      if (of_kind.size() != 2 || says_again(*of_kind[0], *of_kind[1])) continue;
      if (is_labelled_anew(text_,
                           {of_kind[0]->sentence.end, claims_[of_kind[1]->claim].span.begin})) {
        continue;
      }
      if (is_earlier(*of_kind[1], *of_kind[0])) std::swap(of_kind[0], of_kind[1]);
      Stage& before = of_kind[0]->stage;
      Stage& after = of_kind[1]->stage;
      if (before == Stage::Delta || after == Stage::Delta) continue;
      if (before == Stage::After && after == Stage::Unsaid) after = Stage::Before;
      if (before == Stage::Unsaid && after != Stage::Before) before = Stage::Before;
      if (after == Stage::Unsaid && before == Stage::Before) after = Stage::After;
    }
  }

  static bool token_is_count(const Claim& claim) {
    return claim.value.kind == ValueKind::Cardinal || claim.value.kind == ValueKind::Range;
  }

  void add_words(const std::vector<BlockWord>& words, std::size_t begin, std::size_t end,
                 std::size_t at, FigureContext& context) const {
    for (std::size_t i = behind_summing_up(worded(words), begin, end, patterns_); i < end; ++i) {
      if (words[i].claim != kNone) continue;
      const std::string_view word = slice(words[i]);
      const bool digits = std::any_of(word.begin(), word.end(), is_ascii_digit);
      const bool same_clause = at < words.size() && words[i].clause == words[at].clause;
      // "Ward 2A (since 2023): 18 beds"
      const bool named = digits && std::any_of(word.begin(), word.end(), is_ascii_alpha);
      // "Between 3 and 5 pm" names no item.
      const bool clock =
          i + 1 < end && patterns_.is_word("clock_word", ascii_lower(slice(words[i + 1])));
      if (digits && !clock && (same_clause || (named && i < at))) {
        context.marks.push_back(patterns_.nouns().fold(word));
      }
      std::string content = content_word(word, patterns_);
      if (content.empty()) continue;
      const bool month = is_month(word, patterns_);
      const bool name = is_capital(word) && !is_calendar(word);
      if (name && !words[i].first) context.names.push_back(content);
      const bool near = same_clause && !month && (i < at ? at - i : i - at) <= kNear;
      if (near) add_contrast(word, context);
      if (near) {
        const std::string lower = ascii_lower(word);
        const bool light = patterns_.is_word("light", lower);
        (light ? context.acts : context.near).push_back(content);
        if (!light && !patterns_.is_word("comparing", lower)) context.elliptic = false;
      }
      context.words.push_back(std::move(content));
    }
  }

  /// "Active users: 2 million": what stands right before a figure may name it.
  void add_label(const std::vector<BlockWord>& words, std::size_t begin, std::size_t at,
                 FigureContext& context) const {
    bool behind_colon = false;  // "Active users (2022): 2 million"
    for (std::size_t i = at; i-- > begin && context.label.size() < kLabel;) {
      const std::uint32_t end = words[i].span.end;
      behind_colon = behind_colon || text_.substr(end, words[i + 1].span.begin - end).find(':') !=
                                         std::string_view::npos;
      if (words[i].clause != words[at].clause && !behind_colon) return;
      if (words[i].claim != kNone) {
        const Value& value = claims_[words[i].claim].value;
        if (!is_date(value) && !is_bare_year(value)) return;
        continue;
      }
      const std::string lower = ascii_lower(slice(words[i]));
      std::string content = content_word(lower, patterns_);
      if (!content.empty() && !patterns_.is_word("light", lower)) {
        context.label.push_back(std::move(content));
      }
    }
  }

  /// "Check-in" and "check-out" are two of one kind, too.
  void add_contrast(std::string_view word, FigureContext& context) const {
    const std::string folded = patterns_.nouns().fold(ascii_lower(word));
    if (const std::string_view kind = patterns_.contrast(folded); !kind.empty()) {
      context.contrasts.push_back({std::string(kind), folded});
    } else if (const std::size_t hyphen = folded.find('-'); hyphen != std::string::npos) {
      context.contrasts.push_back({folded.substr(0, hyphen + 1), folded});
    }
  }

  /// A clause of light words only says what is measured elsewhere in its sentence.
  void add_far(const std::vector<BlockWord>& words, std::size_t begin, std::size_t end,
               FigureContext& context) const {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string lower = ascii_lower(slice(words[i]));
      if (words[i].claim != kNone || patterns_.is_word("light", lower)) continue;
      std::string content = content_word(lower, patterns_);
      if (!content.empty()) context.near.push_back(std::move(content));
    }
  }

  static bool is_capital(std::string_view word) {
    return word.front() >= 'A' && word.front() <= 'Z';
  }

  /// "Saturdays", "April": they name nobody.
  bool is_calendar(std::string_view word) const {
    const std::string lower = ascii_lower(word);
    return patterns_.is_word("not_a_name", lower) ||
           patterns_.is_word("not_a_name", patterns_.nouns().fold(lower));
  }

  /// In its clause: "batch 17", whose number is a figure like others.
  void add_items(const std::vector<BlockWord>& words, std::size_t begin, std::size_t end,
                 std::size_t at, FigureContext& context) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (words[i].clause != words[at].clause || i == at || words[i].claim != kNone) continue;
      const bool number = i + 1 < end && i + 1 != at && words[i + 1].claim != kNone &&
                          !is_label_end(worded(words), i);
      const std::string lower = ascii_lower(slice(words[i]));
      if (number && patterns_.is_word("numbered", lower)) {
        context.marks.push_back(cat(lower, " ", slice(words[i + 1])));
      }
    }
  }

  void add_nouns(const std::vector<BlockWord>& words, std::size_t at, std::size_t end,
                 FigureContext& context) const {
    const std::string before = at == 0 ? std::string() : ascii_lower(slice(words[at - 1]));
    if (patterns_.is_word("portion", before)) return;
    context.definite = patterns_.is_word("definite", before);
    const std::size_t skipped =
        patterns_.is_word("universal", before) ? owner_behind(words, at, end) : 0;
    for (std::size_t i = at + 1 + skipped; i < end && i <= at + skipped + kNounReach; ++i) {
      if (words[i].claim != kNone || words[i].clause != words[at].clause) break;
      const std::string lower = ascii_lower(slice(words[i]));
      const bool behind_noun = context.nouns.size() <= 2;
      if (behind_noun && patterns_.is_word("restrictive", lower)) context.definite = false;
      if (context.nouns.empty() && patterns_.is_word("passed_over", lower)) continue;
      if (patterns_.is_word("stop", lower) || patterns_.is_word("indefinite", lower)) break;
      const std::string folded = patterns_.nouns().fold(lower);
      context.persons = context.persons || patterns_.is_word("person_noun", folded);
      context.nouns.push_back(folded);
      context.nouns.push_back(patterns_.stem(lower));  // "branches" are "shops"
      if (context.head.empty()) context.head = folded;
    }
    // "A team of nine" counts people, whatever stands behind.
    context.persons |= patterns_.is_word("counts_persons", claims_[words[at].claim].attribute);
    if (context.nouns.empty()) borrow_noun(words, at, end, context);
  }

  /// How many words of "all nine of the college's servers" stand between the count and its noun.
  std::size_t owner_behind(const std::vector<BlockWord>& words, std::size_t at,
                           std::size_t end) const {
    std::size_t i = at + 1;
    const auto is = [&](std::string_view word_class) {
      return i < end && patterns_.is_word(word_class, ascii_lower(slice(words[i])));
    };
    if (!is("complement")) return 0;
    ++i;
    if (is("pointing")) ++i;
    const Pattern* possessive = patterns_.word_class("possessive");
    if (i < end && possessive != nullptr && possessive->found_in(text_, words[i].span)) ++i;
    return i - at - 1;
  }

  /// "In 2019 we opened three more": of what was counted last; the new end of a change: of what
  /// its old end counts.
  void borrow_noun(const std::vector<BlockWord>& words, std::size_t at, std::size_t end,
                   FigureContext& context) const {
    const bool elliptic =
        at + 1 < end && patterns_.is_word("elliptic", ascii_lower(slice(words[at + 1])));
    const std::uint32_t old = old_end(worded(words), at, patterns_);
    const auto lends = [&](const FigureContext& one) {
      return elliptic ? !one.head.empty() : one.claim == old;
    };
    const auto block_first = out_.begin() + static_cast<std::ptrdiff_t>(block_first_);
    const auto last = std::find_if(out_.rbegin(), std::make_reverse_iterator(block_first), lends);
    if (last == std::make_reverse_iterator(block_first)) return;
    context.nouns = last->nouns;
    context.head = last->head;
    context.label = last->label;
    context.persons = last->persons;
  }

  /// "Per week", "on each of five days": the period within a few words behind a figure, in its
  /// clause.
  void add_rate(const std::vector<BlockWord>& words, std::size_t at, std::size_t end,
                FigureContext& context) const {
    const auto is = [&](std::string_view word_class, std::size_t i) {
      return patterns_.is_word(word_class, ascii_lower(slice(words[i])));
    };
    for (std::size_t i = at; i-- > 2 && at - i <= 2 * kRateReach;) {
      if (words[i].clause != words[at].clause || !is("period", i)) continue;
      if (is("of_each", i - 1) || is("of_each", i - 2)) context.rate = ascii_lower(slice(words[i]));
    }
    bool each = false;
    for (std::size_t i = at + 1; i < end && i <= at + kRateReach; ++i) {
      if (words[i].clause != words[at].clause) return;
      const std::string lower = ascii_lower(slice(words[i]));
      each = each || patterns_.is_word("each", lower);
      if (words[i].claim != kNone) {
        // "A week" may be read as a duration without a number.
        const Claim& claim = claims_[words[i].claim];
        const bool period = each || claim.numbers.empty();
        if (claim.value.kind != ValueKind::Duration || !period) continue;
        context.rate = patterns_.nouns().fold(lower.substr(lower.find_last_of(" \n") + 1));
        return;
      }
      if (is("rate_word", i) || (is("of_each", i - 1) && is("period", i))) context.rate = lower;
      if (!context.rate.empty()) return;
    }
  }

  std::string_view text_;
  const std::vector<Claim>& claims_;
  const ClaimPatterns& patterns_;
  std::vector<FigureContext>& out_;
  Span block_;
  std::size_t block_first_ = 0;  // of out_: the first figure of the block
};

}  // namespace

std::vector<FigureContext> read_contexts(const Text& text, const Outline& outline,
                                         const std::vector<Claim>& claims,
                                         const ClaimPatterns& patterns) {
  std::vector<FigureContext> out;
  BlockContexts reader(text.utf8(), claims, patterns, out);
  TableWords tables(text, outline);
  std::uint32_t next = 0;
  for (const Block& block : outline.blocks) {
    if (!block.prose() || block.text.empty()) continue;
    std::vector<BlockWord> words = words_of(text.utf8(), block.text, claims, next);
    const std::size_t size = words.size();
    if (block.kind == BlockKind::TableCell) tables.add(block, words);
    const std::size_t first = out.size();
    reader.read(words, block.text);
    if (block.kind != BlockKind::TableCell || size > kCell) continue;
    for (std::size_t i = first; i < out.size(); ++i) out[i].table = tables.table();
  }
  return out;
}

}  // namespace starlint
