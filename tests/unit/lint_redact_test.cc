#include "catch.h"
#include "lint/lint.h"
#include "report/report.h"

using namespace starlint;

namespace {

const char* const kPack =
    "[pack]\nname = 'mine'\nversion = '1'\n[[family]]\nprefix = 'RISK'\ntag = 'risk'\n";
const char* const kSecret =
    "id = 'RISK900'\nname = 'door-code'\nkind = 'phrase'\nlevel = 'warning'\n"
    "message = \"a code\"\n[options]\nany = ['code (\\d+)']\nsecret = true\n"
    "[doc]\nwhat = 'Code.'\nwhy = 'Why.'\n";
const char* const kNosy =
    "id = 'RISK901'\nname = 'whole-line'\nkind = 'phrase'\nlevel = 'note'\n"
    "message = \"'{text}'\"\n[options]\nany = ['The .*']\n[doc]\nwhat = 'Line.'\nwhy = 'Why.'\n";

}  // namespace

TEST_CASE("redact: no report shows a secret, not even through another rule") {
  std::vector<Error> errors;
  const auto rules = RuleSet::load(
      {{"mine", {{"pack.toml", kPack}, {"secret.toml", kSecret}, {"nosy.toml", kNosy}}}}, errors);
  REQUIRE(errors.empty());
  const LintRun run = lint({{{0, "a.md", "The code 4711999 opens the yard.\n"}, ""}}, *rules, {});
  REQUIRE(run.findings.size() == 2);
  CHECK(run.file(0).shown() == "The code ******* opens the yard.\n");
  for (const Format& format : formats()) {
    std::string out;
    StringSink sink(out);
    format.write(run, {}, sink);
    INFO(format.name);
    CHECK(out.find("4711999") == std::string::npos);
    CHECK(out.find("RISK900") != std::string::npos);
  }
}

TEST_CASE("redact: notes without secrets are shown as they are") {
  std::vector<Error> errors;
  const auto rules =
      RuleSet::load({{"mine", {{"pack.toml", kPack}, {"secret.toml", kSecret}}}}, errors);
  const LintRun run = lint({{{0, "a.md", "The door is open.\n"}, ""}}, *rules, {});
  CHECK(run.findings.empty());
  CHECK(run.file(0).shown().data() == run.file(0).text.utf8().data());
}
