// stretch: a duration beside the dates of the same thing, when the dates leave another time between
// them. The stretch is told by one interval ("from 2 May to 4 July") or by two dates that stand for
// its beginning and its end.
#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kDay = 86400;
constexpr double kMonth = 30.44;  // days
constexpr double kInMonths = 60;  // days from which a length is told in months
constexpr double kSlack = 0.12;   // of a duration: months differ, and ends are rounded
constexpr double kFewDays = 2;
constexpr double kPoint = 1.5;  // an interval of so many of its smallest unit is a point in time

/// What the dates leave: days from the first to behind the last, and how exact the ends are.
struct Stretch {
  std::vector<const Claim*> told;  // one interval, or the two ends
  double days = 0;
  double grain = 0;

  Bounds bounds() const {
    const double least = grain > 1 ? days - 2 * grain : days - 1;
    return {std::max(least, 0.0) * kDay, (grain > 1 ? days : days + 1) * kDay};
  }
};

bool agree(const Value& duration, const Stretch& stretch) {
  Bounds said = read_value(duration, Counting::Measured).strict;
  said.low = std::min(said.low, duration.low * (1 - kSlack));
  said.high = std::max(said.high, duration.high * (1 + kSlack));
  return meet(said, stretch.bounds());
}

class StretchRule : public Rule {
 public:
  StretchRule(const ClaimPatterns& patterns, std::string duration, std::string begin,
              std::string end)
      : patterns_(patterns),
        duration_(std::move(duration)),
        begin_(std::move(begin)),
        end_(std::move(end)) {}

  void check(const FileView& file, Sink& sink) const override {
    std::vector<const Claim*> durations;
    for (const Claim& claim : file.claims) {
      const bool said = claim.attribute == duration_ && claim.modality == Modality::Asserted;
      if (said && claim.value.kind == ValueKind::Duration) durations.push_back(&claim);
    }
    if (durations.empty()) return;
    const std::vector<Setting>& settings = settings_of(file, patterns_);
    for (const Claim* duration : durations) {
      if (const Setting* setting = setting_at(settings, duration->span.begin)) {
        check_duration(file, *duration, stretches_of(file, *setting), sink);
      }
    }
  }

 private:
  std::vector<Stretch> stretches_of(const FileView& file, const Setting& setting) const {
    std::vector<Stretch> out;
    std::vector<const Claim*> begins;
    std::vector<const Claim*> ends;
    for (const Claim& claim : file.claims) {
      const Value& value = claim.value;
      const bool dated = value.kind == ValueKind::Interval || value.kind == ValueKind::Date;
      if (!dated || claim.modality != Modality::Asserted) continue;
      if (!setting.span.contains(claim.span.begin) || value.open_low || value.open_high) continue;
      if (claim.attribute == begin_) begins.push_back(&claim);
      if (claim.attribute == end_) ends.push_back(&claim);
      if (value.high - value.low > kPoint * value.resolution) {
        out.push_back({{&claim}, value.high - value.low, value.resolution});
      }
    }
    if (begins.size() == 1 && ends.size() == 1) add_ends(*begins[0], *ends[0], out);
    return out;
  }

  static void add_ends(const Claim& begin, const Claim& end, std::vector<Stretch>& out) {
    const double last = std::max(end.value.high, end.value.low + 1);
    if (end.value.low <= begin.value.low) return;
    out.push_back({{&begin, &end},
                   last - begin.value.low,
                   std::max(begin.value.resolution, end.value.resolution)});
  }

  /// Of several stretches the one in its own sentence counts, else the last one before it; but a
  /// duration that fits any of them is taken to mean that one.
  static void check_duration(const FileView& file, const Claim& duration,
                             const std::vector<Stretch>& stretches, Sink& sink) {
    const Stretch* meant = nullptr;
    for (const Stretch& stretch : stretches) {
      if (agree(duration.value, stretch)) return;
      const Claim& last = *stretch.told.back();
      const bool here = last.sentence == duration.sentence;
      if (meant == nullptr || here || last.span.begin < duration.span.begin) meant = &stretch;
      if (here) break;
    }
    // Nobody tells in minutes what went on for days.
    const bool too_fine = duration.value.high < kDay && meant != nullptr && meant->days > kFewDays;
    if (meant == nullptr || too_fine) return;
    const bool months = meant->days >= kInMonths;
    const double length = months ? meant->days / kMonth : meant->days;
    std::vector<std::string> dates;
    for (const Claim* claim : meant->told) dates.push_back(words_of(file, *claim));
    Finding& finding = sink.add(place_of(duration),
                                {{"said", words_of(file, duration)},
                                 {"dates", join(dates, " … ")},
                                 {"length", decimal(length, months ? 1 : 0)}},
                                months ? "months" : "days");
    finding.narrative = duration.narrative;
    add_places(file, meant->told, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  std::string duration_;
  std::string begin_;
  std::string end_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  for (const std::string_view key : {"duration", "begin", "end"}) {
    if (Status status = check_attribute(options, key, context.claims); !status) {
      return status.error();
    }
  }
  return std::unique_ptr<Rule>(std::make_unique<StretchRule>(
      context.claims, std::string(options.string("duration")), std::string(options.string("begin")),
      std::string(options.string("end"))));
}

}  // namespace

Kind stretch_kind() {
  using toml_doc::FieldType;
  return {
      "stretch",
      "a duration that the dates of the same story do not leave",
      {"said", "dates", "length", "text"},
      {"months", "days", "place"},
      {{"duration", FieldType::String, "attribute of durations that mean a whole stretch", true},
       {"begin", FieldType::String, "attribute of dates that begin one"},
       {"end", FieldType::String, "attribute of dates that end one"}},
      compile};
}

}  // namespace starlint
