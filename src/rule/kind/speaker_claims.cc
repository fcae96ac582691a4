#include "rule/kind/speaker_claims.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "base/strings.h"
#include "claim/claim_order.h"
#include "rule/kind/background.h"
#include "rule/kind/tie.h"

namespace starlint {

namespace {

constexpr std::size_t kRare = 4;        // blocks: a word in more tells nothing apart
constexpr std::size_t kPointing = 5;    // words before a figure that may point at its team
constexpr std::uint32_t kReach = 2000;  // bytes around a figure that are looked at
constexpr std::size_t kWindow = 6;  // claims that share a word, each looked at with the next ones

/// What of the block lies in reach of a place.
Span near(Span block, Span at) {
  return {std::max(block.begin, at.begin - std::min(at.begin, kReach)),
          std::min(block.end, at.end + kReach)};
}

/// Whether the nearest word before a figure that points at something is "a".
bool is_introduced(std::string_view before, const ClaimPatterns& patterns) {
  const std::vector<std::string_view> words = words_in(before);
  const std::size_t reach = std::min(words.size(), kPointing);
  for (std::size_t i = 0; i < reach; ++i) {
    const std::string word = ascii_lower(words[words.size() - 1 - i]);
    if (patterns.is_word("introducing", word)) return true;
    if (patterns.is_word("pointing", word)) return false;
  }
  return false;
}

bool counts(const Claim& claim, std::string_view attribute, Polarity polarity) {
  const bool said = claim.modality == Modality::Asserted ||
                    (polarity == Polarity::Both && claim.modality == Modality::Negated);
  const bool named_share = claim.role == Role::Share && !claim.subject.empty();
  const bool whole = claim.role == Role::Total || named_share;
  return said && claim.attribute == attribute && whole;
}

/// The first year of what a sentence says is so until today; 0 where it names none.
int since_in(const FileView& file, Span sentence) {
  const auto& claims = file.claims;
  auto claim = claims_from(claims, sentence.begin);
  for (; claim != claims.end() && claim->span.begin < sentence.end; ++claim) {
    const Value& value = claim->value;
    const bool until_today =
        value.kind == ValueKind::Interval && !value.open_low && value.open_high;
    if (until_today) return year_of(value.low);
  }
  return 0;
}

/// Two parts of one whole are two things, even under one name.
bool in_one_list(const Claim& a, const Claim& b) {
  return a.group != kNone && a.group == b.group && a.file == b.file;
}

std::string last_word(const std::string& scope) { return scope.substr(scope.rfind(' ') + 1); }

/// The one of `scopes` that a text names before the word for a team; "" where it names none, or
/// several.
std::string spoken_of(std::string_view text, const std::set<std::string>& scopes,
                      const ClaimPatterns& patterns) {
  std::string out;
  std::string last;
  for (const std::string_view raw : words_in(text)) {
    const std::string word = ascii_lower(raw);
    const bool team = scopes.count(last) != 0 && patterns.is_word("team", word);
    if (team && !out.empty() && out != last) return {};
    if (team) out = last;
    last = word;
  }
  return out;
}

/// "Nurse" of "seven nurses"; "people" may be anybody.
std::string counted_by(const FileView& file, const Claim& claim, const ClaimPatterns& patterns) {
  if (claim.value.kind != ValueKind::Cardinal) return {};
  const FigureContext* context = context_of(file, claim, patterns);
  const bool told = context != nullptr && !context->head.empty();
  return told && !patterns.is_word("whoever", context->head) ? context->head : std::string();
}

/// What a sheet says of its project need not name it: the words of the name are told with it.
void add_project(const Setting& setting, const ClaimPatterns& patterns,
                 std::vector<std::string>& topic) {
  if (setting.employer) return;
  for (const std::string_view word : words_in(setting.project)) {
    const std::string content = content_word(word, patterns);
    const auto at = std::lower_bound(topic.begin(), topic.end(), content);
    const bool known = at != topic.end() && *at == content;
    if (!content.empty() && !known) topic.insert(at, content);
  }
}

/// Union by the smaller index, so that a group is named after its first claim.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

/// The groups of two and more.
std::vector<std::vector<const Placed*>> of_two(const std::vector<Placed>& all, Groups& joined) {
  std::map<std::size_t, std::vector<const Placed*>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) groups[joined.find(i)].push_back(&all[i]);
  std::vector<std::vector<const Placed*>> out;
  for (auto& [first, group] : groups) {
    if (group.size() > 1) out.push_back(std::move(group));
  }
  return out;
}

}  // namespace

