// Classes of words that the expressions of a pack name: "{@person} (?:forgot|lied)". One list
// serves all rules of a language, and a word that is added to it is known to all of them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "toml/document.h"
#include "toml/fields.h"

namespace starlint {

class ExpressionWords {
 public:
  /// The keys of a file of them.
  static const std::vector<toml_doc::Field>& fields();

  /// Takes the classes of a document; one that is none is ignored. Two files may not define the
  /// same class.
  Status add(const Document& document);
  /// Writes the classes out wherever a string of the document names one; an unknown name is an
  /// error.
  Status write_out(Document& document) const;

 private:
  Status write_out(toml_doc::Value& value, std::string_view path) const;

  std::map<std::string, std::string, std::less<>> words_;  // "(?:…)" by name
};

}  // namespace starlint
