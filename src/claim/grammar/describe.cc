#include "base/strings.h"
#include "claim/grammar/moment.h"
#include "claim/grammar/values.h"

namespace starlint {

std::string describe(const Value& value) {
  const bool calendar = value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
  const auto figure = [&](double x) {
    return calendar ? iso_date(static_cast<int>(x)) : decimal(x, 6);
  };
  std::string out;
  if (value.qualifier != Qualifier::Exact) out = cat(name_of(value.qualifier), " ");
  if (value.low == value.high && value.kind != ValueKind::Interval) {
    out += figure(value.low);
  } else {
    out += cat(value.open_low ? "" : figure(value.low), "..",
               value.open_high ? "" : figure(value.high));
  }
  if (!value.unit.empty() && value.kind != ValueKind::Duration) out += cat(" ", value.unit);
  return out;
}

}  // namespace starlint
