// age: how old the speaker was on which day, and the day of birth: no one birthday fits them all.
#include <algorithm>

#include "base/strings.h"
#include "claim/bare_year.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kYear = 365.25;  // days
constexpr double kYoungest = 12;  // years: what is younger is no working age, and may be an hour
constexpr double kOldest = 90;    // years
constexpr double kUnsure = 31;    // days by which a date may be rounded

/// Days since 1970-01-01 between which the speaker was born, by one telling.
struct Birth {
  const Claim* told = nullptr;
  const Claim* day = nullptr;  // the date of an age; nullptr where the birth itself is told
  double low = 0;
  double high = 0;

  std::vector<const Claim*> claims() const {
    return day == nullptr ? std::vector{told} : std::vector{told, day};
  }
};

class AgeRule : public Rule {
 public:
  AgeRule(std::string age, std::string born) : age_(std::move(age)), born_(std::move(born)) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<Birth> births;
    for (const FileView* file : speaker.files) add_births(file->claims, births);
    if (births.size() < 2) return;
    const auto later = [](const Birth& a, const Birth& b) { return a.low < b.low; };
    const auto earlier = [](const Birth& a, const Birth& b) { return a.high < b.high; };
    const Birth& young = *std::max_element(births.begin(), births.end(), later);
    const Birth& old = *std::min_element(births.begin(), births.end(), earlier);
    if (young.low <= old.high + kUnsure) return;
    const Birth& odd = place_of(*young.told) < place_of(*old.told) ? old : young;
    const Birth& first = &odd == &old ? young : old;
    Finding& finding =
        sink.add(place_of(*odd.told), {{"said", words_of(speaker, *odd.told)},
                                       {"other", words_of(speaker, *first.told)},
                                       {"years", decimal((young.low - old.high) / kYear, 1)}});
    finding.narrative = odd.told->narrative;
    if (odd.day != nullptr) add_places(speaker, {odd.day}, sink.info(), finding);
    add_places(speaker, first.claims(), sink.info(), finding);
  }

 private:
  void add_births(const std::vector<Claim>& claims, std::vector<Birth>& births) const {
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim& claim = claims[i];
      if (claim.modality != Modality::Asserted) continue;
      if (claim.attribute == born_ && is_day(claim)) {
        births.push_back({&claim, nullptr, first_of(claim), last_of(claim)});
      }
      const double years = claim.value.low;
      if (claim.attribute != age_ || !claim.value.single()) continue;
      if (years < kYoungest || years > kOldest) continue;
      const Claim* day = day_of(claims, i);
      if (day == nullptr) continue;
      births.push_back(
          {&claim, day, first_of(*day) - (years + 1) * kYear, last_of(*day) - years * kYear});
    }
  }

  static bool is_day(const Claim& claim) {
    if (is_bare_year(claim.value)) return true;
    const ValueKind kind = claim.value.kind;
    const bool date = kind == ValueKind::Date || kind == ValueKind::Interval;
    return date && !claim.value.open_low && claim.value.low > -kOldest * kYear;
  }

  static double first_of(const Claim& day) {
    return is_bare_year(day.value) ? days_of_year(day.value.low).begin : day.value.low;
  }
  /// What goes on has begun: "since 2011" is a date of 2011.
  static double last_of(const Claim& day) {
    if (is_bare_year(day.value)) return days_of_year(day.value.low).end;
    return day.value.open_high ? day.value.low + kYear
                               : std::max(day.value.high, day.value.low + 1);
  }

  /// The date nearest to an age in its sentence; without one, the last of the sentence before.
  static const Claim* day_of(const std::vector<Claim>& claims, std::size_t age) {
    const Claim* before = nullptr;
    std::size_t i = age;
    for (; i > 0 && claims[i - 1].sentence + 1 >= claims[age].sentence; --i) {
      if (!is_day(claims[i - 1])) continue;
      before = &claims[i - 1];
      break;
    }
    if (before != nullptr && before->sentence == claims[age].sentence) return before;
    for (i = age + 1; i < claims.size() && claims[i].sentence == claims[age].sentence; ++i) {
      if (is_day(claims[i])) return &claims[i];
    }
    return before;
  }

  std::string age_;
  std::string born_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  for (const std::string_view key : {"age", "born"}) {
    if (Status status = check_attribute(options, key, context.claims); !status) {
      return status.error();
    }
  }
  return std::unique_ptr<Rule>(std::make_unique<AgeRule>(std::string(options.string("age")),
                                                         std::string(options.string("born"))));
}

}  // namespace

Kind age_kind() {
  using toml_doc::FieldType;
  return {"age",
          "ages and dates of one life that no birthday fits",
          {"said", "other", "years", "text"},
          {"conflict", "place"},
          {{"age", FieldType::String, "attribute of the speaker's age on a day", true},
           {"born", FieldType::String, "attribute of the day of birth", true}},
          compile};
}

}  // namespace starlint
