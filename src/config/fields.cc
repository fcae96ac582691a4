#include "config/fields.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

static std::vector<Field> selection_fields() {
  return {
      {"select", FieldType::Strings, "only these rules: ids, names, families, tags, ALL"},
      {"extend-select", FieldType::Strings, "these rules too"},
      {"ignore", FieldType::Strings, "not these rules"},
      {"levels", FieldType::Table, "rule, family or tag = \"note\", \"warning\" or \"error\""},
  };
}

static std::vector<Field> override_fields() {
  std::vector<Field> fields = selection_fields();
  fields.insert(fields.begin(), {"paths", FieldType::Strings,
                                 "patterns as in .gitignore, from this directory", true});
  return fields;
}

static std::vector<Field> ledger_fields() {
  return {
      {"name", FieldType::String, "what it is known by", true},
      {"aliases", FieldType::Strings, "what else the notes call it"},
      {"facts", FieldType::Strings, "what is true of it, in words: \"A team of 8.\""},
  };
}

const std::vector<Field>& config_fields() {
  static const std::vector<Field> fields = [] {
    std::vector<Field> all = {
        {"root", FieldType::Boolean,
         "true: do not look for starlint.toml further up; its directory is a speaker's own"},
        {"packs", FieldType::Strings, "further rules: directories or files, from this directory"},
        {"profile", FieldType::String, "few and sure, or every rule", false, {"default", "strict"}},
        {"baseline", FieldType::String, "accepted findings: a file that `starlint baseline` wrote"},
        {"speakers", FieldType::Strings, "directories that are each a speaker's own"},
        {"options", FieldType::Table, "a rule's own options: [options.NAME] key = value"},
        {"project",
         FieldType::Tables,
         "a project under its several names",
         false,
         {},
         ledger_fields()},
        {"employer",
         FieldType::Tables,
         "an employer under its several names",
         false,
         {},
         ledger_fields()},
        {"override", FieldType::Tables, "other rules for some paths", false, {}, override_fields()},
    };
    const std::vector<Field> selection = selection_fields();
    all.insert(all.begin() + 4, selection.begin(), selection.end());
    return all;
  }();
  return fields;
}

}  // namespace starlint
