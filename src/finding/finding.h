// A finding: what is wrong, where, with the computed values, every other place involved, and a fix
// where there is one. Values only; what all findings of a rule share is the rule's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rare.h"
#include "base/span.h"

namespace starlint {

enum class Level : std::uint8_t { Note, Warning, Error };
/// "note", "warning", "error".
std::string_view name_of(Level level);
std::optional<Level> level_of(std::string_view name);

/// Another place of the same finding: the other side of a conflict, the baseline of a metric.
struct Related {
  Location where;
  std::string message;  // "says 6 here"
};

/// One replacement, in the coordinates of the decoded text.
struct Edit {
  Span span;
  std::string text;
  auto operator<=>(const Edit&) const = default;
};

/// Edits to the file of the finding that belong together. Unsafe ones change what the notes say.
struct Fix {
  std::string title;
  bool safe = false;
  std::vector<Edit> edits;
  bool reencode = false;  // the file is written as UTF-8 without a byte order mark
};

/// What accepts the finding: a waiver in the notes, or a baseline beside them.
struct Suppression {
  std::string justification;
  bool external = false;  // the baseline
};

struct Finding {
  Location where;
  std::uint32_t rule = 0;  // index into the RuleSet of the run
  Level level = Level::Warning;
  std::string variant;                 // which of the rule's messages; "" is its only one
  std::string message;                 // finished text
  std::vector<std::string> arguments;  // what filled the template, in the order of its placeholders
  std::vector<Related> related;
  Rare<Fix> fix;
  bool secret = false;              // no report may show what stands at `where`
  std::uint32_t narrative = kNone;  // story it belongs to, by index in its file
  std::string key;                  // identifies it in place of its text and story; "": those do
  Rare<Suppression> suppression;
};

/// Total order for output: file, place, rule, message.
bool operator<(const Finding& a, const Finding& b);

}  // namespace starlint
