// exceed: a part that is told as more than the whole it lies in: more years with one tool than
// years of work.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class ExceedRule : public Rule {
 public:
  ExceedRule(std::string whole, std::string part, double slack)
      : whole_(std::move(whole)), part_(std::move(part)), slack_(slack) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const std::vector<const Claim*> wholes = claims_of(speaker, whole_);
    if (wholes.empty()) return;
    // Of several wholes the largest may be meant.
    const Claim* whole =
        *std::max_element(wholes.begin(), wholes.end(),
                          [](const Claim* a, const Claim* b) { return most_of(*a) < most_of(*b); });
    std::vector<const Claim*> parts = claims_of(speaker, part_);
    std::erase_if(parts, [&](const Claim* part) {
      return part->value.kind != whole->value.kind ||
             read_value(part->value, Counting::Measured).strict.low <= most_of(*whole) * slack_;
    });
    if (parts.empty()) return;
    Finding& finding = sink.add(
        place_of(*parts.front()),
        {{"said", words_of(speaker, *parts.front())}, {"whole", words_of(speaker, *whole)}});
    finding.narrative = parts.front()->narrative;
    parts.erase(parts.begin());
    add_places(speaker, {whole}, sink.info(), finding);
    add_places(speaker, parts, sink.info(), finding);
  }

 private:
  static double most_of(const Claim& claim) {
    return read_value(claim.value, Counting::Measured).pragmatic.high;
  }

  static std::vector<const Claim*> claims_of(const SpeakerView& speaker,
                                             const std::string& attribute) {
    std::vector<const Claim*> out;
    for (const FileView* file : speaker.files) {
      for (const Claim& claim : file->claims) {
        if (claim.attribute == attribute && claim.modality == Modality::Asserted &&
            claim.value.kind != ValueKind::Name) {
          out.push_back(&claim);
        }
      }
    }
    return out;
  }

  std::string whole_;
  std::string part_;
  double slack_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  for (const std::string_view key : {"whole", "part"}) {
    if (Status status = check_attribute(options, key, context.claims); !status) {
      return status.error();
    }
  }
  constexpr double kSlack = 1.1;
  return std::unique_ptr<Rule>(std::make_unique<ExceedRule>(std::string(options.string("whole")),
                                                            std::string(options.string("part")),
                                                            options.number("slack", kSlack)));
}

}  // namespace

Kind exceed_kind() {
  using toml_doc::FieldType;
  return {"exceed",
          "a part told as more than the whole it lies in",
          {"said", "whole", "text"},
          {"conflict", "place"},
          {{"whole", FieldType::String, "attribute of the whole", true},
           {"part", FieldType::String, "attribute of what lies in it", true},
           {"slack", FieldType::Number, "times the whole that a part may be told as (1.1)"}},
          compile};
}

}  // namespace starlint
