// damage: characters or bytes that are not what the author wrote.
#include <algorithm>

#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "text/display.h"
#include "text/utf8.h"

namespace starlint {

namespace {

constexpr std::size_t kLongestQuote = 60;

/// The text for a message: visible, and cut where it is long.
std::string quoted(std::string_view utf8) {
  std::size_t end = 0;
  std::size_t count = 0;
  while (end < utf8.size() && count++ < kLongestQuote) next_code_point(utf8, end);
  return cat(visible(utf8.substr(0, end)), end < utf8.size() ? "…" : "");
}

std::string hex_bytes(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::size_t kMost = 12;
  std::string out;
  for (const char c : bytes.substr(0, kMost)) {
    const auto byte = static_cast<unsigned char>(c);
    if (!out.empty()) out += ' ';
    out += kDigits[byte / 16];
    out += kDigits[byte % 16];
  }
  return bytes.size() > kMost ? cat(out, " …") : out;
}

std::string title_of(std::string_view text) {
  if (text.empty()) return "delete it";
  if (text == "\n" || text == "\r\n") return "write a line end";
  return cat("write '", quoted(text), "'");
}

Fix fix_of(const Damage& damage) {
  Fix fix;
  fix.safe = damage.repair == Repair::Safe;
  fix.reencode = damage.reencode;
  for (const Damage::Patch& patch : damage.patches) fix.edits.push_back({patch.span, patch.text});
  if (damage.reencode) {
    fix.title = "write the file as UTF-8";
  } else if (fix.edits.size() > 1) {
    fix.title = cat("repair ", fix.edits.size(), " places");
  } else {
    fix.title = title_of(fix.edits[0].text);
  }
  return fix;
}

class DamageRule : public Rule {
 public:
  explicit DamageRule(std::vector<DamageKind> kinds) : kinds_(std::move(kinds)) {}

  bool reads_stories() const override { return false; }

  void check(const FileView& file, Sink& sink) const override {
    for (const Damage& damage : file.damage) {
      if (std::find(kinds_.begin(), kinds_.end(), damage.kind) == kinds_.end()) continue;
      const std::string_view text = file.slice(damage.span);
      const std::uint64_t begin = file.text.byte_offset(damage.span.begin);
      const std::uint64_t end = file.text.byte_offset(damage.span.end);
      const std::string_view bytes = std::string_view(file.source.bytes).substr(begin, end - begin);
      Finding& finding =
          sink.add({file.source.id, damage.span},
                   {{"text", quoted(text)},
                    {"fixed", damage.patches.empty() ? "" : quoted(damage.patches[0].text)},
                    {"characters", spell_characters(text)},
                    {"bytes", hex_bytes(bytes)},
                    {"detail", damage.detail}},
                   damage.repair == Repair::None ? "lost" : "repaired");
      if (damage.repair != Repair::None) finding.fix = fix_of(damage);
    }
  }

 private:
  std::vector<DamageKind> kinds_;
};

void append(std::vector<std::string>& list, std::vector<std::string> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

/// The words that tell damage from text belong to the search of all rules.
Status add_words(const Options& options, DamageLexicon& lexicon) {
  append(lexicon.contraction_endings, options.strings("contraction_endings"));
  append(lexicon.list_glyphs, options.strings("glyphs"));
  append(lexicon.list_letters, options.strings("letters"));
  append(lexicon.units, options.strings("units"));
  const toml_doc::Value* entities = options.table.find("entities");
  if (entities == nullptr) return success();
  for (const toml_doc::Value::Member& entity : entities->members) {
    if (!entity.value.is(toml_doc::Type::String)) {
      return toml_doc::error_at(entity.value, options.path, "an entity must stand for a string");
    }
    lexicon.entities[entity.key] = entity.value.string;
  }
  return success();
}

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  std::vector<DamageKind> kinds;
  for (const std::string& name : options.strings("damage")) kinds.push_back(*damage_kind_of(name));
  if (Status status = add_words(options, context.damage); !status) return status.error();
  return std::unique_ptr<Rule>(std::make_unique<DamageRule>(std::move(kinds)));
}

}  // namespace

Kind damage_kind() {
  using toml_doc::FieldType;
  return {
      "damage",
      "bytes or characters that are not what the author wrote",
      {"text", "fixed", "characters", "bytes", "detail"},
      {"repaired", "lost"},
      {{"damage", FieldType::Strings, "which damage", true, damage_kind_names()},
       {"contraction_endings", FieldType::Strings, "what stands behind an apostrophe in a word"},
       {"entities", FieldType::Table, "names of character entities and what they stand for"},
       {"glyphs", FieldType::Strings, "signs that word processors paste before a list item"},
       {"letters", FieldType::Strings, "letters that a symbol font draws as a bullet"},
       {"units", FieldType::Strings, "units that a no-break space may tie to their number"}},
      compile};
}

}  // namespace starlint
