// The figures that a change may have begun at and ended in: the part of Context that looks for
// them.
#include <algorithm>

#include "metric/bearing.h"
#include "metric/context.h"
#include "metric/words.h"

namespace starlint {

namespace {

constexpr std::size_t kReach = 4;       // words behind a count that may tell of what it is
constexpr std::size_t kNoun = 2;        // words behind a count: "broken panes"
constexpr double kFew = 3;              // fewer are no measure
constexpr double kMany = 10;            // smaller counts of one noun are often of other things
constexpr double kWhole = 100;          // percent
constexpr std::uint32_t kPassages = 3;  // that a claim may look back without a figure between
constexpr std::size_t kSubject = 2;     // words that say who is faster: "the parts arrive"
constexpr std::size_t kTelling = 2;     // shared words that make two sentences speak of one measure

bool is_token(char c) { return c >= token::kCount && c <= token::kAge; }

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace

std::vector<Figure> Context::results(const SaidChange& change) const {
  const Span own = sentence(change.where);
  const Passage& where = passage(change.where);
  const std::uint32_t claim = std::min(change.said.begin, change.where.span.begin);
  const Span before{own.begin, std::max(own.begin, claim)};
  const std::string_view opening_words = where.slice(before);
  const std::uint32_t here = change.where.passage;
  const bool figures = measures_in(where, here, before);
  std::vector<Figure> found = results_in(change, here, own, false);
  // "We were at 900, a plus of 60 %, and the rate was 44 %"
  const auto other = std::stable_partition(found.begin(), found.end(),
                                           [&](Figure one) { return !behind_clause(change, one); });
  if (other != found.begin()) found.erase(other, found.end());
  // "Away for 45 minutes": no period, where nothing else was measured.
  if (found.empty()) {
    found = results_in(change, here, before, true);
    std::erase_if(found, [&](Figure one) {
      return !is_of_time(change) && metrics_.value(one).low >= kLongPeriod;
    });
  }
  // "We had 10 errors a week. That is a drop of …"
  const bool named = !metric_words(change).empty();
  const bool opens = !figures && (takes_up(change) || telling(opening_words).empty());
  const bool told_by = named && !figures && is_report(opening_words);
  const bool leans = told_by || (opens && (named || telling(where.slice(tail(change))).empty()));
  const bool alone = found.empty() || behind_clause(change, found.front());
  if (own.begin > 0 && (takes_up(change) ? opens : leans && alone)) {
    std::vector<Figure> told = results_of_last(change);
    if (!told.empty()) found = std::move(told);
  }
  if (found.empty() && leans && !told_before(where, own.begin)) found = results_before(change);
  return found;
}

bool Context::measures_in(const Passage& passage, std::uint32_t index, Span within) const {
  const auto& tokens = passage.masked.tokens();
  return std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
    return within.begin <= token.first && token.first < within.end &&
           !is_period(passage, token.first) && !is_claim({index, token.second});
  });
}

std::vector<Figure> Context::results_of_last(const SaidChange& change) const {
  const std::uint32_t here = change.where.passage;
  const Passage& where = passage(change.where);
  const Span last = where.masked.sentence(sentence(change.where).begin - 1);
  std::vector<Figure> told = results_in(change, here, last, false);
  // "My boss had dreamt of two hours."
  std::erase_if(told, [&](Figure one) {
    const std::uint32_t at = where.masked.offset_of(one.value);
    return vocabulary_.reckoning().found("wished", where.slice({last.begin, at}));
  });
  // "The doctor had it after nine hours. So we had become twice as fast."
  if (told.empty() && is_of_time(change)) told = results_in(change, here, last, true);
  return told;
}

