// Messages as SARIF wants them: templates with quoted numbered placeholders, a full stop at the
// end, and a link to every related place, because GitHub shows only the places a message links to.
#pragma once

#include <string>
#include <vector>

#include "lint/lint.h"

namespace starlint {

struct SarifMessage {
  std::string id;                      // of the template among the rule's messageStrings
  std::string pattern;                 // "Team size '{0}' … See ['{1}'](1)."
  std::vector<std::string> arguments;  // as many as the pattern has placeholders
  std::string text;                    // the pattern filled
};

SarifMessage sarif_message(const LintRun& run, const Finding& finding);

/// The id and pattern of a variant of a rule whose finding has `related` other places. A message
/// without any placeholder gets one that quotes the place.
std::string sarif_message_id(std::string_view variant, std::size_t related);
std::string sarif_pattern(const MessageTemplate& message, std::size_t related);

}  // namespace starlint
