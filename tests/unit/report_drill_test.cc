#include <algorithm>
#include <set>

#include "base/strings.h"
#include "catch.h"
#include "report/drill/drill.h"

using namespace starlint;

namespace {

/// The default rules in their strict profile, as the command runs them.
struct Drilled {
  explicit Drilled(std::vector<Source> sources) {
    std::vector<Error> errors;
    rules = RuleSet::load({default_pack()}, errors);
    REQUIRE(rules != nullptr);
    std::vector<Input> inputs;
    for (Source& source : sources) inputs.push_back({std::move(source), "me"});
    run = lint(std::move(inputs), *rules, {1, true});
  }
  std::string as(std::string_view format) const {
    std::string out;
    drill_format(format).write(run, {}, out);
    return out;
  }

  std::unique_ptr<RuleSet> rules;
  LintRun run;
};

const std::string kFerry =
    "# Ferry tickets\n\n## Tell me about a conflict with a colleague\n\n"
    "**Situation:** In May 2021 the ferry line sold its tickets at two desks, and we were a team "
    "of "
    "six at the harbour of Norby.\n\n"
    "**Task:** My manager asked me to have one queue before the summer.\n\n"
    "**Action:** I drew both ways on the wall, counted an hour of passengers for each, and asked "
    "my "
    "colleague to run one morning of his way and one of mine, because he doubted the numbers.\n\n"
    "**Result:** The wait fell from 9 minutes to 4 minutes in June, and both desks kept the "
    "queue.\n";

/// What a story stands in on the back of a card.
constexpr const char* kStory = "<div style='text-align: left; white-space: pre-wrap'>";

/// The first fields of the notes for Anki.
std::vector<std::string> guids_of(const std::string& path, const std::string& notes) {
  std::vector<std::string> out;
  const std::string text = Drilled({{0, path, notes}}).as("anki");
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty() && !line.starts_with('#')) out.emplace_back(line.substr(0, line.find('\t')));
  }
  return out;
}

}  // namespace

TEST_CASE("drill: questions of findings, claims and the sort of story, worst first") {
  const Drilled drilled({{0, "ferry.md", kFerry}});
  CHECK(drilled.as("text") == R"(Tell me about a conflict with a colleague
  ferry.md:3 · 0:37 · S T A R
  1.  You say 'six' for the team: who did what, and who reported to whom?
  2.  How would the other side tell this story?
  3.  How was that measured, and by whom?
  4.  What would you do differently today?

4 questions on 1 story.
)");
}

TEST_CASE("drill: a prompt without an answer is a story to write, not one to question") {
  const Drilled drilled({{0, "a.md",
                          "# Stories\n\n## Tell me about a time you failed\n\n**Situation:** \n\n"
                          "**Task:** \n\n**Action:** \n\n**Result:** \n"}});
  CHECK(drilled.as("text") ==
        "Not written yet\n  - Tell me about a time you failed\n\n0 questions on 0 stories.\n");
  CHECK(drilled.as("markdown") ==
        "# Rehearsal\n\n## Not written yet\n\n- Tell me about a time you failed\n");
}

TEST_CASE("drill: nothing is asked twice of one story, and never more than the pack says") {
  const Drilled drilled({{0, "ferry.md", kFerry},
                         {0, "thin.md",
                          "## Tell me about a mistake\n\n**Situation:** We were a great team of "
                          "five in 2020.\n\n**Task:** XX\n\n**Action:** We fixed it and things "
                          "improved significantly, by 300 %.\n\n**Result:** TODO\n"}});
  std::size_t questions = 0;
  for (const DrillCard& card : drill_of(drilled.run)) {
    std::set<std::string> asks;
    for (const DrillQuestion& question : card.questions) asks.insert(question.ask);
    CHECK(asks.size() == card.questions.size());
    CHECK(card.questions.size() <= drilled.rules->questions().most);
    questions += card.questions.size();
  }
  CHECK(questions > 6);
}

