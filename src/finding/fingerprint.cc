#include "finding/fingerprint.h"

#include "base/sha256.h"
#include "base/strings.h"

namespace starlint {

namespace {

/// Enough text to tell places apart, little enough that a finding on a long passage outlives
/// changes deep inside it.
constexpr std::size_t kTextBytes = 160;

/// Runs of white space as one blank, so that re-wrapping changes nothing; cut to kTextBytes.
std::string normalised(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (out.size() == kTextBytes) break;
    if (!is_ascii_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

std::string Fingerprints::next(const FindingIdentity& identity) {
  const char separator = '\0';
  const std::string name = cat(identity.rule, separator, identity.key, separator,
                               normalised(identity.text), separator, normalised(identity.story));
  std::array<char, 16> digits{};
  sha256_hex(name).copy(digits.data(), digits.size());
  const std::uint32_t occurrence = ++seen_[digits];
  return sha256_hex(cat(name, separator, occurrence)).substr(0, 32);
}

}  // namespace starlint
