#include "claim/grammar/lexicon_fields.h"

#include "claim/file_fields.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

const std::array<CueName, 45> kCues = {{
    {"and", Cue::And, false},
    {"to", Cue::To, false},
    {"dash", Cue::Dash, false},
    {"point", Cue::Point, false},
    {"negative", Cue::Negative, true},
    {"percent", Cue::Percent, true},
    {"percent_points", Cue::PercentPoints, false},
    {"nines", Cue::Nines, false},
    {"between", Cue::Between, true},
    {"range_from", Cue::RangeFrom, true},
    {"from", Cue::From, true},
    {"article", Cue::Article, true},
    {"the", Cue::The, true},
    {"of", Cue::Of, false},
    {"not_a_number", Cue::NotANumber, false},
    {"label", Cue::Label, false},
    {"hash", Cue::Hash, false},
    {"whole", Cue::Whole, true},
    {"for", Cue::For, false},
    {"lasting", Cue::Lasting, false},
    {"ago", Cue::Ago, false},
    {"past", Cue::Past, false},
    {"clock", Cue::Clock, false},
    {"since", Cue::Since, true},
    {"before", Cue::Before, true},
    {"after", Cue::After, true},
    {"until", Cue::Until, true},
    {"present", Cue::Present, false},
    {"year_before", Cue::YearBefore, false},
    {"year_of", Cue::YearOf, true},
    {"start", Cue::Start, true},
    {"middle", Cue::Middle, true},
    {"end", Cue::End, true},
    {"quarter", Cue::Quarter, true},
    {"half_year", Cue::HalfYear, true},
    {"fiscal", Cue::Fiscal, true},
    {"old", Cue::Old, false},
    {"cents", Cue::Cents, false},
    {"equal", Cue::Equal, true},
    {"or_equal", Cue::OrEqual, false},
    {"particle_verb", Cue::ParticleVerb, false},
    {"every", Cue::Every, true},
    {"time_of", Cue::TimeOf, false},
    {"long_ago", Cue::LongAgo, false},
    {"rising_verb", Cue::RisingVerb, false},
}};

const std::array<QualifierName, 6> kQualifiers = {{{"about", Qualifier::About},
                                                   {"nearly", Qualifier::Nearly},
                                                   {"over", Qualifier::Over},
                                                   {"at_least", Qualifier::AtLeast},
                                                   {"under", Qualifier::Under},
                                                   {"at_most", Qualifier::AtMost}}};

const std::vector<Field>& document_fields() {
  static const std::vector<Field> fields = {
      {"language", FieldType::String, "the language these words are of", true},
      {"plurals", FieldType::Strings, "endings under which names are read too"},
      {"ordinal_endings", FieldType::Strings, "endings that make digits an ordinal"},
      {"order", FieldType::String, "which of two numbers is the month", false, {"mdy", "dmy"}},
      {"below20", FieldType::Table, "words for 0 to 19"},
      {"tens", FieldType::Table, "words for 20 to 90"},
      {"scales", FieldType::Table, "words that multiply"},
      {"suffixes", FieldType::Table, "letters glued to digits that multiply"},
      {"loose_suffixes", FieldType::Table, "the same, also behind a space"},
      {"fractions", FieldType::Table, "denominators"},
      {"fraction_plurals", FieldType::Table, "irregular plurals of denominators"},
      {"fraction_signs", FieldType::Table, "signs with the value of a fraction"},
      {"ordinals", FieldType::Table, "ordinal words"},
      {"vague", FieldType::Table, "words for a handful, as [least, most]"},
      {"qualifiers", FieldType::Table, "hedges before a number", false, {}, qualifier_fields()},
      {"qualifiers_after",
       FieldType::Table,
       "hedges behind a number",
       false,
       {},
       qualifier_fields()},
      {"cues", FieldType::Table, "small words by the part they play", false, {}, cue_fields()},
      {"months", FieldType::Table, "names of months"},
      {"weekdays", FieldType::Table, "names of weekdays"},
      {"seasons", FieldType::Table, "names of seasons, by their first month"},
      {"event",
       FieldType::Tables,
       "what everybody remembers, as times are told by it",
       false,
       {},
       event_fields()},
      {"unit", FieldType::Tables, "units", false, {}, unit_fields()},
      {"currency", FieldType::Tables, "currencies", false, {}, currency_fields()},
      {"currency_scales", FieldType::Table, "letters before a currency code that multiply"},
  };
  return fields;
}

const std::vector<Field>& lexicon_file_fields() { return document_fields(); }

const std::vector<Field>& event_fields() {
  static const std::vector<Field> fields = {
      {"year", FieldType::Number, "in which it was", true},
      {"month", FieldType::Number, "its first, 1 to 12", true},
      {"months", FieldType::Number, "how many it lasted (1)"},
      {"names", FieldType::Strings, "what it is called, without an article", true},
  };
  return fields;
}

const std::vector<Field>& unit_fields() {
  static const std::vector<Field> fields = {
      {"name", FieldType::String, "canonical name", true},
      {"dimension", FieldType::String, "what it measures", true},
      {"factor", FieldType::Number, "how many base units it holds", true},
      {"names", FieldType::Strings, "names behind any number", true},
      {"digits", FieldType::Strings, "names behind digits"},
      {"glued", FieldType::Strings, "names glued to digits"},
      {"short", FieldType::Strings, "names behind a larger unit of time"},
  };
  return fields;
}

const std::vector<Field>& currency_fields() {
  static const std::vector<Field> fields = {
      {"code", FieldType::String, "ISO 4217, else the word", true},
      {"names", FieldType::Strings, "names behind the number", true},
      {"prefixes", FieldType::Strings, "names before the number"},
      {"scale", FieldType::Number, "what one of it is worth"},
  };
  return fields;
}

std::vector<Field> cue_fields() {
  std::vector<Field> fields;
  fields.reserve(std::size(kCues));
  for (const CueName& cue : kCues) fields.push_back({cue.key, FieldType::Strings, "phrases"});
  return fields;
}

std::vector<Field> qualifier_fields() {
  std::vector<Field> fields;
  fields.reserve(std::size(kQualifiers));
  for (const QualifierName& name : kQualifiers) {
    fields.push_back({name.key, FieldType::Strings, "phrases"});
  }
  return fields;
}

}  // namespace starlint
