#include "narrative/project.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/strings.h"
#include "narrative/place_name.h"
#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::size_t kNearFields = 8;  // fields above a story that are looked at
constexpr std::uint32_t kOpening = 2;   // sentences of a story that may say where it was

class ProjectNamer {
 public:
  ProjectNamer(const Page& page, std::string_view path)
      : page_(page), words_(page.rules->places), path_(path) {
    read_rows();
    read_front_matter();
    read_path(path);
  }

  std::vector<PlaceField> places() const {
    std::vector<PlaceField> out;
    if (front_matter_) out.push_back({file_span(), front_matter_->key, front_matter_->employer});
    for (const Field& field : fields_) {
      out.push_back({span_of(field), field.name.key, field.name.employer});
    }
    return out;
  }

  // By its field or title. A title that is no known name means something in its own file only.
  PlaceName name_sheet(const Story& sheet, const Narrative& told) const {
    const std::string_view title = page_.slice(told.title);
    if (auto named = field_name(title, words_)) return *named;
    if (auto found = known_in(title)) return *found;
    return {cat(fold(told.title_text), " ", path_, " ", sheet.first), told.title_text, false};
  }

  // `since` is the row behind the story before. A project outranks the employer it was done for.
  std::optional<PlaceName> name(const Story& story, std::uint32_t since) const {
    std::optional<PlaceName> found = nearest(story);
    if (!found || !found->employer) return found;
    std::size_t left = kNearFields;
    for (auto at = first_field_from(story.end); at != fields_.begin() && left > 0; --left) {
      --at;
      if (at->row < since) break;
      if (!at->name.employer && (at->row >= story.first || holds(at->holder, story.first))) {
        return at->name;
      }
    }
    return found;
  }

  std::optional<PlaceName> field_inside(const Story& story) const {
    const auto found = first_field_from(story.first);
    if (found == fields_.end() || found->row >= story.end) return std::nullopt;
    return found->name;
  }

 private:
  struct Field {
    std::uint32_t row = 0;
    std::uint32_t holder = kNone;  // heading it stands under, as row
    PlaceName name;
  };

  std::optional<PlaceName> nearest(const Story& story) const {
    if (auto found = field_inside(story)) return found;
    if (auto found = from_headings(story)) return found;
    if (auto found = from_opening(story)) return found;
    if (auto found = field_above(story)) return found;
    if (front_matter_) return front_matter_;
    if (auto found = only_field()) return found;
    return file_;
  }

  void read_rows() {
    std::vector<std::uint32_t> open;  // headings
    ends_.resize(page_.row_count());
    first_heading_ = file_span().end;
    for (std::uint32_t row = 0; row < page_.row_count(); ++row) {
      const Row& line = page_.rows[row];
      if (line.heading) {
        while (!open.empty() && page_.rows[open.back()].level >= line.level) open.pop_back();
      }
      holders_.push_back(open.empty() ? kNone : open.back());
      for (const std::uint32_t heading : open) ends_[heading] = line.span.end;
      if (line.heading && open.empty()) first_heading_ = std::min(first_heading_, line.span.begin);
      if (line.heading) open.push_back(row);
      if (!line.prose) continue;
      const std::string_view text = page_.slice(line.content);
      for (const PlaceName& name : led_names(text, words_)) known_.emplace(name.key, name);
      std::optional<PlaceName> named = field_at(row);
      if (!named || (named->employer && names_interviewer(row))) continue;
      known_.emplace(named->key, *named);
      if (!line.heading) fields_.push_back({row, holders_[row], std::move(*named)});
    }
  }

  // "Project: Harbour", or the first two cells of a row.
  std::optional<PlaceName> field_at(std::uint32_t row) const {
    const std::string_view text = page_.slice(page_.rows[row].content);
    const bool cells = page_.rows[row].cell && row + 1 < page_.row_count() &&
                       page_.rows[row + 1].cell && table_row(row) == table_row(row + 1) &&
                       (row == 0 || table_row(row - 1) != table_row(row));
    if (!cells) return field_name(text, words_);
    return field_name(cat(text, ": ", page_.slice(page_.rows[row + 1].content)), words_);
  }

  std::uint32_t table_row(std::uint32_t row) const {
    return page_.outline->blocks[page_.rows[row].block].parent;
  }

  Span file_span() const { return {0, static_cast<std::uint32_t>(page_.text->utf8().size())}; }

  // Under a heading all of its section, else what stands behind the field.
  Span span_of(const Field& field) const {
    if (field.holder == kNone) return {page_.rows[field.row].span.begin, first_heading_};
    return {page_.rows[field.holder].span.begin, ends_[field.holder]};
  }

  // The company above or right under a question is the one that asks it.
  bool names_interviewer(std::uint32_t row) const {
    if (holders_[row] != kNone && page_.asks[holders_[row]] >= Ask::Question) return true;
    for (std::uint32_t next = row + 1; next < page_.row_count(); ++next) {
      if (page_.rows[next].prose) return page_.asks[next] >= Ask::Question;
    }
    return false;
  }

