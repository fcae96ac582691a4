// SARIF 2.1.0: one run, written as it goes. Nothing in it comes from a clock, a user or an absolute
// path, so the same notes give the same bytes anywhere.
#include <algorithm>

#include "base/sha256.h"
#include "base/strings.h"
#include "lint/identity.h"
#include "report/place.h"
#include "report/sarif/result.h"
#include "report/sarif/tool.h"

namespace starlint {

namespace {

/// GitHub keeps the 5,000 worst results of a run and refuses a file of more than 25,000.
constexpr std::size_t kGitHubResults = 5000;

/// The findings the reader gets, by index: all in order, or for GitHub the worst first without the
/// suppressed ones, which it would show as open.
std::vector<std::uint32_t> chosen(const LintRun& run, SarifProfile profile) {
  std::vector<std::uint32_t> out;
  const bool github = profile == SarifProfile::GitHub;
  for (std::uint32_t i = 0; i < run.findings.size(); ++i) {
    if (!github || !run.findings[i].suppression) out.push_back(i);
  }
  if (github) {
    std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
      return run.findings[a].level > run.findings[b].level;
    });
  }
  return out;
}

void write_notification(SarifNotification notification, Level level,
                        const std::vector<std::string>& arguments, std::string_view text,
                        JsonWriter& json) {
  json.begin_object();
  write_sarif_descriptor(notification, json);
  json.member("level", name_of(level));
  json.open_object("message");
  json.member("text", text);
  json.member("id", "default");
  json.open_array("arguments");
  for (const std::string& argument : arguments) json.value(std::string_view(argument));
  json.end_array();
  json.end_object();
  json.end_object();
}

void write_invocation(const ReportOptions& options, std::size_t left_out, JsonWriter& json) {
  json.open_array("invocations");
  json.begin_object();
  json.member("executionSuccessful", options.problems.empty());
  json.member("exitCode", options.exit_status);
  json.member("exitCodeDescription", options.exit_status == 0   ? "nothing at the fail level"
                                     : options.exit_status == 1 ? "findings"
                                                                : "could not check everything");
  json.open_array("toolExecutionNotifications");
  for (const Error& problem : options.problems) {
    const std::string path = path_below_root(problem.path, options);
    write_notification(SarifNotification::Unreadable, Level::Error, {path, problem.message},
                       cat("'", path, "' could not be read: '", problem.message, "'."), json);
  }
  if (left_out > 0) {
    const std::string count = cat(std::uint64_t{left_out});
    write_notification(SarifNotification::LeftOut, Level::Warning, {count},
                       cat("'", count, "' results of lower level were left out."), json);
  }
  json.end_array();
  json.open_array("toolConfigurationNotifications");
  json.end_array();
  json.end_object();
  json.end_array();
}

void write_root(const ReportOptions& options, JsonWriter& json) {
  json.open_object("originalUriBaseIds");
  json.open_object("SRCROOT");
  json.open_object("description");
  json.member("text", "The root of the notes: their checkout, or the working directory.");
  json.end_object();
  json.end_object();
  json.end_object();
  if (options.repository_uri.empty()) return;
  json.open_array("versionControlProvenance");
  json.begin_object();
  json.member("repositoryUri", std::string_view(options.repository_uri));
  json.open_object("mappedTo");
  json.member("uriBaseId", "SRCROOT");
  json.end_object();
  json.end_object();
  json.end_array();
}

struct Media {
  std::string_view type, language;
};

Media media_of(std::string_view path) {
  switch (format_of(path)) {
    case NoteFormat::Markdown:
      return {"text/markdown", "markdown"};
    case NoteFormat::Org:
      return {"text/org", "org"};
    case NoteFormat::Resume:
      return {"application/json", "json"};
    case NoteFormat::Ledger:
      return {"application/toml", "toml"};
    case NoteFormat::Plain:
      break;
  }
  return {"text/plain", "plaintext"};
}

void write_artifact(const FileResult& file, std::string_view uri, bool has_results,
                    JsonWriter& json) {
  const Media media = media_of(file.source.path);
  json.begin_object();
  json.open_object("location");
  json.member("uri", uri);
  json.member("uriBaseId", "SRCROOT");
  json.member("index", file.source.id);
  json.end_object();
  json.member("length", std::uint64_t{file.source.bytes.size()});
  json.member("encoding", file.text.charset_name());
  json.member("mimeType", media.type);
  json.member("sourceLanguage", media.language);
  json.open_array("roles");
  json.value("analysisTarget");
  if (has_results) json.value("resultFile");
  json.end_array();
  json.open_object("hashes");
  json.member("sha-256", std::string_view(sha256_hex(file.source.bytes)));
  json.end_object();
  json.end_object();
}

/// The notes by name and digest only, never their text; the packs' manifests in full.
void write_artifacts(const LintRun& run, const SarifResults& results, JsonWriter& json) {
  std::vector<bool> has_results(run.files.size());
  for (const Finding& finding : run.findings) has_results[finding.where.file] = true;
  json.open_array("artifacts");
  for (const auto& file : run.files) {
    write_artifact(*file, results.uri(file->source.id), has_results[file->source.id], json);
  }
  for (const PackInfo& pack : run.rules->packs()) {
    json.begin_object();
    json.open_object("description");
    json.member("text", std::string_view(cat("Manifest of the rule pack '", pack.name, "'.")));
    json.end_object();
    json.member("mimeType", "application/toml");
    json.open_array("roles");
    json.value("toolSpecifiedConfiguration");
    json.end_array();
    json.open_object("contents");
    json.member("text", std::string_view(pack.manifest));
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_run(const LintRun& run, const ReportOptions& options, JsonWriter& json) {
  SarifResults results(run, options, json);
  std::vector<std::uint32_t> indices = chosen(run, options.sarif_profile);
  std::size_t left_out = 0;
  if (options.sarif_profile == SarifProfile::GitHub && indices.size() > kGitHubResults) {
    left_out = indices.size() - kGitHubResults;
    indices.resize(kGitHubResults);
  }
  const std::vector<Fingerprint> fingerprints = fingerprints_of(run);
  json.begin_object();
  write_sarif_tool(run, json);
  write_invocation(options, left_out, json);
  write_root(options, json);
  json.open_object("automationDetails");
  json.member("id", "starlint/");
  json.end_object();
  json.member("columnKind", "utf16CodeUnits");
  json.open_array("newlineSequences");
  for (const char* sequence : {"\r\n", "\n", "\r"}) json.value(sequence);
  json.end_array();
  json.member("language", "en-US");
  json.member("defaultEncoding", "utf-8");
  write_artifacts(run, results, json);
  results.logical().write_all(json);
  write_sarif_taxonomies(json);
  json.open_array("results");
  for (const std::uint32_t i : indices) results.write(run.findings[i], fingerprints[i].text());
  json.end_array();
  json.end_object();
}

}  // namespace

void write_sarif(const LintRun& run, const ReportOptions& options, ByteSink& out) {
  {
    JsonWriter json(out, 1);
    json.begin_object();
    json.member("$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                "sarif-schema-2.1.0.json");
    json.member("version", "2.1.0");
    json.open_array("runs");
    write_run(run, options, json);
    json.end_array();
    json.end_object();
  }
  out.append("\n");
}

}  // namespace starlint
