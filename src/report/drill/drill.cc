#include "report/drill/drill.h"

#include <algorithm>

#include "base/strings.h"
#include "lint/identity.h"
#include "report/place.h"
#include "report/story_figures.h"
#include "report/text/cells.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

constexpr double kWritten = 5;             // seconds; a shorter answer is hardly begun
constexpr std::size_t kPromptLimit = 300;  // bytes
/// The kind of the rules about all stories together; what they find is no question about the one
/// that they happen to stand at.
constexpr std::string_view kCollectionKind = "coverage";

/// A finding that raises a question, and how much it matters.
struct Raised {
  const Finding* finding = nullptr;
  const RuleInfo* rule = nullptr;

  /// Higher is worse: the level, then what the default profile finds.
  int weight() const { return 2 * static_cast<int>(finding->level) + (rule->strict_only ? 0 : 1); }
};

class Interviewer {
 public:
  explicit Interviewer(const LintRun& run) : run_(run), raised_(run.files.size()) {
    for (const Finding& finding : run.findings) {
      const RuleInfo& rule = run.rules->info(finding.rule);
      if (finding.suppression || rule.probe.empty() || rule.kind == kCollectionKind) continue;
      const FileResult& file = run.file(finding.where.file);
      auto& of_file = raised_[file.source.id];
      of_file.resize(file.narratives.stories.size() + 1);
      const std::uint32_t story = story_at(file, finding);
      of_file[std::min<std::size_t>(story, of_file.size() - 1)].push_back({&finding, &rule});
    }
  }

  std::vector<DrillCard> interview() {
    for (const auto& file : run_.files) {
      const auto& stories = file->narratives.stories;
      for (std::uint32_t i = 0; i < stories.size(); ++i) add_story(*file, i);
      for (const OpenPrompt& prompt : file->narratives.open_prompts) add_open(*file, prompt);
      add_outside(*file);
    }
    return std::move(cards_);
  }

 private:
  /// The findings of a story, worst first; those of no story behind the last one.
  std::vector<Raised> raised(const FileResult& file, std::size_t story) const {
    const auto& of_file = raised_[file.source.id];
    if (story >= of_file.size()) return {};
    std::vector<Raised> out = of_file[story];
    std::stable_sort(out.begin(), out.end(),
                     [](const Raised& a, const Raised& b) { return a.weight() > b.weight(); });
    return out;
  }

  void add_story(const FileResult& file, std::uint32_t index) {
    const Narrative& story = file.narratives.stories[index];
    DrillCard card{&file, index, prompt_of(file, story), true, {}};
    card.written = story.project || story.spoken_seconds >= kWritten;
    if (card.written) {
      for (const Raised& one : raised(file, index)) ask(one, card);
      if (tells_event(story)) ask_usual(card);
      if (card.questions.size() > most()) card.questions.resize(most());
    }
    if (card.questions.empty() && (card.written || story.project)) return;
    cards_.push_back(std::move(card));
  }

  /// A question that nothing answers.
  void add_open(const FileResult& file, const OpenPrompt& prompt) {
    if (prompt.in_list) return;
    Span question = prompt.request;
    const std::size_t line = file.shown(question).find('\n');
    if (line != std::string_view::npos) {
      question.end = question.begin + static_cast<std::uint32_t>(line);
    }
    cards_.push_back({&file, kNone, quote_of(file, question, kPromptLimit), false, {}});
  }

  /// Outside the stories only what contradicts itself is worth a question.
  void add_outside(const FileResult& file) {
    DrillCard card{&file, kNone, file.source.path, true, {}};
    const auto is_claimed = [&](const Finding& finding) {
      return std::any_of(file.claims.begin(), file.claims.end(),
                         [&](const Claim& claim) { return claim.span == finding.where.span; });
    };
    for (const Raised& one : raised(file, file.narratives.stories.size())) {
      if (!one.finding->related.empty() && is_claimed(*one.finding)) ask(one, card);
    }
    if (!card.questions.empty()) cards_.push_back(std::move(card));
  }

  static std::string prompt_of(const FileResult& file, const Narrative& story) {
    const std::string prompt =
        story.prompt.empty() ? story_name(file, story) : quote_of(file, story.prompt, kPromptLimit);
    const bool quoted = prompt.size() > 2 && prompt.front() == '"' && prompt.back() == '"';
    return quoted ? prompt.substr(1, prompt.size() - 2) : prompt;
  }

  std::size_t most() const { return run_.rules->questions().most; }

  /// What only repeats the name of the story is better said by the rule.
  static void ask(const Raised& raised, DrillCard& card) {
    const std::string& message = raised.finding->message;
    const bool names_story = card.story != kNone && !card.narrative().title_text.empty() &&
                             message.find(card.narrative().title_text) != std::string::npos;
    const std::string_view what = trim(raised.rule->doc.what);
    add(raised.rule->probe, names_story ? std::string(what) : message, raised.finding->where, card);
  }

