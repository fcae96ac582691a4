// Which files are notes, and their bytes. The only code that reads notes from the disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/source.h"

namespace starlint {

/// A file that will be read; paths as printed.
struct NotePath {
  std::string path;
  /// The directory argument that led here, the outermost of several; of a file that is an argument
  /// the directory it lies in.
  std::string folder;
  bool named = false;  // an argument itself, not only found in a directory
};

/// A directory argument without notes, and the documents in it that could be some.
struct EmptyFolder {
  std::string path;
  std::vector<std::string> documents;  // sorted; is_document
};

/// The files of one run, sorted by path without duplicates, and the arguments that could not be
/// followed or led to nothing. Independent of the order of arguments.
struct Walk {
  std::vector<NotePath> files;
  std::vector<EmptyFolder> empty;
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

/// The directory of a file, as printed: "." where none is written.
std::string folder_of_file(const std::string& path);

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
