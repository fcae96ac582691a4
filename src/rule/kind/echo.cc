// echo: a sentence told again with another figure: the same thing is counted or measured, in the
// same words, at the same stage, and the figures cannot both be true.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "base/strings.h"
#include "claim/context.h"
#include "claim/identity.h"
#include "claim/topic.h"
#include "claim/verdict.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kFarthest = 4;        // times
constexpr double kFarthestAlike = 20;  // where nearly all words are the same
constexpr double kAlike = 0.8;         // of the words of the shorter sentence
constexpr std::size_t kCommon = 24;    // a word in more sentences than that names nothing
constexpr std::size_t kRare = 6;       // a word in more topics than that tells none apart
constexpr double kFew = 6;             // of things: so few are counted anew in each sentence
constexpr double kMeasure = 0.5;       // of the words around the figure

/// A figure with its words and where it stands.
struct Told {
  const Claim* claim = nullptr;
  const FigureContext* context = nullptr;
  Placed placed;
  const Part* part = nullptr;  // of its story; nullptr outside of them
  const Topic* topic = nullptr;
  bool personal = false;                             // of a story, or said of oneself
  const std::vector<const Told*>* around = nullptr;  // figures of its kind in its story or section
};

struct Limits {
  double words = 3;         // shared content words at least
  double share = 0.5;       // of the words of the shorter sentence
  double same_story = 0.7;  // the same inside one story, where figures change on purpose
  double topic = 3;         // rare words that both blocks and their headings have, else
};

std::vector<std::string> shared(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

std::size_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t count = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    const int order = left->compare(*right);
    count += order == 0;
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return count;
}

bool apart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && !b.empty() && count_shared(a, b) == 0;
}

/// Both name times, and none of one overlaps one of the other.
bool times_apart(const std::vector<Span>& a, const std::vector<Span>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](Span left) {
    return std::any_of(b.begin(), b.end(), [&](Span right) { return left.overlaps(right); });
  });
}

/// Figures of one thing are of one size: too far apart, they were meant for two.
bool same_size(const Value& a, const Value& b, double farthest) {
  const double low = std::min(std::abs(a.low), std::abs(b.low));
  const double high = std::max(std::abs(a.low), std::abs(b.low));
  return low > 0 && high <= farthest * low;
}

/// How many of the words of the shorter list both have; 0 where one is empty.
double overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  return shorter == 0 ? 0 : static_cast<double>(count_shared(a, b)) / static_cast<double>(shorter);
}

bool stages_agree(Stage a, Stage b) {
  if (a == b) return true;
  const auto late = [](Stage stage) { return stage == Stage::After || stage == Stage::Delta; };
  return !late(a) && !late(b);
}

/// Figures of different dimensions are never compared.
std::string dimension_of(const Value& value) {
  const bool unit = value.kind == ValueKind::Money || value.kind == ValueKind::Quantity;
  const ValueKind kind = value.kind == ValueKind::Range ? ValueKind::Cardinal : value.kind;
  return cat(name_of(kind), " ", unit ? value.unit : std::string());
}

bool is_count(const Value& value) {
  return value.kind == ValueKind::Cardinal ||
         (value.kind == ValueKind::Range && value.unit.empty());
}

/// The component that holds a claim, or nullptr.
const Part* part_of(const Narratives& narratives, const Claim& claim) {
  if (claim.narrative == kNone) return nullptr;
  for (const Part& part : narratives.stories[claim.narrative].parts) {
    if (part.span.begin <= claim.span.begin && claim.span.end <= part.span.end) return &part;
  }
  return nullptr;
}

