#include "lsp/notebook.h"

#include <algorithm>
#include <filesystem>

#include "base/sorted.h"
#include "base/strings.h"
#include "lsp/uri.h"
#include "source/walk.h"
#include "text/text.h"

namespace starlint {

namespace {

namespace fs = std::filesystem;

bool lies_in(const std::string& path, const std::string& directory) {
  return directory == "/" || (path.size() > directory.size() && path.starts_with(directory) &&
                              path[directory.size()] == '/');
}

/// The directory that holds all of them: of one itself, of none "".
std::string around(const std::vector<std::string>& directories) {
  if (directories.empty()) return {};
  fs::path out = directories.front();
  for (const std::string& directory : directories) {
    while (directory != out.string() && !lies_in(directory, out.string())) out = out.parent_path();
  }
  return out.string();
}

}  // namespace

Notebook::Notebook(SettingsOptions options, unsigned threads) : options_(std::move(options)) {
  lint_.threads = threads;
}

void Notebook::set_folders(std::vector<std::string> folders) {
  sort_unique(folders);
  folders_ = std::move(folders);
  base_ = around(folders_);
}

void Notebook::reload() {
  Paths found = find();
  std::vector<std::string> notes;
  for (const std::string& folder : folders_) notes.push_back(cat(folder, "/any"));
  for (const auto& [shown, absolute] : found) notes.push_back(settings_path(absolute));
  problems_.clear();
  std::unique_ptr<Settings> settings = Settings::open(options_, notes, problems_);
  if (settings == nullptr && settings_ != nullptr && covers(found)) return fill(std::move(found));
  if (settings == nullptr) {
    SettingsOptions built_in;
    built_in.isolated = true;
    std::vector<Error> none;
    settings = Settings::open(built_in, notes, none);
  }
  workspace_.reset();  // it stands on the old settings
  settings_ = std::move(settings);
  read_baselines(notes);
  workspace_ = std::make_unique<Workspace>(*settings_->rules, lint_, [this](LintRun& run) {
    for (const auto& [path, baseline] : baselines_) {
      if (baseline) baseline->accept(run);
    }
  });
  absolute_.clear();
  fill(std::move(found));
}

/// The findings that the settings around the notes say to accept.
void Notebook::read_baselines(const std::vector<std::string>& notes) {
  baselines_.clear();
  for (const Setting<std::string>* named : settings_->baselines(notes)) {
    Result<Baseline> baseline = open_baseline(*named);
    std::optional<Baseline>& entry = baselines_[absolute_path(named->value)];
    if (baseline) {
      entry = *std::move(baseline);
    } else {
      const Error& error = baseline.error();
      problems_.push_back({cat("the baseline ", error.path, " ", error.message), named->path,
                           named->where.line, named->where.column, "starlint baseline writes it"});
    }
  }
}

void Notebook::rescan() {
  Paths found = find();
  covers(found) ? fill(std::move(found)) : reload();
}

void Notebook::take(const OpenNote& note) {
  if (!settings_->covers(settings_path(note.path))) return reload();
  const std::string shown = shown_path(note.path);
  absolute_[shown] = note.path;
  put(shown, note.path);
}

bool Notebook::covers(const Paths& found) {
  return std::all_of(found.begin(), found.end(), [&](const auto& note) {
    return settings_->covers(settings_path(note.second));
  });
}

/// The notes of all folders and what is open.
Notebook::Paths Notebook::find() const {
  Paths out;
  for (const NotePath& note : find_notes(folders_).files) {
    out.emplace(shown_path(note.path), note.path);
  }
  for (const auto& [uri, document] : open_.all()) {
    out[shown_path(document.path)] = document.path;
  }
  return out;
}

/// The ledgers that hold for the notes are notes themselves.
Notebook::Paths Notebook::ledgers(const Paths& found) {
  Paths out;
  for (const auto& [shown, absolute] : found) {
    for (const ConfigFile* file : settings_->chain(settings_path(absolute))) {
      const std::string path = absolute_path(file->path);
      if (!file->ledger.empty()) out.emplace(shown_path(path), path);
    }
  }
  return out;
}

void Notebook::fill(Paths found) {
  found.merge(ledgers(found));
  for (const auto& [shown, absolute] : absolute_) {
    if (found.count(shown) == 0) workspace_->remove(shown);
  }
  absolute_ = std::move(found);
  for (const auto& [shown, absolute] : absolute_) put(shown, absolute);
}

void Notebook::put(const std::string& shown, const std::string& absolute) {
  const OpenNote* document = open_.at_path(absolute);
  Result<std::string> bytes =
      document != nullptr ? Result<std::string>(document->text) : read_file(absolute);
  if (!bytes || is_binary(*bytes)) return workspace_->remove(shown);
  const std::string asked = settings_path(absolute);
  workspace_->put({{0, shown, *std::move(bytes)},
                   speaker_of(settings_->chain(asked), asked, folder_of(absolute)).name,
                   settings_->choice(asked)});
}

bool Notebook::is_setting(const std::string& absolute_path) const {
  return absolute_path.ends_with(".toml") || absolute_path.ends_with("/.gitignore") ||
         baselines_.count(absolute_path) != 0;
}

const OpenNote* Notebook::note_of(const FileResult& file) const {
  const auto absolute = absolute_.find(file.source.path);
  return absolute == absolute_.end() ? nullptr : open_.at_path(absolute->second);
}

std::string Notebook::uri_of_file(const FileResult& file) const {
  if (const OpenNote* document = note_of(file)) return document->uri;
  const auto absolute = absolute_.find(file.source.path);
  return file_uri(absolute == absolute_.end() ? file.source.path : absolute->second);
}

std::string Notebook::shown_path(const std::string& absolute_path) const {
  const bool inside = !base_.empty() && lies_in(absolute_path, base_);
  return inside ? absolute_path.substr(base_ == "/" ? 1 : base_.size() + 1) : absolute_path;
}

/// Where its settings are looked for: those of what is no file yet hold for the folders.
std::string Notebook::settings_path(const std::string& absolute_path) const {
  return absolute_path.starts_with('/') ? absolute_path : cat(base_, "/", absolute_path);
}

/// What the command line would have been given.
std::string Notebook::folder_of(const std::string& absolute_path) const {
  const auto folder = std::find_if(folders_.begin(), folders_.end(), [&](const std::string& one) {
    return lies_in(absolute_path, one);
  });
  return folder == folders_.end() ? folder_of_file(absolute_path) : *folder;
}

}  // namespace starlint
