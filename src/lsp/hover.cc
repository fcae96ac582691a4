// textDocument/hover: why what is found at a place matters, and the fact that stands there with
// everywhere else it is told. What is found the editor shows by itself, above. Markdown; the words
// of the notes are data in it, never markup.
#include "base/strings.h"
#include "claim/grammar/values.h"
#include "lsp/abilities.h"
#include "lsp/findings_at.h"
#include "lsp/tellings.h"
#include "report/markdown.h"
#include "report/place.h"
#include "report/report.h"

namespace starlint {

namespace {

constexpr std::size_t kMostFindings = 4;
constexpr std::size_t kMostTellings = 12;
constexpr std::size_t kLongestQuote = 80;  // bytes

void paragraph(std::string_view head, std::string_view body, std::string& out) {
  if (trim(body).empty()) return;
  out += cat("**", head, "**");
  for (const std::string_view line : split(trim(body), '\n')) out += cat(" ", as_markdown(line));
  out += "\n\n";
}

class HoverWriter {
 public:
  HoverWriter(const Question& question, const LintRun& run)
      : places_(question.places()), run_(run) {}

  void add(const Finding& finding) {
    begin();
    const RuleInfo& info = run_.rules->info(finding.rule);
    out_ +=
        cat("**", info.id, "** ", as_markdown(info.name), " (", name_of(finding.level), ")\n\n");
    paragraph("Why it matters:", info.doc.why, out_);
    paragraph("An interviewer would ask:", info.probe, out_);
  }

  void add(const FileResult& file, const Claim& claim) {
    const Attribute* attribute = run_.rules->claims().patterns.attribute(claim.attribute);
    const std::vector<const Claim*> others = other_tellings(run_, claim);
    begin();
    out_ += cat("**", attribute == nullptr ? "figure" : as_markdown(attribute->label), "** ",
                as_markdown(quote_of(file, claim.span, kLongestQuote)));
    add_reading(file, claim);
    if (claim.narrative < file.narratives.stories.size()) {
      const Narrative& story = file.narratives.stories[claim.narrative];
      if (!story.project_name.empty()) out_ += cat(", of ", as_markdown(story.project_name));
    }
    if (claim.modality != Modality::Asserted) out_ += cat(" (", name_of(claim.modality), ")");
    out_ += "\n\n";
    if (others.empty()) return;
    out_ += "Also told:\n\n";
    for (std::size_t i = 0; i < std::min(others.size(), kMostTellings); ++i)
      add_telling(*others[i]);
    if (others.size() > kMostTellings) {
      out_ += cat("- and ", others.size() - kMostTellings, " more\n");
    }
  }

  const std::string& markdown() const { return out_; }

 private:
  void begin() {
    if (!out_.empty()) out_ += "---\n\n";
  }

  /// What it was read as, where that is not what is written. Durations are read as seconds, which
  /// tells nobody anything.
  void add_reading(const FileResult& file, const Claim& claim) {
    const std::string reading = describe(claim.value);
    const bool written = file.shown(claim.span).find(reading) != std::string_view::npos;
    if (written || claim.value.kind == ValueKind::Duration) return;
    out_ += cat(", read as ", as_markdown(reading));
  }

  void add_telling(const Claim& claim) {
    const FileResult& file = run_.file(claim.file);
    const std::uint32_t line = file.text.line(claim.span.begin);
    out_ +=
        cat("- ", as_markdown(quote_of(file, claim.span, kLongestQuote)), " in [",
            as_markdown(file.source.path), ":", line, "](", places_.uri(file), "#L", line, ")\n");
  }

  Places places_;
  const LintRun& run_;
  std::string out_;
};

void write_hover(const std::string& markdown, const LspRange& range, JsonWriter& json) {
  json.begin_object();
  json.open_object("contents");
  json.member("kind", "markdown");
  json.member("value", std::string_view(markdown));
  json.end_object();
  json.key("range");
  write_range(range, json);
  json.end_object();
}

}  // namespace

Failure answer_hover(const Question& question, JsonWriter& result) {
  const std::optional<LspPosition> position = read_position(question.params.find("position"));
  if (!position) return RpcError{RpcCode::InvalidParams, "hover needs a position"};
  const LintRun& run = question.notebook.workspace().run();
  const FileResult* file = question.file();
  const Places places = question.places();
  HoverWriter writer(question, run);
  Span where;
  if (file != nullptr) {
    const std::uint32_t offset = places.offset(*file, *position);
    std::size_t shown = 0;
    for (const Finding* finding : findings_at(run, *file, {offset, offset})) {
      if (++shown > kMostFindings) break;
      writer.add(*finding);
      where = finding->where.span;
    }
    if (const Claim* claim = claim_at(*file, offset)) {
      writer.add(*file, *claim);
      where = claim->span;
    }
  }
  if (writer.markdown().empty()) {
    result.null();
  } else {
    write_hover(writer.markdown(), places.range(*file, shown_span(file->text, where)), result);
  }
  return {};
}

Failure answer_references(const Question& question, JsonWriter& result) {
  const std::optional<LspPosition> position = read_position(question.params.find("position"));
  if (!position) return RpcError{RpcCode::InvalidParams, "references need a position"};
  const LintRun& run = question.notebook.workspace().run();
  const FileResult* file = question.file();
  const Places places = question.places();
  const Claim* claim = file == nullptr ? nullptr : claim_at(*file, places.offset(*file, *position));
  result.begin_array();
  if (claim != nullptr) {
    const JsonValue* context = question.params.find("context");
    if (context != nullptr && context->is_set("includeDeclaration")) {
      places.write_location(*file, claim->span, result);
    }
    for (const Claim* other : other_tellings(run, *claim)) {
      places.write_location(run.file(other->file), other->span, result);
    }
  }
  result.end_array();
  return {};
}

}  // namespace starlint
