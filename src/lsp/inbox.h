// The messages of a client, in their order: one thread reads them off the stream, another works on
// them, so that a cancellation reaches a request that still waits. Thread-safe.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "lsp/message.h"
#include "lsp/transport.h"

namespace starlint {

class Inbox {
 public:
  Inbox() = default;
  ~Inbox();
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;

  /// Begins to read; until "exit" or the end of `source`, which must outlive the inbox.
  void listen(ByteSource& source);

  /// Adds a message. "$/cancelRequest" is not added but marks the request it names.
  void push(Message message);
  /// The next message; waits for one. The last is an End.
  Message pop();
  bool empty() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Message> messages_;
  std::thread reader_;
};

}  // namespace starlint
