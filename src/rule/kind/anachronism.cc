// anachronism: a technology used in a time that ended before the public could have it. The time is
// that of the sentence; where this names none, of the story or section; where this names none
// either, of the post at the employer that was named last.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "base/strings.h"
#include "claim/claim_order.h"
#include "claim/names.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"
#include "rule/kind/speaker_tenures.h"

namespace starlint {

namespace {

constexpr std::size_t kShared = SIZE_MAX;  // a name of several employers

/// When something happened at the latest, and what tells so.
struct Latest {
  double day = 0;
  bool known = false;
  bool ended = true;
  const Claim* told = nullptr;
};

/// The last of the dates in a span that count; `claims` are in order of place.
template <typename Counts>
Latest latest_in(const std::vector<Claim>& claims, Span within, Counts counts) {
  Latest out;
  for (auto claim = claims_from(claims, within.begin);
       claim != claims.end() && claim->span.begin < within.end; ++claim) {
    const Value& value = claim->value;
    if (value.kind != ValueKind::Date && value.kind != ValueKind::Interval) continue;
    if (!counts(*claim)) continue;
    out.known = true;
    if (value.open_high) out.ended = false;
    const double day = std::max(value.high, value.low + 1);
    if (out.told != nullptr && day <= out.day) continue;
    out.day = day;
    out.told = &*claim;
  }
  return out;
}

/// Which employer a capitalised word names.
class Employers {
 public:
  explicit Employers(const SpeakerTenures& tenures) : tenures_(tenures) {
    for (std::size_t i = 0; i < tenures.all.size(); ++i) {
      for (const std::string& name : tenures.all[i].names) {
        const auto [entry, added] = by_name_.emplace(name, i);
        if (!added && entry->second != i) entry->second = kShared;
      }
    }
  }

  /// The post at the employer named last in a span; unknown where none is.
  Latest last_named(std::string_view text, Span within) const {
    std::vector<std::string> names;
    add_names(text, within, nullptr, names);
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
      const auto found = by_name_.find(*name);
      if (found == by_name_.end() || found->second == kShared) continue;
      const Tenure& tenure = tenures_.all[found->second];
      return {tenure.high, true, tenure.ended, tenure.dates.back()};
    }
    return {};
  }

 private:
  const SpeakerTenures& tenures_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

/// A technology that is named, and the block where.
struct Mention {
  TechnologyMention what;
  std::uint32_t block = 0;  // index into Outline::blocks
};

class AnachronismRule : public Rule {
 public:
  AnachronismRule(const ClaimPatterns& patterns, Pattern unless, std::optional<Pattern> later,
                  std::optional<Pattern> aside)
      : patterns_(patterns),
        unless_(std::move(unless)),
        later_(std::move(later)),
        aside_(std::move(aside)) {}

  void prepare(const FileView& file) const override { mentions_of(file); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    const SpeakerTenures tenures = read_speaker_tenures(speaker, patterns_);
    const Employers employers(tenures);
    for (const FileView* file : speaker.files) {
      const std::vector<Setting>& settings = settings_of(speaker, *file, patterns_);
      std::set<std::pair<const Setting*, const Technology*>> done;
      for (const Mention& mention : mentions_of(*file)) {
        const Setting* setting = setting_at(settings, mention.what.span.begin);
        if (setting == nullptr || done.count({setting, mention.what.technology}) != 0) continue;
        const Block& block = file->outline.blocks[mention.block];
        if (judge(speaker, *file, block, *setting, employers, mention.what, sink)) {
          done.emplace(setting, mention.what.technology);
        }
      }
    }
  }

 private:
  /// The technologies that are named in sentences that may tell of the speaker's own time.
  const std::vector<Mention>& mentions_of(const FileView& file) const {
    return file.memo.keep<std::vector<Mention>>(this, [&] {
      std::vector<Mention> out;
      const std::string_view text = file.text.utf8();
      for (std::uint32_t i = 0; i < file.outline.blocks.size(); ++i) {
        const Block& block = file.outline.blocks[i];
        if (!block.prose()) continue;
        for (const TechnologyMention& one : patterns_.technologies().find_all(text, block.text)) {
          if (unless_.found_in(text, sentence_around(text, block.text, one.span))) continue;
          out.push_back({one, i});
        }
      }
      return out;
    });
  }

