#include "text/pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace starlint {

namespace {

re2::RE2::Options options_of(PatternOptions options) {
  re2::RE2::Options out;
  out.set_case_sensitive(!options.ignore_case);
  out.set_log_errors(false);
  out.set_max_mem(64 << 20);
  return out;
}

Error refusal(std::string_view expression, std::string_view reason) {
  Error error{cat("not a usable regular expression: ", reason), {}, 0, 0, {}};
  for (const std::string_view look : {"(?=", "(?!", "(?<=", "(?<!"}) {
    if (expression.find(look) != std::string_view::npos) {
      error.hint =
          "RE2 has no look-around, so that matching stays linear; use the keys `except`, "
          "`not_before` or `not_after` of the rule instead";
    }
  }
  return error;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

constexpr int kMaxGroups = 16;

}  // namespace

struct Pattern::Impl {
  Impl(std::string_view expression, PatternOptions options)
      : regex(piece(expression), options_of(options)) {}
  re2::RE2 regex;
};

Pattern::Pattern(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern> Pattern::compile(std::string_view expression, PatternOptions options) {
  auto impl = std::make_unique<Impl>(expression, options);
  if (!impl->regex.ok()) return refusal(expression, impl->regex.error());
  if (impl->regex.NumberOfCapturingGroups() >= kMaxGroups) {
    return refusal(expression, "more than 15 groups; write (?:…) for those you do not need");
  }
  return Pattern(std::move(impl));
}

/// Finds from `from` on; the pattern sees text[within] and nothing around it.
static bool find_from(const re2::RE2& regex, std::string_view text, Span within, std::uint32_t from,
                      Match& match) {
  std::array<re2::StringPiece, kMaxGroups> groups;
  const int count = regex.NumberOfCapturingGroups() + 1;
  const re2::StringPiece context = piece(text.substr(within.begin, within.size()));
  if (!regex.Match(context, from - within.begin, within.size(), re2::RE2::UNANCHORED, groups.data(),
                   count)) {
    return false;
  }
  const auto span_of = [&](const re2::StringPiece& group) -> Span {
    if (group.data() == nullptr) return {};
    const auto begin = static_cast<std::uint32_t>(group.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(group.size())};
  };
  match.whole = span_of(groups[0]);
  match.groups.clear();
  for (int i = 1; i < count; ++i) {
    match.groups.push_back(span_of(groups[static_cast<std::size_t>(i)]));
  }
  return true;
}

bool Pattern::found_in(std::string_view text, Span within) const {
  const re2::StringPiece context = piece(text.substr(within.begin, within.size()));
  return impl_->regex.Match(context, 0, within.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

bool Pattern::find(std::string_view text, Span within, Match& match) const {
  return find_from(impl_->regex, text, within, within.begin, match);
}

std::vector<Match> Pattern::find_all(std::string_view text, Span within) const {
  std::vector<Match> out;
  Match match;
  std::uint32_t from = within.begin;
  while (from <= within.end && find_from(impl_->regex, text, within, from, match)) {
    out.push_back(match);
    from = match.whole.empty() ? match.whole.end + 1 : match.whole.end;
  }
  return out;
}

int Pattern::group_count() const { return impl_->regex.NumberOfCapturingGroups(); }

std::vector<std::string> Pattern::group_names() const {
  std::vector<std::string> names(static_cast<std::size_t>(group_count()) + 1);
  for (const auto& [number, name] : impl_->regex.CapturingGroupNames()) {
    names[static_cast<std::size_t>(number)] = name;
  }
  return names;
}

struct PatternSet::Impl {
  explicit Impl(PatternOptions options) : set(options_of(options), re2::RE2::UNANCHORED) {}
  re2::RE2::Set set;
  std::size_t size = 0;
};

PatternSet::PatternSet(PatternOptions options) : impl_(std::make_unique<Impl>(options)) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

Result<int> PatternSet::add(std::string_view expression) {
  std::string reason;
  const int index = impl_->set.Add(piece(expression), &reason);
  if (index < 0) return refusal(expression, reason);
  impl_->size = static_cast<std::size_t>(index) + 1;
  return index;
}

void PatternSet::compile() {
  if (impl_->size != 0) SL_CHECK(impl_->set.Compile());
}

std::size_t PatternSet::size() const { return impl_->size; }

std::vector<int> PatternSet::matches(std::string_view text) const {
  std::vector<int> out;
  if (impl_->size == 0) return out;
  impl_->set.Match(piece(text), &out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace starlint
