// repeated_word: the same word twice in a row.
#include <set>

#include "base/strings.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

class RepeatedWordRule : public Rule {
 public:
  explicit RepeatedWordRule(std::vector<std::string> except)
      : except_(except.begin(), except.end()) {}

  void check(const FileView& file, Sink& sink) const override {
    for (const Block& block : file.outline.blocks) {
      if (block.kind == BlockKind::Paragraph || block.kind == BlockKind::ListItem) {
        check_block(file, block.text, sink);
      }
    }
  }

 private:
  /// Only words of lower-case letters between blanks: names ("Duran Duran"), figures and commands
  /// are repeated on purpose.
  void check_block(const FileView& file, Span block, Sink& sink) const {
    const std::string_view utf8 = file.text.utf8();
    Span previous{block.begin, block.begin};
    for (std::uint32_t at = block.begin; at < block.end;) {
      Span word{at, at};
      while (word.end < block.end && !is_ascii_space(utf8[word.end])) ++word.end;
      Span core = word;
      while (core.end > core.begin && !is_ascii_alpha(utf8[core.end - 1])) --core.end;
      if (is_repeated(file, previous, core)) report(file, previous, core, sink);
      previous = word;
      at = word.end;
      while (at < block.end && is_ascii_space(utf8[at])) ++at;
    }
  }

  bool is_repeated(const FileView& file, Span first, Span second) const {
    const std::string_view word = file.slice(second);
    for (const char c : word) {
      if (!is_lower(c)) return false;
    }
    return !word.empty() && equals_ignoring_ascii_case(file.slice(first), word) &&
           except_.count(word) == 0;
  }

  static void report(const FileView& file, Span first, Span second, Sink& sink) {
    Finding& finding = sink.add({file.source.id, {first.begin, second.end}},
                                {{"text", std::string(file.slice(second))}});
    finding.fix =
        Fix{cat("write '", file.slice(first), "' once"), true, {{{first.end, second.end}, ""}}};
  }

  std::set<std::string, std::less<>> except_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<RepeatedWordRule>(options.strings("except")));
}

}  // namespace

Kind repeated_word_kind() {
  using toml_doc::FieldType;
  return {"repeated_word",
          "the same word twice in a row",
          {"text"},
          {},
          {{"except", FieldType::Strings, "words that may stand twice"}},
          compile};
}

}  // namespace starlint
