// employment: what stories say of a post and what the dated posts say: when it began, how long it
// lasted, what happened there and when, whether it was over others. Two posts at one employer in
// one time are the same post.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "claim/names.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_tenures.h"
#include "rule/kind/told_days.h"

namespace starlint {

namespace {

constexpr double kYear = 365.25;           // days
constexpr double kYearSeconds = 31536000;  // as durations count years
constexpr double kSlack = 2;               // years that notes are told after their latest date
constexpr double kRounded = 1;             // years by which a stay may be rounded
constexpr double kSameDay = 31;            // days: ends of two posts that are one

struct Spec {
  std::string joined;
  std::vector<std::string> stayed;
  std::string event;
  std::string left;
  std::string current;
};

/// A claim of one attribute with the words of the employer it names.
struct Said {
  const Claim* claim = nullptr;
  std::vector<std::string_view> employer;
};

class EmploymentRule : public Rule {
 public:
  EmploymentRule(const ClaimPatterns& patterns, Spec spec)
      : patterns_(patterns), spec_(std::move(spec)) {}

  void prepare(const FileView& file) const override { days_told(file, patterns_); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const SpeakerTenures tenures = read_speaker_tenures(speaker, patterns_);
    const std::vector<Said> joined = said_of(speaker, spec_.joined);
    check_beginnings(speaker, tenures, joined, sink);
    for (const std::string& attribute : spec_.stayed) {
      for (const Said& stay : said_of(speaker, attribute)) {
        check_stay(speaker, tenures, joined, stay, sink);
      }
    }
    const std::vector<Said> left = said_of(speaker, spec_.left);
    for (const Said& event : said_of(speaker, spec_.event)) {
      check_event(speaker, tenures, joined, event, sink);
      check_after_leaving(speaker, joined, left, event, sink);
    }
    for (const Said& end : left) check_leaving(speaker, tenures, end, sink);
    check_days(speaker, tenures, joined, left, sink);
    for (const Said& current : said_of(speaker, spec_.current)) {
      check_current(speaker, tenures, current, sink);
    }
    check_titles(speaker, tenures, sink);
  }

 private:
  static std::vector<Said> said_of(const SpeakerView& speaker, const std::string& attribute) {
    std::vector<Said> out;
    for (const FileView* file : speaker.files) {
      for (const Claim& claim : file->claims) {
        if (claim.attribute != attribute || claim.subject.empty()) continue;
        if (claim.modality == Modality::Asserted)
          out.push_back({&claim, split(claim.subject, ' ')});
      }
    }
    return out;
  }

  bool at_employer(const Tenure& tenure, const Said& said) const {
    return std::all_of(said.employer.begin(), said.employer.end(), [&](std::string_view word) {
      return std::any_of(tenure.names.begin(), tenure.names.end(), [&](const std::string& name) {
        return name == word || patterns_.nouns().fold(name) == word;
      });
    });
  }

  std::vector<const Tenure*> posts_at(const SpeakerTenures& tenures, const Said& said) const {
    std::vector<const Tenure*> out;
    for (const Tenure& tenure : tenures.all) {
      if (!tenure.names.empty() && at_employer(tenure, said)) out.push_back(&tenure);
    }
    return out;
  }

  /// Whether a date can be the day on which a post began.
  static bool begins(const Value& date, const Tenure& tenure) {
    return date.low < tenure.low + std::max(tenure.grain, 1.0) &&
           tenure.low < std::max(date.high, date.low + 1);
  }

