#include "rule/kind.h"

#include <algorithm>

namespace starlint {

Error Options::error(std::string_view key, std::string message, std::string hint) const {
  const toml_doc::Value* value = table.find(key);
  return toml_doc::error_at(value == nullptr ? table : *value, path, std::move(message),
                            std::move(hint));
}

Result<std::vector<PatternId>> add_patterns(const Options& options, std::string_view key,
                                            PatternBank& bank) {
  std::vector<PatternId> ids;
  for (const std::string& expression : options.strings(key)) {
    const Result<PatternId> id = bank.add(expression, options.built_in);
    if (!id) return options.error(key, id.error().message, id.error().hint);
    ids.push_back(*id);
  }
  return ids;
}

Result<std::vector<PhraseId>> add_phrases(const Options& options, std::string_view key,
                                          CompileContext& context) {
  std::vector<PhraseId> ids;
  for (const std::string& text : options.strings(key)) {
    const Result<PhraseId> id =
        context.figures.add(text, context.metrics.words(), options.built_in);
    if (!id) return options.error(key, id.error().message, id.error().hint);
    ids.push_back(*id);
  }
  return ids;
}

const Kind* find_kind(std::string_view name) {
  const auto& all = kinds();
  const auto found =
      std::lower_bound(all.begin(), all.end(), name,
                       [](const Kind& kind, std::string_view n) { return kind.name < n; });
  return found != all.end() && found->name == name ? &*found : nullptr;
}

}  // namespace starlint
