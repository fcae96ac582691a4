#include "narrative/file_fields.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

const std::vector<std::string_view>& component_names() {
  static const std::vector<std::string_view> names = {"Situation", "Task",     "Obstacle", "Action",
                                                      "Result",    "Learning", "Cause",    "Other"};
  return names;
}

static const std::vector<Field>& concept_fields() {
  static const std::vector<Field> fields = {
      {"id", FieldType::String, "name in the label tables", true},
      {"slots", FieldType::Strings, "components it serves", true, component_names()},
      {"letter", FieldType::String, "its single letter"},
      {"common", FieldType::Boolean, "frequent outside stories"},
      {"theme", FieldType::Boolean, "alone as a title it names what a story is about"}};
  return fields;
}

static const std::vector<Field>& framework_fields() {
  static const std::vector<Field> fields = {
      {"id", FieldType::String, "short name", true},
      {"name", FieldType::String, "as it is printed"},
      {"components", FieldType::Strings, "concepts in order, alternatives joined by |", true},
      {"mandatory", FieldType::Strings, "concepts that must be filled"},
      {"task_in_situation", FieldType::Boolean, "the situation states the task"}};
  return fields;
}

const std::vector<Field>& framework_file_fields() {
  static const std::vector<Field> fields = {
      {"concept", FieldType::Tables, "kinds of labels", true, {}, concept_fields()},
      {"framework",
       FieldType::Tables,
       "frameworks, the default first",
       true,
       {},
       framework_fields()}};
  return fields;
}

const std::vector<Field>& label_file_fields() {
  static const std::vector<Field> fields = {
      {"language", FieldType::String, "code", true},
      {"articles", FieldType::Strings, "words that may stand before a label"},
      {"joints", FieldType::Strings, "words between two parts: and"},
      {"clause_openers", FieldType::Strings, "words that open a clause used as a label"},
      {"question", FieldType::Strings, "marks of a question"},
      {"answer", FieldType::Strings, "marks of an answer"},
      {"remark", FieldType::Strings, "marks of a remark that others make on a story"},
      {"closing", FieldType::Strings, "words that close a letter"},
      {"instructions", FieldType::Strings, "words that open an instruction to the writer"},
      {"labels", FieldType::Table, "words by concept", true}};
  return fields;
}

const std::vector<Field>& prompt_file_fields() {
  static const std::vector<Field> fields = {
      {"language", FieldType::String, "code", true},
      {"behavioural", FieldType::Strings, "requests for one past event"},
      {"general", FieldType::Strings, "questions how one works"},
      {"topic", FieldType::Strings, "titles that name a kind of story"},
      {"not_story", FieldType::Strings, "questions that need no story"},
      {"not_story_titles", FieldType::Strings, "titles of what is no story"},
      {"project_facts", FieldType::Strings, "questions and fields about a whole project"},
      {"post_facts", FieldType::Strings, "those that stand over any post, too"}};
  return fields;
}

static const std::vector<Field>& word_fields() {
  static const std::vector<Field> fields = {
      {"function", FieldType::Strings, "frequent words that tell the language"},
      {"self", FieldType::Strings, "the speaker"},
      {"team", FieldType::Strings, "the speaker's group"},
      {"subject", FieldType::Strings, "the speaker or the group as the one who acts"},
      {"you", FieldType::Strings, "the one spoken to"},
      {"modal", FieldType::Strings, "would, should"},
      {"habit", FieldType::Strings, "usually, always"},
      {"past", FieldType::Strings, "past tenses without a regular ending"},
      {"past_endings", FieldType::Strings, "regular endings of the past tense"},
      {"state_endings", FieldType::Strings, "endings of past tenses that tell no deed"},
      {"self_endings", FieldType::Strings, "endings of what the speaker did, without a pronoun"},
      {"team_endings", FieldType::Strings, "endings of what the group did, without a pronoun"},
      {"not_past", FieldType::Strings, "words with one of these endings that are none"},
      {"past_of_subject", FieldType::Strings,
       "words of these endings that are past only right behind a subject: shared, automated"},
      {"state", FieldType::Strings, "past tenses that tell no deed"}};
  return fields;
}

static const std::vector<Field>& phrase_fields() {
  static const std::vector<Field> fields = {{"strong", FieldType::Strings, "near certain"},
                                            {"medium", FieldType::Strings, "good"},
                                            {"weak", FieldType::Strings, "needs company"},
                                            {"phrases", FieldType::Strings, "without weight"}};
  return fields;
}

const std::vector<Field>& cue_file_fields() {
  static const std::vector<Field> fields = [] {
    std::vector<Field> all = {
        {"language", FieldType::String, "code", true},
        {"words_per_minute", FieldType::Number, "speaking rate"},
        {"verb_distance", FieldType::Integer, "words from a subject to its verb at most"},
        {"words", FieldType::Table, "classes of words", false, {}, word_fields()}};
    for (const std::string_view sign : {"situation", "task", "action", "result", "learning",
                                        "general", "placeholder", "unasked"}) {
      all.push_back({sign, FieldType::Table, "phrases", false, {}, phrase_fields()});
    }
    return all;
  }();
  return fields;
}

const std::vector<Field>& scorer_file_fields() {
  static const std::vector<Field> fields = [] {
    std::vector<Field> all = {{"language", FieldType::String, "code", true}};
    for (const std::string_view name : {"situation", "task", "action", "result", "learning"}) {
      all.push_back({name, FieldType::Table, "bias and weights by third"});
    }
    return all;
  }();
  return fields;
}

const std::vector<Field>& place_file_fields() {
  static const std::vector<Field> fields = {
      {"language", FieldType::String, "code", true},
      {"employer_fields", FieldType::Strings, "words before a colon and an employer"},
      {"project_fields", FieldType::Strings, "words before a colon and a project"},
      {"leads", FieldType::Strings, "words before the name of an employer"},
      {"not_leads", FieldType::Strings, "pairs of words that end in a lead and are none"},
      {"legal_forms", FieldType::Strings, "forms of companies"},
      {"not_names", FieldType::Strings, "capitalised words that name no place to work"}};
  return fields;
}

}  // namespace starlint
