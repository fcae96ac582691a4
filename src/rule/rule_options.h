// The [options] that a rule gives its kind, read again from its file when its page is written: a
// run keeps only what they compile to.
#pragma once

#include "rule/rule_info.h"
#include "toml/value.h"

namespace starlint {

/// A table; empty where the rule has no options, or its file is no longer there.
toml_doc::Value options_of(const RuleInfo& info);

}  // namespace starlint
