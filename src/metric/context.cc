#include "metric/context.h"

#include <algorithm>

#include "metric/bearing.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kComplement = 4;  // words
constexpr std::size_t kPointing = 2;    // words: "that is"
constexpr std::size_t kFrame = 2;       // words before a period: "in just four years"

bool is_token(char c) { return c >= token::kCount && c <= token::kAge; }

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace

Span Context::sentence(const Mention& where) const {
  return passage(where).masked.sentence(where.span.begin);
}

std::vector<std::string> Context::telling(std::string_view masked) const {
  std::vector<std::string> words = folded_words(masked);
  // "We've" is "we".
  for (std::string& word : words) {
    const std::size_t cut = word.find('\'');
    if (cut != std::string::npos && cut > 0) word.resize(cut);
  }
  words.erase(std::remove_if(words.begin(), words.end(),
                             [&](const std::string& word) {
                               // The letter of a label, "R", names nothing.
                               const bool letter = word.size() == 1;
                               return letter || vocabulary_.glue(word) || vocabulary_.generic(word);
                             }),
              words.end());
  return words;
}

std::vector<std::string> Context::metric_words(const SaidChange& change) const {
  return telling(change.metric);
}

/// "We'd reduced rework by 40 %, and output was up, from 64 …": where the clause of a figure begins
/// that has a subject of its own.
std::uint32_t Context::own_clause(Span ahead, const Passage& where) const {
  const std::string_view said = where.slice(ahead);
  for (std::size_t comma = said.rfind(','); comma != said.npos && comma > 0;
       comma = said.rfind(',', comma - 1)) {
    const std::string_view rest = said.substr(comma + 1);
    const std::vector<std::string> words = folded_words(rest);
    const bool joined = !words.empty() && vocabulary_.reckoning().found("joined", words.front());
    if (joined && !telling(rest).empty()) return ahead.begin + static_cast<std::uint32_t>(comma);
  }
  return ahead.begin;
}

std::vector<std::string> Context::clause(const SaidMovement& movement) const {
  const Passage& where = passage(movement.where);
  const Span around =
      hull(sentence(movement.where), where.masked.sentence(movement.where.span.end - 1));
  const std::uint32_t begin = own_clause({around.begin, movement.where.span.begin}, where);
  std::vector<std::string> words = folded_words(where.slice({begin, movement.where.span.end}));
  const std::string_view behind = where.slice({movement.where.span.end, around.end});
  const std::size_t comma = std::min(behind.find_first_of(",;:.()"), behind.size());
  std::vector<std::string> tail = folded_words(behind.substr(0, comma));
  // "5 seconds per file, a …": a short complement is a part of the figures.
  const bool complement =
      !tail.empty() && tail.size() <= kComplement && vocabulary_.complement(tail.front());
  for (std::string& word : tail) {
    if (!complement && vocabulary_.glue(word)) break;
    words.push_back(std::move(word));
  }
  return words;
}

bool Context::compatible(const SaidChange& change, const std::vector<std::string>& words,
                         bool time) const {
  if (change.claim.verb == Verb::Faster && time) return true;
  const std::vector<std::string> metric = metric_words(change);
  return std::all_of(metric.begin(), metric.end(),
                     [&](const std::string& word) { return holds_word(words, word); });
}

bool Context::is_period(const Passage& passage, std::uint32_t offset) const {
  const std::uint32_t value = passage.masked.value_at(offset);
  if (value == kNone) return false;
  switch (passage.values[value].value.kind) {
    case ValueKind::Date:
    case ValueKind::Interval:
    case ValueKind::Age:
      return true;
    case ValueKind::Duration:
      break;
    default:
      return false;
  }
  // "With the ward full all year"
  const Typed& typed = passage.values[value];
  if (typed.numbers.empty() && typed.value.low >= kLongPeriod) return true;
  const Span sentence = passage.masked.sentence(offset);
  const Span before = {sentence.begin, offset};
  const std::vector<std::string> words = folded_words(passage.slice(before));
  // "We got it to 27 days before the holidays": where it ended.
  if (!words.empty() && vocabulary_.reckoning().found("up to", words.back())) return false;
  if (vocabulary_.reckoning().found("ago", passage.slice({offset + 1, sentence.end}))) return true;
  const auto nearest = words.end() - static_cast<std::ptrdiff_t>(std::min(words.size(), kFrame));
  return std::any_of(nearest, words.end(),
                     [&](const std::string& word) { return vocabulary_.time_frame(word); });
}

