#include "base/strings.h"
#include "baseline/baseline.h"
#include "catch.h"
#include "default_rules.h"
#include "lsp/uri.h"
#include "lsp_client.h"
#include "scratch.h"

using namespace starlint;

namespace {

std::string festival(std::string_view size) {
  return cat("# Harbour Festival\n\nProject: Harbour Festival\n\nSituation: The stage crew had ",
             size,
             " people in 2019.\n\nTask: I had to get the stage up.\n\nAction: I drew the plan.",
             "\n\nResult: The stage stood on Sunday at 16:00, two hours early.\n");
}

const char* const kRelated =
    R"({"textDocument":{"publishDiagnostics":{"relatedInformation":true}}})";

std::int64_t code_of(const JsonValue& response) {
  const JsonValue* error = response.find("error");
  return error == nullptr ? 0 : error->integer("code").value_or(1);
}

/// "2:5-2:9"
std::string range_of(const JsonValue& value) {
  const auto number = [&](std::string_view path) { return value.at(path)->text; };
  return cat(number("range/start/line"), ":", number("range/start/character"), "-",
             number("range/end/line"), ":", number("range/end/character"));
}

const JsonValue* by_code(const JsonValue& diagnostics, std::string_view code) {
  for (const JsonValue& one : diagnostics.items) {
    if (one.string("code").starts_with(code)) return &one;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("lsp: before initialize and after shutdown there is nothing to ask for") {
  Scratch scratch;
  LspClient client;
  CHECK(code_of(client.ask("textDocument/hover", "{}")) == -32002);
  client.notify("textDocument/didOpen", "{}");
  CHECK(code_of(client.ask("initialize", "7")) == -32602);
  client.start(scratch.root().string());
  CHECK(code_of(client.ask("initialize", "{}")) == -32600);
  CHECK(code_of(client.ask("textDocument/nonsense", "{}")) == -32601);
  CHECK(code_of(client.ask("$/nonsense", "{}")) == -32601);
  CHECK(code_of(client.ask("textDocument/hover", "{}")) == -32602);
  CHECK(code_of(client.ask("textDocument/hover", R"({"position":{"line":-1,"character":0}})")) ==
        -32602);
  client.notify("$/nonsense", "[]");
  client.notify("textDocument/didChange", R"({"textDocument":{"uri":"file:///never-opened.md"}})");
  client.notify("textDocument/didClose", "{}");
  client.notify("workspace/didChangeWatchedFiles", "7");
  const JsonValue response = client.ask("shutdown", "null");
  CHECK(response.find("result")->kind == JsonValue::Kind::Null);
  CHECK(code_of(client.ask("textDocument/hover", "{}")) == -32600);
  client.notify("exit", "null");
  CHECK(client.end() == 0);
}

TEST_CASE("lsp: a client that goes without a word leaves a failure") {
  LspClient client;
  client.notify("exit", "null");
  CHECK(client.end() == 1);
  LspClient silent;
  silent.raw("Content-Length: 100\r\n\r\n{");
  CHECK(silent.end() == 1);
}

TEST_CASE("lsp: after noise the server goes on") {
  Scratch scratch;
  LspClient client;
  client.send("{\"jsonrpc\":");
  CHECK(code_of(client.next()) == -32700);
  client.send("[]");
  CHECK(code_of(client.next()) == -32600);
  client.raw("Content-Type: nothing\r\n\r\n{}");
  CHECK(code_of(client.next()) == -32700);
  const JsonValue result = client.start(scratch.root().string());
  CHECK(result.at("result/serverInfo")->string("name") == "starlint");
}

TEST_CASE("lsp: a request that is taken back while the server is busy is not answered") {
  Scratch scratch;
  LspClient client;
  client.start(scratch.root().string());
  std::string much;
  for (int i = 0; i < 60; ++i) much += festival("nine");
  client.open(scratch.path("a.md"), much);
  // Both requests wait behind the reading of the note, which the first of them asks for.
  const std::string where = R"({"textDocument":{"uri":"file://)" + scratch.path("a.md") +
                            R"("},"position":{"line":0,"character":0}})";
  const int first = client.request("textDocument/hover", where);
  const int second = client.request("textDocument/hover", where);
  client.notify("$/cancelRequest", cat(R"({"id":)", second, "}"));
  CHECK(code_of(client.response(first)) == 0);
  CHECK(code_of(client.response(second)) == -32800);
}

TEST_CASE("lsp: files and new documents are notes, what an editor shows beside them is not") {
  struct Row {
    std::string uri;
    std::size_t stories;
  };
  Scratch scratch;
  LspClient client;
  client.start(scratch.root().string());
  for (const Row& row : {Row{file_uri(scratch.path("a.md")), 1}, Row{"untitled:Untitled-1", 1},
                         Row{cat("git:", scratch.path("a.md"), "?ref=HEAD"), 0},
                         Row{cat("vscode-notebook-cell:", scratch.path("b.ipynb"), "#W0"), 0}}) {
    INFO(row.uri);
    const std::string document = cat(R"({"textDocument":{"uri":)", starlint::quoted(row.uri));
    client.notify("textDocument/didOpen",
                  cat(document, R"(,"languageId":"markdown","version":1,)", R"("text":)",
                      starlint::quoted(festival("nine")), "}}"));
    const JsonValue hints = client.ask(
        "textDocument/inlayHint",
        cat(document,
            R"(},"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}})"));
    CHECK(hints.find("result")->items.size() == row.stories);
  }
}

