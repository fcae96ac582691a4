#include <algorithm>
#include <array>

#include "json/value.h"
#include "outline/readers.h"

namespace starlint {

namespace {

constexpr std::array<std::string_view, 6> kTitles = {"name",         "company",     "position",
                                                     "organization", "institution", "title"};
constexpr std::array<std::string_view, 5> kPost = {"name", "company", "position", "startDate",
                                                   "endDate"};
constexpr std::array<std::string_view, 4> kProse = {"label", "summary", "description",
                                                    "highlights"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// A string of an entry, by its key; those of an array share theirs.
struct Field {
  std::string_view key;
  Span text;
};

class ResumeReader {
 public:
  explicit ResumeReader(std::string_view text) : text_(text) {
    outline_.format = NoteFormat::Resume;
  }

  Outline read() {
    const Result<JsonValue> root = parse_json(text_, {});
    if (!root) return std::move(outline_);
    for (const auto& [section, value] : root->members) {
      next_string();
      if (value.kind != JsonValue::Kind::Array) {
        read_entry(section, value);
        continue;
      }
      for (const JsonValue& entry : value.items) read_entry(section, entry);
    }
    return std::move(outline_);
  }

 private:
  /// The next string of the text, without its quotes. The tree has the strings in the same order.
  Span next_string() {
    std::size_t begin = text_.find('"', at_) + 1;
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2U : 1U;
    at_ = end + 1;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void collect(std::string_view key, const JsonValue& value, std::vector<Field>& out) {
    if (value.kind == JsonValue::Kind::String) {
      const Span text = next_string();
      const bool plain = text_.substr(text.begin, text.size()).find('\\') == std::string_view::npos;
      if (plain && !text.empty()) out.push_back({key, text});
    }
    for (const JsonValue& item : value.items) collect(key, item, out);
    for (const auto& [name, member] : value.members) {
      next_string();
      collect(name, member, out);
    }
  }

  void read_entry(std::string_view section, const JsonValue& value) {
    std::vector<Field> fields;
    collect({}, value, fields);
    const bool post = section == "work";
    const auto says = [&](const Field& field) {
      return among(kProse, field.key) || (post && among(kPost, field.key));
    };
    if (std::none_of(fields.begin(), fields.end(), says)) return;
    heading_ = row_ = kNone;
    for (const Field& field : fields) {
      if (heading_ == kNone && section != "basics" && among(kTitles, field.key)) {
        heading_ = add({BlockKind::Heading, 2, kNone, field.text, field.text});
      } else if (post && among(kPost, field.key)) {
        add_cell(field.text);
      } else if (among(kProse, field.key)) {
        const BlockKind kind =
            field.key == "highlights" ? BlockKind::ListItem : BlockKind::Paragraph;
        const std::uint8_t level = kind == BlockKind::ListItem ? 1 : 0;
        add({kind, level, heading_, field.text, field.text});
      }
    }
  }

  /// The row of a post holds what tells it from others: where, as what, from when to when.
  void add_cell(Span text) {
    if (row_ == kNone) row_ = add({BlockKind::TableRow, 0, heading_, text, text});
    Block& row = outline_.blocks[row_];
    row.span = row.text = hull(row.span, text);
    const auto column = static_cast<std::uint8_t>(outline_.blocks.size() - row_ - 1);
    add({BlockKind::TableCell, column, row_, text, text});
  }

  std::uint32_t add(const Block& block) {
    outline_.blocks.push_back(block);
    return static_cast<std::uint32_t>(outline_.blocks.size()) - 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Outline outline_;
  std::uint32_t heading_ = kNone;  // of the entry
  std::uint32_t row_ = kNone;
};

}  // namespace

Outline read_resume(const Text& text) { return ResumeReader(text.utf8()).read(); }

}  // namespace starlint
