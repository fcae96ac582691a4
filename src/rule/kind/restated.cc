// restated: how long something took, told in two ways. What is named ("the handover") is compared
// wherever it is spoken of, what a story tells of as a whole ("in those nine weeks") in that story.
#include <algorithm>
#include <deque>
#include <map>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/claim_order.h"
#include "claim/topic.h"
#include "claim/verdict.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/claim_times.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_claims.h"
#include "rule/kind/told_apart.h"

namespace starlint {

namespace {

constexpr std::size_t kWindow = 16;    // tellings of one name, each looked at with the next ones
constexpr std::uint32_t kReach = 200;  // bytes before "Duration: 6 months" that may name it
constexpr std::size_t kValues = 2;     // more of one name: they are of several things
constexpr double kFar = 12;            // times: so far apart, one is of something else

struct Spec {
  std::vector<std::string> named;
  std::string whole;
};

/// The length of something that has a name.
struct Length {
  const Placed* placed = nullptr;
  Stage stage = Stage::Unsaid;
  std::vector<std::string> turns;  // "first", "next": which of several its sentence tells of
  std::vector<Span> times;

  const Claim& claim() const { return *placed->claim; }
};

bool agree(const Claim& a, const Claim& b) {
  return compare(a.value, b.value, Counting::Measured) < Verdict::Conflict;
}

/// Whether another duration around says the same, and no rounding is needed for it.
bool is_supported(const Claim& claim, const std::vector<const Claim*>& durations) {
  return std::any_of(durations.begin(), durations.end(), [&](const Claim* one) {
    return one != &claim &&
           compare(one->value, claim.value, Counting::Measured) < Verdict::Rounding;
  });
}

class RestatedRule : public Rule {
 public:
  RestatedRule(const ClaimPatterns& patterns, Spec spec)
      : patterns_(patterns), spec_(std::move(spec)) {}

  void check(const FileView& file, Sink& sink) const override {
    for (const Setting& setting : settings_of(file, patterns_)) check_story(file, setting, sink);
  }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::deque<SpeakerClaims> claims;  // stay where they are
    std::map<std::string, std::vector<Length>> by_name;
    for (const std::string& attribute : spec_.named) {
      for (const Placed& placed : claims.emplace_back(speaker, patterns_, attribute).all()) {
        const std::string name = name_of_thing(speaker, placed);
        if (name.empty() || placed.claim->value.kind != ValueKind::Duration) continue;
        by_name[name].push_back(read(speaker, placed));
      }
    }
    for (const auto& [name, lengths] : by_name) check_name(speaker, name, lengths, sink);
  }

 private:
  /// Durations that are of all that a story tells, or may be: of two that follow each other, one
  /// must say that it is, and nothing around may tell the same.
  void check_story(const FileView& file, const Setting& setting, Sink& sink) const {
    std::vector<const Claim*> durations;
    std::vector<const Claim*> told;
    for (auto at = claims_from(file.claims, setting.span.begin);
         at != file.claims.end() && at->span.begin < setting.span.end; ++at) {
      const Value& value = at->value;
      const bool stretch = value.high - value.low > 2 * value.resolution;
      if (value.kind == ValueKind::Interval && stretch) return;  // dates are another rule's
      if (value.kind != ValueKind::Duration || at->modality != Modality::Asserted) continue;
      durations.push_back(&*at);
      const bool named =
          std::find(spec_.named.begin(), spec_.named.end(), at->attribute) != spec_.named.end();
      if (named || at->attribute == spec_.whole) told.push_back(&*at);
    }
    for (std::size_t i = 1; i < told.size(); ++i) {
      const Claim& before = *told[i - 1];
      const Claim& claim = *told[i];
      const bool whole = claim.attribute == spec_.whole || before.attribute == spec_.whole;
      if (!whole || before.sentence == claim.sentence || agree(before, claim)) continue;
      if (ratio(before.value, claim.value) > kFar) continue;
      if (is_supported(before, durations) || is_supported(claim, durations)) continue;
      Finding& finding = add(claim, words_of(file, claim), words_of(file, before), sink);
      add_places(file, {&before}, sink.info(), finding);
      return;
    }
  }

