#include "metric/columns.h"

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "metric/trial.h"

namespace starlint {

namespace {

constexpr std::size_t kLeast = 3;         // figures that make a column
constexpr std::uint32_t kReach = 24;      // passages from a column to what is told of it
constexpr double kFarthest = 1.5;         // times; further off, the total is of something else
constexpr std::uint32_t kListed = kNone;  // the column of a list

/// Figures of one kind, one below the other.
struct Figures {
  std::vector<Figure> all;
  std::uint32_t last = 0;  // passage
  std::uint32_t story = kNone;
  std::string header;  // "" of a list
};

class ColumnReader {
 public:
  ColumnReader(Metrics& metrics, const Outline& outline, const Lexicon& lexicon,
               const ReckoningWords& words)
      : metrics_(metrics), outline_(outline), lexicon_(lexicon), words_(words) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(metrics_.passages.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const Block& block = block_of(i);
      const bool cell = block.kind == BlockKind::TableCell;
      if (!cell && block.kind != BlockKind::ListItem) {
        close();
        if (!columns_.empty()) judge_all(i);
      } else if (const std::optional<Figure> figure = figure_of(i, cell)) {
        add(cell ? block.level : kListed, *figure);
      } else if (cell && open_[block.level].empty()) {
        headers_[block.level] = ascii_lower(metrics_.passages[i].masked.text());
      }
    }
  }

 private:
  const Block& block_of(std::uint32_t passage) const {
    return outline_.blocks[metrics_.passages[passage].block];
  }

  static bool adds(const Value& value) {
    return value.single() && (value.kind == ValueKind::Cardinal || value.kind == ValueKind::Money ||
                              value.kind == ValueKind::Quantity);
  }

  /// The only figure of a cell; of an item the last one.
  std::optional<Figure> figure_of(std::uint32_t passage, bool cell) const {
    const std::vector<Typed>& values = metrics_.passages[passage].values;
    if (values.empty() || (cell && values.size() > 1)) return std::nullopt;
    const auto last = static_cast<std::uint32_t>(values.size() - 1);
    if (!adds(values[last].value)) return std::nullopt;
    return Figure{passage, last};
  }

  /// What stands right before a figure: items that tell of the same thing say it alike.
  std::string_view word_before(Figure figure) const {
    const Passage& passage = metrics_.passages[figure.passage];
    const std::uint32_t at = passage.masked.offset_of(figure.value);
    std::string_view before = passage.slice({0, at});
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.substr(before.rfind(' ') + 1);
  }

  bool alike(std::uint32_t column, Figure a, Figure b) const {
    return same_unit(metrics_.value(a), metrics_.value(b)) &&
           metrics_.stories[a.passage] == metrics_.stories[b.passage] &&
           (column != kListed || word_before(a) == word_before(b));
  }

  void add(std::uint32_t column, Figure figure) {
    std::vector<Figure>& open = open_[column];
    if (!open.empty() && !alike(column, open.front(), figure)) open.clear();
    open.push_back(figure);
  }

  void close() {
    for (auto& [column, figures] : open_) {
      drop_total(figures);
      if (figures.size() < kLeast) continue;
      const std::uint32_t last = figures.back().passage;
      columns_.push_back({figures, last, metrics_.stories[last], headers_[column]});
    }
    open_.clear();
    headers_.clear();
  }

  double number(Figure figure) const { return nominal(metrics_.value(figure)); }

  Extent sum_of(const std::vector<Figure>& figures) const {
    Extent sum;
    for (const Figure& figure : figures) sum = sum + figure_extent(metrics_.value(figure));
    return sum;
  }

  /// The last row may be the sum of the others; whether it is right is asked elsewhere.
  void drop_total(std::vector<Figure>& figures) const {
    if (figures.size() <= kLeast) return;
    const std::vector<Figure> others(figures.begin(), figures.end() - 1);
    const double total = number(figures.back());
    const bool largest = std::all_of(others.begin(), others.end(),
                                     [&](Figure figure) { return number(figure) < total; });
    if (largest && sum_of(others).low < total * kFarthest) figures.pop_back();
  }