class EchoRule : public Rule {
 public:
  EchoRule(const ClaimPatterns& patterns, Limits limits) : patterns_(patterns), limits_(limits) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<Told> told;
    for (const FileView* file : speaker.files) {
      const std::vector<Setting>& settings = settings_of(*file, patterns_);
      for (const FigureContext& context : contexts_of(*file, patterns_)) {
        const Claim& claim = file->claims[context.claim];
        const Setting* setting = setting_at(settings, claim.span.begin);
        if (setting == nullptr || !compared(*file, claim)) continue;
        told.push_back({&claim,
                        &context,
                        {&claim, setting, nullptr, nullptr, nullptr, false},
                        part_of(file->narratives, claim),
                        &topic_at(*file, claim.span.begin, patterns_),
                        is_personal(*file, claim)});
      }
    }
    const auto rare = rare_words(told);
    std::map<std::pair<const void*, std::string>, std::vector<const Told*>> around;
    for (const Told& one : told) around[neighbourhood(one)].push_back(&one);
    for (Told& one : told) {
      one.placed.topic = &rare.at(one.topic);
      one.placed.title = &one.topic->title;
      one.around = &around.at(neighbourhood(one));
    }
    report(speaker, told, pairs_of(told), sink);
  }

 private:
  /// General knowledge has figures too, and may tell them twice.
  bool is_personal(const FileView& file, const Claim& claim) const {
    if (claim.narrative != kNone) return true;
    const Pattern* speaker = patterns_.word_class("first_person");
    const auto& blocks = file.outline.blocks;
    const auto behind = std::upper_bound(
        blocks.begin(), blocks.end(), claim.span.begin,
        [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
    return speaker != nullptr && behind != blocks.begin() &&
           speaker->found_in(file.text.utf8(), std::prev(behind)->text);
  }

  /// The story of a figure, else its block, and what can be compared there.
  static std::pair<const void*, std::string> neighbourhood(const Told& one) {
    const bool story = one.claim->narrative != kNone;
    const void* place = story ? static_cast<const void*>(one.placed.setting) : one.topic;
    return {place, dimension_of(one.claim->value)};
  }

  /// What is counted exactly has its own rules; "a few" is no figure to hold anybody to.
  bool compared(const FileView& file, const Claim& claim) const {
    const std::string_view said = file.slice(claim.span);
    const bool vague = claim.value.kind == ValueKind::Range &&
                       std::none_of(said.begin(), said.end(), is_ascii_digit);
    if (vague) return false;
    const ValueKind kind = claim.value.kind;
    if (kind == ValueKind::Date || kind == ValueKind::Interval || kind == ValueKind::Name) {
      return false;
    }
    const Attribute* attribute = patterns_.attribute(claim.attribute);
    const bool counted = attribute != nullptr && attribute->counting == Counting::Exact;
    return claim.role == Role::Total && !counted;
  }

  /// Leaves each topic its rare words: those of few topics, each topic counted once.
  static std::map<const Topic*, std::vector<std::string>> rare_words(
      const std::vector<Told>& told) {
    std::map<const Topic*, std::vector<std::string>> rare;
    std::unordered_map<std::string_view, std::size_t> counts;
    for (const Told& one : told) {
      if (!rare.try_emplace(one.topic).second) continue;
      for (const std::string& word : one.topic->words) ++counts[word];
    }
    for (auto& [topic, words] : rare) {
      std::copy_if(topic->words.begin(), topic->words.end(), std::back_inserter(words),
                   [&](const std::string& word) { return counts[word] <= kRare; });
    }
    return rare;
  }

  /// Pairs meet at a word that few sentences have, so the join stays near linear.
  std::vector<std::pair<std::size_t, std::size_t>> pairs_of(const std::vector<Told>& told) const {
    using ByWord = std::unordered_map<std::string_view, std::vector<std::size_t>>;
    std::map<std::string, ByWord> by_dimension;
    for (std::size_t i = 0; i < told.size(); ++i) {
      ByWord& by_word = by_dimension[dimension_of(told[i].claim->value)];
      for (const std::string& word : told[i].context->words) by_word[word].push_back(i);
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;  // ordered, whatever the words were
    for (const auto& [dimension, by_word] : by_dimension) {
      for (const auto& [word, places] : by_word) add_pairs(told, places, pairs);
    }
    return {pairs.begin(), pairs.end()};
  }

  void add_pairs(const std::vector<Told>& told, const std::vector<std::size_t>& places,
                 std::set<std::pair<std::size_t, std::size_t>>& pairs) const {
    if (places.size() > kCommon) return;
    for (std::size_t a = 0; a < places.size(); ++a) {
      for (std::size_t b = a + 1; b < places.size(); ++b) {
        if (contradict(told[places[a]], told[places[b]])) pairs.emplace(places[a], places[b]);
      }
    }
  }

  bool contradict(const Told& a, const Told& b) const {
    const Value& said = a.claim->value;
    const Value& other = b.claim->value;
    // What is quickly seen comes first.
    if ((!a.personal && !b.personal) || !same_size(said, other, kFarthestAlike)) return false;
    if (!differ(said, other) || !comparable(a, b)) return false;
    const bool alike = overlap(a.context->words, b.context->words) >= kAlike;
    const bool measure = same_measure(a, b);
    if (!same_size(said, other, alike || measure ? kFarthestAlike : kFarthest)) return false;
    if (sameness(a.placed, b.placed) == Sameness::Different) return false;
    if (!measure && !retold(a, b) && !refers_back(a, b)) return false;
    return a.around == b.around || (!tells(b, said) && !tells(a, other));
  }

  static bool differ(const Value& a, const Value& b) {
    return compare(a, b, Counting::Measured) >= Verdict::Conflict || ranges_differ(a, b);
  }

  /// Whether the notes around a figure tell another one too: the two are of two things there.
  static bool tells(const Told& at, const Value& value) {
    return std::any_of(at.around->begin(), at.around->end(), [&](const Told* one) {
      return one->claim->value.low == value.low && one->claim->value.high == value.high;
    });
  }

  /// Whether nothing that their sentences say sets them apart.
  static bool comparable(const Told& a, const Told& b) {
    const FigureContext& left = *a.context;
    const FigureContext& right = *b.context;
    const bool same_file = a.claim->file == b.claim->file;
    if (same_file && left.reach.overlaps(right.reach)) return false;
    const bool one_part = a.part != nullptr && a.part == b.part;
    const bool alike = overlap(left.words, right.words) >= kAlike;
    // Steps are told one by one; only a sentence that says it all again is none.
    const bool steps = one_part || (a.topic == b.topic && !alike);
    if (same_file && steps && !refers_back(a, b)) return false;
    if (times_apart(left.times, right.times)) return false;
    if (!stages_agree(left.stage, right.stage)) return false;
    if (apart(left.names, right.names) || apart(left.marks, right.marks)) return false;
    return !is_count(a.claim->value) || count_shared(left.nouns, right.nouns) > 0;
  }

  /// The sentences say much the same.
  bool retold(const Told& a, const Told& b) const {
    const FigureContext& left = *a.context;
    const FigureContext& right = *b.context;
    const auto common = static_cast<double>(count_shared(left.words, right.words));
    const double share = same_place(a, b) ? limits_.same_story : limits_.share;
    const bool measure =
        left.near.empty() || right.near.empty() || count_shared(left.near, right.near) > 0;
    return common >= limits_.words && overlap(left.words, right.words) >= share && measure;
  }

  /// The figures measure the same, in blocks that speak of the same thing.
  bool same_measure(const Told& a, const Told& b) const {
    const bool story = a.claim->narrative != kNone;
    if (story && same_place(a, b)) return false;
    const bool few =
        is_count(a.claim->value) && std::min(a.claim->value.low, b.claim->value.low) <= kFew;
    return !few && overlap(a.context->near, b.context->near) >= kMeasure &&
           shared_topic(a.placed, b.placed) >= limits_.topic;
  }

  /// "The four clerks" behind "seven clerks", and no other clerks around.
  static bool refers_back(const Told& a, const Told& b) {
    if (a.around != b.around || !b.context->definite || a.context->definite) return false;
    const std::string& head = b.context->head;
    if (head.empty() || a.context->head != head) return false;
    const auto told = std::count_if(b.around->begin(), b.around->end(), [&](const Told* one) {
      return one->context->head == head || one->claim->value.low == b.claim->value.low;
    });
    return told == 2 && !adds_up(a, b);
  }

  /// "40 seats … 20 more … the 60 seats".
  static bool adds_up(const Told& a, const Told& b) {
    const double step = std::abs(b.claim->value.low - a.claim->value.low);
    // Both lie in the claims of one file, in order; what was only asked for counts too.
    return std::any_of(a.claim, b.claim,
                       [&](const Claim& claim) { return claim.value.low == step; });
  }

  static bool same_place(const Told& a, const Told& b) {
    return a.claim->file == b.claim->file && a.placed.setting == b.placed.setting;
  }

  /// The words of the second sentence that the first has too, as written.
  std::string common_words(const SpeakerView& speaker, const Told& first,
                           const Told& second) const {
    const auto file =
        std::find_if(speaker.files.begin(), speaker.files.end(),
                     [&](const FileView* view) { return view->source.id == second.claim->file; });
    const std::vector<std::string> common = shared(first.topic->words, second.topic->words);
    std::vector<std::string> out;
    for (const std::string_view word : words_in((*file)->slice(second.context->reach))) {
      const std::string content = content_word(word, patterns_);
      const std::string lower = ascii_lower(word);
      const bool known = std::binary_search(common.begin(), common.end(), content);
      if (known && std::find(out.begin(), out.end(), lower) == out.end()) out.push_back(lower);
    }
    return join(out, ", ");
  }

  void report(const SpeakerView& speaker, const std::vector<Told>& told,
              const std::vector<std::pair<std::size_t, std::size_t>>& pairs, Sink& sink) const {
    std::set<std::size_t> done;
    for (const auto& [first, second] : pairs) {
      if (done.count(first) != 0 || done.count(second) != 0) continue;
      const Claim& odd = *told[second].claim;
      Finding& finding =
          sink.add(place_of(odd), {{"said", words_of(speaker, odd)},
                                   {"other", words_of(speaker, *told[first].claim)},
                                   {"subject", common_words(speaker, told[first], told[second])}});
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
      add_places(speaker, others, sink.info(), finding);
    }
  }

  const ClaimPatterns& patterns_;
  Limits limits_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  const Limits defaults;
  const Limits limits{
      options.number("words", defaults.words), options.number("share", defaults.share),
      options.number("same_story", defaults.same_story), options.number("topic", defaults.topic)};
  return std::unique_ptr<Rule>(std::make_unique<EchoRule>(context.claims, limits));
}

}  // namespace

Kind echo_kind() {
  using toml_doc::FieldType;
  return {"echo",
          "a sentence told again with another figure",
          {"said", "other", "subject", "text"},
          {"conflict", "place"},
          {{"words", FieldType::Number, "content words that both sentences have, at least (3)"},
           {"share", FieldType::Number, "of the words of the shorter one (0.5)"},
           {"same_story", FieldType::Number, "the same inside one story (0.7)"},
           {"topic", FieldType::Number,
            "where the figures measure the same: rare words that both blocks and their headings "
            "have, at least (3)"}},
          compile};
}

}  // namespace starlint