  /// Nobody asks the same twice.
  static void add(std::string question, std::string reason, Location where, DrillCard& card) {
    const std::string key = folded(question);
    const bool known =
        std::any_of(card.questions.begin(), card.questions.end(),
                    [&](const DrillQuestion& one) { return folded(one.ask) == key; });
    if (!known) card.questions.push_back({std::move(question), std::move(reason), where});
  }

  /// Questions about this claim and this sort of story; then some of those that fit any story,
  /// the least asked so far first.
  void ask_usual(DrillCard& card) {
    const std::vector<UsualQuestion>& all = run_.rules->questions().all;
    asked_.resize(all.size());
    std::vector<std::size_t> general;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].attribute.empty()) {
        ask_of_claim(all[i], card);
      } else if (fits(all[i], card)) {
        all[i].asked.empty() ? general.push_back(i) : ask(all[i], card);
      }
    }
    std::stable_sort(general.begin(), general.end(),
                     [&](std::size_t a, std::size_t b) { return asked_[a] < asked_[b]; });
    general.resize(std::min<std::size_t>(general.size(), run_.rules->questions().usual));
    for (const std::size_t i : general) {
      ++asked_[i];
      ask(all[i], card);
    }
  }

  static bool any_in(const FileResult& file, const std::vector<Pattern>& patterns, Span span) {
    return !span.empty() && std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& one) {
      return one.found_in(file.text.utf8(), span);
    });
  }

  /// Where the conditions of a question look.
  static std::vector<Span> spans_for(const UsualQuestion& question, const Narrative& story) {
    if (question.component) return spans_of(story, *question.component);
    return {story.span};
  }

  static bool fits(const UsualQuestion& question, const DrillCard& card) {
    const FileResult& file = *card.file;
    const Narrative& story = card.narrative();
    const std::vector<Span> spans = spans_for(question, story);
    const auto in_any = [&](const std::vector<Pattern>& patterns) {
      return std::any_of(spans.begin(), spans.end(),
                         [&](Span span) { return any_in(file, patterns, span); });
    };
    const bool named = question.missing &&
                       std::any_of(story.parts.begin(), story.parts.end(), [&](const Part& part) {
                         return part.slot == *question.missing;
                       });
    const bool asked = question.asked.empty() || any_in(file, question.asked, story.title) ||
                       any_in(file, question.asked, story.prompt);
    return asked && !named && !spans.empty() && (question.when.empty() || in_any(question.when)) &&
           !in_any(question.unless);
  }

  static void ask(const UsualQuestion& question, DrillCard& card) {
    const Span about = spans_for(question, card.narrative()).front();
    add(question.ask.fill({}), {}, {card.file->source.id, about}, card);
  }

  void ask_of_claim(const UsualQuestion& question, DrillCard& card) const {
    if (any_in(*card.file, question.unless, card.narrative().span)) return;
    for (const Claim& claim : card.file->claims) {
      if (claim.narrative != card.story || claim.attribute != question.attribute) continue;
      if (claim.modality != Modality::Asserted || claim.role == Role::PartOf) continue;
      const std::string text(card.file->shown(claim.span));
      add(question.ask.fill({{"text", text}}), {}, {claim.file, claim.span}, card);
      return;
    }
  }

  const LintRun& run_;
  std::vector<std::vector<std::vector<Raised>>> raised_;  // by file, then by story
  std::vector<std::size_t> asked_;                        // how often, by usual question
  std::vector<DrillCard> cards_;
};

}  // namespace

std::string_view DrillCard::notes() const {
  return story == kNone ? std::string_view() : trim(file->shown(narrative().span));
}

std::vector<DrillCard> drill_of(const LintRun& run) { return Interviewer(run).interview(); }

std::string card_facts(const DrillCard& card) {
  if (card.story == kNone) return "outside the stories";
  const Narrative& story = card.narrative();
  std::string out = cat(card.file->source.path, ":", card.file->text.line(story.span.begin));
  if (story.project || !card.written) return out;
  return cat(out, " · ", spoken(story.spoken_seconds), " · ", marks_of(*card.file, story));
}

const std::vector<DrillFormat>& drill_formats() {
  static const std::vector<DrillFormat> all = {
      {"anki", write_drill_anki}, {"markdown", write_drill_markdown}, {"text", write_drill_text}};
  return all;
}

const DrillFormat& drill_format(std::string_view name) {
  const auto& all = drill_formats();
  return *std::find_if(all.begin(), all.end(),
                       [&](const DrillFormat& format) { return format.name == name; });
}

}  // namespace starlint
