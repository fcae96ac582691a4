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

/// The highest number of the family among the files of the pack, 0 where there is none.
int highest_number(const fs::path& pack, std::string_view family) {
  int highest = 0;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(pack, ignored)) {
    const std::string name = entry.path().filename().string();
    int number = 0;
    if (!name.starts_with(family)) continue;
    std::from_chars(name.data() + family.size(), name.data() + name.size(), number);
    highest = std::max(highest, number);
  }
  return highest;
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

Status create(const CliOptions& options, const Families& shipped) {
  if (Status status = check_words(options); !status) return status;
  const Kind* kind = find_kind(options.kind);
  if (kind == nullptr)
    return Error{cat("no kind '", options.kind, "'"), {}, 0, 0, "rules/KINDS.md lists them"};
  const fs::path pack = options.settings.packs.empty() ? "rules" : options.settings.packs.front();
  const fs::path manifest = pack / "pack.toml";
  const Result<Families> own = declared_families(manifest);
  if (!own) return own.error();
  const auto declared = own->find(options.family);
  const auto known = shipped.find(options.family);
  const bool is_new = declared == own->end() && known == shipped.end();
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
  const bool foreign = declared == own->end() && known != shipped.end();
  const int number =
      std::max(highest_number(pack, options.family) + 1, foreign ? kFirstForeignNumber : 1);
  const std::string id = id_of(options.family, number);
  const std::string tag = declared != own->end()   ? declared->second
                          : known != shipped.end() ? known->second
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
  const Status status = create(options, shipped->families());
  if (!status) print_error(status.error());
  return status ? kClean : kFailed;
}

}  // namespace starlint
