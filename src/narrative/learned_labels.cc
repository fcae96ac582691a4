#include "narrative/learned_labels.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::uint32_t kTwice = 2;

/// A label, known or not, with the component that it has or would have.
struct Lead {
  Label label;
  std::string form;   // how it is written: equal for labels that belong together
  std::string words;  // folded
  std::optional<Slot> known;
  std::optional<Slot> guess;
};

class Learner {
 public:
  explicit Learner(Page& page) : page_(page) {}

  void learn() {
    if (page_.labels.empty()) return;
    collect();
    for (auto& [form, leads] : forms_) {
      guess_between(leads);
      take(leads);
      std::erase_if(leads, [](const Lead& lead) { return !lead.known && !lead.label.open; });
      guess(leads);
      take(leads);
    }
  }

 private:
  void collect() {
    for (std::uint32_t row = 0; row < page_.row_count(); ++row) {
      if (!page_.rows[row].prose || page_.rows[row].cell) continue;
      Lead lead;
      if (const Label* label = page_.label(row)) {
        if (label->letter || label->question || label->concepts.empty()) continue;
        lead.label = *label;
        lead.known = page_.rules->frameworks.concepts[label->concepts[0]].slots[0];
      } else {
        std::optional<Label> unknown = defined_term(row);
        if (!unknown) {
          unknown = read_unknown_label(page_.text->utf8(), page_.rows[row], *page_.rules);
        }
        if (!unknown) continue;
        lead.label = *std::move(unknown);
      }
      lead.label.row = row;
      lead.form = form_of(lead.label);
      lead.words = fold(page_.slice(lead.label.word));
      forms_[lead.form].push_back(std::move(lead));
    }
  }

  /// "What came out" over ": No more quarrels.", as definitions are written, or over a deeper line.
  std::optional<Label> defined_term(std::uint32_t row) const {
    constexpr std::ptrdiff_t kTermBlanks = 5;
    if (row + 1 >= page_.row_count() || page_.rows[row].heading) return std::nullopt;
    const std::string_view term = page_.slice(page_.rows[row].content);
    const std::string_view opener = term.substr(0, term.find(' '));
    const Row& below = page_.rows[row + 1];
    const bool deeper = below.prose && below.indent > page_.rows[row].indent &&
                        page_.rules->clause_openers.contains(fold(opener));
    const bool defined = deeper || page_.slice(below.content).starts_with(": ");
    if (!defined || term.ends_with('?') || term.ends_with('.') ||
        std::count(term.begin(), term.end(), ' ') > kTermBlanks) {
      return std::nullopt;
    }
    Label label;
    label.word = page_.rows[row].content;
    label.body = label.word.end;
    label.marked = label.open = true;
    return label;
  }

  /// A heading's level, or the mark before the word and whether a colon follows.
  std::string form_of(const Label& label) const {
    const Row& row = page_.rows[label.row];
    if (row.heading && !row.soft) return {'h', static_cast<char>('0' + row.level)};
    const std::string_view utf8 = page_.text->utf8();
    const char mark = label.word.begin == 0 ? ' ' : utf8[label.word.begin - 1];
    const char before = mark == '*' || mark == '_' ? mark : ' ';
    const std::string_view behind =
        page_.slice({label.word.end, std::max(label.word.end, label.body)});
    return {before, behind.find(':') == std::string_view::npos ? ' ' : ':'};
  }

  /// "Setting", "Duty", "Steps", "Ending", of which the first and the last are known: the two
  /// between them tell the Task and the Action; one alone tells the Action.
  static void guess_between(std::vector<Lead>& leads) {
    for (std::size_t i = 0; i < leads.size(); ++i) {
      if (leads[i].known != Slot::Situation && leads[i].known != Slot::Task) continue;
      std::size_t next = i + 1;
      while (next < leads.size() && !leads[next].known) ++next;
      const std::size_t unknown = next - i - 1;
      const std::size_t most = leads[i].known == Slot::Situation ? 2 : 1;
      if (next == leads.size() || leads[next].known != Slot::Result) continue;
      if (unknown == 0 || unknown > most) continue;
      leads[next - 1].guess = Slot::Action;
      if (unknown == 2) leads[i + 1].guess = Slot::Task;
    }
  }

