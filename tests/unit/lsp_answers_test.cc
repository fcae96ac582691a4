#include <fstream>
#include <iterator>

#include "base/strings.h"
#include "catch.h"
#include "default_rules.h"
#include "lsp/waiving.h"
#include "lsp_client.h"
#include "scratch.h"
#include "source/walk.h"

using namespace starlint;

namespace {

const std::string kNote =
    "# Harbour Festival\r\n\r\nProject: Harbour Festival\r\n\r\n"
    "Situation: The stage crew had nine people; it was the receptionâ€™s idea.\r\n\r\n"
    "Task: I had to get the stage up.\r\n\r\n"
    "Action: I drew the plan with TODO and the nine of us on the stage crew.\r\n\r\n"
    "Result: The lift went from 19.5 seconds to 5 seconds, a 400 % optimisation.\r\n";

/// A client that has the note open.
class Desk {
 public:
  explicit Desk(std::string_view capabilities = "{}") : path_(scratch_.path("a.md")) {
    client_.start(scratch_.root().string(), capabilities);
    client_.open(path_, kNote);
  }

  JsonValue ask(std::string_view method, std::string_view more) {
    return client_.ask(method,
                       cat(R"({"textDocument":{"uri":"file://)", path_, R"("})", more, "}"));
  }
  JsonValue at(std::string_view method, int line, int character) {
    return ask(method, cat(R"(,"position":{"line":)", line, R"(,"character":)", character, "}"));
  }
  JsonValue actions(int line, int character, std::string_view context = "{}") {
    const std::string place = cat(R"({"line":)", line, R"(,"character":)", character, "}");
    const JsonValue response =
        ask("textDocument/codeAction",
            cat(R"(,"range":{"start":)", place, R"(,"end":)", place, R"(},"context":)", context));
    return *response.find("result");
  }
  LspClient& client() { return client_; }

 private:
  Scratch scratch_;
  std::string path_;
  LspClient client_;
};

std::string titles(const JsonValue& actions) {
  std::vector<std::string> out;
  for (const JsonValue& action : actions.items) out.emplace_back(action.string("title"));
  return join(out, " | ");
}

std::string spelled(const JsonValue& value) {
  std::string out;
  JsonWriter json(out);
  write_json(value, json);
  return out;
}

}  // namespace

TEST_CASE("lsp: repairs are offered, safe ones as preferred and unsafe ones as such") {
  Desk desk(R"({"workspace":{"workspaceEdit":{"documentChanges":true}}})");
  const JsonValue safe = desk.actions(4, 65, R"({"only":["quickfix"]})");
  REQUIRE(titles(safe) == "Write '’' | Accept mojibake-western here");
  CHECK(safe.items[0].is_set("isPreferred"));
  CHECK(spelled(*safe.items[0].at("edit/documentChanges/0/edits")) ==
        R"([{"range":{"start":{"line":4,"character":63},"end":{"line":4,"character":66}},)"
        R"("newText":"’"}])");
  CHECK(safe.items[0].at("edit/documentChanges/0/textDocument/version")->text == "1");
  const JsonValue unsafe = desk.actions(10, 57, R"({"only":["quickfix"]})");
  REQUIRE(titles(unsafe) ==
          "Write '74' (unsafe: changes what the notes say) | "
          "Accept ratio-as-percentage here");
  CHECK_FALSE(unsafe.items[0].is_set("isPreferred"));
  CHECK(desk.actions(2, 0).items.size() == 1);  // all that is safe, wherever it is
}

TEST_CASE("lsp: an action names the diagnostic it answers") {
  Desk desk;
  const JsonValue actions = desk.actions(
      4, 63,
      R"({"only":["quickfix"],"diagnostics":[{"range":{"start":{"line":4,"character":63},)"
      R"("end":{"line":4,"character":66}},"code":"ENC020","message":"as the client has it"},)"
      R"({"range":{"start":{"line":1,"character":0},"end":{"line":1,"character":0}},"code":"ENC020"}]})");
  REQUIRE(actions.items.size() == 2);
  const JsonValue* answered = actions.items[0].find("diagnostics");
  REQUIRE(answered->items.size() == 1);
  CHECK(answered->items[0].string("message") == "as the client has it");
  CHECK(actions.items[0].at("edit/changes") != nullptr);
}

TEST_CASE("lsp: everything that is safe is repaired at once, line by line") {
  Desk desk;
  const JsonValue actions = desk.actions(0, 0, R"({"only":["source.fixAll"]})");
  REQUIRE(actions.items.size() == 1);
  CHECK(actions.items[0].string("kind") == "source.fixAll.starlint");
  const JsonValue& edits = actions.items[0].find("edit")->find("changes")->members[0].value;
  REQUIRE(edits.items.size() == 1);
  CHECK(edits.items[0].at("range/start/line")->text == "4");
  CHECK(edits.items[0].at("range/end/line")->text == "5");
  CHECK(edits.items[0].string("newText") ==
        "Situation: The stage crew had nine people; it was the reception’s idea.\r\n");
}

TEST_CASE("lsp: an acceptance keeps the line ends of the note") {
  Desk desk;
  const JsonValue actions = desk.actions(8, 30, R"({"only":["quickfix"]})");
  REQUIRE(titles(actions) == "Accept placeholder here");
  CHECK(spelled(actions.items[0].find("edit")->find("changes")->members[0].value) ==
        R"([{"range":{"start":{"line":8,"character":0},"end":{"line":8,"character":0}},)"
        R"("newText":"<!-- starlint: allow placeholder -->\r\n"}])");
}

TEST_CASE("lsp: a figure is known with everywhere else it is told") {
  Desk desk;
  const JsonValue hover = desk.at("textDocument/hover", 4, 32);
  const std::string words(hover.at("result/contents")->string("value"));
  CHECK(words.find("**team size** nine, read as 9, of Harbour Festival\n\n") == 0);
  CHECK(words.find("Also told:\n\n- nine in [a.md:9](file://") != std::string::npos);
  CHECK(hover.at("result/range/start/character")->text == "30");
  const JsonValue others = desk.at("textDocument/references", 4, 32);
  REQUIRE(others.find("result")->items.size() == 1);
  CHECK(others.at("result/0/range/start/line")->text == "8");
  CHECK(desk.at("textDocument/hover", 1, 0).find("result")->kind == JsonValue::Kind::Null);
  CHECK(desk.at("textDocument/references", 1, 0).find("result")->items.empty());
}

TEST_CASE("lsp: a finding says why it matters and what is asked, not again what is found") {
  Desk desk;
  const JsonValue hover = desk.at("textDocument/hover", 10, 57);
  const std::string words(hover.at("result/contents")->string("value"));
  CHECK(words.find("**METRIC001** ratio-as-percentage (warning)\n\n**Why it matters:**") == 0);
  CHECK(words.find("**An interviewer would ask:** From what to what") != std::string::npos);
  CHECK(words.find("sells a ratio") == std::string::npos);
}

TEST_CASE("lsp: words of the notes stay words") {
  Scratch scratch;
  LspClient client;
  client.start(scratch.root().string());
  const std::string path = scratch.path("a.md");
  client.open(path,
              "# One\n\nProject: The *night* `x` export\n\nSituation: We were a team of "
              "nine.\n\nTask: I had to end it.\n");
  const JsonValue hover =
      client.ask("textDocument/hover", cat(R"({"textDocument":{"uri":"file://)", path,
                                           R"("},"position":{"line":4,"character":33}})"));
  const std::string words(hover.at("result/contents")->string("value"));
  INFO(words);
  CHECK(words.find(", of The \\*night\\* \\`x\\` export") != std::string::npos);
}

TEST_CASE("lsp: nothing that the editor shows acts on behalf of the notes") {
  const std::string evil = "\x1B[31m \u202Eturned\u2066 \u2028<img src=x>";
  Scratch scratch;
  LspClient client;
  client.start(scratch.root().string());
  const std::string path = scratch.path("a.md");
  client.open(path, cat("# One ", evil, "\n\nSituation: We were a crew of 8. ", evil, " [insert ",
                        evil, " here]\n\nAction: I led the crew of 9. \u202E [TODO](command:x)\n"));
  const std::string document = cat(R"({"textDocument":{"uri":"file://)", path, R"("})");
  std::vector<std::string> shown = {spelled(client.diagnostics(path))};
  for (const char* more :
       {R"("position":{"line":2,"character":80})", R"("position":{"line":4,"character":22})",
        R"("range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}})"}) {
    for (const char* method : {"hover", "documentSymbol", "inlayHint"}) {
      shown.push_back(
          spelled(client.ask(cat("textDocument/", method), cat(document, ",", more, "}"))));
    }
  }
  for (const std::string& answer : shown) {
    INFO(answer);
    for (const char* acting : {"\\u001b", "\x1B", "\u202E", "\u2066", "\u2028", " <img"}) {
      CHECK(answer.find(acting) == std::string::npos);
    }
  }
}

