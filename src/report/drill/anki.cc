// The rehearsal for Anki (File › Import): a note a question, as tab-separated text with the header
// lines that tell Anki what stands where. A question keeps its GUID, so that importing again
// updates its note.
#include "base/sha256.h"
#include "base/strings.h"
#include "report/drill/drill.h"
#include "report/html/html_writer.h"

namespace starlint {

namespace {

constexpr std::string_view kHead =
    "#separator:tab\n#html:true\n#notetype:Basic\n#deck:starlint\n"
    "#columns:GUID\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n";
constexpr std::size_t kGuid = 16;  // hexadecimal digits

/// One line: Anki ends a note at a line end.
std::string field(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) c == '\n' ? void(out += "<br>") : out.push_back(c);
  return out;
}

std::string back_of(const DrillCard& card, const DrillQuestion& question) {
  std::string out;
  if (!question.reason.empty()) out += cat("<i>", field(question.reason), "</i>");
  const std::string_view notes = card.notes();
  if (notes.empty()) return out;
  if (!out.empty()) out += "<br><br>";
  return out += field(notes);
}

void write_note(const DrillCard& card, const DrillQuestion& question, std::string& out) {
  // The name of the file, not its path: that depends on where the program runs.
  const std::string_view path = card.file->source.path;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string guid =
      sha256_hex(cat(name, "\n", card.prompt, "\n", question.ask)).substr(0, kGuid);
  out += cat(guid, "\t", field(card.prompt), "<br><br><b>", field(question.ask), "</b>\t",
             back_of(card, question), "\tstarlint\n");
}

}  // namespace

void write_drill_anki(const LintRun& run, const ReportOptions&, std::string& out) {
  out += kHead;
  for (const DrillCard& card : drill_of(run)) {
    for (const DrillQuestion& question : card.questions) write_note(card, question, out);
  }
}

}  // namespace starlint
