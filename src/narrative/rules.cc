#include "narrative/rules.h"

#include <algorithm>

#include "base/strings.h"
#include "narrative/file_fields.h"
#include "text/fold.h"
#include "toml/fields.h"

namespace starlint {

using namespace toml_doc;

namespace {

bool is_file(const Document& document, std::string_view name) {
  const std::string_view path = document.path;
  return path == name || (path.ends_with(name) && path[path.size() - name.size() - 1] == '/');
}

Language& language_of(NarrativeRules& rules, std::string_view code) {
  const auto found = std::find_if(rules.languages.begin(), rules.languages.end(),
                                  [&](const Language& one) { return one.code == code; });
  if (found != rules.languages.end()) return *found;
  rules.languages.emplace_back();
  rules.languages.back().code = code;
  return rules.languages.back();
}

// Labels.

Status read_label_words(const Document& document, NarrativeRules& rules) {
  const Value& labels = *document.root.find("labels");
  for (const Value::Member& member : labels.members) {
    const Concept* found = rules.frameworks.find(member.key);
    if (found == nullptr) {
      std::vector<std::string_view> ids;
      for (const Concept& one : rules.frameworks.concepts) ids.push_back(one.id);
      return Error{cat("unknown concept '", member.key, "'"), document.path, member.where.line,
                   member.where.column, cat("did you mean '", nearest(member.key, ids), "'?")};
    }
    const auto id = static_cast<ConceptId>(found - rules.frameworks.concepts.data());
    if (!member.value.is(Type::Array)) return error_at(member.value, document.path, "not an array");
    for (const Value& word : member.value.items) {
      // The first language that claims a word keeps it: "Action" is one thing in all of them.
      rules.labels.emplace(fold(word.string), LabelMeaning{LabelMeaning::Kind::Concept, id});
    }
  }
  return success();
}

Status read_labels(const Document& document, NarrativeRules& rules) {
  if (Status status = check_fields(document.root, label_file_fields(), document.path); !status)
    return status;
  language_of(rules, string_of(document.root, "language"));
  if (Status status = read_label_words(document, rules); !status) return status;
  for (const std::string& word : strings_of(document.root, "clause_openers")) {
    rules.clause_openers.emplace(fold(word), true);
  }
  for (const std::string& word : strings_of(document.root, "joints")) {
    rules.joints.emplace(fold(word), true);
  }
  for (const std::string& word : strings_of(document.root, "articles")) {
    rules.articles.emplace(fold(word), true);
  }
  for (const std::string& word : strings_of(document.root, "question")) {
    rules.labels.emplace(fold(word), LabelMeaning{LabelMeaning::Kind::Question, 0});
  }
  for (const std::string& word : strings_of(document.root, "answer")) {
    rules.labels.emplace(fold(word), LabelMeaning{LabelMeaning::Kind::Answer, 0});
  }
  for (const std::string& word : strings_of(document.root, "closing")) {
    rules.closings.emplace(fold(word), true);
  }
  for (const std::string& word : strings_of(document.root, "remark")) {
    rules.remarks.emplace(fold(word), true);
  }
  for (const std::string& word : strings_of(document.root, "instructions")) {
    rules.instructions.mark(fold(word), kInstruct);
  }
  return success();
}

// Phrases.

Status add_phrases(const Value* list, Signal cue, Language& language, const std::string& path) {
  if (list == nullptr) return success();
  for (const Value& phrase : list->items) {
    const auto value = static_cast<std::uint32_t>(language.cues.size());
    language.cues.push_back(cue);
    if (Status status = language.book.add(phrase.string, value, language.vocabulary); !status) {
      return error_at(phrase, path, status.error().message, status.error().hint);
    }
  }
  return success();
}

Status read_prompts(const Document& document, NarrativeRules& rules) {
  if (Status status = check_fields(document.root, prompt_file_fields(), document.path); !status)
    return status;
  Language& language = language_of(rules, string_of(document.root, "language"));
  const std::pair<std::string_view, Sign> kinds[] = {{"behavioural", Sign::Behavioural},
                                                     {"general", Sign::GeneralPrompt},
                                                     {"topic", Sign::Topic},
                                                     {"not_story", Sign::NotStory},
                                                     {"not_story_titles", Sign::NotStoryTitle},
                                                     {"project_facts", Sign::ProjectFact},
                                                     {"post_facts", Sign::PostFact}};
  for (const auto& [key, sign] : kinds) {
    Status status = add_phrases(document.root.find(key), {sign, 1}, language, document.path);
    if (!status) return status;
  }
  return success();
}

void add_function_words(const Document& document, NarrativeRules& rules) {
  const Value* words = document.root.find("words");
  if (words == nullptr) return;
  const Language& language = language_of(rules, string_of(document.root, "language"));
  const auto index = static_cast<std::size_t>(&language - rules.languages.data());
  if (index >= 32) return;
  for (const std::string& word : strings_of(*words, "function")) {
    const std::uint32_t number = rules.function_words.add(fold(word));
    if (rules.languages_of_word.size() <= number) rules.languages_of_word.resize(number + 1);
    rules.languages_of_word[number] |= 1U << index;
  }
}

Status mark_words(const Document& document, Language& language) {
  const Value* words = document.root.find("words");
  if (words == nullptr) return success();
  const std::pair<std::string_view, WordClass> kinds[] = {
      {"self", kSelf},       {"team", kTeam},        {"you", kYou},
      {"subject", kSubject}, {"modal", kModal},      {"habit", kHabit},
      {"past", kPast},       {"not_past", kNotPast}, {"past_of_subject", kPastOfSubject},
      {"state", kState}};
  for (const auto& [key, word_class] : kinds) {
    for (const std::string& word : strings_of(*words, key)) {
      language.vocabulary.mark(fold(word), word_class);
    }
  }
  const std::pair<std::string_view, int> endings[] = {{"state_endings", kPast | kState},
                                                      {"team_endings", kPast | kTeam | kSubject},
                                                      {"self_endings", kPast | kSelf | kSubject},
                                                      {"past_endings", kPast}};
  for (const auto& [key, classes] : endings) {
    for (const std::string& ending : strings_of(*words, key)) {
      language.vocabulary.add_ending(ending, static_cast<std::uint16_t>(classes));
    }
  }
  return success();
}

Status read_cues(const Document& document, NarrativeRules& rules) {
  const std::pair<std::string_view, Sign> kinds[] = {
      {"situation", Sign::Situation},     {"task", Sign::Task},         {"action", Sign::Action},
      {"result", Sign::Result},           {"learning", Sign::Learning}, {"general", Sign::General},
      {"placeholder", Sign::Placeholder}, {"unasked", Sign::Unasked}};
  if (Status status = check_fields(document.root, cue_file_fields(), document.path); !status) {
    return status;
  }
  Language& language = language_of(rules, string_of(document.root, "language"));
  language.words_per_minute =
      number_of(document.root, "words_per_minute", language.words_per_minute);
  language.verb_distance =
      static_cast<std::uint32_t>(number_of(document.root, "verb_distance", language.verb_distance));
  if (Status status = mark_words(document, language); !status) return status;
  add_function_words(document, rules);
  for (const auto& [key, sign] : kinds) {
    const Value* table = document.root.find(key);
    if (table == nullptr) continue;
    const std::pair<std::string_view, float> weights[] = {
        {"strong", 3.0F}, {"medium", 2.0F}, {"weak", 1.0F}, {"phrases", 1.0F}};
    for (const auto& [list, weight] : weights) {
      Status status = add_phrases(table->find(list), {sign, weight}, language, document.path);
      if (!status) return status;
    }
  }
  return success();
}

// Component models.

Status read_model(const Value& table, const std::string& path, ComponentModel& model) {
  constexpr std::array<std::string_view, kFeatureCount> kRows = {"strong", "medium", "weak",
                                                                 "act",    "scene",  "number"};
  model.fitted = true;
  for (const Value::Member& member : table.members) {
    const bool number = member.value.is(Type::Float) || member.value.is(Type::Integer);
    if (member.key == "bias" && number) {
      model.bias = static_cast<float>(member.value.number);
      continue;
    }
    if (member.key == "plain_below" && number) {
      model.plain_below = static_cast<std::uint32_t>(member.value.number);
      continue;
    }
    const auto row = std::find(kRows.begin(), kRows.end(), member.key);
    if (row == kRows.end()) {
      const std::vector<std::string_view> known(kRows.begin(), kRows.end());
      return Error{cat("unknown key '", member.key, "'"), path, member.where.line,
                   member.where.column, cat("did you mean '", nearest(member.key, known), "'?")};
    }
    if (!member.value.is(Type::Array) || member.value.items.size() != 3) {
      return error_at(member.value, path, "not a weight for each third of a story");
    }
    for (std::size_t third = 0; third < 3; ++third) {
      model.weights[static_cast<std::size_t>(row - kRows.begin())][third] =
          static_cast<float>(member.value.items[third].number);
    }
  }
  return success();
}

Status read_scorer(const Document& document, NarrativeRules& rules) {
  constexpr std::array<std::string_view, 5> kComponents = {"situation", "task", "action", "result",
                                                           "learning"};
  if (Status status = check_fields(document.root, scorer_file_fields(), document.path); !status)
    return status;
  Language& language = language_of(rules, string_of(document.root, "language"));
  for (std::size_t i = 0; i < kComponents.size(); ++i) {
    const Value* table = document.root.find(kComponents[i]);
    if (table == nullptr) continue;
    if (Status status = read_model(*table, document.path, language.models[i]); !status) {
      return status;
    }
  }
  return success();
}

// A language without weights of its own is judged by those of the first: the strengths of its cues
// and the shapes of its sentences mean the same.
void share_models(NarrativeRules& rules) {
  const auto fitted = [](const ComponentModel& model) { return model.fitted; };
  for (Language& language : rules.languages) {
    const bool own = std::any_of(language.models.begin(), language.models.end(), fitted);
    if (!own && !language.cues.empty()) language.models = rules.languages[0].models;
  }
}

// Projects and employers.

Status read_projects(const Document& document, NarrativeRules& rules) {
  if (Status status = check_fields(document.root, place_file_fields(), document.path); !status)
    return status;
  for (const std::string& word : strings_of(document.root, "employer_fields")) {
    rules.places.fields.emplace(fold(word), PlaceKind::Employer);
  }
  for (const std::string& word : strings_of(document.root, "project_fields")) {
    rules.places.fields.emplace(fold(word), PlaceKind::Project);
  }
  const std::pair<std::string_view, StringMap<bool>*> lists[] = {
      {"leads", &rules.places.leads},
      {"not_leads", &rules.places.not_leads},
      {"legal_forms", &rules.places.legal_forms},
      {"not_names", &rules.places.not_names}};
  for (const auto& [key, list] : lists) {
    for (const std::string& word : strings_of(document.root, key)) list->emplace(fold(word), true);
  }
  return success();
}

}  // namespace

Result<NarrativeRules> NarrativeRules::load(const std::vector<Document>& documents) {
  NarrativeRules rules;
  language_of(rules, "en");
  const auto read = [&](std::string_view name, auto reader) -> Status {
    for (const Document& document : documents) {
      if (!is_file(document, name)) continue;
      if (Status status = reader(document, rules); !status) return status;
    }
    return success();
  };
  const auto frameworks = [](const Document& document, NarrativeRules& out) -> Status {
    Result<Frameworks> loaded = load_frameworks(document);
    if (!loaded) return loaded.error();
    out.frameworks = std::move(*loaded);
    return success();
  };
  if (Status status = read("frameworks.toml", frameworks); !status) return status.error();
  if (Status status = read("labels.toml", read_labels); !status) return status.error();
  if (Status status = read("prompts.toml", read_prompts); !status) return status.error();
  if (Status status = read("cues.toml", read_cues); !status) return status.error();
  if (Status status = read("scorer.toml", read_scorer); !status) return status.error();
  if (Status status = read("projects.toml", read_projects); !status) return status.error();
  share_models(rules);
  return rules;
}

namespace {

// Whether the words, read in some language, hold what is looked for.
template <typename Holds>
bool in_some_language(const NarrativeRules& rules, std::string_view words, Holds holds) {
  const Span all{0, static_cast<std::uint32_t>(words.size())};
  std::vector<Word> tokens;
  return std::any_of(rules.languages.begin(), rules.languages.end(), [&](const Language& one) {
    tokens.clear();
    tokenize(words, all, one.vocabulary, tokens);
    return holds(tokens);
  });
}

}  // namespace

bool NarrativeRules::is_modal(std::string_view words) const {
  return in_some_language(*this, words, [](const std::vector<Word>& tokens) {
    return !tokens.empty() && tokens[0].is(kModal);
  });
}

bool NarrativeRules::tells_deed(std::string_view words) const {
  return in_some_language(*this, words, [](const std::vector<Word>& tokens) {
    const auto verb = std::find_if(tokens.begin(), tokens.end(),
                                   [](const Word& token) { return token.is(kPast); });
    return verb != tokens.end() && !verb->is(kState);
  });
}

}  // namespace starlint
