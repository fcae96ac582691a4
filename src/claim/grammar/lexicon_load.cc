// TOML of one language → Lexicon. Every key is declared here; an unknown one is an error with its
// place and the nearest known key.
#include <algorithm>
#include <functional>

#include "base/strings.h"
#include "claim/grammar/lexicon.h"
#include "claim/grammar/lexicon_fields.h"
#include "claim/grammar/scan.h"
#include "toml/fields.h"

namespace starlint {

using Node = toml_doc::Value;

class LexiconLoader {
 public:
  explicit LexiconLoader(std::vector<std::string> plurals) : plurals_(std::move(plurals)) {}
  Status read(const Document& document);
  Lexicon finish();

 private:
  using Assign = std::function<void(Meaning&)>;
  using AssignNumber = std::function<void(Meaning&, double)>;

  /// The states of a phrase, first to last, made on first sight.
  void enter(std::string_view phrase, std::uint32_t& first_word, std::uint32_t& last_state);
  void add(std::string_view phrase, bool starts, const Assign& assign);
  /// The phrase and its plurals.
  void add_name(std::string_view phrase, const Assign& assign);
  Status read_numbers(std::string_view key, bool starts, const AssignNumber& assign);
  Status read_words();
  Status read_dates();
  Status read_phrases();
  Status read_vague();
  Status read_suffixes(std::string_view key, bool loose);
  Status read_events();
  Status read_units();
  Status read_currencies();
  std::uint32_t word(std::string_view text);

