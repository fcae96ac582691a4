// What the notes themselves say to accept: "<!-- starlint: allow some-rule, other -- reason -->",
// or
// "# starlint: allow some-rule -- reason" on a line of its own in plain text and Org.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "narrative/narrative.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

struct Waiver {
  /// "allow": the block it stands in, else the next one. "allow-story": the story it stands in,
  /// else the next one. "allow-file": everything.
  enum class Scope : std::uint8_t { Block, Story, File, Unknown };
  Scope scope = Scope::Unknown;
  Span span;                // from its "starlint:" to its end
  std::vector<Span> rules;  // the words that name rules
  std::string reason;
};

/// The waivers of a file, by place. Those in code are examples and are left out.
std::vector<Waiver> read_waivers(const Text& text, const Outline& outline);

/// What a waiver covers; empty where nothing follows it. A finding is covered if it begins there.
Span covered_by(const Waiver& waiver, const Text& text, const Outline& outline,
                const Narratives& narratives);

}  // namespace starlint