  /// What the unknown ones around each Action would be, and before each Task.
  static void guess(std::vector<Lead>& leads) {
    for (std::size_t i = 0; i < leads.size(); ++i) {
      const bool acts = leads[i].known == Slot::Action;
      if (!acts && leads[i].known != Slot::Task) continue;
      if (acts && i + 1 < leads.size() && !leads[i + 1].known) leads[i + 1].guess = Slot::Result;
      std::size_t first = i;
      while (first > 0 && !leads[first - 1].known && !leads[first - 1].guess) --first;
      const std::optional<Slot> before = first == 0 ? std::nullopt : leads[first - 1].known;
      const std::size_t unknown = i - first;
      if (acts && before == Slot::Situation && unknown == 1) leads[first].guess = Slot::Task;
      if (before == Slot::Situation || before == Slot::Task) continue;
      if (unknown == 1 || (acts && unknown == 2)) leads[first].guess = Slot::Situation;
      // "What I was", "What was broken", and the Task: what stands next to it is the setting.
      if (unknown >= 2 && !acts) leads[i - 1].guess = Slot::Situation;
      if (acts && unknown == 2) leads[first + 1].guess = Slot::Task;
    }
  }

  /// Gives their components to the words that can mean only one.
  void take(std::vector<Lead>& leads) {
    std::set<Slot> known;
    std::map<std::string_view, std::set<Slot>> meanings;
    std::map<std::string_view, std::uint32_t> counts;
    std::set<std::string_view> elsewhere;  // clauses that also stand where they have no component
    for (const Lead& lead : leads) {
      if (lead.known) known.insert(*lead.known);
      if (lead.known) continue;
      if (lead.guess) meanings[lead.words].insert(*lead.guess);
      if (lead.guess) ++counts[lead.words];
      if (!lead.guess && lead.label.open) elsewhere.insert(lead.words);
    }
    for (std::size_t i = 0; i < leads.size(); ++i) {
      Lead& lead = leads[i];
      const auto found = meanings.find(lead.words);
      if (lead.known || found == meanings.end() || found->second.size() > 1) continue;
      const Slot slot = *found->second.begin();
      if (known.contains(slot) || elsewhere.contains(lead.words)) continue;
      const bool again = counts[lead.words] >= kTwice;
      const bool sure = lead.guess && lead.label.open && !lead.label.question;
      if (!again && (!sure || !stands_by_two(leads, i))) continue;
      add(lead, slot);
      lead.known = slot;
    }
  }

  /// "What I did" and "What was asked of me" right before or behind it, or around it.
  static bool stands_by_two(const std::vector<Lead>& leads, std::size_t i) {
    constexpr std::size_t kBeside = 2;
    std::size_t count = 0;
    for (std::size_t j = i - std::min(i, kBeside); j < std::min(leads.size(), i + kBeside + 1);
         ++j) {
      if (leads[j].known) ++count;
    }
    return count >= kTwice;
  }

  void add(const Lead& lead, Slot slot) {
    const std::vector<Concept>& concepts = page_.rules->frameworks.concepts;
    const auto found = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& one) {
      return one.slots[0] == slot && !one.theme && !one.common;
    });
    if (found == concepts.end()) return;
    page_.label_of_row[lead.label.row] = static_cast<std::uint32_t>(page_.labels.size());
    page_.labels.push_back(lead.label);
    page_.labels.back().question = false;
    page_.labels.back().concepts = {static_cast<ConceptId>(found - concepts.begin())};
  }

  Page& page_;
  std::map<std::string, std::vector<Lead>> forms_;
};

}  // namespace

void learn_labels(Page& page) { Learner(page).learn(); }

}  // namespace starlint
