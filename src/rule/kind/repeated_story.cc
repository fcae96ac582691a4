// repeated_story: the same account told twice, word for word or nearly so.
//
// Stories are compared by their rows of four words (shingles). Rows are brought together by hash,
// so that only stories that share one ever meet: O(n log n) in the words of a speaker.
#include <algorithm>
#include <bit>
#include <numeric>

#include "base/hash.h"
#include "base/sorted.h"
#include "base/strings.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

constexpr std::size_t kRow = 4;         // words a row
constexpr std::size_t kMinRows = 12;    // shorter stories have too little to compare
constexpr std::size_t kMaxSharers = 8;  // a row that more stories share is a turn of phrase

using Hashes = std::vector<std::uint64_t>;

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

/// The rows of a story by their hashes, sorted.
Hashes rows_of(const FileView& file, const Narrative& story) {
  Hashes words;
  for (const Part& part : story.parts) {
    if (!part.filled) continue;
    const std::string text = ascii_lower(file.slice(part.span));
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const bool letter = i < text.size() &&
                          (is_ascii_alnum(text[i]) || static_cast<unsigned char>(text[i]) >= 0x80U);
      if (letter) continue;
      if (i > begin) words.push_back(hash_of(std::string_view(text).substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  Hashes rows;
  for (std::size_t i = 0; i + kRow <= words.size(); ++i) {
    std::uint64_t hash = kHashSeed;
    for (std::size_t k = 0; k < kRow; ++k) hash = (hash ^ words[i + k]) * 0x100000001b3U;
    rows.push_back(hash);
  }
  sort_unique(rows);
  return rows;
}

/// By story of a file; none where no event is told.
using FileRows = std::vector<Hashes>;

const FileRows& rows_in(const FileView& file) {
  return file.memo.keep<FileRows>(nullptr, [&] {
    FileRows out;
    for (const Narrative& story : file.narratives.stories) {
      out.push_back(tells_event(story) ? rows_of(file, story) : Hashes());
    }
    return out;
  });
}

/// Leaves the rows that several stories may share, which few do.
void drop_lone(std::vector<Row>& rows) {
  constexpr std::size_t kSlots = 8;  // for each row, at least
  const std::size_t mask = std::bit_ceil(kSlots * rows.size() + 1) - 1;
  std::vector<std::uint8_t> met(mask + 1);  // by hash: 0, 1 or more
  for (const Row& row : rows) met[row.hash & mask] = met[row.hash & mask] == 0 ? 1 : 2;
  std::erase_if(rows, [&](const Row& row) { return met[row.hash & mask] < 2; });
}

/// Brings rows of one hash together, in the order of their stories. By a part of the hash first:
/// where stories share turns of phrase there are many, and sorting them all takes four times as
/// long.
void bring_together(std::vector<Row>& rows) {
  constexpr std::size_t kRows = 4;  // for each slot, or more
  const std::size_t mask = std::bit_ceil(rows.size() / kRows + 1) - 1;
  std::vector<std::size_t> ends(mask + 1);  // by slot
  for (const Row& row : rows) ++ends[row.hash & mask];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::size_t> begins = ends;
  std::vector<Row> sorted(rows.size());
  for (const Row& row : rows) sorted[--begins[row.hash & mask]] = row;
  const auto at = [&](std::size_t i) { return sorted.begin() + static_cast<std::ptrdiff_t>(i); };
  for (std::size_t i = 0; i < ends.size(); ++i) std::sort(at(begins[i]), at(ends[i]));
  rows = std::move(sorted);
}

/// All stories of a speaker, and how many rows two of them share.
struct Shared {
  struct Pair {
    std::uint32_t first = 0;
    std::uint32_t again = 0;
    std::size_t rows = 0;
  };
  std::vector<Told> all;
  std::vector<Pair> pairs;  // in order
};

Shared read_shared(const SpeakerView& speaker) {
  Shared out;
  std::vector<Row> rows;
  for (const FileView* file : speaker.files) {
    const FileRows& of_file = rows_in(*file);
    for (std::uint32_t i = 0; i < of_file.size(); ++i) {
      if (of_file[i].empty()) continue;
      const auto told = static_cast<std::uint32_t>(out.all.size());
      for (const std::uint64_t hash : of_file[i]) rows.push_back({hash, told});
      out.all.push_back({file, i, of_file[i].size()});
    }
  }
  drop_lone(rows);
  bring_together(rows);
  std::vector<std::vector<std::uint32_t>> behind(out.all.size());  // by story: once for each row
  for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    while (end < rows.size() && rows[end].hash == rows[begin].hash) ++end;
    if (end - begin < 2 || end - begin > kMaxSharers) continue;
    for (std::size_t a = begin; a < end; ++a) {
      for (std::size_t b = a + 1; b < end; ++b) behind[rows[a].told].push_back(rows[b].told);
    }
  }
  for (std::uint32_t first = 0; first < behind.size(); ++first) {
    std::vector<std::uint32_t>& stories = behind[first];
    std::sort(stories.begin(), stories.end());
    for (auto at = stories.begin(); at != stories.end();) {
      const auto next = std::upper_bound(at, stories.end(), *at);
      out.pairs.push_back({first, *at, static_cast<std::size_t>(next - at)});
      at = next;
    }
  }
  return out;
}

class RepeatedStoryRule : public Rule {
 public:
  RepeatedStoryRule(double share, bool across) : share_(share), across_(across) {}

  void prepare(const FileView& file) const override { rows_in(file); }

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    report(speaker.memo->keep<Shared>(nullptr, [&] { return read_shared(speaker); }), sink);
  }

 private:
  void report(const Shared& told, Sink& sink) const {
    const std::vector<Told>& all = told.all;
    std::vector<bool> reported(all.size());  // a third telling is reported against the first alone
    for (const auto& [first_told, told_again, rows] : told.pairs) {
      const Told& first = all[first_told];
      const Told& again = all[told_again];
      const std::size_t least = std::min(first.rows, again.rows);
      if (least < kMinRows || static_cast<double>(rows) < share_ * static_cast<double>(least))
        continue;
      if (reported[told_again] || other_project(first, again) != across_) continue;
      reported[told_again] = true;
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
