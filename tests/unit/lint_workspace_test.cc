#include "lint/workspace.h"

#include <map>
#include <random>

#include "base/hash.h"
#include "base/strings.h"
#include "catch.h"
#include "default_rules.h"

using namespace starlint;

namespace {

void describe(const Finding& finding, std::string& out) {
  const auto place = [](const Location& where) {
    return cat(where.file, ":", where.span.begin, "-", where.span.end);
  };
  out += cat(place(finding.where), " ", finding.rule, " ", name_of(finding.level), " ",
             finding.variant, " ", finding.message, " ", finding.key, " ", finding.narrative);
  for (const Related& related : finding.related) {
    out += cat(" | ", place(related.where), " ", related.message);
  }
  if (finding.suppression) out += cat(" accepted: ", finding.suppression->justification);
  if (finding.fix) out += cat(" fix: ", finding.fix->title, " ", finding.fix->edits.size());
  out += '\n';
}

/// Everything a report could show of a run.
std::string describe(const LintRun& run) {
  std::string out = cat(join(run.speakers, ", "), "\n");
  for (const auto& file : run.files) {
    out += cat(file->source.path, " of ", file->speaker, ": ", file->shown().size(), " ",
               hash_of(file->shown()), "\n");
    for (const Narrative& story : file->narratives.stories) {
      out += cat("  ", story.file, " ", story.title_text, " ", story.words, "\n");
    }
    for (const Claim& claim : file->claims) {
      out += cat("  ", claim.file, " ", claim.attribute, " ", claim.span.begin, "\n");
    }
  }
  for (const Finding& finding : run.findings) describe(finding, out);
  return out;
}

/// What people type, and paste by mistake.
const std::vector<std::string> kPieces = {
    "# Harbour ticket queue\n\n",
    "Situation: The ticket queue held 400 tickets for a team of 8.\n",
    "Situation: We ran the ticket queue with a team of 6 people.\n",
    "Task: I had to bring it down before the audit.\n",
    "Action: I sorted the queue and I wrote three rules for it.\n",
    "Result: The queue went from 400 tickets to 100, a 400 % reduction.\n",
    "Result: TODO\n\n",
    "# The password ghp_R7kq2LmZx8Tn4VbC1sYw9HdEu6JfPa3GoQ5i\n\n",
    "The token is ghp_R7kq2LmZx8Tn4VbC1sYw9HdEu6JfPa3GoQ5i today.\n",
    "<!-- starlint: allow placeholder -- later -->\n",
    "<!-- starlint: allow-file team-size-drift -- two teams -->\n",
    "It was the receptionâ€™s fault, 👩‍🚀 said.\r\n",
    "\n",
    "- I led the team of 12 from 2021 to 2023.\n",
    "| Year | Team |\n|---|---|\n| 2022 | 9 |\n",
    "At Tarn Ferries the boats carried 4,300 passengers a week in May 2019.\n",
    "At Moss Lines the boats carried 3,900 passengers a week in May 2019.\n",
};

/// What they declare of their projects and employers.
const std::vector<std::string> kDeclarations = {
    "[[project]]\nname = \"Harbour\"\naliases = [\"ticket queue\"]\n\n",
    "[[employer]]\nname = \"Tarn Ferries\"\naliases = [\"Moss Lines\"]\n\n",
};

class Editor {
 public:
  explicit Editor(unsigned seed) : random_(seed), workspace_(default_rules(), options()) {}

  void edit() {
    const std::size_t note = pick(5);
    const bool ledger = note == 4;
    const std::string path =
        ledger ? "starlint.toml" : cat(std::string(1, static_cast<char>('a' + note)), ".md");
    const std::vector<std::string>& pieces = ledger ? kDeclarations : kPieces;
    Input& input = notes_[path];
    if (input.source.path.empty()) input = {{0, path, {}}, "one"};
    const std::size_t action = pick(12);
    if (action == 0) {
      notes_.erase(path);
      workspace_.remove(path);
      return;
    }
    if (action == 1) input.speaker = input.speaker == "one" ? "another" : "one";
    std::string& text = input.source.bytes;
    const std::size_t at = pick(text.size() + 1);
    if (action < 5) text.erase(at, pick(40));
    if (action >= 3) text.insert(action < 8 ? at : text.size(), pieces[pick(pieces.size())]);
    workspace_.put(input);
  }

  /// One file alone, some, or all may be read between two edits.
  void look() {
    if (pick(4) == 0) workspace_.read_some();
    if (pick(4) == 0) workspace_.file("b.md");
  }

  std::string incremental() { return describe(workspace_.run()); }
  std::string fresh() const {
    std::vector<Input> inputs;
    for (const auto& [path, input] : notes_) inputs.push_back(input);
    return describe(lint(inputs, default_rules(), options()));
  }

 private:
  static LintOptions options() {
    LintOptions out;
    out.threads = 1;
    out.strict = true;
    return out;
  }
  std::size_t pick(std::size_t below) { return random_() % below; }

  std::minstd_rand random_;
  Workspace workspace_;
  std::map<std::string, Input> notes_;
};

}  // namespace

TEST_CASE("lint: after any edits a workspace says what a fresh run would say") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    Editor editor(seed);
    for (int step = 0; step < 60; ++step) {
      editor.edit();
      editor.look();
      if (step % 3 != 0) continue;
      INFO("seed " << seed << ", step " << step);
      REQUIRE(editor.incremental() == editor.fresh());
    }
  }
}

TEST_CASE("lint: an edit is seen in the other file of a conflict") {
  LintOptions options;
  options.threads = 1;
  Workspace workspace(default_rules(), options);
  const auto note = [](const char* path, const char* size) {
    const std::string text = cat(
        "# Harbour Festival\n\nProject: Harbour Festival\n\nSituation: The stage crew had ", size,
        " people in 2019.\n\nTask: I had to get the stage up.\n\nAction: I drew the plan.\n\n"
        "Result: The stage stood on Sunday at 16:00, two hours early.\n");
    return Input{{0, path, text}, "me"};
  };
  const auto conflicts = [&] {
    std::size_t out = 0;
    for (const Finding& finding : workspace.run().findings) {
      if (default_rules().info(finding.rule).tags.front() != "conflict") continue;
      for (const Related& other : finding.related) out += other.where.file != finding.where.file;
    }
    return out;
  };
  workspace.put(note("a.md", "nine"));
  workspace.put(note("b.md", "nine"));
  CHECK(conflicts() == 0);
  workspace.put(note("b.md", "seven"));
  CHECK(conflicts() == 1);
  workspace.put(note("b.md", "nine"));
  CHECK(conflicts() == 0);
}
