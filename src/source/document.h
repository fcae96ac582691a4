// Files of word processors and pages of print: no notes, but notes can be made of them.
#pragma once

#include <string>

namespace starlint {

/// By its name.
bool is_document(const std::string& path);

/// How notes are made of a document: a command to run, "pandoc -t markdown -o 'cv.md' 'cv.docx'",
/// or what to do in its program. REQUIRES: is_document(path).
std::string conversion_of(const std::string& path);

}  // namespace starlint
