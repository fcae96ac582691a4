// `starlint facts` for people: the ledger as a table for each page.
#include <algorithm>

#include "base/strings.h"
#include "report/ledger.h"
#include "report/report.h"
#include "report/text/style.h"
#include "report/text/summary.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr std::size_t kWidestValue = 36;  // cells
constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kUnder = 6;  // blanks before a place that stands under its fact

struct Row {
  std::string label;
  std::string value;
  std::string place;
  std::string remark;
  std::string_view color;
};

std::string padded(const std::string& text, std::size_t width) {
  return cat(text, std::string(width - std::min(width, display_width(text)) + kGap, ' '));
}

void remark(const LintRun& run, const LedgerRow& fact, const Style& style, Row& row) {
  if (!fact.disputes.empty()) {
    std::set<std::string> rules;
    for (const std::uint32_t i : fact.disputes) {
      rules.insert(run.rules->info(run.findings[i].rule).id);
    }
    row.remark = cat("conflict ", join({rules.begin(), rules.end()}, ", "));
    row.color = style.red;
  } else if (fact.claim->modality != Modality::Asserted) {
    row.remark = cat("(", name_of(fact.claim->modality), ")");
    row.color = style.dim;
  } else if (fact.ties) {
    row.remark = "✓ adds up";
  }
}

Row row_of(const LintRun& run, const LedgerRow& fact, const Style& style) {
  Row row;
  row.label = visible(fact.label);
  const auto size = static_cast<std::uint32_t>(fact.words.size());
  row.value = excerpt_of(fact.words, {0, size}, {0, 0}, kWidestValue).text;
  row.place =
      visible(cat(fact.file->source.path, ":", fact.file->text.line(fact.claim->span.begin)));
  remark(run, fact, style, row);
  return row;
}

/// Widths of the columns, in cells.
struct Widths {
  std::size_t label = 0;
  std::size_t value = 0;
  std::size_t place = 0;
  std::size_t remark = 0;

  void hold(const Row& row) {
    label = std::max(label, display_width(row.label));
    value = std::max(value, display_width(row.value));
    place = std::max(place, display_width(row.place));
    remark = std::max(remark, display_width(row.remark));
  }
  std::size_t all() const {
    return kIndent + label + kGap + value + kGap + place + (remark == 0 ? 0 : kGap + remark);
  }
};

/// On a narrow terminal the place of a fact stands under it.
void write_row(const Row& row, const Widths& widths, const Style& style, std::string& out) {
  const bool wide = widths.all() <= style.width;
  out += cat(std::string(kIndent, ' '), padded(row.label, widths.label),
             wide ? padded(row.value, widths.value) : row.value);
  if (!wide) out += cat("\n", std::string(kUnder, ' '));
  out += row.remark.empty() ? row.place : padded(row.place, wide ? widths.place : 0);
  if (!row.remark.empty()) out += cat(row.color, row.remark, style.off);
  out += '\n';
}

}  // namespace

void write_facts_text(const LintRun& run, const ReportOptions& options, std::string& out) {
  const Style style(options);
  const Ledger ledger = ledger_of(run);
  std::vector<std::vector<Row>> pages(ledger.pages.size());
  Widths widths;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const LedgerRow& fact : ledger.pages[i].rows) {
      widths.hold(pages[i].emplace_back(row_of(run, fact, style)));
    }
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out += cat(style.bold, visible(ledger.pages[i].heading), style.off, "\n");
    for (const Row& row : pages[i]) write_row(row, widths, style, out);
    out += '\n';
  }
  out += cat(counted(ledger.facts, "fact", "facts"), ", ", std::uint64_t{ledger.disputed},
             " disputed, in ", counted(run.files.size(), "file", "files"), ".\n");
}

}  // namespace starlint
