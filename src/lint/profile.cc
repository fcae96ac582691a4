#include "lint/profile.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::uint64_t kShown = 100'000;  // nanoseconds

struct Line {
  std::uint64_t nanoseconds;
  std::string name;
};

/// One decimal, with its point below that of the line above.
std::string aligned(double value) {
  std::string text = decimal(value);
  if (text.find('.') == std::string::npos) text += ".0";
  return text.insert(0, 7 - std::min<std::size_t>(text.size(), 7), ' ');
}

std::string printed(const Line& line, std::uint64_t total) {
  const auto whole = static_cast<double>(std::max<std::uint64_t>(total, 1));
  return cat(aligned(static_cast<double>(line.nanoseconds) / 1e6), " ms ",
             aligned(100 * static_cast<double>(line.nanoseconds) / whole), " %  ", line.name, "\n");
}

}  // namespace

std::string Profile::table() const {
  std::vector<Line> lines{{spent_[Reading], "reading: text, outline, stories, claims"},
                          {spent_[Patterns], "patterns of all rules at once"}};
  for (std::uint32_t i = 0; i < rules_.rules().size(); ++i) {
    lines.push_back({spent_[of_rule(i)], cat(rules_.info(i).id, " ", rules_.info(i).name)});
  }
  std::uint64_t total = 0;
  for (const Line& line : lines) total += line.nanoseconds;
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.nanoseconds > b.nanoseconds; });
  const auto small = std::find_if(lines.begin(), lines.end(),
                                  [](const Line& line) { return line.nanoseconds < kShown; });
  Line rest{0, cat(std::uint64_t(lines.end() - small), " more")};
  for (auto line = small; line != lines.end(); ++line) rest.nanoseconds += line->nanoseconds;
  std::string out;
  for (auto line = lines.begin(); line != small; ++line) out += printed(*line, total);
  return small == lines.end() ? out : out + printed(rest, total);
}

}  // namespace starlint
