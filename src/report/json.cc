// Everything a finding has, for programs; described by findings.schema.json beside this file.
// Lines and columns are 1-based, columns in code points, bytes in the file as stored; ends are
// exclusive.
#include "base/strings.h"
#include "json/writer.h"
#include "lint/identity.h"
#include "report/place.h"

namespace starlint {

namespace {

void write_position(std::string_view name, const Text& text, std::uint32_t offset,
                    JsonWriter& json) {
  const Position at = text.position(offset);
  json.open_object(name);
  json.member("line", at.line);
  json.member("column", at.column);
  json.member("byte", text.byte_offset(offset));
  json.end_object();
}

void write_span(const Text& text, Span span, JsonWriter& json) {
  const Span shown = shown_span(text, span);
  write_position("start", text, shown.begin, json);
  write_position("end", text, shown.end, json);
}

void write_place(const LintRun& run, Location where, JsonWriter& json) {
  const FileResult& file = run.file(where.file);
  json.open_object("place");
  json.member("path", std::string_view(file.source.path));
  write_span(file.text, where.span, json);
  json.member("text", file.shown(shown_span(file.text, where.span)));
  json.end_object();
}

void write_story(const FileResult& file, const Finding& finding, JsonWriter& json) {
  const std::uint32_t index = story_at(file, finding);
  if (index == kNone) return;
  const Narrative& story = file.narratives.stories[index];
  const std::uint32_t part = part_at(file, index, finding.where.span.begin);
  json.open_object("story");
  json.member("title", std::string_view(story.title_text));
  json.member("line", file.text.line(story.span.begin));
  if (!story.project_name.empty()) {
    json.member("project", std::string_view(story.project_name));
  }
  if (part != kNone) json.member("component", name_of(story.parts[part].slot));
  json.end_object();
}

void write_fix(const Text& text, const Fix& fix, JsonWriter& json) {
  json.open_object("fix");
  json.member("title", std::string_view(fix.title));
  json.member("safe", fix.safe);
  json.open_array("edits");
  for (const Edit& edit : fix.edits) {
    json.begin_object();
    write_position("start", text, edit.span.begin, json);
    write_position("end", text, edit.span.end, json);
    json.member("text", std::string_view(edit.text));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_finding(const LintRun& run, const Finding& finding, std::string_view fingerprint,
                   JsonWriter& json) {
  const FileResult& file = run.file(finding.where.file);
  const RuleInfo& rule = run.rules->info(finding.rule);
  json.begin_object();
  json.member("rule", std::string_view(rule.id));
  json.member("name", std::string_view(rule.name));
  json.member("level", name_of(finding.level));
  json.member("confidence", std::string_view(rule.confidence));
  json.member("message", std::string_view(finding.message));
  if (!finding.variant.empty()) json.member("variant", std::string_view(finding.variant));
  json.open_array("arguments");
  for (const std::string& argument : finding.arguments) json.value(std::string_view(argument));
  json.end_array();
  if (!rule.probe.empty()) json.member("ask", std::string_view(rule.probe));
  write_place(run, finding.where, json);
  write_story(file, finding, json);
  json.member("speaker", std::string_view(run.speakers[file.speaker]));
  json.open_array("related");
  for (const Related& related : finding.related) {
    json.begin_object();
    json.member("message", std::string_view(related.message));
    write_place(run, related.where, json);
    json.end_object();
  }
  json.end_array();
  if (finding.fix) write_fix(file.text, *finding.fix, json);
  json.member("fingerprint", fingerprint);
  json.member("suppressed", bool(finding.suppression));
  if (finding.suppression && !finding.suppression->justification.empty()) {
    json.member("justification", std::string_view(finding.suppression->justification));
  }
  json.end_object();
}

void write_problems(const ReportOptions& options, JsonWriter& json) {
  json.open_array("problems");
  for (const Error& problem : options.problems) {
    json.begin_object();
    json.member("path", std::string_view(problem.path));
    json.member("message", std::string_view(problem.message));
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_json_report(const LintRun& run, const ReportOptions& options, ByteSink& out) {
  const std::vector<Fingerprint> fingerprints = fingerprints_of(run);
  {
    JsonWriter json(out, 1);
    json.begin_object();
    json.member("version", version());
    json.member("files", std::uint64_t{run.files.size()});
    json.open_array("findings");
    for (std::size_t i = 0; i < run.findings.size(); ++i) {
      write_finding(run, run.findings[i], fingerprints[i].text(), json);
    }
    json.end_array();
    write_problems(options, json);
    json.end_object();
  }
  out.append("\n");
}

}  // namespace starlint
