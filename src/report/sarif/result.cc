#include "report/sarif/result.h"

#include <algorithm>

#include "report/place.h"
#include "report/sarif/message.h"
#include "report/sarif/tool.h"
#include "text/line_hash.h"

namespace starlint {

SarifResults::SarifResults(const LintRun& run, const ReportOptions& options, JsonWriter& json)
    : run_(run), json_(json), logical_(run) {
  for (const auto& file : run.files) {
    uris_.push_back(uri_of(path_below_root(file->source.path, options)));
  }
  suppresses_ = options.sarif_profile != SarifProfile::GitHub &&
                std::any_of(run.findings.begin(), run.findings.end(),
                            [](const Finding& finding) { return bool(finding.suppression); });
}

void SarifResults::write(const Finding& finding, std::string_view fingerprint) {
  json_.begin_object();
  json_.member("ruleId", std::string_view(run_.rules->info(finding.rule).id));
  json_.member("ruleIndex", finding.rule);
  json_.member("kind", "fail");
  json_.member("level", name_of(finding.level));
  write_message(finding);
  json_.open_array("locations");
  json_.begin_object();
  write_place(finding.where);
  logical_.write_reference(run_, finding, json_);
  json_.end_object();
  json_.end_array();
  write_related(finding);
  write_fix(finding);
  write_fingerprints(finding, fingerprint);
  write_taxa(finding);
  write_suppressions(finding);
  json_.end_object();
}

void SarifResults::write_message(const Finding& finding) {
  const SarifMessage message = sarif_message(run_, finding);
  json_.open_object("message");
  json_.member("text", std::string_view(message.text));
  json_.member("id", std::string_view(message.id));
  json_.open_array("arguments");
  for (const std::string& argument : message.arguments) json_.value(std::string_view(argument));
  json_.end_array();
  json_.end_object();
}

void SarifResults::write_artifact(FileId file) {
  json_.open_object("artifactLocation");
  json_.member("uri", std::string_view(uris_[file]));
  json_.member("uriBaseId", "SRCROOT");
  json_.member("index", file);
  json_.end_object();
}

/// What concerns the whole file stands on its first line: viewers would underline everything.
static Span marked_span(const Text& text, Span span) {
  const Span shown = shown_span(text, span);
  const Span first = text.lines().span(text.line(shown.begin), text.utf8());
  const bool whole = shown == shown_span(text, text.all()) && shown.end > first.end;
  return whole ? Span{shown.begin, first.end} : shown;
}

void SarifResults::write_place(Location where) {
  where.span = marked_span(run_.file(where.file).text, where.span);
  json_.open_object("physicalLocation");
  write_artifact(where.file);
  const FileResult& file = run_.file(where.file);
  const Text& text = file.text;
  json_.open_object("region");
  write_region(file, where.span, true);
  write_bytes(text, where.span);
  json_.end_object();
  if (const Span context = context_of(text, where.span); context != where.span) {
    json_.open_object("contextRegion");
    write_region(file, context, true);
    json_.end_object();
  }
  json_.end_object();
}

/// Byte positions stand among the properties: viewers take a region with byteOffset for binary.
void SarifResults::write_region(const FileResult& file, Span span, bool snippet) {
  const Region region = region_of(file.text, span);
  json_.member("startLine", region.start_line);
  json_.member("startColumn", region.start_column);
  json_.member("endLine", region.end_line);
  json_.member("endColumn", region.end_column);
  if (!snippet) return;
  json_.open_object("snippet");
  json_.member("text", file.shown(span));
  json_.end_object();
}

/// Byte positions stand among the properties: viewers take a region with byteOffset for binary.
void SarifResults::write_bytes(const Text& text, Span span) {
  const std::uint64_t begin = text.byte_offset(span.begin);
  json_.open_object("properties");
  json_.member("byteOffset", begin);
  json_.member("byteLength", text.byte_offset(span.end) - begin);
  json_.end_object();
}

void SarifResults::write_related(const Finding& finding) {
  if (finding.related.empty()) return;
  json_.open_array("relatedLocations");
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    const Related& related = finding.related[i];
    json_.begin_object();
    json_.member("id", std::uint64_t{i + 1});
    write_place(related.where);
    if (!related.message.empty()) {
      json_.open_object("message");
      json_.member("text", std::string_view(related.message));
      json_.end_object();
    }
    json_.end_object();
  }
  json_.end_array();
}

void SarifResults::write_fix(const Finding& finding) {
  // A fix may also say how to store the file; that is no replacement of text.
  if (!finding.fix || finding.fix->edits.empty()) return;
  const FileResult& file = run_.file(finding.where.file);
  json_.open_array("fixes");
  json_.begin_object();
  json_.open_object("description");
  json_.member("text", std::string_view(finding.fix->title));
  json_.end_object();
  json_.open_array("artifactChanges");
  json_.begin_object();
  write_artifact(finding.where.file);
  json_.open_array("replacements");
  for (const Edit& edit : finding.fix->edits) {
    json_.begin_object();
    json_.open_object("deletedRegion");
    write_region(file, edit.span, false);
    write_bytes(file.text, edit.span);
    json_.end_object();
    json_.open_object("insertedContent");
    json_.member("text", std::string_view(edit.text));
    json_.end_object();
    json_.end_object();
  }
  json_.end_array();
  json_.end_object();
  json_.end_array();
  json_.open_object("properties");
  json_.member("safe", finding.fix->safe);
  json_.end_object();
  json_.end_object();
  json_.end_array();
}

void SarifResults::write_fingerprints(const Finding& finding, std::string_view fingerprint) {
  json_.open_object("partialFingerprints");
  if (const std::string hash = line_hash(finding.where); !hash.empty()) {
    json_.member("primaryLocationLineHash", std::string_view(hash));
  }
  json_.member("starlintFinding/v1", fingerprint);
  json_.end_object();
}

/// The components a finding is about: what its rule names, else the one its place stands in.
void SarifResults::write_taxa(const Finding& finding) {
  const FileResult& file = run_.file(finding.where.file);
  std::vector<Slot> slots = slots_of(run_.rules->info(finding.rule));
  const std::uint32_t story = story_at(file, finding);
  if (slots.empty() && story != kNone) {
    const std::uint32_t part = part_at(file, story, finding.where.span.begin);
    if (part != kNone) slots.push_back(file.narratives.stories[story].parts[part].slot);
  }
  if (slots.empty()) return;
  json_.open_array("taxa");
  for (const Slot slot : slots) write_sarif_taxon(slot, json_);
  json_.end_array();
}

/// SARIF 3.27.23: in one run either all results carry suppressions or none.
void SarifResults::write_suppressions(const Finding& finding) {
  if (!suppresses_) return;
  json_.open_array("suppressions");
  if (finding.suppression) {
    json_.begin_object();
    json_.member("kind", finding.suppression->external ? "external" : "inSource");
    json_.member("status", "accepted");
    if (!finding.suppression->justification.empty()) {
      json_.member("justification", std::string_view(finding.suppression->justification));
    }
    json_.end_object();
  }
  json_.end_array();
}

/// GitHub counts lines in the bytes as UTF-8; in any other encoding its lines are not ours.
std::string SarifResults::line_hash(Location where) {
  const FileResult& file = run_.file(where.file);
  if (file.text.charset() != Charset::Utf8) return {};
  if (hashed_ != where.file) {
    hashes_ = github_line_hashes(file.source.bytes);
    hashed_ = where.file;
  }
  return hashes_[file.text.line(where.span.begin) - 1];
}

}  // namespace starlint