std::vector<Figure> Context::told_right_before(const SaidChange& change) const {
  const Span own = sentence(change.where);
  const Passage& where = passage(change.where);
  const std::uint32_t claim = std::min(change.said.begin, change.where.span.begin);
  const std::string_view opening = where.slice({own.begin, std::max(own.begin, claim)});
  // "In ten weeks sales rose by …"
  const bool figures = measures_in(where, change.where.passage, {own.begin, claim});
  const std::vector<std::string> words = telling(opening);
  // "The parts arrive 60 % sooner": only time can be meant.
  const bool time = is_of_time(change) && words.size() <= kSubject;
  const bool leans = takes_up(change) || time || words.empty();
  return own.begin == 0 || figures || !leans ? std::vector<Figure>() : results_of_last(change);
}

bool Context::is_of_time(const SaidChange& change) const {
  // "Half as long"
  const std::string_view said = passage(change.where).slice(change.said);
  const std::vector<std::string> named = joined(folded_words(change.metric), folded_words(said));
  return change.claim.verb == Verb::Faster ||
         std::any_of(named.begin(), named.end(),
                     [&](const std::string& word) { return vocabulary_.of_time(word); });
}

bool Context::only_time(const SaidChange& change) const {
  const std::vector<std::string> named = folded_words(change.metric);
  return !named.empty() && std::all_of(named.begin(), named.end(), [&](const std::string& word) {
    return vocabulary_.of_time(word);
  });
}

bool Context::told_before(const Passage& passage, std::uint32_t at) {
  const auto& tokens = passage.masked.tokens();
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const auto& token) { return token.first < at; });
}

std::vector<Figure> Context::results_before(const SaidChange& change) const {
  const std::uint32_t here = change.where.passage;
  for (std::uint32_t back = 1; back <= std::min(here, kPassages); ++back) {
    const std::uint32_t p = here - back;
    if (!in_one_story(metrics_, here, p)) break;
    const std::vector<Span>& sentences = metrics_.passages[p].masked.sentences();
    if (sentences.empty() || metrics_.passages[p].values.empty()) continue;
    return results_in(change, p, sentences.back(), false);
  }
  return {};
}

bool Context::counts_these(const SaidChange& change, Figure after) const {
  return counted_noun(after).empty() && metrics_.value(after).kind == ValueKind::Cardinal &&
         vocabulary_.reckoning().found("counting", change.metric);
}

bool Context::is_report(std::string_view opening) const {
  return vocabulary_.reckoning().found("reported", opening);
}

bool Context::is_ratio(Figure figure) const {
  const Value& value = metrics_.value(figure);
  if (value.kind != ValueKind::Cardinal) return false;
  if (value.low == 1 && value.high == 1) return true;
  const Passage& where = metrics_.passages[figure.passage];
  const std::uint32_t at = where.masked.offset_of(figure.value);
  const std::string_view behind = where.slice({at + 1, where.masked.sentence(at).end});
  if (vocabulary_.reckoning().found("repeated", behind)) return true;
  const std::string_view text = where.masked.text();
  if (at > 1 && text[at - 1] == '/' && is_token(text[at - 2])) return true;
  const std::string_view ahead = where.slice({where.masked.sentence(at).begin, at});
  return vocabulary_.reckoning().found("one in", ahead) ||
         vocabulary_.reckoning().found("aged", ahead);
}

bool Context::is_whole(std::string_view ahead) const {
  const auto token = std::find_if(ahead.rbegin(), ahead.rend(), is_token);
  const auto behind = static_cast<std::size_t>(token - ahead.rbegin());
  const std::vector<std::string> words = folded_words(ahead.substr(ahead.size() - behind));
  const std::size_t count = words.size();
  return count > 1 &&
         vocabulary_.reckoning().found("of these", words[count - 2] + " " + words[count - 1]);
}

bool Context::is_difference(Figure figure) const {
  const Passage& where = metrics_.passages[figure.passage];
  const std::uint32_t at = where.masked.offset_of(figure.value);
  const std::string_view behind = where.slice({at + 1, where.masked.sentence(at).end});
  const auto end = static_cast<std::size_t>(std::find_if(behind.begin(), behind.end(), is_token) -
                                            behind.begin());
  return vocabulary_.reckoning().found("differs behind", behind.substr(0, end));
}

