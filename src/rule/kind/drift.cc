// drift: one attribute of one thing, told with different values. However often each is repeated,
// one contradiction is one finding, the odd one out first.
#include <algorithm>

#include "base/strings.h"
#include "claim/identity.h"
#include "claim/verdict.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_claims.h"

namespace starlint {

namespace {

enum class Within : std::uint8_t { Subject, Thing };
const std::vector<std::string_view> kWithin = {"subject", "thing"};

/// Claims that give one figure, in the order of the notes.
using Camp = std::vector<const Placed*>;

class DriftRule : public Rule {
 public:
  DriftRule(const ClaimPatterns& patterns, std::vector<std::string> attributes, Within within)
      : patterns_(patterns), attributes_(std::move(attributes)), within_(within) {}

  void prepare(const FileView& file) const override {
    if (!file.claims.empty()) counts_in(file, patterns_);
  }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    for (const std::string& attribute : attributes_) {
      const SpeakerClaims claims(speaker, patterns_, attribute);
      const Counting counting = patterns_.attribute(attribute)->counting;
      const auto groups = within_ == Within::Subject ? claims.by_subject() : claims.groups();
      for (const std::vector<const Placed*>& group : groups) {
        check_group(speaker, *patterns_.attribute(attribute), group, counting, sink);
      }
    }
  }

 private:
  /// Figures that agree go to one camp: sorted by value, a camp ends where the verdict breaks.
  static std::vector<Camp> camps_of(std::vector<const Placed*> group, Counting counting) {
    std::stable_sort(group.begin(), group.end(), [](const Placed* a, const Placed* b) {
      return a->claim->value.low < b->claim->value.low;
    });
    std::vector<Camp> camps;
    for (const Placed* placed : group) {
      const bool joins =
          !camps.empty() && compare(camps.back().back()->claim->value, placed->claim->value,
                                    counting) <= Verdict::Loose;
      if (!joins) camps.emplace_back();
      camps.back().push_back(placed);
    }
    for (Camp& camp : camps) {
      std::sort(camp.begin(), camp.end(), [](const Placed* a, const Placed* b) {
        return place_of(*a->claim) < place_of(*b->claim);
      });
    }
    return camps;
  }

  static bool is_declared(const SpeakerView& speaker, const Camp& camp) {
    return std::any_of(speaker.files.begin(), speaker.files.end(), [&](const FileView* file) {
      return file->outline.format == NoteFormat::Ledger &&
             std::any_of(camp.begin(), camp.end(), [&](const Placed* placed) {
               return placed->claim->file == file->source.id;
             });
    });
  }

  static void check_group(const SpeakerView& speaker, const Attribute& attribute,
                          const std::vector<const Placed*>& group, Counting counting, Sink& sink) {
    std::vector<Camp> camps = camps_of(group, counting);
    if (camps.size() < 2) return;
    // What the ledger declares is right, else the camp that is told most often; among equals the
    // one told first.
    std::stable_sort(camps.begin(), camps.end(), [&](const Camp& a, const Camp& b) {
      const bool declared = is_declared(speaker, a);
      if (declared != is_declared(speaker, b)) return declared;
      if (a.size() != b.size()) return a.size() > b.size();
      return place_of(*a.front()->claim) < place_of(*b.front()->claim);
    });
    const Claim& odd = *camps.back().front()->claim;
    const Claim& usual = *camps.front().front()->claim;
    Finding& finding = sink.add(place_of(odd), {{"attribute", attribute.label},
                                                {"said", said_by(speaker, odd)},
                                                {"other", said_by(speaker, usual)},
                                                {"subject", odd.subject},
                                                {"scope", odd.scope}});
    finding.narrative = odd.narrative;
    std::vector<const Claim*> others;
    std::vector<std::string> sides{attribute.name};
    for (const Camp& camp : camps) {
      sides.push_back(side_of(*camp.front()->claim));
      for (const Placed* placed : camp) {
        if (placed->claim != &odd) others.push_back(placed->claim);
      }
    }
    finding.key = key_of_sides(std::move(sides));
    add_places(speaker, others, sink.info(), finding);
  }

  /// The words, and what they were read as where that is another number: "7 and I" are 8.
  static std::string said_by(const SpeakerView& speaker, const Claim& claim) {
    std::string words = words_of(speaker, claim);
    const bool counted = claim.value.kind == ValueKind::Cardinal && claim.value.single();
    const bool digits = !words.empty() && std::all_of(words.begin(), words.end(), is_ascii_digit);
    const std::string read = decimal(claim.value.low, 0);
    return counted && digits && words != read ? cat(words, " (= ", read, ")") : words;
  }

  const ClaimPatterns& patterns_;
  std::vector<std::string> attributes_;
  Within within_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attributes(options, "attributes", context.claims); !status) {
    return status.error();
  }
  const auto within = std::find(kWithin.begin(), kWithin.end(), options.string("within", "thing"));
  return std::unique_ptr<Rule>(
      std::make_unique<DriftRule>(context.claims, options.strings("attributes"),
                                  static_cast<Within>(within - kWithin.begin())));
}

}  // namespace

Kind drift_kind() {
  using toml_doc::FieldType;
  return {"drift",
          "one attribute of one thing told with different values",
          {"attribute", "said", "other", "subject", "scope", "text"},
          {"conflict", "place"},
          {{"attributes", FieldType::Strings, "attributes to compare", true},
           {"within", FieldType::String,
            "all that the notes say of one subject, whose name may be longer in one place, or one "
            "project or story",
            false, kWithin}},
          compile};
}

}  // namespace starlint
