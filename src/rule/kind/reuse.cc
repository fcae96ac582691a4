// reuse: one story told for two employers: the same figures and days, in words that are much the
// same. Stories and sections are held against each other as wholes, for a story told anew has other
// sentences.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/sorted.h"
#include "base/strings.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/told.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr double kSmall = 10;       // smaller counts meet by chance
constexpr std::size_t kMost = 8;    // accounts with one figure: in more of them it tells nothing
constexpr double kTold = 1;         // for a figure of both
constexpr double kMeeting = 0.5;    // for one that may meet by chance: a small count, a year
constexpr double kDay = 2;          // for a day
constexpr double kOneDay = 1.5;     // days: a longer stretch is no day
constexpr double kLeast = 1.5;      // figures in words that are the same
constexpr double kClose = 2;        // figures in words that are nearly the same
constexpr double kLoose = 3;        // figures in other words
constexpr double kNearlyAll = 0.8;  // of the words: they are the same
constexpr std::size_t kWords = 6;   // of both, at least, in other words
constexpr std::size_t kFewest = 4;  // of both, in much the same words

/// What the text of a story or section tells.
struct Telling {
  std::map<std::string, const Claim*, std::less<>> figures;  // first telling of each, by value
  std::vector<std::string_view> employers;                   // names that it gives as theirs
};

/// A story or section: what it tells, and for whom.
struct Account {
  const FileView* file = nullptr;
  const Setting* setting = nullptr;
  const Telling* telling = nullptr;
  std::vector<std::string> employers;  // words of their names, sorted
  std::string employer;                // as it is shown
};

/// What may be shared by chance counts less.
double weight_of(const Value& value) {
  const bool date = value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
  if (date) return value.high - value.low <= kOneDay ? kDay : kMeeting;
  const bool whole = value.low == std::floor(value.low);
  const bool small = value.kind == ValueKind::Cardinal && value.low < kSmall && whole;
  return small ? kMeeting : kTold;
}

/// "9 to 4 percent": a bare number may be of the unit that follows.
std::string key_of(const Value& value) {
  const bool bare = value.kind == ValueKind::Cardinal || value.kind == ValueKind::Percent;
  return cat(bare ? "number" : name_of(value.kind), " ", decimal(value.low, 3), " ",
             decimal(value.high, 3), " ", bare ? std::string() : value.unit);
}

bool is_told(const Claim& claim) {
  const Value& value = claim.value;
  const bool one = value.kind == ValueKind::Cardinal && std::abs(value.low) <= 1;
  const bool open = value.open_low || value.open_high;
  return claim.modality != Modality::Question && !one && !open && value.kind != ValueKind::Name &&
         value.kind != ValueKind::Age && value.kind != ValueKind::Range;
}

class ReuseRule : public Rule {
 public:
  ReuseRule(const ClaimPatterns& patterns, Pattern employer, double close, double loose)
      : patterns_(patterns), employer_(std::move(employer)), close_(close), loose_(loose) {}

  void prepare(const FileView& file) const override { tellings_of(file); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<Account> accounts;
    for (const FileView* file : speaker.files) {
      add_accounts(*file, settings_of(speaker, *file, patterns_), accounts);
    }
    for (const auto& [pair, figures] : shared_figures(accounts)) {
      const Account& first = accounts[pair.first];
      const Account& second = accounts[pair.second];
      if (same_story(first, second, figures)) report(first, second, sink);
    }
  }

 private:
  using Pairs = std::map<std::pair<std::size_t, std::size_t>, double>;

  /// By setting; none where the language is not understood.
  const std::vector<Telling>& tellings_of(const FileView& file) const {
    return file.memo.keep<std::vector<Telling>>(this, [&] {
      std::vector<Telling> out;
      if (!is_understood(file, patterns_)) return out;
      auto claim = file.claims.begin();
      for (const Setting& setting : settings_of(file, patterns_)) {
        Telling& telling = out.emplace_back();
        while (claim != file.claims.end() && claim->span.begin < setting.span.begin) ++claim;
        for (; claim != file.claims.end() && claim->span.begin < setting.span.end; ++claim) {
          if (is_told(*claim)) telling.figures.emplace(key_of(claim->value), &*claim);
        }
        if (telling.figures.empty()) continue;
        for (const Match& match : employer_.find_all(file.text.utf8(), setting.span)) {
          const Span name = match.groups.front();
          if (!name.empty()) telling.employers.push_back(file.slice(name));
        }
      }
      return out;
    });
  }