TEST_CASE("drill: the contradiction between two notes is asked where no story is, too") {
  const Drilled drilled(
      {{0, "cv.md",
        "# Employment\n\n## Clerk, Norby Ferries\n\nJanuary 2016 - March 2021\n\n"
        "## Mate, Ommen Lines\n\nFebruary 2019 - May 2023\n\nMy phone is XX.\n"}});
  CHECK(drilled.as("text") == R"(cv.md
  outside the stories
  1.  You held both posts at once: was one of them part-time?
      line 9: 'February 2019 - May 2023' and 'January 2016 - March 2021' overlap by about '24'
      months, at two employers

1 question on 0 stories.
)");
}

TEST_CASE("drill: a note for Anki is one line of five fields in which notes are no markup") {
  const Drilled drilled(
      {{0, "a.md",
        "## Tell me about a <script>conflict</script> & "
        "\"more\"\n\n**Situation:** In 2021\t<b>we</b> "
        "were a team of eight <!-- in all --> at the mill [sound:bell.mp3].\n\n**Action:** I "
        "moved the sacks twice a "
        "day, and I wrote a list of them for everybody who came.\n\n**Result:** "
        "Nothing was lost, and "
        "it took 4 minutes instead of 9 for two years.\n"}});
  std::size_t notes = 0;
  const std::string text = drilled.as("anki");
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    ++notes;
    CHECK(std::count(line.begin(), line.end(), '\t') == 4);
    for (std::size_t at = line.find('<'); at != std::string_view::npos;
         at = line.find('<', at + 1)) {
      const std::string tag(line.substr(at, line.find('>', at) - at + 1));
      CHECK(std::set<std::string>{"<br>", "<b>", "</b>", "<i>", "</i>", kStory, "</div>"}.count(
                tag) == 1);
    }
    CHECK(line.find("&lt;script&gt;conflict&lt;/script&gt;") != std::string_view::npos);
    CHECK(line.find('[') == std::string_view::npos);
  }
  CHECK(notes >= 3);
}

TEST_CASE("drill: a note for Anki is known again wherever the notes lie") {
  const std::vector<std::string> here = guids_of("ferry.md", kFerry);
  CHECK(here == guids_of("/home/me/notes/ferry.md", kFerry));
  CHECK(std::set<std::string>(here.begin(), here.end()).size() == here.size());
}

TEST_CASE("drill: two stories of one name are two notes for Anki") {
  const std::string twice = cat(kFerry, "\n", kFerry);
  const std::vector<std::string> once = guids_of("ferry.md", kFerry);
  const std::vector<std::string> both = guids_of("ferry.md", twice);
  REQUIRE(both.size() > once.size());
  const std::set<std::string> known(both.begin(), both.end());
  CHECK(known.size() == both.size());
  for (const std::string& guid : once) CHECK(known.count(guid) == 1);
}

TEST_CASE("drill: questions of a pack are checked") {
  const auto error_of = [](const char* text) {
    Document document{"drill.toml", *toml_doc::parse(text, "drill.toml"), false};
    const Result<Questions> questions = read_questions({document});
    return questions ? std::string() : questions.error().describe();
  };
  CHECK(error_of("[drill]\nseconds = 90\n[[question]]\nask = 'Why?'\n").empty());
  CHECK(
      error_of("[drill]\n[[question]]\nask = '{text}?'\n") ==
      "drill.toml:3:7: nothing fills the placeholder '{text}'\n  {text} is what a claim says: name "
      "its attribute");
  CHECK(error_of("[drill]\n[[question]]\nask = 'Why?'\ncomponent = 'Reslt'\n").find("Result") !=
        std::string::npos);
  CHECK(error_of("[drill]\nmost = -1\n") == "drill.toml:2:8: 'most' must be from 0 to 3600");
  CHECK_FALSE(error_of("[drill]\n[[question]]\nask = 'Why?'\nwhen = ['(']\n").empty());
}
