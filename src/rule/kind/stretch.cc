// stretch: a duration beside the dates of the same thing, when the dates leave another time between
// them. The stretch is told by one interval ("from 2 May to 4 July") or by two dates that stand for
// its beginning and its end. A duration that says of what it is ("two years that I covered for Mrs
// Dahl"), and one whose sentence says again what the dates are of, is held against dates wherever
// they stand.
#include <algorithm>
#include <map>

#include "base/strings.h"
#include "claim/claim_order.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kDay = 86400;
constexpr double kMonth = 30.44;  // days
constexpr double kInMonths = 60;  // days from which a length is told in months
constexpr double kSlack = 0.12;   // of a duration: months differ, and ends are rounded
constexpr double kFewDays = 2;
constexpr double kFar = 20;            // times: so much shorter, a duration is of something else
constexpr std::size_t kToldAgain = 3;  // words that the dates and a duration elsewhere both have
constexpr std::size_t kLog = 100;      // stretches of a setting: of more, one fits by chance
constexpr double kPoint = 1.5;  // an interval of so many of its smallest unit is a point in time

/// What the dates leave: days from the first to behind the last, and how exact the ends are.
struct Stretch {
  std::vector<const Claim*> told;  // one interval, or the two ends
  double days = 0;
  double grain = 0;
  std::vector<std::string> words = {};  // content words of the sentences around its dates; sorted

  Bounds bounds() const {
    const double least = grain > 1 ? days - 2 * grain : days - 1;
    return {std::max(least, 0.0) * kDay, (grain > 1 ? days : days + 1) * kDay};
  }
};

/// Dates that stand for a beginning or an end.
struct Ends {
  std::vector<const Claim*> begins;
  std::vector<const Claim*> ends;
};

/// Nobody tells in minutes what went on for days, or in days what went on for years.
bool is_too_fine(const Value& duration, const Stretch& stretch) {
  return (duration.high < kDay && stretch.days > kFewDays) ||
         duration.high * kFar < stretch.days * kDay;
}

bool agree(const Value& duration, const Stretch& stretch) {
  Bounds said = read_value(duration, Counting::Measured).strict;
  said.low = std::min(said.low, duration.low * (1 - kSlack));
  said.high = std::max(said.high, duration.high * (1 + kSlack));
  return meet(said, stretch.bounds());
}

class StretchRule : public Rule {
 public:
  StretchRule(const ClaimPatterns& patterns, std::vector<std::string> durations, std::string begin,
              std::string end, std::string named)
      : patterns_(patterns),
        durations_(std::move(durations)),
        begin_(std::move(begin)),
        end_(std::move(end)),
        named_(std::move(named)) {}

  void check(const FileView& file, Sink& sink) const override {
    std::vector<const Claim*> durations;
    for (const Claim& claim : file.claims) {
      const bool said = is_of_stretch(claim) && claim.modality == Modality::Asserted;
      if (said && claim.value.kind == ValueKind::Duration) durations.push_back(&claim);
    }
    for (const Claim* duration : durations) {
      if (const std::vector<Stretch>* stretches = stretches_around(file, *duration)) {
        check_duration(file, *duration, *stretches, sink);
      }
    }
  }

  void prepare(const FileView& file) const override { stretches_in(file); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<const Stretch*> stretches;
    for (const FileView* file : speaker.files) {
      for (const std::vector<Stretch>& of_setting : stretches_in(*file)) {
        for (const Stretch& stretch : of_setting) stretches.push_back(&stretch);
      }
    }
    if (stretches.empty()) return;
    for (const FileView* file : speaker.files) {
      for (const FigureContext& context : contexts_of(*file, patterns_)) {
        const Claim& claim = file->claims[context.claim];
        const bool duration = claim.value.kind == ValueKind::Duration;
        if (!duration || claim.modality != Modality::Asserted) continue;
        const Stretch* meant = nullptr;
        if (!named_.empty() && claim.attribute == named_) meant = too_short_for(claim, stretches);
        if (is_of_stretch(claim)) meant = told_elsewhere(*file, claim, context, stretches);
        if (meant == nullptr || sink.told(place_of(claim))) continue;
        Finding& finding = add(sink, claim, words_of(speaker, claim), *meant,
                               [&](const Claim& one) { return words_of(speaker, one); });
        add_places(speaker, meant->told, sink.info(), finding);
      }
    }
  }

 private:
  bool is_of_stretch(const Claim& claim) const {
    return std::find(durations_.begin(), durations_.end(), claim.attribute) != durations_.end();
  }

