// Which legacy charset bytes that are not UTF-8 were written in. A guess: it scores what the bytes
// would become in each charset, so short runs may be read wrongly, and nothing built on it is a
// safe fix.
#pragma once

#include <string_view>

#include "text/charset.h"

namespace starlint {

/// The likeliest charset of `bytes`, or nullptr where no charset makes sense of them. Looks at the
/// first 4096 bytes >= 0x80 and their neighbours.
const LegacyCharset* guess_charset(std::string_view bytes);

}  // namespace starlint
