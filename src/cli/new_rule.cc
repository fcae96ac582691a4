// rules new: the first file of a rule, and of a pack where there is none yet.
#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "report/rule_pages.h"
#include "rule/pack_reader.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

/// Numbers from here are left to packs that join a family of the default pack.
constexpr int kFirstForeignNumber = 901;

Status check_words(const CliOptions& options) {
  const auto only = [](std::string_view word, auto allowed) {
    return !word.empty() && std::all_of(word.begin(), word.end(), allowed);
  };
  if (!only(options.family, [](char c) { return c >= 'A' && c <= 'Z'; })) {
    return Error{cat("'", options.family, "' is no family"), {}, 0, 0, "write capital letters"};
  }
  if (!only(options.rule,
            [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-'; })) {
    return Error{cat("'", options.rule, "' is no name of a rule"),
                 {},
                 0,
                 0,
                 "write small letters and hyphens: too-many-words"};
  }
  return success();
}

/// The families that the pack's own manifest declares; it need not be there.
Result<Families> declared_families(const fs::path& manifest) {
  Families families;
  if (!fs::exists(manifest)) return families;
  Result<PackFiles> files = read_pack(manifest.string());
  if (!files) return files.error();
  const PackFiles::File& file = files->files.front();
  Result<toml_doc::Value> root = toml_doc::parse(file.text, file.path);
  if (!root) return root.error();
  PackInfo info;
  const Status status = read_manifest({file.path, *std::move(root)}, info, families);
  return status ? Result<Families>(families) : Result<Families>(status.error());
}

/// The rules of the pack as it is, whole or half written: ids, names and files. What is no TOML
/// yet has no id to clash with.
std::vector<RuleInfo> written_rules(const fs::path& pack) {
  std::vector<RuleInfo> rules;
  const Result<PackFiles> files = read_pack(pack.string());
  if (!files) return rules;
  for (const PackFiles::File& file : files->files) {
    const Result<toml_doc::Value> root = toml_doc::parse(file.text, file.path);
    if (!root || !is_rule(*root)) continue;
    RuleInfo& info = rules.emplace_back();
    info.id = toml_doc::string_of(*root, "id");
    info.name = toml_doc::string_of(*root, "name");
    info.aliases = toml_doc::strings_of(*root, "aliases");
    info.path = file.path;
  }
  return rules;
}

/// The highest number of the family among some rules, 0 where there is none.
int highest_number(const std::vector<RuleInfo>& rules, std::string_view family) {
  int highest = 0;
  for (const RuleInfo& rule : rules) {
    if (!rule.id.starts_with(family)) continue;
    int number = 0;
    std::from_chars(rule.id.data() + family.size(), rule.id.data() + rule.id.size(), number);
    highest = std::max(highest, number);
  }
  return highest;
}

/// Two rules of one name could not be told apart in waivers and settings.
Status check_name(std::string_view name, const RuleSet& shipped,
                  const std::vector<RuleInfo>& written) {
  const RuleInfo* taken = shipped.find(name);
  for (const RuleInfo& rule : written) {
    if (rule.is_called(name)) taken = &rule;
  }
  if (taken == nullptr) return success();
  return Error{cat("'", name, "' is the name of ", taken->id, " already"), taken->path, 0, 0,
               "give the rule another name, or change that one with [options] and levels"};
}

Error no_kind(std::string_view word) {
  std::vector<std::string_view> known;
  for (const Kind& kind : kinds()) known.push_back(kind.name);
  const std::string_view guess = nearest(word, known);
  return {cat("no kind '", word, "'"),
          {},
          0,
          0,
          guess.empty() ? "rules/KINDS.md describes them" : cat("did you mean '", guess, "'?")};
}

std::string id_of(std::string_view family, int number) {
  std::string digits = cat(number);
  digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
  return cat(family, digits);
}

Status write_new(const fs::path& path, const std::string& text) {
  if (fs::exists(path)) return Error{"is already there", path.string(), 0, 0, {}};
  std::error_code ignored;  // write_output says what does not work
  fs::create_directories(path.parent_path(), ignored);
  return write_output(path.string(), text) && write_output({}, cat(path.string(), "\n"))
             ? success()
             : Status(Error{"was not written", path.string(), 0, 0, {}});
}

Status create(const CliOptions& options, const RuleSet& shipped) {
  if (Status status = check_words(options); !status) return status;
  const Kind* kind = find_kind(options.kind);
  if (kind == nullptr) return no_kind(options.kind);
  const fs::path pack = options.settings.packs.empty() ? "rules" : options.settings.packs.front();
  const fs::path manifest = pack / "pack.toml";
  const std::vector<RuleInfo> written = written_rules(pack);
  if (Status status = check_name(options.rule, shipped, written); !status) return status;
  const Result<Families> own = declared_families(manifest);
  if (!own) return own.error();
  const auto declared = own->find(options.family);
  const auto known = shipped.families().find(options.family);
  const bool is_foreign = known != shipped.families().end();
  const bool is_new = declared == own->end() && !is_foreign;
  if (is_new && fs::exists(manifest)) {
    return Error{cat("declares no family '", options.family, "'"), manifest.string(), 0, 0,
                 cat("add [[family]] with prefix = \"", options.family, "\" and a tag")};
  }
  std::string text;
  if (!fs::exists(manifest)) {
    write_new_manifest(fs::absolute(pack).lexically_normal().filename().string(),
                       is_new ? options.family : std::string(), text);
    if (Status status = write_new(manifest, text); !status) return status;
  }
  const bool joins = declared == own->end() && is_foreign;
  const int number =
      std::max(highest_number(written, options.family) + 1, joins ? kFirstForeignNumber : 1);
  const std::string id = id_of(options.family, number);
  const std::string tag = declared != own->end() ? declared->second
                          : is_foreign           ? known->second
                                                 : ascii_lower(options.family);
  text.clear();
  write_new_rule(id, options.rule, *kind, text);
  return write_new(pack / tag / cat(id, "-", options.rule, ".toml"), text);
}

}  // namespace

int run_rules_new(const CliOptions& options) {
  std::vector<Error> errors;
  const std::unique_ptr<RuleSet> shipped = RuleSet::load({default_pack()}, errors);
  for (const Error& error : errors) print_error(error);
  if (shipped == nullptr) return kFailed;
  const Status status = create(options, *shipped);
  if (!status) print_error(status.error());
  return status ? kClean : kFailed;
}

}  // namespace starlint
