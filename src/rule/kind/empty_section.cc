// empty_section: a heading with nothing under it.
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class EmptySectionRule : public Rule {
 public:
  explicit EmptySectionRule(std::uint32_t list_from) : list_from_(list_from) {}

  void check(const FileView& file, Sink& sink) const override {
    const std::vector<Block>& blocks = file.outline.blocks;
    // Several empty headings in a row are a list set as headings, not forgotten sections.
    for (std::size_t i = 0; i < blocks.size();) {
      std::vector<std::size_t> run;
      for (; i < blocks.size() && is_empty_heading(blocks, i); ++i) run.push_back(i);
      if (run.empty()) ++i;
      if (run.size() < list_from_) report(file, run, sink);
    }
  }

 private:
  static bool is_empty_heading(const std::vector<Block>& blocks, std::size_t at) {
    if (blocks[at].kind != BlockKind::Heading) return false;
    std::size_t next = at + 1;
    while (next < blocks.size() &&
           (blocks[next].kind == BlockKind::Separator || blocks[next].kind == BlockKind::Comment)) {
      ++next;
    }
    if (next == blocks.size()) return at != 0;  // a file that is one title is a stub on purpose
    return blocks[next].kind == BlockKind::Heading && blocks[next].level <= blocks[at].level;
  }

  static bool is_component(const FileView& file, Span heading) {
    for (const Narrative& story : file.narratives.stories) {
      for (const Part& part : story.parts) {
        if (!part.label.empty() && heading.overlaps(part.label)) return true;
      }
    }
    for (const OpenPrompt& prompt : file.narratives.open_prompts) {
      if (heading.overlaps(prompt.span)) return true;
    }
    return false;
  }

  static void report(const FileView& file, const std::vector<std::size_t>& run, Sink& sink) {
    for (const std::size_t at : run) {
      const Block& block = file.outline.blocks[at];
      if (is_component(file, block.span)) continue;  // rules about components and prompts say it
      sink.add({file.source.id, block.text}, {{"title", std::string(file.slice(block.text))}});
    }
  }

  std::uint32_t list_from_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<EmptySectionRule>(
      static_cast<std::uint32_t>(options.number("list_from", 3))));
}

}  // namespace

Kind empty_section_kind() {
  using toml_doc::FieldType;
  return {"empty_section",
          "a heading with nothing under it",
          {"title"},
          {},
          {{"list_from", FieldType::Integer,
            "so many empty headings in a row are a list set as headings (default 3)"}},
          compile};
}

}  // namespace starlint
