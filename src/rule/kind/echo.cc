// echo: a sentence told again with another figure: the same thing is counted or measured, in the
// same words, at the same stage, and the figures cannot both be true.
#include <algorithm>
#include <deque>
#include <numeric>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/context.h"
#include "claim/topic.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/told.h"
#include "rule/kind/told_figures.h"
#include "rule/kind/told_signs.h"

namespace starlint {

namespace {

constexpr std::size_t kCommon = 24;  // a word in more sentences than that names nothing
constexpr std::size_t kRare = 6;     // a word in more topics than that tells none apart
constexpr std::size_t kLog = 200;    // figures of a section: one of more is a log, not an account

/// Places among the figures told, in order, as are the two.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

class EchoRule : public Rule {
 public:
  EchoRule(const ClaimPatterns& patterns, Likeness least) : patterns_(patterns), least_(least) {}

  void prepare(const FileView& file) const override { figures_of(file, patterns_); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const Figures figures = figures_of_all(speaker);
    report(speaker, figures.told, pairs_of(figures), sink);
  }

 private:
  using Rare = std::unordered_map<const Topic*, std::vector<std::string>>;

  /// The figures of all files; what stands around each points into the same.
  struct Figures {
    std::vector<Told> told;
    std::deque<std::vector<const Told*>> groups;
    Rare rare;
    std::vector<std::uint64_t> words;             // see FileFigures
    std::vector<const FileFigures::Group*> open;  // by figure
  };

  Figures figures_of_all(const SpeakerView& speaker) const {
    Figures out;
    std::size_t size = 0;
    for (const FileView* file : speaker.files) size += figures_of(*file, patterns_).told.size();
    out.told.reserve(size);
    for (const FileView* file : speaker.files) {
      const std::vector<Told>& told = figures_of(*file, patterns_).told;
      out.told.insert(out.told.end(), told.begin(), told.end());
    }
    out.rare = rare_words(speaker);
    std::size_t first = 0;  // figure of the file
    for (const FileView* file : speaker.files) {
      place(speaker, *file, first, out);
      first += figures_of(*file, patterns_).told.size();
    }
    return out;
  }

  void place(const SpeakerView& speaker, const FileView& file, std::size_t first,
             Figures& out) const {
    const FileFigures& figures = figures_of(file, patterns_);
    const std::span<Told> told = std::span(out.told).subspan(first, figures.told.size());
    stand_together(figures, told, out.groups);
    const std::vector<Setting>& settings = settings_of(speaker, file, patterns_);
    for (Told& one : told) {
      one.placed.setting = setting_at(settings, one.claim->span.begin);
      one.placed.topic = &out.rare.at(one.topic);
      one.placed.title = &one.topic->title;
      one.placed.years = &one.years;
    }
    for (const FileFigures::Group& open : figures.open) out.open.push_back(&open);
    out.words.insert(out.words.end(), figures.words.begin(), figures.words.end());
  }

  /// Leaves each topic its rare words: those of few topics, each topic counted once.
  Rare rare_words(const SpeakerView& speaker) const {
    std::unordered_map<std::uint64_t, std::size_t> counts;  // by hash of the word
    for (const FileView* file : speaker.files) {
      for (const FileFigures::HashedTopic& topic : figures_of(*file, patterns_).topics) {
        for (const std::uint64_t word : topic.words) ++counts[word];
      }
    }
    Rare rare;
    for (const FileView* file : speaker.files) {
      for (const FileFigures::HashedTopic& topic : figures_of(*file, patterns_).topics) {
        std::vector<std::string>& words = rare[topic.topic];
        for (std::size_t i = 0; i < topic.words.size(); ++i) {
          if (counts[topic.words[i]] <= kRare) words.push_back(topic.topic->words[i]);
        }
      }
    }
    return rare;
  }

  /// By word of the figures, as FileFigures tells them: the figures that have it, in order.
  class Meetings {
   public:
    explicit Meetings(const Figures& figures) {
      std::unordered_map<std::uint64_t, std::uint32_t> numbers;
      for (const std::uint64_t word : figures.words) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        words_.push_back(numbers.try_emplace(word, next).first->second);
      }
      ends_.resize(numbers.size() + 1);
      for (const std::uint32_t word : words_) ++ends_[word + 1];
      std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
      places_.resize(words_.size());
      auto word = words_.begin();
      for (std::uint32_t i = 0; i < figures.told.size(); ++i) {
        // An end moves from that of the word before to its own.
        for (std::size_t k = figures.told[i].context->words.size(); k > 0; --k) {
          places_[ends_[*word++]++] = i;
        }
      }
    }

    std::span<const std::uint32_t> at(std::size_t word) const {
      const std::uint32_t number = words_[word];
      const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
      return std::span(places_).subspan(begin, ends_[number] - begin);
    }

