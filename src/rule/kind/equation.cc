// equation: figures of one sentence, paragraph or story that do not satisfy a formula.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/strings.h"
#include "metric/formula.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

enum class Scope : std::uint8_t { Sentence, Paragraph, Story };

/// A name of the formula with the figure that was found for it.
struct Bound {
  std::string name;
  Figure figure;
};
using Binding = std::vector<Bound>;

/// Phrases that bind names together; one of them is enough.
using Alternatives = std::vector<PhraseId>;

struct Spec {
  std::vector<Alternatives> find;  // the first is the anchor
  Scope scope = Scope::Sentence;
  Formula formula;
  std::optional<Formula> only_if;
  std::string claimed;  // the name whose figure is judged
  double limit = 0;     // further off than so many times: they were not meant to tie
  std::vector<Pattern> unless;
};

class EquationRule : public Rule {
 public:
  EquationRule(Spec spec, const Lexicon& lexicon, const FigureBank& bank)
      : spec_(std::move(spec)), lexicon_(lexicon), bank_(bank) {}

  void check(const FileView& file, Sink& sink) const override {
    Judged judged;
    for (const PhraseId anchor : spec_.find.front()) {
      for (const std::uint32_t i : file.figures.places(anchor)) {
        for (const FigureMatch& match : bank_.phrase(anchor).find_all(file.metrics.passages[i])) {
          judge_anchor(file, i, match, judged, sink);
        }
      }
    }
  }

 private:
  /// The figures that were found wrong, by passage and value; several phrases may name one.
  using Judged = std::set<std::pair<std::uint32_t, std::uint32_t>>;

  static Binding bind(std::uint32_t passage, const FigureMatch& match) {
    Binding binding;
    for (const Filler& filler : match.fillers) {
      if (filler.value == kNone) continue;
      binding.push_back({std::string(filler.name), {passage, filler.value}});
    }
    return binding;
  }

  /// One binding that holds settles it; else they must all agree on the claimed figure.
  void judge_anchor(const FileView& file, std::uint32_t passage, const FigureMatch& match,
                    Judged& judged, Sink& sink) const {
    const Passage& where = file.metrics.passages[passage];
    const std::string_view said = where.slice(where.masked.sentence(match.span.begin));
    for (const Pattern& pattern : spec_.unless) {
      if (pattern.found_in(said, {0, static_cast<std::uint32_t>(said.size())})) return;
    }
    std::vector<Binding> bindings = {bind(passage, match)};
    for (std::size_t group = 1; group < spec_.find.size(); ++group) {
      bindings = extended(file, passage, match.span, bindings, group);
    }
    const Binding* wrong = nullptr;
    for (const Binding& binding : bindings) {
      const std::optional<Formula::Outcome> outcome = evaluate(file.metrics, binding);
      if (!outcome) continue;
      if (outcome->holds) return;
      if (wrong == nullptr) wrong = &binding;
    }
    if (wrong == nullptr || bindings.size() > kMostReadings) return;
    const Figure claimed = find(*wrong, spec_.claimed)->figure;
    if (judged.emplace(claimed.passage, claimed.value).second) report(file, *wrong, sink);
  }

  std::vector<Binding> extended(const FileView& file, std::uint32_t anchor, Span anchor_span,
                                const std::vector<Binding>& bindings, std::size_t group) const {
    std::vector<Binding> out;
    for (const PhraseId phrase : spec_.find[group]) {
      for (const std::uint32_t i : file.figures.places(phrase)) {
        if (i != anchor && (spec_.scope != Scope::Story ||
                            file.metrics.stories[i] != file.metrics.stories[anchor])) {
          continue;
        }
        const Masked& masked = file.metrics.passages[i].masked;
        const Span within =
            spec_.scope == Scope::Sentence ? masked.sentence(anchor_span.begin) : masked.all();
        for (const FigureMatch& match :
             bank_.phrase(phrase).find_all(file.metrics.passages[i], within)) {
          extend(bindings, bind(i, match), out);
        }
      }
    }
    return out;
  }

