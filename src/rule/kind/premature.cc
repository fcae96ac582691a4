// premature: something done as the holder of a post, in a year before that post was given: "2021
// promoted to design lead … in 2019, as design lead".
#include <algorithm>
#include <optional>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/bare_year.h"
#include "claim/topic.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_claims.h"

namespace starlint {

namespace {

/// A post with a time.
struct Dated {
  const Claim* claim = nullptr;
  Bounds days;
  std::vector<std::string> title;   // content words, sorted
  std::vector<std::string> places;  // that its sentence names
};

/// First day and the one behind the last, of a date or of a number that can only be a year.
std::optional<Bounds> days_of(const Value& value) {
  if (is_bare_year(value)) {
    const Span year = days_of_year(value.low);
    return Bounds{1.0 * year.begin, 1.0 * year.end};
  }
  const bool date = value.kind == ValueKind::Date || value.kind == ValueKind::Interval;
  if (!date || value.open_low) return std::nullopt;
  return Bounds{value.low, value.open_high ? value.low : std::max(value.high, value.low + 1)};
}

class PrematureRule : public Rule {
 public:
  PrematureRule(const ClaimPatterns& patterns, std::vector<std::string> begins, std::string event)
      : patterns_(patterns), begins_(std::move(begins)), event_(std::move(event)) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<Dated> begins;
    for (const std::string& attribute : begins_) {
      const std::vector<Dated> posts = posts_of(speaker, attribute);
      begins.insert(begins.end(), posts.begin(), posts.end());
    }
    if (begins.empty()) return;
    for (const Dated& event : posts_of(speaker, event_)) {
      const Dated* begin = nullptr;
      bool held = false;
      for (const Dated& one : begins) {
        if (!same_post(one, event)) continue;
        held = held || one.days.low < event.days.high;
        begin = &one;
      }
      if (begin == nullptr || held || sink.told(place_of(*event.claim))) continue;
      report(speaker, *event.claim, *begin->claim, sink);
    }
  }

 private:
  std::vector<Dated> posts_of(const SpeakerView& speaker, const std::string& attribute) const {
    std::vector<Dated> out;
    for (const FileView* file : speaker.files) {
      for (const Claim& claim : file->claims) {
        if (claim.attribute != attribute || claim.modality != Modality::Asserted) continue;
        const std::optional<Bounds> days = days_of(claim.value);
        Dated one{&claim, days.value_or(Bounds{}), title_of(claim.subject), {}};
        if (!days || one.title.empty()) continue;
        const std::string_view text = file->text.utf8();
        const Span block = topic_at(*file, claim.span.begin, patterns_).block;
        const Span sentence = sentence_around(text, block, claim.span);
        const Pattern* other = patterns_.word_class("other_holding");
        if (other != nullptr && other->found_in(text, sentence)) continue;
        one.places = places_in(text, sentence);
        out.push_back(std::move(one));
      }
    }
    return out;
  }

  /// "At Brack House": the last word of each.
  std::vector<std::string> places_in(std::string_view text, Span sentence) const {
    std::vector<std::string> out;
    const Pattern* placed = patterns_.word_class("placed_at");
    if (placed == nullptr) return out;
    for (const Match& match : placed->find_all(text, sentence)) {
      out.push_back(
          ascii_lower(words_in(text.substr(match.whole.begin, match.whole.size())).back()));
    }
    sort_unique(out);
    return out;
  }

  /// Only of what is a post, or the end of studies: "made head of maths", not "made a mistake".
  std::vector<std::string> title_of(const std::string& subject) const {
    std::vector<std::string> out;
    bool post = false;
    for (const std::string_view word : split(subject, ' ')) {
      if (patterns_.is_word("stop", word)) continue;
      post = post || patterns_.is_word("office", word) || patterns_.is_word("milestone", word);
      out.emplace_back(word);
    }
    if (!post) out.clear();
    sort_unique(out);
    return out;
  }

  /// In the same words, and nothing says that it was at another place.
  static bool same_post(const Dated& a, const Dated& b) {
    if (a.title != b.title) return false;
    const auto& left = a.places;
    const auto& right = b.places;
    if (left.empty() || right.empty()) return right.empty();
    return std::find_first_of(left.begin(), left.end(), right.begin(), right.end()) != left.end();
  }

  static void report(const SpeakerView& speaker, const Claim& event, const Claim& begin,
                     Sink& sink) {
    Finding& finding = sink.add(place_of(event), {{"said", words_of(speaker, event)},
                                                  {"other", words_of(speaker, begin)},
                                                  {"post", event.subject}});
    finding.narrative = event.narrative;
    add_places(speaker, {&begin}, sink.info(), finding);
  }

  const ClaimPatterns& patterns_;
  std::vector<std::string> begins_;
  std::string event_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attributes(options, "begin", context.claims); !status) {
    return status.error();
  }
  if (Status status = check_attribute(options, "event", context.claims); !status) {
    return status.error();
  }
  return std::unique_ptr<Rule>(std::make_unique<PrematureRule>(
      context.claims, options.strings("begin"), std::string(options.string("event"))));
}

}  // namespace

Kind premature_kind() {
  using toml_doc::FieldType;
  return {"premature",
          "something done in a post before that post was given",
          {"said", "other", "post", "text"},
          {"conflict", "place"},
          {{"begin", FieldType::Strings, "attributes of dates on which a post was given", true},
           {"event", FieldType::String, "attribute of dates of what was done in it", true}},
          compile};
}

}  // namespace starlint
