// phrase: a regular expression found in prose.
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

class PhraseRule : public Rule {
 public:
  PhraseRule(const PatternBank& bank, std::vector<PatternId> any, std::vector<PatternId> except)
      : bank_(bank), any_(std::move(any)), except_(std::move(except)) {}

  void check(const FileView& file, Sink& sink) const override {
    for (const PatternId id : any_) {
      for (const std::uint32_t block : file.hits.blocks(id)) {
        check_block(file, file.outline.blocks[block], bank_.pattern(id), sink);
      }
    }
  }

 private:
  void check_block(const FileView& file, const Block& block, const Pattern& pattern,
                   Sink& sink) const {
    for (const Match& match : pattern.find_all(file.text.utf8(), block.text)) {
      if (match.whole.empty() || excepted(file, block, match.whole)) continue;
      sink.add({file.source.id, match.whole}, {{"text", std::string(file.slice(match.whole))}});
    }
  }

  bool excepted(const FileView& file, const Block& block, Span found) const {
    for (const PatternId id : except_) {
      for (const Match& match : bank_.pattern(id).find_all(file.text.utf8(), block.text)) {
        if (match.whole.overlaps(found)) return true;
      }
    }
    return false;
  }

  const PatternBank& bank_;
  std::vector<PatternId> any_;
  std::vector<PatternId> except_;
};

Result<std::vector<PatternId>> add_all(const Options& options, std::string_view key,
                                       PatternBank& bank) {
  std::vector<PatternId> ids;
  for (const std::string& expression : options.strings(key)) {
    const Result<PatternId> id = bank.add(expression);
    if (!id) return options.error(key, id.error().message, id.error().hint);
    ids.push_back(*id);
  }
  return ids;
}

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<std::vector<PatternId>> any = add_all(options, "any", context.patterns);
  if (!any) return any.error();
  Result<std::vector<PatternId>> except = add_all(options, "except", context.patterns);
  if (!except) return except.error();
  return std::unique_ptr<Rule>(
      std::make_unique<PhraseRule>(context.patterns, *std::move(any), *std::move(except)));
}

}  // namespace

Kind phrase_kind() {
  using toml_doc::FieldType;
  return {"phrase",
          "a regular expression found in prose",
          {"text"},
          {},
          {{"any", FieldType::Strings, "regular expressions; each match is a finding", true},
           {"except", FieldType::Strings, "a match that overlaps one of these is none"}},
          compile};
}

}  // namespace starlint
