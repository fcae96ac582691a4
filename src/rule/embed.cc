// Build tool: writes the files of the default pack into a C++ source, so that the program works
// alone. usage: embed OUT.cc ROOT FILE…
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ofstream out(argv[1], std::ios::binary);
  const std::string root = std::string(argv[2]) + "/";
  out << "// Generated from rules/.\n#include \"rule/rule_set.h\"\n\nnamespace starlint {\n\n"
         "PackFiles default_pack() {\n  PackFiles pack;\n  pack.name = \"default\";\n"
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
    out << "  pack.files.push_back({\"" << path << "\", std::string(";
    // A literal may not grow past 64 KiB portably; neighbours are joined by the compiler.
    constexpr std::size_t kChunk = 8000;
    for (std::size_t at = 0; at < text.size(); at += kChunk) {
      out << "\n      R\"starlint(" << text.substr(at, kChunk) << ")starlint\"";
    }
    out << ", " << text.size() << ")});\n";
  }
  out << "  return pack;\n}\n\n}  // namespace starlint\n";
  return out.good() ? 0 : 1;
}
