#include "claim/stage.h"

#include <string>

#include "base/strings.h"
#include "claim/topic.h"

namespace starlint {

namespace {

constexpr std::size_t kChangeReach = 2;  // words behind a share that make it a change
constexpr std::size_t kChange = 6;       // words from the old figure to the new one
constexpr std::size_t kDeltaReach = 4;   // words from a figure to the "fewer" behind its noun
constexpr std::size_t kStageWords = 4;   // words of a label that may say when
constexpr std::size_t kDeadline = 4;     // words behind "before" that may name a day

class StageReader {
 public:
  StageReader(const WordedBlock& block, const ClaimPatterns& patterns)
      : text_(block.text),
        block_(block.span),
        words_(block.words),
        claims_(block.claims),
        patterns_(patterns) {}

  Stage read(std::size_t begin, std::size_t end, std::size_t at) const {
    const Role role = claims_[words_[at].claim].role;
    if (role == Role::Before || role == Role::After) {
      return role == Role::Before ? Stage::Before : Stage::After;
    }
    if (at > 0 && has_arrow(words_[at - 1].span.end, words_[at].span.begin)) return Stage::After;
    if (at + 1 < words_.size() && has_arrow(words_[at].span.end, words_[at + 1].span.begin)) {
      return Stage::Before;
    }
    if (begins_change(at, end)) return Stage::Before;
    const bool share = claims_[words_[at].claim].value.kind == ValueKind::Percent;
    if (share && at > begin && patterns_.is_word("moved", lower(at - 1))) return Stage::Delta;
    for (std::size_t i = at + 1; share && i < end && i <= at + kChangeReach; ++i) {
      if (patterns_.is_word("change", lower(i))) return Stage::Delta;
    }
    const Span clause = clause_of(at);
    const Span opening = opening_of(begin, at);
    bool after = says("at_last", clause) || says("at_last", opening) || is_reached(end, at) ||
                 opens_with("behind", begin, at);
    bool from = false;
    bool before = says("at_first", clause) || says("at_first", opening) ||
                  opens_with("before", begin, at) || opens_alone(begin, at);
    if (right_before_change(at)) return Stage::Before;
    if (const Stage labelled = stage_of_label(begin, at); labelled != Stage::Unsaid)
      return labelled;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string word = lower(i);
      const bool near = i < at && i + 3 >= at && words_[i].clause == words_[at].clause;
      // "50 more than the 140 of 2018" tells what was before.
      if (near && patterns_.is_word("delta", word) && !is_agent(begin, i, at) &&
          !patterns_.is_word("comparand", lower(i + 1))) {
        return Stage::Delta;
      }
      if (i > at && tells_delta(at, i)) return Stage::Delta;
      if (i < at && i + 2 >= at && patterns_.is_word("start", word)) return Stage::Before;
      const bool right_before =
          i + 1 == at || (i + 2 == at && content_word(lower(i + 1), patterns_).empty());
      from = from || (i < at && (patterns_.is_word("start", word) ||
                                 (words_[i].claim != kNone && begins_change(i, end))));
      // "We sent it to 40 shops" has no aim; "it rose by half, to 40 shops" has one.
      const bool opens = i > begin && words_[i - 1].clause != words_[i].clause;
      const bool aim = from || opens || !is_counted(claims_[words_[at].claim]);
      const bool amounts = i > begin && patterns_.is_word("amounting", lower(i - 1));
      if (i < at && right_before && aim && !amounts && patterns_.is_word("goal", word)) {
        after = true;
      }
      if (words_[i].clause != words_[at].clause) continue;
      if (i + 1 == at && is_passed(word, at)) continue;
      const bool reaches = i > at && patterns_.is_word("reaching", word);
      after = after || (!reaches && patterns_.is_word("after", word)) || opens_after(i, at);
      before = before || (patterns_.is_word("before", word) && !is_deadline(i, at));
    }
    if (after) return Stage::After;
    return before ? Stage::Before : Stage::Unsaid;
  }

 private:
  /// "40 fewer", "40 crashes a day fewer"; not "40 crashes and fewer calls".
  bool tells_delta(std::size_t at, std::size_t i) const {
    if (i == at + 1) return patterns_.is_word("delta_behind", lower(i));
    if (i > at + kDeltaReach || words_[i].clause != words_[at].clause) return false;
    if (!patterns_.is_word("fewer_behind", lower(i))) return false;
    const auto names = [&](std::size_t k) {
      return words_[k].claim == kNone && !content_word(lower(k), patterns_).empty();
    };
    const bool joined = words_[i - 1].claim == kNone && !names(i - 1);
    return names(at + 1) && !joined && (i + 1 == words_.size() || !names(i + 1));
  }

