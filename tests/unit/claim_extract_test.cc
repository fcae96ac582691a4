#include "claim/extract.h"

#include "base/strings.h"
#include "catch.h"
#include "unit/default_rules.h"

using namespace starlint;

namespace {

std::vector<Claim> claims_of(const std::string& notes) {
  const Text text = Text::decode(notes);
  return extract_claims(0, text, read_outline(text, NoteFormat::Markdown), {},
                        default_rules().claims());
}

/// "team.size 12; team.role 3 developer; …": the claims that have an attribute.
std::string read(const std::string& notes) {
  std::vector<std::string> out;
  for (const Claim& claim : claims_of(notes)) {
    if (claim.attribute.empty()) continue;
    std::string line = claim.attribute;
    if (claim.value.kind != ValueKind::Name) line += cat(" ", decimal(claim.value.low));
    if (!claim.scope.empty()) line += cat(" [", claim.scope, "]");
    if (!claim.subject.empty()) line += cat(" ", claim.subject);
    if (claim.modality != Modality::Asserted) line += cat(" ", name_of(claim.modality));
    out.push_back(std::move(line));
  }
  return join(out, "; ");
}

}  // namespace

TEST_CASE("claim: the size of a team in many words") {
  struct Row {
    const char* notes;
    const char* claims;
  };
  const Row rows[] = {
      {"We had a **team of\ntwelve** nurses.", "team.size 12"},
      {"There were eleven of us on the night shift.", "team.size 11 [night]"},
      {"Our eight-strong night shift had habits of its own.", "team.size 8 [night]"},
      {"The stage crew was 9 people.", "team.size 9 [stage]"},
      {"Team size: 7", "team.size 7"},
      {"It was me and four others.", "team.size 5"},
      {"I would want a team of five people.", "team.size 5 hypothetical"},
      {"How do you lead a team of 5?", "team.size 5 question"},
      {"I have six direct reports.", "lead.ever; reports.count 6"},
      {"In 2012 we carried 300 books.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.notes);
    CHECK(read(row.notes) == row.claims);
  }
}

TEST_CASE("claim: the parts of a team, the speaker among them") {
  CHECK(read("A team of six: 3 cooks, two waiters and myself.") ==
        "team.size 6; team.role 3 cook; team.role 2 waiter; team.role 1 self");
  CHECK(read("I led a crew of four, two riggers, a driver and a cook, for a summer.") ==
        "lead.ever; team.size 4; team.role 2 rigger; team.role 1 driver; team.role 1 cook");
}

TEST_CASE("claim: a total and its parts are read once, whichever phrases see them") {
  const char* parts = "team.role 4 nurse; team.role 3 porter; team.role 1 self";
  for (const char* total : {"The team had 8 members: ", "Our team consisted of 8 people: ",
                            "A team of eight people: "}) {
    INFO(total);
    const std::string claims = read(cat(total, "4 nurses, 3 porters and myself."));
    CHECK(claims.find("team.size 8") != std::string::npos);
    CHECK(claims.find(parts) != std::string::npos);
    CHECK(claims.find("team.role 8") == std::string::npos);
    CHECK(claims.rfind("self") == claims.find("self"));
  }
}

TEST_CASE("claim: shares of one's time") {
  CHECK(read("I spent 60% teaching, 25% marking and 15% in meetings.") ==
        "time.split 60 teaching; time.split 25 marking; time.split 15 meeting");
  CHECK(read("We cut the cost by 30% and the delay by 20%.").empty());
}

TEST_CASE("claim: leading denied, asserted, asked") {
  CHECK(read("I have never led a team.").starts_with("lead.ever negated"));
  CHECK(read("I led a team of volunteers.") == "lead.ever");
  CHECK(read("Have you ever led a team of volunteers?").find("asserted") == std::string::npos);
}

TEST_CASE("claim: values hidden by markup, and bytes that look like tokens, do no harm") {
  CHECK(claims_of("See [the list](https://example.org/12/34) of 5 points.").size() >= 1);
  CHECK(read("A team of \x01 people and a team of 5.") == "team.size 5");
}
