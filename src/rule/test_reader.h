// The [[test]] entries of a rule → the notes and the lines where the rule must speak.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/rule_info.h"
#include "toml/value.h"

namespace starlint {

/// Marks "<!-- expect: ID -->" are taken out of the notes together with the blanks before them, so
/// that lines keep their numbers; a mark that names another rule is an error.
Result<std::vector<RuleTest>> read_tests(const std::vector<toml_doc::Value>& entries,
                                         std::string_view rule_id, std::string_view path);

/// Those of a built-in rule, read now. The build reads them once, so that errors are found there.
Result<std::vector<RuleTest>> read_packed_tests(const RuleInfo& info);

/// The examples of any rule.
std::vector<RuleTest> tests_of(const RuleInfo& info);

}  // namespace starlint
