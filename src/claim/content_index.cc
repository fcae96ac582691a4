#include "claim/content_index.h"

#include <algorithm>
#include <unordered_map>

#include "base/sorted.h"
#include "base/strings.h"
#include "claim/topic.h"

namespace starlint {

namespace {

bool is_common(std::string_view word, const ClaimPatterns& patterns) {
  const std::vector<std::string>& classes = patterns.classes_of(ascii_lower(word));
  return std::any_of(classes.begin(), classes.end(), [](const std::string& one) {
    return one == "light" || one == "team" || one == "people" || one == "post_word";
  });
}

/// What a word says; "" where that is nothing, or what every story says.
std::string said_by(std::string_view word, const ClaimPatterns& patterns) {
  return is_common(word, patterns) ? std::string() : content_word(word, patterns);
}

/// Whether an offset lies inside a word.
bool splits_word(std::string_view text, std::uint32_t at) {
  return at > 0 && at < text.size() && is_word_part(text[at - 1]) && is_word_part(text[at]);
}

}  // namespace

ContentIndex::ContentIndex(std::string_view text, const ClaimPatterns& patterns)
    : text_(text), patterns_(patterns) {
  std::unordered_map<std::string_view, std::uint32_t> known;  // by word: what it says
  std::vector<std::string> said;
  for (const std::string_view word : words_in(text)) {
    const auto [entry, is_new] = known.try_emplace(word, kNone);
    if (is_new) {
      std::string content = said_by(word, patterns);
      if (content.empty()) continue;
      entry->second = static_cast<std::uint32_t>(said.size());
      said.push_back(std::move(content));
    }
    if (entry->second == kNone) continue;
    places_.push_back({static_cast<std::uint32_t>(word.data() - text.data()), entry->second});
  }
  contents_ = said;
  sort_unique(contents_);
  std::vector<std::uint32_t> ranks;
  ranks.reserve(said.size());
  for (const std::string& content : said) {
    const auto found = std::lower_bound(contents_.begin(), contents_.end(), content);
    ranks.push_back(static_cast<std::uint32_t>(found - contents_.begin()));
  }
  for (Place& place : places_) place.content = ranks[place.content];
}

std::vector<std::string> ContentIndex::words(Span span) const {
  std::vector<std::string> out;
  const auto add_rest = [&](Span rest) {  // of a word that the span cuts
    std::string content = said_by(text_.substr(rest.begin, rest.size()), patterns_);
    if (!content.empty()) out.push_back(std::move(content));
  };
  Span whole = span;
  if (splits_word(text_, whole.begin)) {
    while (whole.begin < span.end && is_word_part(text_[whole.begin])) ++whole.begin;
    add_rest({span.begin, whole.begin});
  }
  if (splits_word(text_, whole.end)) {
    while (whole.end > whole.begin && is_word_part(text_[whole.end - 1])) --whole.end;
    if (whole.end < span.end) add_rest({whole.end, span.end});
  }
  const auto before = [](const Place& place, std::uint32_t at) { return place.begin < at; };
  const auto first = std::lower_bound(places_.begin(), places_.end(), whole.begin, before);
  const auto last = std::lower_bound(first, places_.end(), whole.end, before);
  std::vector<std::uint32_t> contents;
  for (auto place = first; place != last; ++place) contents.push_back(place->content);
  sort_unique(contents);
  for (const std::uint32_t content : contents) out.push_back(contents_[content]);
  if (whole != span) sort_unique(out);
  return out;
}

}  // namespace starlint
