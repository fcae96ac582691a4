// sum: parts that do not make the total they are said to make.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "claim/reading.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr std::uint32_t kLongestPart = 90;  // bytes from one figure of a list to the next

/// A figure of a sentence or a ledger, with where its token stands.
struct Entry {
  Figure figure;
  std::uint32_t at = 0;  // in masked text
  char token = 0;
};

struct Words {
  Pattern parts;      // opens a list of all parts: "split into"
  Pattern open_list;  // opens a list of some
  Pattern total;      // names the total behind the list
  Pattern except;     // sums of others: teams
};

bool adds_up(char token) {
  return token == token::kCount || token == token::kMoney || token == token::kDuration ||
         token == token::kQuantity;
}

/// Things are counted exactly, all else is measured.
Extent extent_of(const Value& value) {
  if (value.kind != ValueKind::Cardinal || value.qualifier != Qualifier::Exact) {
    return figure_extent(value);
  }
  return Extent::exactly(value.low);
}

class SumRule : public Rule {
 public:
  SumRule(Words words, double limit) : words_(std::move(words)), limit_(limit) {}

  void check(const FileView& file, Sink& sink) const override {
    for (std::uint32_t i = 0; i < file.metrics.passages.size(); ++i) {
      const Passage& passage = file.metrics.passages[i];
      if (passage.values.size() < 3) continue;
      for (const Span& sentence : passage.masked.sentences()) {
        check_sentence(file, i, sentence, sink);
      }
    }
    check_ledgers(file, sink);
  }

 private:
  static std::string_view slice(const FileView& file, const Entry& entry, Span span) {
    return file.metrics.passages[entry.figure.passage].slice(span);
  }

  static std::vector<Entry> entries(const Passage& passage, std::uint32_t index, Span within) {
    std::vector<Entry> out;
    for (std::uint32_t i = within.begin; i < within.end; ++i) {
      const char c = passage.masked.text()[i];
      if (!adds_up(c)) continue;
      const std::uint32_t value = passage.masked.value_at(i);
      if (value != kNone) out.push_back({{index, value}, i, c});
    }
    return out;
  }

  static bool found(const Pattern& pattern, std::string_view text) {
    return pattern.found_in(text, {0, static_cast<std::uint32_t>(text.size())});
  }

  void check_sentence(const FileView& file, std::uint32_t index, Span sentence, Sink& sink) const {
    const Passage& passage = file.metrics.passages[index];
    const std::vector<Entry> all = entries(passage, index, sentence);
    if (all.size() < 3 || found(words_.except, passage.slice(sentence))) return;
    for (std::size_t first = 0; first + 1 < all.size(); ++first) {
      const std::size_t end = list_end(passage, all, first);
      if (end < first + 2) continue;
      const std::vector<Entry> parts(all.begin() + static_cast<std::ptrdiff_t>(first),
                                     all.begin() + static_cast<std::ptrdiff_t>(end));
      const std::vector<Entry> totals = totals_of(passage, sentence, all, first, end);
      judge(file, parts, totals, sink);
      first = end - 1;
    }
  }

  /// Behind the last part of the closed list that begins at `first`; `first` where none does.
  std::size_t list_end(const Passage& passage, const std::vector<Entry>& all,
                       std::size_t first) const {
    for (std::size_t i = first; i + 1 < all.size(); ++i) {
      const std::string_view between = passage.slice({all[i].at + 1, all[i + 1].at});
      if (all[i + 1].token != all[first].token || between.size() > kLongestPart) return first;
      const std::size_t comma = between.find_last_of(",;+");
      // "46 on drains and straw, 31 on the stages, and 28 …": what stands before a comma joins no
      // parts.
      const std::string_view tail =
          comma == std::string_view::npos ? between : between.substr(comma + 1);
      const bool last = tail.find(" and ") != std::string_view::npos ||
                        tail.find(" plus ") != std::string_view::npos ||
                        tail.find(" & ") != std::string_view::npos;
      if (last) return i + 2;
      if (comma == std::string_view::npos) return first;
    }
    return first;
  }

