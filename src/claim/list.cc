#include "claim/list.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr int kShortPiece = 3;  // words
constexpr int kLongPart = 5;    // blanks: more, and a piece is a clause of its own
constexpr std::size_t kNameWords = 3;

bool is_short(std::string_view text, Span span) {
  const std::string_view words = trim(text.substr(span.begin, span.size()));
  return std::count(words.begin(), words.end(), ' ') < kShortPiece;
}

/// Where the list ends: at a closing parenthesis that was opened before it.
std::uint32_t end_of_list(std::string_view text, Span within) {
  int depth = 0;
  for (std::uint32_t i = within.begin; i < within.end; ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth < 0) return i;
  }
  return within.end;
}

struct PieceOfList {
  Span span;
  bool behind_joint = false;
};

/// Pieces between commas and joining words; what stands in parentheses belongs to the piece before.
std::vector<PieceOfList> pieces_of(std::string_view text, Span within, const Pattern* joint) {
  std::vector<Match> joints;
  if (joint != nullptr) joints = joint->find_all(text, within);
  std::vector<PieceOfList> pieces;
  std::uint32_t begin = within.begin;
  bool behind_joint = false;
  std::size_t next = 0;
  int depth = 0;
  for (std::uint32_t i = within.begin; i < within.end; ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    while (next < joints.size() && joints[next].whole.begin < i) ++next;
    const bool joined = next < joints.size() && joints[next].whole.begin == i;
    const bool stop = text[i] == '.' && i + 1 < within.end && text[i + 1] == ' ';
    if (depth > 0 || (!joined && !stop && text[i] != ',' && text[i] != ';')) continue;
    pieces.push_back({{begin, i}, behind_joint});
    behind_joint = joined;
    begin = joined ? joints[next].whole.end : i + 1;
    i = begin - 1;
  }
  pieces.push_back({{begin, within.end}, behind_joint});
  return pieces;
}

Span trimmed(std::string_view text, Span span) {
  const auto loose = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '-'; };
  while (span.begin < span.end && loose(span.begin)) ++span.begin;
  while (span.begin < span.end && (loose(span.end - 1) || text[span.end - 1] == '.')) --span.end;
  return span;
}

bool begins_with(const Pattern* pattern, std::string_view text, Span span, Span& found) {
  Match match;
  if (pattern == nullptr || !pattern->find(text, span, match) || match.whole.begin != span.begin) {
    return false;
  }
  found = match.whole;
  return true;
}

enum class Piece : std::uint8_t { Item, Aside, Rest, Other };

class ListReader {
 public:
  ListReader(const Masked& block, std::uint32_t begin, char token, bool figure_first,
             const ClaimPatterns& patterns)
      : block_(block),
        text_(block.text()),
        begin_(begin),
        token_(token),
        figure_first_(figure_first),
        patterns_(patterns),
        lead_in_(patterns.word_class("list_lead_in")),
        one_(patterns.word_class("one")),
        self_(patterns.word_class("self")),
        aside_(patterns.word_class("aside")),
        subset_(patterns.word_class("subset")),
        rest_(patterns.word_class("rest")),
        counted_(patterns.word_class("self_counted")),
        fraction_(patterns.word_class("fraction")),
        goes_(patterns.word_class("share_goes")),
        compared_(patterns.word_class("compared")) {}

  Piece read(Span piece, ListItem& item) const {
    Span span = trimmed(text_, piece);
    if (span.empty()) return Piece::Aside;
    Span found;
    skip_lead_in(span);
    if (span.empty()) return Piece::Aside;
    item = {span, kNone, {}, false, false, 0};
    if (begins_with(rest_, text_, span, found)) return Piece::Rest;
    if (is_figure(span.begin)) return read_figure(span.begin, item);
    if (token_ == token::kPercent) return read_share(item);
    if (begins_with(counted_, text_, span, found)) return Piece::Aside;
    if (begins_with(self_, text_, span, found)) {
      item.self = true;
      return Piece::Item;
    }
    if (begins_with(aside_, text_, span, found)) return Piece::Aside;
    if (begins_with(one_, text_, span, found)) {
      item.noun = noun_behind(found.end, span.end);
      if (is_several(found, item.noun)) return Piece::Rest;
      const bool clause = std::count(item.noun.begin(), item.noun.end(), ' ') > kLongPart;
      return item.noun.empty() || clause ? Piece::Other : Piece::Item;
    }
    item.named = is_name(span);
    item.noun = text_.substr(span.begin, span.size());
    return item.named ? Piece::Item : Piece::Other;
  }

