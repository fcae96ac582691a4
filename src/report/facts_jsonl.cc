// One JSON object a line for every fact that was read, in order of place.
#include "claim/grammar/moment.h"
#include "json/writer.h"
#include "report/report.h"

namespace starlint {

namespace {

void write_figure(JsonWriter& json, std::string_view name, bool open, double figure, bool day) {
  json.key(name);
  if (open) {
    json.null();
  } else if (day) {
    json.value(iso_date(static_cast<int>(figure)));
  } else {
    json.value(figure);
  }
}

/// `value` for a single figure, `low` and `high` for a stretch; an open end is null. A hedged
/// figure keeps its nominal value: "over 3 hours" is 10800 with the qualifier "over".
void write_value(JsonWriter& json, const Value& value) {
  if (value.kind == ValueKind::Name) {
    json.member("value", std::string_view(value.name));
    return;
  }
  const bool day = value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
  const bool stretch = value.kind == ValueKind::Range || value.kind == ValueKind::Interval;
  if (stretch) {
    write_figure(json, "low", value.open_low, value.low, day);
    write_figure(json, "high", value.open_high, value.high, day);
  } else {
    write_figure(json, "value", false, value.low, day);
    if (value.low != value.high) {
      write_figure(json, "low", false, value.low, day);
      write_figure(json, "high", false, value.high, day);
    }
  }
  if (!value.unit.empty()) json.member("unit", std::string_view(value.unit));
}

void write_numbers(JsonWriter& json, const FileResult& file, const Claim& claim) {
  if (claim.numbers.empty()) return;
  json.open_array("numbers");
  for (const BareNumber& number : claim.numbers) {
    json.begin_object();
    json.member("start", file.text.byte_offset(number.span.begin));
    json.member("end", file.text.byte_offset(number.span.end));
    json.member("value", number.value);
    json.end_object();
  }
  json.end_array();
}

void write_story(JsonWriter& json, const FileResult& file, const Claim& claim) {
  if (claim.narrative >= file.narratives.stories.size()) return;
  const Narrative& story = file.narratives.stories[claim.narrative];
  json.member("project", std::string_view(story.project_name));
  json.member("narrative", std::string_view(story.title_text));
}

void write_claim(const FileResult& file, const Claim& claim, std::string& out) {
  JsonWriter json(out);
  const std::uint32_t line = file.text.line(claim.span.begin);
  json.begin_object();
  json.member("file", std::string_view(file.source.path));
  json.member("line", line);
  json.member("start", file.text.byte_offset(claim.span.begin));
  json.member("end", file.text.byte_offset(claim.span.end));
  json.member("kind", name_of(claim.value.kind));
  json.member("text", file.text.slice(claim.span));
  write_value(json, claim.value);
  write_numbers(json, file, claim);
  json.member("attribute", std::string_view(claim.attribute));
  write_story(json, file, claim);
  json.member("qualifier", name_of(claim.value.qualifier));
  json.member("modality", name_of(claim.modality));
  json.end_object();
  out += '\n';
}

}  // namespace

void write_facts_jsonl(const LintRun& run, std::string& out) {
  for (const auto& file : run.files) {
    for (const Claim& claim : file->claims) write_claim(*file, claim, out);
  }
}

}  // namespace starlint
