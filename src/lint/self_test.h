// The self-tests of rules: every rule must speak at the marked lines of its bad examples and
// nowhere else, and its good examples must be silent under all rules.
#pragma once

#include <vector>

#include "base/result.h"
#include "rule/rule_set.h"

namespace starlint {

/// What the rules' own examples show to be wrong, by rule and place in its file; empty when all is
/// well. A rule without a bad or without a good example is wrong.
std::vector<Error> test_rules(const RuleSet& rules, unsigned threads);

}  // namespace starlint
