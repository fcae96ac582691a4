// names: names that must stay out of stories, declared in the settings or in the notes themselves.
#include <algorithm>

#include "base/sorted.h"
#include "base/strings.h"
#include "rule/kind/kinds.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

class NamesRule : public Rule {
 public:
  NamesRule(std::vector<std::string> names, std::vector<Pattern> declarations)
      : names_(std::move(names)), declarations_(std::move(declarations)) {}

  void check_speaker(const SpeakerView& speaker, Sink& sink) const override {
    std::vector<std::string> names = names_;
    for (const FileView* file : speaker.files) add_declared(*file, names);
    sort_unique(names);
    if (names.empty()) return;
    const Result<Pattern> pattern = Pattern::compile(expression_of(names));
    SL_CHECK(pattern.ok());  // quoted letter by letter
    for (const FileView* file : speaker.files) check_file(*file, *pattern, sink);
  }

 private:
  /// Names stand apart by commas, or by lines with dashes, in what a declaration's first group
  /// holds.
  void add_declared(const FileView& file, std::vector<std::string>& names) const {
    for (const Block& block : file.outline.blocks) {
      if (block.kind != BlockKind::Comment && block.kind != BlockKind::FrontMatter) continue;
      for (const Pattern& declaration : declarations_) {
        for (const Match& match : declaration.find_all(file.text.utf8(), block.span)) {
          if (match.groups.empty()) continue;
          add_names(file.slice(match.groups.front()), names);
        }
      }
    }
  }

  static void add_names(std::string_view list, std::vector<std::string>& names) {
    constexpr std::string_view kAround = " \t\r\"'-";
    while (!list.empty()) {
      const std::size_t end = std::min(list.find_first_of(",\n"), list.size());
      std::string_view name = list.substr(0, end);
      name.remove_prefix(std::min(name.find_first_not_of(kAround), name.size()));
      name = name.substr(0, name.find_last_not_of(kAround) + 1);
      if (!name.empty()) names.emplace_back(name);
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }

  /// Whole words, as written or in capitals, over line ends too; the longest name first.
  static std::string expression_of(std::vector<std::string> names) {
    std::stable_sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
      return a.size() > b.size();
    });
    for (std::string& name : names) name = cat(quoted(name), "|", quoted(in_capitals(name)));
    return cat("(?-i:(?:^|[^\\pL\\pN])(", join(names, "|"), ")(?:$|[^\\pL\\pN]))");
  }

  static std::string in_capitals(std::string name) {
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
  }

  static std::string quoted(std::string_view name) {
    std::string out;
    for (const char c : name) {
      if (c == ' ') {
        out += "(?:[\\s>]|\\x{A0}|\\x{202F})+";
        continue;
      }
      const bool plain = is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80U;
      if (!plain) out += '\\';
      out += c;
    }
    return out;
  }

  static void check_file(const FileView& file, const Pattern& pattern, Sink& sink) {
    for (const Block& block : file.outline.blocks) {
      if (!block.prose()) continue;
      for (const Match& match : pattern.find_all(file.text.utf8(), block.text)) {
        const Span name = match.groups.front();
        sink.add({file.source.id, name}, {{"text", std::string(file.slice(name))}});
      }
    }
  }

  std::vector<std::string> names_;
  std::vector<Pattern> declarations_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  std::vector<Pattern> declarations;
  for (const std::string& expression : options.strings("declared")) {
    Result<Pattern> pattern = Pattern::compile(expression);
    if (!pattern) return options.error("declared", pattern.error().message, pattern.error().hint);
    declarations.push_back(*std::move(pattern));
  }
  return std::unique_ptr<Rule>(
      std::make_unique<NamesRule>(options.strings("names"), std::move(declarations)));
}

}  // namespace

Kind names_kind() {
  using toml_doc::FieldType;
  return {"names",
          "names that are declared to stay out of the notes",
          {"text"},
          {},
          {{"names", FieldType::Strings, "the names, as written"},
           {"declared", FieldType::Strings,
            "expressions for comments and front matter whose first group lists further names"}},
          compile};
}

}  // namespace starlint
