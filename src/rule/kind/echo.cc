// echo: a sentence told again with another figure: the same thing is counted or measured, in the
// same words, at the same stage, and the figures cannot both be true.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/strings.h"
#include "claim/context.h"
#include "claim/identity.h"
#include "claim/verdict.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kFarthest = 4;      // times
constexpr std::size_t kCommon = 24;  // a word in more sentences than that names nothing

/// A figure with its words and where it stands.
struct Told {
  const Claim* claim = nullptr;
  const Context* context = nullptr;
  const Setting* setting = nullptr;
  const Part* part = nullptr;  // of its story; nullptr outside of them
};

struct Limits {
  double words = 3;          // shared content words at least
  double share = 0.5;        // of the words of the shorter sentence
  double same_story = 0.75;  // the same inside one story, where figures change on purpose
};

std::vector<std::string> shared(const std::vector<std::string>& a,
                                const std::vector<std::string>& b) {
  std::vector<std::string> out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

bool apart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && !b.empty() && shared(a, b).empty();
}

/// Both name times, and none of one overlaps one of the other.
bool times_apart(const std::vector<Span>& a, const std::vector<Span>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](Span left) {
    return std::any_of(b.begin(), b.end(), [&](Span right) { return left.overlaps(right); });
  });
}

/// Figures of one thing are of one size: too far apart, they were meant for two.
bool same_size(const Value& a, const Value& b) {
  const double low = std::min(std::abs(a.low), std::abs(b.low));
  const double high = std::max(std::abs(a.low), std::abs(b.low));
  return low > 0 && high <= kFarthest * low;
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
    std::vector<std::vector<Context>> contexts;
    std::vector<std::vector<Setting>> settings;
    for (const FileView* file : speaker.files) {
      contexts.push_back(read_contexts(file->text, file->outline, file->claims, patterns_));
      settings.push_back(read_settings(file->source.id, file->text, file->outline, file->narratives,
                                       file->claims, patterns_));
    }
    std::vector<Told> told;
    for (std::size_t i = 0; i < speaker.files.size(); ++i) {
      for (const Context& context : contexts[i]) {
        const Claim& claim = speaker.files[i]->claims[context.claim];
        const Setting* setting = setting_at(settings[i], claim.span.begin);
        if (setting == nullptr || !compared(claim)) continue;
        told.push_back({&claim, &context, setting, part_of(speaker.files[i]->narratives, claim)});
      }
    }
    report(speaker, told, pairs_of(told), sink);
  }

 private:
  /// What is counted exactly has its own rules.
  bool compared(const Claim& claim) const {
    const ValueKind kind = claim.value.kind;
    if (kind == ValueKind::Date || kind == ValueKind::Interval || kind == ValueKind::Name) {
      return false;
    }
    const Attribute* attribute = patterns_.attribute(claim.attribute);
    const bool counted = attribute != nullptr && attribute->counting == Counting::Exact;
    return claim.role == Role::Total && !counted;
  }

  /// Pairs meet at a word that few sentences have, so the join stays near linear.
  std::vector<std::pair<std::size_t, std::size_t>> pairs_of(const std::vector<Told>& told) const {
    std::map<std::string, std::vector<std::size_t>> by_word;
    for (std::size_t i = 0; i < told.size(); ++i) {
      const std::string dimension = dimension_of(told[i].claim->value);
      for (const std::string& word : told[i].context->words) {
        by_word[cat(dimension, " ", word)].push_back(i);
      }
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [word, places] : by_word) {
      if (places.size() > kCommon) continue;
      for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) {
          if (contradict(told[places[a]], told[places[b]])) pairs.emplace(places[a], places[b]);
        }
      }
    }
    return {pairs.begin(), pairs.end()};
  }

  bool contradict(const Told& a, const Told& b) const {
    const Context& left = *a.context;
    const Context& right = *b.context;
    const bool same_file = a.claim->file == b.claim->file;
    if (same_file && left.reach.overlaps(right.reach)) return false;
    if (a.claim->narrative == kNone && b.claim->narrative == kNone) return false;
    if (same_file && a.part != nullptr && a.part == b.part) return false;  // steps, one by one
    if (!same_size(a.claim->value, b.claim->value)) return false;
    if (times_apart(left.times, right.times)) return false;
    if (!stages_agree(left.stage, right.stage)) return false;
    if (apart(left.names, right.names) || apart(left.marks, right.marks)) return false;
    const bool counts = a.claim->value.kind == ValueKind::Cardinal ||
                        (a.claim->value.kind == ValueKind::Range && a.claim->value.unit.empty());
    if (counts && shared(left.nouns, right.nouns).empty()) return false;
    if (sameness({a.claim, a.setting}, {b.claim, b.setting}) == Sameness::Different) return false;
    const auto common = static_cast<double>(shared(left.words, right.words).size());
    const auto shorter = static_cast<double>(std::min(left.words.size(), right.words.size()));
    const bool same_story = same_file && a.setting == b.setting;
    const double share = same_story ? limits_.same_story : limits_.share;
    if (common < limits_.words || common < share * shorter) return false;
    return compare(a.claim->value, b.claim->value, Counting::Measured) >= Verdict::Conflict ||
           ranges_differ(a.claim->value, b.claim->value);
  }

  static void report(const SpeakerView& speaker, const std::vector<Told>& told,
                     const std::vector<std::pair<std::size_t, std::size_t>>& pairs, Sink& sink) {
    std::set<std::size_t> done;
    for (const auto& [first, second] : pairs) {
      if (done.count(first) != 0 || done.count(second) != 0) continue;
      const Claim& odd = *told[second].claim;
      Finding& finding =
          sink.add(place_of(odd),
                   {{"said", words_of(speaker, odd)},
                    {"other", words_of(speaker, *told[first].claim)},
                    {"subject",
                     join(shared(told[first].context->words, told[second].context->words), ", ")}});
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
  const Limits limits{options.number("words", defaults.words),
                      options.number("share", defaults.share),
                      options.number("same_story", defaults.same_story)};
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
           {"same_story", FieldType::Number, "the same inside one story (0.75)"}},
          compile};
}

}  // namespace starlint
