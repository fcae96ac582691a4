#include "report/sarif/merge.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

#include "base/strings.h"
#include "report/sarif/logical.h"

namespace starlint {

namespace {

using Kind = JsonValue::Kind;

/// Old index → new index, of one kind of table in one run.
using Moves = std::vector<std::size_t>;

JsonValue& member(JsonValue& object, std::string_view name, Kind kind) {
  if (JsonValue* known = object.find(name)) return *known;
  object.members.push_back({std::string(name), {}});
  JsonValue& added = object.members.back().value;
  added.kind = kind;
  return added;
}

std::size_t number_of(const JsonValue& value) {
  std::size_t number = 0;
  std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  return number;
}

void move_index(JsonValue& object, std::string_view name, const Moves& moves) {
  JsonValue* index = object.find(name);
  if (index == nullptr || number_of(*index) >= moves.size()) return;
  index->text = cat(std::uint64_t{moves[number_of(*index)]});
}

/// What an artifact is known by: its URI, or its description where it is no file.
std::string artifact_key(const JsonValue& artifact) {
  if (const JsonValue* location = artifact.find("location")) {
    return std::string(location->string("uri"));
  }
  const JsonValue* text = artifact.at("description/text");
  return text == nullptr ? std::string() : cat(" ", text->text);
}

class Merger {
 public:
  explicit Merger(JsonValue log) : log_(std::move(log)) {
    JsonValue& first = run();
    for (const JsonValue& rule : rules(first).items)
      add_key(rules_, std::string(rule.string("id")));
    for (const JsonValue& artifact : member(first, "artifacts", Kind::Array).items) {
      add_key(artifacts_, artifact_key(artifact));
    }
    for (JsonValue& place : member(first, "logicalLocations", Kind::Array).items) qualify(place);
  }

  void add(JsonValue& other) {
    merge_rules(other);
    merge_artifacts(other);
    merge_logical(other);
    merge_invocation(other);
    for (JsonValue& result : member(other, "results", Kind::Array).items) {
      move_index(result, "ruleIndex", rule_moves_);
      relocate(result);
      member(run(), "results", Kind::Array).items.push_back(std::move(result));
    }
  }

  JsonValue finish() {
    JsonValue& results = member(run(), "results", Kind::Array);
    // SARIF 3.27.23: either all results carry suppressions or none.
    const bool suppresses =
        std::any_of(results.items.begin(), results.items.end(),
                    [](const JsonValue& result) { return result.find("suppressions") != nullptr; });
    for (JsonValue& result : results.items) {
      if (suppresses) member(result, "suppressions", Kind::Array);
    }
    drop_if_empty("logicalLocations");
    put_files_first();
    for (JsonValue& rule : rules(run()).items)
      sort_members(member(rule, "messageStrings", Kind::Object));
    return std::move(log_);
  }

 private:
  using Keys = std::map<std::string, std::size_t>;

  JsonValue& run() { return log_.find("runs")->items.front(); }
  static JsonValue& rules(JsonValue& of) {
    return member(*of.find("tool")->find("driver"), "rules", Kind::Array);
  }

  /// Numbers what is added; "" is known by nothing and always new.
  static void add_key(Keys& keys, std::string key) {
    const std::size_t index = keys[""]++;
    if (!key.empty()) keys.emplace(std::move(key), index);
  }

  /// The index of `item` in `into`, where it is appended unless its key is known there.
  static std::size_t place(JsonValue& item, std::string key, Keys& keys, JsonValue& into) {
    const auto known = key.empty() ? keys.end() : keys.find(key);
    if (known != keys.end()) return known->second;
    add_key(keys, std::move(key));
    into.items.push_back(std::move(item));
    return into.items.size() - 1;
  }

  void merge_rules(JsonValue& other) {
    rule_moves_.clear();
    for (JsonValue& rule : rules(other).items) {
      JsonValue strings = member(rule, "messageStrings", Kind::Object);
      const std::size_t index = place(rule, std::string(rule.string("id")), rules_, rules(run()));
      rule_moves_.push_back(index);
      JsonValue& known = member(rules(run()).items[index], "messageStrings", Kind::Object);
      for (auto& [id, text] : strings.members) {
        if (known.find(id) == nullptr) known.members.push_back({id, std::move(text)});
      }
    }
  }

  void merge_artifacts(JsonValue& other) {
    artifact_moves_.clear();
    for (JsonValue& artifact : member(other, "artifacts", Kind::Array).items) {
      const std::string key = artifact_key(artifact);
      JsonValue& into = member(run(), "artifacts", Kind::Array);
      artifact_moves_.push_back(place(artifact, key, artifacts_, into));
      JsonValue* location = into.items[artifact_moves_.back()].find("location");
      if (location != nullptr) {
        member(*location, "index", Kind::Number).text = cat(std::uint64_t{artifact_moves_.back()});
      }
    }
  }

  void merge_logical(JsonValue& other) {
    logical_moves_.clear();
    JsonValue& into = member(run(), "logicalLocations", Kind::Array);
    for (JsonValue& entry : member(other, "logicalLocations", Kind::Array).items) {
      move_index(entry, "parentIndex", logical_moves_);  // a parent stands before its children
      qualify(entry);
      logical_moves_.push_back(into.items.size());
      into.items.push_back(std::move(entry));
    }
  }

