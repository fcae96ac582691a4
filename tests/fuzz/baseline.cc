// Any file is a baseline or an error; what is written reads back as the same.
#include "baseline/baseline.h"

#include <cstddef>

#include "base/check.h"

using namespace starlint;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<Baseline> baseline = Baseline::read(bytes, "accepted.json");
  if (!baseline) return 0;
  const std::string written = baseline->write();
  const Result<Baseline> again = Baseline::read(written, "accepted.json");
  SL_CHECK(again.ok() && again->size() == baseline->size() && again->write() == written);
  return 0;
}
