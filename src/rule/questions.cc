#include "rule/questions.h"

#include <algorithm>

#include "base/strings.h"
#include "rule/fields.h"
#include "rule/kind/story_text.h"
#include "toml/fields.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;

const std::vector<Field>& drill_fields() {
  static const std::vector<Field> head = {
      {"seconds", FieldType::Integer, "in which a story should be told (120)"},
      {"most", FieldType::Integer, "questions a story (5)"},
      {"usual", FieldType::Integer, "of them such as fit any story (2)"},
  };
  static const std::vector<Field> question = {
      {"ask", FieldType::String, "the question; {text} is what the claim says", true},
      {"attribute", FieldType::String, "asked of every claim of this attribute"},
      {"component", FieldType::String, "asked of stories that tell it", false, slot_names()},
      {"missing", FieldType::String, "asked of stories that do not tell it", false, slot_names()},
      {"asked", FieldType::Strings, "only where one of these stands in title or prompt"},
      {"when", FieldType::Strings, "only where one of these stands in the component, or the story"},
      {"unless", FieldType::Strings, "not where one of these does"},
  };
  static const std::vector<Field> fields = {
      {"drill", FieldType::Table, "how stories are rehearsed", true, {}, head},
      {"question", FieldType::Tables, "what is asked, in this order", false, {}, question},
  };
  return fields;
}

namespace {

constexpr int kMost = 3600;  // an hour; more is no rehearsal

Status read_patterns(const toml_doc::Value& table, std::string_view key, const Document& document,
                     std::vector<Pattern>& patterns) {
  for (const toml_doc::Value& expression : toml_doc::items_of(table, key)) {
    PatternOptions options;
    options.known_good = document.built_in;
    Result<Pattern> pattern = Pattern::compile(expression.string, options);
    if (!pattern) {
      return toml_doc::error_at(expression, document.path, pattern.error().message,
                                pattern.error().hint);
    }
    patterns.push_back(*std::move(pattern));
  }
  return success();
}

std::optional<Slot> slot_in(const toml_doc::Value& table, std::string_view key) {
  const std::string_view name = toml_doc::string_of(table, key);
  return name.empty() ? std::nullopt : std::optional<Slot>(slot_named(name));
}

Result<UsualQuestion> read_question(const toml_doc::Value& table, const Document& document) {
  const toml_doc::Value& words = *table.find("ask");
  Result<MessageTemplate> ask = MessageTemplate::parse(words.string);
  if (!ask) return toml_doc::error_at(words, document.path, ask.error().message, ask.error().hint);
  UsualQuestion question;
  question.ask = *std::move(ask);
  question.attribute = toml_doc::string_of(table, "attribute");
  for (const std::string& name : question.ask.names()) {
    if (name == "text" && !question.attribute.empty()) continue;
    return toml_doc::error_at(words, document.path,
                              cat("nothing fills the placeholder '{", name, "}'"),
                              "{text} is what a claim says: name its attribute");
  }
  question.component = slot_in(table, "component");
  question.missing = slot_in(table, "missing");
  for (auto& [key, patterns] :
       {std::pair{"asked", &question.asked}, std::pair{"when", &question.when},
        std::pair{"unless", &question.unless}}) {
    if (Status status = read_patterns(table, key, document, *patterns); !status) {
      return status.error();
    }
  }
  return question;
}

}  // namespace

Result<Questions> read_questions(const std::vector<Document>& documents) {
  Questions questions;
  for (const Document& document : documents) {
    const toml_doc::Value* head = document.root.find("drill");
    if (head == nullptr) continue;
    if (Status status = toml_doc::check_fields(document.root, drill_fields(), document.path);
        !status) {
      return status.error();
    }
    for (auto& [key, number] :
         {std::pair{"seconds", &questions.seconds}, std::pair{"most", &questions.most},
          std::pair{"usual", &questions.usual}}) {
      const double given = toml_doc::number_of(*head, key, *number);
      if (given < 0 || given > kMost) {
        return toml_doc::error_at(*head->find(key), document.path,
                                  cat("'", key, "' must be from 0 to ", kMost));
      }
      *number = static_cast<std::uint32_t>(given);
    }
    for (const toml_doc::Value& table : toml_doc::items_of(document.root, "question")) {
      Result<UsualQuestion> question = read_question(table, document);
      if (!question) return question.error();
      questions.all.push_back(*std::move(question));
    }
  }
  return questions;
}

}  // namespace starlint
