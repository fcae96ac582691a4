// announced: a list that has not as many items as the sentence above it says.
#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kMost = 20;  // items that anybody counts

class AnnouncedRule : public Rule {
 public:
  explicit AnnouncedRule(std::string attribute) : attribute_(std::move(attribute)) {}

  void check(const FileView& file, Sink& sink) const override {
    std::uint32_t block = 0;
    for (const Claim& claim : file.claims) {
      const bool counted = claim.attribute == attribute_ && claim.value.single() &&
                           claim.value.qualifier == Qualifier::Exact &&
                           claim.modality == Modality::Asserted && claim.value.low <= kMost;
      if (!counted) continue;
      const auto& blocks = file.outline.blocks;
      while (block < blocks.size() && blocks[block].text.end < claim.span.end) ++block;
      if (block < blocks.size()) check_list(file, claim, block, sink);
    }
  }

 private:
  /// The items behind the block that announces them; nothing else may stand between.
  static std::vector<Span> items_behind(const FileView& file, std::uint32_t block) {
    const auto& blocks = file.outline.blocks;
    std::vector<Span> items;
    const std::uint32_t first = block + 1;
    if (first >= blocks.size() || blocks[first].kind != BlockKind::ListItem) return items;
    for (std::uint32_t i = first; i < blocks.size(); ++i) {
      const bool item = blocks[i].kind == BlockKind::ListItem;
      if (item && blocks[i].level == blocks[first].level) {
        items.push_back(blocks[i].span);
      } else if (item ? blocks[i].level < blocks[first].level : !inside(blocks, i, first)) {
        break;
      }
    }
    return items;
  }

  /// Whether a block belongs to an item of the list that begins at `first`.
  static bool inside(const std::vector<Block>& blocks, std::uint32_t at, std::uint32_t first) {
    while (at != kNone && at > first && blocks[at].kind != BlockKind::ListItem) {
      at = blocks[at].parent;
    }
    return at != kNone && at >= first && blocks[at].level >= blocks[first].level;
  }

  static void check_list(const FileView& file, const Claim& claim, std::uint32_t block,
                         Sink& sink) {
    const std::vector<Span> items = items_behind(file, block);
    const auto count = static_cast<double>(items.size());
    if (items.size() < 2 || count == claim.value.low) return;
    Finding& finding = sink.add(place_of(claim),
                                {{"announced", words_of(file, claim)}, {"items", decimal(count)}});
    finding.narrative = claim.narrative;
    finding.related.push_back({{claim.file, items.back()}, {}});
  }

  std::string attribute_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(
      std::make_unique<AnnouncedRule>(std::string(options.string("attribute"))));
}

}  // namespace

Kind announced_kind() {
  using toml_doc::FieldType;
  return {"announced",
          "a list that has not as many items as the sentence above it says",
          {"announced", "items"},
          {},
          {{"attribute", FieldType::String, "attribute of counts that announce a list", true}},
          compile};
}

}  // namespace starlint
