// The keys of the TOML files of a pack, declared once: checking, the JSON Schema and the
// documentation come from here. The keys under [options] are declared by each kind (kind.h).
#pragma once

#include <string_view>
#include <vector>

#include "toml/fields.h"

namespace starlint {

const std::vector<toml_doc::Field>& rule_fields();
/// Of a [[test]] entry.
const std::vector<toml_doc::Field>& test_fields();
const std::vector<toml_doc::Field>& manifest_fields();
const std::vector<toml_doc::Field>& competency_fields();
const std::vector<toml_doc::Field>& drill_fields();

/// A file that is no rule: the key that says so, and what such files may hold, one of several. The
/// first kind whose key a file has is its kind: the labels of a language have a `question`, too.
struct FileKind {
  std::string_view key;
  std::string_view summary;
  std::vector<std::vector<toml_doc::Field>> shapes;
};
const std::vector<FileKind>& file_kinds();

}  // namespace starlint
