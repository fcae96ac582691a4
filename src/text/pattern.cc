#include "text/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <mutex>
#include <numeric>

#include "base/strings.h"
#include "text/lower_expression.h"

namespace starlint {

namespace {

// Of one pattern and its automata, in bytes: RE2's own default. Beyond it RE2 gets slower, not
// wrong.
constexpr std::int64_t kMemory = 8 << 20;

re2::RE2::Options options_of(PatternOptions options) {
  re2::RE2::Options out;
  out.set_case_sensitive(!options.ignore_case);
  out.set_log_errors(false);
  out.set_max_mem(kMemory);
  return out;
}

Error refusal(std::string_view expression, std::string_view reason) {
  Error error{cat("not a usable regular expression: ", reason), {}, 0, 0, {}};
  for (const std::string_view look : {"(?=", "(?!", "(?<=", "(?<!"}) {
    if (expression.find(look) != std::string_view::npos) {
      error.hint =
          "RE2 has no look-around, so that matching stays linear; write what to leave out as an "
          "expression of its own, under `except`";
    }
  }
  return error;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

constexpr int kMaxGroups = 16;

/// U+017F and U+212A, which RE2 takes for "s" and "k" where case is ignored.
bool folds_into_ascii(std::string_view text) {
  return text.find("\xC5\xBF") != std::string_view::npos ||
         text.find("\xE2\x84\xAA") != std::string_view::npos;
}

}  // namespace

struct Pattern::Impl {
  std::string expression;
  PatternOptions options;
  std::once_flag once;
  std::unique_ptr<re2::RE2> compiled;
  bool on_lower = false;  // it is compiled for lower-cased text

  const re2::RE2& regex() {
    std::call_once(once, [this] {
      const re2::RE2::Options settings = options_of(options);
      if (options.ignore_case) compile_lower(settings);
      if (!on_lower) compiled = std::make_unique<re2::RE2>(piece(expression), settings);
      SL_CHECK(compiled->ok() || !options.known_good);
    });
    return *compiled;
  }

  /// Where it fails, the expression itself is compiled for the message.
  void compile_lower(re2::RE2::Options settings) {
    const std::optional<std::string> lower = lower_expression(expression);
    if (!lower) return;
    settings.set_case_sensitive(true);
    compiled = std::make_unique<re2::RE2>(piece(*lower), settings);
    on_lower = compiled->ok();
  }
};

/// What a pattern sees of a text: text[within], lower-cased where it was compiled for that.
class Pattern::View {
 public:
  View(Impl& impl, std::string_view text, Span within)
      : regex_(impl.regex()), begin_(within.begin), seen_(text.substr(begin_, within.size())) {
    if (!impl.on_lower) return;
    lower_ = ascii_lower(seen_);
    seen_ = lower_;
  }
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  bool matches() const {
    return regex_.Match(piece(seen_), 0, seen_.size(), re2::RE2::UNANCHORED, nullptr, 0);
  }

  /// The first match from `from` on, an offset in the text.
  bool find(std::uint32_t from, Match& match) const {
    std::array<re2::StringPiece, kMaxGroups> groups;
    const int count = regex_.NumberOfCapturingGroups() + 1;
    if (!regex_.Match(piece(seen_), from - begin_, seen_.size(), re2::RE2::UNANCHORED,
                      groups.data(), count)) {
      return false;
    }
    match.whole = span_of(groups[0]);
    match.groups.clear();
    for (int i = 1; i < count; ++i) {
      match.groups.push_back(span_of(groups[static_cast<std::size_t>(i)]));
    }
    return true;
  }

 private:
  Span span_of(const re2::StringPiece& group) const {
    if (group.data() == nullptr) return {};
    const auto begin = begin_ + static_cast<std::uint32_t>(group.data() - seen_.data());
    return {begin, begin + static_cast<std::uint32_t>(group.size())};
  }

  const re2::RE2& regex_;
  std::uint32_t begin_;
  std::string_view seen_;
  std::string lower_;
};

Pattern::Pattern(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern> Pattern::compile(std::string_view expression, PatternOptions options) {
  auto impl = std::make_unique<Impl>();
  impl->expression = expression;
  impl->options = options;
  if (options.known_good) return Pattern(std::move(impl));
  const re2::RE2& regex = impl->regex();
  if (!regex.ok()) return refusal(expression, regex.error());
  if (regex.NumberOfCapturingGroups() >= kMaxGroups) {
    return refusal(expression, "more than 15 groups; write (?:…) for those you do not need");
  }
  return Pattern(std::move(impl));
}

bool Pattern::found_in(std::string_view text, Span within) const {
  return View(*impl_, text, within).matches();
}

bool Pattern::find(std::string_view text, Span within, Match& match) const {
  return View(*impl_, text, within).find(within.begin, match);
}

std::vector<Match> Pattern::find_all(std::string_view text, Span within) const {
  const View view(*impl_, text, within);
  std::vector<Match> out;
  Match match;
  std::uint32_t from = within.begin;
  while (from <= within.end && view.find(from, match)) {
    out.push_back(match);
    from = match.whole.empty() ? match.whole.end + 1 : match.whole.end;
  }
  return out;
}

PatternFilter::PatternFilter() : reader_(std::make_unique<LiteralReader>()) {}

std::uint32_t PatternFilter::add(std::string_view expression) {
  const auto pattern = static_cast<std::uint32_t>(needs_.size());
  const std::vector<AnyOf> covers = reader_->required(expression);
  for (std::size_t cover = 0; cover < covers.size(); ++cover) {
    for (const Literal& literal : covers[cover]) {
      const auto [place, is_new] = ids_.try_emplace(literal, 0);
      if (is_new) {
        place->second = literals_.add(literal);
        uses_.emplace_back();
      }
      uses_[place->second].push_back({pattern, static_cast<std::uint8_t>(1U << cover)});
    }
  }
  if (covers.empty()) always_.push_back(pattern);
  needs_.push_back(static_cast<std::uint8_t>((1U << covers.size()) - 1));
  return pattern;
}

void PatternFilter::freeze() {
  literals_.freeze();
  reader_.reset();
  ids_.clear();
}

std::vector<std::uint32_t> PatternFilter::candidates(std::string_view text) const {
  std::vector<std::uint32_t> out;
  if (folds_into_ascii(text)) {
    out.resize(needs_.size());
    std::iota(out.begin(), out.end(), 0U);
    return out;
  }
  std::vector<LiteralId> found;
  literals_.find(ascii_lower(text), found);
  std::vector<std::uint8_t> met(needs_.size());  // by pattern: its covers that are met
  std::vector<std::uint32_t> whole;              // those all of whose covers are met
  for (const LiteralId id : found) {
    for (const Use& use : uses_[id]) {
      if ((met[use.pattern] & use.cover) != 0) continue;
      met[use.pattern] |= use.cover;
      if (met[use.pattern] == needs_[use.pattern]) whole.push_back(use.pattern);
    }
  }
  std::sort(whole.begin(), whole.end());
  std::merge(whole.begin(), whole.end(), always_.begin(), always_.end(), std::back_inserter(out));
  return out;
}

}  // namespace starlint
