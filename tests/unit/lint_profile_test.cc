#include "catch.h"
#include "default_rules.h"
#include "lint/profile.h"

using namespace starlint;
using std::chrono::microseconds;

TEST_CASE("profile: the slowest first, with its share, and what is hardly anything in one line") {
  const RuleSet& rules = default_rules();
  Profile profile(rules);
  profile.add(Profile::Reading, microseconds(1500));
  profile.add(Profile::Reading, microseconds(1500));
  profile.add(Profile::of_rule(0), microseconds(6920));
  profile.add(Profile::of_rule(1), microseconds(80));
  const std::string table = profile.table();
  const std::string first = rules.info(0).id;
  CHECK(table.substr(0, table.find('\n')) ==
        "    6.9 ms    69.2 %  " + first + " " + rules.info(0).name);
  CHECK(table.find("    3.0 ms    30.0 %  ") != std::string::npos);
  CHECK(table.find(rules.info(1).id) == std::string::npos);
  CHECK(table.find("    0.1 ms     0.8 %  " + std::to_string(rules.rules().size()) + " more\n") !=
        std::string::npos);
}