  /// A full stop ends a sentence at the end of a line, too.
  static Span sentence_around(std::string_view text, Span block, Span at) {
    const auto ends = [&](std::uint32_t i) {
      return text[i] == '.' && i + 1 < text.size() && is_ascii_space(text[i + 1]);
    };
    Span out = at;
    while (out.begin > block.begin && !ends(out.begin - 1)) --out.begin;
    while (out.end < block.end && !ends(out.end)) ++out.end;
    return out;
  }

  /// From the heading above a block to the block.
  static Span section_before(const FileView& file, const Block& block, std::uint32_t end) {
    std::uint32_t at = block.parent;
    while (at < file.outline.blocks.size() && file.outline.blocks[at].kind != BlockKind::Heading) {
      at = file.outline.blocks[at].parent;
    }
    while (at < file.outline.blocks.size() && file.outline.blocks[at].parent != kNone &&
           file.outline.blocks[at].level > 2) {
      at = file.outline.blocks[at].parent;
    }
    return {at < file.outline.blocks.size() ? file.outline.blocks[at].span.begin : 0, end};
  }

  /// "I began there in 2007. In my eleventh year …": the date is not that of what follows.
  bool is_later(const FileView& file, const Latest& latest, Span mention) const {
    if (!later_ || latest.told == nullptr || latest.told->span.end >= mention.begin) return false;
    return later_->found_in(file.text.utf8(), {latest.told->span.end, mention.begin});
  }

  bool judge(const SpeakerView& speaker, const FileView& file, const Block& block,
             const Setting& setting, const Employers& employers, const TechnologyMention& mention,
             Sink& sink) const {
    const std::string_view text = file.text.utf8();
    Latest latest = latest_in(file.claims, sentence_around(text, block.text, mention.span),
                              [](const Claim&) { return true; });
    if (!latest.known) {
      // "My first app, in another language, was from 2011."
      latest = latest_in(file.claims, setting.span, [&](const Claim& date) {
        return !aside_ || !aside_->found_in(text, sentence_around(text, setting.span, date.span));
      });
      if (is_later(file, latest, mention.span)) return false;
    }
    if (!latest.known) {
      latest = employers.last_named(text, section_before(file, block, mention.span.end));
    }
    const Technology& technology = *mention.technology;
    if (!latest.known || !latest.ended || latest.day > technology.since) return false;
    Finding& finding =
        sink.add({file.source.id, mention.span}, {{"said", std::string(file.slice(mention.span))},
                                                  {"name", technology.name},
                                                  {"since", technology.date},
                                                  {"dates", words_of(speaker, *latest.told)},
                                                  {"source", technology.source}});
    finding.narrative = latest.told->file == file.source.id ? latest.told->narrative : kNone;
    add_places(speaker, {latest.told}, sink.info(), finding);
    return true;
  }

  const ClaimPatterns& patterns_;
  Pattern unless_;
  std::optional<Pattern> later_;
  std::optional<Pattern> aside_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<Pattern> unless = Pattern::compile(options.string("unless"), options.patterns());
  if (!unless) return options.error("unless", unless.error().message, unless.error().hint);
  std::optional<Pattern> others[2];
  constexpr std::string_view kKeys[] = {"later", "aside"};
  for (std::size_t i = 0; i < std::size(kKeys); ++i) {
    const std::string_view words = options.string(kKeys[i]);
    if (words.empty()) continue;
    Result<Pattern> pattern = Pattern::compile(words, options.patterns());
    if (!pattern) return options.error(kKeys[i], pattern.error().message, pattern.error().hint);
    others[i] = *std::move(pattern);
  }
  return std::unique_ptr<Rule>(std::make_unique<AnachronismRule>(
      context.claims, *std::move(unless), std::move(others[0]), std::move(others[1])));
}

}  // namespace

Kind anachronism_kind() {
  using toml_doc::FieldType;
  return {"anachronism",
          "a technology used in a time that ended before anybody could have it",
          {"said", "name", "since", "dates", "source", "text"},
          {"conflict", "place"},
          {{"unless", FieldType::String, "expression of sentences that tell of another time", true},
           {"later", FieldType::String,
            "expression of words behind a date, after which a story tells of a later time"},
           {"aside", FieldType::String,
            "expression of sentences whose dates are of something that was before the story"}},
          compile};
}

}  // namespace starlint
