// dated: one thing that happened, told with two dates: "the new ledger went live on 3 May" … "when
// the new ledger went live on 12 September". Deeds are words of a class; what was done stands near.
#include <algorithm>
#include <map>
#include <optional>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/bare_year.h"
#include "claim/topic.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/told_apart.h"
#include "rule/kind/told_days.h"
#include "rule/kind/told_signs.h"
#include "rule/kind/told_times.h"

namespace starlint {

namespace {

constexpr std::size_t kNear = 4;     // words on each side of a deed that name what was done
constexpr std::size_t kLabel = 32;   // bytes before a date that are no sentence: "Sept 2022: …"
constexpr std::size_t kTold = 2;     // words that both tell, or one where there is no other
constexpr std::size_t kWindow = 48;  // tellings of one deed, each looked at with the next ones

/// A sentence that gives one deed one date; points into the file's claims and contexts.
struct DatedDeed {
  const Claim* date = nullptr;
  const FigureContext* context = nullptr;
  const Setting* setting = nullptr;
  std::string deed;                // its stem
  std::string word;                // as written
  std::vector<std::string> thing;  // content words near it, sorted
  bool limited = false;            // "live in the branches"
  Span days;
};

/// "2019 founded the choir": the year that opens a line is read as a number.
std::optional<Span> days_of(const Value& value) {
  if (is_bare_year(value)) return days_of_year(value.low);
  if (!is_day(value) || value.open_high || value.low < 0) return std::nullopt;
  // A day is no empty stretch.
  return Span{static_cast<std::uint32_t>(value.low),
              static_cast<std::uint32_t>(std::max(value.high, value.low + 1))};
}

/// The sentence of a date; behind a label that is little but the date, the line.
Span told_with(std::string_view text, const FigureContext& context) {
  Span out = context.reach;
  const std::size_t mark = text.find_first_not_of(" *_)", out.end);
  if (mark == text.npos || text[mark] != ':' || out.size() > kLabel) return out;
  const std::size_t end = std::min(text.size(), text.find_first_of(".!?\n", mark));
  out.end = static_cast<std::uint32_t>(end);
  return out;
}

class DatedRule : public Rule {
 public:
  DatedRule(const ClaimPatterns& patterns, Pattern unless)
      : patterns_(patterns), unless_(std::move(unless)) {}

  void prepare(const FileView& file) const override { deeds_of(file); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::map<std::string_view, std::vector<const DatedDeed*>> deeds;
    for (const FileView* file : speaker.files) {
      for (const DatedDeed& deed : deeds_of(*file)) deeds[deed.deed].push_back(&deed);
    }
    for (const auto& [deed, told] : deeds) {
      for (std::size_t i = 1; i < told.size(); ++i) {
        for (std::size_t j = i - std::min(i, kWindow); j < i; ++j) {
          if (!contradict(*told[j], *told[i])) continue;
          report(speaker, *told[i], *told[j], sink);
          break;
        }
      }
    }
  }

 private:
  const std::vector<DatedDeed>& deeds_of(const FileView& file) const {
    return file.memo.keep<std::vector<DatedDeed>>(this, [&] { return read(file); });
  }

  std::vector<DatedDeed> read(const FileView& file) const {
    std::vector<DatedDeed> out;
    if (!is_understood(file, patterns_)) return out;
    const std::vector<Setting>& settings = settings_of(file, patterns_);
    for (const FigureContext& context : contexts_of(file, patterns_)) {
      const Claim& claim = file.claims[context.claim];
      const std::optional<Span> days = days_of(claim.value);
      if (claim.modality != Modality::Asserted || !days) continue;
      DatedDeed deed;
      deed.date = &claim;
      deed.context = &context;
      deed.setting = setting_at(settings, claim.span.begin);
      deed.days = *days;
      const Span told = told_with(file.text.utf8(), context);
      if (deed.setting == nullptr || unless_.found_in(file.text.utf8(), told)) continue;
      if (tells_one_date(file, told, claim) && find_deed(file, told, deed)) {
        out.push_back(std::move(deed));
      }
    }
    return out;
  }

  static bool tells_one_date(const FileView& file, Span told, const Claim& date) {
    return std::none_of(file.claims.begin(), file.claims.end(), [&](const Claim& claim) {
      return &claim != &date && days_of(claim.value).has_value() && claim.span.overlaps(told) &&
             !claim.span.overlaps(date.span);
    });
  }

