// Repairs: the fixes of findings applied to the bytes of their files. What is not repaired keeps
// its bytes; a repaired file is decoded again and must say what was meant, else there is no repair.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "lint/lint.h"
#include "source/source.h"
#include "text/text.h"

namespace starlint {

/// Fixes applied to one file at once. One that overlaps an earlier one is left out whole.
struct Repaired {
  std::string bytes;
  std::size_t applied = 0;
};

/// `bytes` and `text` are the file and its decoding; `fixes` are tried in their order. A file that
/// is not UTF-8 is written only where one of the fixes re-encodes it. An error says that the result
/// would not read back as it should.
Result<Repaired> apply_fixes(std::string_view bytes, const Text& text,
                             const std::vector<const Fix*>& fixes);

struct FixOptions {
  bool unsafe = false;  // also what could change what the notes say
  LintOptions lint;
};

/// A file that repairs changed.
struct FixedFile {
  std::string path;
  std::string before;
  std::string after;
};

struct FixRun {
  std::vector<FixedFile> files;  // in order of path
  std::vector<Error> problems;   // files that would not read back
  std::size_t applied = 0;       // findings repaired
  std::size_t left_unsafe = 0;   // findings that --unsafe would repair
};

/// Checks the notes, repairs them, and again until nothing more is to be repaired: repairing the
/// result changes nothing.
FixRun fix_notes(std::vector<Input> inputs, const RuleSet& rules, const FixOptions& options);

/// Replaces a file by way of a new one beside it, keeping its mode. Refused where the file no
/// longer holds `before`. Follows a symbolic link.
Status replace_file(const std::string& path, std::string_view before, std::string_view after);

/// The difference as edits of whole lines, in their order, none touching another.
std::vector<Edit> edits_between(std::string_view before, std::string_view after);

/// The difference as a patch for `git apply` and `patch -p1`.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace starlint
