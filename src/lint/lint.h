// Runs the pipeline over files and reduces what they say, speaker by speaker, to one sorted list of
// findings. Same input, same bytes out, for any number of threads and any order of arguments.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "claim/claim.h"
#include "config/rule_choice.h"
#include "damage/damage.h"
#include "finding/finding.h"
#include "metric/metrics.h"
#include "narrative/narrative.h"
#include "outline/outline.h"
#include "rule/rule_set.h"
#include "source/source.h"
#include "text/text.h"

namespace starlint {

class Profile;

/// Everything known of one file. Never moved once its Text is decoded: the Text may borrow the
/// bytes.
struct FileResult {
  FileResult() = default;
  FileResult(const FileResult&) = delete;
  FileResult& operator=(const FileResult&) = delete;

  Source source;
  std::uint32_t speaker = 0;                 // index into LintRun::speakers
  std::shared_ptr<const RuleChoice> choice;  // of its rules; never null
  Text text;
  Outline outline;
  Narratives narratives;
  std::vector<Claim> claims;
  std::vector<Damage> damage;
  Metrics metrics;
  PatternHits hits;
  PatternHits figures;
  Memo memo;
  std::vector<Finding> findings;    // of rules that look at one file
  std::string redacted;             // the text with stars for secrets; empty where there are none
  std::vector<std::string> titles;  // of the stories, before secrets were taken out of them

  /// The text as reports may quote it; same offsets as text.utf8().
  std::string_view shown() const {
    return redacted.empty() ? text.utf8() : std::string_view(redacted);
  }
  std::string_view shown(Span span) const { return shown().substr(span.begin, span.size()); }
};

/// What is read of a file, each with all before it: its characters, and its stories where a finding
/// has to name one; all its stories; its figures and facts, too.
enum class Depth : std::uint8_t { Findings, Stories, Facts };

struct LintOptions {
  unsigned threads = 0;        // 0: as many as the machine has
  bool strict = false;         // rules of the strict profile too, for inputs without a choice
  Profile* profile = nullptr;  // where to count the time; null: nowhere
  Depth depth = Depth::Facts;  // what reports show; rules that are on may read more

  /// The same for each of `count` pieces of work that are done side by side: one alone may use all
  /// threads itself.
  LintOptions for_each_of(std::size_t count) const;
};

/// A file to check and whose it is.
struct Input {
  Source source;
  std::string speaker;
  std::shared_ptr<const RuleChoice> choice = nullptr;  // null: the profile's rules
};

struct LintRun {
  std::vector<std::unique_ptr<FileResult>> files;  // in order of path; FileId is the index
  std::vector<std::string> speakers;               // sorted
  std::vector<Finding> findings;                   // sorted
  const RuleSet* rules = nullptr;

  const FileResult& file(FileId id) const { return *files[id]; }
};

/// The file as rules see it; it refers to both.
FileView view_of(const FileResult& file, const RuleSet& rules);

/// Reads one file: text, outline, narratives, claims and the findings of its own rules.
void lint_file(FileResult& file, const RuleSet& rules, const LintOptions& options = {});

/// Checks all inputs. `rules` must outlive the run.
LintRun lint(std::vector<Input> inputs, const RuleSet& rules, LintOptions options);

}  // namespace starlint
