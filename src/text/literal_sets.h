// Sets of strings that parts of a regular expression match, joined and chosen from; private to
// literals.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace starlint {

using Strings = std::vector<std::string>;

/// \b inside strings; no expression means this byte.
constexpr char kWordBoundary = '\x1E';

/// How often strings are expected to begin at a place of English notes, roughly: what is rare
/// selects best. Only the order of the results matters.
double frequency(const Strings& strings);

/// What is known of a part of an expression.
struct Known {
  std::optional<Strings> exact;  // all that it can match; nothing where that is not known
  std::vector<Strings> covers;   // of each, a match holds one
  std::optional<Strings> opens;  // where `exact` is not: one of these begins each match

  static Known nothing() { return {}; }
  static Known empty() { return {Strings{""}, {}, {}}; }

  /// One of these begins each match; nullptr where that is not known.
  const Strings* openings() const { return exact ? &*exact : opens ? &*opens : nullptr; }

  /// Adds what a match must hold one of; nothing where that may be the empty string.
  void add_cover(Strings strings);
};

/// Parts that follow each other: neighbours whose strings are known are joined.
class KnownSequence {
 public:
  /// Characters that stand for themselves, lower-cased: most of an expression.
  void append(std::string_view plain);
  void append(Known part);
  Known take();

 private:
  void join(const Strings& tails);
  void flush(Strings next);
  void open(const Strings* openings);
  void measure();

  Known known_;
  Strings run_ = {""};
  std::size_t longest_ = 0;  // bytes of a string of the run
  bool whole_ = true;        // the run is all there is so far
  Strings empty_ = {""};     // openings that still lack a character, maybe with the edge of a word
};

/// The part once, or several times, or not at all.
Known known_repetition(Known part, std::size_t least, bool once_at_most);

/// One of several parts; `plain` are those that match just themselves.
Known known_alternation(Strings plain, std::vector<Known> options);

}  // namespace starlint
