#include <algorithm>

#include "metric/trial.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr double kSlack = 0.15;      // "every third" is about a third
constexpr std::size_t kBetween = 3;  // words of "of all the"

/// "18 of the 90 came by bike, every third one": a share that no figure tells.
class EveryNthTrial {
 public:
  explicit EveryNthTrial(const Trial& trial) : trial_(trial), part_(trial.claim()) {}

  Outcome run() const {
    const Quantity* whole = whole_of();
    if (whole == nullptr) return {};
    const double every = every_behind(*whole);
    if (every == 0) return {};
    const double all = nominal(trial_.value(*whole));
    const Extent computed{all / every * (1 - kSlack), all / every * (1 + kSlack)};
    if (meet(computed, Extent::exactly(nominal(trial_.value(part_))))) return {true, std::nullopt};
    return {
        false,
        WrongResult{Operation::Share, part_.figure, {whole->figure}, Extent::exactly(all / every)}};
  }

 private:
  /// The figure next to the part that it is told of: "18 of the 90", "of the 90 guests 18".
  const Quantity* whole_of() const {
    const std::size_t at = trial_.claimed;
    const std::vector<Quantity>& all = trial_.quantities;
    for (const std::size_t i : {at + 1, at - 1}) {
      if (i >= all.size() || all[i].sentence != part_.sentence) continue;
      if (i > at ? !is_right_behind(all[i]) : !opens(all[i]) && !of_them()) continue;
      const Value& value = trial_.value(all[i]);
      const bool counts = value.kind == ValueKind::Cardinal && value.single();
      if (counts && value.low > trial_.value(part_).low) return &all[i];
    }
    return nullptr;
  }

  /// "18 of the 90"
  bool is_right_behind(const Quantity& whole) const {
    const std::string_view between = trial_.between(part_.at + 1, whole.at);
    return whole.of_whole && folded_words(between).size() <= kBetween;
  }

  /// "Of the 90 visitors 18 came"
  bool opens(const Quantity& whole) const {
    const Span sentence = trial_.passage.masked.sentence(whole.at);
    const std::string_view ahead = trial_.between(sentence.begin, whole.at);
    return whole.of_whole && folded_words(ahead).size() <= kBetween;
  }

  /// "90 visitors, and 18 of them"
  bool of_them() const {
    const std::uint32_t end = trial_.passage.masked.sentence(part_.at).end;
    return trial_.words.found("of those", trial_.between(part_.at + 1, end));
  }

  /// The three of "every third one" behind the figures, in this sentence or right behind it, as
  /// long as no other figure stands between; 0 where it does not stand there.
  double every_behind(const Quantity& whole) const {
    const std::uint32_t at = std::max(part_.at, whole.at) + 1;
    const std::string_view text = trial_.passage.masked.text();
    std::uint32_t end = trial_.passage.masked.sentence(part_.at).end;
    if (end + 1 < text.size()) end = trial_.passage.masked.sentence(end + 1).end;
    const std::string_view behind = trial_.between(at, std::max(at, end));
    const auto token = std::find_if(behind.begin(), behind.end(),
                                    [](char c) { return c > '\0' && c <= token::kAge; });
    const auto size = static_cast<std::uint32_t>(token - behind.begin());
    const std::vector<std::string> words = folded_words(behind.substr(0, size));
    if (words.size() > 1 && is_one(at + size) && trial_.words.per(words[words.size() - 2])) {
      return trial_.words.nth(words.back());
    }
    // Not "on every second Saturday".
    const auto counted = [&](const std::string& word) {
      return trial_.words.found("one of them", word) || same_word(word, whole.noun) ||
             same_word(word, part_.noun);
    };
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
      const double nth = trial_.words.nth(words[i + 1]);
      if (nth > 0 && trial_.words.per(words[i]) && counted(words[i + 2])) return nth;
    }
    return 0;
  }

  /// The "one" of "every third one"
  bool is_one(std::uint32_t at) const {
    const std::uint32_t index = trial_.passage.masked.value_at(at);
    return index != kNone && trial_.passage.values[index].value.low == 1;
  }

  const Trial& trial_;
  const Quantity& part_;
};

}  // namespace

Outcome try_every_nth(const Trial& trial) {
  const Value& value = trial.value(trial.claim());
  const bool counts = value.kind == ValueKind::Cardinal && value.single() && value.low > 1;
  return counts ? EveryNthTrial(trial).run() : Outcome{};
}

}  // namespace starlint
