#include "config/settings.h"

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "source/repository.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

void Packs::add(const std::string& path, const Setting<std::string>* from,
                std::vector<Error>& errors) {
  const auto [entry, is_new] =
      indices_.emplace(absolute_path(path), static_cast<std::uint32_t>(files_.size()));
  if (!is_new) return;
  Result<PackFiles> pack = read_pack(path);
  if (pack) {
    files_.push_back(*std::move(pack));
    return;
  }
  errors.push_back(pack.error());
  if (from != nullptr) errors.back().hint = cat("named in ", from->path, ":", from->where.line);
}

std::uint32_t Packs::index(const std::string& path) const {
  return indices_.at(absolute_path(path));
}

namespace {

Configuration open_configuration(const SettingsOptions& options) {
  Configuration config(options.isolated ? Configuration::Search::Nowhere
                                        : Configuration::Search::Upwards);
  if (!options.config_file.empty()) config.use_only(options.config_file);
  return config;
}

/// A configuration may come with anybody's repository, so the files it names lie in the checkout,
/// or outside of checkouts beside or below it. Links are followed before this is judged.
bool lies_outside(const std::string& named, const ConfigFile& file) {
  const std::string root = repository_root(file.directory);
  std::error_code error;
  const fs::path home = fs::weakly_canonical(root.empty() ? file.directory : root, error);
  // What is not there yet stays relative where the path is.
  const fs::path inside =
      fs::weakly_canonical(absolute_path(named), error).lexically_relative(home);
  return error || inside.empty() || *inside.begin() == "..";
}

Error outside(std::string_view what, const Setting<std::string>& named) {
  return {cat("the ", what, " '", named.value, "' lies outside of the repository"), named.path,
          named.where.line, named.where.column, cat("name it with --", what, " if you trust it")};
}

void check_baselines(const Configuration& config, std::vector<Error>& errors) {
  for (const ConfigFile* file : config.files()) {
    if (file->baseline && lies_outside(file->baseline->value, *file)) {
      errors.push_back(outside("baseline", *file->baseline));
    }
  }
}

Packs read_packs(const SettingsOptions& options, const Configuration& config,
                 std::vector<Error>& errors) {
  Packs packs;
  for (const std::string& path : options.packs) packs.add(path, nullptr, errors);
  for (const ConfigFile* file : config.files()) {
    for (const auto& pack : file->packs) {
      if (lies_outside(pack.value, *file)) {
        errors.push_back(outside("pack", pack));
      } else {
        packs.add(pack.value, &pack, errors);
      }
    }
  }
  return packs;
}

std::unique_ptr<RuleSet> load(const Packs& packs, const Configuration& config,
                              std::vector<Error>& errors) {
  std::vector<OptionOverride> overrides;
  for (const ConfigFile* file : config.files()) {
    overrides.insert(overrides.end(), file->options.begin(), file->options.end());
  }
  if (!errors.empty()) return nullptr;
  return RuleSet::load(packs.files(), errors, overrides);
}

Words words_of(const std::vector<std::string>& texts) {
  Words words;
  for (const std::string& text : texts) words.push_back({text, {}, {}});
  return words;
}

/// --select, --ignore and --level.
Result<RuleLayer> command_line_layer(const SettingsOptions& options) {
  RuleLayer layer;
  if (!options.select.empty()) layer.select = words_of(options.select);
  layer.ignore = words_of(options.ignore);
  for (const std::string& text : options.levels) {
    const std::size_t equals = text.find('=');
    const std::optional<Level> level =
        equals == std::string::npos ? std::nullopt : level_of(text.substr(equals + 1));
    if (!level) {
      return Error{cat("'", text, "' is no level of a rule"),
                   {},
                   0,
                   0,
                   "write --level NAME=note, warning or error"};
    }
    layer.levels.push_back({{text.substr(0, equals), {}, {}}, *level});
  }
  return layer;
}

/// The words of all layers that name nothing.
std::vector<Error> check_words(const Configuration& config, const RuleLayer& command_line,
                               const RuleSet& rules) {
  std::vector<Error> errors = unknown_words(command_line, rules);
  for (const ConfigFile* file : config.files()) {
    for (const RuleLayer& layer : file->layers) {
      const std::vector<Error> more = unknown_words(layer, rules);
      errors.insert(errors.end(), more.begin(), more.end());
    }
  }
  return errors;
}

std::string directory_of(const std::string& absolute) {
  return std::filesystem::path(absolute).parent_path().string();
}

}  // namespace

Settings::Settings(const SettingsOptions& options)
    : options_(options), config_(open_configuration(options)) {}

std::unique_ptr<Settings> Settings::open(const SettingsOptions& options,
                                         const std::vector<std::string>& notes,
                                         std::vector<Error>& errors) {
  std::unique_ptr<Settings> out(new Settings(options));
  for (const std::string& note : notes) out->chain(note);
  for (const Error& error : out->config_.errors()) errors.push_back(error);
  out->files_ = out->config_.files().size() + out->config_.errors().size();
  Result<RuleLayer> command_line = command_line_layer(options);
  if (command_line) {
    out->command_line_ = *std::move(command_line);
  } else {
    errors.push_back(command_line.error());
  }
  check_baselines(out->config_, errors);
  out->packs_ = read_packs(options, out->config_, errors);
  out->rules = load(out->packs_, out->config_, errors);
  if (errors.empty()) errors = check_words(out->config_, out->command_line_, *out->rules);
  return errors.empty() ? std::move(out) : nullptr;
}

bool Settings::covers(const std::string& note) {
  chain(note);
  return config_.files().size() + config_.errors().size() == files_;
}

const ConfigChain& Settings::chain(const std::string& note) {
  return config_.chain(directory_of(note));
}

std::vector<const Setting<std::string>*> Settings::baselines(
    const std::vector<std::string>& notes) {
  std::map<std::string_view, const Setting<std::string>*> by_path;
  for (const std::string& note : notes) {
    const Setting<std::string>* named = nearest_setting(chain(note), &ConfigFile::baseline);
    if (named != nullptr) by_path.emplace(named->value, named);
  }
  std::vector<const Setting<std::string>*> out;
  for (const auto& [path, setting] : by_path) out.push_back(setting);
  return out;
}

RuleDefaults Settings::defaults(const ConfigChain& chain) const {
  RuleDefaults out;
  const Setting<std::string>* profile = nearest_setting(chain, &ConfigFile::profile);
  out.strict = !options_.profile.empty() ? options_.profile == "strict"
                                         : profile != nullptr && profile->value == "strict";
  for (std::uint32_t i = 0; i <= options_.packs.size(); ++i) out.packs.push_back(i);
  for (const ConfigFile* file : chain) {
    for (const auto& pack : file->packs) out.packs.push_back(packs_.index(pack.value));
  }
  std::sort(out.packs.begin(), out.packs.end());
  return out;
}

std::vector<const RuleLayer*> Settings::layers(const ConfigChain& chain,
                                               const std::string& note) const {
  std::vector<const RuleLayer*> out = layers_for(chain, note);
  out.push_back(&command_line_);
  return out;
}

std::shared_ptr<const RuleChoice> Settings::choice(const std::string& note) {
  const ConfigChain& files = chain(note);
  std::vector<const RuleLayer*> speaking = layers(files, note);
  std::shared_ptr<const RuleChoice>& known = choices_[{files, speaking}];
  if (known == nullptr) {
    known = std::make_shared<RuleChoice>(choose_rules(*rules, defaults(files), speaking));
  }
  return known;
}

}  // namespace starlint
