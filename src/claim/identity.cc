#include "claim/identity.h"

#include <algorithm>
#include <iterator>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kNameWords = 4;  // a longer heading is a request or a sentence, no name
constexpr std::size_t kYearDigits = 4;
constexpr int kEnough = 2;
constexpr int kSameTopic = 3;        // rare words
constexpr std::size_t kAccount = 6;  // rare words that two tellings of one story share
constexpr double kOfAccount = 0.3;   // of those of the shorter one

template <typename T>
bool share(const std::vector<T>& a, const std::vector<T>& b) {
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) return true;
    ++(*left < *right ? left : right);
  }
  return false;
}

/// "Brindle Shoes" is "Brindle", too.
bool is_name_of(const std::string& brief, const std::string& full) {
  return full.starts_with(brief) && (full.size() == brief.size() || full[brief.size()] == ' ');
}

bool share_name(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& left) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& right) {
      return is_name_of(left, right) || is_name_of(right, left);
    });
  });
}

bool is_of(const std::string& word, const Setting& setting) {
  return !setting.project.empty() && setting.project.find(word) != std::string::npos;
}

bool says(const Placed& placed, const std::string& word) {
  return placed.said != nullptr &&
         std::binary_search(placed.said->begin(), placed.said->end(), word);
}

/// Whether the words around one claim name what the other says it is of.
bool speaks_of_scope(const Placed& named, const Placed& other) {
  const std::string& scope = named.scope();
  return !scope.empty() && other.topic != nullptr &&
         std::binary_search(other.topic->begin(), other.topic->end(),
                            scope.substr(scope.find_last_of(" -") + 1));
}

bool same_setting(const Placed& a, const Placed& b) {
  return a.setting->file == b.setting->file && a.setting->span == b.setting->span;
}

/// Two stories in much the same words.
bool same_account(const Placed& a, const Placed& b) {
  if (a.account == nullptr || b.account == nullptr || same_setting(a, b)) return false;
  std::vector<std::string> words;
  std::set_intersection(a.account->begin(), a.account->end(), b.account->begin(), b.account->end(),
                        std::back_inserter(words));
  const std::size_t shorter = std::min(a.account->size(), b.account->size());
  return words.size() >= kAccount &&
         static_cast<double>(words.size()) >= kOfAccount * static_cast<double>(shorter);
}

/// "The same six since 2021" are those of 2022, too.
bool reaches(const Placed& placed, const std::vector<int>& years) {
  return placed.since != 0 && !years.empty() && years.back() >= placed.since;
}

bool is_number(const std::string& word) {
  return std::all_of(word.begin(), word.end(), is_ascii_digit);
}

/// Behind the number of a story: "Story 2: the roof".
std::size_t name_begin(const std::vector<std::string>& title) {
  for (std::size_t i = 0; i < 2 && i + 2 < title.size(); ++i) {
    if (is_number(title[i])) return i + 1;
  }
  return 0;
}

/// The years of a heading: "2016–2018 Talbot Homes" is of another post than "2018–2021 Whitegate".
std::vector<std::string> years_in(const std::vector<std::string>* title) {
  std::vector<std::string> out;
  if (title == nullptr) return out;
  std::copy_if(title->begin(), title->end(), std::back_inserter(out), [](const std::string& word) {
    const bool century = word.starts_with("19") || word.starts_with("20");
    return word.size() >= kYearDigits && century && is_number(word.substr(0, kYearDigits));
  });
  return out;
}

}  // namespace

int shared_topic(const Placed& a, const Placed& b) {
  if (a.topic == nullptr || b.topic == nullptr) return 0;
  std::vector<std::string> words;
  std::set_intersection(a.topic->begin(), a.topic->end(), b.topic->begin(), b.topic->end(),
                        std::back_inserter(words));
  int count = 0;
  for (const std::string& word : words) {
    const bool said = says(a, word) && says(b, word);
    count += said || is_of(word, *a.setting) || is_of(word, *b.setting) ? 2 : 1;
  }
  return count;
}

bool parallel_titles(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t first = name_begin(a);
  const std::size_t size = a.size() - first;
  if (first != name_begin(b) || a.size() != b.size() || size < 2 || size > kNameWords) return false;
  std::size_t apart = a.size();
  for (std::size_t i = first; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (apart != a.size()) return false;
    apart = i;
  }
  if (apart == a.size()) return false;
  return !is_number(a[apart]) || !is_number(b[apart]) || size > 2;
}

bool scopes_agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a.ends_with(b) || b.ends_with(a);
}

