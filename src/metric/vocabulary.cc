#include "metric/vocabulary.h"

#include "base/strings.h"
#include "metric/file_fields.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;
using Node = toml_doc::Value;

namespace {

const std::vector<Field>& movement_fields() {
  static const std::vector<Field> fields = {
      {"phrases", FieldType::Strings, "with {value:before}, {value:after}, {value:stage}", true},
      {"across", FieldType::Boolean, "they begin in one sentence and end in the next"},
  };
  return fields;
}

const std::vector<Field>& change_fields() {
  static const std::vector<Field> fields = {
      {"phrases", FieldType::Strings, "with {…:claimed} and {words:metric}", true},
      {"verb",
       FieldType::String,
       "what happened",
       true,
       {"less", "more", "faster", "better", "any"}},
      {"measure",
       FieldType::String,
       "what is counted",
       true,
       {"percent", "fold", "fraction", "points", "magnitude"}},
      {"figure", FieldType::Number, "what the words say by themselves"},
      {"least", FieldType::Number, "how many times the figure the words mean at least"},
      {"most", FieldType::Number, "how many times the figure the words mean at most"},
      {"as_many", FieldType::Boolean, "'3 times as many', never '3 times more'"},
  };
  return fields;
}

const std::vector<Field>& pairing_fields() {
  static const std::vector<Field> fields = {
      {"glue", FieldType::Strings, "words that may stand between a change and its figures"},
      {"generic", FieldType::Strings, "words that name some measure, but not which"},
      {"overall", FieldType::Strings, "words that tell several steps as one"},
      {"clause", FieldType::Strings, "words that open another clause behind a claim"},
      {"opening", FieldType::Strings, "words before the name of a measure that are none of it"},
      {"complement", FieldType::Strings, "words that open what a figure is counted for"},
      {"time_frame", FieldType::Strings, "words before a duration that is a period"},
      {"of_time", FieldType::Strings, "words that name a stretch of time"},
      {"loose", FieldType::Strings, "words before a number that is not exact"},
  };
  return fields;
}

const std::vector<Field>& column_fields() {
  static const std::vector<Field> fields = {
      {"before", FieldType::Strings, "headers of old figures"},
      {"after", FieldType::Strings, "headers of new figures"},
      {"change", FieldType::Strings, "headers of changes"},
      {"less", FieldType::Strings, "headers of changes that are falls"},
      {"more", FieldType::Strings, "headers of changes that are rises"},
  };
  return fields;
}

}  // namespace

const std::vector<Field>& metric_file_fields() {
  static const std::vector<Field> fields = {
      {"metrics", FieldType::String, "the language these words are of", true},
      {"words", FieldType::Table, "lists of words for phrases"},
      {"movement", FieldType::Tables, "from what to what", false, {}, movement_fields()},
      {"change", FieldType::Tables, "by how much", false, {}, change_fields()},
      {"spelled", FieldType::Table, "words that are numbers, such as 'a third' and 'sixfold'"},
      {"pairing", FieldType::Table, "what belongs to what", false, {}, pairing_fields()},
      {"columns", FieldType::Table, "headers of tables", false, {}, column_fields()},
      {"reckoning",
       FieldType::Table,
       "words around figures that follow from others",
       false,
       {},
       ReckoningWords::fields()},
  };
  return fields;
}

namespace {

std::string alternation(const Node& list) {
  std::string out = "(?:";
  for (const Node& item : list.items) out += cat(out.size() == 3 ? "" : "|", item.string);
  return out + ")";
}

Result<Pattern> whole_words(const Node& list, const Document& document) {
  PatternOptions options;
  options.known_good = document.built_in;
  Result<Pattern> pattern = Pattern::compile(cat("\\b", alternation(list), "\\b"), options);
  if (!pattern) return toml_doc::error_at(list, document.path, pattern.error().message);
  return pattern;
}

Result<FigurePhrase> compile(const Node& phrase, const WordLists& words, const Document& document) {
  Result<FigurePhrase> compiled = FigurePhrase::compile(phrase.string, words, document.built_in);
  if (!compiled) {
    return toml_doc::error_at(phrase, document.path, compiled.error().message,
                              compiled.error().hint);
  }
  return compiled;
}

}  // namespace

Result<MetricVocabulary> MetricVocabulary::load(const std::vector<Document>& documents,
                                                std::span<const std::uint64_t> ready,
                                                std::string_view language) {
  MetricVocabulary vocabulary(ready);
  for (const Document& document : documents) {
    if (toml_doc::string_of(document.root, "metrics") != language) continue;
    if (Status status = vocabulary.read(document); !status) return status.error();
  }
  vocabulary.filter_.freeze();
  return vocabulary;
}

Status MetricVocabulary::read(const Document& document) {
  const Node& root = document.root;
  if (Status s = toml_doc::check_fields(root, metric_file_fields(), document.path); !s) return s;
  if (const Node* words = root.find("words")) {
    for (const Node::Member& list : words->members) {
      // Phrases of other packs are built with it, so it has to be right by itself.
      if (Result<Pattern> checked = whole_words(list.value, document); !checked) {
        return checked.error();
      }
      words_[list.key] = alternation(list.value);
    }
  }
  if (const Node* table = root.find("spelled")) read_spelled(*table);
  if (const Node* list = root.find("movement")) {
    if (Status s = read_movements(document, *list); !s) return s;
  }
  if (const Node* list = root.find("change")) {
    if (Status s = read_changes(document, *list); !s) return s;
  }
  if (const Node* table = root.find("pairing")) {
    if (Status s = read_pairing(document, *table); !s) return s;
  }
  if (const Node* table = root.find("reckoning")) {
    if (Status s = reckoning_.read(document, *table); !s) return s;
  }
  if (const Node* table = root.find("columns")) return read_columns(document, *table);
  return success();
}

