#include "claim/grammar/event.h"

namespace starlint {

namespace {

constexpr int kYear = 12;  // months

}  // namespace

std::optional<Moment> read_event(const Cursor& cursor, std::size_t i) {
  const Phrase year = cursor.phrase(i, Cue::YearOf);
  const std::size_t at = cursor.skip(year ? year.next : i, Cue::The);
  const Phrase name = cursor.phrase(at, facet::kCalendar,
                                    [](const Meaning& meaning) { return meaning.event >= 0; });
  if (!name) return std::nullopt;
  const Event& event = cursor.lexicon().event(name.meaning->event);
  Moment out;
  out.first = i;
  out.next = name.next;
  out.year = event.year;
  out.month = year ? 1 : event.month;
  out.months = year ? kYear : event.months;
  out.event = !year;
  return out;
}

}  // namespace starlint
