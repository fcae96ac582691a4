// The rule files of the source tree, parsed: what the program embeds.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/check.h"
#include "source/walk.h"
#include "toml/document.h"
#include "toml/value.h"

namespace starlint {

inline std::vector<Document> rule_files() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(STARLINT_RULES_DIR)) {
    if (entry.path().extension() == ".toml") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Document> documents;
  for (const std::string& path : paths) {
    const Result<std::string> bytes = read_file(path);
    SL_CHECK(bytes.ok());
    Result<toml_doc::Value> root = toml_doc::parse(*bytes, path);
    SL_CHECK(root.ok());
    documents.push_back({path, std::move(*root)});
  }
  return documents;
}

}  // namespace starlint
