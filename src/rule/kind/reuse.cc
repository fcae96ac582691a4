// reuse: one win told for two employers: the same figures in much the same words.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/strings.h"
#include "rule/kind/background.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr std::size_t kFigures = 2;  // that both sentences have, at least
constexpr double kNearlyAll = 0.8;   // of the words: then one of the figures may be a small count
constexpr std::size_t kMost = 8;     // sentences with one figure that are held against each other
constexpr double kSmall = 10;        // smaller counts meet by chance

/// A sentence with its figures.
struct Sentence {
  const FileView* file = nullptr;
  const Setting* setting = nullptr;
  std::vector<const Claim*> figures;
  std::vector<std::string> keys;   // of the figures, sorted
  std::vector<std::string> small;  // likewise, of small counts
  std::vector<std::string> words;  // content words of its block, sorted
};

std::string key_of(const Value& value) {
  return cat(name_of(value.kind), " ", decimal(value.low, 3), " ", decimal(value.high, 3));
}

std::size_t in_both(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

class ReuseRule : public Rule {
 public:
  ReuseRule(const ClaimPatterns& patterns, double share) : patterns_(patterns), share_(share) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<Sentence> sentences;
    for (const FileView* file : speaker.files) {
      read_sentences(*file, settings_of(speaker, *file, patterns_), sentences);
    }
    std::map<std::string, std::vector<std::size_t>> by_figure;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      for (const std::string& key : sentences[i].keys) by_figure[key].push_back(i);
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [key, places] : by_figure) {
      if (places.size() > kMost) continue;
      for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) {
          if (same_win(sentences[places[a]], sentences[places[b]])) {
            pairs.emplace_back(places[a], places[b]);
          }
        }
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [a, b] : pairs) report(sentences[a], sentences[b], sink);
  }

 private:
  void read_sentences(const FileView& file, const std::vector<Setting>& settings,
                      std::vector<Sentence>& out) const {
    const auto before = static_cast<std::ptrdiff_t>(out.size());
    std::uint32_t current = kNone;
    for (const Claim& claim : file.claims) {
      if (claim.modality != Modality::Asserted || !measures(claim.value)) continue;
      const Setting* setting = setting_at(settings, claim.span.begin);
      if (setting == nullptr) continue;
      if (claim.sentence != current) {
        current = claim.sentence;
        out.push_back({&file,
                       setting,
                       {},
                       {},
                       {},
                       own_words(topic_at(file, claim.span.begin, patterns_), *setting)});
      }
      out.back().figures.push_back(&claim);
      (is_small(claim.value) ? out.back().small : out.back().keys).push_back(key_of(claim.value));
    }
    for (auto sentence = out.begin() + before; sentence != out.end(); ++sentence) {
      for (auto* keys : {&sentence->keys, &sentence->small}) {
        std::sort(keys->begin(), keys->end());
        keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
      }
    }
  }

  static bool measures(const Value& value) {
    const bool one = value.kind == ValueKind::Cardinal && value.low <= 1;  // a pronoun, often
    return !one && value.kind != ValueKind::Date && value.kind != ValueKind::Interval &&
           value.kind != ValueKind::Name && value.kind != ValueKind::Age;
  }

  static bool is_small(const Value& value) {
    const bool whole = value.low == std::floor(value.low);
    return value.kind == ValueKind::Cardinal && value.low < kSmall && whole;
  }

  /// Without the name of the employer.
  static std::vector<std::string> own_words(const Topic& topic, const Setting& setting) {
    std::vector<std::string> words = topic.words;
    std::erase_if(words, [&](const std::string& word) {
      const auto names_it = [&](const std::string& name) {
        return name.find(word) != std::string::npos;
      };
      return names_it(setting.project) ||
             std::any_of(setting.names.begin(), setting.names.end(), names_it);
    });
    return words;
  }

  /// Two projects or employers; where they are not known, places without a name in common.
  static bool elsewhere(const Setting& a, const Setting& b) {
    if (!a.project.empty() && !b.project.empty()) {
      return a.employer == b.employer && a.project != b.project;
    }
    return a.project.empty() && b.project.empty() && !a.names.empty() && !b.names.empty() &&
           in_both(a.names, b.names) == 0;
  }

  /// The name of where it was.
  static std::string place_name(const Setting& setting) {
    return setting.project.empty() ? setting.names.front() : setting.project;
  }

  bool same_win(const Sentence& a, const Sentence& b) const {
    if (!elsewhere(*a.setting, *b.setting)) return false;
    const std::size_t figures = in_both(a.keys, b.keys);
    if (figures == 0 || figures + in_both(a.small, b.small) < kFigures) return false;
    const double least = figures < kFigures ? std::max(share_, kNearlyAll) : share_;
    const std::size_t shorter = std::min(a.words.size(), b.words.size());
    return shorter > 0 &&
           static_cast<double>(in_both(a.words, b.words)) >= least * static_cast<double>(shorter);
  }

  static void report(const Sentence& a, const Sentence& b, Sink& sink) {
    const Claim& here = *b.figures.front();
    const Claim& there = *a.figures.front();
    Finding& finding = sink.add(place_of(here), {{"said", words_of(*b.file, here)},
                                                 {"here", place_name(*b.setting)},
                                                 {"there", place_name(*a.setting)}});
    finding.narrative = here.narrative;
    finding.related.push_back({place_of(there), words_of(*a.file, there)});
  }

  const ClaimPatterns& patterns_;
  double share_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  return std::unique_ptr<Rule>(
      std::make_unique<ReuseRule>(context.claims, options.number("share", 0.5)));
}

}  // namespace

Kind reuse_kind() {
  using toml_doc::FieldType;
  return {"reuse",
          "one win told for two employers",
          {"said", "here", "there"},
          {},
          {{"share", FieldType::Number, "of the words of the shorter one that both have (0.5)"}},
          compile};
}

}  // namespace starlint
