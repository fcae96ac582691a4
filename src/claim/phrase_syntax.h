// The phrases of claim patterns: "team of {count} (people|engineers)", "{percent:share} of my
// time". Literal words, (a|b) alternatives, ? + * as in RE2, and placeholders in braces:
//   {count} {percent} {duration} {money} {quantity} {date} {interval} {age}   a typed value
//   {number}: any value but a date      {when}: a date or an interval
//   {scope} {subject}: up to three words      {name}: capitalised words      {list}: the rest of
//   the sentence, {list_before}: what it said so far      anything else: one of the words of that
//   class, as [words] defines them; "{word_class:subject}" says what the claim is about
// A value may carry a role, "{duration:before}". Parentheses only group.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "claim/claim.h"

namespace starlint {

/// Word classes by name, each as alternatives in RE2.
using WordClasses = std::map<std::string, std::string, std::less<>>;

/// What a placeholder captures.
struct Capture {
  enum class What : std::uint8_t { Figure, Scope, Subject, Name, List, ListBefore };
  What what = What::Figure;
  Role role = Role::Total;
};

struct CompiledPhrase {
  std::string expression;         // over Masked::text
  std::vector<Capture> captures;  // by group, from 1
};

/// An error has no place.
Result<CompiledPhrase> compile_phrase(std::string_view phrase, const WordClasses& words);

std::optional<Role> role_of(std::string_view name);

}  // namespace starlint
