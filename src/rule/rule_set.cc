#include "rule/rule_set.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "base/strings.h"
#include "rule/expression_words.h"
#include "rule/pack_reader.h"
#include "source/walk.h"
#include "toml/packed.h"

namespace starlint {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostFiles = 5000;  // of a pack

/// The .toml files below a directory, sorted; links are not followed, as in notes.
Result<std::vector<std::string>> files_of_pack(const std::string& directory) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator entries(directory, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const bool file = entries->symlink_status(error).type() == fs::file_type::regular;
    if (file && entries->path().extension() == ".toml") {
      paths.push_back(entries->path().generic_string());
    }
    if (paths.size() > kMostFiles) {
      return Error{cat("holds more than ", kMostFiles, " files"), directory, 0, 0, {}};
    }
  }
  if (error) return Error{cat("cannot be read: ", error.message()), directory, 0, 0, {}};
  if (paths.empty()) return Error{"the pack holds no .toml file", directory, 0, 0, {}};
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<PackFiles> read_pack(const std::string& path) {
  PackFiles pack;
  pack.name = fs::path(path).filename().string();
  std::error_code error;
  const Result<std::vector<std::string>> paths =
      fs::is_directory(path, error) ? files_of_pack(path) : std::vector<std::string>{path};
  if (!paths) return paths.error();
  std::uint64_t left = kLargestSettings;
  for (const std::string& file : *paths) {
    Result<std::string> text = read_file(file, left);
    if (!text) return text.error();
    left -= text->size();
    pack.files.push_back({file, *std::move(text)});
  }
  return pack;
}

namespace {

std::vector<Document> parse_all(const PackFiles& files, std::vector<Error>& errors) {
  std::vector<Document> documents;
  for (const PackFiles::File& file : files.files) {
    Result<toml_doc::Value> root =
        files.built_in ? toml_doc::unpack(file.packed) : toml_doc::parse(file.text, file.path);
    if (!root) {
      errors.push_back(root.error());
      continue;
    }
    documents.push_back({file.path, *std::move(root), files.built_in, file.packed_tests});
    if (Status status = check_purpose(documents.back()); !status) errors.push_back(status.error());
  }
  return documents;
}

std::string text_of(const PackFiles& files, std::string_view path) {
  const auto file =
      std::find_if(files.files.begin(), files.files.end(),
                   [&](const PackFiles::File& candidate) { return candidate.path == path; });
  return file->text;
}

/// The classes of words of all packs hold in all of them.
void write_out_words(std::vector<std::vector<Document>>& packs, std::vector<Error>& errors) {
  ExpressionWords words;
  for (const std::vector<Document>& documents : packs) {
    for (const Document& document : documents) {
      if (Status status = words.add(document); !status) errors.push_back(status.error());
    }
  }
  for (std::vector<Document>& documents : packs) {
    for (Document& document : documents) {
      if (Status status = words.write_out(document); !status) errors.push_back(status.error());
    }
  }
}

template <typename T>
void keep(Result<T> loaded, T& place, std::vector<Error>& errors) {
  if (loaded) {
    place = *std::move(loaded);
  } else {
    errors.push_back(loaded.error());
  }
}

void check_unique(const std::vector<RuleSet::Entry>& rules, std::vector<Error>& errors) {
  for (std::size_t i = 1; i < rules.size(); ++i) {
    if (rules[i].info.id != rules[i - 1].info.id) continue;
    errors.push_back(
        {cat("rule '", rules[i].info.id, "' is already defined in ", rules[i - 1].info.path),
         rules[i].info.path, 0, 0, "give it an id of its own"});
  }
}

void check_overrides(const RuleSet& set, const std::vector<OptionOverride>& overrides,
                     std::vector<Error>& errors) {
  std::map<const RuleInfo*, const OptionOverride*> first;
  for (const OptionOverride& one : overrides) {
    const RuleInfo* info = set.find(one.rule);
    if (info == nullptr) {
      const std::string guess = set.suggestion(one.rule);
      errors.push_back({cat("no rule '", one.rule, "'"), one.path, one.table.where.line,
                        one.table.where.column,
                        guess.empty() ? std::string() : cat("did you mean '", guess, "'?")});
    } else if (const auto [other, is_new] = first.emplace(info, &one); !is_new) {
      errors.push_back(
          {cat("the options of '", one.rule, "' are also given in ", other->second->path), one.path,
           one.table.where.line, one.table.where.column, "one run takes one of them"});
    }
  }
}

}  // namespace

std::unique_ptr<RuleSet> RuleSet::load(const std::vector<PackFiles>& packs,
                                       std::vector<Error>& errors,
                                       const std::vector<OptionOverride>& overrides) {
  const auto indexed = std::find_if(packs.begin(), packs.end(), [](const PackFiles& files) {
    return !files.index.patterns.empty();
  });
  const PackIndex index = indexed == packs.end() ? PackIndex() : indexed->index;
  auto set = std::make_unique<RuleSet>(index);
  std::vector<std::vector<Document>> parsed;
  std::vector<Document> vocabulary;
  for (const PackFiles& files : packs) parsed.push_back(parse_all(files, errors));
  write_out_words(parsed, errors);
  for (std::vector<Document>& documents : parsed) {
    const auto shared =
        std::stable_partition(documents.begin(), documents.end(), [](const Document& document) {
          return is_rule(document.root) || is_manifest(document.root);
        });
    std::move(shared, documents.end(), std::back_inserter(vocabulary));
    documents.erase(shared, documents.end());
  }
  const std::size_t syntax_errors = errors.size();
  keep(NarrativeRules::load(vocabulary), set->narrative_rules_, errors);
  keep(load_claim_vocabulary(vocabulary, index.claims), set->claims_, errors);
  keep(MetricVocabulary::load(vocabulary, index.metrics), set->metrics_, errors);
  keep(read_competencies(vocabulary, set->patterns_), set->competencies_, errors);
  keep(read_questions(vocabulary), set->questions_, errors);
  // Rules would only miss the words that did not load.
  if (errors.size() != syntax_errors) return nullptr;
  CompileContext context{set->patterns_,     set->figures_,        set->damage_lexicon_,
                         overrides,          set->claims_.lexicon, set->metrics_,
                         set->competencies_, set->claims_.patterns};
  for (std::size_t i = 0; i < packs.size(); ++i) {
    PackInfo info{packs[i].name, "", "", ""};
    for (const Document& document : parsed[i]) {
      if (!is_manifest(document.root)) continue;
      if (Status status = read_manifest(document, info, set->families_); !status) {
        errors.push_back(status.error());
      }
      info.manifest = text_of(packs[i], document.path);
    }
    for (const Document& document : parsed[i]) {
      if (!is_rule(document.root)) continue;
      Result<Entry> entry = read_rule(document, info.name, set->families_, context);
      if (!entry) {
        errors.push_back(entry.error());
      } else {
        entry->info.pack_index = static_cast<std::uint32_t>(set->packs_.size());
        set->rules_.push_back(*std::move(entry));
      }
    }
    set->packs_.push_back(std::move(info));
  }
  std::stable_sort(set->rules_.begin(), set->rules_.end(),
                   [](const Entry& a, const Entry& b) { return a.info.id < b.info.id; });
  check_unique(set->rules_, errors);
  if (errors.empty()) check_overrides(*set, overrides, errors);
  set->patterns_.freeze();
  set->figures_.freeze();
  return errors.empty() ? std::move(set) : nullptr;
}

std::uint32_t RuleSet::index(const RuleInfo& info) const {
  const auto found = std::lower_bound(
      rules_.begin(), rules_.end(), info.id,
      [](const Entry& entry, const std::string& id) { return entry.info.id < id; });
  SL_CHECK(found != rules_.end() && &found->info == &info);
  return static_cast<std::uint32_t>(found - rules_.begin());
}

const RuleInfo* RuleSet::find(std::string_view id_or_name) const {
  for (const Entry& entry : rules_) {
    if (entry.info.is_called(id_or_name)) return &entry.info;
  }
  return nullptr;
}

std::string RuleSet::suggestion(std::string_view id_or_name) const {
  std::vector<std::string_view> known;
  for (const Entry& entry : rules_) {
    // Half a name says more than letters that are alike.
    if (id_or_name.size() > 3 && entry.info.name.find(id_or_name) != std::string::npos) {
      return entry.info.name;
    }
    known.push_back(entry.info.id);
    known.push_back(entry.info.name);
  }
  return std::string(nearest(id_or_name, known));
}

}  // namespace starlint
