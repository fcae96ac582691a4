// What the kinds that compare claims share: claims as places of a finding, figures as text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/pattern.h"
#include "rule/kind.h"
#include "rule/rule.h"

namespace starlint {

/// The subject of the part of a team that is the speaker.
inline constexpr std::string_view kSelf = "self";

Location place_of(const Claim& claim);

/// "3", "2-3", "60 %": a value as read, for arithmetic in messages.
std::string figure(const Value& value);
/// "3 + 4 + 2".
std::string arithmetic(const std::vector<Value>& values);
std::string arithmetic(const std::vector<const Claim*>& claims);
/// The words of a claim as written, on one line.
std::string words_of(const FileView& file, const Claim& claim);
std::string words_of(const SpeakerView& speaker, const Claim& claim);

/// Adds the claims as related places; the rule's variant "place" words them with {text}.
void add_places(const FileView& file, const std::vector<const Claim*>& claims, const RuleInfo& info,
                Finding& finding);
void add_places(const SpeakerView& speaker, const std::vector<const Claim*>& claims,
                const RuleInfo& info, Finding& finding);

/// An error where the option names an attribute that no document declares.
Status check_attribute(const Options& options, std::string_view key, const ClaimPatterns& claims);
/// The same of an option that names several.
Status check_attributes(const Options& options, std::string_view key, const ClaimPatterns& claims);

}  // namespace starlint
