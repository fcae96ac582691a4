// One [[test]] entry of a rule → the notes and the lines where the rule must speak.
#pragma once

#include <string_view>

#include "base/result.h"
#include "rule/rule_info.h"
#include "toml/value.h"

namespace starlint {

/// REQUIRES: the entry keeps to the declared fields. Marks "<!-- expect: ID -->" are taken out of
/// the notes together with the blanks before them, so that lines keep their numbers; a mark that
/// names another rule is an error.
Result<RuleTest> read_test(const toml_doc::Value& entry, std::string_view rule_id,
                           std::string_view path);

}  // namespace starlint
