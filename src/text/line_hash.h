// GitHub's name for a line of a file, as its code scanning computes it when an upload has none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace starlint {

/// `primaryLocationLineHash` of every line: a rolling hash of the 100 UTF-16 units from the line's
/// start on, blanks and tabs skipped, line ends as LF, then ":" and how often that hash occurred so
/// far. `bytes` is the file as stored, a byte-order mark included; ill-formed UTF-8 counts as
/// U+FFFD. Source: github/codeql-action, src/fingerprints.ts.
std::vector<std::string> github_line_hashes(std::string_view bytes);

}  // namespace starlint
