#include "base/strings.h"
#include "catch.h"
#include "json/value.h"
#include "report_samples.h"

using namespace starlint;

namespace {

JsonValue sarif_of(const Sample& sample, const ReportOptions& options = {}) {
  auto log = parse_json(sample.report("sarif", options), "run.sarif");
  REQUIRE(log);
  return *log->at("runs/0");
}

std::string text_at(const JsonValue& run, std::string_view path) {
  const JsonValue* value = run.at(path);
  return value == nullptr ? "(none)" : value->text;
}

/// "3:12-3:21" of a region.
std::string region_at(const JsonValue& run, std::string_view path) {
  const JsonValue* region = run.at(path);
  REQUIRE(region != nullptr);
  return region->find("startLine")->text + ":" + region->find("startColumn")->text + "-" +
         region->find("endLine")->text + ":" + region->find("endColumn")->text;
}

Sample conflict() {
  Sample sample({{"stories/café 🚀.md", "# Café\n\nÉ 🚀 I led a team of 8.\nIt went well.\n"},
                 {"stories/b.md", "# Again\n\nA team of 6 [did](1) it.\n"}});
  Finding& finding = sample.team("stories/café 🚀.md", "team of 8");
  finding.related.push_back({sample.place("stories/b.md", "team of 6 [did](1)"), "says [6] here"});
  finding.fix = Fix{"Say 6", false, {{sample.place("stories/café 🚀.md", "8").span, "6"}}};
  return sample;
}

}  // namespace

TEST_CASE("sarif: places are percent-encoded and counted in UTF-16, bytes aside") {
  const JsonValue run = sarif_of(conflict());
  const std::string place = "results/0/locations/0/physicalLocation/";
  CHECK(text_at(run, "columnKind") == "utf16CodeUnits");
  CHECK(text_at(run, place + "artifactLocation/uri") == "stories/caf%C3%A9%20%F0%9F%9A%80.md");
  CHECK(region_at(run, place + "region") == "3:14-3:23");
  CHECK(text_at(run, place + "region/snippet/text") == "team of 8");
  CHECK(text_at(run, place + "region/properties/byteOffset") == "25");
  CHECK(text_at(run, place + "region/properties/byteLength") == "9");
  CHECK(text_at(run, place + "region/byteOffset") == "(none)");
  CHECK(text_at(run, place + "contextRegion/snippet/text") ==
        "\nÉ 🚀 I led a team of 8.\nIt went well.");
  CHECK(region_at(run, place + "contextRegion") == "2:1-4:14");
}

TEST_CASE("sarif: a message links every other place and escapes what notes say") {
  const JsonValue run = sarif_of(conflict());
  CHECK(text_at(run, "results/0/message/text") ==
        "a team of 'team of 8' here, of another size elsewhere. See ['says \\[6\\] here'](1).");
  CHECK(text_at(run, "results/0/message/id") == "default-1");
  CHECK(text_at(run, "tool/driver/rules/1/messageStrings/default-1/text") ==
        "a team of '{0}' here, of another size elsewhere. See ['{1}'](1).");
  CHECK(text_at(run, "results/0/message/arguments/1") == "says \\[6\\] here");
  CHECK(text_at(run, "results/0/relatedLocations/0/id") == "1");
  CHECK(text_at(run, "results/0/relatedLocations/0/message/text") == "says [6] here");

  Sample sample({{"a.md", "[Company](x) did it.\n"}});
  sample.placeholder("a.md", "[Company](x)");
  CHECK(text_at(sarif_of(sample), "results/0/message/text") ==
        "a placeholder stands here: '\\[Company\\](x)'.");
}

TEST_CASE("sarif: a fix deletes and inserts in the same units") {
  const JsonValue run = sarif_of(conflict());
  const std::string change = "results/0/fixes/0/artifactChanges/0/replacements/0/";
  CHECK(region_at(run, change + "deletedRegion") == "3:22-3:23");
  CHECK(text_at(run, change + "insertedContent/text") == "6");
  CHECK(text_at(run, "results/0/fixes/0/description/text") == "Say 6");
}

