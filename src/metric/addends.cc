#include "metric/addends.h"

#include <algorithm>
#include <cmath>

#include "metric/comparable.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::uint32_t kSentences = 1;  // that a total may look back
constexpr std::size_t kMostParts = 8;
constexpr double kScale = 1000;  // that several figures may share

class AddendReader {
 public:
  explicit AddendReader(const Trial& trial)
      : trial_(trial), claim_(trial.claim()), noun_(noun_of_claim()), of_money_(is_of_money()) {}

  std::vector<Addend> read() {
    std::size_t first = trial_.claimed;
    while (first > 0 && is_near(trial_.quantities[first - 1]) &&
           trial_.claimed - first < kMostParts) {
      --first;
    }
    for (std::size_t i = first; i < trial_.claimed; ++i) {
      if (const std::optional<Addend> part = part_of(i)) {
        parts_.push_back(*part);
      } else if (counts_others(trial_.quantities[i])) {
        parts_.clear();
      }
    }
    // "9,000 for the two ovens and 7,000 for the yard"
    std::erase_if(parts_, [&](const Addend& part) {
      return part.figure * kScale < figure() && !trial_.quantities[part.index].noun.empty();
    });
    // "In three blocks: 25 …, 20 … and 25 …": it counts the parts.
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].figure != static_cast<double>(parts_.size() - i)) continue;
      parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(i--));
    }
    share_scale();
    return std::move(parts_);
  }

 private:
  /// "Each row got 12 chairs, six left and six right": chairs, too.
  std::string noun_of_claim() const {
    for (std::size_t i = trial_.claimed; claim_.noun.empty() && i > 0; --i) {
      const Quantity& one = trial_.quantities[i - 1];
      if (one.sentence != claim_.sentence) break;
      if (!one.per.empty() && !one.noun.empty()) return one.noun;
    }
    // "110 donors … the others, 85 people"
    return claim_.rest && trial_.words.found("anyone", claim_.noun) ? "" : claim_.noun;
  }

  /// Things are counted exactly, all else is measured; a bare number takes the unit of the claim.
  std::optional<Addend> part_of(std::size_t i) const {
    const Quantity& one = trial_.quantities[i];
    const Value& value = trial_.value(one);
    const Value& said = trial_.value(claim_);
    if (const std::optional<Addend> whole = whole_in_unit(i)) return whole;
    if (!one.per.empty() || !value.single() || is_change(one)) return std::nullopt;
    const bool bare = value.kind == ValueKind::Cardinal && one.noun.empty();
    if (of_money_ && (bare || value.kind == ValueKind::Money)) {
      return Addend{i, figure_extent(value), nominal(value), false};
    }
    if (of_money_) return std::nullopt;
    if (bare && value.low > 0 && value.low < 1) {
      return Addend{i, Extent::exactly(value.low), value.low, true};
    }
    if (said.kind == ValueKind::Cardinal) {
      const bool named = !one.noun.empty() && !noun_.empty();
      if (value.kind != ValueKind::Cardinal || (named && !same_word(one.noun, noun_))) {
        return std::nullopt;
      }
      const bool exact = value.qualifier == Qualifier::Exact;
      return Addend{i, exact ? Extent::exactly(value.low) : figure_extent(value), value.low, false};
    }
    if (same_unit(value, said)) return Addend{i, figure_extent(value), nominal(value), false};
    if (!bare) return std::nullopt;
    const Extent unit = Extent::exactly(
        said.kind == ValueKind::Quantity ? 1 : written_unit(trial_.typed(claim_), trial_.lexicon));
    return Addend{i, figure_extent(value) * unit, value.low * unit.low, false};
  }

  /// "1,450 pounds: 600 from the cakes, 400 from …", "90 minutes: 20 for complaints, …": bare parts
  /// in its unit.
  std::optional<Addend> whole_in_unit(std::size_t i) const {
    const Typed& whole = trial_.typed(trial_.quantities[i]);
    const bool bare = trial_.value(claim_).kind == ValueKind::Cardinal && claim_.noun.empty();
    if (!bare || !parts_.empty() || !whole.value.single()) return std::nullopt;
    if (whole.value.kind == ValueKind::Money && trial_.quantities[i].per.empty()) {
      return Addend{i, figure_extent(whole.value), nominal(whole.value), false};
    }
    const bool measured =
        whole.value.kind == ValueKind::Duration || whole.value.kind == ValueKind::Quantity;
    if (!measured || whole.numbers.size() != 1 || i + 1 >= trial_.claimed) return std::nullopt;
    const Quantity& next = trial_.quantities[i + 1];
    const std::string_view opening = trial_.between(trial_.quantities[i].at + 1, next.at);
    if (opening.find(':') == opening.npos || next.sentence != claim_.sentence) return std::nullopt;
    const double number = whole.numbers.front().value;
    return Addend{i, Extent::exactly(number), number, false};
  }

  /// "Of the 80,000 euros 17,000 were left": in euros, too.
  bool is_of_money() const {
    if (trial_.claimed == 0 || trial_.value(claim_).kind != ValueKind::Cardinal) return false;
    const Quantity& whole = trial_.quantities[trial_.claimed - 1];
    return claim_.noun.empty() && whole.of_whole && whole.sentence == claim_.sentence &&
           trial_.value(whole).kind == ValueKind::Money;
  }

  /// A total looks over a sentence that has no figure: "… and eight tins. No more. That made 29".
  bool is_near(const Quantity& one) const {
    const std::uint32_t last = trial_.quantities[trial_.claimed - 1].sentence;
    const bool over =
        claim_.makes && one.sentence == last && last + kSentences + 1 >= claim_.sentence;
    return over || one.sentence + kSentences >= claim_.sentence;
  }

  /// Things of another name in the sentence of the claim: it need not be of those before them.
  bool counts_others(const Quantity& one) const {
    return one.sentence == claim_.sentence && trial_.value(one).kind == ValueKind::Cardinal &&
           !one.noun.empty() && !noun_.empty();
  }

  /// The "three" of "three times".
  bool is_change(const Quantity& one) const {
    return std::any_of(trial_.metrics.changes.begin(), trial_.metrics.changes.end(),
                       [&](const SaidChange& change) {
                         return change.figure.passage == one.figure.passage &&
                                change.figure.value == one.figure.value;
                       });
  }

  /// "Forty-five thousand from the raffle, thirty from the tea": thirty thousand.
  void share_scale() {
    if (parts_.size() < 2 || std::fmod(parts_.front().figure, kScale) != 0) return;
    const auto rest = parts_.begin() + 1;
    const bool small = std::all_of(rest, parts_.end(), [](const Addend& part) {
      return part.figure >= 1 && part.figure < kScale;
    });
    if (!small || parts_.front().figure < kScale || figure() < kScale) return;
    for (auto part = rest; part != parts_.end(); ++part) {
      part->figure *= kScale;
      part->extent = part->extent * Extent::exactly(kScale);
    }
  }

  double figure() const { return nominal(trial_.value(claim_)); }

  const Trial& trial_;
  const Quantity& claim_;
  std::string noun_;
  bool of_money_;  // the claim is, without saying so
  std::vector<Addend> parts_;
};

}  // namespace

std::vector<Addend> addends_of(const Trial& trial) { return AddendReader(trial).read(); }

}  // namespace starlint
