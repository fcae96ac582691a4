#include "base/strings.h"
#include "catch.h"
#include "lsp/inbox.h"
#include "lsp/transport.h"

using namespace starlint;

namespace {

/// Gives its bytes in pieces of a few.
class Pieces : public ByteSource {
 public:
  Pieces(std::string bytes, std::size_t size) : bytes_(std::move(bytes)), size_(size) {}
  std::size_t read(char* out, std::size_t size) override {
    const std::size_t count = bytes_.copy(out, std::min(size, size_), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t size_;
  std::size_t at_ = 0;
};

/// The frames of a stream, one a word: the body, or what was wrong.
std::string frames_of(const std::string& bytes, std::size_t piece) {
  Pieces source(bytes, piece);
  FrameReader reader(source);
  std::string out;
  for (;;) {
    const Frame frame = reader.next();
    switch (frame.kind) {
      case Frame::Kind::Body:
        out += cat(frame.body, " ");
        break;
      case Frame::Kind::BadHeader:
        out += "? ";
        break;
      case Frame::Kind::TooLong:
        out += "! ";
        break;
      case Frame::Kind::End:
        return out + ".";
    }
  }
}

Message request(const char* id) {
  return read_message(cat(R"({"jsonrpc":"2.0","id":)", id, R"(,"method":"textDocument/hover"})"));
}

}  // namespace

TEST_CASE("lsp: frames are found in any stream") {
  struct Row {
    std::string bytes;
    const char* frames;
  };
  const std::string far(70000, 'x');
  const Row rows[] = {
      {"Content-Length: 2\r\n\r\n{}", "{} ."},
      {"content-length:2\nContent-Type: a\n\n{}Content-Length: 2\r\n\r\n[]", "{} [] ."},
      {"\r\n\r\nContent-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}", " {} ."},
      {"Content-Length: 20\r\n\r\n{}", "."},
      {"Content-Length: 2", "."},
      {"", "."},
      {"Content-Type: x\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "? [] ."},
      {"Content-Length: two\r\n\r\n{\"a\":\"\"}\r\n\r\nnoise\r\n\r\nContent-Length: 2\r\n\r\n[]",
       "? [] ."},
      {"Content-Length: -2\r\n\r\nContent-Length: 2\r\n\r\n[]", "? [] ."},
      {"Content-Length: 99999999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n[]", "? [] ."},
      {far + "\r\n\r\n" + far + "Content-Length: 2\r\n\r\n[]", "? [] ."},
      {"Content-Length: 268435457\r\n\r\n" + far, "."},
  };
  for (const Row& row : rows) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
      INFO(row.bytes.substr(0, 80) << " in pieces of " << piece);
      CHECK(frames_of(row.bytes, piece) == row.frames);
    }
  }
}

TEST_CASE("lsp: a body that is too long is passed over whole") {
  const std::size_t size = kLongestBody + 1;
  std::string bytes = cat("Content-Length: ", size, "\r\n\r\n");
  bytes.append(size, ' ');
  bytes += "Content-Length: 2\r\n\r\n{}";
  CHECK(frames_of(bytes, bytes.size()) == "! {} .");
}

TEST_CASE("lsp: what is no message is said to be none") {
  struct Row {
    const char* body;
    Message::Kind kind;
    RpcCode code;
  };
  const Row rows[] = {
      {"{", Message::Kind::Broken, RpcCode::ParseError},
      {"", Message::Kind::Broken, RpcCode::ParseError},
      {"\"\\ud800\"", Message::Kind::Broken, RpcCode::ParseError},
      {"[]", Message::Kind::Broken, RpcCode::InvalidRequest},
      {"{}", Message::Kind::Broken, RpcCode::InvalidRequest},
      {R"({"id":1,"method":7})", Message::Kind::Broken, RpcCode::InvalidRequest},
      {R"({"id":null,"method":"a"})", Message::Kind::Broken, RpcCode::InvalidRequest},
      {R"({"id":{},"method":"a"})", Message::Kind::Broken, RpcCode::InvalidRequest},
  };
  for (const Row& row : rows) {
    INFO(row.body);
    const Message message = read_message(row.body);
    CHECK(message.kind == row.kind);
    CHECK(message.fault.code == row.code);
  }
  CHECK(read_message(R"({"id":7,"method":8})").id.text == "7");
  CHECK(read_message(R"({"id":"x","result":null})").kind == Message::Kind::Response);
  CHECK(read_message(R"({"method":"exit"})").kind == Message::Kind::Notification);
}

TEST_CASE("lsp: a cancellation reaches the request that waits, and no other") {
  const auto cancel = [](const char* id) {
    return read_message(cat(R"({"method":"$/cancelRequest","params":{"id":)", id, "}}"));
  };
  Inbox inbox;
  for (const char* id : {"1", "\"1\"", "2"}) inbox.push(request(id));
  inbox.push(cancel("\"1\""));
  inbox.push(cancel("3"));
  inbox.push(read_message(R"({"method":"$/cancelRequest"})"));
  CHECK_FALSE(inbox.pop().cancelled);
  CHECK(inbox.pop().cancelled);
  CHECK_FALSE(inbox.pop().cancelled);
  CHECK(inbox.empty());
}
