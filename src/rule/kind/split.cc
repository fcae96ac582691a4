// split: shares of one whole that do not make a hundred.
#include <algorithm>

#include "base/strings.h"
#include "claim/tally.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class SplitRule : public Rule {
 public:
  explicit SplitRule(std::string attribute) : attribute_(std::move(attribute)) {}

  void check(const FileView& file, Sink& sink) const override {
    std::map<std::uint32_t, std::vector<const Claim*>> wholes;
    for (const Claim& claim : file.claims) {
      if (claim.attribute != attribute_ || claim.group == kNone) continue;
      if (claim.modality == Modality::Asserted) wholes[claim.group].push_back(&claim);
    }
    for (const auto& [group, shares] : wholes) {
      if (shares.size() > 1 && !is_movement(file, shares)) check_whole(file, shares, sink);
    }
  }

 private:
  /// "70 % is planned; it was 50 % in 2019": one share at two times.
  static bool is_movement(const FileView& file, const std::vector<const Claim*>& shares) {
    const Span between{shares.front()->span.end, shares.back()->span.begin};
    if (shares.size() != 2 || file.slice(between).find(';') == std::string_view::npos) return false;
    const auto told = [&](const Figure& figure) {
      return std::any_of(shares.begin(), shares.end(), [&](const Claim* share) {
        return share->span.overlaps(file.metrics.place(figure));
      });
    };
    return std::any_of(file.metrics.movements.begin(), file.metrics.movements.end(),
                       [&](const SaidMovement& movement) {
                         return told(movement.before) && told(movement.after);
                       });
  }

  static void check_whole(const FileView& file, const std::vector<const Claim*>& shares,
                          Sink& sink) {
    std::vector<Value> values;
    for (const Claim* share : shares) values.push_back(share->value);
    const Sum sum = check_split(values);
    const bool open = sum.tally == Tally::Short && !shares.front()->complete;
    if (sum.tally == Tally::Tie || sum.tally == Tally::Unrelated || open) return;
    double nominal = 0;
    for (const Value& value : values) nominal += (value.low + value.high) / 2;
    Finding& finding = sink.add(
        {file.source.id, hull(shares.front()->span, shares.back()->span)},
        {{"shares", arithmetic(shares)},
         {"sum", decimal(nominal)},
         {"difference", decimal(sum.tally == Tally::Short ? 100 - nominal : nominal - 100)}},
        sum.tally == Tally::Short ? "short" : "too-much");
    finding.narrative = shares.front()->narrative;
    add_places(file, shares, sink.info(), finding);
  }

  std::string attribute_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(
      std::make_unique<SplitRule>(std::string(options.string("attribute"))));
}

}  // namespace

Kind split_kind() {
  using toml_doc::FieldType;
  return {"split",
          "shares of one whole that do not make a hundred",
          {"shares", "sum", "difference", "text"},
          {"short", "too-much", "place"},
          {{"attribute", FieldType::String, "attribute of the shares", true}},
          compile};
}

}  // namespace starlint
