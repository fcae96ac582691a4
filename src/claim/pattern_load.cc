// Reads claim patterns from TOML. The declared fields below are the documentation of the format.
#include "base/strings.h"
#include "claim/file_fields.h"
#include "claim/pattern.h"
#include "toml/fields.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;
using Node = toml_doc::Value;

namespace {

const std::vector<std::string_view> kModalities = {"asserted", "negated", "hypothetical", "planned",
                                                   "general",  "target",  "question"};

const std::vector<Field>& attribute_fields();
const std::vector<Field>& claim_fields();
const std::vector<Field>& gate_fields();

const std::vector<Field>& document_fields() {
  static const std::vector<Field> fields = {
      {"claims", FieldType::String, "the language of the phrases: en", true},
      {"words", FieldType::Table, "classes of words for {placeholders}: name = [alternatives]"},
      {"fractions", FieldType::Table, "words for parts of one: half = 0.5; the class {fraction}"},
      {"contrasts", FieldType::Table, "folded words of one kind: weekday = [\"monday\", …]"},
      {"activities", FieldType::Table,
       "folded words for what time goes into: coding = [\"programming\", …]"},
      {"nouns", FieldType::Table, "how plurals fold: endings, irregular"},
      {"verbs", FieldType::Table, "how forms of verbs fold: endings, irregular"},
      {"attribute", FieldType::Tables, "what can be claimed", false, {}, attribute_fields()},
      {"claim", FieldType::Tables, "phrases that claim it", false, {}, claim_fields()},
      {"gate",
       FieldType::Tables,
       "words that say a sentence asserts nothing",
       false,
       {},
       gate_fields()},
      {"technology",
       FieldType::Tables,
       "products and when anybody could first use them",
       false,
       {},
       technology_fields()},
  };
  return fields;
}

const std::vector<Field>& attribute_fields() {
  static const std::vector<Field> fields = {
      {"name", FieldType::String, "dotted: team.size", true},
      {"label", FieldType::String, "for messages: team size", true},
      {"counting",
       FieldType::String,
       "exact: people and systems; else measured",
       false,
       {"exact", "measured"}},
  };
  return fields;
}

const std::vector<Field>& claim_fields() {
  static const std::vector<Field> fields = {
      {"attribute", FieldType::String, "what is claimed", true},
      {"phrases", FieldType::Strings, "words around {count}, {money} and other values", true},
      {"parts", FieldType::String, "attribute of each part that {list} names"},
      {"subject", FieldType::String, "what it is about, where the phrase does not say it"},
      {"scope", FieldType::String, "which of several, where the phrase does not say it"},
      {"of", FieldType::String,
       "the class of what is counted, where the noun behind may be another"},
      {"modality", FieldType::String, "where the phrase itself decides it", false, kModalities},
      {"plus", FieldType::Number, "added to the figure: 1 for \"me and four others\""},
      {"slack", FieldType::Number, "how many more it may be: 1 for \"six worked with me\""},
      {"times", FieldType::Number, "multiplies the figure: 2 for \"thirteen pairs\""},
      {"open", FieldType::Boolean, "the list names only some of the parts"},
      {"back", FieldType::Boolean, "the parts are of the figure told last before them"},
      {"items",
       FieldType::String,
       "where the parts are: items or rows below or above; here: from the phrase's beginning on",
       false,
       {"below", "above", "here"}},
  };
  return fields;
}

const std::vector<Field>& gate_fields() {
  static const std::vector<Field> fields = {
      {"modality", FieldType::String, "what the words make of a claim", true, kModalities},
      {"where",
       FieldType::String,
       "before the claim in its sentence, or anywhere in it",
       false,
       {"before", "sentence"}},
      {"cues", FieldType::Strings, "phrases without placeholders for values", true},
  };
  return fields;
}

PatternOptions options_of(const Document& document) {
  PatternOptions options;
  options.known_good = document.built_in;
  return options;
}

Modality modality_of(std::string_view name) {
  std::size_t i = 0;
  while (kModalities[i] != name) ++i;
  return static_cast<Modality>(i);
}

Error at(Error error, const Node& where, std::string_view path) {
  return toml_doc::error_at(where, path, std::move(error.message), std::move(error.hint));
}

/// "\b(?:a|b)\b": whole words, where all of them begin and end with a letter.
Result<std::string> alternatives_of(const std::vector<Node>& words, std::string_view path) {
  std::string out = "(?:";
  bool first = true;
  bool letters = true;
  for (const Node& word : words) {
    if (!word.is(toml_doc::Type::String) || word.string.empty()) {
      return toml_doc::error_at(word, path, "a word must be a string");
    }
    out += cat(first ? "" : "|", word.string);
    first = false;
    letters = letters && is_ascii_alpha(word.string.front()) && is_ascii_alpha(word.string.back());
  }
  return letters ? cat("\\b", out, ")\\b") : out + ")";
}

}  // namespace

