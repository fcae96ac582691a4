#include "report/xml.h"

#include "base/strings.h"
#include "text/display.h"
#include "text/utf8.h"

namespace starlint {

static void append_xml(std::string& out, char32_t c) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\t':
    case '\n':
    case '\r':  // kept from attribute normalisation
      out += c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "&#13;";
      return;
    default:
      // As a reference it is the same to a reader, and steers no terminal.
      if (c >= 0x7F && steers_terminal(c)) {
        out += cat("&#", static_cast<std::uint32_t>(c), ";");
        return;
      }
      append_code_point(out, c < 0x20 || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
  }
}

std::string xml_text(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) append_xml(out, next_code_point(utf8, at));
  return out;
}

}  // namespace starlint
