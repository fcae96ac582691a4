// overlap: two posts at different employers, or a post and a course, that certainly ran at the same
// time.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_tenures.h"

namespace starlint {

namespace {

constexpr double kMonth = 30.44;         // days
constexpr std::size_t kMostBehind = 64;  // posts that began later, and are held against one

/// What a post certainly covers: its ends are somewhere in the months or years that were named.
struct Inner {
  double low = 0;
  double high = 0;
};

Inner inner_of(const Tenure& tenure, double last_day) {
  const double unsure = tenure.grain > 1 ? tenure.grain : 0;
  return {tenure.low + unsure, tenure.ended ? tenure.high - unsure : last_day};
}

class OverlapRule : public Rule {
 public:
  OverlapRule(const ClaimPatterns& patterns, double months)
      : patterns_(patterns), months_(months) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    SpeakerTenures tenures = read_speaker_tenures(speaker, patterns_);
    std::erase_if(tenures.all, [](const Tenure& tenure) { return tenure.side; });
    tenures.all.insert(tenures.all.end(), tenures.studies.begin(), tenures.studies.end());
    for (Tenure& tenure : tenures.all) keep_telling(tenure.names);
    std::stable_sort(tenures.all.begin(), tenures.all.end(),
                     [](const Tenure& a, const Tenure& b) { return a.low < b.low; });
    // A post that still runs has at least lasted until the last other one ended.
    double last_end = 0;
    for (const Tenure& tenure : tenures.all) {
      last_end = std::max(last_end, tenure.ended ? tenure.high : tenure.low);
    }
    for (std::size_t i = 0; i < tenures.all.size(); ++i) {
      const Inner first = inner_of(tenures.all[i], last_end);
      const std::size_t last = std::min(tenures.all.size(), i + 1 + kMostBehind);
      for (std::size_t j = i + 1; j < last; ++j) {
        if (tenures.all[j].low >= first.high) break;
        const Inner second = inner_of(tenures.all[j], last_end);
        const double days = std::min(first.high, second.high) - std::max(first.low, second.low);
        if (days < months_ * kMonth || may_run_together(tenures.all[i], tenures.all[j])) continue;
        report(speaker, tenures.all[i], tenures.all[j], days, sink);
        break;
      }
    }
  }

 private:
  /// Posts at one employer; and a course, beside a post of which nobody says that it was full-time.
  static bool may_run_together(const Tenure& a, const Tenure& b) {
    const bool studied = a.study || b.study;
    return studied ? a.study == b.study || !a.full_time || !b.full_time : same_employer(a, b);
  }

  /// "Radiographer" and "hospital" are words of many posts: two that share no other are at two
  /// employers.
  void keep_telling(std::vector<std::string>& names) const {
    const Pattern* common = patterns_.word_class("of_many_posts");
    if (common == nullptr) return;
    std::vector<std::string> telling;
    for (const std::string& name : names) {
      // A declared name of several words is one employer's.
      const bool of_many = name.find(' ') == std::string::npos &&
                           common->found_in(name, {0, static_cast<std::uint32_t>(name.size())});
      if (!of_many) telling.push_back(name);
    }
    if (!telling.empty()) names = std::move(telling);
  }

  static void report(const SpeakerView& speaker, const Tenure& first, const Tenure& second,
                     double days, Sink& sink) {
    const Claim& place = *second.dates.front();
    Finding& finding =
        sink.add(place_of(place), {{"said", words_of(speaker, place)},
                                   {"other", words_of(speaker, *first.dates.front())},
                                   {"months", decimal(days / kMonth, 0)}});
    finding.narrative = place.narrative;
    add_places(speaker, first.dates, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  double months_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  return std::unique_ptr<Rule>(
      std::make_unique<OverlapRule>(context.claims, options.number("months", 6)));
}

}  // namespace

Kind overlap_kind() {
  using toml_doc::FieldType;
  return {"overlap",
          "two posts at different employers at the same time",
          {"said", "other", "months", "text"},
          {"conflict", "place"},
          {{"months", FieldType::Number, "that they certainly share, at least (6)"}},
          compile};
}

}  // namespace starlint
