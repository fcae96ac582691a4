#include <algorithm>

#include "base/strings.h"
#include "report/report.h"

namespace starlint {

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"checkstyle", "XML for CI servers that know Checkstyle", write_checkstyle},
      {"concise", "a line a place, for editors and grep", write_concise},
      {"github", "annotations of GitHub Actions", write_github},
      {"gitlab", "GitLab Code Quality", write_gitlab},
      {"html", "a page to look at, in one file", write_html, Depth::Facts},
      {"json", "everything a finding has", write_json_report},
      {"junit", "XML for whatever shows test results", write_junit},
      {"markdown", "a table, for a job's summary or a comment", write_markdown},
      {"rdjson", "reviewdog's diagnostics", write_rdjson},
      {"sarif", "SARIF 2.1.0, for code scanning and editors", write_sarif},
      {"statistics", "how often each rule spoke", write_statistics},
      {"text", "for people", write_text, Depth::Stories},
  };
  return all;
}

const Format* find_format(std::string_view name) {
  const auto& all = formats();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string_view version() { return STARLINT_VERSION; }
std::string_view home_uri() { return STARLINT_HOME; }
std::string help_uri(const RuleInfo& info) { return cat(home_uri(), "rules/", info.id); }

}  // namespace starlint
