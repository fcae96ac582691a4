// One TOML file of a pack → rules. Vocabulary files are left to the layers that own them.
#pragma once

#include <string>
#include <vector>

#include "rule/kind.h"
#include "rule/rule_set.h"

namespace starlint {

/// Whether a document defines a rule at its top level.
bool is_rule(const toml_doc::Value& root);
/// Whether it is a pack's manifest.
bool is_manifest(const toml_doc::Value& root);

/// An Error for a document that no reader would take: with its first key misspelt, it would be
/// passed over.
Status check_purpose(const Document& document);

/// Reads [pack] and [[family]].
Status read_manifest(const Document& document, PackInfo& pack, Families& families);

/// Reads and compiles one rule.
Result<RuleSet::Entry> read_rule(const Document& document, std::string_view pack,
                                 const Families& families, CompileContext& context);

}  // namespace starlint
