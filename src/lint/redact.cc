#include "lint/redact.h"

#include <algorithm>

#include "base/one_line.h"

namespace starlint {

namespace {

/// Shorter values are too common to be taken out of messages that only happen to hold them.
constexpr std::size_t kRepeatable = 6;

void star_out(std::string_view value, std::string& text) {
  if (value.size() < kRepeatable) return;
  for (std::size_t at = text.find(value); at != std::string::npos; at = text.find(value, at)) {
    text.replace(at, value.size(), value.size(), '*');
  }
}

void star_out(std::string_view value, Finding& finding) {
  star_out(value, finding.message);
  for (std::string& argument : finding.arguments) star_out(value, argument);
  for (Related& related : finding.related) star_out(value, related.message);
}

void begin_redacting(FileResult& file) {
  if (!file.redacted.empty()) return;
  file.redacted = file.text.utf8();
  for (const Narrative& story : file.narratives.stories) file.titles.push_back(story.title_text);
}

}  // namespace

void redact(LintRun& run) {
  std::vector<Location> secrets;
  for (const Finding& finding : run.findings) {
    if (finding.secret) secrets.push_back(finding.where);
  }
  for (const Location& secret : secrets) {
    FileResult& file = *run.files[secret.file];
    begin_redacting(file);
    std::fill_n(file.redacted.begin() + secret.span.begin, secret.span.size(), '*');
    const std::string_view value = file.text.slice(secret.span);
    std::string quoted(value);
    unwrap(quoted);  // as messages quote it
    for (Finding& finding : run.findings) star_out(quoted, finding);
    for (Narrative& story : file.narratives.stories) star_out(value, story.title_text);
  }
}

void reveal(LintRun& run) {
  for (const auto& file : run.files) {
    if (file->redacted.empty()) continue;
    for (std::size_t i = 0; i < file->titles.size(); ++i) {
      file->narratives.stories[i].title_text = std::move(file->titles[i]);
    }
    file->redacted.clear();
    file->titles.clear();
  }
}

}  // namespace starlint
