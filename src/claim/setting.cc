#include "claim/setting.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <set>
#include <utility>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/bare_year.h"

namespace starlint {

namespace {

constexpr std::uint32_t kYearDigits = 4;
constexpr std::ptrdiff_t kFields = 8;  // that may hold for a section are looked at

/// Innermost stories and, where there is none, stretches from heading to heading.
std::vector<Setting> spans_of(FileId file, const Outline& outline, const Narratives& narratives) {
  std::vector<Setting> out;
  std::uint32_t story_end = 0;
  std::size_t story = 0;
  const Narrative* project = nullptr;  // around the block
  for (const Block& block : outline.blocks) {
    const auto& stories = narratives.stories;
    while (story < stories.size() && stories[story].span.begin <= block.span.begin) {
      const Narrative& next = stories[story++];
      if (next.project) {
        project = &next;
        continue;
      }
      if (!out.empty() && out.back().span.begin == next.span.begin) out.pop_back();
      out.push_back({file, next.span, next.project_key, next.employer, {}, {}});
      story_end = next.span.end;
    }
    if (block.span.begin < story_end) continue;
    if (project != nullptr && block.span.begin >= project->span.end) project = nullptr;
    if (out.empty() || block.kind == BlockKind::Heading || out.back().span.end == story_end) {
      out.push_back({file, block.span, {}, false, {}, {}});
      if (project != nullptr) out.back().project = project->project_key;
      story_end = block.span.begin;
    }
    out.back().span.end = std::max(out.back().span.end, block.span.end);
  }
  return out;
}

/// What stands between stories that are all of one project is of it too.
void share_project(const Narratives& narratives, std::vector<Setting>& settings) {
  if (narratives.stories.empty()) return;
  const Narrative& first = narratives.stories.front();
  const bool one = std::all_of(
      narratives.stories.begin(), narratives.stories.end(), [&](const Narrative& story) {
        return story.project_key == first.project_key && story.employer == first.employer;
      });
  if (!one) return;
  for (Setting& setting : settings) {
    setting.project = first.project_key;
    setting.employer = first.employer;
  }
}

/// A section is of the project whose field holds for it, the nearest one first; else of the
/// employer.
void place_sections(const std::vector<PlaceField>& places, std::vector<Setting>& settings) {
  std::vector<const PlaceField*> open;
  auto next = places.begin();
  for (Setting& setting : settings) {
    for (; next != places.end() && next->span.begin < setting.span.end; ++next) {
      open.push_back(&*next);
    }
    std::erase_if(open, [&](const PlaceField* one) { return one->span.end <= setting.span.begin; });
    if (std::ssize(open) > kFields) open.erase(open.begin(), open.end() - kFields);
    if (!setting.project.empty()) continue;
    for (const PlaceField* place : open) {
      if (place->employer && !setting.project.empty() && !setting.employer) continue;
      setting.project = place->project_key;
      setting.employer = place->employer;
    }
  }
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Reads names off a block: runs of capitalised words. Of one that begins a sentence, the first may
/// be any word: it counts before another.
class NameReader {
 public:
  NameReader(std::string_view text, const ClaimPatterns& patterns)
      : text_(text), patterns_(patterns), not_names_(patterns.word_class("not_a_name")) {}

  /// Words that may be names, as each begins a sentence; by offset.
  const std::vector<std::pair<std::uint32_t, std::string>>& maybe() const { return maybe_; }

  void read(Span block, std::vector<std::string>& names) {
    start_ = true;
    for (std::uint32_t i = block.begin; i < block.end;) {
      if (!is_letter(text_[i]) && !is_ascii_digit(text_[i])) {
        note_mark(text_[i], names);
        ++i;
        continue;
      }
      std::uint32_t end = i;
      while (end < block.end && (is_letter(text_[end]) || is_ascii_digit(text_[end]) ||
                                 text_[end] == '\'' || text_[end] == '-')) {
        ++end;
      }
      word({i, end}, names);
      i = end;
    }
    finish(names);
  }

 private:
  void note_mark(char c, std::vector<std::string>& names) {
    if (c == ' ' || c == '&') return;
    finish(names);
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n') start_ = start_ || c != '\n';
  }

  void word(Span span, std::vector<std::string>& names) {
    const std::string_view word = text_.substr(span.begin, span.size());
    const bool number = is_ascii_digit(word.front());
    const bool named = is_capital(word.front()) && word.size() > 1 && !known(word);
    if (number ? !run_.empty() : (named && !start_)) {
      run_ += cat(run_.empty() ? first_ : " ", ascii_lower(word));
      first_.clear();
    } else {
      finish(names);
      if (named && !patterns_.is_word("stop", ascii_lower(word))) {
        first_ = cat(ascii_lower(word), " ");
        maybe_.emplace_back(span.begin, ascii_lower(word));
      }
    }
    start_ = false;
  }

  bool known(std::string_view word) const {
    return not_names_ != nullptr &&
           not_names_->found_in(word, {0, static_cast<std::uint32_t>(word.size())});
  }

  void finish(std::vector<std::string>& names) {
    if (!run_.empty()) names.push_back(std::move(run_));
    run_.clear();
    first_.clear();
  }

  std::string_view text_;
  const ClaimPatterns& patterns_;
  const Pattern* not_names_;
  std::string run_;
  std::vector<std::pair<std::uint32_t, std::string>> maybe_;
  std::string first_;  // with a blank: the capitalised word that begins a sentence
  bool start_ = true;
};

/// Every year of a date or an interval; of one of a lifetime, or without an end, the ends it has.
void add_years(const Value& value, std::vector<int>& years) {
  if (value.kind != ValueKind::Date && value.kind != ValueKind::Interval) return;
  constexpr int kLongest = 60;
  const int first = value.open_low ? 0 : year_of(value.low);
  const int last = value.open_high ? 0 : year_of(value.high - 1);
  if (!value.open_low) years.push_back(first);
  if (!value.open_high) years.push_back(last);
  if (value.open_low || value.open_high || last - first > kLongest) return;
  for (int year = first + 1; year < last; ++year) years.push_back(year);
}

/// "Summer camp 2022, 55 children": four digits without a noun behind them are a year.
bool names_year(const Claim& claim, std::string_view text) {
  constexpr std::string_view kEnds = ",.:;)\n";
  if (!is_bare_year(claim.value) || claim.span.size() != kYearDigits) return false;
  return claim.span.end >= text.size() ||
         kEnds.find(text[claim.span.end]) != std::string_view::npos;
}

}  // namespace

int year_of(double days) {
  const std::chrono::sys_days day{std::chrono::days{static_cast<int>(days)}};
  return static_cast<int>(std::chrono::year_month_day{day}.year());
}

const Setting* setting_at(const std::vector<Setting>& settings, std::uint32_t offset) {
  const auto behind = std::upper_bound(
      settings.begin(), settings.end(), offset,
      [](std::uint32_t at, const Setting& setting) { return at < setting.span.begin; });
  return behind == settings.begin() ? nullptr : &*std::prev(behind);
}

const std::vector<int>& YearsSoFar::before(std::uint32_t offset, const Setting& setting) {
  if (setting_ != &setting) years_.clear();
  setting_ = &setting;
  for (; next_ < claims_.size() && claims_[next_].span.begin < offset; ++next_) {
    if (claims_[next_].span.begin >= setting.span.begin) add_years(claims_[next_].value, years_);
  }
  sort_unique(years_);
  return years_;
}

std::vector<Setting> read_settings(FileId file, const Text& text, const Outline& outline,
                                   const Narratives& narratives, const std::vector<Claim>& claims,
                                   const ClaimPatterns& patterns) {
  std::vector<Setting> settings = spans_of(file, outline, narratives);
  if (settings.empty()) return settings;
  place_sections(narratives.places, settings);
  share_project(narratives, settings);
  const auto at = [&](std::uint32_t offset) -> Setting& {
    const Setting* found = setting_at(settings, offset);
    return found == nullptr ? settings.front()
                            : settings[static_cast<std::size_t>(found - settings.data())];
  };
  NameReader names(text.utf8(), patterns);
  for (const Block& block : outline.blocks) {
    if (block.prose()) names.read(block.text, at(block.span.begin).names);
  }
  // "Eastgate tram extension: …" where elsewhere "our Eastgate party" is named.
  std::set<std::string, std::less<>> known;
  for (const Setting& setting : settings) known.insert(setting.names.begin(), setting.names.end());
  for (const auto& [offset, name] : names.maybe()) {
    if (known.count(name) != 0) at(offset).names.push_back(name);
  }
  for (const Claim& claim : claims) {
    std::vector<int>& years = at(claim.span.begin).years;
    add_years(claim.value, years);
    if (names_year(claim, text.utf8())) years.push_back(static_cast<int>(claim.value.low));
  }
  for (Setting& setting : settings) {
    sort_unique(setting.names);
    sort_unique(setting.years);
  }
  return settings;
}

}  // namespace starlint
