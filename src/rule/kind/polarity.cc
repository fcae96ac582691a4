// polarity: the same thing asserted in one place and denied in another.
#include <algorithm>
#include <map>

#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_claims.h"

namespace starlint {

namespace {

enum class Within : std::uint8_t { Speaker, Subject, Thing };
const std::vector<std::string_view> kWithin = {"speaker", "subject", "thing"};

class PolarityRule : public Rule {
 public:
  PolarityRule(const ClaimPatterns& patterns, std::string attribute, Within within)
      : patterns_(patterns), attribute_(std::move(attribute)), within_(within) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const SpeakerClaims claims(speaker, patterns_, attribute_, Polarity::Both);
    if (within_ == Within::Thing) {
      for (const auto& group : claims.groups()) check_group(speaker, group, sink);
      return;
    }
    std::map<std::string, std::vector<const Placed*>> groups;
    for (const Placed& placed : claims.all()) {
      groups[within_ == Within::Subject ? placed.claim->subject : ""].push_back(&placed);
    }
    for (const auto& [subject, group] : groups) check_group(speaker, group, sink);
  }

 private:
  void check_group(const SpeakerView& speaker, const std::vector<const Placed*>& group,
                   Sink& sink) const {
    std::vector<const Claim*> denied;
    std::vector<const Claim*> asserted;
    for (const Placed* placed : group) {
      (placed->claim->modality == Modality::Negated ? denied : asserted).push_back(placed->claim);
    }
    if (denied.empty() || asserted.empty()) return;
    Finding& finding =
        sink.add(place_of(*denied.front()), {{"attribute", patterns_.attribute(attribute_)->label},
                                             {"denied", words_of(speaker, *denied.front())},
                                             {"asserted", words_of(speaker, *asserted.front())}});
    finding.narrative = denied.front()->narrative;
    denied.erase(denied.begin());
    add_places(speaker, asserted, sink.info(), finding);
    add_places(speaker, denied, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  std::string attribute_;
  Within within_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  const auto within =
      std::find(kWithin.begin(), kWithin.end(), options.string("within", "speaker"));
  return std::unique_ptr<Rule>(
      std::make_unique<PolarityRule>(context.claims, std::string(options.string("attribute")),
                                     static_cast<Within>(within - kWithin.begin())));
}

}  // namespace

Kind polarity_kind() {
  using toml_doc::FieldType;
  return {"polarity",
          "the same thing asserted in one place and denied in another",
          {"attribute", "denied", "asserted", "text"},
          {"conflict", "place"},
          {{"attribute", FieldType::String, "what is asserted or denied", true},
           {"within", FieldType::String,
            "all notes of the speaker, what they say of one subject, or one project or story",
            false, kWithin}},
          compile};
}

}  // namespace starlint