  /// "p95 before: 900 ms", "After: 3 days".
  Stage stage_of_label(std::size_t begin, std::size_t at) const {
    if (at == begin || words_[at - 1].claim != kNone) return Stage::Unsaid;
    const std::uint32_t end = words_[at - 1].span.end;
    const bool row = words_[at - 1].span.begin < block_.begin && words_[at].span.begin >= end;
    const std::string_view between = text_.substr(end, words_[at].span.begin - end);
    if (!row && between.find(':') == std::string_view::npos) return Stage::Unsaid;
    // "Alerts after tuning | 60": the last words of a label say when.
    const std::size_t first = std::max(begin, at - std::min(at, kStageWords));
    for (std::size_t i = at; i-- > first && words_[i].claim == kNone;) {
      const std::string word = lower(i);
      if (patterns_.is_word("before", word)) return Stage::Before;
      if (patterns_.is_word("behind", word) || (i + 1 == at && patterns_.is_word("after", word))) {
        return Stage::After;
      }
    }
    return Stage::Unsaid;
  }

  /// "The shop was fed by 160 jobs", "by September 41 %": only what changed did so by a figure.
  bool is_agent(std::size_t begin, std::size_t by, std::size_t at) const {
    if (!patterns_.is_word("agent", lower(by))) return false;
    for (std::size_t i = by + 1; i < at; ++i) {
      if (words_[i].claim != kNone || !content_word(lower(i), patterns_).empty()) return true;
    }
    const Claim& claim = claims_[words_[at].claim];
    if (!is_counted(claim) || claim.value.high < 1) return false;  // "by a half"
    for (std::size_t i = begin; i < by; ++i) {
      if (patterns_.is_word("shifting", lower(i))) return false;
    }
    return true;
  }

  std::string lower(std::size_t i) const {
    const Span word = words_[i].span;
    return ascii_lower(text_.substr(word.begin, word.size()));
  }

  static bool is_counted(const Claim& claim) {
    return claim.value.kind == ValueKind::Cardinal || claim.value.kind == ValueKind::Range;
  }

  /// "After 20 seconds", "after 32 clinics": what is told to be over is no state.
  bool is_passed(std::string_view word, std::size_t at) const {
    const Claim& claim = claims_[words_[at].claim];
    if (claim.value.kind == ValueKind::Duration) return true;
    return claim.value.kind == ValueKind::Cardinal && patterns_.is_word("behind", word) &&
           at + 1 < words_.size() && words_[at + 1].clause == words_[at].clause &&
           words_[at + 1].claim == kNone;
  }

  bool has_arrow(std::uint32_t begin, std::uint32_t end) const {
    if (begin < block_.begin || begin >= end) return false;
    const std::string_view between = text_.substr(begin, end - begin);
    return between.find("\u2192") != std::string_view::npos ||
           between.find("->") != std::string_view::npos ||
           between.find("=>") != std::string_view::npos;
  }

  /// "40 minutes after the change", "after that 41 left"; not "after six weeks", nor "since he was
  /// ill".
  bool opens_after(std::size_t i, std::size_t at) const {
    if (!patterns_.is_word("behind", lower(i))) return false;
    if (i + 1 == at || i == at + 1) return true;
    if (i + 1 == words_.size()) return false;
    const std::string next = lower(i + 1);
    return patterns_.is_word("pronoun", next) || patterns_.is_word("first_person", next);
  }

  /// "1,200 subscribers to about 3,000": the same of then and of now, and not "40 letters to 12
  /// firms".
  bool begins_change(std::size_t at, std::size_t end) const {
    std::size_t i = at + 1;
    const std::size_t reach = std::min(end, at + kChange);
    while (i < reach && words_[i].claim == kNone && !patterns_.is_word("onto", lower(i))) ++i;
    if (i + 1 >= reach || words_[i].claim != kNone) return false;
    ++i;
    if (words_[i].claim == kNone) ++i;
    if (i >= reach || words_[i].claim == kNone || words_[i].clause != words_[at].clause)
      return false;
    const Value& then = claims_[words_[at].claim].value;
    const Value& now = claims_[words_[i].claim].value;
    const bool last = i + 1 == end || words_[i + 1].clause != words_[at].clause ||
                      content_word(lower(i + 1), patterns_).empty();
    return last && then.kind == now.kind && then.kind != ValueKind::Date &&
           then.kind != ValueKind::Interval;
  }

