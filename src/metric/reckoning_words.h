// What the words around figures mean to arithmetic, as data: [reckoning] of a language's metrics.
// Immutable once loaded, shared by threads.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/pattern.h"
#include "toml/document.h"
#include "toml/fields.h"

namespace starlint {

class ReckoningWords {
 public:
  static const std::vector<toml_doc::Field>& fields();
  /// Adds a [reckoning] table, already checked against fields().
  Status read(const Document& document, const toml_doc::Value& table);

  /// Whether a cue, "rest" or "rest behind", is among the words around a figure: how near it must
  /// stand is part of it.
  bool found(std::string_view cue, std::string_view words) const;

  /// Seconds of "month"; 0 for words that name no period.
  double period(std::string_view word) const;
  /// Seconds of "monthly".
  double adverb(std::string_view word) const;
  /// The most seconds of "afternoon"; 0 for words that name no part of a day.
  double window(std::string_view word) const;
  /// 1 of "Monday", 7 of "Sunday"; 0 for other words.
  double weekday(std::string_view word) const;
  /// 3 of "every third", 2 of "every other"; 0 for other words.
  double nth(std::string_view word) const;
  /// "each", "apiece".
  bool each(std::string_view word) const { return each_.count(word) != 0; }
  /// "per", "every": a noun follows.
  bool per(std::string_view word) const { return per_.count(word) != 0; }
  /// "Over" a year: a period follows.
  bool during(std::string_view word) const { return during_.count(word) != 0; }
  bool article(std::string_view word) const { return article_.count(word) != 0; }
  /// "head": what "a head" counts is each.
  bool head(std::string_view word) const { return head_.count(word) != 0; }
  /// Before what one of several costs or lasts: "at", "of".
  bool of_each(std::string_view word) const { return of_each_.count(word) != 0; }
  /// A word that ends the name of what is counted.
  bool stop(std::string_view word) const { return stop_.count(word) != 0; }
  /// Seconds of the longest period named; 0 where none is.
  double longest_period(std::string_view words) const;
  /// Whether the word can name several things.
  bool plural(std::string_view word) const;

 private:
  using Words = std::set<std::string, std::less<>>;

  std::map<std::string, Pattern, std::less<>> cues_;
  std::map<std::string, double, std::less<>> periods_;
  std::map<std::string, double, std::less<>> adverbs_;
  std::map<std::string, double, std::less<>> windows_;
  std::map<std::string, double, std::less<>> nths_;
  std::map<std::string, double, std::less<>> weekdays_;
  Words each_;
  Words per_;
  Words during_;
  Words article_;
  Words head_;
  Words of_each_;
  Words stop_;
  Words plural_;
};

}  // namespace starlint
