// A language server answers any stream of messages with well-formed ones and ends. Each line of the
// input is the body of a message; the server is initialized first, unless the input begins with a
// blank, which sends it raw.
#include <algorithm>
#include <cstddef>

#include "base/check.h"
#include "base/strings.h"
#include "json/value.h"
#include "lsp/lsp.h"

using namespace starlint;

namespace {

class StringSource : public ByteSource {
 public:
  explicit StringSource(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t count = std::min(size, rest_.size());
    std::copy_n(rest_.data(), count, out);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

std::string stream_of(std::string_view input) {
  if (input.starts_with(' ')) return std::string(input.substr(1));
  std::string out;
  StringSink sink(out);
  write_frame(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})",
              sink);
  for (const std::string_view body : split(input, '\n')) write_frame(body, sink);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string stream = stream_of({reinterpret_cast<const char*>(data), size});
  StringSource in(stream);
  std::string answers;
  StringSink out(answers);
  SettingsOptions options;
  options.isolated = true;
  serve(options, 1, in, out);
  StringSource written(answers);
  FrameReader frames(written);
  for (Frame frame = frames.next(); frame.kind != Frame::Kind::End; frame = frames.next()) {
    SL_CHECK(frame.kind == Frame::Kind::Body && parse_json(frame.body, "answer").ok());
  }
  return 0;
}
