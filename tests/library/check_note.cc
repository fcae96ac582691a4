// Prints what starlint finds in a note. usage: check_note FILE
#include <starlint.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::vector<std::string> errors;
  const auto linter = starlint::v0::Linter::make({}, errors);
  for (const std::string& error : errors) std::cerr << error << '\n';
  if (linter == nullptr) return 2;

  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto problems = linter->check({{argv[1], text, "me"}});
  for (const starlint::v0::Problem& problem : problems) {
    std::cout << problem.place.line << ':' << problem.place.column << ": " << problem.rule << ' '
              << problem.message << '\n';
    for (const starlint::v0::Place& other : problem.others) {
      std::cout << "  " << other.line << ": " << other.message << '\n';
    }
    if (!problem.question.empty()) std::cout << "  ask: " << problem.question << '\n';
  }
  return problems.empty() ? 0 : 1;
}
