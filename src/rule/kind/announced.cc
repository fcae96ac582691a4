// announced: a list that has not as many items as the sentence above it says.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kMost = 20;       // items that anybody counts
constexpr std::size_t kWords = 5;  // of an item inside a sentence
constexpr std::size_t kLeastItems = 2;

class AnnouncedRule : public Rule {
 public:
  AnnouncedRule(const ClaimPatterns& patterns, std::string attribute)
      : attribute_(std::move(attribute)),
        last_(patterns.word_class("last_item")),
        sentence_(patterns.word_class("clause_word")) {}

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
    // The next item of the same list is none of those that an item announces.
    const bool sibling =
        blocks[block].kind == BlockKind::ListItem && blocks[first].level <= blocks[block].level;
    if (sibling) return items;
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

  /// "Four reasons: price, speed and trust." Only plain lists, whose last item "and" introduces.
  std::vector<Span> items_inside(const FileView& file, const Claim& claim,
                                 std::uint32_t block) const {
    const std::string_view text = file.text.utf8();
    const std::uint32_t end = file.outline.blocks[block].text.end;
    const std::size_t stop =
        std::min<std::size_t>(text.find_first_of(".?!;\n", claim.span.end), end);
    const std::size_t colon = text.find(':', claim.span.end);
    if (colon >= stop || last_ == nullptr || sentence_ == nullptr) return {};
    std::vector<Span> items;
    for (std::size_t at = colon + 1; at < stop;) {
      const std::size_t comma = std::min(text.find(',', at), stop);
      items.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(comma)});
      at = comma + 1;
    }
    return split_last(text, std::move(items));
  }

  /// Parts "speed and trust"; no items where it is not the end of a plain list.
  std::vector<Span> split_last(std::string_view text, std::vector<Span> items) const {
    if (items.empty()) return {};
    const std::vector<Match> joints = last_->find_all(text, items.back());
    if (joints.size() != 1) return {};
    const Span joint = joints.front().whole;
    const Span last{joint.end, items.back().end};
    items.back().end = joint.begin;
    if (trim(text.substr(items.back().begin, items.back().size())).empty()) items.pop_back();
    items.push_back(last);
    const bool plain = std::all_of(items.begin(), items.end(), [&](Span item) {
      const auto words = split(trim(text.substr(item.begin, item.size())), ' ');
      return words.size() <= kWords && !last_->found_in(text, item) &&
             !sentence_->found_in(text, item);
    });
    return plain ? items : std::vector<Span>{};
  }

  void check_list(const FileView& file, const Claim& claim, std::uint32_t block, Sink& sink) const {
    std::vector<Span> items = items_behind(file, block);
    if (items.empty()) items = items_inside(file, claim, block);
    const auto count = static_cast<double>(items.size());
    if (items.size() < kLeastItems || count == claim.value.low) return;
    Finding& finding = sink.add(place_of(claim),
                                {{"announced", words_of(file, claim)}, {"items", decimal(count)}});
    finding.narrative = claim.narrative;
    finding.related.push_back({{claim.file, items.back()}, {}});
  }

  std::string attribute_;
  const Pattern* last_;      // before the last item of a list
  const Pattern* sentence_;  // in what is no item, but says something
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(
      std::make_unique<AnnouncedRule>(context.claims, std::string(options.string("attribute"))));
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
