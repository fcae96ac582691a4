// polarity: the same thing asserted in one place and denied in another.
#include <algorithm>
#include <map>

#include "base/strings.h"
#include "claim/topic.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/claim_times.h"
#include "rule/kind/kinds.h"
#include "rule/kind/named_thing.h"
#include "rule/kind/speaker_claims.h"
#include "rule/kind/told_apart.h"

namespace starlint {

namespace {

enum class Within : std::uint8_t { Speaker, Subject, Thing, Story };
const std::vector<std::string_view> kWithin = {"speaker", "subject", "thing", "story"};

class PolarityRule : public Rule {
 public:
  PolarityRule(const ClaimPatterns& patterns, std::string attribute, Within within)
      : patterns_(patterns), attribute_(std::move(attribute)), within_(within) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const SpeakerClaims claims(speaker, patterns_, attribute_, Polarity::Both);
    if (within_ == Within::Thing || within_ == Within::Story) {
      for (const auto& group : claims.groups()) check_group(speaker, group, sink);
      if (within_ == Within::Thing) check_subjects(speaker, claims.all(), sink);
      return;
    }
    std::map<std::string, std::vector<const Placed*>> groups;
    for (const Placed& placed : claims.all()) {
      groups[within_ == Within::Subject ? placed.claim->subject : ""].push_back(&placed);
    }
    for (const auto& [subject, group] : groups) check_group(speaker, group, sink);
  }

 private:
  std::vector<std::string> telling_words(const std::string& subject) const {
    std::vector<std::string> out;
    for (const std::string_view word : split(subject, ' ')) {
      const std::string content = content_word(word, patterns_);
      if (!content.empty() && !patterns_.is_word("light", word)) out.push_back(content);
    }
    return out;
  }

  /// "I led the backend team, Priya led the frontend team": both say what, and it is not the same.
  bool subjects_apart(const Claim& a, const Claim& b) const {
    if (a.subject.empty() || b.subject.empty()) return false;
    const std::vector<std::string> left = telling_words(a.subject);
    const std::vector<std::string> right = telling_words(b.subject);
    return std::none_of(left.begin(), left.end(), [&](const std::string& word) {
      return std::find(right.begin(), right.end(), word) != right.end();
    });
  }

  /// Of one story, what is told are acts.
  bool are_apart(const Claim& a, const Claim& b) const {
    if (within_ == Within::Thing) return subjects_apart(a, b);
    return patterns_.stem(a.subject) != patterns_.stem(b.subject);
  }

  /// "The project manager of the kitchen" of two stories: what is led by name is one thing,
  /// wherever it is told, unless it is told of two times.
  bool one_thing(const SpeakerView& speaker, const Placed& a, const Placed& b) const {
    const std::vector<std::string> left = named_thing(a.claim->subject, patterns_);
    const std::vector<std::string> right = named_thing(b.claim->subject, patterns_);
    const bool shorter_first = left.size() <= right.size();
    const auto& few = shorter_first ? left : right;
    const auto& many = shorter_first ? right : left;
    if (few.empty() || !std::includes(many.begin(), many.end(), few.begin(), few.end())) {
      return false;
    }
    const auto& years = a.setting->years;
    const auto& others = b.setting->years;
    const bool one_year =
        years.empty() || others.empty() ||
        std::find_first_of(years.begin(), years.end(), others.begin(), others.end()) != years.end();
    return one_year && !times_apart(times_of(speaker, *a.claim), times_of(speaker, *b.claim));
  }

  void check_subjects(const SpeakerView& speaker, const std::vector<Placed>& all,
                      Sink& sink) const {
    std::map<std::string, std::vector<const Placed*>> asserted;  // by each word of what is named
    for (const Placed& placed : all) {
      if (placed.claim->modality == Modality::Negated) continue;
      for (std::string& word : named_thing(placed.claim->subject, patterns_)) {
        asserted[std::move(word)].push_back(&placed);
      }
    }
    for (const Placed& placed : all) {
      if (placed.claim->modality != Modality::Negated || sink.told(place_of(*placed.claim)))
        continue;
      for (const std::string& word : named_thing(placed.claim->subject, patterns_)) {
        const auto met = asserted.find(word);
        if (met == asserted.end()) continue;
        const auto other =
            std::find_if(met->second.begin(), met->second.end(),
                         [&](const Placed* one) { return one_thing(speaker, placed, *one); });
        if (other == met->second.end()) continue;
        check_group(speaker, {&placed, *other}, sink);
        break;
      }
    }
  }

