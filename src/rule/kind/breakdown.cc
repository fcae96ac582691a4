// breakdown: parts and a total that do not add up: the roles of a team and its size.
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

#include "base/strings.h"
#include "claim/tally.h"

namespace starlint {

namespace {

constexpr std::uint32_t kNear = 12;  // bytes between who leads and how many

/// The claims of one list, with the total that was told for it.
struct Group {
  const Claim* total = nullptr;
  std::vector<const Claim*> parts;
  bool self = false;
};

std::map<std::uint32_t, Group> groups_of(const FileView& file, const std::string& total,
                                         const std::string& part) {
  std::map<std::uint32_t, Group> groups;
  for (const Claim& claim : file.claims) {
    if (claim.group == kNone || claim.modality != Modality::Asserted) continue;
    Group& group = groups[claim.group];
    if (claim.attribute == total) group.total = &claim;
    if (claim.attribute != part) continue;
    group.parts.push_back(&claim);
    group.self = group.self || claim.subject == kSelf;
  }
  return groups;
}

class BreakdownRule : public Rule {
 public:
  BreakdownRule(std::string total, std::string part, std::string led)
      : total_(std::move(total)), part_(std::move(part)), led_(std::move(led)) {}

  void check(const FileView& file, Sink& sink) const override {
    for (const auto& [number, group] : groups_of(file, total_, part_)) {
      if (group.total == nullptr || group.parts.size() < 2) continue;
      check_group(file, group, is_led(file, *group.total), sink);
    }
  }

 private:
  /// "I led a team of five: …, and myself": the words right before the total say who leads it.
  bool is_led(const FileView& file, const Claim& total) const {
    return std::any_of(file.claims.begin(), file.claims.end(), [&](const Claim& claim) {
      return claim.attribute == led_ && claim.span.end <= total.span.begin &&
             total.span.begin - claim.span.end <= kNear;
    });
  }

  /// "Half of them" are six of twelve.
  static Value part_of(Value part, const Value& total) {
    if (part.low <= 0 || part.high >= 1) return part;
    part.low *= total.low;
    part.high *= total.low;
    return part;
  }

  /// "A score of pallets on a dock made for a dozen: nine …": the parts are those of another count
  /// of their story, told before them.
  static bool is_of_another(const FileView& file, const Group& group, double sum) {
    const Claim& first = *group.parts.front();
    return std::any_of(file.claims.begin(), file.claims.end(), [&](const Claim& claim) {
      return claim.value.kind == ValueKind::Cardinal && claim.value.low == sum &&
             claim.modality == Modality::Asserted && claim.narrative == first.narrative &&
             claim.group != group.total->group && claim.span.begin < first.span.begin;
    });
  }

  static void check_group(const FileView& file, const Group& group, bool led, Sink& sink) {
    std::vector<Value> parts;
    std::vector<Value> others;
    for (const Claim* part : group.parts) {
      parts.push_back(part_of(part->value, group.total->value));
      if (part->subject != kSelf) others.push_back(parts.back());
    }
    const Sum sum = check_sum(parts, group.total->value);
    // Who says "I led five people" need not be one of the five.
    const bool without_self = led && check_sum(others, group.total->value).tally == Tally::Tie;
    const bool less = sum.parts.high < group.total->value.low;
    if (sum.tally == Tally::Tie || sum.tally == Tally::Unrelated || without_self) return;
    if (less && !group.total->complete) return;
    if (sum.parts.low == sum.parts.high && is_of_another(file, group, sum.parts.low)) return;
    const std::string_view variant = sum.tally == Tally::OffByOne
                                         ? (group.self ? "one-off" : "count-yourself")
                                         : (less ? "short" : "too-many");
    Finding& finding = sink.add(
        place_of(*group.total),
        {{"total", figure(group.total->value)},
         {"parts", arithmetic(parts)},
         {"sum", decimal(sum.parts.low)},
         {"difference",
          decimal(gap(sum.parts, read_value(group.total->value, Counting::Exact).strict))}},
        variant);
    finding.narrative = group.total->narrative;
    add_places(file, group.parts, sink.info(), finding);
  }

  std::string total_;
  std::string part_;
  std::string led_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  for (const std::string_view key : {"total", "part"}) {
    if (Status status = check_attribute(options, key, context.claims); !status) {
      return status.error();
    }
  }
  return std::unique_ptr<Rule>(std::make_unique<BreakdownRule>(std::string(options.string("total")),
                                                               std::string(options.string("part")),
                                                               std::string(options.string("led"))));
}

}  // namespace

Kind breakdown_kind() {
  using toml_doc::FieldType;
  return {"breakdown",
          "parts that do not make the total told for them",
          {"total", "parts", "sum", "difference", "text"},
          {"one-off", "count-yourself", "short", "too-many", "place"},
          {{"total", FieldType::String, "attribute of the whole", true},
           {"part", FieldType::String, "attribute of its parts", true},
           {"led", FieldType::String,
            "attribute of leading: right before the total, it may leave the speaker out"}},
          compile};
}

}  // namespace starlint