  static void extend(const std::vector<Binding>& bindings, const Binding& by,
                     std::vector<Binding>& out) {
    for (const Binding& binding : bindings) {
      if (std::optional<Binding> joined = combined(binding, by)) out.push_back(*std::move(joined));
    }
  }

  /// Both together; nothing where they share a figure.
  static std::optional<Binding> combined(Binding a, const Binding& b) {
    for (const Bound& bound : b) {
      for (const Bound& other : a) {
        const bool same = other.figure.passage == bound.figure.passage &&
                          other.figure.value == bound.figure.value;
        if (same || other.name == bound.name) return std::nullopt;
      }
    }
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }

  /// Nothing where a name has no figure, or the figures are in units that do not go together.
  std::optional<Formula::Outcome> evaluate(const Metrics& metrics, const Binding& binding) const {
    std::vector<Term> terms;
    std::string money;
    std::string dimension;
    for (const Bound& bound : binding) {
      const Value& value = metrics.value(bound.figure);
      double factor = 1;
      if (value.kind == ValueKind::Money && !agree(money, value.unit)) return std::nullopt;
      if (value.kind == ValueKind::Quantity) {
        const Unit* unit = lexicon_.unit(value.unit);
        if (!agree(dimension, unit == nullptr ? value.unit : unit->dimension)) return std::nullopt;
        if (unit != nullptr) factor = unit->factor;
      }
      const Extent extent = bound.name == spec_.claimed && spec_.formula.equation()
                                ? claim_extent(value)
                                : figure_extent(value);
      terms.push_back({bound.name, nominal(value) * factor, extent * Extent::exactly(factor)});
    }
    const auto known = [&](const std::string& name) {
      return std::any_of(terms.begin(), terms.end(),
                         [&](const Term& term) { return term.name == name; });
    };
    const auto& names = spec_.formula.names();
    if (!std::all_of(names.begin(), names.end(), known)) return std::nullopt;
    if (spec_.only_if && !spec_.only_if->evaluate(terms).holds) return std::nullopt;
    const Formula::Outcome outcome = spec_.formula.evaluate(terms);
    if (outcome.holds || spec_.limit <= 0) return outcome;
    const double ratio = outcome.right == 0 ? 0 : outcome.left / outcome.right;
    if (ratio < 1 / spec_.limit || ratio > spec_.limit) return std::nullopt;
    return outcome;
  }

  static bool agree(std::string& known, const std::string& unit) {
    if (known.empty()) known = unit;
    return known == unit;
  }

  static const Bound* find(const Binding& binding, std::string_view name) {
    const auto found = std::find_if(binding.begin(), binding.end(),
                                    [&](const Bound& bound) { return bound.name == name; });
    return found == binding.end() ? nullptr : &*found;
  }

  void report(const FileView& file, const Binding& binding, Sink& sink) const {
    const Metrics& metrics = file.metrics;
    const Bound* claimed = find(binding, spec_.claimed);
    const Span place = metrics.place(claimed->figure);
    const Formula::Outcome outcome = *evaluate(metrics, binding);
    std::vector<std::string> others;
    std::vector<Related> related;
    for (const Bound& bound : binding) {
      if (&bound == claimed) continue;
      const Span other = metrics.place(bound.figure);
      others.push_back(cat("'", file.slice(other), "'"));
      related.push_back({{file.source.id, other}, std::string(file.slice(other))});
    }
    Finding& finding =
        sink.add({file.source.id, place},
                 {{"claimed", std::string(file.slice(place))},
                  {"others", join(others, ", ")},
                  {"computed", in_unit_of(metrics.typed(claimed->figure), outcome.left)}});
    finding.related = std::move(related);
  }