  /// `settings` are those of the file, and what else is known of their projects.
  void add_accounts(const FileView& file, const std::vector<Setting>& settings,
                    std::vector<Account>& out) const {
    const std::vector<Telling>& tellings = tellings_of(file);
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      if (tellings[i].figures.empty()) continue;
      Account account{&file, &settings[i], &tellings[i], {}, {}};
      name_employers(account);
      if (!account.employers.empty()) out.push_back(std::move(account));
    }
  }

  /// The project or employer of the setting, and the names that its text gives as an employer's.
  void name_employers(Account& account) const {
    if (!account.setting->project.empty()) add_employer(account, account.setting->project);
    for (const std::string_view name : account.telling->employers) add_employer(account, name);
    sort_unique(account.employers);
  }

  /// "At Christmas" names none.
  bool is_time(std::string_view word) const {
    const std::string lower = ascii_lower(word);
    return patterns_.is_word("not_a_name", lower) || !patterns_.contrast(lower).empty();
  }

  void add_employer(Account& account, std::string_view name) const {
    const std::size_t before = account.employers.size();
    const std::vector<std::string_view> words = words_in(name);
    if (words.empty() || is_time(words.front())) return;
    for (const std::string_view word : words) {
      std::string content = content_word(word, patterns_);  // no numbers
      if (!content.empty()) account.employers.push_back(std::move(content));
    }
    const bool first = account.employer.empty() && account.employers.size() > before;
    if (first) account.employer = ascii_lower(name);
  }

  /// The weight of the figures that two accounts share.
  static Pairs shared_figures(const std::vector<Account>& accounts) {
    std::map<std::string_view, std::vector<std::size_t>> by_figure;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      for (const auto& [key, claim] : accounts[i].telling->figures) by_figure[key].push_back(i);
    }
    Pairs pairs;
    for (const auto& [key, places] : by_figure) {
      if (places.size() > kMost) continue;
      for (std::size_t a = 0; a < places.size(); ++a) {
        const auto& figures = accounts[places[a]].telling->figures;
        const double weight = weight_of(figures.find(key)->second->value);
        for (std::size_t b = a + 1; b < places.size(); ++b) {
          pairs[{places[a], places[b]}] += weight;
        }
      }
    }
    return pairs;
  }

  const std::vector<std::string>& words_in_account(const Account& account) const {
    return account_words(*account.file, *account.setting, patterns_);
  }

  /// Of the content words, without those that name its employers.
  double count_own_words(const Account& account) const {
    const std::vector<std::string>& words = words_in_account(account);
    return static_cast<double>(words.size() - count_shared(words, account.employers));
  }

  std::size_t count_common_words(const Account& a, const Account& b) const {
    const std::vector<std::string> both = shared(words_in_account(a), words_in_account(b));
    return static_cast<std::size_t>(
        std::count_if(both.begin(), both.end(), [&](const std::string& word) {
          return !std::binary_search(a.employers.begin(), a.employers.end(), word) &&
                 !std::binary_search(b.employers.begin(), b.employers.end(), word);
        }));
  }

  bool same_story(const Account& a, const Account& b, double figures) const {
    if (figures < kLeast || count_shared(a.employers, b.employers) > 0) return false;
    const std::size_t common = count_common_words(a, b);
    const double shorter = std::min(count_own_words(a), count_own_words(b));
    const auto both = static_cast<double>(common);
    const double share = figures < kClose ? kNearlyAll : close_;
    return (common >= kFewest && both >= share * shorter) ||
           (figures >= kLoose && common >= kWords && both >= loose_ * shorter);
  }

  static void report(const Account& a, const Account& b, Sink& sink) {
    std::vector<std::pair<const Claim*, const Claim*>> shared;
    for (const auto& [key, claim] : b.telling->figures) {
      const auto there = a.telling->figures.find(key);
      if (there != a.telling->figures.end()) shared.emplace_back(claim, there->second);
    }
    std::sort(shared.begin(), shared.end(), [](const auto& left, const auto& right) {
      return left.first->span.begin < right.first->span.begin;
    });
    const Claim& here = *shared.front().first;
    Finding& finding =
        sink.add(place_of(here),
                 {{"said", words_of(*b.file, here)}, {"here", b.employer}, {"there", a.employer}});
    finding.narrative = here.narrative;
    finding.key = key_of_sides({a.employer, b.employer});
    for (const auto& [again, first] : shared) {
      finding.related.push_back({place_of(*first), words_of(*a.file, *first)});
      if (again != &here) finding.related.push_back({place_of(*again), words_of(*b.file, *again)});
    }
  }

  const ClaimPatterns& patterns_;
  Pattern employer_;
  double close_;
  double loose_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  PatternOptions as_written = options.patterns();
  as_written.ignore_case = false;
  Result<Pattern> employer = Pattern::compile(options.string("employer"), as_written);
  if (!employer) return options.error("employer", employer.error().message, employer.error().hint);
  return std::unique_ptr<Rule>(std::make_unique<ReuseRule>(context.claims, *std::move(employer),
                                                           options.number("share", 0.5),
                                                           options.number("loose_share", 0.3)));
}

}  // namespace

Kind reuse_kind() {
  using toml_doc::FieldType;
  return {"reuse",
          "one story told for two employers",
          {"said", "here", "there"},
          {},
          {{"employer", FieldType::String,
            "expression whose first group is the name of an employer", true},
           {"share", FieldType::Number,
            "of the words of the shorter one that both have, where two figures meet (0.5)"},
           {"loose_share", FieldType::Number, "the same, where three figures or more meet (0.3)"}},
          compile};
}

}  // namespace starlint
