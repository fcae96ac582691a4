// phrase: a regular expression found in prose.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "rule/kind/matcher.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

struct PhraseOptions {
  std::vector<BlockKind> blocks;  // empty: every kind of prose
  bool beside_unfilled = true;    // also where a component is only a placeholder
  bool spoken = false;            // only what the speaker says in stories
  std::vector<Slot> slots;        // only in these components
  std::uint32_t at_least = 1;
  bool secret = false;
  std::vector<PatternId> except_headings;
};

class PhraseRule : public Rule {
 public:
  PhraseRule(const PatternBank& bank, Matcher matcher, PhraseOptions options)
      : bank_(bank), matcher_(std::move(matcher)), options_(std::move(options)) {}

  void check(const FileView& file, Sink& sink) const override {
    if (!matcher_.hits(file)) return;
    options_.spoken ? check_stories(file, sink) : check_blocks(file, sink);
  }

 private:
  void check_blocks(const FileView& file, Sink& sink) const {
    for (const std::uint32_t index : matcher_.blocks(file)) {
      const Block& block = file.outline.blocks[index];
      if (!is_wanted(block) || is_excepted(file, block)) continue;
      std::vector<Span> found = matcher_.find(file, Stretch{block.text, index});
      found.erase(std::remove_if(found.begin(), found.end(),
                                 [&](Span span) { return is_unfilled(file, span); }),
                  found.end());
      report(file, kNone, found, sink);
    }
  }

  void check_stories(const FileView& file, Sink& sink) const {
    for (std::uint32_t i = 0; i < file.narratives.stories.size(); ++i) {
      const Narrative& story = file.narratives.stories[i];
      if (story.project) continue;  // its stories stand on their own
      for (const Stretch& stretch : speech_of(file, story, options_.slots)) {
        report(file, i, matcher_.find(file, stretch), sink);
      }
    }
  }

  void report(const FileView& file, std::uint32_t story, const std::vector<Span>& found,
              Sink& sink) const {
    if (found.size() < options_.at_least) return;
    for (const Span span : found) {
      std::string text = options_.secret ? std::string() : std::string(file.slice(span));
      Finding& finding = sink.add({file.source.id, span},
                                  {{"text", std::move(text)}, {"count", cat(found.size())}});
      finding.narrative = story;
      finding.secret = options_.secret;
    }
  }

  bool is_wanted(const Block& block) const {
    if (options_.blocks.empty()) return block.prose();
    return std::find(options_.blocks.begin(), options_.blocks.end(), block.kind) !=
           options_.blocks.end();
  }

  bool is_excepted(const FileView& file, const Block& block) const {
    return block.kind == BlockKind::Heading &&
           std::any_of(options_.except_headings.begin(), options_.except_headings.end(),
                       [&](PatternId id) {
                         return bank_.pattern(id).found_in(file.text.utf8(), block.text);
                       });
  }

  /// Whether what holds the place of a component or of an answer is found: those have rules of
  /// their own.
  bool is_unfilled(const FileView& file, Span span) const {
    if (options_.beside_unfilled) return false;
    for (const Narrative& story : file.narratives.stories) {
      if (!story.span.contains(span)) continue;
      for (const Part& part : story.parts) {
        if (!part.filled && part.span.contains(span)) return true;
      }
    }
    for (const OpenPrompt& prompt : file.narratives.open_prompts) {
      if (prompt.request.contains(span) || prompt.held.contains(span)) return true;
    }
    return false;
  }

  const PatternBank& bank_;
  Matcher matcher_;
  PhraseOptions options_;
};

const std::vector<std::string_view> kBlocks = {"heading", "paragraph", "item",
                                               "quote",   "cell",      "code"};
constexpr BlockKind kBlockKinds[] = {BlockKind::Heading, BlockKind::Paragraph, BlockKind::ListItem,
                                     BlockKind::Quote,   BlockKind::TableCell, BlockKind::Code};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  PhraseOptions out;
  Result<Matcher> matcher = Matcher::read(options, "any", "except", context.patterns);
  if (!matcher) return matcher.error();
  for (const std::string& name : options.strings("blocks")) {
    const auto at = std::find(kBlocks.begin(), kBlocks.end(), name);
    out.blocks.push_back(kBlockKinds[at - kBlocks.begin()]);
  }
  out.slots = slots_named(options.strings("slots"));
  out.spoken = options.boolean("spoken", !out.slots.empty());
  out.beside_unfilled = options.boolean("unfilled_components", true);
  out.at_least = static_cast<std::uint32_t>(options.number("at_least", 1));
  out.secret = options.boolean("secret", false);
  Result<std::vector<PatternId>> except =
      add_patterns(options, "except_headings", context.patterns);
  if (!except) return except.error();
  out.except_headings = *std::move(except);
  return std::unique_ptr<Rule>(
      std::make_unique<PhraseRule>(context.patterns, *std::move(matcher), std::move(out)));
}

}  // namespace

Kind phrase_kind() {
  using toml_doc::FieldType;
  return {
      "phrase",
      "a regular expression found in prose",
      {"text", "count"},
      {},
      {{"any", FieldType::Strings,
        "regular expressions; each match is a finding, its first group the place", true},
       {"except", FieldType::Strings, "a match that overlaps one of these is none"},
       {"except_headings", FieldType::Strings, "not in headings where one of these matches"},
       {"blocks", FieldType::Strings, "only in these kinds of block (default: all prose)", false,
        kBlocks},
       {"spoken", FieldType::Boolean,
        "true: only what the speaker says in stories, without prompts, labels, quotations"},
       {"slots", FieldType::Strings, "only in these components of stories", false, slot_names()},
       {"unfilled_components", FieldType::Boolean,
        "false: not where a whole component is a placeholder (default true)"},
       {"at_least", FieldType::Integer, "only where so many stand in one block"},
       {"secret", FieldType::Boolean, "true: no report ever shows what was matched"}},
      compile};
}

}  // namespace starlint