Span sentence_around(std::string_view text, Span block, Span at) {
  Span out = near(block, at);
  text = text.substr(0, out.end);
  const std::size_t begin = text.substr(out.begin, at.begin - out.begin).find_last_of(".!?\n");
  if (begin != std::string_view::npos) out.begin += static_cast<std::uint32_t>(begin) + 1;
  for (std::uint32_t end = at.end; end + 1 < out.end; ++end) {
    if (text[end] != '.' || !is_ascii_space(text[end + 1])) continue;
    out.end = end;
    break;
  }
  return out;
}

SpeakerClaims::SpeakerClaims(const SpeakerView& speaker, const ClaimPatterns& patterns,
                             std::string_view attribute, Polarity polarity) {
  for (const FileView* file : speaker.files) {
    for (const Claim& claim : file->claims) {
      if (!counts(claim, attribute, polarity)) continue;
      const std::vector<Setting>& settings = settings_of(speaker, *file, patterns);
      if (const Setting* setting = setting_at(settings, claim.span.begin)) {
        placed_.push_back({&claim, setting});
      }
    }
  }
  if (placed_.size() < 2) return;
  add_topics(speaker, patterns);
  add_scopes(speaker, patterns);
  add_eras(speaker, patterns);
}

const std::vector<std::string>& SpeakerClaims::account_of(const SpeakerView& speaker,
                                                          const Setting& setting,
                                                          const BlockCounts& blocks,
                                                          const ClaimPatterns& patterns) {
  const auto [entry, added] = accounts_.try_emplace(&setting);
  if (!added) return entry->second;
  for (const FileView* file : speaker.files) {
    if (file->source.id == setting.file) {
      entry->second = account_words(*file, setting, patterns);
    }
  }
  std::erase_if(entry->second, [&](const std::string& word) {
    const auto count = blocks.find(word);
    return count != blocks.end() && count->second > kRare;
  });
  return entry->second;
}

void SpeakerClaims::add_eras(const SpeakerView& speaker, const ClaimPatterns& patterns) {
  const Pattern* change = patterns.word_class("team_change");
  const Pattern* elsewhere = patterns.word_class("elsewhere");
  const Attribute* attribute = patterns.attribute(placed_.front().claim->attribute);
  const bool counted = attribute != nullptr && attribute->counting == Counting::Exact;
  if (change == nullptr || !counted) return;
  std::size_t next = 0;
  for (const FileView* file : speaker.files) {
    std::size_t era = 0;
    std::uint32_t at = 0;
    for (; next < placed_.size() && placed_[next].claim->file == file->source.id; ++next) {
      const Claim& claim = *placed_[next].claim;
      const Span since{at, std::max(at, claim.span.begin)};
      era += count_of(*change, *file, since);
      placed_[next].era = era;
      const Topic& topic = topic_at(*file, claim.span.begin, patterns);
      const Span sentence = sentence_around(file->text.utf8(), topic.block, claim.span);
      if (elsewhere != nullptr && elsewhere->found_in(file->text.utf8(), sentence)) {
        placed_[next].era.reset();
      }
      at = std::max(at, claim.span.end);
    }
  }
}

void SpeakerClaims::add_scopes(const SpeakerView& speaker, const ClaimPatterns& patterns) {
  std::set<std::string> scopes;
  for (const Placed& placed : placed_) {
    if (placed.claim->role == Role::Total) scopes.insert(last_word(placed.claim->scope));
  }
  scopes.erase("");
  if (scopes.empty()) return;
  // Topics hold stems.
  for (std::vector<std::string>& topic : topics_) {
    for (const std::string& scope : scopes) {
      const std::string stem = patterns.stem(scope);
      if (stem == scope || !std::binary_search(topic.begin(), topic.end(), stem)) continue;
      topic.insert(std::lower_bound(topic.begin(), topic.end(), scope), scope);
    }
  }
  std::size_t next = 0;
  for (const FileView* file : speaker.files) {
    for (; next < placed_.size() && placed_[next].claim->file == file->source.id; ++next) {
      Placed& placed = placed_[next];
      if (!placed.claim->scope.empty() || placed.claim->role != Role::Total) continue;
      const std::uint32_t at = placed.claim->span.begin;
      const Span before{std::max(placed.setting->span.begin, at - std::min(at, kReach)), at};
      placed.spoken = spoken_of(file->slice(before), scopes, patterns);
    }
  }
}

