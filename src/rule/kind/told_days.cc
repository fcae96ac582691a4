#include "rule/kind/told_days.h"

#include <string_view>

#include "claim/context.h"
#include "claim/topic.h"
#include "rule/kind/background.h"

namespace starlint {

namespace {

/// "It was the summer of 2022. I was …": so short a sentence is the time of the next one.
Span with_next(std::string_view text, const FigureContext& context) {
  constexpr std::size_t kShort = 6;
  Span out = context.reach;
  const std::uint32_t own = context.sentence.begin;
  if (words_in(text.substr(own, context.sentence.size())).size() > kShort) return out;
  const std::size_t begin = text.find_first_not_of(".!? ", out.end);
  const std::size_t end = text.find_first_of(".!?\n", begin);
  if (begin != std::string_view::npos && end != std::string_view::npos && text[begin] != '\n') {
    out.end = static_cast<std::uint32_t>(end);
  }
  return out;
}

/// Whether a date is the time of its sentence: few words stand before it.
bool opens(std::string_view text, Span sentence, const Claim& date) {
  constexpr std::size_t kWords = 4;
  if (date.span.begin < sentence.begin) return false;
  const std::string_view before = text.substr(sentence.begin, date.span.begin - sentence.begin);
  return words_in(before).size() <= kWords;
}

std::vector<ToldDay> read_days(const FileView& file, const ClaimPatterns& patterns) {
  std::vector<ToldDay> out;
  const Pattern* self = patterns.word_class("first_person");
  const Pattern* outside = patterns.word_class("outside_post");
  if (self == nullptr || outside == nullptr) return out;
  const std::string_view text = file.text.utf8();
  for (const FigureContext& context : contexts_of(file, patterns)) {
    const Claim& claim = file.claims[context.claim];
    const bool day = claim.attribute.empty() || patterns.is_word("of_a_day", claim.attribute);
    const bool free = day && claim.modality == Modality::Asserted;
    if (!free || !is_day(claim.value) || !opens(text, context.reach, claim)) continue;
    const Span told = with_next(text, context);
    if (self->found_in(text, told) && !outside->found_in(text, told)) {
      out.push_back({&claim, told});
    }
  }
  return out;
}

}  // namespace

bool is_day(const Value& value) {
  return (value.kind == ValueKind::Date || value.kind == ValueKind::Interval) && !value.open_low;
}

const std::vector<ToldDay>& days_told(const FileView& file, const ClaimPatterns& patterns) {
  return file.memo.keep<std::vector<ToldDay>>(&patterns, [&] { return read_days(file, patterns); });
}

}  // namespace starlint
