#include "finding/waiver.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::string_view kName = "starlint";  // of kOwnMark
constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kReason = "--";
constexpr std::size_t kLongest = 4096;  // a comment that goes on for longer is none of ours

Span span_of(std::string_view part, std::string_view whole) {
  const auto begin = static_cast<std::uint32_t>(part.data() - whole.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// What a comment says behind our name at `at`; without data where no comment begins with it.
std::string_view comment_body(std::string_view text, std::size_t at, NoteFormat format) {
  const std::size_t line = text.find_last_of("\n\r", at) + 1;  // npos + 1 is the first line
  const std::string_view before = trim(text.substr(line, at - line));
  const std::string_view rest = text.substr(at + kName.size(), kLongest);
  if (before.ends_with(kOpen)) {
    const std::size_t close = rest.find(kClose);
    return close == std::string_view::npos ? std::string_view() : rest.substr(0, close);
  }
  if (before == "#" && format != NoteFormat::Markdown) {
    return rest.substr(0, rest.find_first_of("\n\r"));
  }
  return {};
}

Waiver::Scope scope_named(std::string_view word) {
  if (word == "allow") return Waiver::Scope::Block;
  if (word == "allow-story") return Waiver::Scope::Story;
  if (word == "allow-file") return Waiver::Scope::File;
  return Waiver::Scope::Unknown;
}

/// Whether a comment that begins with our name is meant for us: "starlint: …", and, which is a
/// slip, "starlint allow …" or "starlint-allow …".
bool is_meant(std::string_view body) {
  if (body.starts_with(':') || body.starts_with('-')) return true;
  const std::string_view words = trim(body);
  const std::string_view first = words.substr(0, words.find_first_of(", \t\r\n"));
  return body.size() != words.size() && scope_named(first) != Waiver::Scope::Unknown;
}

/// REQUIRES: is_meant(body). Without its colon it is unreadable.
Waiver read_waiver(std::string_view body, std::string_view text) {
  Waiver waiver;
  if (!body.starts_with(':')) return waiver;
  body.remove_prefix(1);
  // A name may hold "-" but no "--".
  const std::size_t reason = body.find(kReason);
  if (reason != std::string_view::npos) {
    waiver.reason = trim(body.substr(reason + kReason.size()));
  }
  std::string_view words = body.substr(0, reason);
  bool first = true;
  while (!(words = trim(words)).empty()) {
    const std::string_view word = words.substr(0, words.find_first_of(", \t\r\n"));
    if (first) {
      waiver.scope = scope_named(word);
    } else if (!word.empty()) {
      waiver.rules.push_back(span_of(word, text));
    }
    first = false;
    words.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
  return waiver;
}

/// The last block that begins at or before an offset; the number of blocks where there is none.
std::size_t block_at(const Outline& outline, std::uint32_t offset) {
  const auto after =
      std::upper_bound(outline.blocks.begin(), outline.blocks.end(), offset,
                       [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
  return after == outline.blocks.begin()
             ? outline.blocks.size()
             : static_cast<std::size_t>(after - outline.blocks.begin()) - 1;
}

bool stands_in(const Outline& outline, std::size_t block, std::uint32_t offset) {
  return block < outline.blocks.size() && outline.blocks[block].span.contains(offset);
}

Span block_for(const Waiver& waiver, const Outline& outline) {
  std::size_t block = block_at(outline, waiver.span.begin);
  if (stands_in(outline, block, waiver.span.begin) && outline.blocks[block].prose()) {
    return outline.blocks[block].span;
  }
  block = block < outline.blocks.size() ? block + 1 : 0;
  while (block < outline.blocks.size() && !outline.blocks[block].prose()) ++block;
  return block < outline.blocks.size() ? outline.blocks[block].span : Span{};
}

Span story_for(const Waiver& waiver, const Narratives& narratives) {
  Span inside, next;
  for (const Narrative& story : narratives.stories) {  // by place; a project before its stories
    if (story.span.contains(waiver.span.begin)) inside = story.span;
    if (next.empty() && story.span.begin >= waiver.span.end) next = story.span;
  }
  return inside.empty() ? next : inside;
}

}  // namespace

std::vector<Waiver> read_waivers(const Text& text, const Outline& outline) {
  std::vector<Waiver> waivers;
  const std::string_view utf8 = text.utf8();
  for (std::size_t at = utf8.find(kName); at != std::string_view::npos;
       at = utf8.find(kName, at + kName.size())) {
    const std::string_view body = comment_body(utf8, at, outline.format);
    if (body.data() == nullptr || !is_meant(body)) continue;
    const std::size_t block = block_at(outline, static_cast<std::uint32_t>(at));
    const bool example = stands_in(outline, block, static_cast<std::uint32_t>(at)) &&
                         outline.blocks[block].kind == BlockKind::Code;
    if (example) continue;
    Waiver waiver = read_waiver(body, utf8);
    waiver.span = {static_cast<std::uint32_t>(at), span_of(trim(body), utf8).end};
    waivers.push_back(std::move(waiver));
  }
  return waivers;
}

Span covered_by(const Waiver& waiver, const Text& text, const Outline& outline,
                const Narratives& narratives) {
  switch (waiver.scope) {
    case Waiver::Scope::Block:
      return block_for(waiver, outline);
    case Waiver::Scope::Story:
      return story_for(waiver, narratives);
    case Waiver::Scope::File:
      return {0, text.size() + 1};  // a finding may stand behind the last character
    case Waiver::Scope::Unknown:
      return {};
  }
  return {};
}

}  // namespace starlint
