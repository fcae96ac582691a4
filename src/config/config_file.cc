#include "config/config_file.h"

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "config/fields.h"
#include "source/walk.h"

namespace starlint {

using Node = toml_doc::Value;

bool RuleLayer::covers(std::string_view relative_path) const {
  return paths.empty() || std::any_of(paths.begin(), paths.end(),
                                      [&](const Glob& glob) { return glob.covers(relative_path); });
}

namespace {

/// Reads one file's tables; `path_` is its printed path.
class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) {}

  Setting<std::string> setting(const Node& value) const {
    return {value.string, path_, value.where};
  }

  Words words(const Node& table, std::string_view key) const {
    Words out;
    for (const Node& item : toml_doc::items_of(table, key)) out.push_back(setting(item));
    return out;
  }

  std::optional<Setting<std::string>> optional(const Node& table, std::string_view key) const {
    const Node* value = table.find(key);
    return value == nullptr ? std::nullopt : std::optional(setting(*value));
  }

  Result<RuleLayer> layer(const Node& table) const {
    RuleLayer out;
    for (const std::string& pattern : toml_doc::strings_of(table, "paths")) {
      out.paths.emplace_back(pattern);
    }
    if (table.find("select") != nullptr) out.select = words(table, "select");
    out.extend_select = words(table, "extend-select");
    out.ignore = words(table, "ignore");
    const Node* levels = table.find("levels");
    if (levels == nullptr) return out;
    for (const Node::Member& member : levels->members) {
      const std::optional<Level> level = level_of(member.value.string);
      if (!level) {
        return toml_doc::error_at(member.value, path_,
                                  "a level is \"note\", \"warning\" or \"error\"",
                                  cat("to switch a rule off: ignore = [\"", member.key, "\"]"));
      }
      out.levels.push_back({{member.key, path_, member.where}, *level});
    }
    return out;
  }

  Result<std::vector<OptionOverride>> options(const Node& root) const {
    std::vector<OptionOverride> out;
    const Node* table = root.find("options");
    if (table == nullptr) return out;
    for (const Node::Member& member : table->members) {
      if (!member.value.is(toml_doc::Type::Table)) {
        return toml_doc::error_at(member.value, path_, cat("'", member.key, "' must be a table"),
                                  "write [options.RULE] and the rule's keys below it");
      }
      out.push_back({member.key, member.value, path_});
    }
    return out;
  }

 private:
  const std::string& path_;
};

Status read_layers(const Node& root, const Reader& reader, ConfigFile& out) {
  Result<RuleLayer> own = reader.layer(root);
  if (!own) return own.error();
  out.layers.push_back(*std::move(own));
  for (const Node& table : toml_doc::items_of(root, "override")) {
    Result<RuleLayer> layer = reader.layer(table);
    if (!layer) return layer.error();
    out.layers.push_back(*std::move(layer));
  }
  return success();
}

}  // namespace

Result<ConfigFile> read_config(const std::string& path) {
  const Result<std::string> text = read_file(path, kLargestSettings);
  return text ? parse_config(*text, path) : Result<ConfigFile>(text.error());
}

Result<ConfigFile> parse_config(std::string_view text, const std::string& path) {
  ConfigFile out;
  out.path = path;
  out.directory = std::filesystem::path(absolute_path(path)).parent_path().string();
  const Result<Node> root = toml_doc::parse(text, path);
  if (!root) return root.error();
  if (Status status = toml_doc::check_fields(*root, config_fields(), path); !status) {
    return status.error();
  }
  const Reader reader(path);
  out.root = toml_doc::boolean_of(*root, "root");
  for (const std::string_view kind : {"project", "employer"}) {
    for (const Node& entry : toml_doc::items_of(*root, kind)) {
      out.ledger.emplace_back(kind, reader.setting(*entry.find("name")));
    }
  }
  const std::filesystem::path here = std::filesystem::path(path).parent_path();
  const auto join = [&](Setting<std::string>& setting) {
    setting.value = (here / setting.value).lexically_normal().string();
  };
  out.packs = reader.words(*root, "packs");
  std::for_each(out.packs.begin(), out.packs.end(), join);
  out.profile = reader.optional(*root, "profile");
  out.baseline = reader.optional(*root, "baseline");
  if (out.baseline) join(*out.baseline);
  out.speakers = reader.words(*root, "speakers");
  Result<std::vector<OptionOverride>> options = reader.options(*root);
  if (!options) return options.error();
  out.options = *std::move(options);
  if (Status status = read_layers(*root, reader, out); !status) return status.error();
  return out;
}

}  // namespace starlint
