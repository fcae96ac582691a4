// What the sections of the page share: the run, and the name by which each finding and story is
// linked to. Each section is one function and one file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/html/html_writer.h"
#include "report/report.h"

namespace starlint {

struct HtmlPage {
  HtmlPage(const LintRun& run, const ReportOptions& options, HtmlWriter& html);

  const LintRun& run;
  const ReportOptions& options;
  HtmlWriter& html;
  std::vector<std::uint32_t> findings;  // those that are not accepted: worst first, then by place

  /// " beside what is accepted" where that is something, else "".
  std::string_view beside_accepted() const {
    return findings.size() == run.findings.size() ? "" : " beside what is accepted";
  }
  bool several_speakers() const { return run.speakers.size() > 1; }
  /// The number of a story on the page, from 1.
  std::uint32_t number_of(const FileResult& file, std::uint32_t story) const {
    return first_story_[file.source.id] + story;
  }

  /// The path of a file without the directories that all files share.
  std::string_view path_of(const FileResult& file) const;
  /// "harbor.md:12".
  std::string place_name(Location where) const;
  /// A link to a story with its name.
  void link_story(const FileResult& file, std::uint32_t story) const;
  /// A link to a rule's explanation at the end of the page.
  void link_rule(const RuleInfo& rule) const;
  /// A link to a finding, with the id of its rule.
  void link_finding(std::uint32_t finding) const;
  /// A level as a small label.
  void label_level(Level level) const;
  /// "3:05".
  static std::string spoken_time(double seconds);
  /// The speaker's name as a heading, where there are several.
  void head_speaker(std::uint32_t speaker) const;
  /// The tag of headings inside a section: one level below a speaker's.
  std::string_view heading() const { return several_speakers() ? "h4" : "h3"; }
  /// A paragraph.
  void say(std::string_view text) const;
  /// A table in a frame that scrolls sideways, with a caption and its head row; the caller closes
  /// it with close_table(). The tbody is open.
  void open_table(std::string_view caption, const std::vector<std::string>& heads) const;
  void close_table() const;

 private:
  std::vector<std::uint32_t> first_story_;  // number of each file's first story
  std::size_t shared_ = 0;                  // bytes of the directories that all paths begin with
};

void write_summary_section(const HtmlPage& page);
void write_findings_section(const HtmlPage& page);
void write_stories_section(const HtmlPage& page);
void write_matrix_section(const HtmlPage& page);
void write_competencies_section(const HtmlPage& page);
void write_facts_section(const HtmlPage& page);
void write_timeline_section(const HtmlPage& page);
void write_repairs_section(const HtmlPage& page);
void write_rules_section(const HtmlPage& page);

}  // namespace starlint