  /// The last word of what the phrase names; "Duration: 6 months" is of what the heading names, or
  /// the lines before it.
  std::string name_of_thing(const SpeakerView& speaker, const Placed& placed) const {
    const std::string& subject = placed.claim->subject;
    if (!subject.empty()) {
      const std::string last = subject.substr(subject.rfind(' ') + 1);
      const bool known =
          patterns_.is_word("spanning", last) || patterns_.is_word("endeavour", last);
      return known ? patterns_.stem(last) : std::string();
    }
    if (placed.claim->attribute != spec_.named.front() || placed.title == nullptr) return {};
    for (const std::string& word : *placed.title) {
      if (patterns_.is_word("spanning", word)) return patterns_.stem(word);
    }
    std::string name;
    for (const FileView* file : speaker.files) {
      if (file->source.id != placed.claim->file) continue;
      const std::uint32_t at = placed.claim->span.begin;
      const Span before{std::max(placed.setting->span.begin, at - std::min(at, kReach)), at};
      for (const std::string_view word : words_in(file->slice(before))) {
        const std::string lower = ascii_lower(word);
        if (patterns_.is_word("spanning", lower)) name = patterns_.stem(lower);
      }
    }
    return name;
  }

  Length read(const SpeakerView& speaker, const Placed& placed) const {
    Length out;
    out.placed = &placed;
    const Claim& claim = *placed.claim;
    for (const FileView* file : speaker.files) {
      if (file->source.id != claim.file) continue;
      const FigureContext* context = context_of(*file, claim, patterns_);
      if (context != nullptr) out.stage = context->stage;
      const Span block = topic_at(*file, claim.span.begin, patterns_).block;
      const Span sentence = sentence_around(file->text.utf8(), block, claim.span);
      for (const std::string_view word : words_in(file->slice(sentence))) {
        std::string turn = ascii_lower(word);
        if (patterns_.is_word("turn_of_several", turn)) out.turns.push_back(std::move(turn));
      }
      sort_unique(out.turns);
    }
    out.times = times_of(speaker, claim);
    return out;
  }

  void check_name(const SpeakerView& speaker, const std::string& name,
                  const std::vector<Length>& lengths, Sink& sink) const {
    if (has_many_values(lengths)) return;
    for (std::size_t i = 1; i < lengths.size(); ++i) {
      for (std::size_t j = i - std::min(i, kWindow); j < i; ++j) {
        if (!contradict(lengths[i], lengths[j], name)) continue;
        const Claim& claim = lengths[i].claim();
        const Claim& other = lengths[j].claim();
        if (sink.told(place_of(claim)) || sink.told(place_of(other))) continue;
        Finding& finding = add(claim, words_of(speaker, claim), words_of(speaker, other), sink);
        add_places(speaker, {&other}, sink.info(), finding);
        return;
      }
    }
  }

  static bool has_many_values(const std::vector<Length>& lengths) {
    std::vector<const Claim*> values;
    for (const Length& length : lengths) {
      const bool known = std::any_of(values.begin(), values.end(),
                                     [&](const Claim* one) { return agree(*one, length.claim()); });
      if (!known) values.push_back(&length.claim());
    }
    return values.size() > kValues;
  }

  bool contradict(const Length& a, const Length& b, const std::string& name) const {
    const Claim& left = a.claim();
    const Claim& right = b.claim();
    const bool one_sentence = left.file == right.file && left.sentence == right.sentence;
    if (one_sentence || agree(left, right) || ratio(left.value, right.value) > kFar) return false;
    if (a.turns != b.turns || times_apart(a.times, b.times)) return false;
    const auto settled = [](Stage stage) { return stage == Stage::Unsaid; };
    if (!settled(a.stage) && !settled(b.stage) && a.stage != b.stage) return false;
    const Sameness same = sameness(*a.placed, *b.placed);
    const bool one = left.file == right.file || patterns_.is_word("spanning_once", name);
    return same >= Sameness::Likely || (same != Sameness::Different && one);
  }

  static Finding& add(const Claim& claim, std::string said, std::string other, Sink& sink) {
    Finding& finding =
        sink.add(place_of(claim), {{"said", std::move(said)}, {"other", std::move(other)}});
    finding.narrative = claim.narrative;
    return finding;
  }

  const ClaimPatterns& patterns_;
  Spec spec_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attributes(options, "named", context.claims); !status) {
    return status.error();
  }
  if (Status status = check_attribute(options, "whole", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(std::make_unique<RestatedRule>(
      context.claims, Spec{options.strings("named"), std::string(options.string("whole"))}));
}

}  // namespace

Kind restated_kind() {
  using toml_doc::FieldType;
  return {"restated",
          "how long something took, told in two ways",
          {"said", "other", "text"},
          {"conflict", "place"},
          {{"named", FieldType::Strings, "attributes of durations of what has a name", true},
           {"whole", FieldType::String, "attribute of durations of all that a story tells", true}},
          compile};
}

}  // namespace starlint
