// A TOML file as the layers above receive it: its tree, and the path that errors name.
#pragma once

#include <string>
#include <string_view>

#include "toml/value.h"

namespace starlint {

struct Document {
  std::string path;
  toml_doc::Value root;
  bool built_in = false;  // of the default pack: checked when the program was built
  /// Of a built-in rule: its examples, packed; `root` lacks them. Few runs look at them.
  std::string_view packed_tests = {};
};

}  // namespace starlint
