// Cells of the tables that reports print for people.
#pragma once

#include <cstddef>
#include <string>

namespace starlint {

/// Flush right; text that is wider stays as it is. ASCII only: bytes are cells.
std::string right(std::string text, std::size_t width);

/// Minutes and seconds: "2:05".
std::string spoken(double seconds);

}  // namespace starlint
