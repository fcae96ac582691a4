// broken_off: a paragraph or item whose last words ask for more.
#include <algorithm>
#include <iterator>

#include "base/sorted.h"
#include "base/strings.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class BrokenOffRule : public Rule {
 public:
  BrokenOffRule(const PatternBank& bank, std::vector<PatternId> endings,
                std::vector<PatternId> except, std::vector<PatternId> joins)
      : bank_(bank),
        endings_(std::move(endings)),
        except_(std::move(except)),
        joins_(std::move(joins)) {}

  void check(const FileView& file, Sink& sink) const override {
    std::vector<std::uint32_t> blocks;
    for (const PatternId id : endings_) {
      const auto& places = file.hits.places(id);
      std::copy_if(places.begin(), places.end(), std::back_inserter(blocks), [&](auto block) {
        return bank_.pattern(id).found_in(file.text.utf8(), file.outline.blocks[block].text);
      });
    }
    sort_unique(blocks);
    for (const std::uint32_t index : blocks) {
      check_block(file, index, sink);
    }
  }

 private:
  /// Whether what is missing stands in the next block: a list or code it leads into, the next item
  /// of an enumeration, a paragraph that begins in the middle of a sentence.
  bool goes_on(const FileView& file, std::uint32_t index) const {
    const std::vector<Block>& blocks = file.outline.blocks;
    const Block& block = blocks[index];
    if (block.kind == BlockKind::TableCell) return true;
    if (index + 1 == blocks.size()) return false;
    const Block& next = blocks[index + 1];
    switch (next.kind) {
      case BlockKind::ListItem:
        // A paragraph inside an item leads into finer ones only.
        if (block.kind == BlockKind::Paragraph && block.parent != kNone &&
            blocks[block.parent].kind == BlockKind::ListItem) {
          return next.level > blocks[block.parent].level;
        }
        if (block.kind != BlockKind::ListItem) return true;
        return next.level > block.level || (next.level == block.level && joins(file, block));
      case BlockKind::Code:
      case BlockKind::TableRow:
      case BlockKind::TableCell:
        return true;
      case BlockKind::Paragraph:
      case BlockKind::Quote: {
        const char first = next.text.empty() ? 'A' : file.slice(next.text).front();
        // "… lessons began on", and right below it "6 September."
        const bool below = file.text.line(next.span.begin) == file.text.line(block.text.end) + 1;
        return (first >= 'a' && first <= 'z') || (below && is_ascii_digit(first));
      }
      default:
        return false;
    }
  }

  /// "red paint, or": an item that leads into the next.
  bool joins(const FileView& file, const Block& block) const {
    return std::any_of(joins_.begin(), joins_.end(), [&](const PatternId id) {
      return bank_.pattern(id).found_in(file.text.utf8(), block.text);
    });
  }

  void check_block(const FileView& file, std::uint32_t index, Sink& sink) const {
    const Block& block = file.outline.blocks[index];
    for (const PatternId id : except_) {
      if (bank_.pattern(id).found_in(file.text.utf8(), block.text)) return;
    }
    for (const PatternId id : endings_) {
      for (const Match& match : bank_.pattern(id).find_all(file.text.utf8(), block.text)) {
        const std::uint32_t end = match.whole.end;
        const bool inside = end < block.text.end;
        if (inside ? !is_left_standing(file, block, end) : goes_on(file, index)) continue;
        const Span place = last_words(file, {block.text.begin, end});
        sink.add({file.source.id, place}, {{"text", std::string(file.slice(place))}});
        return;
      }
    }
  }

  /// Whether a line that ends inside the block was not wrapped there: it is short, and the next one
  /// begins anew.
  static bool is_left_standing(const FileView& file, const Block& block, std::uint32_t end) {
    constexpr std::uint32_t kShort = 50;  // half of what people wrap at
    const std::uint32_t line = file.text.line(end);
    const Span span = file.text.lines().span(line, file.text.utf8());
    if (end < span.end || line == file.text.lines().count()) return false;
    const Span next = file.text.lines().span(line + 1, file.text.utf8());
    const std::string_view text = trim(file.slice(next));
    if (next.begin < block.text.end && text.starts_with("**")) return true;  // the next label
    if (span.size() > kShort) return false;
    return next.begin < block.text.end && !text.empty() && text.front() >= 'A' &&
           text.front() <= 'Z';
  }

  /// The last five words of the block, so that the message can be read on its own.
  static Span last_words(const FileView& file, Span text) {
    const std::string_view all = file.text.utf8();
    std::uint32_t end = text.end;
    while (end > text.begin && all[end - 1] == ' ') --end;
    std::uint32_t begin = end;
    for (int words = 0; begin > text.begin; --begin) {
      if (all[begin - 1] == '\n' || (all[begin - 1] == ' ' && ++words == 5)) break;
    }
    return {begin, end};
  }

  const PatternBank& bank_;
  std::vector<PatternId> endings_;
  std::vector<PatternId> except_;
  std::vector<PatternId> joins_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<std::vector<PatternId>> endings = add_patterns(options, "endings", context.patterns);
  if (!endings) return endings.error();
  Result<std::vector<PatternId>> except = add_patterns(options, "except", context.patterns);
  if (!except) return except.error();
  Result<std::vector<PatternId>> joins = add_patterns(options, "joins", context.patterns);
  if (!joins) return joins.error();
  return std::unique_ptr<Rule>(std::make_unique<BrokenOffRule>(
      context.patterns, *std::move(endings), *std::move(except), *std::move(joins)));
}

}  // namespace

Kind broken_off_kind() {
  using toml_doc::FieldType;
  return {"broken_off",
          "a paragraph or item whose last words ask for more",
          {"text"},
          {},
          {{"endings", FieldType::Strings,
            "expressions for such endings, closed with $ (the end of a line)", true},
           {"except", FieldType::Strings, "none where one of these matches the block"},
           {"joins", FieldType::Strings, "endings by which an item leads into the next one"}},
          compile};
}

}  // namespace starlint
