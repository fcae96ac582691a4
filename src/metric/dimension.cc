#include "metric/dimension.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kSame = 0.05;  // that two lengths of one period may differ: 30 days, 31 days

/// Of each period, how many of the one before it are told of: work rests by night, on Sundays and
/// in holidays.
struct Step {
  double seconds;
  Extent of_shorter;
};
constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kDay = 86400;
constexpr double kWeek = 604800;
constexpr double kMonth = 2592000;
constexpr double kQuarter = 7776000;
constexpr double kYear = 31536000;
constexpr Step kSteps[] = {{1, {1, 1}},        {kMinute, {60, 60}}, {kHour, {60, 60}},
                           {kDay, {6, 24}},    {kWeek, {5, 7}},     {kMonth, {4, 4.5}},
                           {kQuarter, {3, 3}}, {kYear, {4, 4}}};
/// Where the steps between would leave more room than there is.
struct Direct {
  double longer;
  double shorter;
  Extent count;
};
constexpr Direct kDirect[] = {{kMonth, kDay, {18, 31}},
                              {kQuarter, kDay, {55, 92}},
                              {kYear, kDay, {180, 366}},
                              {kQuarter, kWeek, {12, 13}},
                              {kYear, kWeek, {40, 53}}};

bool same_period(double a, double b) { return std::abs(a - b) <= kSame * std::max(a, b); }

int step_of(double seconds) {
  for (int i = 0; i < static_cast<int>(std::size(kSteps)); ++i) {
    if (same_period(kSteps[i].seconds, seconds)) return i;
  }
  return -1;
}

bool named_alike(const Factor& a, const Factor& b) {
  return std::any_of(a.names.begin(), a.names.end(), [&](const std::string& name) {
    return std::any_of(b.names.begin(), b.names.end(),
                       [&](const std::string& other) { return same_word(name, other); });
  });
}

/// What it costs to take the two for one; -1 where they are not.
int match(const Factor& a, const Factor& b) {
  if (a.kind != b.kind) return -1;
  if (a.kind == Factor::Kind::Time || a.kind == Factor::Kind::Work) return 0;
  if (a.kind != Factor::Kind::Thing) return a.names == b.names ? 0 : -1;
  if (a.names.empty() || b.names.empty()) return 1;
  if (named_alike(a, b)) return 0;
  return a.loose || b.loose ? 2 : -1;
}

/// The unit of time that a duration is written in.
double unit_of_time(const Typed& typed) {
  if (typed.numbers.empty() || typed.numbers.front().value == 0) return typed.value.low;
  return typed.value.low / typed.numbers.front().value;
}

}  // namespace

Extent periods_in(double longer, double shorter) {
  if (same_period(longer, shorter)) return Extent::exactly(1);
  if (longer < shorter) return Extent::exactly(1) / periods_in(shorter, longer);
  for (const Direct& direct : kDirect) {
    if (same_period(direct.longer, longer) && same_period(direct.shorter, shorter)) {
      return direct.count;
    }
  }
  const int from = step_of(shorter);
  const int to = step_of(longer);
  if (from < 0 || to < 0) return Extent::exactly(longer / shorter);
  Extent count = Extent::exactly(1);
  for (int i = from + 1; i <= to; ++i) count = count * kSteps[i].of_shorter;
  return count;
}

std::vector<Dimension> dimensions_of(const Quantity& quantity, const Typed& typed,
                                     const Extent& extent, const Lexicon& lexicon,
                                     const ReckoningWords& words, bool claimed) {
  using Kind = Factor::Kind;
  const Value& value = typed.value;
  Dimension told{extent, nominal(value), {}, {}};
  for (const Per& per : quantity.per) {
    told.under.push_back(per.seconds > 0 ? Factor{Kind::Time, {}, false, per.seconds}
                                         : Factor{Kind::Thing, per.nouns, per.loose, 0});
  }
  std::vector<Dimension> out;
  switch (value.kind) {
    case ValueKind::Cardinal:
      told.over.push_back({Kind::Thing, {}, false, 0});
      if (!quantity.noun.empty()) told.over.back().names = {quantity.noun};
      out.push_back(told);
      break;
    case ValueKind::Money:
      told.over.push_back({Kind::Money, {value.unit}, false, 0});
      out.push_back(told);
      break;
    case ValueKind::Duration: {
      out.push_back(told);
      out.back().over.push_back({Kind::Work, {}, false, 0});
      if (quantity.recurs) {
        out.push_back(told);
        out.back().over.push_back({Kind::Time, {}, false, 1});
      }
      const double unit = unit_of_time(typed);
      const bool stretch = std::all_of(quantity.per.begin(), quantity.per.end(),
                                       [](const Per& per) { return per.seconds > 0; });
      if (unit > 0 && stretch && !claimed) {
        told.extent = extent / Extent::exactly(unit);
        told.figure /= unit;
        told.over.push_back({Kind::Time, {}, false, unit});
        out.push_back(told);
      }
      break;
    }
    case ValueKind::Quantity: {
      // "80 kilometer per hour"
      const std::size_t per = value.unit.find(" per ");
      const Unit* unit = lexicon.unit(value.unit.substr(0, per));
      told.over.push_back(
          {Kind::Measure, {unit == nullptr ? value.unit : unit->dimension}, false, 0});
      if (unit != nullptr) {
        told.extent = told.extent * Extent::exactly(unit->factor);
        told.figure *= unit->factor;
      }
      if (per != std::string::npos) {
        const double seconds = words.period(value.unit.substr(per + 5));
        if (seconds <= 0) break;
        told.under.push_back({Kind::Time, {}, false, seconds});
      }
      out.push_back(told);
      break;
    }
    default:
      break;
  }
  if (claimed && quantity.within > 0) {
    const std::size_t count = out.size();
    for (std::size_t i = 0; i < count; ++i) {
      const bool timed = std::any_of(out[i].under.begin(), out[i].under.end(),
                                     [](const Factor& factor) { return factor.seconds > 0; });
      if (timed) continue;
      out.push_back(out[i]);
      out.back().under.push_back({Kind::Time, {}, false, quantity.within});
    }
  }
  return out;
}

Dimension operator*(const Dimension& a, const Dimension& b) {
  Dimension out{a.extent * b.extent, a.figure * b.figure, a.over, a.under};
  out.over.insert(out.over.end(), b.over.begin(), b.over.end());
  out.under.insert(out.under.end(), b.under.begin(), b.under.end());
  return out;
}

Dimension inverse(const Dimension& a) {
  return {Extent::exactly(1) / a.extent, a.figure == 0 ? 0 : 1 / a.figure, a.under, a.over};
}

std::optional<Cancelled> cancel(const Dimension& dimension) {
  if (dimension.over.size() != dimension.under.size()) return std::nullopt;
  Cancelled out;
  std::vector<bool> used(dimension.under.size());
  for (const Factor& over : dimension.over) {
    int best = -1;
    std::size_t place = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (used[i]) continue;
      const int cost = match(over, dimension.under[i]);
      if (cost < 0 || (best >= 0 && cost >= best)) continue;
      best = cost;
      place = i;
    }
    if (best < 0) return std::nullopt;
    used[place] = true;
    out.cost += best;
    if (over.kind == Factor::Kind::Time) {
      const Extent periods = periods_in(over.seconds, dimension.under[place].seconds);
      out.guessed += periods.low != periods.high;
      out.factor = out.factor * periods;
    }
  }
  return out;
}

}  // namespace starlint