  Lexicon lexicon_;
  const Node* root_ = nullptr;
  std::string_view path_;
  std::vector<std::string> plurals_;
};

Status LexiconLoader::read(const Document& document) {
  root_ = &document.root;
  path_ = document.path;
  for (const std::string& ending : toml_doc::strings_of(*root_, "ordinal_endings")) {
    add(ending, false, [](Meaning& meaning) { meaning.ordinal_ending = true; });
  }
  if (root_->find("order") != nullptr) {
    lexicon_.month_first_ = toml_doc::string_of(*root_, "order") == "mdy";
  }
  for (const auto step :
       {&LexiconLoader::read_words, &LexiconLoader::read_dates, &LexiconLoader::read_phrases,
        &LexiconLoader::read_vague, &LexiconLoader::read_events, &LexiconLoader::read_units,
        &LexiconLoader::read_currencies}) {
    if (Status status = (this->*step)(); !status) return status;
  }
  return success();
}

Lexicon LexiconLoader::finish() { return std::move(lexicon_); }

std::uint32_t LexiconLoader::word(std::string_view text) {
  const std::uint32_t id = lexicon_.words_.add(ascii_lower(text));
  if (id >= lexicon_.first_.size()) {
    lexicon_.first_.resize(id + 1, Lexicon::kStart);
    lexicon_.starts_.resize(id + 1, 0);
    lexicon_.reach_.resize(id + 1, 0);
  }
  if (text.size() == 1 && classify_ascii(text[0]) == Glyph::Symbol) {
    lexicon_.symbols_[static_cast<std::uint8_t>(text[0])] = id;
  }
  return id;
}

void LexiconLoader::enter(std::string_view phrase, std::uint32_t& first_word,
                          std::uint32_t& last_state) {
  std::uint32_t state = Lexicon::kStart;
  for (std::size_t at = 0, next = 0; at < phrase.size(); at = next) {
    const Glyph glyph = glyph_at(phrase, at, next);
    if (glyph == Glyph::Space) continue;
    while (glyph == Glyph::Letter && next < phrase.size()) {
      std::size_t end = next;
      if (glyph_at(phrase, next, end) != Glyph::Letter) break;
      next = end;
    }
    const std::uint32_t id = word(phrase.substr(at, next - at));
    if (state == Lexicon::kStart) first_word = id;
    std::uint32_t& target = state == Lexicon::kStart
                                ? lexicon_.first_[id]
                                : lexicon_.steps_[std::uint64_t{state} << 32U | id];
    if (target == 0) {
      target = static_cast<std::uint32_t>(lexicon_.meanings_.size());
      lexicon_.meanings_.emplace_back();
    }
    state = target;
  }
  last_state = state;
}

void LexiconLoader::add(std::string_view phrase, bool starts, const Assign& assign) {
  if (trim(phrase).empty()) return;
  std::uint32_t first_word = kNone;
  std::uint32_t state = Lexicon::kStart;
  enter(phrase, first_word, state);
  assign(lexicon_.meanings_[state]);
  lexicon_.reach_[first_word] |= facet::all(lexicon_.meanings_[state]);
  if (starts) lexicon_.starts_[first_word] = 1;
}

void LexiconLoader::add_name(std::string_view phrase, const Assign& assign) {
  add(phrase, false, assign);
  if (!is_ascii_alpha(phrase.back())) return;
  for (const std::string& plural : plurals_) add(cat(phrase, plural), false, assign);
}

Status LexiconLoader::read_numbers(std::string_view key, bool starts, const AssignNumber& assign) {
  const Node* table = root_->find(key);
  if (table == nullptr) return success();
  for (const Node::Member& member : table->members) {
    if (!member.value.is(toml_doc::Type::Integer) && !member.value.is(toml_doc::Type::Float)) {
      return toml_doc::error_at(member.value, path_, cat("'", member.key, "' must be a number"));
    }
    add(member.key, starts, [&](Meaning& meaning) { assign(meaning, member.value.number); });
  }
  return success();
}

Status LexiconLoader::read_words() {
  const auto plural_number = [this](std::string_view key, const AssignNumber& assign) -> Status {
    const Node* table = root_->find(key);
    if (table == nullptr) return success();
    for (const Node::Member& member : table->members) {
      add_name(member.key, [&](Meaning& meaning) { assign(meaning, member.value.number); });
    }
    return success();
  };
  const auto number_word = [](NumberWord role) {
    return [role](Meaning& meaning, double value) {
      meaning.number = role;
      meaning.value = value;
    };
  };
  const auto denominator = [](Meaning& m, double v) { m.denominator = static_cast<int>(v); };
  if (Status s = read_numbers("below20", true, number_word(NumberWord::Below20)); !s) return s;
  if (Status s = read_numbers("tens", true, number_word(NumberWord::Tens)); !s) return s;
  if (Status s = read_numbers("scales", true, number_word(NumberWord::Scale)); !s) return s;
  if (Status s = plural_number("scales", number_word(NumberWord::Scale)); !s) return s;
  if (Status s = read_numbers("fractions", true, denominator); !s) return s;
  if (Status s = plural_number("fractions", denominator); !s) return s;
  if (Status s = read_numbers("fraction_plurals", false, denominator); !s) return s;
  if (Status s = read_numbers("fraction_signs", true, [](Meaning& m, double v) { m.fraction = v; });
      !s) {
    return s;
  }
  if (Status s = read_suffixes("suffixes", false); !s) return s;
  if (Status s = read_suffixes("loose_suffixes", true); !s) return s;
  // "two thirds": the plural of an ordinal is a denominator.
  if (const Node* ordinals = root_->find("ordinals")) {
    for (const Node::Member& member : ordinals->members) {
      for (const std::string& plural : plurals_) {
        if (member.value.number < 3) continue;
        add(cat(member.key, plural), false,
            [&](Meaning& meaning) { denominator(meaning, member.value.number); });
      }
    }
  }
  return read_numbers("ordinals", true,
                      [](Meaning& m, double v) { m.ordinal = static_cast<int>(v); });
}

Status LexiconLoader::read_dates() {
  const auto small = [](std::uint8_t Meaning::*field) {
    return [field](Meaning& meaning, double value) {
      meaning.*field = static_cast<std::uint8_t>(value);
    };
  };
  if (Status s = read_numbers("months", true, small(&Meaning::month)); !s) return s;
  if (Status s = read_numbers("weekdays", true, small(&Meaning::weekday)); !s) return s;
  return read_numbers("seasons", true, small(&Meaning::season));
}

Status LexiconLoader::read_phrases() {
  if (const Node* cues = root_->find("cues")) {
    for (const CueName& name : kCues) {
      for (const std::string& phrase : toml_doc::strings_of(*cues, name.key)) {
        add(phrase, name.starts, [&](Meaning& meaning) {
          meaning.cues |= std::uint64_t{1} << static_cast<unsigned>(name.cue);
        });
      }
    }
  }
  const auto read_side = [this](std::string_view key, bool starts,
                                Qualifier Meaning::*side) -> Status {
    const Node* table = root_->find(key);
    if (table == nullptr) return success();
    for (const QualifierName& name : kQualifiers) {
      for (const std::string& phrase : toml_doc::strings_of(*table, name.key)) {
        add(phrase, starts, [&](Meaning& meaning) { meaning.*side = name.qualifier; });
      }
    }
    return success();
  };
  if (Status s = read_side("qualifiers", true, &Meaning::before); !s) return s;
  return read_side("qualifiers_after", false, &Meaning::after);
}

Status LexiconLoader::read_vague() {
  const Node* table = root_->find("vague");
  if (table == nullptr) return success();
  for (const Node::Member& member : table->members) {
    const std::vector<Node>& ends = member.value.items;
    if (ends.size() != 2) {
      return toml_doc::error_at(member.value, path_,
                                cat("'", member.key, "' must be [least, most]"));
    }
    add(member.key, true, [&](Meaning& meaning) {
      meaning.vague_low = ends[0].number;
      meaning.vague_high = ends[1].number;
    });
  }
  return success();
}

Status LexiconLoader::read_suffixes(std::string_view key, bool loose) {
  const Node* table = root_->find(key);
  if (table == nullptr) return success();
  for (const Node::Member& member : table->members) {
    auto& known = lexicon_.suffixes_;
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const auto& suffix) { return suffix.text == member.key; });
    if (same != known.end()) {
      same->loose = loose;
    } else {
      known.push_back({member.key, member.value.number, loose});
    }
  }
  return success();
}

