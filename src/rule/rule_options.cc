#include "rule/rule_options.h"

#include <algorithm>

#include "rule/rule_set.h"
#include "source/walk.h"
#include "toml/packed.h"

namespace starlint {

namespace {

Result<toml_doc::Value> document_of(const RuleInfo& info) {
  const PackFiles pack = default_files();
  const auto own = std::find_if(pack.files.begin(), pack.files.end(),
                                [&](const PackFiles::File& one) { return one.path == info.path; });
  if (info.pack_index == 0 && own != pack.files.end()) return toml_doc::unpack(own->packed);
  const Result<std::string> text = read_file(info.path, kLargestSettings);
  return text ? toml_doc::parse(*text, info.path) : Result<toml_doc::Value>(text.error());
}

}  // namespace

toml_doc::Value options_of(const RuleInfo& info) {
  toml_doc::Value none;
  none.type = toml_doc::Type::Table;
  const Result<toml_doc::Value> document = document_of(info);
  const toml_doc::Value* options = document ? document->find("options") : nullptr;
  return options == nullptr ? none : *options;
}

}  // namespace starlint