bool Context::takes_up(const SaidChange& change) const {
  const std::uint32_t claim = std::min(change.said.begin, change.where.span.begin);
  const std::uint32_t begin = std::min(sentence(change.where).begin, claim);
  const std::string_view before = passage(change.where).slice({begin, claim});
  return vocabulary_.reckoning().found("so", before) || vocabulary_.reckoning().found("or", before);
}

Span Context::tail(const SaidChange& change) const {
  const Span own = sentence(change.where);
  const std::string_view behind = passage(change.where).slice({change.where.span.end, own.end});
  const std::size_t comma = std::min(behind.find_first_of(",;:("), behind.size());
  const std::uint32_t end = vocabulary_.clause_end(behind.substr(0, comma));
  return {change.where.span.end, change.where.span.end + end};
}

namespace {

/// "150 percent over 2019"
bool is_year(const Value& value) {
  constexpr double kFirst = 1900;
  constexpr double kLast = 2100;
  const bool open = value.open_low || value.open_high;
  const double bound = value.open_low ? value.high : value.low;
  return open && value.unit.empty() && bound >= kFirst && bound < kLast;
}

}  // namespace

std::vector<Figure> Context::results_in(const SaidChange& change, std::uint32_t p, Span around,
                                        bool periods) const {
  std::vector<Figure> found;
  const Passage& where = metrics_.passages[p];
  const std::string_view text = where.masked.text();
  for (std::uint32_t i = around.begin; i < around.end; ++i) {
    if (!is_token(text[i])) continue;
    const Figure figure{p, where.masked.value_at(i)};
    const bool own = p == change.where.passage && figure.value == change.figure.value;
    if (figure.value == kNone || own || is_ratio(figure) || is_difference(figure)) continue;
    if (is_whole(where.slice({around.begin, i}))) continue;
    const bool counts = metrics_.value(figure).kind == ValueKind::Cardinal;
    if (counts && is_claim(figure)) continue;
    if (figure.passage == change.amount.passage && figure.value == change.amount.value) continue;
    const bool share = metrics_.value(figure).kind == ValueKind::Percent;
    if (share ? !may_end_in_share(change, figure) : change.claim.measure == Measure::Points) {
      continue;
    }
    const bool measured = periods && metrics_.value(figure).kind == ValueKind::Duration &&
                          !metrics_.typed(figure).numbers.empty();
    if (is_period(where, i) && !measured) continue;
    if (!ends_movement(figure) && !is_year(metrics_.value(figure))) found.push_back(figure);
  }
  return found;
}

/// "30 percent in 2021, 10 percent more": the first of the two is no change.
bool Context::may_end_in_share(const SaidChange& change, Figure figure) const {
  const bool counted_in_shares =
      change.claim.measure == Measure::Percent || change.claim.measure == Measure::Points;
  return counted_in_shares && change.claim.figure < kWhole && !is_claim(figure);
}

std::string Context::counted_noun(Figure figure) const {
  const Passage& where = metrics_.passages[figure.passage];
  const std::uint32_t at = where.masked.offset_of(figure.value);
  const std::string_view behind = where.slice({at + 1, where.masked.sentence(at).end});
  std::size_t blanks = 0;  // what is counted stands near
  const auto stop = std::find_if(behind.begin(), behind.end(), [&](char c) {
    if (c == ' ') ++blanks;
    return blanks > kReach || is_token(c) ||
           std::string_view(",;:.()").find(c) != std::string_view::npos;
  });
  const auto size = static_cast<std::size_t>(stop - behind.begin());
  const std::vector<std::string> words = telling(behind.substr(0, size));
  const auto reach = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), kNoun));
  const auto plural = std::find_if(words.begin(), reach, [&](const std::string& word) {
    return vocabulary_.reckoning().plural(word);
  });
  if (plural != reach) return *plural;
  return words.empty() ? std::string() : words.front();
}