TEST_CASE("lsp: symbols are a tree, or a list for clients that know no trees") {
  Desk tree(R"({"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}})");
  const JsonValue nested = tree.ask("textDocument/documentSymbol", "");
  REQUIRE(nested.find("result")->items.size() == 1);
  CHECK(nested.at("result/0")->string("name") == "Harbour Festival");
  CHECK(nested.at("result/0/children")->items.size() == 4);
  CHECK(nested.at("result/0/children/1/selectionRange/start/line")->text == "6");
  Desk list;
  const JsonValue flat = list.ask("textDocument/documentSymbol", "");
  REQUIRE(flat.find("result")->items.size() == 5);
  CHECK(flat.at("result/4")->string("containerName") == "Harbour Festival");
  CHECK(flat.at("result/4/location/range/start/line")->text == "10");
}

TEST_CASE("lsp: a story shows what it has and how long it takes") {
  Desk desk;
  const std::string all =
      R"(,"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}})";
  const JsonValue hints = desk.ask("textDocument/inlayHint", all);
  REQUIRE(hints.find("result")->items.size() == 1);
  CHECK(hints.at("result/0")->string("label").starts_with("S T A R · 0:"));
  CHECK(hints.at("result/0/position/character")->text == "18");
  const std::string none =
      R"(,"range":{"start":{"line":50,"character":0},"end":{"line":99,"character":0}})";
  CHECK(desk.ask("textDocument/inlayHint", none).find("result")->items.empty());
}

