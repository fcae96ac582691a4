#include "rule/pack_reader.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;
using Node = toml_doc::Value;

namespace {

const std::vector<Field>& rule_fields() {
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
      {"doc", FieldType::Table, "what, why, bad, instead, sources", true},
      {"test", FieldType::Tables, "examples: bad, good"},
  };
  return fields;
}

const std::vector<Field>& doc_fields() {
  static const std::vector<Field> fields = {
      {"what", FieldType::String, "one sentence", true},
      {"why", FieldType::String, "what an interviewer makes of it", true},
      {"bad", FieldType::String, "a short example"},
      {"instead", FieldType::String, "the same, said well"},
      {"sources", FieldType::String, "where a threshold or fact comes from"},
  };
  return fields;
}

const std::vector<Field>& test_fields() {
  static const std::vector<Field> fields = {
      {"bad", FieldType::String, "notes with <!-- expect: ID --> on each line to be found"},
      {"good", FieldType::String, "notes in which the whole pack finds nothing"},
      {"path", FieldType::String, "file name, for its format"},
      {"files", FieldType::Table, "several files: path = text"},
      {"bytes", FieldType::String, "the file in hexadecimal"},
      {"lines", FieldType::Tables, "with bytes: the lines to be found"},
  };
  return fields;
}

Error in(Error error, const Node& at, std::string_view path) {
  error.path = path;
  error.line = at.where.line;
  error.column = at.where.column;
  return error;
}

Status read_message(const Document& document, std::string_view variant, const Node& text,
                    const Kind& kind, RuleInfo& info) {
  Result<MessageTemplate> message = MessageTemplate::parse(text.string);
  if (!message) return in(message.error(), text, document.path);
  for (const std::string& name : message->names()) {
    if (std::find(kind.arguments.begin(), kind.arguments.end(), name) != kind.arguments.end()) {
      continue;
    }
    std::vector<std::string> known(kind.arguments.begin(), kind.arguments.end());
    return toml_doc::error_at(text, document.path,
                              cat("kind '", kind.name, "' fills no placeholder '{", name, "}'"),
                              cat("it fills: {", join(known, "}, {"), "}"));
  }
  info.messages.emplace_back(std::string(variant), *std::move(message));
  return success();
}

Status read_messages(const Document& document, const Kind& kind, RuleInfo& info) {
  if (const Node* one = document.root.find("message")) {
    return read_message(document, "", *one, kind, info);
  }
  const Node* several = document.root.find("messages");
  if (several == nullptr || several->members.empty()) {
    return toml_doc::error_at(document.root, document.path, "the rule has no message",
                              "write message = \"…\"");
  }
  for (const Node::Member& member : several->members) {
    if (std::find(kind.variants.begin(), kind.variants.end(), member.key) == kind.variants.end()) {
      const std::string_view guess = nearest(member.key, kind.variants);
      return Error{cat("kind '", kind.name, "' has no message '", member.key, "'"), document.path,
                   member.where.line, member.where.column,
                   guess.empty() ? std::string() : cat("did you mean '", guess, "'?")};
    }
    if (!member.value.is(toml_doc::Type::String)) {
      return toml_doc::error_at(member.value, document.path, "a message must be a string");
    }
    if (Status status = read_message(document, member.key, member.value, kind, info); !status) {
      return status;
    }
  }
  return success();
}

Status read_doc(const Document& document, RuleInfo& info) {
  const Node& doc = *document.root.find("doc");
  if (Status status = toml_doc::check_fields(doc, doc_fields(), document.path); !status) {
    return status;
  }
  info.doc = {std::string(toml_doc::string_of(doc, "what")),
              std::string(toml_doc::string_of(doc, "why")),
              std::string(toml_doc::string_of(doc, "bad")),
              std::string(toml_doc::string_of(doc, "instead")),
              std::string(toml_doc::string_of(doc, "sources"))};
  return success();
}

Result<std::string> unhex(const Node& hex, std::string_view path) {
  std::string digits;
  for (const char c : hex.string) {
    if (!is_ascii_space(c)) digits += ascii_lower(c);
  }
  const auto nibble = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    if (i + 1 == digits.size() || digits.find_first_not_of("0123456789abcdef", i) < i + 2) {
      return toml_doc::error_at(hex, path, "'bytes' must be pairs of hexadecimal digits");
    }
    bytes += static_cast<char>(nibble(digits[i]) * 16 + nibble(digits[i + 1]));
  }
  return bytes;
}

Result<RuleTest> read_test(const Document& document, const Node& entry) {
  if (Status status = toml_doc::check_fields(entry, test_fields(), document.path); !status) {
    return status.error();
  }
  RuleTest test;
  test.line = entry.where.line;
  const std::string path(toml_doc::string_of(entry, "path", "notes.md"));
  if (const Node* good = entry.find("good")) {
    test.good = true;
    test.files.push_back({path, good->string});
  } else if (const Node* bad = entry.find("bad")) {
    test.files.push_back({path, bad->string});
  } else if (const Node* files = entry.find("files")) {
    for (const Node::Member& file : files->members) {
      test.files.push_back({file.key, file.value.string});
    }
  } else if (const Node* bytes = entry.find("bytes")) {
    Result<std::string> decoded = unhex(*bytes, document.path);
    if (!decoded) return decoded.error();
    test.files.push_back({path, *std::move(decoded)});
  } else {
    return toml_doc::error_at(entry, document.path,
                              "a test needs 'bad', 'good', 'files' or 'bytes'");
  }
  return test;
}

