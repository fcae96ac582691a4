// empty_section: a heading with nothing under it.
#include <algorithm>

#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class EmptySectionRule : public Rule {
 public:
  EmptySectionRule(const PatternBank& bank, std::uint32_t list_from, std::vector<PatternId> except)
      : bank_(bank), list_from_(list_from), except_(std::move(except)) {}

  void check(const FileView& file, Sink& sink) const override {
    const std::vector<Block>& blocks = file.outline.blocks;
    // Several empty headings in a row are a list set as headings, not forgotten sections.
    for (std::size_t i = 0; i < blocks.size();) {
      std::vector<std::size_t> run;
      for (; i < blocks.size() && is_empty_heading(file, i); ++i) run.push_back(i);
      if (run.empty()) ++i;
      if (run.size() < list_from_ && !is_list(file, run)) report(file, run, sink);
    }
  }

 private:
  /// Only headings that say so with a mark; a bold or short line may be meant as something else.
  static bool is_marked(const FileView& file, const Block& block) {
    const std::string_view lines = file.slice(block.span);
    const char first = lines.front();
    const bool underlined = lines.find_first_of("\r\n") != std::string_view::npos;
    return first == '#' || underlined || (file.outline.format == NoteFormat::Org && first == '*');
  }

  /// Rules, comments, and items or lines that hold but a dash: "- ", "—".
  static bool says_nothing(const FileView& file, const Block& block) {
    if (!block.prose()) {
      return block.kind == BlockKind::Separator || block.kind == BlockKind::Comment;
    }
    const std::string_view text = file.slice(block.text);
    return block.kind != BlockKind::Heading && block.kind != BlockKind::TableCell &&
           (text.empty() || text == "-" || text == "–" || text == "—" || text == "[ ]");
  }

  static bool is_empty_heading(const FileView& file, std::size_t at) {
    const std::vector<Block>& blocks = file.outline.blocks;
    if (blocks[at].kind != BlockKind::Heading || !is_marked(file, blocks[at])) return false;
    std::size_t next = at + 1;
    while (next < blocks.size() && says_nothing(file, blocks[next])) ++next;
    if (at == 0) return false;  // the title of the file, at whatever level
    if (next == blocks.size()) return true;
    return blocks[next].kind == BlockKind::Heading && blocks[next].level <= blocks[at].level;
  }

  /// Whether two empty headings or more are all that stands under the heading above them.
  static bool is_list(const FileView& file, const std::vector<std::size_t>& run) {
    const std::vector<Block>& blocks = file.outline.blocks;
    if (run.size() < 2 || run.front() == 0) return false;
    const Block& above = blocks[run.front() - 1];
    const std::uint8_t level = blocks[run.front()].level;
    const std::size_t behind = run.back() + 1;
    const bool alike = std::all_of(run.begin(), run.end(),
                                   [&](std::size_t at) { return blocks[at].level == level; });
    return alike && above.kind == BlockKind::Heading && above.level < level &&
           (behind >= blocks.size() ||
            (blocks[behind].kind == BlockKind::Heading && blocks[behind].level < level));
  }

  static bool is_component(const FileView& file, Span heading) {
    for (const Narrative& story : file.narratives.stories) {
      for (const Part& part : story.parts) {
        if (!part.label.empty() && heading.overlaps(part.label)) return true;
      }
    }
    for (const OpenPrompt& prompt : file.narratives.open_prompts) {
      if (heading.overlaps(prompt.request)) return true;
    }
    return false;
  }

  void report(const FileView& file, const std::vector<std::size_t>& run, Sink& sink) const {
    for (const std::size_t at : run) {
      const Block& block = file.outline.blocks[at];
      if (is_component(file, block.span)) continue;  // rules about components and prompts say it
      const bool excepted = std::any_of(except_.begin(), except_.end(), [&](PatternId id) {
        return bank_.pattern(id).found_in(file.text.utf8(), block.text);
      });
      if (excepted) continue;
      sink.add({file.source.id, block.text}, {{"title", std::string(file.slice(block.text))}});
    }
  }

  const PatternBank& bank_;
  std::uint32_t list_from_;
  std::vector<PatternId> except_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<std::vector<PatternId>> except = add_patterns(options, "except", context.patterns);
  if (!except) return except.error();
  return std::unique_ptr<Rule>(std::make_unique<EmptySectionRule>(
      context.patterns, static_cast<std::uint32_t>(options.number("list_from", 3)),
      *std::move(except)));
}

}  // namespace

Kind empty_section_kind() {
  using toml_doc::FieldType;
  return {"empty_section",
          "a heading with nothing under it",
          {"title"},
          {},
          {{"list_from", FieldType::Integer,
            "so many empty headings in a row are a list set as headings (default 3)"},
           {"except", FieldType::Strings, "not where one of these matches the heading"}},
          compile};
}

}  // namespace starlint
