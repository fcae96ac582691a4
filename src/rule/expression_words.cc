#include "rule/expression_words.h"

#include "base/strings.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;
using Node = toml_doc::Value;

namespace {

constexpr std::string_view kOpen = "{@";

}  // namespace

const std::vector<Field>& ExpressionWords::fields() {
  static const std::vector<Field> all = {
      {"expressions", FieldType::String, "the language of the words: en", true},
      {"words", FieldType::Table, "classes for {@names} in expressions: name = [alternatives]",
       true},
  };
  return all;
}

Status ExpressionWords::add(const Document& document) {
  if (document.root.find("expressions") == nullptr) return success();
  if (Status status = toml_doc::check_fields(document.root, fields(), document.path); !status) {
    return status;
  }
  for (const Node::Member& member : document.root.find("words")->members) {
    std::string words;
    for (const Node& item : member.value.items) words += cat(words.empty() ? "" : "|", item.string);
    if (words_.emplace(member.key, cat("(?:", words, ")")).second) continue;
    return toml_doc::error_at(member.value, document.path,
                              cat("the words '", member.key, "' are defined twice"),
                              "give these another name");
  }
  return success();
}

Status ExpressionWords::write_out(Document& document) const {
  return write_out(document.root, document.path);
}

Status ExpressionWords::write_out(Node& value, std::string_view path) const {
  for (Node& item : value.items) {
    if (Status status = write_out(item, path); !status) return status;
  }
  for (Node::Member& member : value.members) {
    if (Status status = write_out(member.value, path); !status) return status;
  }
  std::string& text = value.string;
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
    const std::size_t begin = at + kOpen.size();
    const std::size_t end = std::min(text.find('}', begin), text.size());
    const std::string name = text.substr(begin, end - begin);
    const auto words = words_.find(name);
    if (words == words_.end()) {
      std::vector<std::string_view> known;
      for (const auto& [one, unused] : words_) known.push_back(one);
      const std::string_view guess = nearest(name, known);
      return toml_doc::error_at(
          value, path, cat("no class of words '{@", name, "}'"),
          guess.empty() ? std::string() : cat("did you mean '{@", guess, "}'?"));
    }
    text.replace(at, end + 1 - at, words->second);
    at += words->second.size();
  }
  return success();
}

}  // namespace starlint
