// Reviewdog Diagnostic Format: columns in bytes of UTF-8, 1-based, the end exclusive.
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
#include "json/writer.h"
#include "report/place.h"

namespace starlint {

namespace {

void write_position(std::string_view name, const Text& text, std::uint32_t offset,
                    JsonWriter& json) {
  const std::uint32_t line = text.line(offset);
  json.open_object(name);
  json.member("line", line);
  json.member("column", offset - text.lines().begin(line) + 1);
  json.end_object();
}

void write_range(const Text& text, Span span, JsonWriter& json) {
  const Span shown = shown_span(text, span);
  json.open_object("range");
  write_position("start", text, shown.begin, json);
  write_position("end", text, shown.end, json);
  json.end_object();
}

void write_location(const LintRun& run, Location where, JsonWriter& json) {
  const FileResult& file = run.file(where.file);
  json.open_object("location");
  json.member("path", std::string_view(file.source.path));
  write_range(file.text, where.span, json);
  json.end_object();
}

std::string_view severity_of(Level level) {
  return level == Level::Error ? "ERROR" : level == Level::Warning ? "WARNING" : "INFO";
}

void write_diagnostic(const LintRun& run, const Finding& finding, JsonWriter& json) {
  const RuleInfo& rule = run.rules->info(finding.rule);
  json.begin_object();
  json.member("message", std::string_view(finding.message));
  write_location(run, finding.where, json);
  json.member("severity", severity_of(finding.level));
  json.open_object("code");
  json.member("value", std::string_view(rule.id));
  json.end_object();
  if (finding.fix) {
    json.open_array("suggestions");
    for (const Edit& edit : finding.fix->edits) {
      json.begin_object();
      write_range(run.file(finding.where.file).text, edit.span, json);
      json.member("text", std::string_view(edit.text));
      json.end_object();
    }
    json.end_array();
  }
  if (!finding.related.empty()) {
    json.open_array("relatedLocations");
    for (const Related& related : finding.related) {
      json.begin_object();
      json.member("message", std::string_view(related.message));
      write_location(run, related.where, json);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace

void write_rdjson(const LintRun& run, const ReportOptions&, ByteSink& out) {
  {
    JsonWriter json(out, 1);
    json.begin_object();
    json.open_object("source");
    json.member("name", "starlint");
    json.member("url", home_uri());
    json.end_object();
    json.open_array("diagnostics");
    for (const Finding& finding : run.findings) {
      if (!finding.suppression) write_diagnostic(run, finding, json);
    }
    json.end_array();
    json.end_object();
  }
  out.append("\n");
}

}  // namespace starlint
