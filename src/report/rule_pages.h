// What is said of the rules themselves: lists, pages, and the JSON Schema of a pack's files. All of
// it comes from the rules' TOML and the declared fields.
#pragma once

#include <string>
#include <string_view>

#include "rule/kind.h"
#include "rule/rule_set.h"

namespace starlint {

/// `starlint rules list`: a line a rule.
void write_rule_list(const RuleSet& rules, std::string& out);
/// `starlint rules list --format json`.
void write_rule_list_json(const RuleSet& rules, std::string& out);

/// `starlint explain`, and the page of a rule: Markdown.
void write_rule_page(const RuleInfo& info, std::string& out);
/// The end of the page where it explains the settings: what the rule gives its kind, and what the
/// kind would take beside it.
void write_rule_options(const RuleInfo& info, std::string& out);
/// Where the page stands, beside the rule's TOML: "family/ID-name.md".
std::string page_path(const RuleInfo& info);
/// All rules by family, with links to their pages: Markdown.
void write_rule_index(const RuleSet& rules, std::string& out);
/// Every kind with its options and placeholders: Markdown.
void write_kind_page(std::string& out);

/// `starlint rules new`: the TOML of a rule whose words are still to be filled in; its examples
/// fail until they are.
void write_new_rule(std::string_view id, std::string_view name, const Kind& kind, std::string& out);
/// The manifest of a new pack, with the family of its first rule; "" where it joins one that is
/// there.
void write_new_manifest(std::string_view name, std::string_view family, std::string& out);

/// `starlint rules schema`: the JSON Schema of a pack's files.
void write_pack_schema(std::string& out);

}  // namespace starlint
