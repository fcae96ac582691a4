#include "cli/session.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/strings.h"
#include "cli/output.h"
#include "source/walk.h"
#include "text/text.h"

namespace starlint {

namespace {

void print_all(const std::vector<Error>& errors) {
  for (const Error& error : errors) print_error(error);
}

Configuration open_configuration(const CliOptions& options) {
  Configuration config(options.isolated ? Configuration::Search::Nowhere
                                        : Configuration::Search::Upwards);
  if (!options.config_file.empty()) config.use_only(options.config_file);
  return config;
}

/// All packs of a run: the default pack, those of the command line, those of the configuration.
class Packs {
 public:
  Packs() { files_.push_back(default_pack()); }

  void add(const std::string& path, const Setting<std::string>* from, std::vector<Error>& errors) {
    const auto [entry, is_new] =
        indices_.emplace(absolute_path(path), static_cast<std::uint32_t>(files_.size()));
    if (!is_new) return;
    Result<PackFiles> pack = read_pack(path);
    if (pack) {
      files_.push_back(*std::move(pack));
      return;
    }
    errors.push_back(pack.error());
    if (from != nullptr) {
      errors.back().hint = cat("named in ", from->path, ":", from->where.line);
    }
  }

  const std::vector<PackFiles>& files() const { return files_; }
  std::uint32_t index(const std::string& path) const { return indices_.at(absolute_path(path)); }

 private:
  std::vector<PackFiles> files_;
  std::map<std::string, std::uint32_t> indices_;
};

Packs read_packs(const CliOptions& options, const Configuration& config,
                 std::vector<Error>& errors) {
  Packs packs;
  for (const std::string& path : options.packs) packs.add(path, nullptr, errors);
  for (const ConfigFile* file : config.files()) {
    for (const auto& pack : file->packs) packs.add(pack.value, &pack, errors);
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
Result<RuleLayer> command_line_layer(const CliOptions& options) {
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

/// Gives each note its speaker and the rules that are on for it; equal choices are shared.
class Assigner {
 public:
  Assigner(const CliOptions& options, const RuleLayer& command_line, const Packs& packs,
           const RuleSet& rules)
      : options_(options), command_line_(command_line), packs_(packs), rules_(rules) {}

  std::shared_ptr<const RuleChoice> choice(const ConfigChain& chain, const std::string& path) {
    std::vector<const RuleLayer*> layers = layers_for(chain, path);
    layers.push_back(&command_line_);
    std::shared_ptr<const RuleChoice>& known = choices_[{chain, layers}];
    if (known == nullptr) {
      known = std::make_shared<RuleChoice>(choose_rules(rules_, defaults(chain), layers));
    }
    return known;
  }

 private:
  RuleDefaults defaults(const ConfigChain& chain) const {
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

  const CliOptions& options_;
  const RuleLayer& command_line_;
  const Packs& packs_;
  const RuleSet& rules_;
  std::map<std::pair<ConfigChain, std::vector<const RuleLayer*>>, std::shared_ptr<const RuleChoice>>
      choices_;
};

/// A note before it is read.
struct Found {
  std::string path;
  std::string argument;
  bool standard_input = false;
};

std::vector<Found> find_all(const CliOptions& options, std::vector<Error>& problems) {
  std::vector<Found> found;
  std::vector<std::string> arguments;
  for (const std::string& path : options.paths) {
    if (path != "-") {
      arguments.push_back(path);
    } else if (found.empty()) {
      found.push_back({options.stdin_filename, path, true});
    }
  }
  Walk walk = find_notes(arguments, {options.gitignore});
  for (const NotePath& note : walk.files) {
    found.push_back({note.path, arguments[note.argument], false});
  }
  problems = std::move(walk.problems);
  if (found.empty() && problems.empty()) {
    print_note("no notes found (.md .markdown .txt .text .org)");
  }
  return found;
}

std::string directory_of(const std::string& absolute) {
  return std::filesystem::path(absolute).parent_path().string();
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

}  // namespace

std::unique_ptr<RuleSet> load_rules(const CliOptions& options) {
  Configuration config = open_configuration(options);
  config.chain(absolute_path("."));
  std::vector<Error> errors = config.errors();
  const Packs packs = read_packs(options, config, errors);
  std::unique_ptr<RuleSet> rules = load(packs, config, errors);
  print_all(errors);
  return rules;
}

std::optional<Session> open_session(const CliOptions& options) {
  Session session;
  session.lint.threads = options.threads;
  const std::vector<Found> found = find_all(options, session.problems);
  Configuration config = open_configuration(options);
  for (const Found& note : found) config.chain(directory_of(absolute_path(note.path)));
  std::vector<Error> errors = config.errors();
  const Result<RuleLayer> command_line = command_line_layer(options);
  if (!command_line) errors.push_back(command_line.error());
  const Packs packs = read_packs(options, config, errors);
  session.rules = load(packs, config, errors);
  if (errors.empty()) errors = check_words(config, *command_line, *session.rules);
  print_all(errors);
  if (!errors.empty()) return std::nullopt;

  Assigner assigner(options, *command_line, packs, *session.rules);
  for (const Found& note : found) {
    Result<std::string> bytes =
        note.standard_input ? Result<std::string>(read_standard_input()) : read_file(note.path);
    if (!bytes) {
      session.problems.push_back(bytes.error());
    } else if (is_binary(*bytes)) {
      print_note(cat(note.path, ": is no text and was skipped"));
    } else {
      const std::string absolute = absolute_path(note.path);
      const ConfigChain& chain = config.chain(directory_of(absolute));
      session.inputs.push_back({{0, note.path, *std::move(bytes)},
                                speaker_of(chain, absolute, note.argument),
                                assigner.choice(chain, absolute)});
    }
  }
  print_all(session.problems);
  return session;
}

}  // namespace starlint