const std::vector<Field>& claim_file_fields() { return document_fields(); }

bool ClaimPatterns::is_claims(const Node& root) { return root.find("claims") != nullptr; }

Status ClaimPatterns::add_word_class(const Document& document, const std::string& name,
                                     const Node& words) {
  Result<std::string> alternatives = alternatives_of(words.items, document.path);
  if (!alternatives) return alternatives.error();
  Result<Pattern> pattern = Pattern::compile(*alternatives, options_of(document));
  if (!pattern) return at(pattern.error(), words, document.path);
  for (const Node& word : words.items) classes_[word.string].push_back(name);
  words_.insert_or_assign(name, *std::move(alternatives));
  word_patterns_.insert_or_assign(name, *std::move(pattern));
  return success();
}

Status ClaimPatterns::add_fractions(const Document& document, const Node& table) {
  Node words;
  for (const Node::Member& member : table.members) {
    Node word;
    word.type = toml_doc::Type::String;
    word.string = member.key;
    words.items.push_back(std::move(word));
    fractions_[member.key] = toml_doc::number_of(table, member.key);
  }
  return add_word_class(document, "fraction", words);
}

Status ClaimPatterns::add_words(const Document& document) {
  const Node& root = document.root;
  if (Status status = toml_doc::check_fields(root, document_fields(), document.path); !status) {
    return status;
  }
  languages_.emplace(toml_doc::string_of(root, "claims"));
  if (const Node* words = root.find("words")) {
    for (const Node::Member& member : words->members) {
      if (Status status = add_word_class(document, member.key, member.value); !status) {
        return status;
      }
    }
  }
  if (const Node* fractions = root.find("fractions")) {
    if (Status status = add_fractions(document, *fractions); !status) return status;
  }
  for (const auto& [key, kinds] :
       {std::pair{"contrasts", &contrasts_}, std::pair{"activities", &activities_}}) {
    const Node* table = root.find(key);
    if (table == nullptr) continue;
    for (const Node::Member& kind : table->members) {
      for (const Node& word : kind.value.items) kinds->insert_or_assign(word.string, kind.key);
    }
  }
  for (const auto& [key, folder] : {std::pair{"nouns", &nouns_}, std::pair{"verbs", &verbs_}}) {
    const Node* table = root.find(key);
    if (table == nullptr) continue;
    if (const Node* endings = table->find("endings")) {
      for (const Node::Member& m : endings->members) folder->add_ending(m.key, m.value.string);
    }
    if (const Node* irregular = table->find("irregular")) {
      for (const Node::Member& m : irregular->members) folder->add_irregular(m.key, m.value.string);
    }
  }
  if (const Node* technologies = root.find("technology")) {
    for (const Node& table : technologies->items) {
      if (Status status = technologies_.add(table, document.path); !status) return status;
    }
  }
  if (const Node* attributes = root.find("attribute")) {
    for (const Node& table : attributes->items) {
      const bool exact = toml_doc::string_of(table, "counting") == "exact";
      attributes_.push_back({std::string(toml_doc::string_of(table, "name")),
                             std::string(toml_doc::string_of(table, "label")),
                             exact ? Counting::Exact : Counting::Measured});
    }
  }
  return success();
}

