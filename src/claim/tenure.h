// Posts held: from when to when, and where, as résumé lines, tables and sentences tell it. The
// ground on which overlaps, years of experience and the age of technologies are judged.
#pragma once

#include <string>
#include <vector>

#include "claim/claim.h"
#include "claim/pattern.h"
#include "outline/outline.h"
#include "text/text.h"

namespace starlint {

struct Tenure {
  FileId file = 0;
  std::vector<const Claim*> dates;  // one interval, or first and last day apart
  double low = 0;                   // days since 1970-01-01, as Value::low and high
  double high = 0;                  // where it has not ended, the first day
  bool ended = true;
  double grain = 1;                // days in the smallest unit that was named
  bool side = false;               // part-time, freelance …: may run beside another
  bool full_time = false;          // said in so many words
  bool study = false;              // a full-time course, no post
  bool leads = false;              // "head of", "manager": the post is over others
  bool junior = false;             // "junior developer"
  bool senior = false;             // "senior developer"
  std::vector<std::string> names;  // folded names in its heading, row or sentence; sorted
};

/// The posts and full-time courses of one file, by place; `claims` must outlive them. Linear in the
/// claims.
std::vector<Tenure> read_tenures(FileId file, const Text& text, const Outline& outline,
                                 const std::vector<Claim>& claims, const ClaimPatterns& patterns);

/// Whether both may be posts at one employer: they share a name, or one has none.
bool same_employer(const Tenure& a, const Tenure& b);

}  // namespace starlint