  /// "After the change, the wait was", "after six months the wait was": words of the class and then
  /// what was spoken of, or so long, open the sentence.
  bool opens_with(std::string_view word_class, std::size_t begin, std::size_t at) const {
    if (begin + 2 >= at || !patterns_.is_word(word_class, lower(begin))) return false;
    const std::uint32_t claim = words_[begin + 1].claim;
    const bool stretch = claim != kNone && claims_[claim].value.kind == ValueKind::Duration;
    return stretch || patterns_.is_word("pointing", lower(begin + 1));
  }

  /// "19 days before the change and 5 now"
  bool right_before_change(std::size_t at) const {
    const std::size_t i = at + 1;
    return i + 1 < words_.size() && words_[i].clause == words_[at].clause &&
           patterns_.is_word("before", lower(i)) && patterns_.is_word("pointing", lower(i + 1)) &&
           i + 2 < words_.size() && patterns_.is_word("changing", lower(i + 2));
  }

  /// "Before I changed anything, the wait was": the clause that the figure's follows, empty where
  /// that has figures of its own.
  Span opening_of(std::size_t begin, std::size_t at) const {
    std::size_t first = at;
    while (first > begin && words_[first - 1].clause == words_[at].clause) --first;
    std::size_t opening = first;
    while (opening > begin && words_[opening - 1].clause == words_[first - 1].clause) {
      --opening;
      if (words_[opening].claim != kNone) return {};
    }
    if (opening == first) return {};
    return {words_[opening].span.begin, words_[first - 1].span.end};
  }

  /// "Before, we had paid 1,400."
  bool opens_alone(std::size_t begin, std::size_t at) const {
    return begin + 1 < at && patterns_.is_word("before", lower(begin)) &&
           words_[begin + 1].clause != words_[begin].clause;
  }

  /// "Before the Christmas of 2022", "before ten o'clock", behind a figure.
  bool is_deadline(std::size_t i, std::size_t at) const {
    const std::size_t end = std::min(words_.size(), i + 1 + kDeadline);
    for (std::size_t k = i + 1; i > at && k < end; ++k) {
      if (patterns_.is_word("clock_word", lower(k))) return true;
      if (words_[k].claim == kNone) continue;
      const ValueKind kind = claims_[words_[k].claim].value.kind;
      return kind == ValueKind::Date || kind == ValueKind::Interval;
    }
    return false;
  }

  Span clause_of(std::size_t at) const {
    std::size_t begin = at;
    std::size_t end = at + 1;
    while (begin > 0 && words_[begin - 1].clause == words_[at].clause) --begin;
    while (end < words_.size() && words_[end].clause == words_[at].clause) ++end;
    return {words_[begin].span.begin, words_[end - 1].span.end};
  }

  bool says(std::string_view word_class, Span span) const {
    const Pattern* pattern = patterns_.word_class(word_class);
    return pattern != nullptr && pattern->found_in(text_, span);
  }

  /// "88 percent renewed, up from 79"
  bool is_reached(std::size_t end, std::size_t at) const {
    for (std::size_t i = at + 1; i + 1 < end && words_[i].claim == kNone; ++i) {
      if (patterns_.is_word("moved", lower(i)) && patterns_.is_word("start", lower(i + 1))) {
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  Span block_;
  const std::vector<BlockWord>& words_;
  const std::vector<Claim>& claims_;
  const ClaimPatterns& patterns_;
};

}  // namespace

Stage stage_of(const WordedBlock& block, std::size_t begin, std::size_t end, std::size_t at,
               const ClaimPatterns& patterns) {
  return StageReader(block, patterns).read(begin, end, at);
}

std::uint32_t old_end(const WordedBlock& block, std::size_t at, const ClaimPatterns& patterns) {
  constexpr std::size_t kReach = 5;  // words between the two
  const std::vector<BlockWord>& words = block.words;
  const auto is = [&](std::string_view word_class, std::size_t i) {
    return patterns.is_word(
        word_class, ascii_lower(block.text.substr(words[i].span.begin, words[i].span.size())));
  };
  if (at == 0 || !is("onto", at - 1)) return kNone;
  bool moved = false;
  for (std::size_t i = at - 1; i-- > 0 && at - i <= kReach + 1;) {
    if (words[i].sentence != words[at].sentence) return kNone;
    const std::uint32_t claim = words[i].claim;
    const bool period = claim != kNone && block.claims[claim].value.kind == ValueKind::Duration &&
                        block.claims[claim].numbers.empty();
    if (claim == kNone) {
      moved = moved || is("moved", i);
    } else if (!period) {
      return moved || (i > 0 && is("starting", i - 1)) ? claim : kNone;
    }
  }
  return kNone;
}

}  // namespace starlint
