// Whether two claims of one attribute speak of the same thing. Evidence is counted: the same story
// or the same project is enough; the same scope ("night team"), a shared name, a shared year are
// half of what is needed each, and so is one noun that both count; rare words around both count by
// their number. Different projects,
// scopes or years end the question.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/setting.h"
#include "claim/topic.h"

namespace starlint {

/// A claim with where it stands; all outlive it.
struct Placed {
  const Claim* claim = nullptr;
  const Setting* setting = nullptr;
  const std::vector<std::string>* topic = nullptr;    // rare words around it, sorted
  const std::vector<std::string>* said = nullptr;     // those of its sentence
  const std::vector<std::string>* account = nullptr;  // rare words of its story or section, sorted
  const std::vector<std::string>* title = nullptr;    // words of the heading above, in order
  const std::vector<int>* years = nullptr;            // those it is of, sorted; null: its setting's
  int since = 0;  // the year from which on its sentence holds: "since 2019"; 0 where it names none
  bool introduced = false;  // "a team of three": one not spoken of before
  bool tied = false;  // it opens as being of what its file told before: "Same team, same year"
  std::string counted = {};  // noun of those counted, folded: "nurse"; "" where it may be anybody
  std::string spoken =
      {};  // scope that only what stands before it says: "the desk" of "the night desk"

  // How often its file has told a change of such things before it; none of another employer.
  std::optional<std::size_t> era = 0;

  const std::string& scope() const { return claim->scope.empty() ? spoken : claim->scope; }
};

/// How many words both have; those of a project or employer count double, and so do those of both
/// sentences.
int shared_topic(const Placed& a, const Placed& b);

enum class Sameness : std::uint8_t { Different, Unknown, Likely, Same };
Sameness sameness(const Placed& a, const Placed& b);

/// Whether two headings say of themselves that they head two things: "Project Lighthouse", "Project
/// Harbour"; not "Story 1", "Story 2".
bool parallel_titles(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Whether two scopes can be one: equal, one unsaid, or one more precise than the other.
bool scopes_agree(const std::string& a, const std::string& b);

/// Keys under which claims of the same thing meet: claims that share a key are Same unless
/// something else sets them apart. Sorting by key makes the join O(n log n).
std::vector<std::string> keys_of(const Placed& placed);

}  // namespace starlint