  /// "The costumes", "a pair of drivers": more than the one that stands there.
  bool is_several(Span article, std::string_view noun) const {
    if (patterns_.is_word("several_of", ascii_lower(noun.substr(0, noun.find(' '))))) return true;
    if (!patterns_.is_word("pointing", ascii_lower(text_.substr(article.begin, article.size())))) {
      return false;
    }
    const std::string last = ascii_lower(noun.substr(noun.rfind(' ') + 1));
    return !last.empty() && patterns_.nouns().fold(last) != last;
  }

  /// Whether a piece is a share that goes into something: "a quarter is lessons", "30 % on admin".
  bool is_share(Span piece) const {
    Span span = trimmed(text_, piece);
    Span found;
    skip_lead_in(span);
    if (span.empty()) return false;
    Span figure{span.begin, span.begin + 1};
    if (!is_figure(span.begin) && !begins_with(fraction_, text_, span, figure)) return false;
    return begins_with(goes_, text_, trimmed(text_, {figure.end, span.end}), found);
  }

 private:
  /// "The remaining third" begins with its fraction.
  void skip_lead_in(Span& span) const {
    Span found;
    while (!begins_with(fraction_, text_, span, found) &&
           begins_with(lead_in_, text_, span, found)) {
      span = trimmed(text_, {found.end, span.end});
    }
  }

  /// "2 ML engineers" may have been read as a quantity.
  bool is_figure(std::uint32_t at) const {
    const char c = text_[at];
    if (token_ == token::kPercent && block_.is_fraction(at)) return true;
    return c == token_ || (token_ == token::kCount && c == token::kQuantity);
  }

  /// "Anna", "Anna Lee (design)".
  bool is_name(Span span) const {
    const std::string_view piece = text_.substr(span.begin, span.size());
    const std::vector<std::string_view> words = split(trim(piece.substr(0, piece.find('('))), ' ');
    return words.size() <= kNameWords &&
           std::all_of(words.begin(), words.end(), [](std::string_view word) {
             return word.size() > 1 && word.front() >= 'A' && word.front() <= 'Z' &&
                    word[1] >= 'a' && word[1] <= 'z';
           });
  }

  /// What the first figure is of is the whole that the list divides: "70 % of the week".
  bool at_start(std::uint32_t at) const { return at == begin_; }

  Piece read_figure(std::uint32_t at, ListItem& item) const {
    Span found;
    const Span behind = trimmed(text_, {at + 1, item.span.end});
    const bool whole = token_ == token::kPercent && figure_first_;
    if (whole && !at_start(at) && begins_with(compared_, text_, behind, found)) return Piece::Other;
    // "Half of those hours" may open a list of shares.
    const bool opens = token_ == token::kPercent && at_start(at);
    // "A dozen helpers: half of them students, …": a part told as a share of all.
    const bool share = token_ == token::kCount && block_.is_fraction(at);
    if (!whole && !opens && !share && begins_with(subset_, text_, behind, found))
      return Piece::Aside;
    item.value = block_.value_at(at);
    item.noun = noun_behind(at + 1, item.span.end);
    return Piece::Item;
  }

  /// "coding 60%", "the other 40% on reviews": the figure may stand anywhere, but only one.
  Piece read_share(ListItem& item) const {
    Span words;
    if (begins_with(fraction_, text_, item.span, words)) {
      item.fraction = patterns_.fraction(ascii_lower(text_.substr(words.begin, words.size())));
      item.noun = noun_behind(words.end, item.span.end);
      return Piece::Item;
    }
    if (figure_first_) return Piece::Other;
    const std::string_view body = text_.substr(item.span.begin, item.span.size());
    const std::size_t at = body.find(token_);
    if (at == std::string_view::npos) return Piece::Other;
    item.value = block_.value_at(item.span.begin + static_cast<std::uint32_t>(at));
    item.noun = trim(body.substr(0, at));
    return Piece::Item;
  }

