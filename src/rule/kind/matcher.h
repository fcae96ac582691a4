// Expressions of a rule with their exceptions, looked up among the hits of a file and located.
#pragma once

#include <vector>

#include "rule/kind.h"
#include "rule/kind/speech.h"

namespace starlint {

class Matcher {
 public:
  /// From two options of a rule; the bank must outlive the matcher.
  static Result<Matcher> read(const Options& options, std::string_view any, std::string_view except,
                              PatternBank& bank);

  bool empty() const { return any_.empty(); }
  /// Whether an expression matches in some block of the file.
  bool hits(const FileView& file) const;
  /// Blocks in which an expression may match, ascending.
  std::vector<std::uint32_t> blocks(const FileView& file) const;
  /// Matches (their first group, where there is one) that overlap no exception; ascending and
  /// disjoint.
  std::vector<Span> find(const FileView& file, const Stretch& stretch) const;
  std::vector<Span> find(const FileView& file, const Speech& speech) const;

 private:
  explicit Matcher(const PatternBank& bank) : bank_(&bank) {}
  std::vector<Span> locate(const FileView& file, const Stretch& stretch,
                           const std::vector<PatternId>& patterns) const;

  const PatternBank* bank_;
  std::vector<PatternId> any_;
  std::vector<PatternId> except_;
};

}  // namespace starlint
