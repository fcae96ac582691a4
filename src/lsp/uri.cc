#include "lsp/uri.h"

#include <charconv>

#include "base/strings.h"
#include "report/place.h"
#include "source/walk.h"

namespace starlint {

namespace {

constexpr std::string_view kScheme = "file://";
constexpr std::string_view kLocal = "localhost";

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const char* digits = text.data() + i + 1;
    const bool coded = text[i] == '%' && i + 2 < text.size() &&
                       std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    out += coded ? static_cast<char>(byte) : text[i];
    if (coded) i += 2;
  }
  return out;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!equals_ignoring_ascii_case(uri.substr(0, kScheme.size()), kScheme)) return std::nullopt;
  std::string_view rest = uri.substr(kScheme.size());
  if (rest.starts_with(kLocal)) rest.remove_prefix(kLocal.size());
  if (!rest.starts_with('/')) return std::nullopt;  // a file of another machine
  return absolute_path(percent_decoded(rest.substr(0, rest.find_first_of("?#"))));
}

std::string file_uri(std::string_view absolute_path) { return cat(kScheme, uri_of(absolute_path)); }

}  // namespace starlint
