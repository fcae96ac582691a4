// The self-tests of rules: every rule must speak at the marked lines of its bad examples and
// nowhere else, and its good examples must be silent under all rules.
#pragma once

#include <functional>
#include <vector>

#include "base/result.h"
#include "rule/rule_set.h"

namespace starlint {

/// Told after each rule how many are done; calls do not overlap.
using TestProgress = std::function<void(std::size_t done)>;

/// What their own examples show to be wrong with some of the rules (indices), by rule and place in
/// its file; empty when all is well. A rule without a bad or without a good example is wrong.
std::vector<Error> test_rules(const RuleSet& rules, const std::vector<std::uint32_t>& tested,
                              unsigned threads, const TestProgress& progress = {});
/// The same of all rules.
std::vector<Error> test_rules(const RuleSet& rules, unsigned threads);

}  // namespace starlint