namespace {

/// "Six-?fold", "Six-fold" and "sixfold" are one word.
std::string as_spelled(std::string_view words) {
  std::string out = ascii_lower(words);
  std::erase_if(out, [](char c) { return c == '-' || c == '?'; });
  return out;
}

}  // namespace

void MetricVocabulary::read_spelled(const Node& table) {
  std::map<std::string_view, std::string> lists;
  for (const Node::Member& member : table.members) {
    const double number = toml_doc::number_of(table, member.key);
    spelled_[as_spelled(member.key)] = number;
    std::string& list = lists[number < 1 ? kSpelledFractions : kSpelledFolds];
    list += cat(list.empty() ? "" : "|", member.key);
  }
  for (const auto& [name, list] : lists) words_[std::string(name)] = cat("(?i:", list, ")");
}

std::optional<double> MetricVocabulary::spelled(std::string_view words) const {
  const auto found = spelled_.find(as_spelled(words));
  return found == spelled_.end() ? std::nullopt : std::optional(found->second);
}

Status MetricVocabulary::read_movements(const Document& document, const Node& list) {
  for (const Node& table : list.items) {
    for (const Node& text : table.find("phrases")->items) {
      Result<FigurePhrase> phrase = compile(text, words_, document);
      if (!phrase) return phrase.error();
      if (toml_doc::boolean_of(table, "across")) {
        across_.push_back(*std::move(phrase));
        continue;
      }
      filter_.add(phrase->expression());
      movements_.push_back(*std::move(phrase));
    }
  }
  return success();
}

namespace {

Measure measure_of(std::string_view name) {
  if (name == "fold" || name == "magnitude") return Measure::Fold;
  return name == "points" ? Measure::Points : Measure::Percent;
}

}  // namespace

Status MetricVocabulary::read_changes(const Document& document, const Node& list) {
  for (const Node& table : list.items) {
    const std::string_view measure = toml_doc::string_of(table, "measure");
    for (const Node& text : table.find("phrases")->items) {
      Result<FigurePhrase> phrase = compile(text, words_, document);
      if (!phrase) return phrase.error();
      filter_.add(phrase->expression());
      ChangePhrase change{*std::move(phrase),
                          *verb_of(toml_doc::string_of(table, "verb")),
                          measure_of(measure),
                          measure == "fraction",
                          measure == "magnitude",
                          toml_doc::boolean_of(table, "as_many"),
                          std::nullopt,
                          toml_doc::number_of(table, "least", 1),
                          toml_doc::number_of(table, "most", 1)};
      if (table.find("figure")) change.figure = toml_doc::number_of(table, "figure");
      changes_.push_back(std::move(change));
    }
  }
  return success();
}

Status MetricVocabulary::read_pairing(const Document& document, const Node& table) {
  for (const auto& [key, words] :
       {std::pair{"glue", &glue_}, std::pair{"generic", &generic_},
        std::pair{"complement", &complement_}, std::pair{"time_frame", &time_frame_},
        std::pair{"of_time", &of_time_}, std::pair{"loose", &loose_},
        std::pair{"opening", &opening_}}) {
    for (std::string& word : toml_doc::strings_of(table, key)) words->insert(std::move(word));
  }
  for (const auto& [key, out] : {std::pair{"overall", &overall_}, std::pair{"clause", &clause_}}) {
    const Node* list = table.find(key);
    if (list == nullptr) continue;
    Result<Pattern> pattern = whole_words(*list, document);
    if (!pattern) return pattern.error();
    *out = *std::move(pattern);
  }
  return success();
}

Status MetricVocabulary::read_columns(const Document& document, const Node& table) {
  for (const Node::Member& list : table.members) {
    Result<Pattern> pattern = whole_words(list.value, document);
    if (!pattern) return pattern.error();
    columns_.emplace_back(list.key, *std::move(pattern));
  }
  return success();
}

bool MetricVocabulary::overall(std::string_view text) const {
  return overall_ && overall_->found_in(text, {0, static_cast<std::uint32_t>(text.size())});
}

std::uint32_t MetricVocabulary::clause_end(std::string_view tail) const {
  const Span all{0, static_cast<std::uint32_t>(tail.size())};
  if (!clause_) return all.end;
  const std::vector<Match> opened = clause_->find_all(tail, all);
  return opened.empty() ? all.end : opened.front().whole.begin;
}

std::uint32_t MetricVocabulary::opening(std::string_view words) const {
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (opening_.count(ascii_lower(words.substr(begin, end - begin))) == 0) break;
    begin = std::min(end + 1, words.size());
  }
  return static_cast<std::uint32_t>(begin);
}

Column MetricVocabulary::column(std::string_view header) const {
  const Span all{0, static_cast<std::uint32_t>(header.size())};
  for (const auto& [key, pattern] : columns_) {
    if (!pattern.found_in(header, all)) continue;
    if (key == "change") return Column::Change;
    if (key == "before") return Column::Before;
    if (key == "after") return Column::After;
  }
  return Column::None;
}

Verb MetricVocabulary::column_verb(std::string_view header) const {
  const Span all{0, static_cast<std::uint32_t>(header.size())};
  for (const auto& [key, pattern] : columns_) {
    if (!pattern.found_in(header, all)) continue;
    if (key == "less") return Verb::Less;
    if (key == "more") return Verb::More;
  }
  return Verb::Any;
}

}  // namespace starlint