  void judge_all(std::uint32_t passage) {
    const Passage& here = metrics_.passages[passage];
    const std::vector<Quantity> quantities = read_quantities(here, passage, words_);
    const Quantity* mean = nullptr;  // told last
    for (const Quantity& claim : quantities) {
      // "130 on average, for the four of us"
      const bool other = mean != nullptr && mean->sentence == claim.sentence;
      if (claim.average && !other) mean = &claim;
      const std::string_view said = here.slice(here.masked.sentence(claim.at));
      if (!metrics_.value(claim.figure).single() || words_.found("earlier", said)) continue;
      if (claim.average && other) continue;
      if (claim.average && words_.found("mean", said)) {
        judge(claim, Operation::Mean, [](const Figures&) { return true; });
      } else if (claim.per.empty()) {
        const bool all = words_.found("of all", said);
        judge(claim, Operation::Sum,
              [&](const Figures& column) { return all || counts_rows(quantities, claim, column); });
      }
    }
  }

  /// "Over the four books I spent 140 hours": as many as the column has.
  bool counts_rows(const std::vector<Quantity>& quantities, const Quantity& claim,
                   const Figures& column) const {
    return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& one) {
      return one.at < claim.at && one.sentence == claim.sentence && !one.noun.empty() &&
             number(one.figure) == static_cast<double>(column.all.size());
    });
  }

  /// Whether the claim is of the size that such a result of the column has.
  bool may_be_of(const Figures& column, double claimed, Operation operation) const {
    const auto [low, high] =
        std::minmax_element(column.all.begin(), column.all.end(),
                            [&](Figure a, Figure b) { return number(a) < number(b); });
    if (operation == Operation::Mean) return number(*low) <= claimed && claimed <= number(*high);
    const Extent sum = sum_of(column.all);
    return claimed > number(*high) && claimed < sum.high * kFarthest &&
           claimed * kFarthest > sum.low;
  }

  /// In one unit, or in the one that the header names: "hours".
  bool in_unit(const Figures& column, const Value& said) const {
    const Value& one = metrics_.value(column.all.front());
    if (same_unit(one, said)) return true;
    return one.kind == ValueKind::Cardinal && !said.unit_text.empty() &&
           column.header.find(said.unit_text) != std::string::npos;
  }

  template <typename TakesUp>
  void judge(const Quantity& claim, Operation operation, TakesUp takes_up) {
    const Value& said = metrics_.value(claim.figure);
    const bool time = said.kind == ValueKind::Duration;
    const double unit = time ? written_unit(metrics_.typed(claim.figure), lexicon_) : 1;
    const Figures* meant = nullptr;
    for (const Figures& column : columns_) {
      if (column.story != metrics_.stories[claim.figure.passage] ||
          column.last + kReach < claim.figure.passage || !in_unit(column, said) ||
          !may_be_of(column, nominal(said) / unit, operation) || !takes_up(column)) {
        continue;
      }
      // A total is worked out; an average may be told roundly.
      const bool total = operation == Operation::Sum;
      const Extent claimed =
          (total ? figure_extent(said) : claim_extent(said)) / Extent::exactly(unit);
      if (meet(result_of(column, operation), claimed) || meant != nullptr) return;
      meant = &column;
    }
    if (meant == nullptr) return;
    metrics_.wrong_results.push_back(
        {operation, claim.figure, meant->all, result_of(*meant, operation)});
  }

  Extent result_of(const Figures& column, Operation operation) const {
    const Extent sum = sum_of(column.all);
    if (operation == Operation::Sum) return sum;
    return sum / Extent::exactly(static_cast<double>(column.all.size()));
  }

  Metrics& metrics_;
  const Outline& outline_;
  const Lexicon& lexicon_;
  const ReckoningWords& words_;
  std::map<std::uint32_t, std::vector<Figure>> open_;  // by column
  std::map<std::uint32_t, std::string> headers_;
  std::vector<Figures> columns_;
};

}  // namespace

void take_up_columns(Metrics& metrics, const Outline& outline, const Lexicon& lexicon,
                     const ReckoningWords& words) {
  ColumnReader(metrics, outline, lexicon, words).run();
}

}  // namespace starlint
