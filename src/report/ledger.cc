#include "report/ledger.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/one_line.h"
#include "base/strings.h"
#include "claim/tally.h"

namespace starlint {

namespace {

using Disputes = std::map<Location, std::set<std::uint32_t>>;

/// The findings that name a claim as one of their places, by the claim's place.
Disputes disputes_of(const LintRun& run) {
  Disputes out;
  for (std::uint32_t i = 0; i < run.findings.size(); ++i) {
    const Finding& finding = run.findings[i];
    if (finding.related.empty() || finding.suppression) continue;
    out[finding.where].insert(i);
    for (const Related& other : finding.related) out[other.where].insert(i);
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

std::string words_of(const FileResult& file, const Claim& claim) {
  std::string words = one_line(file.shown(claim.span));
  return claim.role == Role::PartOf && words.find(claim.subject) == std::string::npos
             ? cat(words, " (", claim.subject, ")")
             : words;
}

/// The project as its author writes it; "" where none is known.
std::string_view project_of(const FileResult& file, const Claim& claim) {
  const auto& stories = file.narratives.stories;
  return claim.narrative < stories.size() ? std::string_view(stories[claim.narrative].project_name)
                                          : std::string_view();
}

class Bookkeeper {
 public:
  explicit Bookkeeper(const LintRun& run) : run_(run), disputes_(disputes_of(run)) {}

  Ledger keep() {
    for (const auto& file : run_.files) add_file(*file);
    for (LedgerPage& page : ledger_.pages) {
      std::stable_sort(page.rows.begin(), page.rows.end(),
                       [](const LedgerRow& a, const LedgerRow& b) { return a.label < b.label; });
    }
    return std::move(ledger_);
  }

 private:
  void add_file(const FileResult& file) {
    const std::set<std::uint32_t> ties = ties_of(file);
    for (const Claim& claim : file.claims) {
      const Attribute* attribute = run_.rules->claims().patterns.attribute(claim.attribute);
      if (attribute == nullptr) continue;
      LedgerRow row{&file, &claim, attribute->label, words_of(file, claim), {}, false};
      const auto disputed = disputes_.find(Location{claim.file, claim.span});
      if (disputed != disputes_.end()) row.disputes = disputed->second;
      row.ties = ties.count(claim.group) > 0;
      ++ledger_.facts;
      if (!row.disputes.empty()) ++ledger_.disputed;
      page_of(file, claim).rows.push_back(std::move(row));
    }
  }

  LedgerPage& page_of(const FileResult& file, const Claim& claim) {
    const std::string_view project = project_of(file, claim);
    std::string heading(project.empty() ? file.source.path : project);
    const auto [found, added] = numbers_.try_emplace({file.speaker, heading}, ledger_.pages.size());
    if (added) ledger_.pages.push_back({file.speaker, std::move(heading), !project.empty(), {}});
    return ledger_.pages[found->second];
  }

  const LintRun& run_;
  Disputes disputes_;
  std::map<std::pair<std::uint32_t, std::string>, std::size_t> numbers_;  // in pages
  Ledger ledger_;
};

}  // namespace

Ledger ledger_of(const LintRun& run) { return Bookkeeper(run).keep(); }

}  // namespace starlint
