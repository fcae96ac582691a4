// starlint as a library: notes in, findings out, with the rules that the program has. This header
// needs nothing but the standard library. Values belong to whoever holds them. Nothing is read but
// what is passed in and the packs that are named; nothing is written.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace starlint::v0 {

/// "0.1.0".
std::string_view version();

/// Notes as they would stand in a file.
struct Note {
  std::string path;     // names the note in findings; its extension (.md, .txt, .org) the format
  std::string text;     // bytes, in any encoding that the program reads
  std::string speaker;  // whose they are: facts of two speakers are never compared
};

/// A stretch of a note. Lines and columns count from 1, columns in code points; the end is
/// exclusive.
struct Place {
  std::string path;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;
  std::string text;     // what stands there, with stars for secrets
  std::string message;  // of another place: what it has to do with the finding
};

enum class Severity : std::uint8_t { Note, Warning, Error };

struct Problem {
  std::string rule;  // its id: family and number
  std::string name;  // "ratio-as-percentage"
  Severity severity = Severity::Warning;
  std::string message;
  std::string question;  // that an interviewer would ask; may be empty
  Place place;
  std::vector<Place> others;  // the other sides of a conflict, the baseline of a metric
};

struct LinterOptions {
  std::vector<std::string> packs;  // directories or files of rules, beside the default pack
  bool strict = false;             // the rules of the strict profile, too
  unsigned threads = 0;            // 0: as many as the machine has
};

/// Rules, loaded once. Immutable, so any thread may use it, and several at once.
class Linter {
 public:
  /// Null where a pack is wrong; `errors` then has a text for each fault: where, what, and what to
  /// write instead.
  static std::unique_ptr<Linter> make(const LinterOptions& options,
                                      std::vector<std::string>& errors);
  Linter(const Linter&) = delete;
  Linter& operator=(const Linter&) = delete;
  ~Linter();

  /// Checks all notes together, in the order of their paths. The same notes give the same
  /// problems; those that the notes themselves accept are left out.
  std::vector<Problem> check(std::vector<Note> notes) const;

  /// What a rule finds and why it matters, in Markdown; "" where no rule has the id or name.
  std::string explain(std::string_view rule) const;

 private:
  struct Impl;
  explicit Linter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace starlint::v0