Sameness sameness(const Placed& a, const Placed& b) {
  const Setting& left = *a.setting;
  const Setting& right = *b.setting;
  if (!scopes_agree(a.scope(), b.scope())) return Sameness::Different;
  if (left.file == right.file && a.era != b.era) return Sameness::Different;
  const bool projects =
      !left.project.empty() && !right.project.empty() && left.employer == right.employer;
  const bool one_project = projects && !left.employer && left.project == right.project;
  if (!one_project && !same_setting(a, b) && a.title != nullptr && b.title != nullptr &&
      parallel_titles(*a.title, *b.title)) {
    return Sameness::Different;
  }
  const std::vector<std::string> left_years = years_in(a.title);
  const std::vector<std::string> right_years = years_in(b.title);
  if (!left_years.empty() && !right_years.empty() && left_years != right_years) {
    return Sameness::Different;
  }
  // In one story, "a team of three" is another one than the team before.
  const Placed& later = a.claim->span.begin < b.claim->span.begin ? b : a;
  if (same_setting(a, b) && later.introduced) return Sameness::Different;
  const bool half_said =
      a.scope().empty() != b.scope().empty() && !speaks_of_scope(a, b) && !speaks_of_scope(b, a);
  if (same_setting(a, b)) return half_said ? Sameness::Likely : Sameness::Same;
  const bool named =
      share_name({left.project}, right.names) || share_name({right.project}, left.names);
  if (projects && left.project != right.project && !named) return Sameness::Different;
  const std::vector<int>& of_left = a.years == nullptr ? left.years : *a.years;
  const std::vector<int>& of_right = b.years == nullptr ? right.years : *b.years;
  const bool years = !of_left.empty() && !of_right.empty();
  const bool one_time = share(of_left, of_right) || reaches(a, of_right) || reaches(b, of_left);
  if (years && !one_time) return Sameness::Different;
  int evidence = projects && !left.employer && left.project == right.project ? kEnough : 0;
  // One file seldom speaks of two teams by one name.
  const bool one_file = left.file == right.file;
  if (!a.scope().empty() && !b.scope().empty()) evidence += one_file ? kEnough : 1;
  if (share_name(left.names, right.names) || (projects && left.employer)) ++evidence;
  if (years) ++evidence;
  const bool tied = one_file && later.tied;
  if (tied) evidence += kEnough;
  const bool one_noun = !a.counted.empty() && a.counted == b.counted;
  if (one_noun) ++evidence;
  const int topic = shared_topic(a, b);
  if (same_account(a, b)) ++evidence;
  evidence += topic >= kSameTopic ? kEnough : topic + 1 >= kSameTopic ? 1 : 0;
  const bool sure = !half_said || (evidence > kEnough && (tied || one_noun));
  if (evidence >= kEnough) return sure ? Sameness::Same : Sameness::Likely;
  return evidence == 1 ? Sameness::Likely : Sameness::Unknown;
}

std::vector<std::string> keys_of(const Placed& placed) {
  const Setting& setting = *placed.setting;
  std::vector<std::string> keys;
  keys.push_back(cat("here ", setting.file, " ", setting.span.begin));
  keys.push_back(cat("file ", setting.file));
  if (!setting.project.empty() && !setting.employer)
    keys.push_back(cat("project ", setting.project));
  std::vector<std::string> half;
  if (!placed.scope().empty()) {
    const std::string& scope = placed.scope();
    half.push_back(cat("scope ", scope.substr(scope.rfind(' ') + 1)));
  }
  if (!placed.counted.empty()) half.push_back(cat("noun ", placed.counted));
  if (setting.employer)
    half.push_back(cat("name ", setting.project.substr(0, setting.project.find(' '))));
  for (const std::string& name : setting.names) {
    half.push_back(cat("name ", name.substr(0, name.find(' '))));
  }
  for (const int year : setting.years) half.push_back(cat("year ", year));
  if (!half.empty() && !placed.scope().empty()) {
    keys.push_back(cat("file ", setting.file, " ", half.front()));
  }
  const std::size_t names_end = half.size() - setting.years.size();
  for (std::size_t i = 0; i < half.size(); ++i) {
    const bool name = half[i].starts_with("name ");
    if (half[i].starts_with("year ")) break;
    for (std::size_t j = name ? names_end : i + 1; j < half.size(); ++j) {
      keys.push_back(cat(half[i], " ", half[j]));
    }
  }
  return keys;
}

}  // namespace starlint
