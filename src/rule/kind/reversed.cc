// reversed: two dates told as the beginning and the end of one stretch, the end before the
// beginning: in a sentence, in two columns of a table, or far apart in one story.
#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "claim/claim_order.h"
#include "rule/kind/background.h"
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

/// The dates of one story or section at which it says that something began and ended.
struct Ends {
  std::vector<const Claim*> begins;
  std::vector<const Claim*> ends;
};

class ReversedRule : public Rule {
 public:
  struct Spec {
    std::string attribute;  // of both dates of one phrase
    std::string begin;      // of a date that begins what a story tells of
    std::string end;
    Pattern begins;  // headers of columns
    Pattern ends;
  };

  ReversedRule(const ClaimPatterns& patterns, Spec spec)
      : patterns_(patterns), spec_(std::move(spec)) {}

  void check(const FileView& file, Sink& sink) const override {
    const Claim* begin = nullptr;
    for (const Claim& claim : file.claims) {
      if (claim.attribute != spec_.attribute || claim.modality != Modality::Asserted) continue;
      if (claim.role == Role::Before) begin = &claim;
      if (claim.role != Role::After || begin == nullptr) continue;
      if (begin->sentence == claim.sentence) check_ends(file, *begin, claim, sink);
      begin = nullptr;
    }
    check_tables(file, sink);
    check_settings(file, sink);
  }

 private:
  /// What a story or section tells of has one beginning and one end: where it names more of them,
  /// they are of several things.
  void check_settings(const FileView& file, Sink& sink) const {
    for (const Setting& setting : settings_of(file, patterns_)) {
      Ends told;
      for (auto claim = claims_from(file.claims, setting.span.begin);
           claim != file.claims.end() && claim->span.begin < setting.span.end; ++claim) {
        if (claim->modality != Modality::Asserted) continue;
        if (claim->attribute == spec_.begin) told.begins.push_back(&*claim);
        if (claim->attribute == spec_.end) told.ends.push_back(&*claim);
      }
      if (told.begins.size() != 1 || told.ends.size() != 1) continue;
      const Claim& begin = *told.begins.front();
      const Claim& end = *told.ends.front();
      // What is told behind the end may begin something else.
      if (begin.sentence < end.sentence) check_order(file, begin, end, sink);
    }
  }

  static void check_order(const FileView& file, const Claim& begin, const Claim& end, Sink& sink) {
    const std::optional<Bounds> first = days_of(begin.value);
    const std::optional<Bounds> last = days_of(end.value);
    if (!first || !last || last->high > first->low) return;
    Finding& finding =
        sink.add({file.source.id, end.span},
                 {{"begin", words_of(file, begin)}, {"end", words_of(file, end)}}, "order");
    finding.narrative = end.narrative;
    add_places(file, {&begin}, sink.info(), finding);
  }

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
        if (spec_.begins.found_in(file.text.utf8(), cell.text)) begins = cell.level;
        if (spec_.ends.found_in(file.text.utf8(), cell.text)) ends = cell.level;
        if (begins == cell.level) begin = date_in(file, cell.text);
        if (ends == cell.level) end = date_in(file, cell.text);
      }
      if (begin != nullptr && end != nullptr) check_ends(file, *begin, *end, sink);
    }
  }

  static const Claim* date_in(const FileView& file, Span cell) {
    const auto first = claims_from(file.claims, cell.begin);
    const bool dated = first != file.claims.end() && first->span.end <= cell.end;
    return dated && days_of(first->value) ? &*first : nullptr;
  }

  static void check_ends(const FileView& file, const Claim& begin, const Claim& end, Sink& sink) {
    const std::optional<Bounds> first = days_of(begin.value);
    const std::optional<Bounds> last = days_of(end.value);
    if (!first || !last || first->low <= last->low) return;
    Finding& finding =
        sink.add({file.source.id, hull(begin.span, end.span)},
                 {{"begin", words_of(file, begin)}, {"end", words_of(file, end)}}, "order");
    finding.narrative = begin.narrative;
  }

  const ClaimPatterns& patterns_;
  Spec spec_;
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
  for (const std::string_view key : {"attribute", "begin", "end"}) {
    if (Status status = check_attribute(options, key, context.claims); !status) {
      return status.error();
    }
  }
  Result<Pattern> begins = header(options, "begins");
  if (!begins) return begins.error();
  Result<Pattern> ends = header(options, "ends");
  if (!ends) return ends.error();
  return std::unique_ptr<Rule>(std::make_unique<ReversedRule>(
      context.claims,
      ReversedRule::Spec{std::string(options.string("attribute")),
                         std::string(options.string("begin")), std::string(options.string("end")),
                         *std::move(begins), *std::move(ends)}));
}

}  // namespace

Kind reversed_kind() {
  using toml_doc::FieldType;
  return {"reversed",
          "a stretch of time that ends before it begins",
          {"begin", "end", "text"},
          {"order", "place"},
          {{"attribute", FieldType::String, "of the two dates, as roles before and after", true},
           {"begin", FieldType::String, "attribute of dates at which what a story tells of began",
            true},
           {"end", FieldType::String, "attribute of dates at which it ended", true},
           {"begins", FieldType::Strings, "headers of columns of beginnings", true},
           {"ends", FieldType::Strings, "headers of columns of ends", true}},
          compile};
}

}  // namespace starlint
