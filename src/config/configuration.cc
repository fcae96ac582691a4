#include "config/configuration.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/strings.h"
#include "source/walk.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 2> kFileNames = {"starlint.toml", ".starlint.toml"};

/// The part of `path` below `directory`; "" where it does not lie there.
std::string_view below(std::string_view directory, std::string_view path) {
  if (directory == "/") return path.substr(1);
  const bool inside = path.size() > directory.size() && path.starts_with(directory) &&
                      path[directory.size()] == '/';
  return inside ? path.substr(directory.size() + 1) : std::string_view();
}

}  // namespace

const ConfigFile* Configuration::read(const std::string& path) {
  const auto [entry, is_new] = files_.emplace(path, nullptr);
  if (is_new) {
    Result<ConfigFile> file = read_config(path);
    if (!file) {
      errors_.push_back(file.error());
    } else {
      entry->second = std::make_unique<ConfigFile>(*std::move(file));
    }
  }
  return entry->second.get();
}

void Configuration::use_only(const std::string& path) {
  search_ = Search::Nowhere;
  if (const ConfigFile* file = read(path)) only_ = {file};
}

const ConfigChain& Configuration::chain(const std::string& absolute_directory) {
  if (search_ == Search::Nowhere) return only_;
  const auto [entry, is_new] = chains_.emplace(absolute_directory, ConfigChain());
  if (!is_new) return entry->second;
  const fs::path directory = absolute_directory;
  const ConfigFile* own = nullptr;
  for (const std::string_view name : kFileNames) {
    std::error_code ignored;
    const fs::path path = directory / name;
    if (own == nullptr && fs::is_regular_file(path, ignored)) {
      own = read(printed_path(path.string()));
    }
  }
  std::error_code ignored;
  const bool outermost = directory == directory.parent_path() || (own != nullptr && own->root) ||
                         fs::exists(directory / ".git", ignored);
  ConfigChain chain = outermost ? ConfigChain() : this->chain(directory.parent_path().string());
  if (own != nullptr) chain.push_back(own);
  entry->second = std::move(chain);
  return entry->second;
}

std::vector<const ConfigFile*> Configuration::files() const {
  std::vector<const ConfigFile*> out;
  for (const auto& [path, file] : files_) {
    if (file != nullptr) out.push_back(file.get());
  }
  return out;
}

std::vector<const RuleLayer*> layers_for(const ConfigChain& chain,
                                         const std::string& absolute_path) {
  std::vector<const RuleLayer*> out;
  for (const ConfigFile* file : chain) {
    const std::string_view relative = below(file->directory, absolute_path);
    for (const RuleLayer& layer : file->layers) {
      if (layer.covers(relative)) out.push_back(&layer);
    }
  }
  return out;
}

const Setting<std::string>* nearest_setting(
    const ConfigChain& chain, std::optional<Setting<std::string>> ConfigFile::*member) {
  for (auto file = chain.rbegin(); file != chain.rend(); ++file) {
    if (const auto& setting = (*file)->*member) return &*setting;
  }
  return nullptr;
}

Speaker speaker_of(const ConfigChain& chain, const std::string& absolute_path,
                   const std::string& folder) {
  Speaker out{folder};
  for (auto file = chain.rbegin(); file != chain.rend(); ++file) {
    const std::string_view relative = below((*file)->directory, absolute_path);
    if (relative.empty()) continue;
    for (const Setting<std::string>& pattern : (*file)->speakers) {
      const Glob glob(pattern.value);
      for (std::size_t slash = relative.find('/'); slash != std::string_view::npos;
           slash = relative.find('/', slash + 1)) {
        const std::string_view directory = relative.substr(0, slash);
        if (glob.matches(directory)) {
          return {printed_path(cat((*file)->directory, "/", directory)), *file, &pattern};
        }
      }
    }
    out = {printed_path((*file)->directory), *file, nullptr};
  }
  return out;
}

bool is_settings_file(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return std::find(kFileNames.begin(), kFileNames.end(), name) != kFileNames.end();
}

std::string printed_path(const std::string& absolute_path) {
  std::error_code error;
  const std::string here = fs::current_path(error).generic_string();
  if (absolute_path == here) return ".";
  const std::string_view inside = error ? std::string_view() : below(here, absolute_path);
  return inside.empty() ? absolute_path : std::string(inside);
}

}  // namespace starlint
