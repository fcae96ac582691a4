#include "rule/fields.h"

#include "claim/file_fields.h"
#include "metric/file_fields.h"
#include "narrative/file_fields.h"
#include "rule/expression_words.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

const std::vector<Field>& test_fields() {
  static const std::vector<Field> fields = {
      {"bad", FieldType::String, "notes with <!-- expect: ID --> on each line to be found"},
      {"good", FieldType::String, "notes in which the whole pack finds nothing"},
      {"path", FieldType::String, "file name, for its format"},
      {"files", FieldType::Table, "several files: path = text; good if no line is marked"},
      {"bytes", FieldType::String, "the file in hexadecimal"},
      {"lines", FieldType::Integers, "with bytes: the lines to be found; good if there are none"},
  };
  return fields;
}

const std::vector<Field>& rule_fields() {
  static const std::vector<Field> doc = {
      {"what", FieldType::String, "one sentence", true},
      {"why", FieldType::String, "what an interviewer makes of it", true},
      {"bad", FieldType::String,
       "a short example; with … or in brackets it only tells of one, else it is tested"},
      {"instead", FieldType::String, "the same, said well"},
      {"sources", FieldType::String, "where a threshold or fact comes from"},
  };
  static const std::vector<Field> fields = {
      {"id", FieldType::String, "the family in capitals, then a number", true},
      {"name", FieldType::String, "kebab-case; reads after \"allow\"", true},
      {"kind", FieldType::String, "the verb of the engine it uses", true},
      {"level", FieldType::String, "how bad it is", true, {"note", "warning", "error"}},
      {"confidence", FieldType::String, "how sure it is", false, {"high", "medium", "low"}},
      {"profile", FieldType::String, "where it is on", false, {"default", "strict"}},
      {"tags", FieldType::Strings, "further tags; the family's comes first by itself"},
      {"since", FieldType::String, "version that brought it"},
      {"deprecated", FieldType::String, "what to use instead"},
      {"aliases", FieldType::Strings, "earlier ids and names"},
      {"message", FieldType::String, "what the finding says, with {placeholders}"},
      {"messages", FieldType::Table, "one message for each variant of the kind"},
      {"probe", FieldType::String, "the question an interviewer would ask"},
      {"options", FieldType::Table, "what the kind needs to know"},
      {"doc", FieldType::Table, "what, why, bad, instead, sources", true, {}, doc},
      {"test", FieldType::Tables, "examples: bad, good", false, {}, test_fields()},
  };
  return fields;
}

const std::vector<Field>& manifest_fields() {
  static const std::vector<Field> pack = {
      {"name", FieldType::String, "short name", true},
      {"version", FieldType::String, "of the pack", true},
      {"summary", FieldType::String, "one sentence"},
      {"engine", FieldType::String, "oldest starlint it works with"},
      {"language", FieldType::String, "of the notes it reads"},
      {"licence", FieldType::String, "SPDX identifier"},
  };
  static const std::vector<Field> family = {
      {"prefix", FieldType::String, "capital letters before the number", true},
      {"tag", FieldType::String, "first tag of its rules", true},
      {"summary", FieldType::String, "what its rules look for"},
  };
  static const std::vector<Field> fields = {
      {"pack", FieldType::Table, "who the pack is", true, {}, pack},
      {"family", FieldType::Tables, "prefixes of rule ids", false, {}, family},
  };
  return fields;
}

const std::vector<FileKind>& file_kinds() {
  static const std::vector<FileKind> kinds = {
      {"pack", "who the pack is, and the families of its rules", {manifest_fields()}},
      {"claims", "what can be claimed, and the phrases that claim it", {claim_file_fields()}},
      {"metrics", "how changes of measures are told", {metric_file_fields()}},
      {"expressions", "classes of words for expressions: {@person}", {ExpressionWords::fields()}},
      {"competencies", "a set of competencies", {competency_fields()}},
      {"language",
       "words by which notes of a language are read",
       {label_file_fields(), prompt_file_fields(), cue_file_fields(), scorer_file_fields(),
        place_file_fields(), lexicon_file_fields()}},
      {"drill", "what is asked of any story", {drill_fields()}},
      {"question", "the same", {drill_fields()}},
      {"framework",
       "components of stories and the frameworks they make",
       {framework_file_fields()}},
  };
  return kinds;
}

}  // namespace starlint
