// Lets rules look at the same notes side by side. What they find is what they would find one behind
// the other, for any number of threads.
#pragma once

#include <functional>
#include <vector>

#include "lint/lint.h"

namespace starlint {

/// What is asked of one rule: to look at a file, or at all files of a speaker.
using Look = std::function<void(const Rule&, Sink&)>;

/// What the rules that `on` names find, rule by rule. `before` holds what was found until then.
std::vector<Finding> ask_rules(const RuleSet& rules, const std::function<bool(std::uint32_t)>& on,
                               const Look& look, const std::vector<const FileResult*>& before,
                               const LintOptions& options);

}  // namespace starlint
