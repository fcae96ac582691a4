// polarity: the same thing asserted in one place and denied in another.
#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_claims.h"

namespace starlint {

namespace {

class PolarityRule : public Rule {
 public:
  PolarityRule(const ClaimPatterns& patterns, std::string attribute, bool speaker_wide)
      : patterns_(patterns), attribute_(std::move(attribute)), speaker_wide_(speaker_wide) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const SpeakerClaims claims(speaker, patterns_, attribute_, Polarity::Both);
    if (!speaker_wide_) {
      for (const auto& group : claims.groups()) check_group(speaker, group, sink);
      return;
    }
    std::vector<const Placed*> group;
    for (const Placed& placed : claims.all()) group.push_back(&placed);
    check_group(speaker, group, sink);
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
  bool speaker_wide_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(
      std::make_unique<PolarityRule>(context.claims, std::string(options.string("attribute")),
                                     options.string("within", "speaker") == "speaker"));
}

}  // namespace

Kind polarity_kind() {
  using toml_doc::FieldType;
  return {"polarity",
          "the same thing asserted in one place and denied in another",
          {"attribute", "denied", "asserted", "text"},
          {"conflict", "place"},
          {{"attribute", FieldType::String, "what is asserted or denied", true},
           {"within",
            FieldType::String,
            "all notes of the speaker, or one project or story",
            false,
            {"speaker", "thing"}}},
          compile};
}

}  // namespace starlint
