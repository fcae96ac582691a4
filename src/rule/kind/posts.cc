// posts: who held which post of one undertaking. One post has one holder; who says to have been the
// only one of a kind, or one thing all along, was not one of several, nor another thing.
#include <algorithm>

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

constexpr std::size_t kWindow = 32;  // posts of one group, each looked at with the next ones

/// A post that a sentence tells of.
struct Post {
  const Placed* placed = nullptr;
  std::vector<std::string> title;  // the last one says what it is: "project", "lead"
  std::vector<std::string> thing;  // what it is a post of, as stems; empty where unsaid
  std::vector<std::string> turns;  // "first", "night": of which of several its sentence tells
  std::vector<Span> times;         // told with it, or last before it
  bool own = false;                // the speaker's
  bool sole = false;               // "the only analyst"
  bool always = false;             // "throughout"
  bool besides = false;            // "the other two analysts"
  bool single = false;             // of a kind of which there is one
  bool passed = false;             // its sentence tells of another holder or time
};

class PostsRule : public Rule {
 public:
  PostsRule(const ClaimPatterns& patterns, std::string attribute)
      : patterns_(patterns), attribute_(std::move(attribute)) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const SpeakerClaims claims(speaker, patterns_, attribute_, Polarity::Both);
    for (const auto& group : claims.groups()) check_group(speaker, group, sink);
  }

 private:
  bool has(std::string_view word_class, std::string_view text) const {
    const Pattern* pattern = patterns_.word_class(word_class);
    return pattern != nullptr &&
           pattern->found_in(text, {0, static_cast<std::uint32_t>(text.size())});
  }

  Post read(const SpeakerView& speaker, const Placed& placed) const {
    const Claim& claim = *placed.claim;
    Post out;
    out.placed = &placed;
    for (const FileView* file : speaker.files) {
      if (file->source.id != claim.file) continue;
      const std::string text = words_of(*file, claim);
      const Span block = topic_at(*file, claim.span.begin, patterns_).block;
      out.title = named_post(text, patterns_);
      out.sole = has("only_one", text);
      out.always = has("all_along", text);
      out.besides = has("besides", text);
      const std::string_view sentence =
          file->slice(sentence_around(file->text.utf8(), block, claim.span));
      for (const std::string_view word : words_in(sentence)) {
        std::string turn = ascii_lower(word);
        if (patterns_.is_word("turn", turn)) out.turns.push_back(std::move(turn));
      }
      std::sort(out.turns.begin(), out.turns.end());
      out.passed = has("succession", sentence) || has("team_change", sentence);
    }
    const auto ends = [&](std::string_view word_class) {
      return !out.title.empty() && patterns_.is_word(word_class, out.title.back());
    };
    out.single = ends("single_office") || (out.title.size() > 1 && ends("single_of_kind"));
    out.own = claim.modality == Modality::Asserted;
    out.thing = named_thing(claim.subject, patterns_);
    out.times = times_so_far(speaker, placed);
    return out;
  }

  /// Of two things or times, or told in one breath.
  static bool set_apart(const Post& a, const Post& b) {
    const Claim& left = *a.placed->claim;
    const Claim& right = *b.placed->claim;
    const bool one_sentence = left.file == right.file && left.sentence == right.sentence;
    return one_sentence || apart(a.thing, b.thing) || apart(a.turns, b.turns) ||
           times_apart(a.times, b.times);
  }

  /// Whether both can be posts of one thing: both say of what, or neither does, or the one that
  /// says so names what the other's story is about.
  static bool of_one_thing(const Post& a, const Post& b) {
    if (a.thing.empty() == b.thing.empty()) return true;
    const Post& said = a.thing.empty() ? b : a;
    const Post& unsaid = a.thing.empty() ? a : b;
    if (a.placed->setting == b.placed->setting || unsaid.placed->account == nullptr) return false;
    const std::vector<std::string>& words = *unsaid.placed->account;
    return std::includes(words.begin(), words.end(), said.thing.begin(), said.thing.end());
  }

  /// One post, the speaker's and somebody else's.
  static bool two_holders(const Post& own, const Post& other) {
    if (own.besides || other.besides || own.passed || other.passed) return false;
    if (own.title != other.title) return false;
    const bool named = !own.thing.empty() && !other.thing.empty();
    return own.sole || other.sole || named || (own.single && of_one_thing(own, other));
  }

  static bool not_alone(const Post& own, const Post& other) {
    return own.sole && other.besides && !own.passed && !other.passed &&
           own.title.back() == other.title.back();
  }

  bool is_broad(const Post& post) const {
    return patterns_.is_word("broad_office", post.title.back());
  }

  /// "A tester throughout" was no "lead developer"; a developer may have been one.
  bool two_posts(const Post& a, const Post& b) const {
    if ((!a.always && !b.always) || a.passed || b.passed || is_broad(a) || is_broad(b)) {
      return false;
    }
    const auto second = [&](const std::string& word) {
      return patterns_.is_word("second_office", word);
    };
    // A "deputy head" is "second in command".
    if (std::any_of(a.title.begin(), a.title.end(), second) &&
        std::any_of(b.title.begin(), b.title.end(), second)) {
      return false;
    }
    return std::none_of(a.title.begin(), a.title.end(), [&](const std::string& word) {
      return std::find(b.title.begin(), b.title.end(), word) != b.title.end();
    });
  }

  std::string_view conflict(const Post& a, const Post& b) const {
    if (a.title.empty() || b.title.empty() || set_apart(a, b)) return {};
    if (a.own && b.own) return two_posts(a, b) ? "posts" : "";
    if (a.own == b.own) return {};
    const Post& own = a.own ? a : b;
    const Post& other = a.own ? b : a;
    return not_alone(own, other) ? "alone" : two_holders(own, other) ? "holders" : "";
  }

  /// "Ines, head of the kitchen" is nothing that the speaker says of himself; of two phrases that
  /// say the same, the longer one says more.
  static bool is_said_better(const Placed& placed, const std::vector<const Placed*>& group) {
    const Claim& claim = *placed.claim;
    return std::any_of(group.begin(), group.end(), [&](const Placed* one) {
      const Claim& other = *one->claim;
      if (&other == &claim || other.file != claim.file || !other.span.overlaps(claim.span)) {
        return false;
      }
      const bool others = other.modality == Modality::Negated;
      if (others != (claim.modality == Modality::Negated)) return others;
      if (other.span.size() != claim.span.size()) return other.span.size() > claim.span.size();
      return &other < &claim;
    });
  }

  void check_group(const SpeakerView& speaker, const std::vector<const Placed*>& group,
                   Sink& sink) const {
    std::vector<Post> posts;
    for (const Placed* placed : group) {
      if (!is_said_better(*placed, group)) posts.push_back(read(speaker, *placed));
    }
    for (std::size_t i = 1; i < posts.size(); ++i) {
      for (std::size_t j = i - std::min(i, kWindow); j < i; ++j) {
        const std::string_view variant = conflict(posts[i], posts[j]);
        if (variant.empty()) continue;
        report(speaker, *posts[i].placed->claim, *posts[j].placed->claim, variant, sink);
        break;
      }
    }
  }

  static void report(const SpeakerView& speaker, const Claim& said, const Claim& other,
                     std::string_view variant, Sink& sink) {
    if (sink.told(place_of(said)) || sink.told(place_of(other))) return;
    Finding& finding =
        sink.add(place_of(said),
                 {{"said", words_of(speaker, said)}, {"other", words_of(speaker, other)}}, variant);
    finding.narrative = said.narrative;
    add_places(speaker, {&other}, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  std::string attribute_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(
      std::make_unique<PostsRule>(context.claims, std::string(options.string("attribute"))));
}

}  // namespace

Kind posts_kind() {
  using toml_doc::FieldType;
  return {"posts",
          "one post of one undertaking with two holders, or one holder with two posts",
          {"said", "other", "text"},
          {"holders", "posts", "alone", "place"},
          {{"attribute", FieldType::String, "who held which post", true}},
          compile};
}

}  // namespace starlint
