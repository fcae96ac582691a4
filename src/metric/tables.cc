#include "metric/tables.h"

#include <algorithm>
#include <array>

#include "metric/comparable.h"

namespace starlint {

namespace {

/// Passages by what they hold, an index each for None, Before, After and Change.
using Cells = std::array<std::uint32_t, 4>;

class TableReader {
 public:
  TableReader(Metrics& metrics, const Outline& outline, const Lexicon& lexicon,
              const MetricVocabulary& vocabulary)
      : metrics_(metrics), outline_(outline), lexicon_(lexicon), vocabulary_(vocabulary) {}

  void read() {
    for (std::uint32_t i = 0; i < metrics_.passages.size();) {
      const Block& block = block_of(i);
      if (block.kind != BlockKind::TableCell) {
        columns_.clear();
        line(i++);
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < metrics_.passages.size() && block_of(end).parent == block.parent) ++end;
      row(i, end);
      i = end;
    }
  }

 private:
  const Block& block_of(std::uint32_t passage) const {
    return outline_.blocks[metrics_.passages[passage].block];
  }

  /// "- Before: 160 minutes", "- After: 120 minutes", "- Saving: 25 %" below each other.
  void line(std::uint32_t passage) {
    const Passage& item = metrics_.passages[passage];
    const std::string_view text = item.masked.text();
    const std::size_t colon = text.find(':');
    if (block_of(passage).kind != BlockKind::ListItem) lines_ = {kNone, kNone, kNone, kNone};
    if (item.values.size() != 1 || item.masked.offset_of(0) < colon) return;
    const Column column = vocabulary_.column(text.substr(0, colon));
    lines_[static_cast<std::size_t>(column)] = passage;
    if (column != Column::Change) return;
    change_verb_ = vocabulary_.column_verb(text.substr(0, colon));
    compare(lines_);
  }

  void row(std::uint32_t begin, std::uint32_t end) {
    std::vector<Column> columns;
    bool before = false;
    bool after = false;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Passage& cell = metrics_.passages[i];
      const Column column =
          cell.values.empty() ? vocabulary_.column(cell.masked.text()) : Column::None;
      columns.resize(block_of(i).level + 1U);
      columns.back() = column;
      before = before || column == Column::Before;
      after = after || column == Column::After;
      if (column == Column::Change) change_verb_ = vocabulary_.column_verb(cell.masked.text());
    }
    if (columns_.empty() && !before && !after) years(begin, end, columns, before, after);
    if (before && after) {
      columns_ = std::move(columns);
    } else if (!columns_.empty()) {
      data(begin, end);
    }
  }

  /// Two years as headers are before and after.
  void years(std::uint32_t begin, std::uint32_t end, std::vector<Column>& columns, bool& before,
             bool& after) const {
    std::vector<std::pair<double, std::size_t>> found;
    for (std::uint32_t i = begin; i < end; ++i) {
      const auto& values = metrics_.passages[i].values;
      // "FY 2017-18" is a year and a number.
      const bool fiscal = values.size() == 2 && values.back().value.kind == ValueKind::Cardinal;
      if (values.size() != 1 && !fiscal) continue;
      if (values.front().value.kind != ValueKind::Interval) continue;
      found.emplace_back(values.front().value.low, block_of(i).level);
    }
    const bool change = std::find(columns.begin(), columns.end(), Column::Change) != columns.end();
    if (found.size() != 2 || !change || found[0].first == found[1].first) return;
    const bool rising = found[0].first < found[1].first;
    columns[found[rising ? 0 : 1].second] = Column::Before;
    columns[found[rising ? 1 : 0].second] = Column::After;
    before = after = true;
  }

  void data(std::uint32_t begin, std::uint32_t end) {
    Cells cells = {kNone, kNone, kNone, kNone};
    for (std::uint32_t i = begin; i < end; ++i) {
      const std::size_t level = block_of(i).level;
      if (level >= columns_.size() || metrics_.passages[i].values.size() != 1) continue;
      cells[static_cast<std::size_t>(columns_[level])] = i;
    }
    compare(cells);
  }

  void compare(const Cells& cells) {
    const std::uint32_t from = cells[static_cast<std::size_t>(Column::Before)];
    const std::uint32_t to = cells[static_cast<std::size_t>(Column::After)];
    const std::uint32_t claimed = cells[static_cast<std::size_t>(Column::Change)];
    if (from == kNone || to == kNone || claimed == kNone) return;
    const Figure before{from, 0};
    const Figure after{to, 0};
    const auto movement = movement_between(metrics_.typed(before), metrics_.typed(after), lexicon_);
    if (!movement) return;
    const std::uint32_t change = change_in(claimed);
    if (change == kNone) return;
    metrics_.comparisons.push_back({change, before, after, *movement,
                                    judge_any_time(metrics_, change, before, after, *movement),
                                    true});
  }

  /// The claim of a cell: as its sentence says it, else its bare figure under the header.
  std::uint32_t change_in(std::uint32_t passage) {
    for (std::uint32_t i = 0; i < metrics_.changes.size(); ++i) {
      if (metrics_.changes[i].where.passage == passage) return i;
    }
    const Passage& cell = metrics_.passages[passage];
    const Typed& typed = cell.values.front();
    const bool fold = typed.value.unit == kFoldUnit;
    if (!fold && typed.value.kind != ValueKind::Percent) return kNone;
    SaidChange change;
    change.figure = {passage, 0};
    const Span all{0, static_cast<std::uint32_t>(cell.masked.text().size())};
    change.where = {passage, 0, all};
    change.said = all;
    change.claim = claim_of(typed.value, change_verb_, fold ? Measure::Fold : Measure::Percent);
    metrics_.changes.push_back(std::move(change));
    return static_cast<std::uint32_t>(metrics_.changes.size() - 1);
  }

  Metrics& metrics_;
  const Outline& outline_;
  const Lexicon& lexicon_;
  const MetricVocabulary& vocabulary_;
  std::vector<Column> columns_;  // of the header; empty outside tables of changes
  Verb change_verb_ = Verb::Any;
  Cells lines_ = {kNone, kNone, kNone, kNone};  // of the list that is read
};

}  // namespace

void read_tables(Metrics& metrics, const Outline& outline, const Lexicon& lexicon,
                 const MetricVocabulary& vocabulary) {
  TableReader(metrics, outline, lexicon, vocabulary).read();
}

}  // namespace starlint
