#include "metric/reckoning_words.h"

#include <algorithm>

#include "base/strings.h"
#include "metric/words.h"

namespace starlint {

using toml_doc::Field;
using toml_doc::FieldType;
using Node = toml_doc::Value;

namespace {

constexpr std::size_t kShortestPlural = 4;  // letters

/// A list of expressions, and where they must stand: at the end of what is before a figure, or at
/// the beginning of what is behind it, or anywhere.
struct CueField {
  std::string_view key;
  std::string_view cue;
  std::string_view before;
  std::string_view behind;
};

constexpr std::string_view kUpTo = R"(\b[^;:\x01-\x08]{0,45}$)";
constexpr std::string_view kNear = R"(\b[^,;:\x01-\x08]{0,25}$)";
constexpr std::string_view kRight = R"(^[^,;:.\x01-\x08]{0,45}?\b)";
constexpr std::string_view kAt = " ?$";

constexpr CueField kCues[] = {
    {"makes", "makes", "(?:^|\\W)", kUpTo},
    {"so", "so", "(?:^|\\W)", kUpTo},
    {"or", "or", "(?:^|\\W)", kAt},
    {"no_result", "no result", "(?:^|\\W)", kUpTo},
    {"next_clause", "next clause", "^", ""},
    {"equal_to", "equal to", "^", " ?$"},
    {"again", "again", "\\b", "\\b"},
    {"anything", "anything", "^", "$"},
    {"same", "same", "(?:^|\\W)", kUpTo},
    {"together", "together", "\\b", kUpTo},
    {"together", "together behind", kRight, "\\b"},
    {"rest", "rest", "\\b", kNear},
    {"rest_behind", "rest behind", kRight, "\\b"},
    {"differs", "differs", "\\b", kAt},
    {"differs_behind", "differs behind", "^ ?", " ?(?:[.,;:)]|$)"},
    {"average", "average", "\\b", kUpTo},
    {"average", "average behind", kRight, "\\b"},
    {"mean", "mean", "\\b", "\\b"},
    {"rate", "rate", "\\b", kNear},
    {"whole", "whole", "\\b", kAt},
    {"each_of", "each of", "\\b", kAt},
    {"no_count", "no count", "\\b", kAt},
    {"joined", "joined", "\\b", "\\b"},
    {"open", "open", "\\b", "\\b"},
    {"hedged", "hedged", "\\b", "\\b"},
    {"imagined", "imagined", "\\b", "\\b"},
    {"advertised", "advertised", "\\b", "\\b"},
    {"open_behind", "open behind", "\\b", "\\b"},
    {"closed", "closed", "\\b", "\\b"},
    {"uptime", "uptime", "\\b", "\\b"},
    {"outage", "outage", "\\b", "\\b"},
    {"summed_up", "summed up", "\\b", "\\b"},
    {"earlier", "earlier", "\\b", "\\b"},
    {"span", "span", "\\b", kAt},
    {"instant", "instant", "\\b", kAt},
    {"ago", "ago", "^ ", "\\b"},
    {"up_to", "up to", "^", "$"},
    {"kinds", "kinds", "\\b", "\\b"},
    {"further", "further", "\\b", kAt},
    {"these", "these", "\\b", kAt},
    {"anyone", "anyone", "^", "$"},
    {"aside", "aside", "^ ?", "\\b"},
    {"of_one", "of one", "^", "$"},
    {"counting", "counting", "\\b", "\\b"},
    {"of_these", "of these", "^", "$"},
    {"of_them", "of them", "^ ?", ""},
    {"one_of_them", "one of them", "^", "$"},
    {"one_in", "one in", "(?:^|\\W)", "$"},
    {"saving", "saving", "\\b", "\\b"},
    {"to_each", "to each", "^ ?", "\\b"},
    {"of_group", "of group", "^ ", " ?(?:[.,;:)]|$)"},
    {"of_rest", "of rest", "^ ", "\\b"},
    {"repeats", "repeats", "^[ -]?", "\\b"},
    {"of_those", "of those", "^ ", "\\b"},
    {"of_everything", "of everything", kRight, "\\b"},
    {"in_turn", "in turn", "(?:^|\\W)", "(?:\\W|$)"},
    {"within_that", "within that", "\\b", "(?:\\W|$)"},
    {"one_of", "one of", "(?:^|\\W)", "$"},
    {"ratio", "ratio", "^ ?", " $"},
    {"twice", "twice", "\\b", "\\b"},
    {"crew", "crew", "\\b", "\\b"},
    {"reported", "reported", "\\b", "$"},
    {"aim", "aim", "\\b", kUpTo},
    {"wished", "wished", "\\b", kUpTo},
    {"repeated", "repeated", "^[ -]?", "\\b"},
    {"elsewhere", "elsewhere", "\\b", "\\b"},
    {"versus", "versus", "\\b", kAt},
    {"aged", "aged", "\\b", kAt},
    {"priced", "priced", "\\b", "\\b"},
    {"spent", "spent", "\\b", "\\b"},
    {"named_month", "named month", "^", "$"},
    {"from_then_on", "from then on", "\\b", "\\b"},
    {"of_all_things", "of all things", "^ ?", "\\b"},
    {"of_all", "of all", "\\b", "\\b"},
};

void fill(std::set<std::string, std::less<>>& words, const Node& table, std::string_view key) {
  for (std::string& word : toml_doc::strings_of(table, key)) words.insert(std::move(word));
}

double second_of(const std::map<std::string, double, std::less<>>& table, std::string_view word) {
  const auto found = table.find(word);
  return found == table.end() ? 0 : found->second;
}

}  // namespace

const std::vector<Field>& ReckoningWords::fields() {
  static const std::vector<Field> fields = {
      {"makes", FieldType::Strings, "before what others make"},
      {"so", FieldType::Strings, "before what follows from others in whatever way"},
      {"or", FieldType::Strings, "right before the same, told in another way"},
      {"no_result", FieldType::Strings, "the same words where nothing follows: \"even so\""},
      {"next_clause", FieldType::Strings, "behind a figure: what follows has a subject of its own"},
      {"again", FieldType::Strings, "in a sentence of a change on top of another one"},
      {"equal_to", FieldType::Strings,
       "all that stands between a measure and the same in another unit"},
      {"anything", FieldType::Strings, "name things, whatever they are"},
      {"same", FieldType::Strings, "before one amount in another unit"},
      {"together", FieldType::Strings, "before or behind the total of others"},
      {"rest", FieldType::Strings, "before what remains"},
      {"rest_behind", FieldType::Strings, "behind what remains"},
      {"differs", FieldType::Strings, "right before what lies between two others"},
      {"differs_behind", FieldType::Strings, "behind what lies between two others"},
      {"average", FieldType::Strings, "before or behind a figure of each"},
      {"mean", FieldType::Strings, "in a sentence that tells an average by that name"},
      {"rate", FieldType::Strings, "before a share that has a name"},
      {"whole", FieldType::Strings, "right before the whole of which parts are told"},
      {"each_of", FieldType::Strings, "right before a count, of each of which the next is told"},
      {"no_count", FieldType::Strings, "right before a number that counts nothing"},
      {"joined", FieldType::Strings, "between the parts of a list"},
      {"open", FieldType::Strings, "in a sentence that names only some of the parts"},
      {"hedged", FieldType::Strings, "in a sentence whose figures need not tie"},
      {"imagined", FieldType::Strings, "in a sentence that claims nothing as done"},
      {"advertised", FieldType::Strings, "before a change that others claim of themselves"},
      {"open_behind", FieldType::Strings, "the same, behind the last of them"},
      {"closed", FieldType::Strings, "before the last of all parts"},
      {"uptime", FieldType::Strings, "in a sentence that tells an availability"},
      {"outage", FieldType::Strings, "in a sentence that tells of an outage"},
      {"summed_up", FieldType::Strings, "in a sentence of what a whole time came to"},
      {"earlier", FieldType::Strings, "in a sentence of what was before a change"},
      {"span", FieldType::Strings, "right before a stretch of time in which something else was"},
      {"instant", FieldType::Strings, "right before a stretch of time that only says when"},
      {"ago", FieldType::Strings, "right behind a stretch of time that only says when"},
      {"these", FieldType::Strings, "right before a figure that was told before"},
      {"anyone", FieldType::Strings, "name people, whoever they are"},
      {"further", FieldType::Strings, "right before an amount that comes on top"},
      {"kinds", FieldType::Strings, "in a sentence of two parts that are all there are"},
      {"up_to", FieldType::Strings, "right before the figure that a change ended in"},
      {"aside", FieldType::Strings, "open a circumstance behind a comma"},
      {"of_one", FieldType::Strings, "before an article and what a figure is told of"},
      {"counting", FieldType::Strings, "of a change in how many there are"},
      {"of_these", FieldType::Strings, "behind a count, before the name of what is counted"},
      {"of_them", FieldType::Strings, "right behind a share of what was just told"},
      {"one_of_them", FieldType::Strings, "behind \"every third\""},
      {"one_in", FieldType::Strings, "right before the whole of a ratio"},
      {"saving", FieldType::Strings, "in a sentence of what is needed no more"},
      {"to_each", FieldType::Strings, "right behind how long each of several took"},
      {"of_group", FieldType::Strings, "right behind a share of people told of before"},
      {"of_rest", FieldType::Strings, "right behind a share of what was left"},
      {"repeats", FieldType::Strings, "right behind a number that says how many times"},
      {"of_those", FieldType::Strings, "right behind a share of what was just told"},
      {"of_everything", FieldType::Strings, "behind a share of the whole"},
      {"in_turn", FieldType::Strings, "in a sentence of what was done one after the other"},
      {"within_that", FieldType::Strings, "in a sentence that fits into a time just told"},
      {"one_of", FieldType::Strings, "right before a part of a day that is a single one"},
      {"ratio", FieldType::Strings, "between the two numbers of a share: one in four"},
      {"twice", FieldType::Strings, "in a sentence of which all is told more than once"},
      {"crew", FieldType::Strings, "in a sentence whose people are added up by other rules"},
      {"reported", FieldType::Strings, "before a change that somebody is told of"},
      {"aim", FieldType::Strings, "before a figure that was only wanted"},
      {"wished", FieldType::Strings, "before a change that was only wanted"},
      {"repeated", FieldType::Strings, "right behind a number of times, before what is repeated"},
      {"elsewhere", FieldType::Strings, "around a figure of others, or of something else"},
      {"versus", FieldType::Strings, "right before what a figure is held against"},
      {"aged", FieldType::Strings, "right before the age of somebody"},
      {"priced", FieldType::Strings, "of a change that only money has"},
      {"spent", FieldType::Strings, "of a measure that is money"},
      {"named_month", FieldType::Strings, "a month by its name"},
      {"from_then_on", FieldType::Strings, "in a sentence of what came later"},
      {"of_all_things", FieldType::Strings, "right behind a share of things"},
      {"of_all", FieldType::Strings, "in a sentence that takes up all of a list"},
      {"each", FieldType::Strings, "of each of several"},
      {"per", FieldType::Strings, "before what a figure is told of"},
      {"during", FieldType::Strings, "before a period in which all of it was"},
      {"article", FieldType::Strings, "before a period of which a figure is told"},
      {"head", FieldType::Strings, "behind an article: of each of several"},
      {"of_each", FieldType::Strings, "between a count and the figure of each"},
      {"stop", FieldType::Strings, "words that do not belong to the name of a thing"},
      {"plural", FieldType::Strings, "names of several things that end like those of one"},
      {"period", FieldType::Table, "seconds of a period, by its name"},
      {"adverb", FieldType::Table, "seconds of the period that an adverb is made of"},
      {"nth", FieldType::Table, "the number of an ordinal behind \"every\""},
      {"weekday", FieldType::Table, "the number of a day of the week, from Monday on"},
      {"window", FieldType::Table, "the most seconds that a part of a day has, by its name"},
  };
  return fields;
}

Status ReckoningWords::read(const Document& document, const Node& table) {
  for (const CueField& field : kCues) {
    std::string expression;
    for (const std::string& one : toml_doc::strings_of(table, field.key)) {
      expression += cat(expression.empty() ? "" : "|", one);
    }
    if (expression.empty()) continue;
    PatternOptions options;
    options.known_good = document.built_in;
    Result<Pattern> pattern =
        Pattern::compile(cat(field.before, "(?:", expression, ")", field.behind), options);
    if (!pattern) {
      return toml_doc::error_at(*table.find(field.key), document.path, pattern.error().message);
    }
    cues_.insert_or_assign(std::string(field.cue), *std::move(pattern));
  }
  for (const auto& [key, words] :
       {std::pair{"each", &each_}, std::pair{"per", &per_}, std::pair{"article", &article_},
        std::pair{"during", &during_}, std::pair{"head", &head_}, std::pair{"of_each", &of_each_},
        std::pair{"stop", &stop_}, std::pair{"plural", &plural_}}) {
    fill(*words, table, key);
  }
  for (const auto& [key, periods] : {std::pair{"period", &periods_}, std::pair{"adverb", &adverbs_},
                                     std::pair{"window", &windows_}, std::pair{"nth", &nths_},
                                     std::pair{"weekday", &weekdays_}}) {
    const Node* list = table.find(key);
    if (list == nullptr) continue;
    for (const Node::Member& member : list->members) {
      (*periods)[member.key] = toml_doc::number_of(*list, member.key);
    }
  }
  return success();
}

bool ReckoningWords::found(std::string_view cue, std::string_view words) const {
  const auto pattern = cues_.find(cue);
  return pattern != cues_.end() &&
         pattern->second.found_in(words, {0, static_cast<std::uint32_t>(words.size())});
}

double ReckoningWords::period(std::string_view word) const { return second_of(periods_, word); }
double ReckoningWords::window(std::string_view word) const { return second_of(windows_, word); }
double ReckoningWords::nth(std::string_view word) const { return second_of(nths_, word); }
double ReckoningWords::weekday(std::string_view word) const { return second_of(weekdays_, word); }
double ReckoningWords::adverb(std::string_view word) const { return second_of(adverbs_, word); }

double ReckoningWords::longest_period(std::string_view words) const {
  double longest = 0;
  for (const std::string& word : folded_words(words)) longest = std::max(longest, period(word));
  return longest;
}

bool ReckoningWords::plural(std::string_view word) const {
  if (plural_.count(word) != 0) return true;
  if (stop(word) || word.size() < kShortestPlural || word.back() != 's') return false;
  return !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

}  // namespace starlint
