// The English lexicon, loaded once from the rules of this source tree.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "claim/grammar/lexicon.h"
#include "toml/value.h"

namespace starlint {

inline Document language_document(const std::string& name, const std::string& language = "en") {
  const std::string path = STARLINT_RULES_DIR "/lang/" + language + "/" + name;
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Result<toml_doc::Value> root = toml_doc::parse(text, path);
  if (!root.ok()) FAIL(root.error().describe());
  return {path, *std::move(root)};
}

inline const Lexicon& english() {
  static const Lexicon lexicon = [] {
    Result<Lexicon> loaded =
        Lexicon::load({language_document("dates.toml"), language_document("events.toml"),
                       language_document("numbers.toml"), language_document("units.toml")});
    if (!loaded.ok()) FAIL(loaded.error().describe());
    return *std::move(loaded);
  }();
  return lexicon;
}

}  // namespace starlint
