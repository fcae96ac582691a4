#include "claim/phrase_syntax.h"

#include "base/strings.h"

namespace starlint {

namespace {

struct Placeholder {
  std::string_view name;
  Capture::What what;
  std::string expression;
};

// A letter or digit, and what may stand behind it in a word. All beyond ASCII but punctuation is
// taken for letters: the exact classes (\pL, \p{Lu}) make each expression fifty times as large.
constexpr std::string_view kLetter = R"([^\x00-/:-@\[-`{-\x7F\x{2000}-\x{206F}])";
constexpr std::string_view kLetters = R"([^\x00-%(-*,.:-@\[-`{-\x7F\x{2000}-\x{206F}]*)";
constexpr std::string_view kCapital = R"([0-9A-Z\x{C0}-\x{DE}\x{386}-\x{3AB}\x{400}-\x{42F}])";
constexpr std::string_view kNameLetter = R"([^\x00-"$%(-*,/:-@\[-`{-\x7F\x{2000}-\x{206F}])";

// The bytes are those of claim/masked.h.
const std::vector<Placeholder>& placeholders() {
  static const std::vector<Placeholder> all = {
      {"count", Capture::What::Figure, "\\x01"},
      {"percent", Capture::What::Figure, "\\x02"},
      {"duration", Capture::What::Figure, "\\x03"},
      {"money", Capture::What::Figure, "\\x04"},
      {"quantity", Capture::What::Figure, "\\x05"},
      {"date", Capture::What::Figure, "\\x06"},
      {"interval", Capture::What::Figure, "\\x07"},
      {"age", Capture::What::Figure, "\\x08"},
      {"number", Capture::What::Figure, R"([\x01-\x05\x08])"},
      {"when", Capture::What::Figure, R"([\x06\x07])"},
      {"scope", Capture::What::Scope, cat("(?:", kLetter, kLetters, " ){0,3}?")},
      {"subject", Capture::What::Subject,
       cat(kLetter, kLetters, "(?: ", kLetter, kLetters, "){0,2}")},
      {"name", Capture::What::Name,
       cat("(?-i:", kCapital, kNameLetter, "*(?: (?:(?:of|the|and|&|for|de|du) )?", kCapital,
           kNameLetter, "+){0,4})")},
      {"list", Capture::What::List, ".*"},
      {"list_before", Capture::What::ListBefore, "[^.?!]*"},
  };
  return all;
}

constexpr std::pair<std::string_view, Role> kRoles[] = {
    {"total", Role::Total}, {"part", Role::PartOf}, {"before", Role::Before},
    {"after", Role::After}, {"delta", Role::Delta}, {"fold", Role::Fold},
    {"share", Role::Share}, {"rate", Role::Rate},   {"limit", Role::Limit},
};

/// "(" becomes "(?:", so that groups count placeholders only.
void append_literal(std::string& out, std::string_view phrase, std::size_t& i) {
  if (phrase[i] == '\\' && i + 1 < phrase.size()) out += phrase[i++];
  const bool groups =
      phrase[i] == '(' && phrase.substr(i + 1, 1) != "?" && (out.empty() || out.back() != '\\');
  out += phrase[i++];
  if (groups) out += "?:";
}

Status append_placeholder(CompiledPhrase& out, std::string_view inside, const WordClasses& words) {
  const std::size_t colon = inside.find(':');
  const std::string_view name = inside.substr(0, colon);
  for (const Placeholder& placeholder : placeholders()) {
    if (placeholder.name != name) continue;
    Capture capture{placeholder.what, Role::Total};
    if (colon != std::string_view::npos) {
      const std::optional<Role> role = role_of(inside.substr(colon + 1));
      if (!role) return Error{cat("'", inside.substr(colon + 1), "' is no role"), {}, 0, 0, {}};
      capture.role = *role;
    }
    const auto hedge = words.find("hedge");
    if (capture.what == Capture::What::Figure && hedge != words.end()) {
      out.expression += cat("(?:", hedge->second, " ?)?");
    }
    out.expression += cat("(", placeholder.expression, ")");
    out.captures.push_back(capture);
    return success();
  }
  const auto entry = words.find(name);
  if (entry == words.end()) {
    std::vector<std::string_view> known;
    for (const Placeholder& placeholder : placeholders()) known.push_back(placeholder.name);
    for (const auto& [word_class, alternatives] : words) known.push_back(word_class);
    const std::string_view guess = nearest(name, known);
    return Error{cat("unknown placeholder '{", name, "}'"),
                 {},
                 0,
                 0,
                 guess.empty() ? std::string() : cat("did you mean '{", guess, "}'?")};
  }
  const std::string_view as = colon == std::string_view::npos ? "" : inside.substr(colon + 1);
  if (as.empty()) {
    out.expression += entry->second;
    return success();
  }
  if (as != "subject") return Error{cat("a word is no '", as, "'"), {}, 0, 0, "write ':subject'"};
  out.expression += cat("(", entry->second, ")");
  out.captures.push_back({Capture::What::Subject, Role::Total});
  return success();
}

/// Whether the group that a phrase begins with says itself what may stand before it: "(^|[.;] )it".
bool opens_with_mark(std::string_view phrase) {
  int depth = 0;
  for (std::size_t i = 0; i + 2 < phrase.size(); ++i) {
    depth += (phrase[i] == '(' ? 1 : 0) - (phrase[i] == ')' ? 1 : 0);
    if (depth == 0) return false;
    const bool opens = depth == 1 && (phrase[i] == '(' || phrase[i] == '|');
    const char next = phrase[i + 1];
    const char first = phrase[i + 2];
    if (opens && (next == '^' || (next == '[' && !is_ascii_alnum(first)))) return true;
  }
  return false;
}

bool is_letter(std::string_view text) {
  return !text.empty() && !opens_with_mark(text) &&
         (is_ascii_alnum(text.front()) || text.front() == '(');
}

}  // namespace

std::optional<Role> role_of(std::string_view name) {
  for (const auto& [known, role] : kRoles) {
    if (known == name) return role;
  }
  return std::nullopt;
}

Result<CompiledPhrase> compile_phrase(std::string_view phrase, const WordClasses& words) {
  CompiledPhrase out;
  if (is_letter(phrase)) out.expression = "\\b";
  for (std::size_t i = 0; i < phrase.size();) {
    if (phrase[i] != '{' || is_ascii_digit(phrase.substr(i + 1, 1).empty() ? ' ' : phrase[i + 1])) {
      append_literal(out.expression, phrase, i);
      continue;
    }
    const std::size_t close = phrase.find('}', i);
    if (close == std::string_view::npos) return Error{"a '{' without '}'", {}, 0, 0, {}};
    if (Status status = append_placeholder(out, phrase.substr(i + 1, close - i - 1), words);
        !status) {
      return status.error();
    }
    i = close + 1;
  }
  if (!phrase.empty() && is_ascii_alnum(phrase.back())) out.expression += "\\b";
  return out;
}

}  // namespace starlint
