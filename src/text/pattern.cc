#include "text/pattern.h"

#include <re2/re2.h>

#include <array>
#include <mutex>

#include "base/strings.h"
#include "text/literal_finder.h"
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

}  // namespace

struct Pattern::Impl {
  std::string expression;
  PatternOptions options;

  /// What is worth knowing before it is compiled: most texts hold nothing that it needs.
  std::once_flag read_once;
  std::optional<std::string> lower;       // the expression for lower-cased text, where there is one
  std::optional<LiteralFinder> openings;  // of literals that begin its matches, in such text
  std::vector<LiteralFinder> row;         // else of those it needs, one behind the other

  std::once_flag compile_once;
  std::unique_ptr<re2::RE2> compiled;

  void read() {
    std::call_once(read_once, [this] {
      if (options.ignore_case) lower = lower_expression(expression);
      if (!lower) return;
      const Needs needs = LiteralReader().read(expression);
      if (!needs.openings.empty()) {
        openings.emplace(needs.openings);
      } else {
        for (const AnyOf& literals : needs.row) row.emplace_back(literals);
      }
    });
  }

  const re2::RE2& regex() {
    std::call_once(compile_once, [this] {
      compile();
      SL_CHECK(compiled->ok() || !options.known_good);
    });
    return *compiled;
  }

  void compile() {
    re2::RE2::Options settings = options_of(options);
    if (lower) settings.set_case_sensitive(true);
    compiled = std::make_unique<re2::RE2>(piece(lower ? *lower : expression), settings);
  }

  /// Before it is shared between threads. Where it is wrong, what is compiled is the expression
  /// itself, for the message.
  void check() {
    read();
    if (regex().ok() || !lower) return;
    lower.reset();
    openings.reset();
    row.clear();
    compile();
  }
};

/// What a pattern sees of a text: text[within], lower-cased where it is compiled for that.
class Pattern::View {
  using Groups = std::array<re2::StringPiece, kMaxGroups>;

 public:
  View(Impl& impl, std::string_view text, Span within)
      : impl_(impl), begin_(within.begin), text_(text.substr(begin_, within.size())) {
    impl.read();
  }
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  /// Whether it matches at `from`, an offset in the text, or behind it; the first match, where one
  /// is asked for. Where all matches begin with a literal it is tried there alone: that takes RE2
  /// fewer and smaller states than to look for a beginning by itself.
  bool find(std::uint32_t from, Match* match) {
    const std::size_t begin = from - begin_;
    if (!impl_.openings) {
      return holds_row(begin) && run(begin, re2::RE2::UNANCHORED, match);
    }
    std::size_t at = impl_.openings->next(text_, begin);
    while (at != LiteralFinder::kNowhere && !run(at, re2::RE2::ANCHOR_START, match)) {
      at = impl_.openings->next(text_, at + 1);
    }
    return at != LiteralFinder::kNowhere;
  }

 private:
  /// Whether the literals that a match holds stand behind `at`, one behind the other.
  bool holds_row(std::size_t at) const {
    for (const LiteralFinder& one : impl_.row) {
      at = one.next(text_, at);
      if (at == LiteralFinder::kNowhere) return false;
      ++at;
    }
    return true;
  }

  /// Most texts hold none of the literals, and are never lower-cased.
  std::string_view seen() {
    if (!impl_.lower) return text_;
    if (!lower_) lower_ = ascii_lower(text_);
    return *lower_;
  }

  bool run(std::size_t at, re2::RE2::Anchor anchor, Match* match) {
    Groups groups;
    const re2::RE2& regex = impl_.regex();
    const std::string_view text = seen();
    const int count = match == nullptr ? 0 : regex.NumberOfCapturingGroups() + 1;
    const bool found = regex.Match(piece(text), at, text.size(), anchor, groups.data(), count);
    if (found && match != nullptr) fill(groups, count, *match);
    return found;
  }

  void fill(const Groups& groups, int count, Match& match) {
    match.whole = span_of(groups[0]);
    match.groups.clear();
    for (int i = 1; i < count; ++i) {
      match.groups.push_back(span_of(groups[static_cast<std::size_t>(i)]));
    }
  }

  Span span_of(const re2::StringPiece& group) {
    if (group.data() == nullptr) return {};
    const auto begin = begin_ + static_cast<std::uint32_t>(group.data() - seen().data());
    return {begin, begin + static_cast<std::uint32_t>(group.size())};
  }

  Impl& impl_;
  std::uint32_t begin_;
  std::string_view text_;
  std::optional<std::string> lower_;
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
  impl->check();
  const re2::RE2& regex = *impl->compiled;
  if (!regex.ok()) return refusal(expression, regex.error());
  if (regex.NumberOfCapturingGroups() >= kMaxGroups) {
    return refusal(expression, "more than 15 groups; write (?:…) for those you do not need");
  }
  return Pattern(std::move(impl));
}

std::string_view Pattern::expression() const { return impl_->expression; }

bool Pattern::found_in(std::string_view text, Span within) const {
  return View(*impl_, text, within).find(within.begin, nullptr);
}

bool Pattern::find(std::string_view text, Span within, Match& match) const {
  return View(*impl_, text, within).find(within.begin, &match);
}

std::vector<Match> Pattern::find_all(std::string_view text, Span within) const {
  View view(*impl_, text, within);
  std::vector<Match> out;
  Match match;
  std::uint32_t from = within.begin;
  while (from <= within.end && view.find(from, &match)) {
    out.push_back(match);
    from = match.whole.empty() ? match.whole.end + 1 : match.whole.end;
  }
  return out;
}

}  // namespace starlint
