// What the client was told of each file, so that it is told again only what changed.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/byte_sink.h"
#include "lsp/client.h"
#include "lsp/notebook.h"

namespace starlint {

class Publisher {
 public:
  /// `threads` write what is told; 0: as many as the machine has.
  Publisher(ByteSink& out, unsigned threads) : out_(out), threads_(threads) {}

  /// Tells everything that is found in all notes, and what is wrong with the settings.
  void publish(Notebook& notebook, const Client& client);
  /// Tells of an open note what it says by itself, if nothing was told of it yet and other notes
  /// still wait to be read; whether it told.
  bool preview(Notebook& notebook, const Client& client, const OpenNote& note);

 private:
  using Told = std::map<std::string, std::uint64_t>;  // by URI: hash of the parameters
  void tell(const std::string& uri, const std::string& parameters, bool empty, Told& told);
  void tell_problems(const Notebook& notebook, Told& told);

  ByteSink& out_;
  unsigned threads_;
  Told told_;
};

}  // namespace starlint