  /// The one deed of a date, in its clause or else in its sentence, and what was done.
  bool find_deed(const FileView& file, Span told, DatedDeed& out) const {
    const std::string_view text = file.slice(told);
    const std::vector<std::string_view> words = words_in(text);
    const std::string_view date = file.slice(out.date->span);
    std::vector<std::size_t> near;
    std::vector<std::size_t> far;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!patterns_.is_word("once_done", ascii_lower(words[i]))) continue;
      (parted(text, words[i], date) ? far : near).push_back(i);
    }
    if (near.size() > 1 || near.size() + far.size() == 0) return false;
    if (near.empty() && far.size() > 1) return false;  // which is dated nobody can tell
    const std::size_t at = near.empty() ? far.front() : near.front();
    out.word = ascii_lower(words[at]);
    out.deed = patterns_.stem(out.word);
    add_things(text, words, at, out);
    return !out.thing.empty();
  }

  void add_things(std::string_view text, const std::vector<std::string_view>& words, std::size_t at,
                  DatedDeed& out) const {
    const std::size_t end = std::min(words.size(), at + kNear + 1);
    for (std::size_t i = at - std::min(at, kNear); i < end; ++i) {
      if (i == at || parted(text, words[i], words[at])) continue;
      const std::string word = ascii_lower(words[i]);
      // "Live in the branches" is not all of it.
      const bool place = i > at && patterns_.is_word("placing", word);
      const bool light = patterns_.is_word("light", word) || patterns_.is_word("month", word);
      const std::string content = light ? std::string() : content_word(word, patterns_);
      out.limited = out.limited || (place && i + 1 < end && !is_date_word(words[i + 1]));
      if (!content.empty() && !is_date_word(word)) out.thing.push_back(content);
    }
    sort_unique(out.thing);
  }

  bool is_date_word(std::string_view word) const {
    const std::string lower = ascii_lower(word);
    return is_ascii_digit(lower.front()) || patterns_.is_word("month", lower) ||
           patterns_.is_word("season", lower);
  }

  /// Whether another clause begins between two pieces of a text.
  static bool parted(std::string_view text, std::string_view a, std::string_view b) {
    if (b.data() < a.data()) std::swap(a, b);
    const auto begin = static_cast<std::size_t>(a.data() + a.size() - text.data());
    const auto end = static_cast<std::size_t>(b.data() - text.data());
    return begin < end &&
           text.substr(begin, end - begin).find_first_of(",;(") != std::string_view::npos;
  }

  static bool of_two_things(const DatedDeed& a, const DatedDeed& b) {
    const std::string& left = a.setting->project;
    const std::string& right = b.setting->project;
    if (!left.empty() && !right.empty() && left != right) return true;
    return apart(a.context->names, b.context->names) || apart(a.context->marks, b.context->marks);
  }

  static bool contradict(const DatedDeed& a, const DatedDeed& b) {
    if (!times_apart({a.days}, {b.days}) || of_two_things(a, b)) return false;
    const std::size_t common = count_shared(a.thing, b.thing);
    const std::size_t least = std::min(a.thing.size(), b.thing.size());
    const bool one_file = a.date->file == b.date->file;
    return common >= kTold ? 2 * common >= least + 1
                           : one_file && common == 1 && least == 1 && a.limited == b.limited;
  }

  static void report(const SpeakerView& speaker, const DatedDeed& odd, const DatedDeed& other,
                     Sink& sink) {
    if (sink.told(place_of(*odd.date)) || sink.told(place_of(*other.date))) return;
    Finding& finding = sink.add(place_of(*odd.date), {{"said", words_of(speaker, *odd.date)},
                                                      {"other", words_of(speaker, *other.date)},
                                                      {"deed", odd.word}});
    finding.narrative = odd.date->narrative;
    finding.key = key_of_sides({side_of(*odd.date), side_of(*other.date)});
    add_places(speaker, {other.date}, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  Pattern unless_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<Pattern> unless = any_of(options, "unless");
  if (!unless) return unless.error();
  return std::unique_ptr<Rule>(std::make_unique<DatedRule>(context.claims, std::move(*unless)));
}

}  // namespace

Kind dated_kind() {
  using toml_doc::FieldType;
  return {"dated",
          "one thing that happened, told with two dates",
          {"said", "other", "deed", "text"},
          {"place"},
          {{"unless", FieldType::Strings, "in a sentence: its date is of no one deed, or of a plan",
            true}},
          compile};
}

}  // namespace starlint
