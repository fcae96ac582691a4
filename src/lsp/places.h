// Places in notes as one client counts them.
#pragma once

#include "base/span.h"
#include "lint/lint.h"
#include "lsp/notebook.h"
#include "lsp/position.h"

namespace starlint {

/// Refers to the notebook.
class Places {
 public:
  Places(const Notebook& notebook, PositionEncoding encoding)
      : notebook_(notebook), encoding_(encoding) {}

  /// Whether the client sees the text that was read: not where an open document looks like bytes of
  /// another charset.
  bool shares_text(const FileResult& file) const;
  LspPosition position(const FileResult& file, std::uint32_t offset) const;
  LspRange range(const FileResult& file, Span span) const;
  std::uint32_t offset(const FileResult& file, LspPosition position) const;
  Span span(const FileResult& file, const LspRange& range) const;
  std::string uri(const FileResult& file) const { return notebook_.uri_of_file(file); }

  /// {"uri": …, "range": …}
  void write_location(const FileResult& file, Span span, JsonWriter& json) const;

 private:
  /// Units of a byte order mark that an open document keeps and the text does not.
  std::uint32_t mark_units(const FileResult& file) const;

  const Notebook& notebook_;
  PositionEncoding encoding_;
};

}  // namespace starlint
