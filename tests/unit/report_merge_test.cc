#include "catch.h"
#include "report/sarif/merge.h"
#include "report_samples.h"

using namespace starlint;

namespace {

/// A log with one finding in a story of the project Aurora.
JsonValue log_of(const std::string& path, bool conflict, bool suppressed) {
  Sample sample({{path, "# One\n\nA team of 8, TODO.\n"}});
  Narrative& story = sample.story(path, "# One", "TODO.", "One");
  story.project_key = "aurora";
  story.project_name = "Aurora";
  Finding& finding = conflict ? sample.team(path, "team of 8") : sample.placeholder(path, "TODO");
  if (conflict) finding.related.push_back({sample.place(path, "One"), "here"});
  if (suppressed) finding.suppression = Suppression{"told"};
  auto log = parse_json(sample.report("sarif"), path);
  REQUIRE(log);
  return *log;
}

std::string text_at(const JsonValue& log, const std::string& path) {
  const JsonValue* value = log.at("runs/0/" + path);
  return value == nullptr ? "(none)" : value->text;
}

}  // namespace

TEST_CASE("sarif: merged logs keep every index good") {
  const auto merged = merge_sarif(
      {log_of("a.md", false, false), log_of("b.md", true, true), log_of("b.md", false, false)},
      {"1", "2", "3"});
  REQUIRE(merged);
  CHECK(merged->at("runs/0/results")->items.size() == 3);
  for (int i = 0; i < 3; ++i) {
    const std::string result = "results/" + std::to_string(i) + "/";
    const std::string location = result + "locations/0/";
    const std::string artifact =
        text_at(*merged, location + "physicalLocation/artifactLocation/index");
    CHECK(text_at(*merged, "artifacts/" + artifact + "/location/uri") ==
          text_at(*merged, location + "physicalLocation/artifactLocation/uri"));
    CHECK(text_at(*merged, "artifacts/" + artifact + "/location/index") == artifact);
    const std::string rule = text_at(*merged, result + "ruleIndex");
    CHECK(text_at(*merged, "tool/driver/rules/" + rule + "/id") ==
          text_at(*merged, result + "ruleId"));
    CHECK(text_at(*merged, "tool/driver/rules/" + rule + "/messageStrings/" +
                               text_at(*merged, result + "message/id") + "/text") != "(none)");
    const std::string story = text_at(*merged, location + "logicalLocations/0/index");
    CHECK(text_at(*merged, "logicalLocations/" + story + "/name") == "One");
    const std::string project = text_at(*merged, "logicalLocations/" + story + "/parentIndex");
    CHECK(text_at(*merged, "logicalLocations/" + project + "/name") == "Aurora");
    CHECK(text_at(*merged, "logicalLocations/" + story + "/fullyQualifiedName") ==
          text_at(*merged, location + "logicalLocations/0/fullyQualifiedName"));
    CHECK(merged->at("runs/0/" + result + "suppressions") != nullptr);
  }
  CHECK(text_at(*merged, "artifacts/0/location/uri") == "a.md");
  CHECK(merged->at("runs/0/artifacts")->items.size() == 3);         // two notes, one manifest
  CHECK(merged->at("runs/0/logicalLocations")->items.size() == 6);  // a project and a story each
  CHECK(text_at(*merged, "logicalLocations/2/fullyQualifiedName") == "Aurora (2)");
}

TEST_CASE("sarif: what is split by files and merged is the log of one run") {
  const std::string text = "# One\n\nA team of 8, TODO.\n";
  const auto log_with = [](std::initializer_list<Sample::Note> notes) {
    Sample sample(notes);
    for (const auto& [path, note] : notes) {
      if (path == "a.md") sample.placeholder(path, "TODO");
      if (path == "c.md") sample.placeholder(path, "A team");
      if (path == "b.md") {
        sample.team(path, "team of 8").related.push_back({sample.place(path, "One"), "here"});
      }
    }
    return *parse_json(sample.report("sarif"), "log");
  };
  const auto written = [](const JsonValue& log) {
    std::string out;
    StringSink sink(out);
    JsonWriter json(sink, 1);
    write_json(log, json);
    return out;
  };
  const auto merged = merge_sarif(
      {log_with({{"a.md", text}}), log_with({{"b.md", text}}), log_with({{"c.md", text}})},
      {"1", "2", "3"});
  REQUIRE(merged);
  CHECK(written(*merged) == written(log_with({{"a.md", text}, {"b.md", text}, {"c.md", text}})));
}

TEST_CASE("sarif: what is not starlint's is not merged") {
  const auto foreign = parse_json(R"({"runs":[{"tool":{"driver":{"name":"other"}}}]})", "x");
  const auto refused = merge_sarif({log_of("a.md", true, false), *foreign}, {"a", "x.sarif"});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().describe() == "x.sarif: is no SARIF log of one run of starlint");
  CHECK_FALSE(merge_sarif({*parse_json("[]", "x")}, {"x"}));
}
