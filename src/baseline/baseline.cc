#include "baseline/baseline.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "base/strings.h"
#include "json/value.h"
#include "json/writer.h"
#include "lint/identity.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

/// What a run looked for: which rules were on in which notes.
class Asked {
 public:
  explicit Asked(const LintRun& run) : run_(run) {
    for (const auto& file : run.files) files_.emplace(absolute_path(file->source.path), file.get());
  }

  /// Whether a finding of the rule in the note would have been found.
  bool about(const std::string& note, std::string_view rule) const {
    std::error_code error;
    const RuleInfo* info = run_.rules->find(rule);
    const auto file = files_.find(note);
    if (info == nullptr) return true;
    if (file == files_.end()) return !fs::exists(note, error) && !error;
    return file->second->choice->on(run_.rules->index(*info));
  }

 private:
  const LintRun& run_;
  std::map<std::string, const FileResult*> files_;  // by absolute path
};

/// Fingerprint → how many entries have it that no finding has taken yet.
using Open = std::map<std::string_view, std::size_t>;

Open open_of(const std::vector<BaselineEntry>& entries) {
  Open open;
  for (const BaselineEntry& entry : entries) ++open[entry.fingerprint];
  return open;
}

bool take(Open& open, std::string_view fingerprint) {
  const auto found = open.find(fingerprint);
  if (found == open.end() || found->second == 0) return false;
  --found->second;
  return true;
}

}  // namespace

Baseline::Baseline(const std::string& path)
    : directory_(fs::path(absolute_path(path)).parent_path().string()) {}

Baseline Baseline::of(const LintRun& run, const std::string& path) {
  Baseline out(path);
  const std::vector<Fingerprint> fingerprints = fingerprints_of(run);
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const Finding& finding = run.findings[i];
    if (finding.suppression) continue;
    out.entries_.push_back({std::string(fingerprints[i].text()), run.rules->info(finding.rule).name,
                            fs::path(absolute_path(run.file(finding.where.file).source.path))
                                .lexically_relative(out.directory_)
                                .generic_string(),
                            finding.message});
  }
  return out;
}

Result<Baseline> Baseline::read(std::string_view text, const std::string& path) {
  const Result<JsonValue> root = parse_json(text, path);
  if (!root) return root.error();
  const JsonValue* list = root->find("accepted");
  const auto is_entry = [](const JsonValue& item) { return !item.string("fingerprint").empty(); };
  if (list == nullptr || list->kind != JsonValue::Kind::Array ||
      !std::all_of(list->items.begin(), list->items.end(), is_entry)) {
    return Error{"is no baseline", path, 0, 0, "write one with: starlint baseline -o FILE"};
  }
  Baseline out(path);
  for (const JsonValue& item : list->items) {
    out.entries_.push_back({std::string(item.string("fingerprint")),
                            std::string(item.string("rule")), std::string(item.string("path")),
                            std::string(item.string("message"))});
  }
  return out;
}

std::string Baseline::write() const {
  std::vector<const BaselineEntry*> sorted;
  for (const BaselineEntry& entry : entries_) sorted.push_back(&entry);
  std::sort(sorted.begin(), sorted.end(), [](const BaselineEntry* a, const BaselineEntry* b) {
    return std::tie(a->path, a->rule, a->message, a->fingerprint) <
           std::tie(b->path, b->rule, b->message, b->fingerprint);
  });
  std::string out = "{\"accepted\": [";
  for (const BaselineEntry* entry : sorted) {
    out += entry == sorted.front() ? "\n  " : ",\n  ";
    JsonWriter json(out);
    json.begin_object();
    json.member("fingerprint", std::string_view(entry->fingerprint));
    json.member("rule", std::string_view(entry->rule));
    json.member("path", std::string_view(entry->path));
    json.member("message", std::string_view(entry->message));
    json.end_object();
  }
  out += "\n]}\n";
  return out;
}

void Baseline::accept(LintRun& run) const {
  Open open = open_of(entries_);
  const std::vector<Fingerprint> fingerprints = fingerprints_of(run);
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    Finding& finding = run.findings[i];
    if (!take(open, fingerprints[i].text()) || finding.suppression) continue;
    finding.suppression = Suppression{"in the baseline", true};
  }
}

std::vector<BaselineEntry> Baseline::gone(const LintRun& run) const {
  Open open = open_of(entries_);
  for (const Fingerprint& fingerprint : fingerprints_of(run)) take(open, fingerprint.text());
  const Asked asked(run);
  std::vector<BaselineEntry> out;
  for (const BaselineEntry& entry : entries_) {
    if (!take(open, entry.fingerprint)) continue;
    const fs::path note = (fs::path(directory_) / entry.path).lexically_normal();
    if (asked.about(note.string(), entry.rule)) out.push_back(entry);
  }
  return out;
}

void Baseline::remove(const std::vector<BaselineEntry>& entries) {
  for (const BaselineEntry& entry : entries) {
    const auto found = std::find(entries_.begin(), entries_.end(), entry);
    if (found != entries_.end()) entries_.erase(found);
  }
}

Result<Baseline> open_baseline(const Setting<std::string>& named) {
  const Result<std::string> text = read_file(named.value);
  Result<Baseline> baseline =
      text ? Baseline::read(*text, named.value) : Result<Baseline>(text.error());
  if (baseline || named.where.line == 0) return baseline;
  Error error = baseline.error();
  error.hint = cat("named in ", named.path, ":", named.where.line, "; starlint baseline writes it");
  return error;
}

}  // namespace starlint
