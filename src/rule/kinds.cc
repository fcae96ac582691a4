// The registry: one line a kind, sorted by name. No static self-registration: a linker may drop it.
#include "rule/kind/kinds.h"
#include "rule/kind.h"

namespace starlint {

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      phrase_kind(),
  };
  return all;
}

}  // namespace starlint
