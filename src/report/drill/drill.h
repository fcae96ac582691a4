// The rehearsal: for each story the questions an interviewer would ask, worst first, made from the
// findings, from what the story claims, and from the questions of the packs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lint/lint.h"
#include "report/report.h"

namespace starlint {

struct DrillQuestion {
  std::string ask;
  std::string reason;  // what in the notes raises it; "" for what is asked of any such story
  Location where;      // what the answer is about
};

struct DrillCard {
  const FileResult* file = nullptr;
  std::uint32_t story = kNone;  // in its file; kNone: facts that stand outside the stories
  std::string prompt;           // what the interviewer says first
  bool written = true;          // false: there is a prompt and next to nothing under it
  std::vector<DrillQuestion> questions;

  const Narrative& narrative() const { return file->narratives.stories[story]; }
  /// The text of the story; "" outside the stories.
  std::string_view notes() const;
};

/// In the order of the notes. REQUIRES: the run outlives them.
std::vector<DrillCard> drill_of(const LintRun& run);

/// "harbor.md:11 · 0:39 · S T A –".
std::string card_facts(const DrillCard& card);

/// The questions of one card for people, numbered, with what raises them.
void write_drill_questions(const LintRun& run, const DrillCard& card, const ReportOptions& options,
                           std::string& out);

/// A format of `drill`.
struct DrillFormat {
  std::string_view name;
  void (*write)(const LintRun&, const ReportOptions&, std::string& out);
};
const std::vector<DrillFormat>& drill_formats();
/// REQUIRES: the name of one.
const DrillFormat& drill_format(std::string_view name);

void write_drill_text(const LintRun& run, const ReportOptions& options, std::string& out);
void write_drill_markdown(const LintRun& run, const ReportOptions& options, std::string& out);
void write_drill_anki(const LintRun& run, const ReportOptions& options, std::string& out);

}  // namespace starlint
