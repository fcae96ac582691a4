// phrase: a regular expression found in prose.
#include <algorithm>

#include "rule/kind/kinds.h"

namespace starlint {

namespace {

struct PhraseOptions {
  std::vector<PatternId> any;
  std::vector<PatternId> except;
  std::vector<BlockKind> blocks;  // empty: every kind of prose
  bool beside_unfilled = true;    // also where a component is only a placeholder
  bool once_a_block = false;
};

class PhraseRule : public Rule {
 public:
  PhraseRule(const PatternBank& bank, PhraseOptions options)
      : bank_(bank), options_(std::move(options)) {}

  void check(const FileView& file, Sink& sink) const override {
    std::vector<std::uint32_t> blocks;
    for (const PatternId id : options_.any) {
      const auto& hits = file.hits.blocks(id);
      blocks.insert(blocks.end(), hits.begin(), hits.end());
    }
    std::sort(blocks.begin(), blocks.end());
    blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
    for (const std::uint32_t index : blocks) {
      const Block& block = file.outline.blocks[index];
      if (is_wanted(block)) check_block(file, block, sink);
    }
  }

 private:
  bool is_wanted(const Block& block) const {
    return options_.blocks.empty() || std::find(options_.blocks.begin(), options_.blocks.end(),
                                                block.kind) != options_.blocks.end();
  }

  void check_block(const FileView& file, const Block& block, Sink& sink) const {
    std::vector<Span> found = spans_of(file, block, options_.any);
    if (found.empty()) return;
    const std::vector<Span> excepted = spans_of(file, block, options_.except);
    std::sort(found.begin(), found.end());
    std::uint32_t reported_until = 0;
    for (const Span span : found) {
      const bool overlaps = std::any_of(excepted.begin(), excepted.end(),
                                        [&](Span other) { return other.overlaps(span); });
      if (overlaps || span.begin < reported_until || is_unfilled(file, span)) continue;
      sink.add({file.source.id, span}, {{"text", std::string(file.slice(span))}});
      reported_until = options_.once_a_block ? block.span.end : span.end;
    }
  }

  std::vector<Span> spans_of(const FileView& file, const Block& block,
                             const std::vector<PatternId>& patterns) const {
    std::vector<Span> spans;
    for (const PatternId id : patterns) {
      for (const Match& match : bank_.pattern(id).find_all(file.text.utf8(), block.text)) {
        // The first group, where there is one, is what is meant; the rest is context.
        const Span span = match.groups.empty() ? match.whole : match.groups.front();
        if (!span.empty()) spans.push_back(span);
      }
    }
    return spans;
  }

  /// Whether a component that is only a placeholder holds the place: that has a rule of its own.
  bool is_unfilled(const FileView& file, Span span) const {
    if (options_.beside_unfilled) return false;
    for (const Narrative& story : file.narratives.stories) {
      if (!story.span.contains(span)) continue;
      for (const Part& part : story.parts) {
        if (!part.filled && part.span.contains(span)) return true;
      }
    }
    return false;
  }

  const PatternBank& bank_;
  PhraseOptions options_;
};

const std::vector<std::string_view> kBlocks = {"heading", "paragraph", "item", "quote", "cell"};
constexpr BlockKind kBlockKinds[] = {BlockKind::Heading, BlockKind::Paragraph, BlockKind::ListItem,
                                     BlockKind::Quote, BlockKind::TableCell};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  PhraseOptions out;
  Result<std::vector<PatternId>> any = add_patterns(options, "any", context.patterns);
  if (!any) return any.error();
  Result<std::vector<PatternId>> except = add_patterns(options, "except", context.patterns);
  if (!except) return except.error();
  out.any = *std::move(any);
  out.except = *std::move(except);
  for (const std::string& name : options.strings("blocks")) {
    const auto at = std::find(kBlocks.begin(), kBlocks.end(), name);
    out.blocks.push_back(kBlockKinds[at - kBlocks.begin()]);
  }
  out.beside_unfilled = options.boolean("unfilled_components", true);
  out.once_a_block = options.string("per", "match") == "block";
  return std::unique_ptr<Rule>(std::make_unique<PhraseRule>(context.patterns, std::move(out)));
}

}  // namespace

Kind phrase_kind() {
  using toml_doc::FieldType;
  return {"phrase",
          "a regular expression found in prose",
          {"text"},
          {},
          {{"any", FieldType::Strings,
            "regular expressions; each match is a finding, its first group the place", true},
           {"except", FieldType::Strings, "a match that overlaps one of these is none"},
           {"blocks", FieldType::Strings, "only in these kinds of block", false, kBlocks},
           {"unfilled_components", FieldType::Boolean,
            "false: not where a whole component is a placeholder (default true)"},
           {"per",
            FieldType::String,
            "one finding a match (default) or a block",
            false,
            {"match", "block"}}},
          compile};
}

}  // namespace starlint