  void check_beginnings(const SpeakerView& speaker, const SpeakerTenures& tenures,
                        const std::vector<Said>& joined, Sink& sink) const {
    for (std::size_t i = 0; i < joined.size(); ++i) {
      const Claim& claim = *joined[i].claim;
      if (!is_day(claim.value)) continue;
      const std::vector<const Tenure*> posts = posts_at(tenures, joined[i]);
      const bool fits = std::any_of(posts.begin(), posts.end(), [&](const Tenure* post) {
        return begins(claim.value, *post) || told_by(*post, claim);
      });
      if (!posts.empty() && !fits) {
        report(speaker, joined[i], posts.front()->dates, "begin", sink);
        continue;
      }
      for (std::size_t j = 0; j < i && posts.empty(); ++j) {
        const Claim& earlier = *joined[j].claim;
        if (earlier.subject != claim.subject || !is_day(earlier.value)) continue;
        if (std::max(earlier.value.low, claim.value.low) <
            std::min(earlier.value.high, claim.value.high)) {
          continue;
        }
        report(speaker, joined[i], {&earlier}, "begin", sink);
        break;
      }
    }
  }

  static bool told_by(const Tenure& tenure, const Claim& claim) {
    return std::find(tenure.dates.begin(), tenure.dates.end(), &claim) != tenure.dates.end();
  }

  /// A stay that is longer than its dates leave, or than lies between its beginning and the latest
  /// date of the notes.
  void check_stay(const SpeakerView& speaker, const SpeakerTenures& tenures,
                  const std::vector<Said>& joined, const Said& stay, Sink& sink) const {
    const Claim* first = nullptr;
    double end = 0;
    bool ended = true;
    for (const Tenure* post : posts_at(tenures, stay)) {
      if (first == nullptr || post->low < first->value.low) first = post->dates.front();
      end = std::max(end, post->high);
      ended = ended && post->ended;
    }
    for (const Said& one : joined) {
      if (first != nullptr || one.claim->subject != stay.claim->subject) continue;
      if (!is_day(one.claim->value)) continue;
      first = one.claim;
      ended = false;
    }
    const Value& said = stay.claim->value;
    if (first == nullptr || said.kind != ValueKind::Duration) return;
    const double years = ((ended ? end : tenures.last_day) - first->value.low) / kYear;
    const double most = years + (ended ? kRounded : kSlack);
    if (read_value(said, Counting::Measured).strict.low / kYearSeconds <= most) return;
    report(speaker, stay, {first}, "stay", sink);
  }

  /// Who left an employer has no post there that ends in another year.
  void check_leaving(const SpeakerView& speaker, const SpeakerTenures& tenures, const Said& left,
                     Sink& sink) const {
    const Value& told = left.claim->value;
    const Tenure* last = nullptr;
    for (const Tenure* post : posts_at(tenures, left)) {
      if (!post->ended || told_by(*post, *left.claim)) return;
      if (last == nullptr || last->high < post->high) last = post;
    }
    if (last == nullptr || !is_day(told) || told.open_high) return;
    const bool same = told.low <= last->high + kSameDay &&
                      last->high - std::max(last->grain, 1.0) <= told.high + kSameDay;
    if (!same) report(speaker, left, last->dates, "left", sink);
  }

  /// What is told of a day at an employer lies within the posts there.
  void check_event(const SpeakerView& speaker, const SpeakerTenures& tenures,
                   const std::vector<Said>& joined, const Said& event, Sink& sink) const {
    const Value& told = event.claim->value;
    if (!is_day(told) || told.open_high) return;
    const Claim* first = nullptr;
    double end = 0;
    bool ended = true;
    const auto begins = [&](const Claim& claim) {
      if (first == nullptr || claim.value.low < first->value.low) first = &claim;
    };
    for (const Tenure* post : posts_at(tenures, event)) {
      const bool own = told_by(*post, *event.claim);
      if (own && event.claim->narrative == kNone) return;
      if (own) continue;  // "I worked there from 2017 to 2021", told in a story
      begins(*post->dates.front());
      end = std::max(end, post->high);
      ended = ended && post->ended;
    }
    for (const Said& one : joined) {
      if (one.employer != event.employer || !is_day(one.claim->value)) continue;
      ended = ended && first != nullptr;
      begins(*one.claim);
    }
    if (first == nullptr) return;
    const double unit = std::max(told.resolution, 1.0);
    const bool stretch = told.high - told.low > 2 * unit;  // its ends count
    const bool early = (stretch ? told.low + unit : told.high) + kSameDay <= first->value.low;
    const bool late = ended && end + kSameDay <= (stretch ? told.high - unit : told.low);
    if (early || late) report(speaker, event, {first}, early ? "early" : "late", sink);
  }