  /// The one stretch of another place whose sentences say what the duration's says, where it does
  /// not fit: "from the first box packed to the last it took a year and a half".
  const Stretch* told_elsewhere(const FileView& file, const Claim& duration,
                                const FigureContext& context,
                                const std::vector<const Stretch*>& stretches) const {
    const std::vector<Stretch>* around = stretches_around(file, duration);
    if (around == nullptr || !around->empty()) return nullptr;
    const Stretch* out = nullptr;
    for (const Stretch* stretch : stretches) {
      const auto shared = static_cast<std::size_t>(
          std::count_if(context.words.begin(), context.words.end(), [&](const std::string& word) {
            return std::binary_search(stretch->words.begin(), stretch->words.end(), word);
          }));
      if (shared < kToldAgain || 2 * shared < context.words.size()) continue;
      if (out != nullptr || agree(duration.value, *stretch)) return nullptr;
      out = stretch;
    }
    return out;
  }

  /// By setting.
  const std::vector<std::vector<Stretch>>& stretches_in(const FileView& file) const {
    return file.memo.keep<std::vector<std::vector<Stretch>>>(this, [&] {
      std::vector<std::vector<Stretch>> out;
      const std::vector<Setting>& settings = settings_of(file, patterns_);
      for (const Setting& setting : settings) {
        Ends ends;
        out.push_back(stretches_of(file, setting, ends));
        add_ends(ends, out.back());
      }
      add_projects(file, settings, out);
      add_words(file, out);
      return out;
    });
  }

  static bool is_of_project(const Setting& setting) {
    return !setting.project.empty() && !setting.employer;
  }

  /// "Start: 4 October … End: 25 February" stand above the story of the project that they are of.
  void add_projects(const FileView& file, const std::vector<Setting>& settings,
                    std::vector<std::vector<Stretch>>& stretches) const {
    std::map<std::string_view, Ends> projects;
    for (const Setting& setting : settings) {
      if (is_of_project(setting)) stretches_of(file, setting, projects[setting.project]);
    }
    for (std::size_t i = 0; i < settings.size(); ++i) {
      if (!stretches[i].empty() || !is_of_project(settings[i])) continue;
      add_ends(projects[settings[i].project], stretches[i]);
    }
  }

  /// Those of the setting around a claim; nullptr where there is none.
  const std::vector<Stretch>* stretches_around(const FileView& file, const Claim& claim) const {
    const std::vector<Setting>& settings = settings_of(file, patterns_);
    const Setting* setting = setting_at(settings, claim.span.begin);
    if (setting == nullptr) return nullptr;
    return &stretches_in(file)[static_cast<std::size_t>(setting - settings.data())];
  }

  void add_words(const FileView& file, std::vector<std::vector<Stretch>>& stretches) const {
    std::multimap<const Claim*, Stretch*> told;
    for (std::vector<Stretch>& of_setting : stretches) {
      for (Stretch& stretch : of_setting) {
        for (const Claim* claim : stretch.told) told.emplace(claim, &stretch);
      }
    }
    if (told.empty()) return;
    for (const FigureContext& context : contexts_of(file, patterns_)) {
      const auto [first, last] = told.equal_range(&file.claims[context.claim]);
      for (auto one = first; one != last; ++one) {
        std::vector<std::string>& words = one->second->words;
        words.insert(words.end(), context.words.begin(), context.words.end());
      }
    }
    for (const auto& [claim, stretch] : told) {
      std::sort(stretch->words.begin(), stretch->words.end());
    }
  }

  /// The last stretch that tells of what a duration names, where it is longer than each of them.
  const Stretch* too_short_for(const Claim& duration,
                               const std::vector<const Stretch*>& stretches) const {
    std::vector<std::string> subject;
    for (const std::string_view word : words_in(duration.subject)) {
      std::string content = content_word(word, patterns_);
      if (!content.empty() && !patterns_.is_word("light", word))
        subject.push_back(std::move(content));
    }
    const Stretch* out = nullptr;
    const double low = read_value(duration.value, Counting::Measured).strict.low;
    for (const Stretch* stretch : stretches) {
      const bool of_it =
          !subject.empty() &&
          std::all_of(subject.begin(), subject.end(), [&](const std::string& word) {
            return std::binary_search(stretch->words.begin(), stretch->words.end(), word);
          });
      if (!of_it) continue;
      if (low <= stretch->bounds().high * (1 + kSlack)) return nullptr;
      out = stretch;
    }
    return out;
  }

