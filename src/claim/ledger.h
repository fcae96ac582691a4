// What a starlint.toml declares: one project or one employer under its several names. Notes that
// use any of them speak of the same thing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/setting.h"
#include "claim/tenure.h"

namespace starlint {

struct Declared {
  std::vector<std::string> names;  // in small letters; the first is the one it is known by
  bool employer = false;
};

/// Of the text of a starlint.toml, in its order; nothing of a text that is none.
std::vector<Declared> read_ledger(std::string_view text);

/// Settings of `text` that name one declared project are of it; those that name one declared
/// employer, and no project, are of that. A name in the first line outweighs the others.
void declare(const std::vector<Declared>& ledger, std::string_view text,
             std::vector<Setting>& settings);

/// Posts at an employer have its first name among theirs, whichever one was used.
void declare(const std::vector<Declared>& ledger, std::vector<Tenure>& tenures);

}  // namespace starlint
