#include "damage/scan.h"

#include <algorithm>

#include "text/character.h"

namespace starlint {

void Scan::report(Damage damage) {
  if (!found_.empty()) {
    Damage& last = found_.back();
    const bool goes_on = last.kind == damage.kind && last.span.end == damage.span.begin &&
                         last.repair == damage.repair && last.detail == damage.detail;
    if (goes_on) {
      last.span.end = damage.span.end;
      for (Damage::Patch& patch : damage.patches) last.patches.push_back(std::move(patch));
      return;
    }
  }
  found_.push_back(std::move(damage));
}

void Scan::report_once_a_line(Damage damage) {
  const auto last = std::find_if(found_.rbegin(), found_.rend(), [&](const Damage& earlier) {
    return earlier.kind == damage.kind;
  });
  if (last == found_.rend() || text.line(last->span.begin) != text.line(damage.span.begin)) {
    found_.push_back(std::move(damage));
    return;
  }
  for (Damage::Patch& patch : damage.patches) last->patches.push_back(std::move(patch));
}

void Scan::suspect(Damage damage, Cause cause) { suspects_.push_back({std::move(damage), cause}); }

std::vector<Damage> Scan::finish() {
  for (Suspect& suspect : suspects_) {
    if (proven_.test(suspect.cause)) found_.push_back(std::move(suspect.damage));
  }
  suspects_.clear();
  std::stable_sort(found_.begin(), found_.end(), [](const Damage& a, const Damage& b) {
    return std::pair(a.span, a.kind) < std::pair(b.span, b.kind);
  });
  return std::move(found_);
}

Span Scan::line_around(std::uint32_t at) const { return text.lines().span(text.line(at), utf8); }

Span Scan::line_near(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 2000;  // bytes on either side
  const Span line = line_around(at);
  return {std::max(line.begin, at - std::min(at, kReach)), std::min(line.end, at + kReach)};
}

bool Scan::begins_line(std::uint32_t at) const {
  while (at > 0 && (utf8[at - 1] == ' ' || utf8[at - 1] == '\t')) --at;
  return at == 0 || utf8[at - 1] == '\n' || utf8[at - 1] == '\r';
}

bool Scan::in_code(std::uint32_t at) {
  if (!code_) code_.emplace(utf8, lexicon.contraction_endings);
  return code_->contains(at);
}

bool Scan::is_protected(std::uint32_t at) { return in_code(at) || is_in_address(utf8, at); }

bool Scan::has_east_asian() {
  if (!east_asian_) {
    east_asian_ = false;
    for (std::size_t next = find_non_ascii(utf8); next < utf8.size() && !*east_asian_;
         next = find_non_ascii(utf8, next)) {
      const char32_t c = next_code_point(utf8, next);
      // Full-width Latin letters are Latin; half-width kana and Hangul count.
      east_asian_ = is_east_asian(c);
    }
  }
  return *east_asian_;
}

std::string_view Scan::apostrophe() {
  constexpr std::string_view kCurly = "\xE2\x80\x99";
  if (apostrophe_.empty()) {
    const auto between_letters = [&](std::string_view mark) {
      for (std::size_t at = utf8.find(mark); at != std::string_view::npos;
           at = utf8.find(mark, at + mark.size())) {
        if (is_letter(code_point_before(utf8, at)) &&
            is_letter(code_point_at(utf8, at + mark.size()))) {
          return true;
        }
      }
      return false;
    };
    apostrophe_ = !between_letters(kCurly) && between_letters("'") ? "'" : kCurly;
  }
  return apostrophe_;
}

std::string_view Scan::line_end() {
  const std::size_t first = utf8.find('\n');
  return first != std::string_view::npos && first > 0 && utf8[first - 1] == '\r' ? "\r\n" : "\n";
}

bool Scan::contraction_follows(std::uint32_t at) const {
  return has_ending(utf8, at, lexicon.contraction_endings);
}

}  // namespace starlint