TEST_CASE("lsp: what is accepted is accepted, wherever it stands") {
  Walk walk = find_notes(
      {STARLINT_RULES_DIR "/../fixtures/demo", STARLINT_RULES_DIR "/../fixtures/stories"});
  REQUIRE_FALSE(walk.files.empty());
  std::vector<std::pair<std::string, std::string>> notes = {
      {"table.md", "| Situation | Task |\n|---|---|\n| It was TODO. | I had TBD to do. |\n"},
      {"list.md", "# One\n\n- Situation: It was TODO.\n  - then TBD came\n> and TODO was quoted\n"},
      {"plain.txt", "Situation: It was TODO.\nTask: I had TBD to do.\n"},
      {"table.org", "* One\n| It was TODO | TBD |\n"},
  };
  for (const NotePath& note : walk.files) {
    std::ifstream in(note.path, std::ios::binary);
    notes.emplace_back(note.path, std::string(std::istreambuf_iterator<char>(in), {}));
  }
  std::size_t accepted = 0;
  for (const auto& [path, text] : notes) {
    const LintRun run = lint({{{0, path, text}, "me"}}, default_rules(), {});
    for (const Finding& finding : run.findings) {
      if (finding.suppression) continue;
      const RuleInfo& info = run.rules->info(finding.rule);
      INFO(path << ": " << info.name << ": " << finding.message);
      const std::optional<Edit> edit = waiving_edit(run.file(0), finding, info.name);
      REQUIRE(edit);
      std::string changed = text;
      changed.insert(run.file(0).text.byte_offset(edit->span.begin), edit->text);
      const LintRun again = lint({{{0, path, changed}, "me"}}, default_rules(), {});
      const auto open = [&](const LintRun& one) {
        return std::count_if(one.findings.begin(), one.findings.end(),
                             [](const Finding& other) { return !other.suppression; });
      };
      CHECK(open(again) < open(run));
      ++accepted;
    }
  }
  CHECK(accepted > 20);
}
