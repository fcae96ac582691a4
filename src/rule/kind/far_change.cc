// far-change: a change claimed in one place of a speaker's notes that the figures of another story
// do not bear out.
#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/sorted.h"
#include "base/strings.h"
#include "metric/far_change.h"
#include "narrative/story_at.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr std::size_t kRoot = 3;     // bytes that forms of one word have in common
constexpr std::size_t kCommon = 24;  // stories: a word of more of them says of none what it tells

struct Story {
  const FileView* file;
  const StoryNotes* notes;
};

/// What a file tells for itself.
struct FileStories {
  std::vector<StoryNotes> stories;
  std::vector<std::vector<std::string>> roots;  // of each, how its words begin; sorted
  std::vector<TriedClaim> claims;               // that no own figures settle
};

/// A story that tells what was done and what came of it, and has figures, needs no others.
bool is_of_own_story(const FileView& file, const TriedClaim& claim,
                     const MetricVocabulary& vocabulary) {
  const Span place = file.metrics.place(claim.said());
  const std::uint32_t story = story_at(file.narratives.stories, place.begin);
  if (story == kNone) return false;
  const Narrative& own = file.narratives.stories[story];
  return !own.project && own.has(Slot::Action) && own.has(Slot::Result) &&
         measures_something(file.metrics, file.metrics.stories[claim.said().where.passage],
                            vocabulary);
}

const FileStories& stories_of(const FileView& file, const MetricVocabulary& vocabulary) {
  return file.memo.keep<FileStories>(&vocabulary, [&] {
    FileStories out;
    out.stories = notes_of(file.metrics, vocabulary);
    for (const StoryNotes& story : out.stories) {
      std::vector<std::string>& roots = out.roots.emplace_back();
      for (const std::string& word : story.words) roots.push_back(word.substr(0, kRoot));
      sort_unique(roots);
    }
    out.claims = far_claims(file.metrics, vocabulary);
    std::erase_if(out.claims, [&](const TriedClaim& claim) {
      return is_of_own_story(file, claim, vocabulary);
    });
    return out;
  });
}

/// The stories of a speaker, and which of them have a word, by how it begins: a claim meets few of
/// them, so the cost grows with the notes, not with their square.
class Stories {
 public:
  Stories(const SpeakerView& speaker, const MetricVocabulary& vocabulary) {
    for (const FileView* file : speaker.files) {
      const FileStories& told = stories_of(*file, vocabulary);
      for (std::size_t i = 0; i < told.stories.size(); ++i) {
        for (const std::string& root : told.roots[i]) by_root_[root].push_back(stories_.size());
        stories_.push_back({file, &told.stories[i]});
      }
    }
  }

  /// In order of the notes.
  std::vector<const Story*> that_speak_of(const TriedClaim& claim) const {
    std::vector<std::size_t> places;
    for (const std::string& word : claim.words) {
      const auto found = by_root_.find(std::string_view(word).substr(0, kRoot));
      if (found == by_root_.end() || found->second.size() > kCommon) continue;
      places.insert(places.end(), found->second.begin(), found->second.end());
    }
    sort_unique(places);
    std::vector<const Story*> out;
    for (const std::size_t place : places) out.push_back(&stories_[place]);
    return out;
  }

 private:
  std::vector<Story> stories_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_root_;  // views of the files
};

class FarChangeRule : public Rule {
 public:
  FarChangeRule(const Lexicon& lexicon, const MetricVocabulary& vocabulary)
      : lexicon_(lexicon), vocabulary_(vocabulary) {}

  void prepare(const FileView& file) const override { stories_of(file, vocabulary_); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::optional<Stories> stories;  // most notes have no such claim
    for (const FileView* file : speaker.files) {
      const std::vector<TriedClaim>& claims = stories_of(*file, vocabulary_).claims;
      if (claims.empty()) continue;
      if (!stories) stories.emplace(speaker, vocabulary_);
      for (const TriedClaim& claim : claims) check_claim(*file, claim, *stories, sink);
    }
  }

 private:
  /// Of the stories that speak of the measure one that bears the claim out settles it; else the one
  /// that shares most words with the claim is meant, where no other shares as many.
  void check_claim(const FileView& file, const TriedClaim& claim, const Stories& stories,
                   Sink& sink) const {
    const Story* meant = nullptr;
    std::size_t most = 0;
    bool unsure = false;
    TrialResult found;
    const std::uint32_t own = file.metrics.stories[claim.said().where.passage];
    for (const Story* story : stories.that_speak_of(claim)) {
      if (story->file == &file && story->notes->story == own) continue;
      const std::size_t topic = shared_topic(claim, *story->notes);
      if (topic == 0) continue;
      TrialResult figures = try_claim(claim, *story->notes, lexicon_, vocabulary_);
      if (figures.borne_out) return;
      if (topic < most) continue;
      unsure = topic == most;
      most = topic;
      meant = story;
      found = figures;
    }
    if (meant != nullptr && !unsure && found.against)
      report(file, claim, *meant->file, *found.against, sink);
  }

  static void report(const FileView& file, const TriedClaim& claim, const FileView& told,
                     const Comparison& comparison, Sink& sink) {
    const Span place = file.metrics.place(claim.said());
    if (sink.told({file.source.id, place})) return;
    const Readings readings = readings_of(comparison.movement);
    const Span before = told.metrics.place(comparison.before);
    const Span after = told.metrics.place(comparison.after);
    const bool rise = comparison.movement.to > comparison.movement.from;
    Finding& finding = sink.add({file.source.id, place},
                                {{"claimed", std::string(file.slice(place))},
                                 {"from", std::string(told.slice(before))},
                                 {"to", std::string(told.slice(after))},
                                 {"less", decimal(readings.percent_less)},
                                 {"more", decimal(readings.percent_more)},
                                 {"fold", decimal(readings.fold)}},
                                rise ? "rise" : "fall");
    for (const Span where : {before, after}) {
      finding.related.push_back({{told.source.id, where}, std::string(told.slice(where))});
    }
  }

  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
};

Result<std::unique_ptr<Rule>> compile(const Options&, CompileContext& context) {
  return std::unique_ptr<Rule>(std::make_unique<FarChangeRule>(context.lexicon, context.metrics));
}

}  // namespace

Kind far_change_kind() {
  return {"far-change",
          "a claimed change that the figures of another story do not bear out",
          {"claimed", "from", "to", "less", "more", "fold"},
          {"fall", "rise"},
          {},
          compile};
}

}  // namespace starlint
