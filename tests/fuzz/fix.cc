// Laws of repair: what no fix names keeps its bytes and its order, and repairing what is repaired
// changes nothing. The first byte says whether unsafe fixes are applied too.
#include <algorithm>
#include <cstddef>

#include "base/check.h"
#include "fix/fix.h"
#include "unit/default_rules.h"

using namespace starlint;

namespace {

std::string repaired(const std::string& bytes, bool unsafe) {
  FixOptions options;
  options.unsafe = unsafe;
  options.lint.threads = 1;
  const FixRun run = fix_notes({{{0, "notes.md", bytes}, "me"}}, default_rules(), options);
  return run.files.empty() ? bytes : run.files.front().after;
}

/// One round on a UTF-8 file: the stretches between edits stand in the result, in their order.
void check_untouched(const std::string& bytes) {
  const LintRun run = lint({{{0, "notes.md", bytes}, "me"}}, default_rules(), {1});
  const Text& text = run.file(0).text;
  std::vector<const Fix*> fixes;
  std::vector<Span> edited;
  for (const Finding& finding : run.findings) {
    if (!finding.fix || finding.fix->reencode) continue;
    fixes.push_back(&*finding.fix);
    for (const Edit& edit : finding.fix->edits) edited.push_back(edit.span);
  }
  const Result<Repaired> result = apply_fixes(bytes, text, fixes);
  if (!result || text.charset() != Charset::Utf8) return;
  std::sort(edited.begin(), edited.end());
  std::size_t from = 0;  // in the result
  std::uint64_t kept = 0;
  edited.push_back({text.size(), text.size()});
  for (const Span span : edited) {
    const std::uint64_t begin = text.byte_offset(span.begin);
    if (begin > kept) {
      const std::string stretch = bytes.substr(kept, begin - kept);
      const std::size_t found = result->bytes.find(stretch, from);
      SL_CHECK(found != std::string::npos);
      from = found + stretch.size();
    }
    kept = std::max(kept, text.byte_offset(span.end));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const bool unsafe = data[0] % 2 == 1;
  const std::string once = repaired(bytes, unsafe);
  SL_CHECK(repaired(once, unsafe) == once);
  check_untouched(bytes);
  return 0;
}