TEST_CASE("sarif: the name of a rule has no word of one letter") {
  struct Row {
    const char* kebab;
    const char* pascal;
  };
  const Row rows[] = {{"missing-result", "MissingResult"},
                      {"hours-in-a-week", "HoursInaWeek"},
                      {"we-over-i", "WeOveri"},
                      {"a-story", "Astory"},
                      {"top-5-list", "Top5List"}};
  for (const Row& row : rows) {
    std::vector<Error> errors;
    const auto rules = RuleSet::load(
        {{"p",
          {{"pack.toml",
            "[pack]\nname = 'p'\nversion = '1'\n[[family]]\nprefix = 'A'\ntag = 'a'\n"},
           {"a.toml", cat("id = 'A1'\nname = '", row.kebab,
                          "'\nkind = 'phrase'\nlevel = 'note'\nmessage = 'x'\n[options]\nany = "
                          "['x']\n[doc]\nwhat = 'What.'\nwhy = 'Why.'\n")}}}},
        errors);
    REQUIRE(rules != nullptr);
    LintRun run;
    run.rules = rules.get();
    std::string text;
    StringSink out(text);
    write_sarif(run, {}, out);
    CHECK(text.find(cat("\"name\": \"", row.pascal, "\"")) != std::string::npos);
  }
}

TEST_CASE("sarif: rules carry all that their TOML says") {
  const JsonValue run = sarif_of(conflict());
  const std::string rule = "tool/driver/rules/1/";
  CHECK(text_at(run, rule + "id") == "FACT900");
  CHECK(text_at(run, rule + "name") == "TeamSize");
  CHECK(text_at(run, rule + "fullDescription/text") == "Two team sizes. One is wrong.");
  CHECK(text_at(run, rule + "helpUri") == "https://starlint.example/rules/FACT900");
  CHECK(text_at(run, rule + "properties/tags/0") == "conflict");
  CHECK(text_at(run, rule + "properties/precision") == "high");
  CHECK(text_at(run, rule + "properties/problem.severity") == "warning");
  CHECK(text_at(run, rule + "properties/probe") == "How many were you?");
  CHECK(text_at(run, rule + "relationships/0/target/id") == "SITUATION");
  CHECK(text_at(run, rule + "help/markdown").find("8, later 6") != std::string::npos);
  CHECK(text_at(run, "results/0/ruleIndex") == "1");
  CHECK(text_at(run, "results/0/taxa/0/id") == "SITUATION");
  CHECK(text_at(run, "tool/extensions/0/name") == "starlint-pack-sample");
  CHECK(run.at("tool/extensions/0/rules") == nullptr);
}

