// acronym: abbreviations that a file uses in stories and spells out nowhere.
#include <algorithm>
#include <set>

#include "base/strings.h"
#include "rule/kind/finding_key.h"
#include "rule/kind/kinds.h"
#include "rule/kind/matcher.h"
#include "rule/kind/story_text.h"

namespace starlint {

namespace {

using Words = std::set<std::string, std::less<>>;

class AcronymRule : public Rule {
 public:
  AcronymRule(Matcher form, const std::vector<std::string>& known, std::uint32_t at_least)
      : form_(std::move(form)), known_(known.begin(), known.end()), at_least_(at_least) {}

  void check(const FileView& file, Sink& sink) const override {
    if (!form_.hits(file)) return;
    std::vector<Span> found = first_uses(file);
    const Words words = words_of(file.text.utf8());
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](Span span) { return is_plain(file, span, words); }),
                found.end());
    if (found.empty() || found.size() < at_least_) return;
    std::vector<std::string> names;
    for (const Span span : found) names.emplace_back(file.slice(span));
    Finding& finding = sink.add({file.source.id, found.front()},
                                {{"names", join(names, ", ")}, {"count", cat(names.size())}});
    finding.key = key_of_sides(names);
    for (std::size_t i = 1; i < found.size(); ++i) {
      finding.related.push_back({{file.source.id, found[i]}, names[i]});
    }
  }

 private:
  /// Where stories first use each abbreviation that is not generally known.
  std::vector<Span> first_uses(const FileView& file) const {
    std::vector<Span> found;
    Words seen;
    for (const Narrative& story : file.narratives.stories) {
      if (!tells_event(story)) continue;
      for (const Span span : form_.find(file, speech_of(file, story, {}))) {
        const std::string_view text = file.slice(span);
        if (known_.count(text) == 0 && seen.emplace(text).second) found.push_back(span);
      }
    }
    return found;
  }

  static Words words_of(std::string_view utf8) {
    Words words;
    for (std::size_t begin = 0, end = 0; begin < utf8.size(); begin = end + 1) {
      for (end = begin; end < utf8.size() && is_ascii_alnum(utf8[end]);) ++end;
      if (end > begin) words.emplace(utf8.substr(begin, end - begin));
    }
    return words;
  }

  /// "data warehouse (DW)" or "DW (data warehouse)" somewhere in the file, or an ordinary word in
  /// capitals for emphasis: one that the file also writes small.
  static bool is_plain(const FileView& file, Span span, const Words& words) {
    const std::string_view utf8 = file.text.utf8();
    const std::string_view text = file.slice(span);
    return words.count(ascii_lower(text)) != 0 ||
           utf8.find(cat("(", text, ")")) != std::string_view::npos ||
           utf8.find(cat(text, " (")) != std::string_view::npos;
  }

  Matcher form_;
  Words known_;
  std::uint32_t at_least_;
};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext& context) {
  Result<Matcher> form = Matcher::read(options, "form", "except", context.patterns);
  if (!form) return form.error();
  return std::unique_ptr<Rule>(
      std::make_unique<AcronymRule>(*std::move(form), options.strings("known"),
                                    static_cast<std::uint32_t>(options.number("at_least", 1))));
}

}  // namespace

Kind acronym_kind() {
  using toml_doc::FieldType;
  return {"acronym",
          "abbreviations in stories that their file spells out nowhere",
          {"names", "count"},
          {},
          {{"form", FieldType::Strings, "expressions of what is an abbreviation", true},
           {"except", FieldType::Strings, "a match that overlaps one of these is none"},
           {"known", FieldType::Strings, "abbreviations anybody knows"},
           {"at_least", FieldType::Integer, "only in files with so many (default 1)"}},
          compile};
}

}  // namespace starlint
