// Build tool: writes the files of the default pack into a C++ source, so that the program works
// alone and starts without parsing them. usage: embed OUT.cc ROOT FILE…
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "toml/packed.h"

namespace {

/// As a string literal of any size: neighbours are joined by the compiler, which need not take
/// more than 64 KiB in one.
void write_literal(std::ostream& out, const std::string& bytes) {
  constexpr std::size_t kLine = 64;
  constexpr char kOctal[] = "01234567";
  out << "std::string_view(\"";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i != 0 && i % kLine == 0) out << "\"\n      \"";
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool plain = byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
    if (plain) {
      out << bytes[i];
    } else {
      out << '\\' << kOctal[byte >> 6] << kOctal[(byte >> 3) & 7] << kOctal[byte & 7];
    }
  }
  out << "\", " << bytes.size() << ")";
}

/// Takes the examples out of a rule and packs them; empty where there are none.
std::string take_tests(starlint::toml_doc::Value& document) {
  std::string out;
  for (const starlint::toml_doc::Value::Member& member : document.members) {
    if (member.key == "test") out = starlint::toml_doc::pack(member.value);
  }
  std::erase_if(document.members, [](const auto& member) { return member.key == "test"; });
  return out;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): a build that runs out of memory may end like this
int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ofstream out(argv[1], std::ios::binary);
  const std::string root = std::string(argv[2]) + "/";
  out << "// Generated from rules/. NOLINTBEGIN\n#include \"rule/rule_set.h\"\n\nnamespace "
         "starlint {\n\n"
         "PackFiles default_files() {\n  PackFiles pack;\n  pack.name = \"default\";\n"
         "  pack.built_in = true;\n";
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 1;
    }
    std::string path = argv[i];
    if (path.starts_with(root)) path = path.substr(root.size());
    starlint::Result<starlint::toml_doc::Value> document = starlint::toml_doc::parse(text, path);
    if (!document) {
      const starlint::Error& error = document.error();
      std::cerr << argv[i] << ":" << error.line << ":" << error.column << ": " << error.message
                << "\n";
      return 1;
    }
    // Reports show the manifest as it was written.
    const bool manifest = document->find("pack") != nullptr;
    out << "  pack.files.push_back({\"" << path << "\", std::string(";
    write_literal(out, manifest ? text : std::string());
    out << "),\n      ";
    const std::string tests = take_tests(*document);
    write_literal(out, starlint::toml_doc::pack(*document));
    out << ",\n      ";
    write_literal(out, tests);
    out << "});\n";
  }
  out << "  return pack;\n}\n\n}  // namespace starlint\n// NOLINTEND\n";
  return out.good() ? 0 : 1;
}
