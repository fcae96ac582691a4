// The rules that the program ships, loaded once for all tests.
#pragma once

#include "rule/rule_set.h"

namespace starlint {

inline const RuleSet& default_rules() {
  static const std::unique_ptr<RuleSet> set = [] {
    std::vector<Error> errors;
    return RuleSet::load({default_pack()}, errors);
  }();
  return *set;
}

}  // namespace starlint
