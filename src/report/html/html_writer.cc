#include "report/html/html_writer.h"

#include "base/check.h"
#include "base/strings.h"
#include "text/display.h"

namespace starlint {

namespace {

void append_references(std::string_view shown, std::string& out) {
  for (const char c : shown) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\t\r\n", at), text.size());
    append_references(visible(text.substr(at, end - at)), out);
    if (end == text.size()) break;
    const bool pair = text.substr(end, 2) == "\r\n";
    out += text[end] == '\t' ? "    " : "\n";
    at = end + (pair ? 2 : 1);
  }
  return out;
}

HtmlWriter::~HtmlWriter() { SL_CHECK(open_.empty()); }

void HtmlWriter::tag(std::string_view name, const HtmlAttributes& attributes) {
  std::string out = cat("<", name);
  for (const HtmlAttribute& attribute : attributes) {
    out += cat(" ", attribute.name);
    if (!attribute.value.empty()) out += cat("=\"", escaped(attribute.value), "\"");
  }
  out_.append(out += '>');
}

void HtmlWriter::open(std::string_view name, const HtmlAttributes& attributes) {
  tag(name, attributes);
  open_.push_back(name);
}

void HtmlWriter::close() {
  SL_CHECK(!open_.empty());
  out_.append(cat("</", open_.back(), ">"));
  open_.pop_back();
}

void HtmlWriter::element(std::string_view name, const HtmlAttributes& attributes,
                         std::string_view content) {
  open(name, attributes);
  text(content);
  close();
}

void HtmlWriter::lone(std::string_view name, const HtmlAttributes& attributes) {
  tag(name, attributes);
}

}  // namespace starlint
