// What an interviewer asks of any story, as data: of what it claims, of the components it has and
// of those it lacks. The questions that findings raise are the rules' own (RuleInfo::probe).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "finding/message.h"
#include "narrative/narrative.h"
#include "text/pattern.h"
#include "toml/document.h"

namespace starlint {

/// One question and when it is asked; conditions that are not given always hold.
struct UsualQuestion {
  MessageTemplate ask;            // {text} is what the claim says
  std::string attribute;          // asked of a claim of it; "" for questions of stories
  std::optional<Slot> component;  // asked where it is told …
  std::optional<Slot> missing;    // … or where it has no label either
  std::vector<Pattern> asked;     // one of these stands in the title or the prompt
  std::vector<Pattern> when;      // one of these stands in the component, else in the story
  std::vector<Pattern> unless;    // none of these does
};

struct Questions {
  std::uint32_t seconds = 120;     // in which a story should be told
  std::uint32_t most = 5;          // questions a story
  std::uint32_t usual = 2;         // of them such as fit any story
  std::vector<UsualQuestion> all;  // in the order in which they are asked
};

/// From the documents of all packs that hold a [drill]; the others are left alone. A later pack
/// adds questions, and its numbers win.
Result<Questions> read_questions(const std::vector<Document>& documents);

}  // namespace starlint