  /// A finding in the unit of the stretch.
  template <typename WordsOf>
  static Finding& add(Sink& sink, const Claim& duration, std::string said, const Stretch& stretch,
                      WordsOf words_of_claim) {
    const bool months = stretch.days >= kInMonths;
    const double length = months ? stretch.days / kMonth : stretch.days;
    std::vector<std::string> dates;
    for (const Claim* claim : stretch.told) dates.push_back(words_of_claim(*claim));
    Finding& finding = sink.add(place_of(duration),
                                {{"said", std::move(said)},
                                 {"dates", join(dates, " … ")},
                                 {"length", decimal(length, months ? 1 : 0)}},
                                months ? "months" : "days");
    finding.narrative = duration.narrative;
    return finding;
  }

  /// Those told by one interval; dates that begin or end one go to `ends`.
  std::vector<Stretch> stretches_of(const FileView& file, const Setting& setting,
                                    Ends& ends) const {
    std::vector<Stretch> out;
    for (auto at = claims_from(file.claims, setting.span.begin);
         at != file.claims.end() && at->span.begin < setting.span.end; ++at) {
      const Claim& claim = *at;
      const Value& value = claim.value;
      const bool dated = value.kind == ValueKind::Interval || value.kind == ValueKind::Date;
      if (!dated || claim.modality != Modality::Asserted) continue;
      if (value.open_low || value.open_high) continue;
      if (claim.attribute == begin_) add_once(claim, ends.begins);
      if (claim.attribute == end_) add_once(claim, ends.ends);
      if (value.high - value.low > kPoint * value.resolution) {
        out.push_back({{&claim}, value.high - value.low, value.resolution});
      }
    }
    return out;
  }

  /// A date told again is no other one.
  static void add_once(const Claim& claim, std::vector<const Claim*>& dates) {
    const bool told = std::any_of(dates.begin(), dates.end(), [&](const Claim* one) {
      return one->value.low == claim.value.low && one->value.high == claim.value.high;
    });
    if (!told) dates.push_back(&claim);
  }

  static void add_ends(const Ends& dates, std::vector<Stretch>& out) {
    if (dates.begins.size() != 1 || dates.ends.size() != 1) return;
    const Claim& begin = *dates.begins.front();
    const Claim& end = *dates.ends.front();
    const double last = std::max(end.value.high, end.value.low + 1);
    if (end.value.low <= begin.value.low) return;
    out.push_back({{&begin, &end},
                   last - begin.value.low,
                   std::max(begin.value.resolution, end.value.resolution)});
  }

  /// Of several stretches those in its own sentence count, else the last one before it; but a
  /// duration that fits any of them is taken to mean that one.
  static void check_duration(const FileView& file, const Claim& duration,
                             const std::vector<Stretch>& stretches, Sink& sink) {
    if (stretches.size() > kLog) return;
    const Stretch* meant = nullptr;
    bool found = false;
    for (const Stretch& stretch : stretches) {
      const Claim& last = *stretch.told.back();
      const bool here = last.sentence == duration.sentence;
      if (found && !here) break;
      if (agree(duration.value, stretch)) return;
      if (meant == nullptr || here || last.span.begin < duration.span.begin) meant = &stretch;
      found = here;
    }
    if (meant == nullptr || is_too_fine(duration.value, *meant)) return;
    Finding& finding = add(sink, duration, words_of(file, duration), *meant,
                           [&](const Claim& one) { return words_of(file, one); });
    add_places(file, meant->told, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  std::vector<std::string> durations_;
  std::string begin_;
  std::string end_;
  std::string named_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attributes(options, "durations", context.claims); !status) {
    return status.error();
  }
  for (const std::string_view key : {"begin", "end", "named"}) {
    if (Status status = check_attribute(options, key, context.claims); !status) {
      return status.error();
    }
  }
  return std::unique_ptr<Rule>(std::make_unique<StretchRule>(
      context.claims, options.strings("durations"), std::string(options.string("begin")),
      std::string(options.string("end")), std::string(options.string("named"))));
}

}  // namespace

Kind stretch_kind() {
  using toml_doc::FieldType;
  return {
      "stretch",
      "a duration that the dates of the same story do not leave",
      {"said", "dates", "length", "text"},
      {"months", "days", "place"},
      {{"durations", FieldType::Strings, "attributes of durations that mean a whole stretch", true},
       {"begin", FieldType::String, "attribute of dates that begin one"},
       {"end", FieldType::String, "attribute of dates that end one"},
       {"named", FieldType::String, "attribute of durations that say of what they are"}},
      compile};
}

}  // namespace starlint
