#include "rule/pack_reader.h"

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "rule/fields.h"
#include "rule/test_reader.h"

namespace starlint {

using Node = toml_doc::Value;

namespace {

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
  const std::string_view last =
      text.string.empty() ? "" : std::string_view(text.string).substr(text.string.size() - 1);
  if (last == "?" || last == "!") {
    return toml_doc::error_at(text, document.path, "a message states what was found",
                              "a question belongs into 'probe'");
  }
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

RuleDoc read_doc(const Node& doc) {
  return {std::string(toml_doc::string_of(doc, "what")),
          std::string(toml_doc::string_of(doc, "why")),
          std::string(toml_doc::string_of(doc, "bad")),
          std::string(toml_doc::string_of(doc, "instead")),
          std::string(toml_doc::string_of(doc, "sources"))};
}

/// Small letters and digits in words with single hyphens between them, a letter first.
bool is_kebab(std::string_view name) {
  bool in_word = false;
  for (const char c : name) {
    const bool letter = is_ascii_alpha(c) && c == ascii_lower(c);
    if (!letter && !(in_word && c == '-') && !(is_ascii_digit(c) && c != name.front()))
      return false;
    in_word = c != '-';
  }
  return in_word;
}

/// "MINE001" of "MINE001-gut-feeling": capital letters and digits, then a hyphen or nothing; else
/// "".
std::string_view id_in(std::string_view file_name) {
  const std::size_t digits = file_name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (digits == 0 || digits == std::string_view::npos) return {};
  const std::size_t end =
      std::min(file_name.find_first_not_of("0123456789", digits), file_name.size());
  const bool whole = end == file_name.size() || file_name[end] == '-';
  return end == digits || !whole ? std::string_view() : file_name.substr(0, end);
}

/// A file that is called after a rule, as `rules new` does it, holds that rule; any other name is
/// free.
Status check_file_name(const Document& document, const RuleInfo& info) {
  const std::string stem = std::filesystem::path(document.path).stem().string();
  const std::string_view id = id_in(stem);
  const std::string_view name = std::string_view(stem).substr(std::min(id.size() + 1, stem.size()));
  const auto differs = [&](std::string_view key, std::string_view said, std::string_view called) {
    return toml_doc::error_at(
        *document.root.find(key), document.path,
        cat("the ", key, " is '", said, "', but the file is called after '", called, "'"),
        cat("write ", key, " = \"", called, "\", or call the file ", info.id, "-", info.name,
            ".toml"));
  };
  if (id.empty()) return success();
  if (id != info.id) return differs("id", info.id, id);
  return name.empty() || name == info.name ? success() : Status(differs("name", info.name, name));
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
  if (!is_kebab(info.name)) {
    return toml_doc::error_at(*root.find("name"), document.path,
                              cat("'", info.name, "' is no name of a rule"),
                              "write small letters and single hyphens: too-many-words");
  }
  if (Status status = check_file_name(document, info); !status) return status;
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

const OptionOverride* override_of(const RuleInfo& info, const CompileContext& context) {
  const auto found =
      std::find_if(context.overrides.begin(), context.overrides.end(),
                   [&](const OptionOverride& one) { return info.is_called(one.rule); });
  return found == context.overrides.end() ? nullptr : &*found;
}

/// The rule's own options, with those that the override gives in their place.
Result<Node> replace(Node options, const OptionOverride& override, const Kind& kind) {
  std::vector<toml_doc::Field> fields = kind.fields;
  for (toml_doc::Field& field : fields) field.required = false;
  if (Status status = toml_doc::check_fields(override.table, fields, override.path); !status) {
    return status.error();
  }
  for (const Node::Member& member : override.table.members) {
    std::erase_if(options.members, [&](const auto& own) { return own.key == member.key; });
    options.members.push_back(member);
  }
  return options;
}

}  // namespace

bool is_rule(const Node& root) { return root.find("id") != nullptr; }
bool is_manifest(const Node& root) { return root.find("pack") != nullptr; }

Status check_purpose(const Document& document) {
  const auto& files = file_kinds();
  const bool known = std::any_of(files.begin(), files.end(), [&](const FileKind& kind) {
    return document.root.find(kind.key) != nullptr;
  });
  if (known || is_rule(document.root)) return success();
  return Error{"nothing says what this file is", document.path, 1, 1,
               "a rule has an id, a pack's manifest a [pack]; words begin with claims, metrics, "
               "expressions, language, competencies, drill or framework"};
}

Status read_manifest(const Document& document, PackInfo& pack, Families& families) {
  if (Status status = toml_doc::check_fields(document.root, manifest_fields(), document.path);
      !status) {
    return status;
  }
  const Node& table = *document.root.find("pack");
  pack = {std::string(toml_doc::string_of(table, "name")),
          std::string(toml_doc::string_of(table, "version")),
          std::string(toml_doc::string_of(table, "summary")), ""};
  for (const Node& family : toml_doc::items_of(document.root, "family")) {
    families.emplace(toml_doc::string_of(family, "prefix"), toml_doc::string_of(family, "tag"));
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
  info.doc = read_doc(*root.find("doc"));
  Result<std::vector<RuleTest>> tests =
      read_tests(toml_doc::items_of(root, "test"), info.id, document.path);
  if (!tests) return tests.error();
  info.own_tests = *std::move(tests);
  info.packed_tests = document.packed_tests;

  static const Node no_options;
  const Node* options = root.find("options");
  const Node& table = options == nullptr ? no_options : *options;
  if (Status status = toml_doc::check_fields(table, (*kind)->fields, document.path); !status) {
    return status.error();
  }
  const OptionOverride* override = override_of(info, context);
  Result<Node> merged =
      override == nullptr ? Result<Node>(table) : replace(table, *override, **kind);
  if (!merged) return merged.error();
  const std::string_view path = override == nullptr ? document.path : override->path;
  const bool built_in = override == nullptr && document.built_in;
  Result<std::unique_ptr<Rule>> rule = (*kind)->compile({*merged, path, built_in}, context);
  if (!rule) return rule.error();
  entry.rule = *std::move(rule);
  return entry;
}

}  // namespace starlint