Status read_tests(const Document& document, RuleInfo& info) {
  const Node* tests = document.root.find("test");
  if (tests == nullptr) return success();
  for (const Node& entry : tests->items) {
    Result<RuleTest> test = read_test(document, entry);
    if (!test) return test.error();
    info.tests.push_back(*std::move(test));
  }
  return success();
}

Status read_identity(const Document& document, const Families& families, RuleInfo& info) {
  const Node& root = document.root;
  info.id = toml_doc::string_of(root, "id");
  info.name = toml_doc::string_of(root, "name");
  info.path = document.path;
  info.family = info.id.substr(0, info.id.find_first_of("0123456789"));
  const auto family = families.find(info.family);
  if (family == families.end() || info.family.size() == info.id.size()) {
    std::vector<std::string> known;
    for (const auto& [prefix, tag] : families) known.push_back(prefix);
    return toml_doc::error_at(*root.find("id"), document.path,
                              cat("'", info.id, "' belongs to no family"),
                              cat("write a family and a number (", join(known, ", "),
                                  "), or declare the family in the pack's manifest"));
  }
  info.tags.push_back(family->second);
  for (std::string& tag : toml_doc::strings_of(root, "tags")) info.tags.push_back(std::move(tag));
  info.level = *level_of(toml_doc::string_of(root, "level"));
  info.confidence = toml_doc::string_of(root, "confidence", "medium");
  info.strict_only = toml_doc::string_of(root, "profile", "default") == "strict";
  info.since = toml_doc::string_of(root, "since");
  info.deprecated = toml_doc::string_of(root, "deprecated");
  info.aliases = toml_doc::strings_of(root, "aliases");
  info.probe = toml_doc::string_of(root, "probe");
  return success();
}

Result<const Kind*> kind_of(const Document& document) {
  const Node& name = *document.root.find("kind");
  if (const Kind* kind = find_kind(name.string)) return kind;
  std::vector<std::string_view> known;
  for (const Kind& kind : kinds()) known.push_back(kind.name);
  const std::string_view guess = nearest(name.string, known);
  return toml_doc::error_at(name, document.path, cat("unknown kind '", name.string, "'"),
                            guess.empty() ? std::string() : cat("did you mean '", guess, "'?"));
}

}  // namespace

bool is_rule(const Node& root) { return root.find("id") != nullptr; }
bool is_manifest(const Node& root) { return root.find("pack") != nullptr; }

Status read_manifest(const Document& document, PackInfo& pack, Families& families) {
  static const std::vector<Field> top = {
      {"pack", FieldType::Table, "who the pack is", true},
      {"family", FieldType::Tables, "prefixes of rule ids"},
  };
  static const std::vector<Field> manifest = {
      {"name", FieldType::String, "short name", true},
      {"version", FieldType::String, "of the pack", true},
      {"summary", FieldType::String, "one sentence"},
      {"engine", FieldType::String, "oldest starlint it works with"},
      {"language", FieldType::String, "of the notes it reads"},
      {"licence", FieldType::String, "SPDX identifier"},
  };
  static const std::vector<Field> family_fields = {
      {"prefix", FieldType::String, "capital letters before the number", true},
      {"tag", FieldType::String, "first tag of its rules", true},
      {"summary", FieldType::String, "what its rules look for"},
  };
  if (Status status = toml_doc::check_fields(document.root, top, document.path); !status) {
    return status;
  }
  const Node& table = *document.root.find("pack");
  if (Status status = toml_doc::check_fields(table, manifest, document.path); !status) {
    return status;
  }
  pack = {std::string(toml_doc::string_of(table, "name")),
          std::string(toml_doc::string_of(table, "version")),
          std::string(toml_doc::string_of(table, "summary"))};
  if (const Node* list = document.root.find("family")) {
    for (const Node& family : list->items) {
      if (Status status = toml_doc::check_fields(family, family_fields, document.path); !status) {
        return status;
      }
      families.emplace(toml_doc::string_of(family, "prefix"), toml_doc::string_of(family, "tag"));
    }
  }
  return success();
}

Result<RuleSet::Entry> read_rule(const Document& document, std::string_view pack,
                                 const Families& families, CompileContext& context) {
  const Node& root = document.root;
  if (Status status = toml_doc::check_fields(root, rule_fields(), document.path); !status) {
    return status.error();
  }
  RuleSet::Entry entry;
  RuleInfo& info = entry.info;
  if (Status status = read_identity(document, families, info); !status) return status.error();
  info.pack = pack;
  Result<const Kind*> kind = kind_of(document);
  if (!kind) return kind.error();
  info.kind = (*kind)->name;
  if (Status status = read_messages(document, **kind, info); !status) return status.error();
  if (Status status = read_doc(document, info); !status) return status.error();
  if (Status status = read_tests(document, info); !status) return status.error();

  static const Node no_options;
  const Node* options = root.find("options");
  const Node& table = options == nullptr ? no_options : *options;
  if (Status status = toml_doc::check_fields(table, (*kind)->fields, document.path); !status) {
    return status.error();
  }
  Result<std::unique_ptr<Rule>> rule = (*kind)->compile({table, document.path}, context);
  if (!rule) return rule.error();
  entry.rule = *std::move(rule);
  return entry;
}

}  // namespace starlint
