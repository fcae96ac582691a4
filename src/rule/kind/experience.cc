// experience: more years of work than lie behind the first dated post.
//
// No clock is read: the notes are taken to be told at most `slack` years after the latest day that
// they name. Where they name a beginning of the career, that counts; else two dated posts at least.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_tenures.h"

namespace starlint {

namespace {

constexpr double kYear = 365.25;           // days
constexpr double kYearSeconds = 31536000;  // as durations count years
constexpr std::size_t kPosts = 2;

struct Spec {
  std::vector<std::string> years;
  std::string begin;
  double slack = 2;
};

class ExperienceRule : public Rule {
 public:
  ExperienceRule(const ClaimPatterns& patterns, Spec spec)
      : patterns_(patterns), spec_(std::move(spec)) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<const Claim*> said;
    for (const std::string& attribute : spec_.years) {
      const std::vector<const Claim*> told = claims_of(speaker, attribute);
      said.insert(said.end(), told.begin(), told.end());
    }
    std::erase_if(said, [](const Claim* claim) {
      return claim->value.kind != ValueKind::Duration || claim->value.open_low;
    });
    if (said.empty()) return;
    const SpeakerTenures tenures = read_speaker_tenures(speaker, patterns_);
    const Claim* first = first_day(tenures, claims_of(speaker, spec_.begin));
    if (first == nullptr) return;
    const double years = (tenures.last_day - first->value.low) / kYear;
    std::erase_if(said, [&](const Claim* claim) {
      return read_value(claim->value, Counting::Measured).strict.low / kYearSeconds <=
             years + spec_.slack;
    });
    if (said.empty()) return;
    Finding& finding =
        sink.add(place_of(*said.front()), {{"said", words_of(speaker, *said.front())},
                                           {"first", words_of(speaker, *first)},
                                           {"years", decimal(years, 1)}});
    finding.narrative = said.front()->narrative;
    said.erase(said.begin());
    add_places(speaker, {first}, sink.info(), finding);
    for (const Tenure& tenure : tenures.all) {
      if (tenure.dates.front() != first) add_places(speaker, tenure.dates, sink.info(), finding);
    }
    add_places(speaker, said, sink.info(), finding);
  }

 private:
  static std::vector<const Claim*> claims_of(const SpeakerView& speaker,
                                             const std::string& attribute) {
    std::vector<const Claim*> out;
    for (const FileView* file : speaker.files) {
      for (const Claim& claim : file->claims) {
        if (claim.attribute != attribute || claim.modality != Modality::Asserted) continue;
        out.push_back(&claim);
      }
    }
    return out;
  }

  /// The earliest date of work, where it can be the first of all.
  static const Claim* first_day(const SpeakerTenures& tenures,
                                const std::vector<const Claim*>& begins) {
    if (begins.empty() && tenures.all.size() < kPosts) return nullptr;
    const Claim* first = nullptr;
    const auto look_at = [&](const Claim* claim) {
      if (first == nullptr || claim->value.low < first->value.low) first = claim;
    };
    for (const Tenure& tenure : tenures.all) look_at(tenure.dates.front());
    for (const Claim* claim : begins) {
      const ValueKind kind = claim->value.kind;
      if (kind == ValueKind::Interval || kind == ValueKind::Date) look_at(claim);
    }
    return first;
  }

  const ClaimPatterns& patterns_;
  Spec spec_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "begin", context.claims); !status) {
    return status.error();
  }
  if (Status status = check_attributes(options, "years", context.claims); !status) {
    return status.error();
  }
  Spec spec{options.strings("years"), std::string(options.string("begin")),
            options.number("slack", 2)};
  return std::unique_ptr<Rule>(std::make_unique<ExperienceRule>(context.claims, std::move(spec)));
}

}  // namespace

Kind experience_kind() {
  using toml_doc::FieldType;
  return {"experience",
          "more years of work than lie behind the first dated post",
          {"said", "first", "years", "text"},
          {"conflict", "place"},
          {{"years", FieldType::Strings, "attributes of years of work", true},
           {"begin", FieldType::String, "attribute of dates that begin a career"},
           {"slack", FieldType::Number, "years that notes are told after their latest date (2)"}},
          compile};
}

}  // namespace starlint
