// Names for findings that survive edits elsewhere: for baselines, SARIF's partialFingerprints and
// the services that track alerts over time.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace starlint {

/// What makes a finding the one it is. No path and no line: a moved file or story keeps its
/// findings.
struct FindingIdentity {
  std::string_view rule;
  std::string_view key;    // Finding::key
  std::string_view text;   // of the place; re-wrapping and changes far inside it do not matter
  std::string_view story;  // title of the story it stands in
};

/// 32 hexadecimal digits.
class Fingerprint {
 public:
  /// REQUIRES: at least 32 digits, of which the first are taken.
  explicit Fingerprint(std::string_view digits) { digits.copy(digits_.data(), digits_.size()); }
  std::string_view text() const { return {digits_.data(), digits_.size()}; }
  auto operator<=>(const Fingerprint&) const = default;

 private:
  std::array<char, 32> digits_{};
};

/// Numbers the findings of one run. Ask in the order of the findings: equal identities are told
/// apart by how often they were asked for.
class Fingerprints {
 public:
  Fingerprint next(const FindingIdentity& identity);

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;  // by the first 16 digits
};

}  // namespace starlint
