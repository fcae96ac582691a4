#include "json/writer.h"
#include "report/report.h"

namespace starlint {

static void write_claim(const FileResult& file, const Claim& claim, std::string& out) {
  JsonWriter json(out);
  const std::uint32_t line = file.text.line(claim.span.begin);
  json.begin_object();
  json.member("file", std::string_view(file.source.path));
  json.member("line", line);
  json.member("start", file.text.byte_offset(claim.span.begin));
  json.member("end", file.text.byte_offset(claim.span.end));
  json.member("kind", name_of(claim.value.kind));
  json.member("text", file.text.slice(claim.span));
  json.member("attribute", std::string_view(claim.attribute));
  json.member("qualifier", name_of(claim.value.qualifier));
  json.member("modality", name_of(claim.modality));
  json.end_object();
  out += '\n';
}

void write_facts_jsonl(const LintRun& run, std::string& out) {
  for (const auto& file : run.files) {
    for (const Claim& claim : file->claims) write_claim(*file, claim, out);
  }
}

}  // namespace starlint
