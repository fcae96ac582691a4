// Any starlint.toml is a configuration or an error with its place.
#include <cstddef>

#include "base/check.h"
#include "config/config_file.h"

using namespace starlint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<ConfigFile> file = parse_config(bytes, "/notes/starlint.toml");
  if (!file) SL_CHECK(!file.error().message.empty() && !file.error().path.empty());
  if (!file) return 0;
  for (const RuleLayer& layer : file->layers) layer.covers("a/b/c.md");
  return 0;
}
