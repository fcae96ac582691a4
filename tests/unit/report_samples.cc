#include "report_samples.h"

#include <algorithm>

#include "catch.h"

namespace starlint {

namespace {

const char* const kManifest =
    "[pack]\nname = 'sample'\nversion = '1.0.0'\nsummary = 'For tests.'\n"
    "[[family]]\nprefix = 'FACT'\ntag = 'conflict'\n[[family]]\nprefix = 'DRAFT'\ntag = 'draft'\n";

// The findings are placed by the tests; the expressions match nothing.
const char* const kTeamRule =
    "id = 'FACT900'\nname = 'team-size'\nkind = 'phrase'\nlevel = 'warning'\n"
    "confidence = 'high'\ntags = ['situation']\nprobe = 'How many were you?'\n"
    "message = \"a team of {text} here, of another size elsewhere\"\n"
    "[options]\nany = ['\\bzzzz\\b']\n[doc]\nwhat = 'Two team sizes.'\nwhy = 'One is wrong.'\n"
    "bad = '8, later 6'\n";
const char* const kPlaceholderRule =
    "id = 'DRAFT900'\nname = 'placeholder'\nkind = 'phrase'\nlevel = 'error'\n"
    "message = 'a placeholder stands here'\n"
    "[options]\nany = ['\\byyyy\\b']\n[doc]\nwhat = 'A placeholder.'\nwhy = 'It is not told.'\n";

}  // namespace

Sample::Sample(std::initializer_list<Note> notes) {
  std::vector<Error> errors;
  rules_ = RuleSet::load({{"sample",
                           {{"pack.toml", kManifest},
                            {"placeholder.toml", kPlaceholderRule},
                            {"team.toml", kTeamRule}}}},
                         errors);
  for (const Error& error : errors) UNSCOPED_INFO(error.describe());
  REQUIRE(rules_ != nullptr);
  std::vector<Input> inputs;
  for (const Note& note : notes) inputs.push_back({{0, note.path, note.text}, "."});
  run = lint(std::move(inputs), *rules_, {});
}

Location Sample::place(std::string_view path, std::string_view words) const {
  for (const auto& file : run.files) {
    if (file->source.path != path) continue;
    const std::size_t begin = file->text.utf8().find(words);
    REQUIRE(begin != std::string_view::npos);
    const auto offset = static_cast<std::uint32_t>(begin);
    return {file->source.id, {offset, offset + static_cast<std::uint32_t>(words.size())}};
  }
  FAIL("no file " << path);
  return {};
}

Finding& Sample::add(std::string_view rule, std::string_view path, std::string_view words) {
  for (std::uint32_t i = 0; i < rules_->rules().size(); ++i) {
    const RuleInfo& info = rules_->rules()[i].info;
    if (info.name != rule) continue;
    const Warned nowhere;
    Sink sink(info, i, run.findings, nowhere);
    return sink.add(place(path, words), {{"text", std::string(words)}});
  }
  FAIL("no rule " << rule);
  return run.findings.front();
}

Finding& Sample::team(std::string_view path, std::string_view words) {
  return add("team-size", path, words);
}

Finding& Sample::placeholder(std::string_view path, std::string_view words) {
  return add("placeholder", path, words);
}

Narrative& Sample::story(std::string_view path, std::string_view from, std::string_view to,
                         std::string title) {
  const Location first = place(path, from);
  FileResult& file = *run.files[first.file];
  const std::size_t last = file.text.utf8().find(to, first.span.begin);
  REQUIRE(last != std::string_view::npos);
  Narrative story;
  story.file = first.file;
  story.span = {first.span.begin, static_cast<std::uint32_t>(last + to.size())};
  story.title = first.span;
  story.title_text = std::move(title);
  return file.narratives.stories.emplace_back(std::move(story));
}

std::string Sample::report(std::string_view format, const ReportOptions& options) const {
  std::string text;
  StringSink sink(text);
  find_format(format)->write(run, options, sink);
  return text;
}

}  // namespace starlint