bool Context::glue_only(const Passage& passage, Span span,
                        const std::vector<std::string>& context) const {
  if (span.begin >= span.end) return true;
  const std::string_view text = passage.masked.text();
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (is_token(text[i]) && !is_period(passage, i)) return false;
  }
  const std::vector<std::string> words = telling(passage.slice(span));
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return holds_word(context, word); });
}

bool Context::follows(const Passage& passage, Span between) const {
  const std::string_view text = passage.masked.text();
  for (std::uint32_t i = between.begin; i < between.end; ++i) {
    if (is_token(text[i]) && !is_period(passage, i)) return false;
  }
  return vocabulary_.reckoning().found("so", passage.slice(between));
}

bool Context::linked(const SaidMovement& movement, const SaidChange& change, bool time) const {
  if (movement.where.passage != change.where.passage) return false;
  const std::vector<std::string> words = clause(movement);
  if (!compatible(change, words, time) || is_aside(change, movement.before)) return false;
  const Span a = movement.where.span;
  const Span b = change.where.span;
  const std::vector<std::string> context = joined(words, metric_words(change));
  if (a.end <= b.begin) {
    return follows(passage(change.where), {a.end, b.begin}) ||
           glue_only(passage(change.where), {a.end, b.begin}, context);
  }
  if (b.end > a.begin) return true;
  return glue_only(passage(change.where), {b.end, a.begin}, metric_words(change));
}

bool Context::resumes(const SaidMovement& movement, const SaidChange& change, bool time) const {
  const bool claim_later = change.where.sentence > movement.where.sentence;
  const Mention& later = claim_later ? change.where : movement.where;
  const std::vector<std::string> words = clause(movement);
  if (!compatible(change, words, time)) return false;
  const std::vector<std::string> context =
      claim_later ? joined(words, metric_words(change)) : metric_words(change);
  return glue_only(passage(later), {sentence(later).begin, later.span.begin}, context);
}

bool Context::points_back(const SaidMovement& movement, const SaidChange& change) const {
  if (change.where.sentence != movement.where.sentence + 1) return false;
  const std::string_view before =
      passage(change.where).slice({sentence(change.where).begin, change.said.begin});
  return folded_words(before).size() >= kPointing && telling(before).empty();
}

bool Context::same_metric(const SaidMovement& movement, const SaidChange& change) const {
  return compatible(change, clause(movement), false);
}

bool Context::ends_movement(Figure figure) const {
  return std::any_of(metrics_.movements.begin(), metrics_.movements.end(),
                     [&](const SaidMovement& m) {
                       return figure.passage == m.before.passage &&
                              (figure.value == m.before.value || figure.value == m.after.value);
                     });
}

bool Context::is_claim(Figure figure) const {
  return std::any_of(metrics_.changes.begin(), metrics_.changes.end(), [&](const SaidChange& one) {
    return one.figure.passage == figure.passage && one.figure.value == figure.value;
  });
}

std::string_view Context::up_to(const SaidChange& change, Figure figure) const {
  const Passage& where = passage(change.where);
  const std::uint32_t at = where.masked.offset_of(figure.value);
  return at < change.where.span.end ? std::string_view() : where.slice({change.where.span.end, at});
}

bool Context::behind_clause(const SaidChange& change, Figure figure) const {
  const std::string_view between = up_to(change, figure);
  return between.find(';') != std::string_view::npos ||
         vocabulary_.reckoning().found("joined", between) || is_aside(change, figure);
}

bool Context::is_aside(const SaidChange& change, Figure figure) const {
  const std::string_view between = up_to(change, figure);
  const std::size_t comma = between.find(',');
  return comma != std::string_view::npos &&
         vocabulary_.reckoning().found("aside", between.substr(comma + 1));
}

}  // namespace starlint
