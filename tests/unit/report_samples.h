// Runs made in memory for the tests of report/: notes, one small pack, and findings placed by the
// words they stand on.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "report/report.h"

namespace starlint {

class Sample {
 public:
  struct Note {
    std::string path;
    std::string text;
  };
  Sample(std::initializer_list<Note> notes);

  /// A finding of the rule "team-size", which quotes the words, on the first `words` of a file; the
  /// reference is good until the next call.
  Finding& team(std::string_view path, std::string_view words);
  /// A finding of the rule "placeholder" (no arguments).
  Finding& placeholder(std::string_view path, std::string_view words);
  /// A story from the first `from` to the end of the first `to` behind it.
  Narrative& story(std::string_view path, std::string_view from, std::string_view to,
                   std::string title);

  Location place(std::string_view path, std::string_view words) const;
  std::string report(std::string_view format, const ReportOptions& options = {}) const;

  LintRun run;

 private:
  Finding& add(std::string_view rule, std::string_view path, std::string_view words);

  std::unique_ptr<RuleSet> rules_;
};

}  // namespace starlint
