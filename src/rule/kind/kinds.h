// Every kind, as a value; each is defined in the file of its name.
#pragma once

#include "rule/kind.h"

namespace starlint {

Kind component_kind();
Kind phrase_kind();

}  // namespace starlint