  /// Figures that may be the total: before a list that is opened as one, or named as such behind.
  std::vector<Entry> totals_of(const Passage& passage, Span sentence, const std::vector<Entry>& all,
                               std::size_t first, std::size_t end) const {
    std::vector<Entry> totals;
    const std::uint32_t begin = first == 0 ? sentence.begin : all[first - 1].at + 1;
    const std::string_view opening = passage.slice({begin, all[first].at});
    if (found(words_.open_list, opening)) return totals;
    if (found(words_.parts, opening)) {
      for (std::size_t i = 0; i < first; ++i) {
        const double value = nominal(passage.values[all[i].figure.value].value);
        const bool counts_parts = value == static_cast<double>(end - first);
        // "4,200 euros: 2,500 for the bus, …"
        const bool bare = all[i].token == token::kMoney && all[first].token == token::kCount;
        if ((all[i].token == all[first].token || bare) && !counts_parts) totals.push_back(all[i]);
      }
    }
    if (end < all.size() && all[end].token == all[first].token) {
      const std::uint32_t after = end + 1 < all.size() ? all[end + 1].at : sentence.end;
      if (found(words_.total, passage.slice({all[end - 1].at + 1, after}))) {
        totals.push_back(all[end]);
      }
    }
    return totals;
  }

  void judge(const FileView& file, const std::vector<Entry>& parts,
             const std::vector<Entry>& totals, Sink& sink) const {
    const Metrics& metrics = file.metrics;
    Extent sum;
    double figure = 0;
    const std::string& unit = metrics.value(parts.front().figure).unit;
    const bool bare = parts.front().token == token::kCount;
    for (const Entry& part : parts) {
      if (metrics.value(part.figure).unit != unit) return;
      sum = sum + extent_of(metrics.value(part.figure));
      figure += nominal(metrics.value(part.figure));
    }
    const Entry* wrong = nullptr;
    for (const Entry& total : totals) {
      const Value& value = metrics.value(total.figure);
      if (value.unit != unit && !(bare && total.token == token::kMoney)) continue;
      if (meet(sum, extent_of(value))) return;
      const double ratio = figure / nominal(value);
      if (ratio > limit_ || ratio < 1 / limit_) continue;
      if (wrong != nullptr) return;
      wrong = &total;
    }
    if (wrong != nullptr) report(file, parts, *wrong, figure, sink);
  }

  void report(const FileView& file, const std::vector<Entry>& parts, const Entry& total, double sum,
              Sink& sink) const {
    const Metrics& metrics = file.metrics;
    std::vector<std::string> said;
    std::vector<Related> related;
    for (const Entry& part : parts) {
      const Span place = metrics.place(part.figure);
      said.emplace_back(file.slice(place));
      related.push_back({{file.source.id, place}, said.back()});
    }
    const Typed& typed = metrics.typed(total.figure);
    const double written = typed.numbers.empty() ? typed.value.low : typed.numbers.front().value;
    const double unit = written == 0 ? 1 : typed.value.low / written;
    const Span place = metrics.place(total.figure);
    Finding& finding = sink.add({file.source.id, place}, {{"total", std::string(file.slice(place))},
                                                          {"parts", join(said, " + ")},
                                                          {"sum", decimal(sum / unit, 2)}});
    finding.related = std::move(related);
  }

  /// Items or cells of one column above one that calls itself the total.
  void check_ledgers(const FileView& file, Sink& sink) const {
    const auto& passages = file.metrics.passages;
    for (std::uint32_t i = 0; i < passages.size(); ++i) {
      const Block& block = file.outline.blocks[passages[i].block];
      const std::string_view text = passages[i].masked.text();
      Match match;
      if (!words_.total.find(text, {0, static_cast<std::uint32_t>(text.size())}, match) ||
          match.whole.begin > kTotalWithin) {
        continue;
      }
      if (block.kind == BlockKind::ListItem) {
        check_column(
            file, i,
            [&](const Block& other) {
              return other.kind == BlockKind::ListItem && other.parent == block.parent &&
                     other.level == block.level;
            },
            i, sink);
      } else if (block.kind == BlockKind::TableCell && block.level == 0) {
        for (std::uint32_t cell = i + 1; cell < passages.size(); ++cell) {
          const Block& total = file.outline.blocks[passages[cell].block];
          if (total.parent != block.parent) break;
          check_column(
              file, i,
              [&](const Block& other) {
                return other.kind == BlockKind::TableCell && other.level == total.level;
              },
              cell, sink);
        }
      }
    }
  }

