// Regular expressions for texts whose ASCII letters are lower-cased. RE2 takes half the time to
// compile one when it need not match letters in both cases.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starlint {

/// The expression that finds in a lower-cased text, minding case, what `expression` finds in the
/// text itself, ignoring case; with the same groups. None where that cannot be said: it minds case
/// in a part of it, or holds letters beyond ASCII that have two cases. (U+017F and U+212A, which
/// RE2 takes for "s" and "k" where it ignores case, are no longer taken so.) `expression` is valid
/// in RE2; linear in its length.
std::optional<std::string> lower_expression(std::string_view expression);

}  // namespace starlint
