#include "metric/figure_phrase.h"

#include <algorithm>

#include "base/strings.h"
#include "metric/extent.h"

namespace starlint {

namespace {

constexpr std::string_view kWords = "words";
constexpr std::string_view kTail = "tail";
constexpr std::string_view kZero = "zero";
constexpr std::string_view kAll = "all";
constexpr std::string_view kFold = "fold";  // a type, and the unit of "8x"
constexpr std::string_view kFraction = "fraction";
constexpr std::string_view kManifold = "manifold";
// Lists of words that placeholders use by themselves.
constexpr std::string_view kHedges = "hedge";
constexpr std::string_view kTimes = "times";

// The bytes are those of claim/masked.h.
constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {"value", "[\\x01-\\x05]"},
    {"figure", R"([\x01\x03-\x05])"},
    {"count", "\\x01"},
    {"percent", "\\x02"},
    {"duration", "\\x03"},
    {"money", "\\x04"},
    {"quantity", "\\x05"},
    {kFold, "[\\x01\\x05]"},
    {kFraction, "\\x01"},
    {kManifold, ""},
    {kWords, R"((?:[^\s\x01-\x08,;:()]+ ){1,6}?)"},
    {kTail, R"([^\s\x01-\x08,;:().]+(?: [^\s\x01-\x08,;:().]+){0,4})"},
    {kZero, "\\x01"},
    {kAll, "\\x02"},
};

std::string_view expression_of(std::string_view type) {
  for (const auto& [name, expression] : kTypes) {
    if (name == type) return expression;
  }
  return {};
}

/// The list of words that may stand where a token of the type does.
std::string_view spelled_list(std::string_view type) {
  if (type == kFraction) return kSpelledFractions;
  return type == kFold || type == kManifold ? kSpelledFolds : std::string_view();
}

bool takes_words(std::string_view type) { return type == kWords || type == kTail; }

}  // namespace

class FigurePhraseCompiler {
 public:
  FigurePhraseCompiler(std::string_view phrase, const WordLists& words, bool built_in)
      : rest_(phrase), words_(words) {
    options_.known_good = built_in;
  }

  Result<FigurePhrase> compile() {
    std::string& out = phrase_.expression_;
    if (!rest_.empty() && (is_ascii_alnum(rest_.front()) || starts_with_list())) out += "\\b";
    while (!rest_.empty()) {
      if (Status status = piece(out); !status) return status.error();
    }
    if (!last_.empty() && is_ascii_alnum(last_.back())) out += "\\b";
    Result<Pattern> pattern = Pattern::compile(out, options_);
    if (!pattern) return pattern.error();
    phrase_.pattern_.push_back(*std::move(pattern));
    return std::move(phrase_);
  }

 private:
  static constexpr std::string_view kGap = "… ";

  bool starts_with_list() const {
    return rest_.front() == '{' && rest_.substr(0, rest_.find('}')).find(':') == rest_.npos;
  }

  Status piece(std::string& out) {
    last_ = {};
    if (rest_.starts_with(kGap)) {
      rest_.remove_prefix(kGap.size());
      out += R"((?:[^\s\x01-\x08]+ ){0,6}?)";
      return success();
    }
    if (rest_.front() == '{' && rest_.size() > 1 && is_ascii_alpha(rest_[1])) return braces(out);
    if (rest_.front() == '\\' && rest_.size() > 1) {
      out += rest_.substr(0, 2);
      rest_.remove_prefix(2);
      return success();
    }
    if (rest_.front() == '(' && rest_.substr(1, 1) != "?") {
      out += "(?:";
    } else {
      out += rest_.front();
    }
    last_ = rest_.substr(0, 1);
    rest_.remove_prefix(1);
    return success();
  }

  Status braces(std::string& out) {
    const std::size_t end = rest_.find('}');
    if (end == std::string_view::npos) return Error{"a '{' without '}'", {}, 0, 0, {}};
    const std::string_view inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    const std::size_t colon = inside.find(':');
    if (colon != std::string_view::npos) {
      return placeholder(out, inside.substr(0, colon), inside.substr(colon + 1));
    }
    const std::string_view list = list_of(inside);
    if (list.empty()) return unknown(inside);
    out += list;
    last_ = inside;
    return success();
  }

