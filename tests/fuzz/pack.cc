// Any pack is a set of rules or a list of errors with their places; a set can be run.
#include <cstddef>

#include "base/check.h"
#include "lint/lint.h"

using namespace starlint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string manifest =
      "[pack]\nname = 'p'\nversion = '1'\n[[family]]\nprefix = 'A'\ntag = 'a'\n";
  std::vector<Error> errors;
  const auto rules =
      RuleSet::load({{"p", {{"pack.toml", manifest}, {"rule.toml", bytes}}}}, errors);
  SL_CHECK((rules != nullptr) == errors.empty());
  for (const Error& error : errors) SL_CHECK(!error.message.empty() && !error.path.empty());
  if (rules == nullptr) return 0;
  const std::string note = "# A plan\n\n**Situation:** In 2020 we led a team of 8, 5 testers.\n";
  lint({{{0, "notes.md", note}, "me"}}, *rules, {1});
  return 0;
}
