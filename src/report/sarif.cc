#include <algorithm>

#include "base/strings.h"
#include "json/writer.h"
#include "report/report.h"

namespace starlint {

namespace {

/// RFC 3986: everything but unreserved characters and "/" is percent-encoded.
std::string uri_of(std::string_view path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    if (is_ascii_alnum(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte / 16];
      out += kHex[byte % 16];
    }
  }
  return out;
}

void write_location(const LintRun& run, Location where, JsonWriter& json) {
  const FileResult& file = run.file(where.file);
  json.open_object("physicalLocation");
  json.open_object("artifactLocation");
  json.member("uri", std::string_view(uri_of(file.source.path)));
  json.end_object();
  json.open_object("region");
  json.member("startLine", file.text.line(where.span.begin));
  json.member("startColumn", file.text.utf16_column(where.span.begin));
  json.member("endLine", file.text.line(where.span.end));
  json.member("endColumn", file.text.utf16_column(where.span.end));
  json.end_object();
  json.end_object();
}

void write_rule(const RuleInfo& info, JsonWriter& json) {
  json.begin_object();
  json.member("id", std::string_view(info.id));
  json.open_object("shortDescription");
  json.member("text", trim(info.doc.what));
  json.end_object();
  json.open_object("defaultConfiguration");
  json.member("level", name_of(info.level));
  json.end_object();
  json.open_object("properties");
  json.open_array("tags");
  for (const std::string& tag : info.tags) json.value(std::string_view(tag));
  json.end_array();
  json.end_object();
  json.end_object();
}

void write_result(const LintRun& run, const Finding& finding, JsonWriter& json) {
  json.begin_object();
  json.member("ruleId", std::string_view(run.rules->info(finding.rule).id));
  json.member("ruleIndex", finding.rule);
  json.member("level", name_of(finding.level));
  json.open_object("message");
  json.member("text", std::string_view(finding.message));
  json.end_object();
  json.open_array("locations");
  json.begin_object();
  write_location(run, finding.where, json);
  json.end_object();
  json.end_array();
  if (!finding.related.empty()) {
    json.open_array("relatedLocations");
    for (const Related& related : finding.related) {
      json.begin_object();
      write_location(run, related.where, json);
      json.open_object("message");
      json.member("text", std::string_view(related.message));
      json.end_object();
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace

void write_sarif(const LintRun& run, const ReportOptions&, std::string& out) {
  JsonWriter json(out, 2);
  json.begin_object();
  json.member(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
  json.member("version", "2.1.0");
  json.open_array("runs");
  json.begin_object();
  json.open_object("tool");
  json.open_object("driver");
  json.member("name", "starlint");
  json.member("version", version());
  json.open_array("rules");
  for (const RuleSet::Entry& entry : run.rules->rules()) write_rule(entry.info, json);
  json.end_array();
  json.end_object();
  json.end_object();
  json.member("columnKind", "utf16CodeUnits");
  json.open_array("results");
  for (const Finding& finding : run.findings) {
    if (!finding.suppression) write_result(run, finding, json);
  }
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace starlint
