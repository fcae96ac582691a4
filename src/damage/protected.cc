#include "damage/protected.h"

#include <algorithm>

#include "base/strings.h"
#include "text/character.h"
#include "text/utf8.h"

namespace starlint {

namespace {

std::size_t line_end_at(std::string_view utf8, std::size_t at) {
  return std::min(utf8.find('\n', at), utf8.size());
}

/// The length of a fence that opens or closes a block, 0 where the line is none.
std::size_t fence_length(std::string_view line) {
  const std::string_view text = trim(line);
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return 0;
  const std::size_t end = text.find_first_not_of(text[0]);
  const std::size_t length = end == std::string_view::npos ? text.size() : end;
  const bool inline_code = text[0] == '`' && text.find('`', length) != std::string_view::npos;
  return length >= 3 && !inline_code ? length : 0;
}

class CodeFinder {
 public:
  CodeFinder(std::string_view utf8, const std::vector<std::string>& endings)
      : utf8_(utf8), endings_(endings) {}

  std::vector<Span> find() {
    for (std::size_t at = 0; at < utf8_.size();) {
      const std::size_t end = line_end_at(utf8_, at);
      const std::string_view line = utf8_.substr(at, end - at);
      if (const std::size_t length = fence_length(line); length != 0) {
        at = add_fence(at, end, trim(line)[0], length);
        continue;
      }
      if (line.find('`') != std::string_view::npos) add_spans(at, end);
      at = end + 1;
    }
    return std::move(spans_);
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    spans_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::size_t add_fence(std::size_t begin, std::size_t first_end, char mark, std::size_t length) {
    for (std::size_t at = first_end + 1; at < utf8_.size();) {
      const std::size_t end = line_end_at(utf8_, at);
      const std::string_view line = trim(utf8_.substr(at, end - at));
      const bool closes =
          line.size() >= length && line.find_first_not_of(mark) == std::string_view::npos;
      if (closes) {
        add(begin, end);
        return end + 1;
      }
      at = end + 1;
    }
    add(begin, utf8_.size());
    return utf8_.size();
  }

  bool is_apostrophe(std::size_t at) const {
    return is_letter(code_point_before(utf8_, at)) && has_ending(utf8_, at + 1, endings_);
  }

  std::size_t run_length(std::size_t at) const {
    std::size_t end = at;
    while (end < utf8_.size() && utf8_[end] == '`') ++end;
    return end - at;
  }

  /// Code spans within one line: a run of backticks closed by a run of the same length.
  void add_spans(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> runs;
    for (std::size_t at = utf8_.find('`', begin); at < end; at = utf8_.find('`', at)) {
      const std::size_t length = run_length(at);
      if (length != 1 || !is_apostrophe(at)) runs.push_back(at);
      at += length;
    }
    for (std::size_t open = 0; open < runs.size();) {
      const auto close =
          std::find_if(runs.begin() + static_cast<std::ptrdiff_t>(open) + 1, runs.end(),
                       [&](std::size_t run) { return run_length(run) == run_length(runs[open]); });
      if (close == runs.end()) {
        ++open;
        continue;
      }
      add(runs[open], *close + run_length(*close));
      open = static_cast<std::size_t>(close - runs.begin()) + 1;
    }
  }

  std::string_view utf8_;
  const std::vector<std::string>& endings_;
  std::vector<Span> spans_;
};

}  // namespace

CodeMap::CodeMap(std::string_view utf8, const std::vector<std::string>& contraction_endings)
    : spans_(CodeFinder(utf8, contraction_endings).find()) {}

bool CodeMap::contains(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(spans_.begin(), spans_.end(), offset,
                       [](std::uint32_t at, const Span& span) { return at < span.begin; });
  return after != spans_.begin() && (after - 1)->contains(offset);
}

bool is_in_address(std::string_view utf8, std::uint32_t offset) {
  constexpr std::size_t kLongest = 2000;
  std::size_t begin = offset;
  const std::size_t floor = offset > kLongest ? offset - kLongest : 0;
  while (begin > floor && !is_ascii_space(utf8[begin - 1])) --begin;
  std::size_t end = offset;
  while (end < utf8.size() && end < offset + kLongest && !is_ascii_space(utf8[end])) ++end;
  const std::string_view word = utf8.substr(begin, end - begin);
  return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos;
}

bool has_ending(std::string_view utf8, std::size_t at, const std::vector<std::string>& endings) {
  const std::string_view rest = utf8.substr(std::min(at, utf8.size()));
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    if (rest.size() < ending.size() ||
        !equals_ignoring_ascii_case(rest.substr(0, ending.size()), ending)) {
      return false;
    }
    const char32_t after = code_point_at(rest, ending.size());
    return !is_letter(after) && !is_digit(after);
  });
}

}  // namespace starlint
