// Writes HTML. All text and every attribute value goes through one function, escaped(); tags and
// attribute names are the program's own. Notes can so never become markup.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_sink.h"

namespace starlint {

/// Text as it may stand between tags and inside quoted attribute values: markup characters as
/// character references, controls and bidi controls but the line feed spelled out ("<U+0000>"),
/// tabs as four blanks, any line end as a line feed, ill-formed bytes as U+FFFD.
std::string escaped(std::string_view text);

struct HtmlAttribute {
  std::string_view name;
  std::string value;  // escaped when written
};
using HtmlAttributes = std::vector<HtmlAttribute>;

class HtmlWriter {
 public:
  /// `out` must outlive the writer.
  explicit HtmlWriter(ByteSink& out) : out_(out) {}
  /// REQUIRES: every element is closed.
  ~HtmlWriter();
  HtmlWriter(const HtmlWriter&) = delete;
  HtmlWriter& operator=(const HtmlWriter&) = delete;

  void open(std::string_view tag, const HtmlAttributes& attributes = {});
  /// Closes the innermost element.
  void close();
  void text(std::string_view text) { out_.append(escaped(text)); }
  /// An element with text and nothing else.
  void element(std::string_view tag, const HtmlAttributes& attributes, std::string_view text);
  /// An element that has no content and no end tag: input, br.
  void lone(std::string_view tag, const HtmlAttributes& attributes);
  /// A piece of the program's own files; never of notes or packs.
  void verbatim(std::string_view own) { out_.append(own); }

 private:
  void tag(std::string_view name, const HtmlAttributes& attributes);

  ByteSink& out_;
  std::vector<std::string_view> open_;
};

}  // namespace starlint
