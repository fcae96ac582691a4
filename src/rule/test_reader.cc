#include "rule/test_reader.h"

#include <algorithm>

#include "base/strings.h"
#include "rule/fields.h"
#include "toml/fields.h"
#include "toml/packed.h"

namespace starlint {

using Node = toml_doc::Value;

namespace {

constexpr std::string_view kOpen = "<!-- expect:";
constexpr std::string_view kClose = "-->";

Result<std::string> unhex(const Node& hex, std::string_view path) {
  std::string digits;
  for (const char c : hex.string) {
    if (!is_ascii_space(c)) digits += ascii_lower(c);
  }
  const auto nibble = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  if (digits.size() % 2 != 0 || digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
    return toml_doc::error_at(hex, path, "'bytes' must be pairs of hexadecimal digits");
  }
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    bytes += static_cast<char>(nibble(digits[i]) * 16 + nibble(digits[i + 1]));
  }
  return bytes;
}

/// Takes the marks out of a file's text; their lines join `expected`.
Status read_marks(const Node& text, std::string_view rule_id, std::string_view path,
                  RuleTest& test) {
  const auto file = static_cast<std::uint32_t>(test.files.size() - 1);
  std::string& out = test.files.back().text;
  std::string_view rest = text.string;
  std::uint32_t line = 1;
  for (std::size_t at = rest.find(kOpen); at != std::string_view::npos; at = rest.find(kOpen)) {
    const std::string_view before = rest.substr(0, at);
    line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    out += before;
    out.erase(out.find_last_not_of(" \t") + 1);
    const std::size_t close = rest.find(kClose, at);
    const std::string_view id = trim(rest.substr(at + kOpen.size(), close - at - kOpen.size()));
    if (close == std::string_view::npos || id != rule_id) {
      return toml_doc::error_at(text, path, cat("a mark expects '", id, "' here"),
                                cat("write <!-- expect: ", rule_id, " -->"));
    }
    test.expected.push_back({file, line});
    rest.remove_prefix(close + kClose.size());
  }
  out += rest;
  return success();
}

Status read_files(const Node& entry, std::string_view rule_id, std::string_view path,
                  RuleTest& test) {
  const auto add = [&](std::string_view name, const Node& text) -> Status {
    if (!text.is(toml_doc::Type::String)) {
      return toml_doc::error_at(text, path, "a file of a test must be a string");
    }
    test.files.push_back({std::string(name), {}});
    return read_marks(text, rule_id, path, test);
  };
  const std::string_view name = toml_doc::string_of(entry, "path", "notes.md");
  if (const Node* good = entry.find("good")) return add(name, *good);
  if (const Node* bad = entry.find("bad")) return add(name, *bad);
  if (const Node* files = entry.find("files")) {
    for (const Node::Member& file : files->members) {
      if (Status status = add(file.key, file.value); !status) return status;
    }
    return success();
  }
  if (const Node* bytes = entry.find("bytes")) {
    Result<std::string> decoded = unhex(*bytes, path);
    if (!decoded) return decoded.error();
    test.files.push_back({std::string(name), *std::move(decoded)});
    for (const Node& line : toml_doc::items_of(entry, "lines")) {
      test.expected.push_back({0, static_cast<std::uint32_t>(line.integer)});
    }
    return success();
  }
  return toml_doc::error_at(entry, path, "a test needs 'bad', 'good', 'files' or 'bytes'");
}

Result<RuleTest> read_test(const Node& entry, std::string_view rule_id, std::string_view path) {
  RuleTest test;
  test.line = entry.where.line;
  if (Status status = read_files(entry, rule_id, path, test); !status) return status.error();
  if (entry.find("bad") != nullptr && test.expected.empty()) {
    return toml_doc::error_at(
        *entry.find("bad"), path, "a bad example marks no line",
        cat("write <!-- expect: ", rule_id, " --> at the end of the line that must be found"));
  }
  if (entry.find("good") != nullptr && !test.expected.empty()) {
    return toml_doc::error_at(*entry.find("good"), path, "a good example marks a line",
                              "call it 'bad', or take the mark out");
  }
  return test;
}

}  // namespace

Result<std::vector<RuleTest>> read_tests(const std::vector<Node>& entries, std::string_view rule_id,
                                         std::string_view path) {
  std::vector<RuleTest> tests;
  for (const Node& entry : entries) {
    if (Status status = toml_doc::check_fields(entry, test_fields(), path); !status) {
      return status.error();
    }
    Result<RuleTest> test = read_test(entry, rule_id, path);
    if (!test) return test.error();
    tests.push_back(*std::move(test));
  }
  return tests;
}

Result<std::vector<RuleTest>> read_packed_tests(const RuleInfo& info) {
  if (info.packed_tests.empty()) return std::vector<RuleTest>();
  return read_tests(toml_doc::unpack(info.packed_tests).items, info.id, info.path);
}

std::vector<RuleTest> tests_of(const RuleInfo& info) {
  if (info.packed_tests.empty()) return info.own_tests;
  Result<std::vector<RuleTest>> tests = read_packed_tests(info);
  SL_CHECK(tests);
  return *std::move(tests);
}

}  // namespace starlint
