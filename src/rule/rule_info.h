// What a rule's TOML says of it besides its kind's options: the same words feed the text output,
// SARIF, `explain` and the rule pages. Immutable after loading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "finding/finding.h"
#include "finding/message.h"

namespace starlint {

/// One self-test of a rule: notes in which it must speak at exactly the expected lines. With none
/// expected it is a good example, in which the whole pack must find nothing.
struct RuleTest {
  struct File {
    std::string path;  // its extension decides the format
    std::string text;  // bytes, without the marks
  };
  struct Line {
    std::uint32_t file = 0;  // index into files
    std::uint32_t line = 0;  // 1-based
    auto operator<=>(const Line&) const = default;
  };
  std::vector<File> files;
  std::vector<Line> expected;
  std::uint32_t line = 0;  // of the entry in the rule's file

  bool good() const { return expected.empty(); }
};

struct RuleDoc {
  std::string what;  // one sentence
  std::string why;
  std::string bad;      // short example
  std::string instead;  // the same, said well
  std::string sources;  // where a threshold or fact comes from
};

struct RuleInfo {
  std::string id;    // family and number
  std::string name;  // "missing-result": reads after "allow"
  std::string kind;
  std::string pack;               // name of the pack
  std::uint32_t pack_index = 0;   // in RuleSet::packs()
  std::string path;               // of its TOML, for errors
  std::string family;             // "STAR"
  std::vector<std::string> tags;  // the first is the family's
  Level level = Level::Warning;
  std::string confidence = "medium";  // high, medium, low
  bool strict_only = false;           // not in the default profile
  std::string since;
  std::string deprecated;            // what to use instead; "" while it is alive
  std::vector<std::string> aliases;  // earlier ids and names
  std::string probe;                 // the interviewer's question
  /// Variant → template; "" is the variant of a rule with one message.
  std::vector<std::pair<std::string, MessageTemplate>> messages;
  RuleDoc doc;
  std::vector<RuleTest> own_tests;     // of a rule that is not built in; ask tests_of()
  std::string_view packed_tests = {};  // of one that is

  /// Whether the word is its id, its name or an alias.
  bool is_called(std::string_view word) const;
  /// The template of a variant; the first one where there is no such.
  const MessageTemplate& message(std::string_view variant) const;
};

}  // namespace starlint
