// coverage: competencies of a set that too few stories serve, and stories that serve too many.
#include <algorithm>
#include <map>

#include "base/strings.h"
#include "rule/competency.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

struct CoverageOptions {
  std::uint32_t at_least = 1;      // stories a competency
  std::uint32_t from_stories = 1;  // fewer stories are a beginning, no preparation
  double one_story = 0;            // share of the competencies served by one story alone; 0: off
  std::vector<PatternId> when;     // only for notes in which one of these stands
};

class CoverageRule : public Rule {
 public:
  CoverageRule(const PatternBank& bank, CompetencySet set, CoverageOptions options)
      : bank_(bank), set_(std::move(set)), options_(std::move(options)) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    if (!is_meant(speaker)) return;
    const std::vector<StoryRef>& stories = stories_of(speaker);
    if (stories.size() < options_.from_stories) return;
    std::vector<std::vector<std::uint32_t>> served(set_.items.size());
    for (std::uint32_t at = 0; at < stories.size(); ++at) {
      const std::vector<bool>& by_itself = served_in(*stories[at].file).at(stories[at].index);
      for (std::size_t i = 0; i < set_.items.size(); ++i) {
        if (by_itself[i] || is_listed_for(stories[at], set_.items[i], bank_)) {
          served[i].push_back(at);
        }
      }
    }
    options_.one_story > 0 ? report_crowded(stories, served, sink)
                           : report_open(stories, served, sink);
  }

 private:
  /// By story of a file: which competencies of the set it serves by itself.
  using Served = std::map<std::uint32_t, std::vector<bool>>;

  const Served& served_in(const FileView& file) const {
    return file.memo.keep<Served>(this, [&] {
      Served out;
      for (const StoryRef& story : stories_of(file)) {
        std::vector<bool>& serves = out[story.index];
        for (const Competency& item : set_.items) {
          serves.push_back(serves_by_itself(story, item, bank_));
        }
      }
      return out;
    });
  }

  bool is_meant(const SpeakerView& speaker) const {
    if (options_.when.empty()) return true;
    return std::any_of(speaker.files.begin(), speaker.files.end(), [&](const FileView* file) {
      return std::any_of(options_.when.begin(), options_.when.end(), [&](PatternId id) {
        const auto& places = file->hits.places(id);
        return std::any_of(places.begin(), places.end(), [&](std::uint32_t block) {
          return bank_.pattern(id).found_in(file->text.utf8(), file->outline.blocks[block].text);
        });
      });
    });
  }

  void report_open(const std::vector<StoryRef>& stories,
                   const std::vector<std::vector<std::uint32_t>>& served, Sink& sink) const {
    std::vector<std::string> open;
    for (std::size_t i = 0; i < served.size(); ++i) {
      if (served[i].size() < options_.at_least) open.push_back(set_.items[i].name);
    }
    if (!open.empty()) report(stories.front(), open, stories.size(), sink);
  }

  /// Of the competencies that any story serves, those that hang on one and the same.
  void report_crowded(const std::vector<StoryRef>& stories,
                      const std::vector<std::vector<std::uint32_t>>& served, Sink& sink) const {
    std::vector<std::vector<std::string>> alone(stories.size());
    std::size_t covered = 0;
    for (std::size_t i = 0; i < served.size(); ++i) {
      if (!served[i].empty()) ++covered;
      if (served[i].size() == 1) alone[served[i].front()].push_back(set_.items[i].name);
    }
    for (std::size_t i = 0; i < stories.size(); ++i) {
      const double limit = options_.one_story * static_cast<double>(covered);
      if (alone[i].size() > 1 && static_cast<double>(alone[i].size()) > limit) {
        report(stories[i], alone[i], stories.size(), sink);
      }
    }
  }

  void report(const StoryRef& where, const std::vector<std::string>& names, std::size_t stories,
              Sink& sink) const {
    Finding& finding = sink.add({where.file->source.id, head_of(*where.file, where.story())},
                                {{"names", join(names, ", ")},
                                 {"count", cat(names.size())},
                                 {"of", cat(set_.items.size())},
                                 {"stories", cat(stories)},
                                 {"story", where.story().title_text},
                                 {"set", set_.title}});
    finding.narrative = where.index;
    finding.key = options_.one_story > 0 ? cat(set_.id, " ", key_of_story(where.story())) : set_.id;
  }

  const PatternBank& bank_;
  CompetencySet set_;
  CoverageOptions options_;
};

/// The set cut down to the names of `only`, which must all be in it.
Result<CompetencySet> chosen(const Options& options, const CompileContext& context) {
  const std::string_view id = options.string("set");
  const auto found = std::find_if(context.competencies.begin(), context.competencies.end(),
                                  [&](const CompetencySet& set) { return set.id == id; });
  if (found == context.competencies.end()) {
    return options.error("set", cat("no pack brings the competencies '", id, "'"));
  }
  const std::vector<std::string> only = options.strings("only");
  if (only.empty()) return *found;
  CompetencySet set{found->id, found->title, {}};
  for (const std::string& name : only) {
    const auto item = std::find_if(found->items.begin(), found->items.end(),
                                   [&](const Competency& one) { return one.name == name; });
    if (item == found->items.end()) {
      return options.error("only", cat("'", id, "' has no competency '", name, "'"));
    }
    set.items.push_back(*item);
  }
  return set;
}

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<CompetencySet> set = chosen(options, context);
  if (!set) return set.error();
  CoverageOptions out;
  out.at_least = static_cast<std::uint32_t>(options.number("at_least", 1));
  out.from_stories = static_cast<std::uint32_t>(options.number("from_stories", 1));
  out.one_story = options.number("one_story", 0);
  Result<std::vector<PatternId>> when = add_patterns(options, "when", context.patterns);
  if (!when) return when.error();
  out.when = *std::move(when);
  return std::unique_ptr<Rule>(
      std::make_unique<CoverageRule>(context.patterns, *std::move(set), std::move(out)));
}

}  // namespace

Kind coverage_kind() {
  using toml_doc::FieldType;
  return {"coverage",
          "competencies that too few stories serve, or one story serves alone",
          {"names", "count", "of", "stories", "story", "set"},
          {},
          {{"set", FieldType::String, "id of a set of competencies", true},
           {"only", FieldType::Strings, "only these of the set, by name"},
           {"at_least", FieldType::Integer, "stories that each needs (default 1)"},
           {"from_stories", FieldType::Integer, "only for speakers with so many stories"},
           {"one_story", FieldType::Number,
            "instead: a finding where one story alone serves more than this share of them"},
           {"when", FieldType::Strings, "only for speakers in whose notes one of these matches"}},
          compile};
}

}  // namespace starlint