  /// A result in base units, as the claimed figure is written.
  std::string in_unit_of(const Typed& claimed, double result) const {
    double unit = 1;
    if (claimed.value.kind == ValueKind::Duration && !claimed.numbers.empty() &&
        claimed.numbers.front().value != 0) {
      unit = claimed.value.low / claimed.numbers.front().value;
    } else if (claimed.value.kind == ValueKind::Quantity) {
      if (const Unit* known = lexicon_.unit(claimed.value.unit)) unit = known->factor;
    }
    const double number = result / unit;
    const std::string text = decimal(number, std::abs(number) < 10 ? 2 : 1);
    return claimed.value.unit_text.empty() ? text : cat(text, " ", claimed.value.unit_text);
  }

  // More ways to read the same figures than this, and none of them is sure.
  static constexpr std::size_t kMostReadings = 4;

  Spec spec_;
  const Lexicon& lexicon_;
  const FigureBank& bank_;
};

const std::vector<std::string_view> kScopes = {"sentence", "paragraph", "story"};

Result<Formula> formula_of(const Options& options, std::string_view key) {
  Result<Formula> formula = Formula::parse(options.string(key));
  if (!formula) return options.error(key, formula.error().message, formula.error().hint);
  return formula;
}

Result<Alternatives> phrases_of(const Options& options, const toml_doc::Value& table,
                                CompileContext& context) {
  Alternatives out;
  for (const toml_doc::Value& text : toml_doc::items_of(table, "phrases")) {
    const Result<PhraseId> phrase =
        context.figures.add(text.string, context.metrics.words(), options.built_in);
    if (!phrase) {
      return toml_doc::error_at(text, options.path, phrase.error().message, phrase.error().hint);
    }
    out.push_back(*phrase);
  }
  return out;
}

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Spec spec;
  Result<Formula> formula = formula_of(options, "formula");
  if (!formula) return formula.error();
  spec.formula = *std::move(formula);
  if (!options.string("only_if").empty()) {
    Result<Formula> only_if = formula_of(options, "only_if");
    if (!only_if) return only_if.error();
    spec.only_if = *std::move(only_if);
  }
  for (const toml_doc::Value& table : toml_doc::items_of(options.table, "find")) {
    Result<Alternatives> phrases = phrases_of(options, table, context);
    if (!phrases) return phrases.error();
    spec.find.push_back(*std::move(phrases));
  }
  for (const std::string& expression : options.strings("unless")) {
    Result<Pattern> pattern = Pattern::compile(expression, options.patterns());
    if (!pattern) return options.error("unless", pattern.error().message, pattern.error().hint);
    spec.unless.push_back(*std::move(pattern));
  }
  spec.claimed = options.string("claimed");
  spec.limit = options.number("limit", 0);
  const auto scope =
      std::find(kScopes.begin(), kScopes.end(), options.string("within", "sentence"));
  spec.scope = static_cast<Scope>(scope - kScopes.begin());
  const auto& names = spec.formula.names();
  if (std::find(names.begin(), names.end(), spec.claimed) == names.end()) {
    return options.error("claimed", cat("the formula has no '", spec.claimed, "'"));
  }
  return std::unique_ptr<Rule>(
      std::make_unique<EquationRule>(std::move(spec), context.lexicon, context.figures));
}

}  // namespace

Kind equation_kind() {
  using toml_doc::FieldType;
  return {"equation",
          "figures of one sentence, paragraph or story that do not satisfy a formula",
          {"claimed", "others", "computed"},
          {},
          {{"find",
            FieldType::Tables,
            "groups of phrases that name the figures; the first is looked for everywhere, the "
            "others around it",
            true,
            {},
            {{"phrases", FieldType::Strings, "with {type:name} for names of the formula", true}}},
           {"formula", FieldType::String, "what must hold: \"count * each = total\"", true},
           {"claimed", FieldType::String, "the name whose figure is judged", true},
           {"only_if", FieldType::String, "a second formula: judge only where it holds"},
           {"within", FieldType::String, "where the figures may stand", false, kScopes},
           {"limit", FieldType::Number,
            "off by more than this factor, the figures were not meant to tie"},
           {"unless", FieldType::Strings,
            "regular expressions over the sentence that explain the difference"}},
          compile};
}

}  // namespace starlint
