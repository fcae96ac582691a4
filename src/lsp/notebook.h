// All notes of the client's folders, and whatever else it has open, under the settings that hold
// for each: what the server speaks of.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "baseline/baseline.h"
#include "config/settings.h"
#include "lint/workspace.h"
#include "lsp/open_notes.h"

namespace starlint {

class Notebook {
 public:
  Notebook(SettingsOptions options, unsigned threads);

  /// Absolute paths of directories. Call reload() behind it.
  void set_folders(std::vector<std::string> folders);
  const std::vector<std::string>& folders() const { return folders_; }

  /// Reads settings and packs anew, and all notes by them. Where they are broken the last good ones
  /// stay, at the start the built-in ones.
  void reload();
  /// Looks at the disk again for notes that came, went or changed.
  void rescan();
  /// Takes over what an open note says now.
  void take(const OpenNote& note);

  /// What is wrong with the settings.
  const std::vector<Error>& problems() const { return problems_; }
  /// Whether the change of a file asks for reload().
  bool is_setting(const std::string& absolute_path) const;
  /// Whether some findings were accepted before: which, only all notes together tell.
  bool accepts() const { return !baselines_.empty(); }

  OpenNotes& open_notes() { return open_; }
  const OpenNotes& open_notes() const { return open_; }
  Workspace& workspace() { return *workspace_; }

  /// The open note of a file; nullptr where it is not open.
  const OpenNote* note_of(const FileResult& file) const;
  /// As the client spells it where it is open.
  std::string uri_of_file(const FileResult& file) const;
  /// What a file is called among the notes: from the folder, as the command line would print it.
  std::string shown_path(const std::string& absolute_path) const;

 private:
  using Paths = std::map<std::string, std::string>;  // shown → absolute
  Paths find() const;
  Paths ledgers(const Paths& found);
  void fill(Paths found);
  void put(const std::string& shown, const std::string& absolute);
  std::string settings_path(const std::string& absolute_path) const;
  std::string folder_of(const std::string& absolute_path) const;
  bool covers(const Paths& found);
  void read_baselines(const std::vector<std::string>& notes);

  SettingsOptions options_;
  LintOptions lint_;
  std::vector<std::string> folders_;
  std::string base_;  // what shown paths begin at: the directory around all folders; "" without one
  OpenNotes open_;
  std::unique_ptr<Settings> settings_;
  std::unique_ptr<Workspace> workspace_;                      // by the rules of settings_
  std::map<std::string, std::optional<Baseline>> baselines_;  // by absolute path; none: broken
  Paths absolute_;                                            // of the files in the workspace
  std::vector<Error> problems_;
};

}  // namespace starlint
