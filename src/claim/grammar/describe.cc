#include <chrono>

#include "base/strings.h"
#include "claim/grammar/values.h"

namespace starlint {

namespace {

std::string day(double days) {
  using std::chrono::sys_days;
  const std::chrono::year_month_day date{sys_days{std::chrono::days{static_cast<int>(days)}}};
  const auto two = [](unsigned part) { return cat(part < 10 ? "0" : "", part); };
  return cat(static_cast<int>(date.year()), "-", two(static_cast<unsigned>(date.month())), "-",
             two(static_cast<unsigned>(date.day())));
}

}  // namespace

std::string describe(const Value& value) {
  const bool calendar = value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
  const auto figure = [&](double x) { return calendar ? day(x) : decimal(x, 6); };
  std::string out = cat(name_of(value.kind), "{");
  if (value.qualifier != Qualifier::Exact) out += cat(name_of(value.qualifier), " ");
  if (value.low == value.high && value.kind != ValueKind::Interval) {
    out += figure(value.low);
  } else {
    out += cat(value.open_low ? "" : figure(value.low), "..",
               value.open_high ? "" : figure(value.high));
  }
  if (!value.unit.empty() && value.kind != ValueKind::Duration) out += cat(" ", value.unit);
  return out + "}";
}

}  // namespace starlint