TEST_CASE("sarif: artifacts have digests, not the notes' text") {
  Sample sample({{"a.md", "abc"}, {"b.org", "* x\n"}});
  sample.placeholder("a.md", "abc");
  const JsonValue run = sarif_of(sample);
  CHECK(text_at(run, "artifacts/0/hashes/sha-256") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(text_at(run, "artifacts/0/length") == "3");
  CHECK(text_at(run, "artifacts/0/roles/1") == "resultFile");
  CHECK(text_at(run, "artifacts/1/mimeType") == "text/org");
  CHECK(run.at("artifacts/1/roles/1") == nullptr);
  CHECK(run.at("artifacts/0/contents") == nullptr);
  CHECK(text_at(run, "artifacts/2/contents/text").find("[pack]") == 0);
}

TEST_CASE("sarif: a story and its component hold the finding") {
  Sample sample({{"a.md", "# One\n\nTask: a team of 8\n\n# Two\n\nmore\n"}});
  Narrative& story = sample.story("a.md", "# One", "team of 8", "One");
  story.project_key = "aurora";
  story.project_name = "Aurora";
  Part part;
  part.slot = Slot::Task;
  part.label = sample.place("a.md", "Task").span;
  part.span = sample.place("a.md", "a team of 8").span;
  story.parts.push_back(part);
  sample.story("a.md", "# Two", "more", "Two");
  sample.team("a.md", "team of 8");
  sample.placeholder("a.md", "more");
  const JsonValue run = sarif_of(sample);
  CHECK(text_at(run, "results/0/locations/0/logicalLocations/0/fullyQualifiedName") ==
        "Aurora/One/Task");
  CHECK(text_at(run, "results/1/locations/0/logicalLocations/0/fullyQualifiedName") == "Two");
  CHECK(text_at(run, "logicalLocations/2/parentIndex") == "1");
  CHECK(text_at(run, "logicalLocations/1/parentIndex") == "0");
  CHECK(text_at(run, "logicalLocations/0/kind") == "project");
}

TEST_CASE("sarif: GitHub gets no suppressed result, and the worst first") {
  Sample sample({{"a.md", "team of 8, TODO, team of 9\n"}});
  sample.team("a.md", "team of 8").suppression = Suppression{"told orally"};
  sample.placeholder("a.md", "TODO");
  sample.team("a.md", "team of 9");
  const JsonValue all = sarif_of(sample);
  CHECK(all.at("results")->items.size() == 3);
  CHECK(text_at(all, "results/0/suppressions/0/justification") == "told orally");
  REQUIRE(all.at("results/1/suppressions") != nullptr);
  CHECK(all.at("results/1/suppressions")->items.empty());

  std::swap(sample.run.findings[1], sample.run.findings[2]);
  ReportOptions options;
  options.sarif_profile = SarifProfile::GitHub;
  const JsonValue github = sarif_of(sample, options);
  REQUIRE(github.at("results")->items.size() == 2);
  CHECK(text_at(github, "results/0/level") == "error");
  CHECK(github.at("results/0/suppressions") == nullptr);
}

TEST_CASE("sarif: GitHub gets 5,000 results and a word about the rest") {
  Sample sample({{"a.md", "team of 8\n"}});
  for (int i = 0; i < 5003; ++i) sample.team("a.md", "team of 8");
  ReportOptions options;
  options.sarif_profile = SarifProfile::GitHub;
  const JsonValue run = sarif_of(sample, options);
  CHECK(run.at("results")->items.size() == 5000);
  CHECK(text_at(run, "invocations/0/toolExecutionNotifications/0/message/text") ==
        "'3' results of lower level were left out.");
}

TEST_CASE("sarif: what could not be read is said, paths stay below the root") {
  Sample sample({{"/home/somebody/notes/sub/a.md", "TODO\n"}, {"../b.md", "TODO\n"}});
  sample.placeholder("../b.md", "TODO");
  ReportOptions options;
  options.directory = "/home/somebody/notes/sub";
  options.root = "/home/somebody/notes";
  options.repository_uri = "https://git.example/notes";
  options.exit_status = 2;
  options.problems = {{"no such file", "/home/somebody/notes/c.md", 0, 0, ""}};
  const JsonValue run = sarif_of(sample, options);
  CHECK(text_at(run, "artifacts/0/location/uri") == "b.md");
  CHECK(text_at(run, "artifacts/1/location/uri") == "sub/a.md");
  CHECK_FALSE(run.at("invocations/0/executionSuccessful")->flag);
  CHECK(text_at(run, "invocations/0/toolExecutionNotifications/0/message/text") ==
        "'c.md' could not be read: 'no such file'.");
  CHECK(text_at(run, "versionControlProvenance/0/repositoryUri") == "https://git.example/notes");
  CHECK(sample.report("sarif", options).find("somebody") == std::string::npos);
}

TEST_CASE("sarif: a fingerprint outlives edits elsewhere, a move and re-wrapping") {
  const auto fingerprint = [](const std::string& path, const std::string& text,
                              const std::string& words) {
    Sample sample({{path, text}});
    sample.story(path, "# One", "end.", "One");
    sample.team(path, words);
    return std::string(
        sarif_of(sample).at("results/0/partialFingerprints")->string("starlintFinding/v1"));
  };
  const std::string first = fingerprint("a.md", "# One\n\nA team of 8 here, end.\n", "team of 8");
  CHECK(first.size() == 32);
  CHECK(fingerprint("b/c.md", "# One\n\nA team of 8 here, end.\n", "team of 8") == first);
  CHECK(fingerprint("a.md", "New.\n\n# One\n\nMore. A team\nof 8 and so on, end.\nMore.\n",
                    "team\nof 8") == first);
  CHECK(fingerprint("a.md", "# One\n\nA team of 9 here, end.\n", "team of 9") != first);
}

TEST_CASE("sarif: GitHub's line hash counts the file's own bytes") {
  const auto hash = [](const std::string& text) {
    Sample sample({{"a.md", text}});
    sample.placeholder("a.md", "d");
    return text_at(sarif_of(sample), "results/0/partialFingerprints/primaryLocationLineHash");
  };
  CHECK(hash(" a\nb\n  \t\tc\n d") == "a23a3dc5e078b07b:1");
  CHECK(hash("\xFF\xFE" + std::string("d\0\n\0", 4)) == "(none)");
}