void SpeakerClaims::add_topics(const SpeakerView& speaker, const ClaimPatterns& patterns) {
  const BlockCounts& blocks = block_counts(speaker, patterns);
  std::size_t next = 0;
  topics_.resize(placed_.size());
  said_.resize(placed_.size());
  titles_.resize(placed_.size());
  for (const FileView* file : speaker.files) {
    const std::string_view text = file->text.utf8();
    for (; next < placed_.size() && placed_[next].claim->file == file->source.id; ++next) {
      const Claim& claim = *placed_[next].claim;
      const Topic& topic = topic_at(*file, claim.span.begin, patterns);
      const ContentIndex& contents = contents_of(*file, patterns);
      Span sentence = sentence_around(text, topic.block, claim.span);
      titles_[next] = topic.title;
      // "A plan of five pairs" is no team that nobody has heard of.
      const bool worked_out =
          claim.numbers.size() == 1 && claim.numbers.front().value != claim.value.low;
      const bool counted = claim.value.kind != ValueKind::Name && !worked_out;
      placed_[next].introduced =
          counted && is_introduced(file->slice({sentence.begin, claim.span.begin}), patterns);
      topics_[next] = topic.words;
      if (claim.group != kNone) {  // the parts of a whole do not say which one it is
        sentence.end = claim.span.begin;
        topics_[next] = contents.words({near(topic.block, claim.span).begin, claim.span.begin});
        topics_[next].insert(topics_[next].end(), topic.above.begin(), topic.above.end());
        std::sort(topics_[next].begin(), topics_[next].end());
      }
      add_project(*placed_[next].setting, patterns, topics_[next]);
      said_[next] = contents.words(sentence);
      placed_[next].since = since_in(*file, sentence);
      placed_[next].tied = opens_tied(*file, *placed_[next].setting, topic.block, patterns);
      placed_[next].counted = counted_by(*file, claim, patterns);
      if (claim.role == Role::Share) {  // "coding" and "leading" are said of every project
        topics_[next].clear();
        said_[next].clear();
      }
    }
  }
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    placed_[i].account = &account_of(speaker, *placed_[i].setting, blocks, patterns);
    std::erase_if(topics_[i], [&](const std::string& word) {
      const auto count = blocks.find(word);
      return count != blocks.end() && count->second > kRare;
    });
    placed_[i].topic = &topics_[i];
    placed_[i].said = &said_[i];
    placed_[i].title = &titles_[i];
  }
}

std::vector<std::vector<const Placed*>> SpeakerClaims::groups() const {
  std::vector<std::pair<std::string, std::size_t>> keyed;
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    const Claim& claim = *placed_[i].claim;
    // The shares of one project are of several subjects.
    const std::string subject = claim.role == Role::Share ? claim.subject : std::string();
    for (std::string& key : keys_of(placed_[i])) keyed.emplace_back(cat(subject, "\n", key), i);
    if (placed_[i].topic == nullptr) continue;
    for (const std::string& word : *placed_[i].topic) {
      keyed.emplace_back(cat(subject, "\nword ", word), i);
    }
  }
  std::sort(keyed.begin(), keyed.end());
  Groups joined(placed_.size());
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    const auto& [key, claim] = keyed[i];
    for (std::size_t j = i + 1; j < keyed.size() && j <= i + kWindow; ++j) {
      const auto& [other_key, other] = keyed[j];
      if (other_key != key) break;
      if (in_one_list(*placed_[claim].claim, *placed_[other].claim)) continue;
      if (sameness(placed_[claim], placed_[other]) == Sameness::Same) joined.join(claim, other);
    }
  }
  return of_two(placed_, joined);
}

std::vector<std::vector<const Placed*>> SpeakerClaims::by_subject() const {
  std::map<std::string_view, std::size_t> first;  // claim of each subject
  Groups joined(placed_.size());
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    joined.join(first.try_emplace(placed_[i].claim->subject, i).first->second, i);
  }
  for (const auto& [subject, claim] : first) {
    for (const std::string_view word :
         {subject.substr(0, subject.find(' ')), subject.substr(subject.rfind(' ') + 1)}) {
      const auto shorter = first.find(word);
      if (shorter != first.end()) joined.join(shorter->second, claim);
    }
  }
  return of_two(placed_, joined);
}

}  // namespace starlint
