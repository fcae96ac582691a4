#include "base/strings.h"
#include "catch.h"
#include "lint/lint.h"
#include "rule/kind/speech.h"

using namespace starlint;

namespace {

/// A file of notes as rules see it, without any rule.
class Notes {
 public:
  explicit Notes(std::string bytes) {
    std::vector<Error> errors;
    rules_ = RuleSet::load({{"mine", {{"pack.toml", "[pack]\nname = 'mine'\nversion = '1'\n"}}}},
                           errors);
    REQUIRE(errors.empty());
    file_.source = {0, "notes.md", std::move(bytes)};
    lint_file(file_, *rules_);
  }
  FileView view() const { return view_of(file_, *rules_); }
  Span all() const { return file_.text.all(); }

 private:
  std::unique_ptr<RuleSet> rules_;
  FileResult file_;
};

/// What is said in a story that is the whole of the notes.
std::vector<std::string> said(const std::string& bytes, Narrative story,
                              const std::vector<Slot>& slots = {}) {
  const Notes notes(bytes);
  const FileView file = notes.view();
  story.span = notes.all();
  std::vector<std::string> out;
  for (const Stretch& stretch : speech_of(file, story, slots)) {
    out.emplace_back(trim(file.slice(stretch.span)));
  }
  return out;
}

Span find(const std::string& text, const std::string& part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("speech: quotations and code are not the speaker's words") {
  CHECK(said("I ran `make all` twice.", {}) == Lines{"I ran", "twice."});
  CHECK(said("She said \"you must wait\" and left.", {}) == Lines{"She said", "and left."});
  CHECK(said("She said “you must wait” and left.", {}) == Lines{"She said", "and left."});
  CHECK(said("A lone \" is no quotation.", {}) == Lines{"A lone \" is no quotation."});
  CHECK(said("> You should always test.\n\nI tested it.", {}) == Lines{"I tested it."});
  CHECK(said("```\nI am code\n```\n\nI am prose.", {}) == Lines{"I am prose."});
}

TEST_CASE("speech: a block that is one quotation is the speaker's own script") {
  const std::string script = "\"In 2019 I closed the pipe because the test agreed.\"";
  CHECK(said(script, {}) == Lines{script});
}

TEST_CASE("speech: title, prompt and labels are furniture") {
  const std::string notes = "# Why did you wait?\n\nAction: I asked her.\n\nResult: She agreed.";
  Narrative story;
  story.title = find(notes, "Why did you wait?");
  story.prompt = story.title;
  Part action{Slot::Action, Basis::Label,           true,
              false,        find(notes, "Action:"), find(notes, "I asked her.")};
  Part result{Slot::Result, Basis::Label,           true,
              false,        find(notes, "Result:"), find(notes, "She agreed.")};
  story.parts = {action, result};
  CHECK(said(notes, story) == Lines{"I asked her.", "She agreed."});
  CHECK(said(notes, story, {Slot::Result}) == Lines{"She agreed."});
  CHECK(said(notes, story, {Slot::Learning}).empty());
  story.parts[1].filled = false;
  CHECK(said(notes, story, {Slot::Result}).empty());
}

TEST_CASE("speech: sentences end at a mark that white space follows") {
  const Notes notes("I paid 3.50 for it. Was it dear? No");
  const FileView file = notes.view();
  Lines sentences;
  for (const Span span : sentences_of(file, {notes.all(), 0})) {
    sentences.emplace_back(file.slice(span));
  }
  CHECK(sentences == Lines{"I paid 3.50 for it.", "Was it dear?", "No"});
}