  template <typename InColumn>
  void check_column(const FileView& file, std::uint32_t line, InColumn in_column,
                    std::uint32_t total, Sink& sink) const {
    const auto& passages = file.metrics.passages;
    const auto only = [&](std::uint32_t i) -> std::vector<Entry> {
      const Span all{0, static_cast<std::uint32_t>(passages[i].masked.text().size())};
      std::vector<Entry> found_here = entries(passages[i], i, all);
      if (passages[i].values.size() != 1) found_here.clear();
      return found_here;
    };
    const std::vector<Entry> totals = only(total);
    std::vector<Entry> parts;
    for (std::uint32_t i = line; i-- > 0;) {
      const Block& other = file.outline.blocks[passages[i].block];
      const bool ledger = other.kind == BlockKind::ListItem || other.kind == BlockKind::TableCell;
      if (!ledger) break;
      if (!in_column(other)) continue;
      const std::vector<Entry> part = only(i);
      if (part.empty() || (is_top(file, other) && is_year(passages[i]))) break;
      parts.push_back(part.front());
    }
    std::reverse(parts.begin(), parts.end());
    if (parts.size() >= 2 && !totals.empty() &&
        std::all_of(parts.begin(), parts.end(),
                    [&](const Entry& part) { return part.token == totals.front().token; })) {
      judge(file, parts, totals, sink);
    }
  }

  /// A cell of the first row of its table.
  static bool is_top(const FileView& file, const Block& cell) {
    const std::uint32_t row = cell.parent;
    return cell.kind == BlockKind::TableCell && row != kNone &&
           (row == 0 || file.outline.blocks[row - 1].kind != BlockKind::TableCell);
  }

  /// "2021 sales"
  static bool is_year(const Passage& cell) {
    const double number = cell.values.front().value.low;
    return number >= 1900 && number <= 2100;
  }

  static constexpr std::uint32_t kTotalWithin = 12;  // bytes from the beginning of the line

  Words words_;
  double limit_;
};

Result<Pattern> any_of(const Options& options, std::string_view key) {
  std::string expression = "(?:";
  for (const std::string& part : options.strings(key)) {
    expression += cat(expression.size() == 3 ? "" : "|", part);
  }
  Result<Pattern> pattern = Pattern::compile(expression + ")", options.patterns());
  if (!pattern) return options.error(key, pattern.error().message, pattern.error().hint);
  return pattern;
}

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  std::vector<Pattern> patterns;
  for (const std::string_view key : {"parts", "open_list", "total", "except"}) {
    Result<Pattern> pattern = any_of(options, key);
    if (!pattern) return pattern.error();
    patterns.push_back(*std::move(pattern));
  }
  return std::unique_ptr<Rule>(
      std::make_unique<SumRule>(Words{std::move(patterns[0]), std::move(patterns[1]),
                                      std::move(patterns[2]), std::move(patterns[3])},
                                options.number("limit", 1.5)));
}

}  // namespace

Kind sum_kind() {
  using toml_doc::FieldType;
  return {"sum",
          "parts that do not make the total they are said to make",
          {"total", "parts", "sum"},
          {},
          {{"parts", FieldType::Strings, "what opens a list of all parts, right before it", true},
           {"open_list", FieldType::Strings, "what opens a list of only some parts", true},
           {"total", FieldType::Strings, "what names the total behind or below a list", true},
           {"except", FieldType::Strings, "sentences with this are left to other rules", true},
           {"limit", FieldType::Number, "off by more than this factor, it was no sum"}},
          compile};
}

}  // namespace starlint
