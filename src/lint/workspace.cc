#include "lint/workspace.h"

#include <algorithm>

#include "lint/pool.h"
#include "lint/redact.h"
#include "lint/reduce.h"

namespace starlint {

namespace {

constexpr std::size_t kShare = 64 * 1024;  // bytes; read in some ten milliseconds

}  // namespace

Workspace::Workspace(const RuleSet& rules, const LintOptions& options, Accept accept)
    : options_(options),
      accept_(std::move(accept)),
      profile_(profile_choice(rules, options.strict)) {
  run_.rules = &rules;
}

/// Whether the file is the input already.
bool Workspace::says(const FileResult& file, const Input& input) const {
  const auto& choice = input.choice == nullptr ? profile_ : input.choice;
  return file.source.bytes == input.source.bytes && file.choice == choice &&
         run_.speakers[file.speaker] == input.speaker;
}

void Workspace::put(Input input) {
  const std::string path = input.source.path;
  const auto known = files_.find(path);
  if (known != files_.end() && says(*known->second, input)) return;
  waiting_.insert(path);
  reduced_ = false;
  if (known == files_.end()) {
    files_[path] = &add_file(run_, std::move(input), profile_);
    arranged_ = false;
    return;
  }
  auto& slot = *std::find_if(run_.files.begin(), run_.files.end(),
                             [&](const auto& file) { return file.get() == known->second; });
  auto file = std::make_unique<FileResult>();
  const FileId id = slot->source.id;
  file->source = std::move(input.source);
  file->source.id = id;
  file->choice = input.choice == nullptr ? profile_ : std::move(input.choice);
  file->speaker = slot->speaker;
  if (run_.speakers[slot->speaker] != input.speaker) {
    file->speaker = static_cast<std::uint32_t>(run_.speakers.size());
    run_.speakers.push_back(std::move(input.speaker));
    arranged_ = false;
  } else if (arranged_) {
    stale_[slot->speaker] = true;
  }
  slot = std::move(file);
  known->second = slot.get();
}

void Workspace::remove(const std::string& path) {
  const auto known = files_.find(path);
  if (known == files_.end()) return;
  std::erase_if(run_.files, [&](const auto& file) { return file.get() == known->second; });
  files_.erase(known);
  waiting_.erase(path);
  arranged_ = false;
  reduced_ = false;
}

void Workspace::read_some() {
  std::vector<FileResult*> share;
  for (std::size_t bytes = 0; bytes < kShare && !waiting_.empty();) {
    share.push_back(files_.at(*waiting_.begin()));
    bytes += share.back()->source.bytes.size();
    waiting_.erase(waiting_.begin());
  }
  const LintOptions own = options_.for_each_of(share.size());
  for_each_index(share.size(), options_.threads,
                 [&](std::size_t i) { lint_file(*share[i], *run_.rules, own); });
}

const FileResult* Workspace::file(const std::string& path) {
  const auto known = files_.find(path);
  if (known == files_.end()) return nullptr;
  if (waiting_.erase(path) > 0) lint_file(*known->second, *run_.rules, options_);
  return known->second;
}

const LintRun& Workspace::run() {
  while (waits()) read_some();
  if (!reduced_) reduce();
  return run_;
}

const LintRun& Workspace::files() {
  order();
  return run_;
}

void Workspace::order() {
  if (arranged_) return;
  arrange(run_);
  arranged_ = true;
  of_speakers_.assign(run_.speakers.size(), {});
  stale_.assign(run_.speakers.size(), true);
}

void Workspace::reduce() {
  reveal(run_);
  order();
  check_speakers(run_, stale_, options_, of_speakers_);
  stale_.assign(stale_.size(), false);
  run_.findings.clear();
  const auto add = [&](const std::vector<Finding>& findings) {
    run_.findings.insert(run_.findings.end(), findings.begin(), findings.end());
  };
  for (const auto& file : run_.files) add(file->findings);
  for (const std::vector<Finding>& findings : of_speakers_) add(findings);
  settle(run_);
  if (accept_) accept_(run_);
  reduced_ = true;
}

}  // namespace starlint
