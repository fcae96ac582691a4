#include "rule/kind/story_text.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

const std::vector<std::string_view>& slot_names() {
  static const std::vector<std::string_view> names = {"Situation", "Task",     "Obstacle", "Action",
                                                      "Result",    "Learning", "Cause"};
  return names;
}

Slot slot_named(std::string_view name) {
  const auto& names = slot_names();
  return static_cast<Slot>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::vector<Slot> slots_named(const std::vector<std::string>& names) {
  std::vector<Slot> slots;
  for (const std::string& name : names) slots.push_back(slot_named(name));
  return slots;
}

std::vector<Span> spans_of(const Narrative& story, Slot slot) {
  std::vector<Span> spans;
  for (const Part& part : story.parts) {
    if (part.filled && part.slot == slot) spans.push_back(part.span);
  }
  return spans;
}

std::uint32_t count_words(std::string_view text) {
  std::uint32_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter =
        !is_ascii_space(c) && (is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80U);
    if (letter && !inside) ++count;
    inside = letter || (inside && !is_ascii_space(c));
  }
  return count;
}

std::uint32_t count_words(const FileView& file, const std::vector<Span>& spans) {
  std::uint32_t count = 0;
  for (const Span span : spans) count += count_words(file.slice(span));
  return count;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool letter = is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80U;
    if (letter) {
      out += ascii_lower(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return std::string(trim(out));
}

Span head_of(const FileView& file, const Narrative& story) {
  if (!story.title.empty()) return story.title;
  if (!story.prompt.empty()) return story.prompt;
  const Span line = file.text.lines().span(file.text.line(story.span.begin), file.text.utf8());
  return {story.span.begin, std::max(story.span.begin, std::min(line.end, story.span.end))};
}

Span question_of(const FileView& file, const OpenPrompt& prompt) {
  const std::string_view asked = file.slice(prompt.request);
  const std::string_view line = asked.substr(0, asked.find('\n'));
  const std::string_view question = trim(line);
  const auto begin =
      prompt.request.begin + static_cast<std::uint32_t>(question.data() - line.data());
  return {begin, begin + static_cast<std::uint32_t>(question.size())};
}

}  // namespace starlint
