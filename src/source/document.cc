#include "source/document.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/shell_quoted.h"
#include "base/strings.h"

namespace starlint {

namespace {

namespace fs = std::filesystem;

struct Conversion {
  std::string_view extension;
  std::string_view how;  // {} is the document; {md} and {txt} are its name with that ending
};

constexpr std::string_view kPandoc = "pandoc -t markdown -o {md} {}";
constexpr std::array<Conversion, 6> kConversions = {{
    {".doc", "libreoffice --convert-to txt:Text {}"},
    {".docx", kPandoc},
    {".odt", kPandoc},
    {".pages", "export it as text in Pages"},
    {".pdf", "pdftotext -layout {} {txt}"},
    {".rtf", kPandoc},
}};

const Conversion* conversion_by_name(const std::string& path) {
  const std::string extension = ascii_lower(fs::path(path).extension().string());
  const auto found =
      std::find_if(kConversions.begin(), kConversions.end(),
                   [&](const Conversion& one) { return one.extension == extension; });
  return found == kConversions.end() ? nullptr : &*found;
}

}  // namespace

bool is_document(const std::string& path) { return conversion_by_name(path) != nullptr; }

std::string conversion_of(const std::string& path) {
  std::string_view how = conversion_by_name(path)->how;
  std::string out;
  for (std::size_t at = how.find('{'); at != how.npos; at = how.find('{')) {
    const std::size_t end = how.find('}', at);
    const std::string extension(how.substr(at + 1, end - at - 1));
    fs::path name(path);
    if (!extension.empty()) name.replace_extension(extension);
    out += cat(how.substr(0, at), shell_quoted(name.generic_string()));
    how.remove_prefix(end + 1);
  }
  return out += how;
}

}  // namespace starlint
