// Stories and claims of any text lie inside it, components inside their stories.
#include <cstddef>

#include "base/check.h"
#include "lint/lint.h"
#include "unit/default_rules.h"

using namespace starlint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const LintRun run = lint({{{0, "notes.md", bytes}, "me"}}, default_rules(), {1});
  const FileResult& file = run.file(0);
  const auto inside = [&](Span span, Span around) {
    return span.begin <= span.end && around.begin <= span.begin && span.end <= around.end;
  };
  const auto& stories = file.narratives.stories;
  for (std::uint32_t i = 0; i < stories.size(); ++i) {
    SL_CHECK(inside(stories[i].span, file.text.all()));
    SL_CHECK(i == 0 || stories[i - 1].span.begin <= stories[i].span.begin);
    SL_CHECK(stories[i].parent == kNone || stories[i].parent < i);
    for (const Part& part : stories[i].parts) SL_CHECK(inside(part.span, file.text.all()));
  }
  for (const Claim& claim : file.claims) {
    SL_CHECK(inside(claim.span, file.text.all()));
    SL_CHECK(claim.narrative == kNone || claim.narrative < stories.size());
    for (const BareNumber& number : claim.numbers) SL_CHECK(inside(number.span, file.text.all()));
  }
  for (const Finding& finding : run.findings) {
    SL_CHECK(inside(finding.where.span, {0, file.text.size() + 1}));
  }
  return 0;
}