void ClaimPatterns::add_labels(const Node& root) {
  const Node* labels = root.find("labels");
  if (labels == nullptr || !knows_language(toml_doc::string_of(root, "language"))) return;
  const auto add = [&](const std::string& word) {
    constexpr std::string_view kClass = "component_label";
    if (!is_word(kClass, word)) classes_[word].emplace_back(kClass);
  };
  for (const std::string& word : toml_doc::strings_of(root, "clause_openers")) add(word);
  for (const Node::Member& part : labels->members) {
    for (const Node& label : part.value.items) {
      if (!is_word("stop", label.string)) add(label.string);
    }
  }
}

Status ClaimPatterns::add_phrases(const Document& document) {
  if (const Node* claims = document.root.find("claim")) {
    for (const Node& table : claims->items) {
      if (Status status = add_entry(document, table); !status) return status;
    }
  }
  if (const Node* gates = document.root.find("gate")) {
    for (const Node& table : gates->items) {
      if (Status status = add_gate(document, table); !status) return status;
    }
  }
  return success();
}

Status ClaimPatterns::add_entry(const Document& document, const Node& table) {
  ClaimEntry entry;
  entry.attribute = toml_doc::string_of(table, "attribute");
  entry.parts = toml_doc::string_of(table, "parts");
  for (const std::string& name : {entry.attribute, entry.parts}) {
    if (name.empty() || attribute(name) != nullptr) continue;
    std::vector<std::string_view> known;
    for (const Attribute& one : attributes_) known.push_back(one.name);
    const std::string_view guess = nearest(name, known);
    return toml_doc::error_at(
        *table.find("attribute"), document.path, cat("unknown attribute '", name, "'"),
        guess.empty() ? "declare it with [[attribute]]" : cat("did you mean '", guess, "'?"));
  }
  entry.subject = toml_doc::string_of(table, "subject");
  entry.scope = toml_doc::string_of(table, "scope");
  entry.of = toml_doc::string_of(table, "of");
  entry.plus = toml_doc::number_of(table, "plus", 0);
  entry.slack = toml_doc::number_of(table, "slack", 0);
  entry.times = toml_doc::number_of(table, "times", 1);
  entry.open = toml_doc::boolean_of(table, "open", false);
  entry.back = toml_doc::boolean_of(table, "back", false);
  if (const Node* items = table.find("items")) {
    entry.items = items->string == "below"   ? ClaimEntry::Items::Below
                  : items->string == "above" ? ClaimEntry::Items::Above
                                             : ClaimEntry::Items::Here;
  }
  if (const Node* modality = table.find("modality")) entry.modality = modality_of(modality->string);
  for (const Node& phrase : table.find("phrases")->items) {
    Result<CompiledPhrase> compiled = compile_phrase(phrase.string, words_);
    if (!compiled) return at(compiled.error(), phrase, document.path);
    Result<Pattern> pattern = Pattern::compile(compiled->expression, options_of(document));
    if (!pattern) return at(pattern.error(), phrase, document.path);
    filter_.add(compiled->expression);
    phrases_.push_back({static_cast<std::uint32_t>(entries_.size()), std::move(compiled->captures),
                        *std::move(pattern)});
  }
  entries_.push_back(std::move(entry));
  return success();
}

Status ClaimPatterns::add_gate(const Document& document, const Node& table) {
  const Node& cues = *table.find("cues");
  std::string expression;
  for (const Node& cue : cues.items) {
    Result<CompiledPhrase> compiled = compile_phrase(cue.string, words_);
    if (!compiled) return at(compiled.error(), cue, document.path);
    expression += cat(expression.empty() ? "" : "|", compiled->expression);
  }
  Result<Pattern> pattern = Pattern::compile(expression, options_of(document));
  if (!pattern) return at(pattern.error(), cues, document.path);
  const bool before = toml_doc::string_of(table, "where", "sentence") == "before";
  gates_.push_back({modality_of(toml_doc::string_of(table, "modality")),
                    before ? Gate::Where::Before : Gate::Where::Sentence, *std::move(pattern)});
  return success();
}

}  // namespace starlint