  Status placeholder(std::string& out, std::string_view type, std::string_view name) {
    std::string expression(expression_of(type));
    if (const std::string_view spelled = list_of(spelled_list(type)); !spelled.empty()) {
      expression += cat(expression.empty() ? "" : "|", "\\b", spelled, "\\b");
    }
    if (expression.empty()) return unknown(type);
    if (!takes_words(type) && !list_of(kHedges).empty())
      out += cat("(?:", list_of(kHedges), " ?)*");
    out += cat("(", expression, ")");
    phrase_.placeholders_.push_back({std::string(type), std::string(name)});
    if (type == kFold) {
      out += cat("([ -]?", list_of(kTimes), ")?");
      phrase_.placeholders_.push_back({std::string(kTimes), {}});
    }
    return success();
  }

  std::string_view list_of(std::string_view name) const {
    const auto found = words_.find(name);
    return found == words_.end() ? std::string_view() : found->second;
  }

  Error unknown(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const auto& [type, expression] : kTypes) known.push_back(type);
    for (const auto& [list, words] : words_) known.push_back(list);
    const std::string_view guess = nearest(name, known);
    return Error{cat("unknown placeholder '{", name, "}'"),
                 {},
                 0,
                 0,
                 guess.empty() ? std::string() : cat("did you mean '", guess, "'?")};
  }

  std::string_view rest_;
  std::string_view last_;  // literal or list at the end of what was read
  const WordLists& words_;
  PatternOptions options_;
  FigurePhrase phrase_;
};

Result<FigurePhrase> FigurePhrase::compile(std::string_view phrase, const WordLists& words,
                                           bool built_in) {
  return FigurePhraseCompiler(phrase, words, built_in).compile();
}

std::vector<std::string_view> FigurePhrase::names() const {
  std::vector<std::string_view> names;
  for (const Placeholder& placeholder : placeholders_) {
    if (!placeholder.name.empty()) names.push_back(placeholder.name);
  }
  return names;
}

const Filler* FigureMatch::find(std::string_view name) const {
  const auto found = std::find_if(fillers.begin(), fillers.end(),
                                  [&](const Filler& filler) { return filler.name == name; });
  return found == fillers.end() ? nullptr : &*found;
}

/// "8x" is a fold and nothing else; "8" is one only with a word for times behind it.
bool FigurePhrase::accept(const Passage& passage, const Match& match, FigureMatch& out) const {
  out.span = match.whole;
  for (std::size_t i = 0; i < placeholders_.size(); ++i) {
    const Placeholder& placeholder = placeholders_[i];
    const Span group = match.groups[i];
    if (group.empty() || placeholder.name.empty()) continue;
    Filler filler{placeholder.name, kNone, group};
    if (!takes_words(placeholder.type)) {
      filler.value = passage.masked.value_at(group.begin);
      if (filler.value == kNone) {  // spelled out
        out.fillers.push_back(filler);
        continue;
      }
      const Value& value = passage.values[filler.value].value;
      if (placeholder.type == kZero && nominal(value) != 0) return false;
      if (placeholder.type == kAll && nominal(value) != 100) return false;
      const bool spelled = value.kind == ValueKind::Cardinal && placeholder.type == kFold &&
                           !match.groups[i + 1].empty();
      if ((value.unit == kFold || spelled) != (placeholder.type == kFold)) return false;
    }
    out.fillers.push_back(filler);
  }
  return true;
}

std::vector<FigureMatch> FigurePhrase::find_all(const Passage& passage, Span within) const {
  std::vector<FigureMatch> found;
  for (const Match& match : pattern_.front().find_all(passage.masked.text(), within)) {
    FigureMatch accepted;
    if (accept(passage, match, accepted)) found.push_back(std::move(accepted));
  }
  return found;
}

}  // namespace starlint