   private:
    std::vector<std::uint32_t> words_;  // numbers of them, figure by figure
    std::vector<std::uint32_t> ends_;   // by number: behind its places
    std::vector<std::uint32_t> places_;
  };

  /// Pairs meet at a word that few sentences have, so the join stays near linear. What one story or
  /// section tells need not share a word: "up from 1.4 million in 2021"; the file knows which of
  /// those pairs are open.
  Pairs pairs_of(const Figures& figures) const {
    const std::vector<Told>& told = figures.told;
    const Meetings meetings(figures);
    Pairs pairs;
    std::vector<std::size_t> others;
    std::size_t word = 0;
    for (std::size_t i = 0; i < told.size(); ++i) {
      others.clear();
      for (const std::size_t end = word + told[i].context->words.size(); word < end; ++word) {
        const std::span<const std::uint32_t> places = meetings.at(word);
        if (places.size() > kCommon) continue;
        others.insert(others.end(), std::upper_bound(places.begin(), places.end(), i),
                      places.end());
      }
      const std::vector<const Told*>& section = *told[i].section;
      if (section.size() <= kSection) {
        std::erase_if(others, [&](std::size_t other) { return told[other].section == &section; });
        for (const std::uint32_t behind : *figures.open[i]) others.push_back(i + behind);
      }
      sort_unique(others);
      for (const std::size_t other : others) {
        const bool of_log = told[other].section == &section && section.size() > kLog;
        if (!of_log && contradict(told[i], told[other], least_)) pairs.emplace_back(i, other);
      }
    }
    return pairs;
  }

  /// The words of the second sentence that the first, or what stands around it, has too, as
  /// written.
  std::string common_words(const SpeakerView& speaker, const Told& first,
                           const Told& second) const {
    const auto file =
        std::find_if(speaker.files.begin(), speaker.files.end(),
                     [&](const FileView* view) { return view->source.id == second.claim->file; });
    std::vector<std::string> common = shared(first.topic->words, second.topic->words);
    if (common.empty()) common = shared(first.context->words, second.context->words);
    std::vector<std::string> out;
    for (const std::string_view word : words_in((*file)->slice(second.context->reach))) {
      const std::string content = content_word(word, patterns_);
      const std::string lower = ascii_lower(word);
      const bool known = std::binary_search(common.begin(), common.end(), content);
      if (known && std::find(out.begin(), out.end(), lower) == out.end()) out.push_back(lower);
    }
    return join(out, ", ");
  }

  void report(const SpeakerView& speaker, const std::vector<Told>& told, const Pairs& pairs,
              Sink& sink) const {
    std::set<std::size_t> done;
    for (const auto& [first, second] : pairs) {
      if (done.count(first) != 0 || done.count(second) != 0) continue;
      const Claim& odd = *told[second].claim;
      const std::string subject = common_words(speaker, told[first], told[second]);
      Finding& finding = sink.add(place_of(odd),
                                  {{"said", words_of(speaker, odd)},
                                   {"other", words_of(speaker, *told[first].claim)},
                                   {"subject", subject}},
                                  subject.empty() ? "unnamed" : "conflict");
      finding.narrative = odd.narrative;
      std::vector<const Claim*> others{told[first].claim};
      for (const auto& [a, b] : pairs) {
        if (a != first && b != second) continue;
        const std::size_t other = a == first ? b : a;
        if (other == second || other == first || done.count(other) != 0) continue;
        others.push_back(told[other].claim);
        done.insert(other);
      }
      done.insert(first);
      done.insert(second);
      std::vector<std::string> sides{side_of(odd)};
      for (const Claim* other : others) sides.push_back(side_of(*other));
      finding.key = key_of_sides(std::move(sides));
      add_places(speaker, others, sink.info(), finding);
    }
  }

  const ClaimPatterns& patterns_;
  Likeness least_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  const Likeness defaults;
  const Likeness least{
      options.number("words", defaults.words), options.number("share", defaults.share),
      options.number("same_story", defaults.same_story), options.number("weight", defaults.weight)};
  return std::unique_ptr<Rule>(std::make_unique<EchoRule>(context.claims, least));
}

}  // namespace

Kind echo_kind() {
  using toml_doc::FieldType;
  return {"echo",
          "a sentence told again with another figure",
          {"said", "other", "subject", "text"},
          {"conflict", "unnamed", "place"},
          {{"words", FieldType::Number, "content words that both sentences have, at least (3)"},
           {"share", FieldType::Number, "of the words of the shorter one (0.5)"},
           {"same_story", FieldType::Number, "the same inside one story (0.7)"},
           {"weight", FieldType::Number,
            "in another place: words that both have, by where they stand, at least (4)"}},
          compile};
}

}  // namespace starlint
