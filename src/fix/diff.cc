// Unified differences. Repairs change few lines and seldom their number, so lines are matched by
// looking a short way ahead: linear, always correct, and short in practice.
#include <algorithm>

#include "base/strings.h"
#include "fix/fix.h"

namespace starlint {

namespace {

constexpr std::size_t kContext = 3;
constexpr std::size_t kLookAhead = 40;

using Lines = std::vector<std::string_view>;

/// Lines with their LF; the last may lack it.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Lines [old_begin, old_end) become [new_begin, new_end).
struct Change {
  std::size_t old_begin, old_end, new_begin, new_end;
};

/// How many lines to leave out on both sides until they agree again.
std::pair<std::size_t, std::size_t> resynchronize(const Lines& before, const Lines& after,
                                                  std::size_t i, std::size_t j) {
  for (std::size_t sum = 1; sum <= kLookAhead; ++sum) {
    for (std::size_t a = 0; a <= sum; ++a) {
      const std::size_t b = sum - a;
      if (i + a < before.size() && j + b < after.size() && before[i + a] == after[j + b]) {
        return {a, b};
      }
    }
  }
  return {std::min<std::size_t>(1, before.size() - i), std::min<std::size_t>(1, after.size() - j)};
}

std::vector<Change> changes_of(const Lines& before, const Lines& after) {
  std::vector<Change> changes;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      ++i, ++j;
      continue;
    }
    const auto [a, b] = resynchronize(before, after, i, j);
    const bool goes_on = !changes.empty() && changes.back().old_end == i;
    if (goes_on) {
      changes.back().old_end = i + a;
      changes.back().new_end = j + b;
    } else {
      changes.push_back({i, i + a, j, j + b});
    }
    i += a;
    j += b;
  }
  return changes;
}

void print_line(std::string& out, char sign, std::string_view line) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string range(std::size_t begin, std::size_t count) {
  return cat(static_cast<std::uint64_t>(count == 0 ? begin : begin + 1), ",",
             static_cast<std::uint64_t>(count));
}

/// One hunk from changes that share their context.
void print_hunk(std::string& out, const Lines& before, const Lines& after, const Change* first,
                const Change* last) {
  const std::size_t lead = std::min(kContext, first->old_begin);
  const std::size_t trail = std::min(kContext, before.size() - last->old_end);
  const std::size_t old_begin = first->old_begin - lead;
  const std::size_t new_begin = first->new_begin - lead;
  out += cat("@@ -", range(old_begin, last->old_end + trail - old_begin), " +",
             range(new_begin, last->new_end + trail - new_begin), " @@\n");
  std::size_t at = old_begin;
  for (const Change* change = first; change <= last; ++change) {
    for (; at < change->old_begin; ++at) print_line(out, ' ', before[at]);
    for (; at < change->old_end; ++at) print_line(out, '-', before[at]);
    for (std::size_t i = change->new_begin; i < change->new_end; ++i) {
      print_line(out, '+', after[i]);
    }
  }
  for (; at < last->old_end + trail; ++at) print_line(out, ' ', before[at]);
}

}  // namespace

std::vector<Edit> edits_between(std::string_view before, std::string_view after) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  std::vector<Edit> edits;
  std::uint32_t at = 0;
  std::size_t line = 0;
  const auto advance = [&](std::size_t to) {
    for (; line < to; ++line) at += static_cast<std::uint32_t>(old_lines[line].size());
    return at;
  };
  for (const Change& change : changes_of(old_lines, new_lines)) {
    Edit edit;
    edit.span.begin = advance(change.old_begin);
    edit.span.end = advance(change.old_end);
    for (std::size_t i = change.new_begin; i < change.new_end; ++i) edit.text += new_lines[i];
    edits.push_back(std::move(edit));
  }
  return edits;
}

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::vector<Change> changes = changes_of(old_lines, new_lines);
  if (changes.empty()) return {};
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string out = cat("--- a/", path, "\n+++ b/", path, "\n");
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;
    while (last + 1 < changes.size() &&
           changes[last + 1].old_begin - changes[last].old_end <= 2 * kContext) {
      ++last;
    }
    print_hunk(out, old_lines, new_lines, &changes[first], &changes[last]);
    first = last + 1;
  }
  return out;
}

}  // namespace starlint
