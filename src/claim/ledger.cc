#include "claim/ledger.h"

#include <algorithm>

#include "base/strings.h"
#include "claim/topic.h"
#include "toml/fields.h"
#include "toml/value.h"

namespace starlint {

namespace {

bool is_letter(char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

bool says(std::string_view lower_text, std::string_view name) {
  for (std::size_t at = lower_text.find(name); at != std::string_view::npos;
       at = lower_text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || !is_letter(lower_text[at - 1]);
    if (begins && (end == lower_text.size() || !is_letter(lower_text[end]))) return true;
  }
  return false;
}

/// The only one of the kind that the text names, or nullptr.
const Declared* only_one(const std::vector<Declared>& ledger, bool employer,
                         std::string_view lower_text) {
  const Declared* found = nullptr;
  for (const Declared& one : ledger) {
    const bool named = one.employer == employer &&
                       std::any_of(one.names.begin(), one.names.end(),
                                   [&](const std::string& name) { return says(lower_text, name); });
    if (named && found != nullptr) return nullptr;
    if (named) found = &one;
  }
  return found;
}

const Declared* named_in(const std::vector<Declared>& ledger, bool employer,
                         std::string_view lower_text) {
  const Declared* first = only_one(ledger, employer, lower_text.substr(0, lower_text.find('\n')));
  return first != nullptr ? first : only_one(ledger, employer, lower_text);
}

}  // namespace

std::vector<Declared> read_ledger(std::string_view text) {
  std::vector<Declared> ledger;
  const Result<toml_doc::Value> root = toml_doc::parse(text, {});
  if (!root) return ledger;
  for (const std::string_view kind : {"project", "employer"}) {
    for (const toml_doc::Value& entry : toml_doc::items_of(*root, kind)) {
      Declared declared{{ascii_lower(toml_doc::string_of(entry, "name"))}, kind == "employer"};
      for (const std::string& alias : toml_doc::strings_of(entry, "aliases")) {
        declared.names.push_back(ascii_lower(alias));
      }
      std::erase(declared.names, std::string());
      if (!declared.names.empty()) ledger.push_back(std::move(declared));
    }
  }
  return ledger;
}

void declare(const std::vector<Declared>& ledger, std::string_view text,
             std::vector<Setting>& settings) {
  for (Setting& setting : settings) {
    const std::string lower = ascii_lower(text.substr(setting.span.begin, setting.span.size()));
    const Declared* project = named_in(ledger, false, lower);
    const Declared* employer = named_in(ledger, true, lower);
    if (project != nullptr) {
      setting.project = project->names.front();
      setting.employer = false;
    } else if (employer != nullptr && (setting.project.empty() || setting.employer)) {
      setting.project = employer->names.front();
      setting.employer = true;
    }
    if (employer == nullptr) continue;
    const auto place =
        std::lower_bound(setting.names.begin(), setting.names.end(), employer->names.front());
    if (place == setting.names.end() || *place != employer->names.front()) {
      setting.names.insert(place, employer->names.front());
    }
  }
}

void declare(const std::vector<Declared>& ledger, std::vector<Tenure>& tenures) {
  for (Tenure& tenure : tenures) {
    const auto at_it = [&](const std::string& name) {
      const std::vector<std::string_view> words = words_in(name);
      return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::binary_search(tenure.names.begin(), tenure.names.end(), word);
      });
    };
    std::vector<std::string> known_by;
    for (const Declared& one : ledger) {
      if (one.employer && std::any_of(one.names.begin(), one.names.end(), at_it)) {
        known_by.push_back(one.names.front());
      }
    }
    tenure.names.insert(tenure.names.end(), known_by.begin(), known_by.end());
    std::sort(tenure.names.begin(), tenure.names.end());
  }
}

}  // namespace starlint
