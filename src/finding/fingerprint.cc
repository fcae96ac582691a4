#include "finding/fingerprint.h"

#include <charconv>

#include "base/one_line.h"
#include "base/sha256.h"
#include "base/strings.h"

namespace starlint {

namespace {

/// Enough text to tell places apart, little enough that a finding on a long passage outlives
/// changes deep inside it.
constexpr std::size_t kTextBytes = 160;

/// Re-wrapping changes nothing.
std::string normalised(std::string_view text) { return one_line(text, kTextBytes); }

}  // namespace

Fingerprint Fingerprints::next(const FindingIdentity& identity) {
  const char separator = '\0';
  const std::string name = cat(identity.rule, separator, identity.key, separator,
                               normalised(identity.text), separator, normalised(identity.story));
  const std::string digits = sha256_hex(name);
  std::uint64_t half = 0;
  std::from_chars(digits.data(), digits.data() + 16, half, 16);
  const std::uint32_t occurrence = ++seen_[half];
  return Fingerprint(sha256_hex(cat(name, separator, occurrence)));
}

}  // namespace starlint
