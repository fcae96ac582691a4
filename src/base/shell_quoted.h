// A text as one word of a shell.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

/// In single quotes, as bash and zsh read them, whatever is in it.
std::string shell_quoted(std::string_view text);

}  // namespace starlint
