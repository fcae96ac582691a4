#include "lsp/inbox.h"

#include <algorithm>

namespace starlint {

namespace {

Message message_of(const Frame& frame) {
  switch (frame.kind) {
    case Frame::Kind::Body:
      return read_message(frame.body);
    case Frame::Kind::BadHeader:
      return broken(RpcCode::ParseError, "headers without a Content-Length");
    case Frame::Kind::TooLong:
      return broken(RpcCode::InvalidRequest, "the message is too long");
    case Frame::Kind::End:
      return {};
  }
  return {};
}

}  // namespace

Inbox::~Inbox() {
  if (reader_.joinable()) reader_.join();
}

void Inbox::listen(ByteSource& source) {
  reader_ = std::thread([this, &source] {
    FrameReader frames(source);
    for (;;) {
      Message message = message_of(frames.next());
      const bool last = message.kind == Message::Kind::End || message.method == "exit";
      push(std::move(message));
      if (last) return;
    }
  });
}

void Inbox::push(Message message) {
  {
    const std::lock_guard lock(mutex_);
    if (message.method == "$/cancelRequest") {
      const JsonValue* id = message.params.find("id");
      const auto wanted =
          std::find_if(messages_.begin(), messages_.end(), [&](const Message& waiting) {
            return id != nullptr && waiting.kind == Message::Kind::Request &&
                   same_id(waiting.id, *id);
          });
      if (wanted != messages_.end()) wanted->cancelled = true;
      return;
    }
    messages_.push_back(std::move(message));
  }
  arrived_.notify_one();
}

Message Inbox::pop() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return !messages_.empty(); });
  Message message = std::move(messages_.front());
  messages_.pop_front();
  return message;
}

bool Inbox::empty() const {
  const std::lock_guard lock(mutex_);
  return messages_.empty();
}

}  // namespace starlint
