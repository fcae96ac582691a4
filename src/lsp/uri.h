// Names of documents, and the files they stand for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starlint {

/// The absolute path of a "file" URI, without "." and ".."; nothing for other URIs.
std::optional<std::string> path_of_uri(std::string_view uri);
/// The URI of an absolute path.
std::string file_uri(std::string_view absolute_path);

}  // namespace starlint