  /// Up to a parenthesis or the next figure.
  std::string_view noun_behind(std::uint32_t begin, std::uint32_t end) const {
    std::string_view noun = text_.substr(begin, end - begin);
    noun = noun.substr(0, noun.find_first_of("(:\x01\x02\x03\x04\x05\x06\x07\x08"));
    return trim(noun);
  }

  const Masked& block_;
  std::string_view text_;
  std::uint32_t begin_;
  char token_;
  bool figure_first_;
  const ClaimPatterns& patterns_;
  const Pattern* lead_in_;
  const Pattern* one_;
  const Pattern* self_;
  const Pattern* aside_;
  const Pattern* subset_;
  const Pattern* rest_;
  const Pattern* counted_;  // "me included"
  const Pattern* fraction_;
  const Pattern* goes_;
  const Pattern* compared_;  // behind a figure that is no share: "more", "of the"
};

/// Names beside the speaker are those of people; others may be of anything.
void keep_names_of_people(PartList& list) {
  const auto self = [](const ListItem& item) { return item.self; };
  const auto named = [](const ListItem& item) { return item.named; };
  if (std::any_of(list.items.begin(), list.items.end(), self)) return;
  if (std::erase_if(list.items, named) > 0) list.complete = false;
}

PartList read_items(const Masked& block, Span within, char token, bool figure_first,
                    const ClaimPatterns& patterns) {
  const ListReader reader(block, within.begin, token, figure_first, patterns);
  PartList list;
  within.end = end_of_list(block.text(), within);
  bool joined = false;
  bool loose = false;  // a share has several objects
  bool prose = false;  // what stands between the shares says something of them
  const std::vector<PieceOfList> pieces =
      pieces_of(block.text(), within, patterns.word_class("joint"));
  for (auto next = pieces.begin(); next != pieces.end();) {
    const PieceOfList& piece = *next++;
    ListItem item;
    const Piece kind = reader.read(piece.span, item);
    if (kind == Piece::Item && prose && !reader.is_share(piece.span)) return list;
    if (kind == Piece::Item) {
      list.items.push_back(item);
      joined = piece.behind_joint;
    }
    if (kind == Piece::Rest) return list;  // whatever is missing is in it
    // "three research and development engineers" is one piece for a reader, two for us.
    const bool tail = piece.behind_joint && is_short(block.text(), piece.span);
    const bool shares = token == token::kPercent;
    ListItem rest;
    const bool opens = shares && !figure_first && next != pieces.end() && next->behind_joint &&
                       is_short(block.text(), piece.span) &&
                       reader.read(next->span, rest) == Piece::Item;
    if (kind == Piece::Other && opens) continue;  // "beer and wine 40 %"
    if (kind == Piece::Other && !tail && shares && piece.behind_joint) {
      loose = true;  // "50 % talking to users and reading what they write, 30 % …"
    } else if (kind == Piece::Other && !tail && shares && figure_first) {
      prose = true;
    } else if (kind == Piece::Other && !tail) {
      list.complete = joined;  // "a, b and c, for a year": the last "and" closed the list
      return list;
    }
  }
  list.complete = !prose && !loose;
  return list;
}

}  // namespace

PartList read_list(const Masked& block, Span within, char token, bool figure_first,
                   const ClaimPatterns& patterns) {
  PartList list = read_items(block, within, token, figure_first, patterns);
  keep_names_of_people(list);
  return list;
}

bool opens_with_share(const Masked& block, Span sentence, const ClaimPatterns& patterns) {
  return ListReader(block, sentence.begin, token::kPercent, true, patterns).is_share(sentence);
}

Span list_before_total(const Masked& block, Span before, const ClaimPatterns& patterns) {
  const std::string_view text = block.text();
  const Span first = pieces_of(text, before, patterns.word_class("joint")).front().span;
  std::uint32_t figure = kNone;
  for (std::uint32_t i = first.begin; i < first.end; ++i) {
    if (text[i] != token::kCount) continue;
    if (figure != kNone) return {};  // "from two to five cooks"
    figure = i;
  }
  return figure == kNone ? Span{} : Span{figure, before.end};
}

}  // namespace starlint