  /// "It was in May 2018 that I …", and the sentence names an employer: a day there, unless it
  /// tells of the time before.
  void check_days(const SpeakerView& speaker, const SpeakerTenures& tenures,
                  const std::vector<Said>& joined, const std::vector<Said>& left,
                  Sink& sink) const {
    for (const FileView* file : speaker.files) {
      const std::string_view text = file->text.utf8();
      for (const ToldDay& told : days_told(*file, patterns_)) {
        Said day{told.claim, employer_in(tenures, text, told.told)};
        if (day.employer.empty()) day = named_in(text, told.told, {joined, left}, *told.claim);
        if (day.employer.empty()) continue;
        check_event(speaker, tenures, joined, day, sink);
        check_after_leaving(speaker, joined, left, day, sink);
      }
    }
  }

  /// The one employer, joined or left, that a sentence names by the first word of its name.
  static Said named_in(std::string_view text, Span told,
                       const std::vector<std::vector<Said>>& posts, const Claim& day) {
    std::vector<std::string> names;
    add_names(text, told, nullptr, names);
    Said out{&day, {}};
    for (const std::vector<Said>& some : posts) {
      for (const Said& post : some) {
        const bool named =
            std::find(names.begin(), names.end(), post.employer.front()) != names.end();
        if (!named || post.employer == out.employer) continue;
        if (!out.employer.empty()) return {&day, {}};
        out.employer = post.employer;
      }
    }
    return out;
  }

  /// The names in a sentence that only one employer has; none where it names several of them.
  std::vector<std::string_view> employer_in(const SpeakerTenures& tenures, std::string_view text,
                                            Span sentence) const {
    std::vector<std::string> said;
    add_names(text, sentence, patterns_.word_class("of_many_posts"), said);
    std::vector<std::string_view> out;
    const Tenure* post = nullptr;
    for (const Tenure& tenure : tenures.all) {
      for (const std::string& name : tenure.names) {
        if (std::find(said.begin(), said.end(), name) == said.end()) continue;
        if (post != nullptr && !same_employer(*post, tenure)) return {};
        post = &tenure;
        out.emplace_back(name);
      }
    }
    return out;
  }

  /// Nothing happens to somebody at an employer who left it and did not come back.
  static void check_after_leaving(const SpeakerView& speaker, const std::vector<Said>& joined,
                                  const std::vector<Said>& left, const Said& event, Sink& sink) {
    const Value& told = event.claim->value;
    if (!is_day(told) || told.open_high) return;
    const auto same = [&](const Said& one) {
      return one.employer == event.employer && is_day(one.claim->value);
    };
    const Claim* leaving = nullptr;
    for (const Said& one : left) {
      if (!same(one)) continue;
      if (leaving == nullptr || leaving->value.low < one.claim->value.low) leaving = one.claim;
    }
    if (leaving == nullptr || told.low < leaving->value.high + kSameDay) return;
    const bool back = std::any_of(joined.begin(), joined.end(), [&](const Said& one) {
      return same(one) && one.claim->value.low >= leaving->value.low;
    });
    if (!back && !sink.told(place_of(*event.claim))) {
      report(speaker, event, {leaving}, "late", sink);
    }
  }

  /// An employer that is the present one, and all posts there have ended; unless the file with the
  /// claim is from a time when one had not.
  static bool is_from_before(const SpeakerView& speaker, const Claim& claim, double day) {
    for (const FileView* file : speaker.files) {
      if (file->source.id != claim.file || file->claims.empty()) continue;
      const Claim& first = file->claims.front();
      if (first.span.begin < claim.span.begin && is_day(first.value)) {
        return first.value.low < day;
      }
    }
    return false;
  }

