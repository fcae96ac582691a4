// A compiled rule. Immutable and shared by all threads: check() is const and keeps nothing.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "rule/rule_info.h"
#include "rule/view.h"

namespace starlint {

/// Places that rules warn of.
class Warned {
 public:
  /// Notes are no warnings.
  void add(const std::vector<Finding>& findings);
  bool at(const Location& where) const { return places_.count(where) > 0; }
  bool at_any(const std::vector<Location>& places) const;

 private:
  struct Hash {
    std::size_t operator()(const Location& where) const;
  };
  std::unordered_set<Location, Hash> places_;
};

/// Where a rule puts its findings: knows the rule, so that a kind never spells an id or a message.
class Sink {
 public:
  /// `warned`: by rules before this one.
  Sink(const RuleInfo& info, std::uint32_t rule, std::vector<Finding>& findings,
       const Warned& warned)
      : info_(info), rule_(rule), findings_(findings), warned_(warned) {}

  /// Adds a finding with the rule's level and the template of `variant`; the reference is
  /// good until the next call.
  Finding& add(Location where, const Arguments& arguments, std::string_view variant = {});
  const RuleInfo& info() const { return info_; }
  /// Whether this rule or one before it warns of that very place.
  bool told(const Location& where);
  /// The places for which it was asked.
  const std::vector<Location>& asked() const { return asked_; }

 private:
  const RuleInfo& info_;
  std::uint32_t rule_;
  std::vector<Finding>& findings_;
  const Warned& warned_;
  std::vector<Location> asked_;
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