Status LexiconLoader::read_events() {
  const Node* tables = root_->find("event");
  if (tables == nullptr) return success();
  for (const Node& table : tables->items) {
    const auto index = static_cast<std::int16_t>(lexicon_.events_.size());
    lexicon_.events_.push_back({static_cast<int>(toml_doc::number_of(table, "year")),
                                static_cast<int>(toml_doc::number_of(table, "month")),
                                static_cast<int>(toml_doc::number_of(table, "months", 1))});
    for (const std::string& name : toml_doc::strings_of(table, "names")) {
      add(name, false, [&](Meaning& meaning) { meaning.event = index; });
    }
  }
  return success();
}

Status LexiconLoader::read_units() {
  const Node* tables = root_->find("unit");
  if (tables == nullptr) return success();
  for (const Node& table : tables->items) {
    const auto index = static_cast<std::int16_t>(lexicon_.units_.size());
    lexicon_.units_.push_back({std::string(toml_doc::string_of(table, "name")),
                               std::string(toml_doc::string_of(table, "dimension")),
                               toml_doc::number_of(table, "factor")});
    const auto names = [&](std::string_view key, Attachment attachment) {
      for (const std::string& name : toml_doc::strings_of(table, key)) {
        const Assign assign = [&](Meaning& meaning) {
          meaning.unit = index;
          meaning.attachment = attachment;
        };
        attachment == Attachment::Free ? add_name(name, assign) : add(name, false, assign);
      }
    };
    names("names", Attachment::Free);
    names("digits", Attachment::Digits);
    names("glued", Attachment::Glued);
    for (const std::string& name : toml_doc::strings_of(table, "short")) {
      add(name, false, [&](Meaning& meaning) { meaning.short_unit = index; });
    }
  }
  return success();
}

Status LexiconLoader::read_currencies() {
  const Node* tables = root_->find("currency");
  if (tables == nullptr) return success();
  const Node* scales = root_->find("currency_scales");
  for (const Node& table : tables->items) {
    const auto index = static_cast<std::int16_t>(lexicon_.currencies_.size());
    const std::string code(toml_doc::string_of(table, "code"));
    lexicon_.currencies_.push_back({code});
    const auto behind = [index](double scale) {
      return [index, scale](Meaning& meaning) {
        meaning.currency = index;
        meaning.currency_scale = scale;
      };
    };
    for (const std::string& name : toml_doc::strings_of(table, "names")) {
      add_name(name, behind(toml_doc::number_of(table, "scale", 1)));
      if (scales == nullptr || ascii_lower(code) != name) continue;
      for (const Node::Member& scale : scales->members) {
        add(cat(scale.key, name), false, behind(scale.value.number));
      }
    }
    for (const std::string& name : toml_doc::strings_of(table, "prefixes")) {
      add(name, true, [index](Meaning& meaning) {
        meaning.currency = index;
        meaning.before_number = true;
      });
    }
  }
  return success();
}

bool Lexicon::is_lexicon(const Node& root) {
  const auto& fields = document_fields();
  return std::any_of(fields.begin(), fields.end(), [&](const toml_doc::Field& field) {
    return field.name != "language" && root.find(field.name) != nullptr;
  });
}

Result<Lexicon> Lexicon::load(const std::vector<Document>& documents, std::string_view language) {
  std::vector<const Document*> chosen;
  std::vector<std::string> plurals;
  for (const Document& document : documents) {
    if (toml_doc::string_of(document.root, "language") != language) continue;
    if (Status s = toml_doc::check_fields(document.root, document_fields(), document.path); !s) {
      return s.error();
    }
    chosen.push_back(&document);
    for (const std::string& ending : toml_doc::strings_of(document.root, "plurals")) {
      plurals.push_back(ending);
    }
  }
  LexiconLoader loader(std::move(plurals));
  for (const Document* document : chosen) {
    if (Status s = loader.read(*document); !s) return s.error();
  }
  return loader.finish();
}

}  // namespace starlint
