#include "outline/code.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::array<std::string_view, 17> kOpenings = {
    "//",   "/*",      "*/",   "</",      "<div",     "import ", "#include", "const ", "let ",
    "var ", "return ", "def ", "public ", "private ", "$ ",      ">>> ",     "};"};

std::size_t count_words(std::string_view line) {
  std::size_t words = 0;
  std::size_t letters = 0;
  for (const char c : line) {
    if (is_ascii_alpha(c)) {
      ++letters;
    } else {
      words += letters >= 2 && c == ' ' ? 1 : 0;
      letters = 0;
    }
  }
  return words + (letters >= 2 ? 1 : 0);
}

bool has_operator(std::string_view line) {
  for (const std::string_view sign : {"()", " = ", "=>", "==", "({", "){", ") {", "->", "/>"}) {
    if (line.find(sign) != std::string_view::npos) return true;
  }
  // "std::sort", but no field of notes: "result:: none".
  const std::size_t scope = line.find("::");
  return scope != std::string_view::npos && scope + 2 < line.size() &&
         is_ascii_alpha(line[scope + 2]);
}

}  // namespace

bool looks_like_code(std::string_view line) {
  line = trim(line);
  if (line.empty()) return false;
  const char last = line.back();
  const bool closes = last == '{' || last == '}' || last == ';';
  const bool opens = std::any_of(kOpenings.begin(), kOpenings.end(),
                                 [&](std::string_view word) { return line.starts_with(word); });
  if (line.size() <= 3) return closes || line == ")," || line == "),";
  // A sentence may end in a semicolon or hold an arrow; code has few plain words.
  if (closes) return has_operator(line) || count_words(line) <= 4;
  if (opens) return has_operator(line) || count_words(line) <= 5;
  return has_operator(line) && count_words(line) <= 3;
}

bool continues_code(std::string_view line) {
  const std::string_view text = trim(line);
  return looks_like_code(text) || text == "..." || text == "…";
}

bool looks_like_prose(std::string_view line) {
  constexpr std::ptrdiff_t kBlanks = 6;
  return !looks_like_code(line) && std::count(line.begin(), line.end(), ' ') >= kBlanks &&
         line.find_first_of("{}=<>|") == std::string_view::npos;
}

bool names_prose(std::string_view info) {
  constexpr std::array<std::string_view, 8> kProse = {"text", "txt",      "plain", "plaintext",
                                                      "md",   "markdown", "quote", "prose"};
  const std::string_view word = trim(info);
  return std::any_of(kProse.begin(), kProse.end(), [&](std::string_view known) {
    return equals_ignoring_ascii_case(word, known);
  });
}

}  // namespace starlint