TEST_CASE("lsp: a conflict is told with every place, open or not, and goes when it is mended") {
  Scratch scratch;
  scratch.write("a.md", festival("nine"));
  scratch.write("deep/b.md", festival("seven"));
  LspClient client;
  client.start(scratch.root().string(), kRelated);
  // Both stories are one told twice; the second also has another size.
  const JsonValue found = client.diagnostics(scratch.path("deep/b.md"), 2);
  const JsonValue* size = by_code(found, "FACT");
  REQUIRE(size != nullptr);
  CHECK(range_of(*size) == "4:30-4:35");
  CHECK(size->string("source") == "starlint");
  CHECK(size->at("relatedInformation/0/location")->string("uri") ==
        "file://" + scratch.path("a.md"));
  CHECK(range_of(*size->at("relatedInformation/0/location")) == "4:30-4:34");

  client.open(scratch.path("a.md"), festival("nine"));
  client.change(
      scratch.path("a.md"), 2,
      R"([{"range":{"start":{"line":4,"character":30},"end":{"line":4,"character":34}},"text":"seven"}])");
  CHECK(by_code(client.diagnostics(scratch.path("deep/b.md"), 1), "FACT") == nullptr);
  // What was not saved is gone with its document.
  client.notify("textDocument/didClose",
                R"({"textDocument":{"uri":"file://)" + scratch.path("a.md") + R"("}})");
  client.diagnostics(scratch.path("deep/b.md"), 2);
}

TEST_CASE("lsp: places are told in the encoding of the client") {
  // A placeholder behind letters of two, three and four bytes and a combining mark.
  const std::string note = "# One\r\n\r\nSituation: é漢👩e\u0301 TODO came.\r\n";
  struct Row {
    const char* capabilities;
    const char* encoding;
    const char* range;
  };
  const Row rows[] = {
      {R"({"general":{"positionEncodings":["utf-8","utf-16"]}})", "utf-8", "2:24-2:28"},
      {"{}", "utf-16", "2:18-2:22"},
      {R"({"general":{"positionEncodings":["utf-32"]}})", "utf-32", "2:17-2:21"},
  };
  for (const Row& row : rows) {
    INFO(row.encoding);
    Scratch scratch;
    LspClient client;
    const JsonValue result = client.start(scratch.root().string(), row.capabilities);
    CHECK(result.at("result/capabilities")->string("positionEncoding") == row.encoding);
    client.open(scratch.path("a.md"), note);
    const JsonValue* placeholder = nullptr;
    JsonValue diagnostics;
    while (placeholder == nullptr) {
      const JsonValue told = client.next();
      if (const JsonValue* list = told.at("params/diagnostics")) diagnostics = *list;
      placeholder = by_code(diagnostics, "DRAFT");
    }
    CHECK(range_of(*placeholder) == row.range);
  }
}

TEST_CASE("lsp: files and settings that change on the disk are read again") {
  Scratch scratch;
  scratch.write("a.md", "# One\n\nTODO\n\n# Two\n\nTODO\n");
  LspClient client;
  client.start(scratch.root().string(),
               R"({"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}})");
  client.diagnostics(scratch.path("a.md"), 2);
  const auto touch = [&](const std::string& name) {
    client.notify("workspace/didChangeWatchedFiles",
                  cat(R"({"changes":[{"uri":"file://)", scratch.path(name), R"(","type":2}]})"));
  };
  scratch.write("a.md", "# One\n\nTODO\n");
  touch("a.md");
  client.diagnostics(scratch.path("a.md"), 1);
  scratch.write("starlint.toml", "ignore = [\"placeholder\"]\n");
  touch("starlint.toml");
  client.diagnostics(scratch.path("a.md"), 0);
  scratch.write("starlint.toml", "ignore = [\"placeholder\"]\nnonsense = 1\n");
  touch("starlint.toml");
  const JsonValue wrong = client.diagnostics(scratch.path("starlint.toml"), 1);
  CHECK(wrong.items[0].at("range/start/line")->text == "1");
  scratch.write("starlint.toml", "");
  touch("starlint.toml");
  client.diagnostics(scratch.path("a.md"), 1);
  client.diagnostics(scratch.path("starlint.toml"), 0);
  std::filesystem::remove(scratch.path("a.md"));
  touch("a.md");
  client.diagnostics(scratch.path("a.md"), 0);
}

TEST_CASE("lsp: what the baseline of the settings accepts is not told") {
  Scratch scratch;
  const std::string note = "In May I moved TODO files.\n";
  LintRun run = lint({{{0, scratch.path("a.md"), note}, "me"}}, default_rules(), {});
  const std::string path = scratch.path("accepted.json");
  scratch.write("accepted.json", Baseline::of(run, path).write());
  scratch.write("starlint.toml",
                "root = true\nselect = ['placeholder']\nbaseline = 'accepted.json'\n");
  LspClient client;
  client.start(scratch.root().string());
  client.open(scratch.path("a.md"), note + "\nThen I moved TBD more.\n");
  const JsonValue fresh = client.diagnostics(scratch.path("a.md"), 1);
  CHECK(fresh.items[0].string("message").find("TBD") != std::string_view::npos);
  const auto save = [&](const std::string& name, const std::string& text) {
    scratch.write(name, text);
    client.notify("textDocument/didSave",
                  cat(R"({"textDocument":{"uri":"file://)", scratch.path(name), R"("}})"));
  };
  save("accepted.json", "{\"accepted\": []}\n");
  client.diagnostics(scratch.path("a.md"), 2);
  save("accepted.json", "{}\n");
  const JsonValue broken = client.diagnostics(scratch.path("starlint.toml"), 1);
  CHECK(broken.items[0].at("range/start/line")->text == "2");
}