  void read_front_matter() {
    for (const Block& block : page_.outline->blocks) {
      if (block.kind != BlockKind::FrontMatter) continue;
      for (const std::string_view line : split(page_.slice(block.span), '\n')) {
        if (std::optional<PlaceName> named = field_name(line, words_)) front_matter_ = named;
      }
    }
  }

  // "notes/halden-shipping.md" where the notes speak of Halden Shipping.
  void read_path(std::string_view path) {
    path = path.substr(path.find_last_of("/\\") + 1);
    std::string stem(path.substr(0, path.rfind('.')));
    std::replace_if(
        stem.begin(), stem.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    if (const auto found = known_.find(fold(stem)); found != known_.end()) file_ = found->second;
  }

  std::vector<Field>::const_iterator first_field_from(std::uint32_t row) const {
    return std::lower_bound(fields_.begin(), fields_.end(), row,
                            [](const Field& field, std::uint32_t at) { return field.row < at; });
  }

  std::optional<PlaceName> from_headings(const Story& story) const {
    std::uint32_t row = story.first;
    if (!page_.rows[row].heading) row = holders_[row];
    for (; row != kNone; row = holders_[row]) {
      if (page_.asks[row] >= Ask::General) continue;
      const std::string_view text = page_.slice(page_.rows[row].content);
      if (auto named = field_name(text, words_)) return named;
      if (auto named = known_in(text)) return named;
    }
    return std::nullopt;
  }

  std::optional<PlaceName> known_in(std::string_view text) const {
    for (const PlaceName& run : name_runs(text, words_)) {
      if (const auto found = known_.find(run.key); found != known_.end()) return found->second;
    }
    return std::nullopt;
  }

  std::optional<PlaceName> from_opening(const Story& story) const {
    std::uint32_t seen = 0;
    for (std::uint32_t s = page_.first_sentence[story.body];
         s < page_.first_sentence[story.end] && seen < kOpening; ++s) {
      const Sentence& sentence = page_.sentences[s];
      if (sentence.question || sentence.heading) continue;
      ++seen;
      const std::string_view text = page_.slice(sentence.span);
      const std::vector<PlaceName> led = led_names(text, words_);
      if (!led.empty()) return led[0];
      if (auto named = known_in(text)) return named;
    }
    return std::nullopt;
  }

  // The nearest field above under a heading that holds the story, too; a project before the
  // employer it was done for.
  std::optional<PlaceName> field_above(const Story& story) const {
    std::optional<PlaceName> employer;
    auto at = first_field_from(story.first);
    for (std::size_t i = 0; i < kNearFields && at != fields_.begin(); ++i) {
      --at;
      if (!holds(at->holder, story.first)) continue;
      if (!at->name.employer) return at->name;
      if (!employer) employer = at->name;
    }
    return employer;
  }

  bool holds(std::uint32_t heading, std::uint32_t row) const {
    while (row != heading && row != kNone) row = holders_[row];
    return row == heading;
  }

  // Where a file names one place only, its stories were there.
  std::optional<PlaceName> only_field() const {
    if (fields_.empty()) return std::nullopt;
    const PlaceName* only = &fields_[0].name;
    for (const Field& field : fields_) {
      if (field.name.employer == only->employer && field.name.key != only->key) return std::nullopt;
      if (!field.name.employer) only = &field.name;
    }
    return *only;
  }

  const Page& page_;
  const PlaceWords& words_;
  std::string_view path_;
  std::vector<std::uint32_t> holders_;  // by row: the heading above it that holds it
  std::vector<std::uint32_t> ends_;     // by row of a heading: where its section ends
  std::uint32_t first_heading_ = 0;     // where it begins; without one, the end of the file
  std::vector<Field> fields_;           // by row
  std::map<std::string, PlaceName> known_;
  std::optional<PlaceName> front_matter_;
  std::optional<PlaceName> file_;
};

}  // namespace

void name_projects(const Page& page, std::string_view path, const std::vector<Story>& rows,
                   Narratives& narratives) {
  const ProjectNamer namer(page, path);
  narratives.places = namer.places();
  std::vector<Narrative>& stories = narratives.stories;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const std::uint32_t parent = stories[i].parent;
    const bool behind = i > 0 && rows[i - 1].end <= rows[i].first;
    const std::uint32_t since = behind ? rows[i - 1].end : 0;
    std::optional<PlaceName> found = stories[i].project ? namer.name_sheet(rows[i], stories[i])
                                     : parent == kNone  ? namer.name(rows[i], since)
                                                        : namer.field_inside(rows[i]);
    if (!found && parent != kNone) {
      stories[i].project_key = stories[parent].project_key;
      stories[i].project_name = stories[parent].project_name;
      stories[i].employer = stories[parent].employer;
    }
    if (!found) continue;
    stories[i].project_key = std::move(found->key);
    stories[i].project_name = std::move(found->name);
    stories[i].employer = found->employer;
  }
}

}  // namespace starlint
