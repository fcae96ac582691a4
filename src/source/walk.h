// Which files are notes, and their bytes. The only code that reads notes from the disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/source.h"

namespace starlint {

/// A file that will be read: its path as printed, and the argument it came from.
struct NotePath {
  std::string path;
  std::uint32_t argument = 0;  // index of the path argument that led here
  bool named = false;          // the argument itself, not found in a directory
};

/// The files of one run, sorted by path without duplicates, and the arguments that could not be
/// followed. Independent of the order of arguments but for NotePath::argument.
struct Walk {
  std::vector<NotePath> files;
  std::vector<Error> problems;
};

struct WalkOptions {
  bool gitignore = true;  // leave out what .gitignore files name
};

/// Walks the arguments as given: a directory yields its notes and résumés ("resume.json",
/// "ann-resume.json", with the members of JSON Resume); hidden directories, node_modules, symbolic
/// links and what is ignored are passed over. A named file is always taken.
Walk find_notes(const std::vector<std::string>& arguments, const WalkOptions& options = {});

/// By its name: .md .markdown .txt .text .org .rst .adoc.
bool is_note(const std::string& path);

/// From the root, without "." and "..", without a slash at its end. Touches no file.
std::string absolute_path(const std::string& path);

/// Offsets are 32 bits.
inline constexpr std::uint64_t kLargestNote = 0xFFFFFFFE;
/// Of a file of settings or rules: more is a mistake or meant to harm.
inline constexpr std::uint64_t kLargestSettings = 4 << 20;

/// The bytes of a regular file, or why they could not be read. Files beyond `largest` bytes are
/// refused.
Result<std::string> read_file(const std::string& path, std::uint64_t largest = kLargestNote);

/// All of standard input.
std::string read_standard_input();

}  // namespace starlint
