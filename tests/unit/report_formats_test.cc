#include <algorithm>

#include "catch.h"
#include "json/value.h"
#include "report_samples.h"

using namespace starlint;

namespace {

/// A conflict over two files with a fix, and a placeholder whose name needs escaping everywhere.
Sample two_files() {
  Sample sample({{"a,b.md", "É 🚀 I led a team of 8.\n"}, {"b.md", "A team of 6.\nTODO & <x>\n"}});
  Finding& finding = sample.team("a,b.md", "team of 8");
  finding.related.push_back({sample.place("b.md", "team of 6"), "6 here"});
  finding.fix = Fix{"say 6", false, {{sample.place("a,b.md", "8").span, "6"}}};
  sample.placeholder("b.md", "TODO & <x>").message = "'TODO & <x>' is 100 %\nopen";
  return sample;
}

}  // namespace

TEST_CASE("formats: are sorted, and each has a summary") {
  for (std::size_t i = 0; i < formats().size(); ++i) {
    CHECK_FALSE(formats()[i].summary.empty());
    if (i > 0) CHECK(formats()[i - 1].name < formats()[i].name);
  }
}

TEST_CASE("formats: concise has a line a place") {
  CHECK(two_files().report("concise") ==
        "a,b.md:1:13: warning[FACT900]: a team of team of 8 here, of another size elsewhere\n"
        "b.md:1:3: note[FACT900]: 6 here\n"
        "b.md:2:1: error[DRAFT900]: 'TODO & <x>' is 100 %<U+000A>open\n");
}

TEST_CASE("formats: github escapes, and shows the worst first") {
  CHECK(two_files().report("github") ==
        "::error file=b.md,line=2,endLine=2,col=1,endColumn=11,title=DRAFT900 placeholder::"
        "'TODO & <x>' is 100 %25%0Aopen\n"
        "::warning file=a%2Cb.md,line=1,endLine=1,col=14,endColumn=23,title=FACT900 team-size::"
        "a team of team of 8 here, of another size elsewhere\n");
}

TEST_CASE("formats: github says how many it leaves out") {
  Sample sample({{"a.md", "TODO\n"}});
  for (int i = 0; i < 13; ++i) sample.placeholder("a.md", "TODO");
  const std::string text = sample.report("github");
  CHECK(std::count(text.begin(), text.end(), '\n') == 11);
  CHECK(text.find("::notice title=starlint::3 more in the summary of the job\n") !=
        std::string::npos);
}

TEST_CASE("formats: markdown is a table with nothing of the notes as markup") {
  const std::string text = two_files().report("markdown");
  CHECK(text.find("1 error, 1 warning, 0 notes in 2 files, 0 stories, 1 speaker.") !=
        std::string::npos);
  CHECK(text.find("| error | DRAFT900 | b.md:2 | 'TODO "
                  "\\& \\<x\\>' is 100 %\\<U+000A\\>open |\n") != std::string::npos);
}

TEST_CASE("formats: checkstyle and junit escape what XML keeps for itself") {
  const std::string checkstyle = two_files().report("checkstyle");
  CHECK(
      checkstyle.find("    <error line=\"2\" column=\"1\" severity=\"error\" message=\"'TODO &amp; "
                      "&lt;x&gt;' is 100 %&#10;open\" source=\"starlint.draft.DRAFT900\"/>\n") !=
      std::string::npos);
  const std::string junit = two_files().report("junit");
  CHECK(junit.find("<failure type=\"error\" message=\"'TODO &amp; &lt;x&gt;' is 100 %&#10;open\">"
                   "b.md:2:1: TODO &amp; &lt;x&gt;</failure>") != std::string::npos);
  Sample silent({{"a.md", "fine\n"}});
  CHECK(silent.report("junit").find("tests=\"1\" failures=\"0\"") != std::string::npos);
}

TEST_CASE("formats: gitlab names each finding by its fingerprint") {
  const auto list = parse_json(two_files().report("gitlab"), "gitlab.json");
  REQUIRE(list);
  REQUIRE(list->items.size() == 2);
  CHECK(list->at("0/severity")->text == "minor");
  CHECK(list->at("1/severity")->text == "major");
  CHECK(list->at("1/location/lines/begin")->text == "2");
  CHECK(list->at("0/fingerprint")->text.size() == 32);
  CHECK(list->at("0/fingerprint")->text != list->at("1/fingerprint")->text);
}

TEST_CASE("formats: rdjson counts columns in bytes") {
  const auto log = parse_json(two_files().report("rdjson"), "rdjson.json");
  REQUIRE(log);
  const JsonValue& first = *log->at("diagnostics/0");
  CHECK(first.at("location/range/start/column")->text == "17");
  CHECK(first.at("location/range/end/column")->text == "26");
  CHECK(first.at("suggestions/0/text")->text == "6");
  CHECK(first.at("relatedLocations/0/location/path")->text == "b.md");
  CHECK(log->at("diagnostics/1/severity")->text == "ERROR");
}

TEST_CASE("formats: json has everything a finding has") {
  ReportOptions options;
  options.problems = {{"no such file", "c.md", 0, 0, ""}};
  const auto log = parse_json(two_files().report("json", options), "json.json");
  REQUIRE(log);
  const JsonValue& first = *log->at("findings/0");
  CHECK(first.at("rule")->text == "FACT900");
  CHECK(first.at("confidence")->text == "high");
  CHECK(first.at("ask")->text == "How many were you?");
  CHECK(first.at("place/start/column")->text == "13");
  CHECK(first.at("place/start/byte")->text == "16");
  CHECK(first.at("place/text")->text == "team of 8");
  CHECK(first.at("related/0/message")->text == "6 here");
  CHECK_FALSE(first.at("fix/safe")->flag);
  CHECK(first.at("fix/edits/0/text")->text == "6");
  CHECK_FALSE(first.at("suppressed")->flag);
  CHECK(log->at("problems/0/path")->text == "c.md");
}
