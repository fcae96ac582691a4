#include "narrative/framework.h"

#include <algorithm>

#include "base/strings.h"
#include "narrative/file_fields.h"
#include "toml/fields.h"

namespace starlint {

using namespace toml_doc;

namespace {

constexpr std::size_t kMaxConcepts = 64;

Slot slot_of(std::string_view name) {
  const auto& names = component_names();
  const auto found = std::find(names.begin(), names.end(), name);
  return static_cast<Slot>(found - names.begin());
}

Result<Concept> read_concept(const Value& table, const std::string& path) {
  Concept out;
  out.id = string_of(table, "id");
  for (const std::string& name : strings_of(table, "slots")) out.slots.push_back(slot_of(name));
  const std::string_view letter = string_of(table, "letter");
  out.letter = letter.empty() ? '\0' : letter[0];
  out.common = boolean_of(table, "common");
  out.theme = boolean_of(table, "theme");
  if (out.slots.empty()) return error_at(table, path, "a concept without slots");
  return out;
}

Result<Component> read_component(const std::string& alternatives, const Value& table,
                                 const std::string& path, const Frameworks& known) {
  Component out;
  for (const std::string_view id : split(alternatives, '|')) {
    const Concept* found = known.find(id);
    if (found == nullptr) {
      std::vector<std::string_view> ids;
      for (const Concept& one : known.concepts) ids.push_back(one.id);
      return error_at(table, path, cat("unknown concept '", id, "'"),
                      cat("did you mean '", nearest(id, ids), "'?"));
    }
    out.concepts.push_back(static_cast<ConceptId>(found - known.concepts.data()));
  }
  out.slot = known.concepts[out.concepts[0]].slots[0];
  return out;
}

Result<Framework> read_framework(const Value& table, const std::string& path,
                                 const Frameworks& known) {
  Framework out;
  out.id = string_of(table, "id");
  out.name = string_of(table, "name", out.id);
  out.task_in_situation = boolean_of(table, "task_in_situation");
  for (const std::string& alternatives : strings_of(table, "components")) {
    Result<Component> component = read_component(alternatives, table, path, known);
    if (!component) return component.error();
    out.components.push_back(std::move(*component));
  }
  for (const std::string& id : strings_of(table, "mandatory")) {
    const Concept* found = known.find(id);
    bool used = false;
    for (Component& component : out.components) {
      for (const ConceptId one : component.concepts) {
        if (found == &known.concepts[one]) used = component.mandatory = true;
      }
    }
    if (!used) return error_at(table, path, cat("'", id, "' is mandatory but no component"));
  }
  return out;
}

}  // namespace

bool Framework::wants(Slot slot) const {
  if (slot == Slot::Task && task_in_situation) return false;
  return std::any_of(components.begin(), components.end(), [&](const Component& component) {
    return component.slot == slot && component.mandatory;
  });
}

bool Framework::takes(ConceptId concept_id) const {
  return std::any_of(components.begin(), components.end(), [&](const Component& component) {
    const auto& concepts = component.concepts;
    return std::find(concepts.begin(), concepts.end(), concept_id) != concepts.end();
  });
}

bool Frameworks::spell(std::string_view letters) const {
  const auto named = [&](const Component& component, char letter) {
    return std::any_of(component.concepts.begin(), component.concepts.end(),
                       [&](ConceptId id) { return concepts[id].letter == letter; });
  };
  return std::any_of(frameworks.begin(), frameworks.end(), [&](const Framework& framework) {
    const std::vector<Component>& parts = framework.components;
    const bool all = std::all_of(letters.begin(), letters.end(), [&](char letter) {
      return std::any_of(parts.begin(), parts.end(),
                         [&](const Component& part) { return named(part, letter); });
    });
    const auto places = std::count_if(parts.begin(), parts.end(), [&](const Component& part) {
      return std::any_of(letters.begin(), letters.end(),
                         [&](char letter) { return named(part, letter); });
    });
    return all && static_cast<std::size_t>(places) >= letters.size();
  });
}

const Concept* Frameworks::find(std::string_view id) const {
  const auto found = std::find_if(concepts.begin(), concepts.end(),
                                  [&](const Concept& one) { return one.id == id; });
  return found == concepts.end() ? nullptr : &*found;
}

std::uint16_t Frameworks::best(const std::vector<ConceptId>& found) const {
  std::uint16_t best = 0;
  int best_score = -1000;
  for (std::size_t i = 0; i < frameworks.size(); ++i) {
    int filled = 0;
    int missing = 0;
    int spelled = 0;  // by the first, its own word
    for (const Component& component : frameworks[i].components) {
      const auto fills = [&](ConceptId id) {
        return std::find(found.begin(), found.end(), id) != found.end();
      };
      const bool any = std::any_of(component.concepts.begin(), component.concepts.end(), fills);
      filled += any;
      spelled += fills(component.concepts[0]);
      missing += !any;
    }
    // A label that no component takes weighs more than a component without its label, so that a
    // story that lacks one part is still told in its framework.
    const int score = filled * 12 + spelled * 3 - missing * 6;
    if (score > best_score) {
      best_score = score;
      best = static_cast<std::uint16_t>(i);
    }
  }
  return best;
}

Result<Frameworks> load_frameworks(const Document& document) {
  if (Status status = check_fields(document.root, framework_file_fields(), document.path);
      !status) {
    return status.error();
  }
  Frameworks out;
  for (const Value& table : document.root.find("concept")->items) {
    Result<Concept> one = read_concept(table, document.path);
    if (!one) return one.error();
    out.concepts.push_back(std::move(*one));
  }
  if (out.concepts.size() > kMaxConcepts) {
    return error_at(document.root, document.path, "more than 64 concepts");
  }
  for (const Value& table : document.root.find("framework")->items) {
    Result<Framework> one = read_framework(table, document.path, out);
    if (!one) return one.error();
    out.frameworks.push_back(std::move(*one));
  }
  if (out.frameworks.empty()) return error_at(document.root, document.path, "no framework");
  return out;
}

}  // namespace starlint
