#include <algorithm>
#include <set>

#include "fix/fix.h"

namespace starlint {

namespace {

/// Keeps edits apart: none may touch the span of another, nor stand at the same place.
class Accepted {
 public:
  bool admits(const Fix& fix) const {
    return std::all_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& edit) {
      const auto after = edits_.lower_bound(Edit{edit.span, {}});
      if (after != edits_.end() && clash(edit.span, after->span)) return false;
      return after == edits_.begin() || !clash(edit.span, std::prev(after)->span);
    });
  }
  void add(const Fix& fix) { edits_.insert(fix.edits.begin(), fix.edits.end()); }
  const std::set<Edit>& edits() const { return edits_; }

 private:
  static bool clash(Span a, Span b) { return a.overlaps(b) || a.begin == b.begin; }
  std::set<Edit> edits_;
};

std::string with_edits(std::string_view utf8, const std::set<Edit>& edits) {
  std::string out;
  std::size_t copied = 0;
  for (const Edit& edit : edits) {
    out += utf8.substr(copied, edit.span.begin - copied);
    out += edit.text;
    copied = edit.span.end;
  }
  out += utf8.substr(copied);
  return out;
}

/// The same edits on the bytes of a UTF-8 file, so that ill-formed bytes elsewhere stay as they
/// are.
std::string with_edits_in_bytes(std::string_view bytes, const Text& text,
                                const std::set<Edit>& edits, bool drop_mark) {
  std::string out;
  std::uint64_t copied = drop_mark ? text.byte_offset(0) : 0;
  for (const Edit& edit : edits) {
    const std::uint64_t begin = text.byte_offset(edit.span.begin);
    out += bytes.substr(copied, begin - copied);
    out += edit.text;
    copied = text.byte_offset(edit.span.end);
  }
  out += bytes.substr(copied);
  return out;
}

}  // namespace

Result<Repaired> apply_fixes(std::string_view bytes, const Text& text,
                             const std::vector<const Fix*>& fixes) {
  Accepted accepted;
  Repaired repaired{std::string(bytes), 0};
  const bool reencode =
      std::any_of(fixes.begin(), fixes.end(), [](const Fix* fix) { return fix->reencode; });
  if (text.charset() != Charset::Utf8 && !reencode) return repaired;
  for (const Fix* fix : fixes) {
    if (!accepted.admits(*fix)) continue;
    accepted.add(*fix);
    ++repaired.applied;
  }
  const std::string meant = with_edits(text.utf8(), accepted.edits());
  repaired.bytes = text.charset() == Charset::Utf8
                       ? with_edits_in_bytes(bytes, text, accepted.edits(), reencode)
                       : meant;
  if (Text::decode(repaired.bytes).utf8() != meant) {
    return Error{"is not repaired: the result would not read back as it should", {}, 0, 0, {}};
  }
  return repaired;
}

}  // namespace starlint
