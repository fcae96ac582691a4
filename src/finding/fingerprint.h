// Names for findings that survive edits elsewhere: for baselines, SARIF's partialFingerprints and
// the services that track alerts over time.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace starlint {

/// What makes a finding the one it is. No path and no line: a moved file or story keeps its
/// findings.
struct FindingIdentity {
  std::string_view rule;
  std::string_view key;    // Finding::key
  std::string_view text;   // of the place; re-wrapping and changes far inside it do not matter
  std::string_view story;  // title of the story it stands in
};

/// Numbers the findings of one run. Ask in the order of the findings: equal identities are told
/// apart by how often they were asked for.
class Fingerprints {
 public:
  /// 32 hexadecimal digits.
  std::string next(const FindingIdentity& identity);

 private:
  std::map<std::array<char, 16>, std::uint32_t> seen_;  // by the first half of the digits
};

}  // namespace starlint
