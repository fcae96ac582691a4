// The claims of one attribute in all notes of a speaker, brought together where they speak
// of the same thing.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claim/identity.h"
#include "claim/pattern.h"
#include "rule/kind/background.h"
#include "rule/view.h"

namespace starlint {

enum class Polarity : std::uint8_t { Asserted, Both };

/// The sentence around a place of a block, as far as it is looked at.
Span sentence_around(std::string_view text, Span block, Span at);

class SpeakerClaims {
 public:
  /// REQUIRES: the view outlives it.
  SpeakerClaims(const SpeakerView& speaker, const ClaimPatterns& patterns,
                std::string_view attribute, Polarity polarity = Polarity::Asserted);
  SpeakerClaims(const SpeakerClaims&) = delete;
  SpeakerClaims& operator=(const SpeakerClaims&) = delete;

  const std::vector<Placed>& all() const { return placed_; }
  /// Two or more that speak of the same thing, each in one group only; in the order of the notes.
  std::vector<std::vector<const Placed*>> groups() const;
  /// Those of one subject, whatever else they speak of: "lambda" is "aws lambda", too.
  std::vector<std::vector<const Placed*>> by_subject() const;

 private:
  /// Gives each claim the words around it that few blocks of the notes have.
  void add_topics(const SpeakerView& speaker, const ClaimPatterns& patterns);
  /// Gives each claim that does not say of which team it is the one that its story spoke of.
  void add_scopes(const SpeakerView& speaker, const ClaimPatterns& patterns);
  /// Tells claims apart between which people joined or left.
  void add_eras(const SpeakerView& speaker, const ClaimPatterns& patterns);

  /// The rare words of a story or section.
  const std::vector<std::string>& account_of(const SpeakerView& speaker, const Setting& setting,
                                             const BlockCounts& blocks,
                                             const ClaimPatterns& patterns);

  std::map<const Setting*, std::vector<std::string>> accounts_;
  std::vector<std::vector<std::string>> topics_;  // by claim
  std::vector<std::vector<std::string>> said_;    // likewise
  std::vector<std::vector<std::string>> titles_;  // likewise
  std::vector<Placed> placed_;
};

}  // namespace starlint
