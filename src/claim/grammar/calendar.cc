// The arithmetic of moments.
#include <chrono>
#include <cmath>

#include "base/strings.h"
#include "claim/grammar/moment.h"

namespace starlint {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

int days_of(int year, int month, int day) {
  return static_cast<int>(
      sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)}
          .time_since_epoch()
          .count());
}

/// The first of the month that is `months` after year/month.
int month_start(int year, int month, int months) {
  const int index = year * 12 + month - 1 + months;
  return days_of(index / 12, index % 12 + 1, 1);
}

int whole_start(const Moment& m) { return days_of(m.year, m.month, m.day == 0 ? 1 : m.day); }
int whole_end(const Moment& m) {
  return m.day != 0 ? whole_start(m) + 1 : month_start(m.year, m.month, m.months);
}

}  // namespace

int first_day(const Moment& m) {
  if (m.portion == Portion::Whole || m.portion == Portion::Start || m.day != 0)
    return whole_start(m);
  const bool middle = m.portion == Portion::Middle;
  if (m.months % 3 == 0) return month_start(m.year, m.month, m.months / 3 * (middle ? 1 : 2));
  return whole_start(m) + (middle ? 9 : 15);
}

int end_day(const Moment& m) {
  if (m.portion == Portion::Whole || m.portion == Portion::End || m.day != 0) return whole_end(m);
  const bool middle = m.portion == Portion::Middle;
  if (m.months % 3 == 0) return month_start(m.year, m.month, m.months / 3 * (middle ? 2 : 1));
  return whole_start(m) + (middle ? 20 : 15);
}

static int point(const Moment& m) {
  switch (m.portion) {
    case Portion::Start:
      return whole_start(m);
    case Portion::Middle:
      return whole_start(m) + (whole_end(m) - whole_start(m)) / 2;
    case Portion::End:
    case Portion::Whole:
      break;
  }
  return whole_end(m);
}

int low_point(const Moment& m) { return m.portion == Portion::Whole ? whole_start(m) : point(m); }
int high_point(const Moment& m) { return point(m); }

int grain(const Moment& m) {
  return m.day != 0 ? 1 : static_cast<int>(std::lround(m.months * 30.42));
}

bool exists(const Moment& m) {
  if (m.month < 1 || m.month > 12) return false;
  const year_month_day date =
      std::chrono::year{m.year == 0 ? 2000 : m.year} / m.month / (m.day == 0 ? 1 : m.day);
  return date.ok();
}

std::string iso_date(int day) {
  const year_month_day date{sys_days{days{day}}};
  const auto two = [](unsigned part) { return cat(part < 10 ? "0" : "", part); };
  return cat(static_cast<int>(date.year()), "-", two(static_cast<unsigned>(date.month())), "-",
             two(static_cast<unsigned>(date.day())));
}

int shifted(int day, double seconds) {
  constexpr double kDay = 86400;
  const double whole_days = seconds / kDay;
  const double sign = seconds < 0 ? -1 : 1;
  const double size = std::abs(whole_days);
  const bool years = size >= 365 && std::fmod(size, 365) == 0;
  const bool months = !years && size >= 30 && std::fmod(size, 30) == 0;
  if (!years && !months) return day + static_cast<int>(std::lround(whole_days));
  const int count = static_cast<int>(sign * (years ? size / 365 * 12 : size / 30));
  const year_month_day from{sys_days{days{day}}};
  const int start = month_start(static_cast<int>(from.year()),
                                static_cast<int>(static_cast<unsigned>(from.month())), count);
  return start + static_cast<int>(static_cast<unsigned>(from.day())) - 1;
}

}  // namespace starlint