  void check_current(const SpeakerView& speaker, const SpeakerTenures& tenures, const Said& current,
                     Sink& sink) const {
    const std::vector<const Tenure*> posts = posts_at(tenures, current);
    const Tenure* last = nullptr;
    for (const Tenure* post : posts) {
      if (!post->ended) return;
      if (last == nullptr || last->high < post->high) last = post;
    }
    if (last == nullptr || is_from_before(speaker, *current.claim, last->high)) return;
    if (last->high + kSameDay > tenures.last_day && last->file == current.claim->file) return;
    report(speaker, current, last->dates, "current", sink);
  }

  static bool ranks_apart(const Tenure& a, const Tenure& b) {
    const auto below = [](const Tenure& low, const Tenure& high) {
      return low.junior && !low.senior && high.senior && !high.junior;
    };
    return a.leads != b.leads || below(a, b) || below(b, a);
  }

  /// Sorted by time, posts of one time stand together.
  void check_titles(const SpeakerView& speaker, const SpeakerTenures& tenures, Sink& sink) const {
    std::vector<const Tenure*> posts;
    for (const Tenure& tenure : tenures.all) {
      if (!tenure.names.empty()) posts.push_back(&tenure);
    }
    std::stable_sort(posts.begin(), posts.end(),
                     [](const Tenure* a, const Tenure* b) { return a->low < b->low; });
    for (std::size_t i = 1; i < posts.size(); ++i) {
      const Tenure& first = *posts[i - 1];
      const Tenure& second = *posts[i];
      const bool same_time = std::abs(first.low - second.low) <= kSameDay &&
                             first.ended == second.ended &&
                             std::abs(first.high - second.high) <= kSameDay;
      if (!same_time || !ranks_apart(first, second) || !same_employer(first, second)) continue;
      report(speaker, {second.dates.front(), {}}, first.dates, "title", sink);
    }
  }

  /// Names are kept in small letters.
  static std::string name_of_employer(const Said& said) {
    std::vector<std::string> words;
    for (const std::string_view word : said.employer) {
      std::string& out = words.emplace_back(word);
      if (out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    }
    return join(words, " ");
  }

  static void report(const SpeakerView& speaker, const Said& said,
                     const std::vector<const Claim*>& others, std::string_view variant,
                     Sink& sink) {
    const Claim& claim = *said.claim;
    Finding& finding = sink.add(place_of(claim),
                                {{"said", words_of(speaker, claim)},
                                 {"other", words_of(speaker, *others.front())},
                                 {"employer", name_of_employer(said)}},
                                variant);
    finding.narrative = claim.narrative;
    add_places(speaker, others, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  Spec spec_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attributes(options, "stayed", context.claims); !status) {
    return status.error();
  }
  for (const std::string_view key : {"joined", "event", "left", "current"}) {
    if (options.string(key).empty()) continue;
    if (Status status = check_attribute(options, key, context.claims); !status) {
      return status.error();
    }
  }
  return std::unique_ptr<Rule>(std::make_unique<EmploymentRule>(
      context.claims,
      Spec{std::string(options.string("joined")), options.strings("stayed"),
           std::string(options.string("event")), std::string(options.string("left")),
           std::string(options.string("current"))}));
}

}  // namespace

Kind employment_kind() {
  using toml_doc::FieldType;
  return {"employment",
          "a post told with another beginning, length, time or rank than its dates have",
          {"said", "other", "employer", "text"},
          {"begin", "stay", "early", "late", "left", "title", "current", "place"},
          {{"joined", FieldType::String, "attribute of dates on which a post began", true},
           {"stayed", FieldType::Strings, "attributes of durations of a post", true},
           {"event", FieldType::String, "attribute of dates of what happened there", true},
           {"left", FieldType::String, "attribute of dates on which a post ended"},
           {"current", FieldType::String, "attribute of employers that are the present one"}},
          compile};
}

}  // namespace starlint
