// The rehearsal for Anki (File › Import): a note a question, as tab-separated text with the header
// lines that tell Anki what stands where. A question keeps its GUID, so that importing again
// updates its note.
#include <map>

#include "base/sha256.h"
#include "base/strings.h"
#include "report/drill/drill.h"
#include "report/html/html_writer.h"

namespace starlint {

namespace {

// A column for the deck, since "#deck:" is passed over where there is no such deck yet. No names of
// columns: Anki fills the fields by them, and in another language its fields have other names.
constexpr std::string_view kHead =
    "#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:2\n"
    "#tags column:5\n";
constexpr std::string_view kDeck = "starlint";
constexpr std::string_view kTag = "starlint";
constexpr std::size_t kGuid = 16;  // hexadecimal digits

/// How often each question was written, by what makes its GUID.
using Written = std::map<std::string, std::size_t>;

/// One line: Anki ends a note at a line end. It plays [sound:…] and runs [latex]…[/latex].
std::string field(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) {
    if (c == '\n') {
      out += "<br>";
    } else if (c == '[') {
      out += "&#91;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string back_of(const DrillCard& card, const DrillQuestion& question) {
  std::string out;
  if (!question.reason.empty()) out += cat("<i>", field(question.reason), "</i>");
  const std::string_view notes = card.notes();
  if (notes.empty()) return out;
  // Cards are centred and fold blanks: a story is neither.
  return out +=
         cat("<div style='text-align: left; white-space: pre-wrap'>", field(notes), "</div>");
}

/// The same wherever the notes lie: of the file its name counts, not its path. Stories of one name
/// are asked the same questions, and are told apart by their order.
std::string guid_of(const DrillCard& card, const DrillQuestion& question, Written& written) {
  const std::string_view path = card.file->source.path;
  std::string key = cat(path.substr(path.rfind('/') + 1), "\n", card.prompt, "\n", question.ask);
  if (const std::size_t before = written[key]++; before != 0) {
    key += cat("\n", std::uint64_t{before});
  }
  return sha256_hex(key).substr(0, kGuid);
}

void write_note(const DrillCard& card, const DrillQuestion& question, const std::string& guid,
                std::string& out) {
  out += cat(guid, "\t", kDeck, "\t", field(card.prompt), "<br><br><b>", field(question.ask),
             "</b>\t", back_of(card, question), "\t", kTag, "\n");
}

}  // namespace

void write_drill_anki(const LintRun& run, const ReportOptions&, std::string& out) {
  out += kHead;
  Written written;
  for (const DrillCard& card : drill_of(run)) {
    for (const DrillQuestion& question : card.questions) {
      write_note(card, question, guid_of(card, question, written), out);
    }
  }
}

}  // namespace starlint
