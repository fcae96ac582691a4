#include "lsp/diagnostics.h"

#include <algorithm>

#include "base/strings.h"
#include "report/place.h"
#include "report/report.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr int kUnnecessary = 1;  // DiagnosticTag
constexpr int kHint = 4;         // DiagnosticSeverity

int severity_of(Level level) {
  switch (level) {
    case Level::Error:
      return 1;
    case Level::Warning:
      return 2;
    case Level::Note:
      return 3;
  }
  return 3;
}

/// Whether all that is wrong is that it is there: its fix takes it out.
bool is_unnecessary(const Finding& finding) {
  if (!finding.fix || finding.fix->edits.empty()) return false;
  const std::vector<Edit>& edits = finding.fix->edits;
  return std::all_of(edits.begin(), edits.end(),
                     [](const Edit& edit) { return edit.text.empty(); }) &&
         edits.front().span.begin <= finding.where.span.begin &&
         finding.where.span.end <= edits.back().span.end;
}

class DiagnosticWriter {
 public:
  DiagnosticWriter(const LintRun& run, const Notebook& notebook, const Client& client,
                   JsonWriter& json)
      : run_(run), places_(notebook, client.encoding), client_(client), json_(json) {}

  void write(const FileResult& file, const Shown& shown) {
    const Finding& finding = *shown.finding;
    const RuleInfo& info = run_.rules->info(finding.rule);
    const Location& where = shown.place == nullptr ? finding.where : shown.place->where;
    json_.begin_object();
    json_.key("range");
    write_range(places_.range(file, shown_span(file.text, where.span)), json_);
    json_.member("severity", shown.place == nullptr ? severity_of(finding.level) : kHint);
    json_.member("code", std::string_view(info.id));
    json_.member("source", "starlint");
    json_.member("message", std::string_view(message_of(shown)));
    if (is_unnecessary(finding)) {
      json_.open_array("tags");
      json_.value(kUnnecessary);
      json_.end_array();
    }
    write_related(shown);
    json_.open_object("data");
    json_.member("name", std::string_view(info.name));
    json_.member("ask", std::string_view(info.probe));
    json_.end_object();
    json_.end_object();
  }

 private:
  std::string place_of(const Location& where) const {
    const FileResult& file = run_.file(where.file);
    return cat(visible(file.source.path), ":", file.text.line(where.span.begin));
  }

  /// With the other places where the client does not show them by itself.
  std::string message_of(const Shown& shown) const {
    const Finding& finding = *shown.finding;
    if (shown.place != nullptr) {
      return cat(visible(shown.place->message), " (", place_of(finding.where), ": ",
                 visible(finding.message), ")");
    }
    std::string out = visible(finding.message);
    if (client_.related) return out;
    for (const Related& related : finding.related) {
      out += cat("\n", place_of(related.where), ": ", visible(related.message));
    }
    return out;
  }

  void write_related(const Shown& shown) {
    const Finding& finding = *shown.finding;
    if (!client_.related || finding.related.empty()) return;
    json_.open_array("relatedInformation");
    if (shown.place != nullptr) {
      write_place(finding.where, finding.message);
    } else {
      for (const Related& related : finding.related) write_place(related.where, related.message);
    }
    json_.end_array();
  }

  void write_place(const Location& where, std::string_view message) {
    const FileResult& file = run_.file(where.file);
    json_.begin_object();
    json_.key("location");
    places_.write_location(file, shown_span(file.text, where.span), json_);
    json_.member("message", message.empty() ? "here" : std::string_view(visible(message)));
    json_.end_object();
  }

  const LintRun& run_;
  Places places_;
  const Client& client_;
  JsonWriter& json_;
};

/// {"uri": …, "version": …, "diagnostics": [what `write` adds]}
template <typename Write>
std::string parameters(const std::string& uri, const OpenNote* document, const Write& write) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("uri", std::string_view(uri));
  if (document != nullptr) json.member("version", document->version);
  json.open_array("diagnostics");
  write(json);
  json.end_array();
  json.end_object();
  return out;
}

}  // namespace

std::vector<std::vector<Shown>> shown_by_file(const LintRun& run) {
  std::vector<std::vector<Shown>> out(run.files.size());
  for (const Finding& finding : run.findings) {
    if (finding.suppression) continue;
    out[finding.where.file].push_back({&finding, nullptr});
    for (const Related& place : finding.related) {
      if (place.where.file != finding.where.file)
        out[place.where.file].push_back({&finding, &place});
    }
  }
  return out;
}

std::string published(const LintRun& run, const FileResult& file, const std::vector<Shown>& shown,
                      const Notebook& notebook, const Client& client) {
  return parameters(notebook.uri_of_file(file), notebook.note_of(file), [&](JsonWriter& json) {
    if (!Places(notebook, client.encoding).shares_text(file)) return;
    DiagnosticWriter writer(run, notebook, client, json);
    for (const Shown& one : shown) writer.write(file, one);
  });
}

std::string published(const std::string& uri, const std::vector<Error>& errors) {
  return parameters(uri, nullptr, [&](JsonWriter& json) {
    for (const Error& error : errors) {
      const LspPosition at{std::max(error.line, 1U) - 1, std::max(error.column, 1U) - 1};
      json.begin_object();
      json.key("range");
      write_range({at, {at.line, at.character + 1}}, json);
      json.member("severity", severity_of(Level::Error));
      json.member("source", "starlint");
      json.member("message",
                  std::string_view(error.hint.empty() ? error.message
                                                      : cat(error.message, "\n", error.hint)));
      json.end_object();
    }
  });
}

std::string published_nothing(const std::string& uri) {
  return parameters(uri, nullptr, [](JsonWriter&) {});
}

}  // namespace starlint
