#include "catch.h"
#include "finding/fingerprint.h"

using namespace starlint;

TEST_CASE("finding: a fingerprint sees what is said, not how it is wrapped") {
  const auto of = [](const FindingIdentity& identity) { return Fingerprints().next(identity); };
  const FindingIdentity first{"R1", "team", "a team of 8 people", "Checkout"};
  CHECK(of(first).text().size() == 32);
  CHECK(of({"R1", "team", "a team\n  of 8\tpeople ", " Checkout"}) == of(first));
  CHECK(of({"R2", "team", "a team of 8 people", "Checkout"}) != of(first));
  CHECK(of({"R1", "size", "a team of 8 people", "Checkout"}) != of(first));
  CHECK(of({"R1", "team", "a team of 9 people", "Checkout"}) != of(first));
  CHECK(of({"R1", "team", "a team of 8 people", "Search"}) != of(first));
  CHECK(of({"R1", "teama", " team of 8 people", "Checkout"}) != of(first));
}

TEST_CASE("finding: equal findings are told apart by their order") {
  const FindingIdentity todo{"R1", "", "TODO", "Checkout"};
  Fingerprints fingerprints;
  const Fingerprint first = fingerprints.next(todo);
  CHECK(fingerprints.next(todo) != first);
  CHECK(Fingerprints().next(todo) == first);
}