  /// Names a project, story or component as if it stood behind those that are there.
  void qualify(JsonValue& entry) {
    const JsonValue* parent = entry.find("parentIndex");
    const std::string_view inside =
        parent == nullptr ? std::string_view() : qualified(number_of(*parent));
    member(entry, "fullyQualifiedName", Kind::String).text =
        names_.qualify(entry.string("name"), inside);
  }

  std::string_view qualified(std::size_t index) {
    const JsonValue& all = member(run(), "logicalLocations", Kind::Array);
    return index < all.items.size() ? all.items[index].string("fullyQualifiedName")
                                    : std::string_view();
  }

  void merge_invocation(JsonValue& other) {
    JsonValue& mine = member(run(), "invocations", Kind::Array);
    JsonValue& theirs = member(other, "invocations", Kind::Array);
    if (theirs.items.empty()) return;
    if (mine.items.empty()) {
      mine.items.push_back(std::move(theirs.items.front()));
      return;
    }
    JsonValue& into = mine.items.front();
    JsonValue& from = theirs.items.front();
    member(into, "executionSuccessful", Kind::Bool).flag &=
        member(from, "executionSuccessful", Kind::Bool).flag;
    if (number_of(member(from, "exitCode", Kind::Number)) >
        number_of(member(into, "exitCode", Kind::Number))) {
      member(into, "exitCode", Kind::Number) = member(from, "exitCode", Kind::Number);
      member(into, "exitCodeDescription", Kind::String) =
          member(from, "exitCodeDescription", Kind::String);
    }
    for (const std::string_view list :
         {"toolExecutionNotifications", "toolConfigurationNotifications"}) {
      for (JsonValue& notification : member(from, list, Kind::Array).items) {
        relocate(notification);
        member(into, list, Kind::Array).items.push_back(std::move(notification));
      }
    }
  }

  /// Makes the indices good of every artifactLocation and logical location below `value`.
  void relocate(JsonValue& value) {
    for (JsonValue& item : value.items) relocate(item);
    for (auto& [name, inner] : value.members) {
      if (name == "artifactLocation") move_index(inner, "index", artifact_moves_);
      if (name == "logicalLocations") {
        for (JsonValue& place : inner.items) move_logical(place);
      }
      relocate(inner);
    }
  }

  void move_logical(JsonValue& place) {
    const JsonValue* index = place.find("index");
    if (logical_moves_.empty() || index == nullptr) return;
    move_index(place, "index", logical_moves_);
    member(place, "fullyQualifiedName", Kind::String).text = qualified(number_of(*index));
  }

  /// As one run writes them: the notes, then what is no file.
  void put_files_first() {
    std::vector<JsonValue>& artifacts = member(run(), "artifacts", Kind::Array).items;
    std::vector<std::size_t> order(artifacts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t i) { return artifacts[i].find("location") != nullptr; });
    std::vector<JsonValue> ordered;
    artifact_moves_.resize(order.size());
    logical_moves_.clear();  // these stay where they are
    for (std::size_t i = 0; i < order.size(); ++i) {
      artifact_moves_[order[i]] = i;
      ordered.push_back(std::move(artifacts[order[i]]));
      if (JsonValue* location = ordered.back().find("location")) {
        move_index(*location, "index", artifact_moves_);
      }
    }
    artifacts = std::move(ordered);
    for (const std::string_view list : {"results", "invocations"}) {
      relocate(member(run(), list, Kind::Array));
    }
  }

  static void sort_members(JsonValue& object) {
    std::sort(object.members.begin(), object.members.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
  }

  void drop_if_empty(std::string_view name) {
    auto& members = run().members;
    members.erase(std::remove_if(members.begin(), members.end(),
                                 [&](const auto& candidate) {
                                   return candidate.name == name && candidate.value.items.empty();
                                 }),
                  members.end());
  }

  JsonValue log_;
  Keys rules_, artifacts_;
  UniqueNames names_;
  Moves rule_moves_, artifact_moves_, logical_moves_;
};

/// The driver of a log with one run; nullptr where it is no such log.
const JsonValue* driver_of(const JsonValue& log) {
  const JsonValue* runs = log.find("runs");
  return runs != nullptr && runs->items.size() == 1 ? runs->at("0/tool/driver") : nullptr;
}

}  // namespace

Result<JsonValue> merge_sarif(std::vector<JsonValue> logs, const std::vector<std::string>& paths) {
  std::string version;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const JsonValue* driver = driver_of(logs[i]);
    if (driver == nullptr || driver->string("name") != "starlint") {
      return Error{"is no SARIF log of one run of starlint", paths[i], 0, 0, {}};
    }
    if (i == 0) version = driver->string("version");
    if (driver->string("version") != version) {
      return Error{cat("was written by starlint ", driver->string("version"), ", ", paths[0],
                       " by ", version),
                   paths[i], 0, 0, "merge what one version wrote"};
    }
  }
  Merger merger(std::move(logs.front()));
  for (std::size_t i = 1; i < logs.size(); ++i) merger.add(logs[i].find("runs")->items.front());
  return merger.finish();
}

}  // namespace starlint
