// Build tool: writes the index of the default pack's expressions into a C++ source, so that the
// program starts without reading literals off them. usage: embed_index OUT.cc
#include <fstream>
#include <iostream>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "rule/rule_set.h"
#include "rule/test_reader.h"

namespace {

using Words = std::span<const std::uint64_t>;

void write_array(std::ostream& out, std::string_view name, Words words) {
  constexpr std::size_t kLine = 8;
  out << "constexpr std::uint64_t " << name << "[] = {" << std::hex;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out << (i % kLine == 0 ? "\n    0x" : " 0x") << words[i] << "U,";
  }
  out << std::dec << "\n};\n";
}

int complain(const starlint::Error& error) {
  std::cerr << error.describe() << "\n";
  return 1;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): a build that runs out of memory may end like this
int main(int argc, char** argv) {
  using namespace starlint;
  if (argc != 2) return 2;
  std::vector<Error> errors;
  const std::unique_ptr<RuleSet> rules = RuleSet::load({default_files()}, errors);
  for (const Error& error : errors) complain(error);
  if (rules == nullptr) return 1;
  for (const RuleSet::Entry& entry : rules->rules()) {
    if (const auto tests = read_packed_tests(entry.info); !tests) return complain(tests.error());
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Generated from rules/. NOLINTBEGIN\n#include \"rule/rule_set.h\"\n\n"
         "namespace starlint {\n\nnamespace {\n\n";
  write_array(out, "kPatterns", rules->patterns().filter().words());
  write_array(out, "kFigures", rules->figures().filter().words());
  write_array(out, "kClaims", rules->claims().patterns.filter().words());
  write_array(out, "kMetrics", rules->metrics().filter().words());
  out << "\n}  // namespace\n\nPackFiles default_pack() {\n  PackFiles pack = default_files();\n"
         "  pack.index = {kPatterns, kFigures, kClaims, kMetrics};\n  return pack;\n}\n\n"
         "}  // namespace starlint\n// NOLINTEND\n";
  return out.good() ? 0 : 1;
}
