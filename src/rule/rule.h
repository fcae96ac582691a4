// A compiled rule. Immutable and shared by all threads: check() is const and keeps nothing.
#pragma once

#include <string_view>
#include <vector>

#include "rule/rule_info.h"
#include "rule/view.h"

namespace starlint {

/// Where a rule puts its findings: knows the rule, so that a kind never spells an id or a message.
class Sink {
 public:
  Sink(const RuleInfo& info, std::uint32_t rule, std::vector<Finding>& findings)
      : info_(info), rule_(rule), findings_(findings) {}

  /// Adds a finding with the rule's level and the template of `variant`; the reference is
  /// good until the next call.
  Finding& add(Location where, const Arguments& arguments, std::string_view variant = {});
  const RuleInfo& info() const { return info_; }
  /// Whether a rule before this one warns of that very place.
  bool told(const Location& where) const;

 private:
  const RuleInfo& info_;
  std::uint32_t rule_;
  std::vector<Finding>& findings_;
};

class Rule {
 public:
  virtual ~Rule() = default;
  /// Whether check() looks at more than the file's text and its damage: at stories, facts, figures.
  virtual bool reads_stories() const { return true; }
  /// Looks at one file; called from many threads at once.
  virtual void check(const FileView& /*file*/, Sink& /*sink*/) const {}
  /// Works out for the memo of one file what check_speaker() will ask of it; called from many
  /// threads at once, which a speaker's files share.
  virtual void prepare(const FileView& /*file*/) const {}
  /// Looks at all files of a speaker, after all files were read.
  virtual void check_speaker(const SpeakerView& /*speaker*/, Sink& /*sink*/) const {}
  /// Looks at the waivers of one file, after all findings are known.
  virtual void check_waivers(const FileView& /*file*/, const std::vector<WaivedRule>& /*waived*/,
                             Sink& /*sink*/) const {}
};

}  // namespace starlint