std::vector<Start> Context::starts(std::uint32_t p, const SaidChange& change, Figure after) const {
  std::vector<Start> found;
  const Passage& where = metrics_.passages[p];
  // The claim may lean on the sentence of its figure.
  const Passage& told = metrics_.passages[after.passage];
  const std::uint32_t at = told.masked.offset_of(after.value);
  const Span claim_sentence = told.masked.sentence(at);
  const std::vector<std::string> metric = metric_words(change);
  std::vector<std::string> claim_words = telling(told.slice(claim_sentence));
  const Span own = sentence(change.where);
  const bool leans = after.passage != change.where.passage || own.begin != claim_sentence.begin;
  // "We kept 60 shops. Delivery time fell by …": of another measure, unless it says "so".
  const bool other =
      leans && !metric.empty() && !takes_up(change) && !counts_these(change, after) &&
      std::none_of(metric.begin(), metric.end(),
                   [&](const std::string& word) { return holds_word(claim_words, word); });
  if (leans) {
    claim_words = joined(std::move(claim_words), telling(passage(change.where).slice(own)));
  }
  const ValueKind kind = metrics_.value(after).kind;
  const bool time = kind == ValueKind::Duration;
  const std::string counted = counted_noun(after);
  const std::string_view text = where.masked.text();
  for (const Span& said : where.masked.sentences()) {
    if (p > after.passage || (p == after.passage && said.begin >= claim_sentence.begin)) break;
    const std::vector<std::string> words = telling(where.slice(said));
    const auto in_both = [&](const std::string& word) { return holds_word(words, word); };
    Start start;
    start.shared =
        static_cast<std::size_t>(std::count_if(claim_words.begin(), claim_words.end(), in_both));
    start.named = metric.empty() ? time : std::any_of(metric.begin(), metric.end(), in_both);
    // A rare unit is that of one measure.
    start.other = other && !start.named && kind != ValueKind::Quantity;
    if (kind != ValueKind::Cardinal && start.shared >= kTelling) start.named = true;
    const bool right_before = p == after.passage && said.end <= claim_sentence.begin &&
                              claim_sentence.begin - said.end <= 1;
    if (right_before && kind != ValueKind::Cardinal) ++start.shared;
    const bool named = start.named;
    const std::size_t first = found.size();
    bool counted_here = false;  // what the change ended in is counted in this sentence
    std::uint32_t since = said.begin;
    for (std::uint32_t i = said.begin; i < said.end; ++i) {
      if (!is_token(text[i])) continue;
      start.aim = vocabulary_.reckoning().found("aim", where.slice({since, i}));
      since = i + 1;
      if (!time && is_period(where, i)) continue;
      start.figure = {p, where.masked.value_at(i)};
      if (start.figure.value == kNone || is_ratio(start.figure)) continue;
      if (is_difference(start.figure)) continue;
      start.moved = ends_movement(start.figure);
      const bool many =
          std::min(nominal(metrics_.value(after)), nominal(metrics_.value(start.figure))) >= kMany;
      const std::string noun = counted_noun(start.figure);
      const bool few = nominal(metrics_.value(start.figure)) < kFew;
      start.counted = !few && !counted.empty() && same_word(counted, noun);
      const bool borrowed = many && !counted.empty() && noun.empty() && holds_word(words, counted);
      // "Turnover was 2.0 million … turnover is 3.0 million"
      const double less =
          std::min(nominal(metrics_.value(after)), nominal(metrics_.value(start.figure)));
      const bool subject = counted.empty() && noun.empty() &&
                           (less >= kWhole ? start.shared > 0 : many && start.shared >= kTelling);
      start.named = named || start.counted || borrowed || subject;
      counted_here = counted_here || start.counted;
      found.push_back(start);
    }
    for (std::size_t i = first; counted_here && i < found.size(); ++i) {
      found[i].named = found[i].counted;
    }
  }
  return found;
}

}  // namespace starlint
