#include "claim/technology.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/strings.h"
#include "claim/file_fields.h"

namespace starlint {

namespace {

using toml_doc::Field;
using toml_doc::FieldType;

int number_at(std::string_view date, std::size_t at, std::size_t size) {
  int out = 0;
  if (at + size > date.size()) return 0;
  const char* end = date.data() + at + size;
  return std::from_chars(date.data() + at, end, out).ptr == end ? out : 0;
}

/// Days since 1970-01-01 of "2014-06" (its first day) or "2014-06-10".
bool read_day(std::string_view date, double& days) {
  const int year = number_at(date, 0, 4);
  const int month = number_at(date, 5, 2);
  const int day = date.size() > 7 ? number_at(date, 8, 2) : 1;
  const std::chrono::year_month_day when{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (year < 1900 || !when.ok()) return false;
  days = static_cast<double>(std::chrono::sys_days{when}.time_since_epoch().count());
  return true;
}

bool in_name(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 || c == '.' || c == '+' ||
         c == '#' || c == '-';
}

/// Words of a piece of text; a full stop at the end is none of theirs.
std::vector<Span> words_of(std::string_view text, Span within) {
  std::vector<Span> words;
  for (std::uint32_t i = within.begin; i < within.end;) {
    if (!in_name(text[i])) {
      ++i;
      continue;
    }
    Span word{i, i};
    while (word.end < within.end && in_name(text[word.end])) ++word.end;
    i = word.end;
    while (word.end > word.begin && (text[word.end - 1] == '.' || text[word.end - 1] == '-')) {
      --word.end;
    }
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace

const std::vector<Field>& technology_fields() {
  static const std::vector<Field> all = {
      {"name", FieldType::String, "as people write it", true},
      {"since", FieldType::String, "first public use: YYYY-MM or YYYY-MM-DD", true},
      {"source", FieldType::String, "where that date is written", true},
      {"also", FieldType::Strings, "other names of it"},
  };
  return all;
}

Status Technologies::add(const toml_doc::Value& table, std::string_view path) {
  Technology technology;
  technology.name = toml_doc::string_of(table, "name");
  technology.date = toml_doc::string_of(table, "since");
  technology.source = toml_doc::string_of(table, "source");
  if (!read_day(technology.date, technology.since)) {
    return toml_doc::error_at(*table.find("since"), path, "not a date: write YYYY-MM");
  }
  std::vector<std::string> names = toml_doc::strings_of(table, "also");
  names.push_back(technology.name);
  for (std::string& name : names) {
    const auto spaces = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
    longest_ = std::max(longest_, spaces + 1);
    names_.insert_or_assign(std::move(name), all_.size());
  }
  all_.push_back(std::move(technology));
  return success();
}

std::vector<TechnologyMention> Technologies::find_all(std::string_view text, Span within) const {
  std::vector<TechnologyMention> out;
  const std::vector<Span> words = words_of(text, within);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t count = std::min(longest_, words.size() - i); count > 0; --count) {
      const Span span{words[i].begin, words[i + count - 1].end};
      const auto found = names_.find(text.substr(span.begin, span.size()));
      if (found == names_.end()) continue;
      out.push_back({span, &all_[found->second]});
      i += count - 1;
      break;
    }
  }
  return out;
}

}  // namespace starlint
