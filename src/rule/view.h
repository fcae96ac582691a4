// What a rule may look at: one file's finished values, or all files of one speaker. No disk, no
// clock, no other rule.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.h"
#include "damage/damage.h"
#include "metric/metrics.h"
#include "narrative/framework.h"
#include "narrative/narrative.h"
#include "outline/outline.h"
#include "rule/memo.h"
#include "rule/pattern_bank.h"
#include "source/source.h"
#include "text/text.h"

namespace starlint {

struct FileView {
  const Source& source;
  const Text& text;
  const Outline& outline;
  const Narratives& narratives;
  const std::vector<Claim>& claims;
  const Frameworks& frameworks;
  const std::vector<Damage>& damage;
  const Metrics& metrics;
  const PatternHits& hits;     // which patterns of the rules may match in which block
  const PatternHits& figures;  // which phrases of figures may stand in which passage
  const Memo& memo;            // of what rules worked out for their look at all files

  std::string_view slice(Span span) const { return text.slice(span); }
};

/// A rule that a waiver in the notes names, and what became of it.
struct WaivedRule {
  enum class State : std::uint8_t { Unreadable, Unknown, Unused, Used };
  Span where;  // the word; for an unreadable waiver all of it
  State state = State::Used;
  std::string suggestion;  // for an unknown word: the nearest known one, or ""
};

/// The notes of one speaker, files in order of path.
struct SpeakerView {
  std::string_view name;
  std::vector<const FileView*> files;
  std::shared_ptr<const Memo> memo = std::make_shared<Memo>();  // of this look at them
};

}  // namespace starlint
