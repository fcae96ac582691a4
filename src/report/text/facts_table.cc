// `starlint facts` for people: a ledger of what was told of each project, where no project is known
// of each file, with the sums that add up and the facts that some finding disputes.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/strings.h"
#include "claim/tally.h"
#include "report/report.h"
#include "report/text/style.h"
#include "report/text/summary.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr std::size_t kWidestValue = 36;  // cells
constexpr std::size_t kGap = 2;

struct Row {
  std::string label;
  std::string value;
  std::string place;
  std::string remark;
  std::string_view color;
};

/// Rows under one heading, by label; those of one label in the order of the notes.
struct Page {
  std::string heading;
  std::vector<Row> rows;
};

/// The rules whose findings name a claim as one of their places, by the claim's place.
std::map<Location, std::set<std::string>> disputes_of(const LintRun& run) {
  std::map<Location, std::set<std::string>> out;
  for (const Finding& finding : run.findings) {
    if (finding.related.empty() || finding.suppression) continue;
    const std::string& id = run.rules->info(finding.rule).id;
    out[finding.where].insert(id);
    for (const Related& other : finding.related) out[other.where].insert(id);
  }
  return out;
}

/// A whole with its parts, as one list or sum told them.
struct Tied {
  std::vector<Value> parts;
  const Claim* whole = nullptr;
  bool shares = false;
};

/// The lists of a file whose parts make their whole.
std::set<std::uint32_t> ties_of(const FileResult& file) {
  std::map<std::uint32_t, Tied> lists;
  for (const Claim& claim : file.claims) {
    if (claim.group == kNone || claim.modality != Modality::Asserted) continue;
    Tied& list = lists[claim.group];
    list.shares = list.shares || claim.role == Role::Share;
    if (claim.role == Role::Total) {
      list.whole = &claim;
    } else {
      list.parts.push_back(claim.value);
    }
  }
  std::set<std::uint32_t> ties;
  for (const auto& [group, list] : lists) {
    if (list.parts.size() < 2 || (!list.shares && list.whole == nullptr)) continue;
    const Sum sum =
        list.shares ? check_split(list.parts) : check_sum(list.parts, list.whole->value);
    if (sum.tally == Tally::Tie) ties.insert(group);
  }
  return ties;
}

class Ledger {
 public:
  Ledger(const LintRun& run, const Style& style)
      : run_(run), style_(style), disputes_(disputes_of(run)) {
    for (const auto& file : run.files) add_file(*file);
    for (Page& page : pages_) {
      std::stable_sort(page.rows.begin(), page.rows.end(),
                       [](const Row& a, const Row& b) { return a.label < b.label; });
    }
  }

  void write(std::string& out) const {
    std::size_t label = 0;
    std::size_t value = 0;
    std::size_t place = 0;
    for (const Page& page : pages_) {
      for (const Row& row : page.rows) {
        label = std::max(label, display_width(row.label));
        value = std::max(value, display_width(row.value));
        place = std::max(place, display_width(row.place));
      }
    }
    for (const Page& page : pages_) {
      out += cat(style_.bold, page.heading, style_.off, "\n");
      for (const Row& row : page.rows) {
        out += cat("  ", padded(row.label, label), padded(row.value, value));
        out += row.remark.empty() ? row.place : padded(row.place, place);
        if (!row.remark.empty()) out += cat(row.color, row.remark, style_.off);
        out += '\n';
      }
      out += '\n';
    }
    out += cat(counted(facts_, "fact", "facts"), ", ", disputed_, " disputed, in ",
               counted(run_.files.size(), "file", "files"), ".\n");
  }

 private:
  static std::string padded(const std::string& text, std::size_t width) {
    return cat(text, std::string(width - display_width(text) + kGap, ' '));
  }

  void add_file(const FileResult& file) {
    const std::set<std::uint32_t> ties = ties_of(file);
    for (const Claim& claim : file.claims) {
      const Attribute* attribute = run_.rules->claims().patterns.attribute(claim.attribute);
      if (attribute == nullptr) continue;
      Row row;
      row.label = visible(attribute->label);
      row.value = value_of(file, claim);
      row.place = visible(cat(file.source.path, ":", file.text.line(claim.span.begin)));
      remark(claim, ties, row);
      page_of(file, claim).rows.push_back(std::move(row));
      ++facts_;
    }
  }

  static std::string value_of(const FileResult& file, const Claim& claim) {
    const std::string words(file.shown(claim.span));
    const std::string shown =
        claim.role == Role::PartOf && words.find(claim.subject) == std::string::npos
            ? cat(words, " (", claim.subject, ")")
            : words;
    const auto size = static_cast<std::uint32_t>(shown.size());
    return excerpt_of(shown, {0, size}, {0, 0}, kWidestValue).text;
  }

  void remark(const Claim& claim, const std::set<std::uint32_t>& ties, Row& row) {
    const auto disputed = disputes_.find(Location{claim.file, claim.span});
    if (disputed != disputes_.end()) {
      row.remark = cat("conflict ", join({disputed->second.begin(), disputed->second.end()}, ", "));
      row.color = style_.red;
      ++disputed_;
    } else if (claim.modality != Modality::Asserted) {
      row.remark = cat("(", name_of(claim.modality), ")");
      row.color = style_.dim;
    } else if (ties.count(claim.group) > 0) {
      row.remark = "✓ adds up";
    }
  }

  /// Two people's projects of one name have a page each.
  Page& page_of(const FileResult& file, const Claim& claim) {
    const auto& stories = file.narratives.stories;
    std::string heading =
        claim.narrative < stories.size() ? stories[claim.narrative].project_name : "";
    if (heading.empty()) heading = file.source.path;
    const auto [found, added] = numbers_.try_emplace({file.speaker, heading}, pages_.size());
    if (added) pages_.push_back({visible(heading), {}});
    return pages_[found->second];
  }

  const LintRun& run_;
  const Style& style_;
  std::map<Location, std::set<std::string>> disputes_;
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> numbers_;  // in pages_
  std::vector<Page> pages_;
  std::size_t facts_ = 0;
  std::size_t disputed_ = 0;
};

}  // namespace

void write_facts_text(const LintRun& run, const ReportOptions& options, std::string& out) {
  const Style style(options);
  Ledger(run, style).write(out);
}

}  // namespace starlint