  /// "I was the tech lead, Ida was the project lead": both say of what kind, and not of the same.
  bool posts_apart(const std::string& a, const std::string& b) const {
    const std::vector<std::string> left = named_post(a, patterns_);
    const std::vector<std::string> right = named_post(b, patterns_);
    const auto leads = [&](const std::vector<std::string>& post) {
      return post.size() > 1 && (patterns_.is_word("single_office", post.back()) ||
                                 patterns_.is_word("single_of_kind", post.back()));
    };
    if (!leads(left) || !leads(right)) return false;
    return std::find_first_of(left.begin(), left.end() - 1, right.begin(), right.end() - 1) ==
           left.end() - 1;
  }

  /// "In the first year I had nobody under me"; not "when I joined, the club was two years old".
  bool was_at_the_start(const SpeakerView& speaker, const Claim& claim) const {
    const Pattern* start = patterns_.word_class("at_the_start");
    if (start == nullptr) return false;
    return std::any_of(speaker.files.begin(), speaker.files.end(), [&](const FileView* file) {
      if (file->source.id != claim.file) return false;
      const std::string_view text = file->text.utf8();
      const Span block = topic_at(*file, claim.span.begin, patterns_).block;
      const Span sentence = sentence_around(text, block, claim.span);
      return start->found_in(text, {sentence.begin, claim.span.begin}) ||
             start->found_in(text, {claim.span.end, std::max(claim.span.end, sentence.end)});
    });
  }

  /// Whether both may be true: of two things or times, or it was not so only until then.
  bool agree(const SpeakerView& speaker, const Placed& denied, const Placed& asserted) const {
    if (within_ == Within::Thing || within_ == Within::Story) {
      return are_apart(*denied.claim, *asserted.claim) ||
             posts_apart(words_of(speaker, *denied.claim), words_of(speaker, *asserted.claim)) ||
             was_at_the_start(speaker, *denied.claim) ||
             times_apart(times_of(speaker, *denied.claim), times_of(speaker, *asserted.claim));
    }
    const std::optional<double> until = denied_until(speaker, denied, patterns_);
    return until && !before_day(speaker, asserted, *until);
  }

  /// Without those that lie within another one: it says the same.
  static std::vector<const Claim*> claims_of(const std::vector<const Placed*>& group) {
    std::vector<const Claim*> out;
    for (const Placed* placed : group) {
      const Claim& claim = *placed->claim;
      const bool within = std::any_of(group.begin(), group.end(), [&](const Placed* one) {
        const Claim& other = *one->claim;
        return other.file == claim.file && other.span != claim.span &&
               other.span.contains(claim.span);
      });
      if (!within) out.push_back(&claim);
    }
    return out;
  }

  void check_group(const SpeakerView& speaker, const std::vector<const Placed*>& group,
                   Sink& sink) const {
    std::vector<const Placed*> all_denied;
    std::vector<const Placed*> all_asserted;
    for (const Placed* placed : group) {
      const bool negated = placed->claim->modality == Modality::Negated;
      (negated ? all_denied : all_asserted).push_back(placed);
    }
    std::erase_if(all_denied, [&](const Placed* one) {
      return std::all_of(all_asserted.begin(), all_asserted.end(),
                         [&](const Placed* other) { return agree(speaker, *one, *other); });
    });
    std::erase_if(all_asserted, [&](const Placed* one) {
      return std::all_of(all_denied.begin(), all_denied.end(),
                         [&](const Placed* other) { return agree(speaker, *other, *one); });
    });
    std::vector<const Claim*> denied = claims_of(all_denied);
    const std::vector<const Claim*> asserted = claims_of(all_asserted);
    if (denied.empty() || asserted.empty()) return;
    Finding& finding =
        sink.add(place_of(*denied.front()), {{"attribute", patterns_.attribute(attribute_)->label},
                                             {"denied", words_of(speaker, *denied.front())},
                                             {"asserted", words_of(speaker, *asserted.front())}});
    finding.narrative = denied.front()->narrative;
    denied.erase(denied.begin());
    add_places(speaker, asserted, sink.info(), finding);
    add_places(speaker, denied, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  std::string attribute_;
  Within within_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  const auto within =
      std::find(kWithin.begin(), kWithin.end(), options.string("within", "speaker"));
  return std::unique_ptr<Rule>(
      std::make_unique<PolarityRule>(context.claims, std::string(options.string("attribute")),
                                     static_cast<Within>(within - kWithin.begin())));
}

}  // namespace

Kind polarity_kind() {
  using toml_doc::FieldType;
  return {"polarity",
          "the same thing asserted in one place and denied in another",
          {"attribute", "denied", "asserted", "text"},
          {"conflict", "place"},
          {{"attribute", FieldType::String, "what is asserted or denied", true},
           {"within", FieldType::String,
            "all notes of the speaker, what they say of one subject, one project or story and what "
            "is named wherever it is told, or the project or story alone",
            false, kWithin}},
          compile};
}

}  // namespace starlint
