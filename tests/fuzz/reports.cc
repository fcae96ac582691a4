// Every report on any notes can be written; SARIF and JSON parse, and regions of SARIF lie inside
// the file.
#include <cstddef>

#include "base/check.h"
#include "json/value.h"
#include "report/report.h"
#include "unit/default_rules.h"

using namespace starlint;

namespace {

std::string report(const LintRun& run, const Format& format) {
  std::string out;
  StringSink sink(out);
  format.write(run, {}, sink);
  return out;
}

/// Every object named "region" or "contextRegion" or "deletedRegion", wherever it stands.
void check_regions(const JsonValue& value, const Text& text) {
  for (const JsonValue& item : value.items) check_regions(item, text);
  for (const JsonValue::Member& member : value.members) {
    check_regions(member.value, text);
    const auto first = member.value.integer("startLine");
    if (!first) continue;
    const auto last = member.value.integer("endLine").value_or(*first);
    SL_CHECK(*first >= 1 && last >= *first && last <= text.lines().count() + 1);
    const auto column = member.value.integer("endColumn");
    if (!column || last > text.lines().count()) continue;
    const Span line = text.lines().span(static_cast<std::uint32_t>(last), text.utf8());
    SL_CHECK(*column >= 1 && *column <= text.utf16_column(line.end) + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const LintRun run = lint({{{0, "notes.md", bytes}, "me"}}, default_rules(), {1, true});
  for (const Format& format : formats()) {
    const std::string out = report(run, format);
    if (format.name != "sarif" && format.name != "json") continue;
    const Result<JsonValue> parsed = parse_json(out, "report");
    SL_CHECK(parsed.ok());
    const JsonValue* results = parsed->at("runs/0/results");
    if (results != nullptr) check_regions(*results, run.file(0).text);
  }
  return 0;
}
