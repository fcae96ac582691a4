#include "claim/grammar/values.h"

#include "claim/grammar/bounds.h"
#include "claim/grammar/interval.h"

namespace starlint {

namespace {

/// Cheap and never wrong with a "no": a word that only introduces a value needs one behind it.
bool may_start(const Cursor& c, std::size_t i) {
  if (c.number(i)) return true;
  const std::uint32_t word = c.at(i).word;
  if (word == kNone || !c.lexicon().starts_value(word)) return false;
  // A sign or a hedge in symbols: not the dash of a list.
  if (!c.word(i))
    return c.number(i + 1) || !c.word(i + 1) || c.lexicon().meaning(word).fraction > 0;
  return !c.word(i + 1) || c.at(i + 1).word != kNone || c.lexicon().meaning(word).counts();
}

/// "1." and "2)" at the beginning of a line.
bool list_marker(const Cursor& c, std::string_view text, std::size_t i) {
  if (!c.plain_digits(i, 1, 3) || !(c.symbol(i + 1, '.') || c.symbol(i + 1, ')'))) return false;
  if (!c.glued(i + 1) || c.glued(i + 2) || c.at(i + 2).span.empty()) return false;
  std::size_t before = c.at(i).span.begin;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
  return before == 0 || text[before - 1] == '\n' || text[before - 1] == '\r';
}

std::optional<Amount> read_value(const Cursor& c, std::size_t i) {
  if (std::optional<Amount> interval = read_interval(c, i)) return interval;
  std::optional<Amount> amount = read_bounded(c, i);
  if (!amount) return std::nullopt;
  if (std::optional<Amount> date = read_shifted_date(c, *amount)) return date;
  return amount;
}

}  // namespace

void ValueReader::read(std::string_view text, Span within, std::vector<Typed>& out) {
  tokenize(text, within, *lexicon_, tokens_);
  const Cursor cursor(text, tokens_, *lexicon_);
  for (std::size_t i = 0; i + 1 < cursor.size();) {
    if (!may_start(cursor, i) || list_marker(cursor, text, i)) {
      ++i;
      continue;
    }
    std::optional<Amount> amount = read_value(cursor, i);
    if (!amount) {
      ++i;
      continue;
    }
    if (!amount->silent) {
      out.push_back({cursor.span(amount->first, amount->next), std::move(amount->value),
                     std::move(amount->numbers)});
    }
    i = amount->next;
  }
}

std::vector<Typed> read_values(std::string_view text, Span within, const Lexicon& lexicon) {
  std::vector<Typed> out;
  ValueReader(lexicon).read(text, within, out);
  return out;
}

}  // namespace starlint
