// The commands of `config`: what holds for a note and who says so, and the schema of the file.
#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"
#include "report/schema.h"
#include "source/walk.h"
#include "toml/spelled.h"

namespace starlint {

namespace {

constexpr std::string_view kBuiltIn = "built in";

/// One value and where it comes from.
struct Row {
  std::string key;
  std::string value;
  std::string origin;
};

std::string place(const std::string& path, toml_doc::Position where) {
  return cat(path, ":", where.line, ":", where.column);
}

std::string origin(const Setting<std::string>& setting) {
  return setting.where.line == 0 ? "command line" : place(setting.path, setting.where);
}

/// What the files and the command line say, in the order in which it holds.
void add_files(const ConfigChain& chain, std::vector<Row>& rows) {
  if (chain.empty()) rows.push_back({"file", "none", "no starlint.toml from here upwards"});
  for (const ConfigFile* file : chain) {
    rows.push_back({"file", file->path, file->root ? "root = true: none further up" : ""});
  }
}

void add_speaker(const ConfigChain& chain, const std::string& note, std::vector<Row>& rows) {
  const Speaker speaker = speaker_of(chain, note, {});
  if (speaker.file == nullptr) {
    rows.push_back({"speaker", "the folder on the command line", std::string(kBuiltIn)});
    return;
  }
  rows.push_back({"speaker", speaker.name,
                  speaker.pattern == nullptr ? speaker.file->path : origin(*speaker.pattern)});
}

void add_profile(const CliOptions& options, const ConfigChain& chain, std::vector<Row>& rows) {
  if (!options.settings.profile.empty()) {
    rows.push_back({"profile", options.settings.profile, "command line"});
  } else if (const auto* profile = nearest_setting(chain, &ConfigFile::profile)) {
    rows.push_back({"profile", profile->value, origin(*profile)});
  } else {
    rows.push_back({"profile", "default", std::string(kBuiltIn)});
  }
}

void add_packs(const CliOptions& options, const ConfigChain& chain, const RuleSet& rules,
               std::vector<Row>& rows) {
  const PackInfo& own = rules.packs().front();
  rows.push_back({"pack", cat(own.name, " ", own.version), std::string(kBuiltIn)});
  for (const std::string& path : options.settings.packs)
    rows.push_back({"pack", path, "command line"});
  for (const ConfigFile* file : chain) {
    for (const auto& pack : file->packs) rows.push_back({"pack", pack.value, origin(pack)});
  }
}

void add_ledger(const ConfigChain& chain, std::vector<Row>& rows) {
  for (const ConfigFile* file : chain) {
    for (const auto& [kind, name] : file->ledger) rows.push_back({kind, name.value, origin(name)});
  }
}

void add_options(const ConfigChain& chain, std::vector<Row>& rows) {
  for (const ConfigFile* file : chain) {
    for (const OptionOverride& option : file->options) {
      for (const toml_doc::Value::Member& member : option.table.members) {
        rows.push_back({cat("options.", option.rule, ".", member.key),
                        toml_doc::spelled(member.value), place(option.path, member.where)});
      }
    }
  }
}

std::string reasons(const RuleDecision& decision, const RuleInfo& info) {
  std::vector<std::string> out;
  if (decision.switched != nullptr) {
    out.push_back(cat(origin(*decision.switched), " '", decision.switched->value, "'"));
  }
  if (decision.level && decision.levelled != nullptr) {
    out.push_back(cat(origin(*decision.levelled), " '", decision.levelled->value, "'"));
  }
  return out.empty() ? info.path : join(out, ", ");
}

/// The rules that are on, and those that somebody switched off: what somebody changed first.
void add_rules(const std::vector<RuleDecision>& decisions, const RuleSet& rules, bool changed_alone,
               std::vector<Row>& rows) {
  std::vector<Row> unchanged;
  std::size_t silent = 0;
  for (std::uint32_t i = 0; i < decisions.size(); ++i) {
    const RuleDecision& decision = decisions[i];
    const RuleInfo& info = rules.info(i);
    if (!decision.level && decision.switched == nullptr) {
      ++silent;
      continue;
    }
    const bool changed = decision.switched != nullptr || decision.levelled != nullptr;
    (changed ? rows : unchanged)
        .push_back({cat(info.id, " ", info.name),
                    std::string(decision.level ? name_of(*decision.level) : "off"),
                    reasons(decision, info)});
  }
  if (changed_alone) {
    const std::uint64_t count = unchanged.size();
    if (count != 0) rows.push_back({"rules as they are", cat(count), std::string(kBuiltIn)});
  } else {
    rows.insert(rows.end(), unchanged.begin(), unchanged.end());
  }
  if (silent != 0) rows.push_back({"other rules", "off", "not selected, or not in this profile"});
}

/// Where an override is written: one of its words.
std::string place_of(const RuleLayer& layer, const ConfigFile& file) {
  Words words = layer.select.value_or(Words());
  words.insert(words.end(), layer.extend_select.begin(), layer.extend_select.end());
  words.insert(words.end(), layer.ignore.begin(), layer.ignore.end());
  for (const auto& [word, level] : layer.levels) words.push_back(word);
  return words.empty() ? file.path : origin(words.front());
}

/// The overrides that hold for no note at all: probably their paths are wrong.
void add_idle_overrides(const ConfigChain& chain, std::vector<Row>& rows) {
  for (const ConfigFile* file : chain) {
    if (file->layers.size() < 2) continue;
    const Walk walk = find_notes({file->directory});
    const std::size_t above = file->directory == "/" ? 1 : file->directory.size() + 1;
    for (std::size_t i = 1; i < file->layers.size(); ++i) {
      const RuleLayer& layer = file->layers[i];
      const bool idle = std::none_of(walk.files.begin(), walk.files.end(), [&](const auto& note) {
        return layer.covers(std::string_view(note.path).substr(above));
      });
      if (idle) rows.push_back({"override", "its paths match no note", place_of(layer, *file)});
    }
  }
}

std::string table(const std::vector<Row>& rows) {
  std::size_t key = 0;
  std::size_t value = 0;
  constexpr std::size_t kWidest = 32;  // a longer one pushes only its own line
  for (const Row& row : rows) {
    key = std::max(key, row.key.size());
    value = std::max(value, std::min(row.value.size(), kWidest));
  }
  const auto padded = [](const std::string& text, std::size_t width) {
    return cat(text, std::string(width - std::min(width, text.size()), ' '), "  ");
  };
  std::string out;
  for (const Row& row : rows) {
    const std::string line = cat(padded(row.key, key), padded(row.value, value), row.origin);
    out += cat(visible_lines(line.substr(0, line.find_last_not_of(' ') + 1)), "\n");
  }
  return out;
}

}  // namespace

int run_config_show(const CliOptions& options) {
  // A directory stands for a note in it.
  const std::string path = absolute_path(options.paths.front());
  if (!std::filesystem::exists(path)) {
    print_error({"no such file or directory", options.paths.front(), 0, 0, {}});
    return kFailed;
  }
  const std::string note = std::filesystem::is_directory(path) ? cat(path, "/any.md") : path;
  const std::unique_ptr<Settings> settings = open_settings(options, {note});
  if (settings == nullptr) return kFailed;
  const ConfigChain& chain = settings->chain(note);
  std::vector<Row> rows;
  add_files(chain, rows);
  add_speaker(chain, note, rows);
  add_profile(options, chain, rows);
  add_packs(options, chain, *settings->rules, rows);
  if (const auto* baseline = nearest_setting(chain, &ConfigFile::baseline)) {
    rows.push_back({"baseline", baseline->value, origin(*baseline)});
  }
  add_ledger(chain, rows);
  add_options(chain, rows);
  add_idle_overrides(chain, rows);
  add_rules(
      decide_rules(*settings->rules, settings->defaults(chain), settings->layers(chain, note)),
      *settings->rules, options.changed, rows);
  return write_output({}, table(rows)) ? kClean : kFailed;
}

int run_config_schema(const CliOptions&) {
  std::string text;
  write_config_schema(text);
  return write_output({}, text) ? kClean : kFailed;
}

}  // namespace starlint
