// reversed: two dates told as the beginning and the end of one stretch, the end before the
// beginning: in a sentence, or in two columns of a table.
#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "rule/kind/claim_places.h"
#include "rule/kind/kinds.h"

namespace starlint {

namespace {

constexpr double kYear = 365.25;  // days
constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2100;
constexpr double kEpoch = 1970;

/// First and last day of a date, or of a number that can only be a year.
std::optional<Bounds> days_of(const Value& value) {
  if (value.kind == ValueKind::Date || value.kind == ValueKind::Interval) {
    if (value.open_low || value.open_high) return std::nullopt;
    return Bounds{value.low, value.high};
  }
  const bool year = value.kind == ValueKind::Cardinal && value.single() &&
                    value.low >= kFirstYear && value.low < kLastYear;
  if (!year) return std::nullopt;
  return Bounds{(value.low - kEpoch) * kYear, (value.low + 1 - kEpoch) * kYear};
}

class ReversedRule : public Rule {
 public:
  ReversedRule(std::string attribute, Pattern begins, Pattern ends)
      : attribute_(std::move(attribute)), begins_(std::move(begins)), ends_(std::move(ends)) {}

  void check(const FileView& file, Sink& sink) const override {
    const Claim* begin = nullptr;
    for (const Claim& claim : file.claims) {
      if (claim.attribute != attribute_ || claim.modality != Modality::Asserted) continue;
      if (claim.role == Role::Before) begin = &claim;
      if (claim.role != Role::After || begin == nullptr) continue;
      if (begin->sentence == claim.sentence) check_ends(file, *begin, claim, sink);
      begin = nullptr;
    }
    check_tables(file, sink);
  }

 private:
  /// Below a row that heads one column as beginnings and one as ends.
  void check_tables(const FileView& file, Sink& sink) const {
    std::optional<std::uint8_t> begins;
    std::optional<std::uint8_t> ends;
    const auto& blocks = file.outline.blocks;
    for (std::uint32_t row = 0; row < blocks.size(); ++row) {
      if (blocks[row].kind == BlockKind::TableCell) continue;
      if (blocks[row].kind != BlockKind::TableRow) begins = ends = std::nullopt;
      const Claim* begin = nullptr;
      const Claim* end = nullptr;
      for (std::uint32_t i = row + 1; i < blocks.size() && blocks[i].parent == row; ++i) {
        const Block& cell = blocks[i];
        if (cell.kind != BlockKind::TableCell) break;
        if (begins_.found_in(file.text.utf8(), cell.text)) begins = cell.level;
        if (ends_.found_in(file.text.utf8(), cell.text)) ends = cell.level;
        if (begins == cell.level) begin = date_in(file, cell.text);
        if (ends == cell.level) end = date_in(file, cell.text);
      }
      if (begin != nullptr && end != nullptr) check_ends(file, *begin, *end, sink);
    }
  }

  static const Claim* date_in(const FileView& file, Span cell) {
    const auto first = std::lower_bound(
        file.claims.begin(), file.claims.end(), cell.begin,
        [](const Claim& claim, std::uint32_t at) { return claim.span.begin < at; });
    const bool dated = first != file.claims.end() && first->span.end <= cell.end;
    return dated && days_of(first->value) ? &*first : nullptr;
  }

  static void check_ends(const FileView& file, const Claim& begin, const Claim& end, Sink& sink) {
    const std::optional<Bounds> first = days_of(begin.value);
    const std::optional<Bounds> last = days_of(end.value);
    if (!first || !last || first->low <= last->low) return;
    Finding& finding = sink.add({file.source.id, hull(begin.span, end.span)},
                                {{"begin", words_of(file, begin)}, {"end", words_of(file, end)}});
    finding.narrative = begin.narrative;
  }

  std::string attribute_;
  Pattern begins_;  // headers of columns
  Pattern ends_;
};

/// One of the words, and nothing else.
Result<Pattern> header(const Options& options, std::string_view key) {
  const std::string words = join(options.strings(key), "|");
  Result<Pattern> pattern =
      Pattern::compile(cat("(?i)^\\W*(?:", words, ")\\W*$"), options.patterns());
  if (!pattern) return options.error(key, pattern.error().message, pattern.error().hint);
  return pattern;
}

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  if (Status status = check_attribute(options, "attribute", context.claims); !status) {
    return status.error();
  }
  Result<Pattern> begins = header(options, "begins");
  if (!begins) return begins.error();
  Result<Pattern> ends = header(options, "ends");
  if (!ends) return ends.error();
  return std::unique_ptr<Rule>(std::make_unique<ReversedRule>(
      std::string(options.string("attribute")), *std::move(begins), *std::move(ends)));
}

}  // namespace

Kind reversed_kind() {
  using toml_doc::FieldType;
  return {"reversed",
          "a stretch of time that ends before it begins",
          {"begin", "end"},
          {},
          {{"attribute", FieldType::String, "of the two dates, as roles before and after", true},
           {"begins", FieldType::Strings, "headers of columns of beginnings", true},
           {"ends", FieldType::Strings, "headers of columns of ends", true}},
          compile};
}

}  // namespace starlint
