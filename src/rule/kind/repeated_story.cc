// repeated_story: the same account told twice, word for word or nearly so.
//
// Stories are compared by their rows of four words (shingles). Rows are sorted by hash, so that
// only stories that share one ever meet: O(n log n) in the words of a speaker.
#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/strings.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

constexpr std::size_t kRow = 4;         // words a row
constexpr std::size_t kMinRows = 12;    // shorter stories have too little to compare
constexpr std::size_t kMaxSharers = 8;  // a row that more stories share is a turn of phrase

struct Told {
  const FileView* file;
  std::uint32_t index;
  std::size_t rows = 0;
  const Narrative& story() const { return file->narratives.stories[index]; }
};

struct Row {
  std::uint64_t hash;
  std::uint32_t told;
  auto operator<=>(const Row&) const = default;
};

void add_rows(const Told& told, std::uint32_t number, std::vector<Row>& rows) {
  std::vector<std::uint64_t> words;
  for (const Part& part : told.story().parts) {
    if (!part.filled) continue;
    const std::string text = ascii_lower(told.file->slice(part.span));
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const bool letter = i < text.size() &&
                          (is_ascii_alnum(text[i]) || static_cast<unsigned char>(text[i]) >= 0x80U);
      if (letter) continue;
      if (i > begin) words.push_back(hash_of(std::string_view(text).substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  for (std::size_t i = 0; i + kRow <= words.size(); ++i) {
    std::uint64_t hash = kHashSeed;
    for (std::size_t k = 0; k < kRow; ++k) hash = (hash ^ words[i + k]) * 0x100000001b3U;
    rows.push_back({hash, number});
  }
}

class RepeatedStoryRule : public Rule {
 public:
  RepeatedStoryRule(double share, bool across) : share_(share), across_(across) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<Told> all;
    std::vector<Row> rows;
    for (const FileView* file : speaker.files) {
      for (std::uint32_t i = 0; i < file->narratives.stories.size(); ++i) {
        if (!tells_event(file->narratives.stories[i])) continue;
        all.push_back({file, i});
        const std::size_t before = rows.size();
        add_rows(all.back(), static_cast<std::uint32_t>(all.size() - 1), rows);
        std::sort(rows.begin() + static_cast<std::ptrdiff_t>(before), rows.end());
        rows.erase(std::unique(rows.begin() + static_cast<std::ptrdiff_t>(before), rows.end()),
                   rows.end());
        all.back().rows = rows.size() - before;
      }
    }
    report(all, shared_rows(rows), sink);
  }

 private:
  using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t>;

  static Pairs shared_rows(std::vector<Row>& rows) {
    std::sort(rows.begin(), rows.end());
    Pairs shared;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
      while (end < rows.size() && rows[end].hash == rows[begin].hash) ++end;
      if (end - begin < 2 || end - begin > kMaxSharers) continue;
      for (std::size_t a = begin; a < end; ++a) {
        for (std::size_t b = a + 1; b < end; ++b) ++shared[{rows[a].told, rows[b].told}];
      }
    }
    return shared;
  }

  void report(const std::vector<Told>& all, const Pairs& shared, Sink& sink) const {
    std::vector<bool> reported(all.size());  // a third telling is reported against the first alone
    for (const auto& [pair, rows] : shared) {
      const Told& first = all[pair.first];
      const Told& again = all[pair.second];
      const std::size_t least = std::min(first.rows, again.rows);
      if (least < kMinRows || static_cast<double>(rows) < share_ * static_cast<double>(least))
        continue;
      if (reported[pair.second] || other_project(first, again) != across_) continue;
      reported[pair.second] = true;
      Finding& finding = sink.add(
          {again.file->source.id, head_of(*again.file, again.story())},
          {{"story", again.story().title_text},
           {"other", first.story().title_text},
           {"project", again.story().project_name},
           {"other_project", first.story().project_name},
           {"share", cat(decimal(100.0 * static_cast<double>(rows) / static_cast<double>(least), 0),
                         " %")}});
      finding.related.push_back(
          {{first.file->source.id, head_of(*first.file, first.story())}, "told here first"});
      finding.narrative = again.index;
      finding.key = key_of_sides({cat("the title ", first.story().title_text),
                                  cat("the title ", again.story().title_text)});
    }
  }

  static bool other_project(const Told& a, const Told& b) {
    const std::string& one = a.story().project_key;
    const std::string& two = b.story().project_key;
    return !one.empty() && !two.empty() && one != two;
  }

  double share_;
  bool across_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  return std::unique_ptr<Rule>(std::make_unique<RepeatedStoryRule>(
      options.number("share", 0.5), options.boolean("across_projects", false)));
}

}  // namespace

Kind repeated_story_kind() {
  using toml_doc::FieldType;
  return {"repeated_story",
          "the same account told twice",
          {"story", "other", "project", "other_project", "share"},
          {},
          {{"share", FieldType::Number,
            "shared rows of four words that make it the same (default 0.5)"},
           {"across_projects", FieldType::Boolean,
            "true: told for two projects or employers; false (default): all other repetitions"}},
          compile};
}

}  // namespace starlint
