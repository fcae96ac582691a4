#include "narrative/turn.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "narrative/story.h"
#include "outline/line.h"
#include "text/fold.h"

namespace starlint {

namespace {

constexpr std::uint32_t kMaxName = 40;     // bytes
constexpr std::ptrdiff_t kNameBlanks = 3;  // in it
constexpr std::uint32_t kMaxAside = 32;    // bytes of brackets behind a name
constexpr std::uint32_t kFewestTurns = 2;  // of a side that takes turns
constexpr std::uint32_t kLeastShare = 20;  // per cent of its turns that the asking side asks in
constexpr std::size_t kOpening = 5;        // words of a turn that may hold the one that asks

bool is_emphasis(char c) { return c == '*' || c == '_'; }

std::uint32_t skip_blank(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  while (at < end && (is_ascii_space(utf8[at]) || is_emphasis(utf8[at]))) ++at;
  return at;
}

// Behind the date of a stamp, "2022-05-03 18:02", "3/5/22, 18:02"; `at` itself without one.
std::uint32_t skip_date(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  std::uint32_t stop = at;
  std::uint32_t marks = 0;
  for (; stop < end && (is_ascii_digit(utf8[stop]) ||
                        std::string_view("-/.").find(utf8[stop]) != std::string_view::npos);
       ++stop) {
    marks += is_ascii_digit(utf8[stop]) ? 0U : 1U;
  }
  if (marks != 2) return at;
  while (stop < end && (utf8[stop] == ',' || utf8[stop] == ' ' || utf8[stop] == 'T')) ++stop;
  return stop < end && is_ascii_digit(utf8[stop]) ? stop : at;
}

// Behind "00:02", "1:02:10.5", "[00:02:10]", "(00:02)", "[2022-05-03 18:02]"; `at` itself where no
// time stands there.
std::uint32_t skip_time(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  const bool framed = at < end && (utf8[at] == '[' || utf8[at] == '(');
  std::uint32_t stop = skip_date(utf8, framed ? at + 1 : at, end);
  std::uint32_t colons = 0;
  std::uint32_t digits = 0;
  for (; stop < end; ++stop) {
    const char c = utf8[stop];
    if (c == ':' && digits > 0 && stop + 1 < end && is_ascii_digit(utf8[stop + 1])) {
      ++colons;
    } else if (is_ascii_digit(c) || (colons > 0 && (c == '.' || c == ','))) {
      ++digits;
    } else {
      break;
    }
  }
  if (colons == 0) return at;
  if (!framed) return stop;
  return stop < end && (utf8[stop] == ']' || utf8[stop] == ')') ? stop + 1 : at;
}

// Behind "(hiring manager)".
std::uint32_t skip_aside(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  if (at >= end || utf8[at] != '(') return at;
  const std::size_t close = utf8.substr(at, std::min(end - at, kMaxAside)).find(')');
  return close == std::string_view::npos ? at : at + static_cast<std::uint32_t>(close) + 1;
}

// Behind the number of "Speaker 1", which is no time: "Dana 10:02".
std::uint32_t skip_count(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t kMaxDigits = 2;
  std::uint32_t stop = at;
  while (stop < end && is_ascii_digit(utf8[stop])) ++stop;
  return stop - at <= kMaxDigits && skip_time(utf8, at, end) == at ? stop : at;
}

bool opens_name(char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

bool in_name(char c) {
  return is_ascii_alpha(c) || (c & 0x80) != 0 || c == ' ' || c == '.' || c == '\'' || c == '-';
}

std::uint32_t behind_colon(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  if (at < end && utf8[at] == ':') return at + 1;
  return utf8.substr(at, end - at).starts_with("：") ? at + 3 : at;
}

class Conversation {
 public:
  explicit Conversation(Page& page) : page_(page), utf8_(page.text->utf8()) {}

  void read() {
    collect();
    count();
    if (!takes_turns()) return;
    for (const Said& said : turns_) {
      if (asks(said) || answers(said)) label(said);
    }
  }

 private:
  struct Said {
    std::uint32_t row = 0;
    Turn turn;
    std::string name;      // folded
    bool goes_on = false;  // the next message of the one who spoke before it
  };
  struct Side {
    std::uint32_t turns = 0;
    std::uint32_t asking = 0;
    std::uint32_t answering = 0;  // turns right behind one of a side that asks
    bool marked_answer = false;   // "Me", "Candidate"
    bool asks = false;
  };

  void collect() {
    for (std::uint32_t row = 0; row < page_.row_count(); ++row) {
      const Row& line = page_.rows[row];
      if (!line.prose || line.cell) continue;
      const Label* known = page_.label(row);
      if (known != nullptr && (!known->concepts.empty() || known->letter)) continue;
      const std::optional<Turn> turn = read_turn(utf8_, line.content);
      if (!turn) continue;
      Said said{row, *turn, fold(utf8_.substr(turn->name.begin, turn->name.size()))};
      if (page_.rules->places.fields.contains(said.name)) continue;
      said.goes_on = !turns_.empty() && turns_.back().name == said.name;
      turns_.push_back(std::move(said));
    }
  }

  void count() {
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      const Said& said = turns_[i];
      if (said.goes_on) continue;
      std::size_t behind = i + 1;
      while (behind < turns_.size() && turns_[behind].goes_on) ++behind;
      const std::uint32_t next = behind < turns_.size() ? turns_[behind].row : page_.row_count();
      std::uint32_t last = next - 1;
      while (last > said.row && !page_.rows[last].prose) --last;
      Side& side = sides_[said.name];
      ++side.turns;
      side.asking += requests({said.turn.body, page_.rows[last].content.end});
      const Label* label = page_.label(said.row);
      side.marked_answer = side.marked_answer || (label != nullptr && label->answer);
    }
    choose_sides();
    for (std::size_t i = 1; i < turns_.size(); ++i) {
      const bool next = !turns_[i].goes_on && asks(turns_[i - 1]);
      if (next) ++sides_.at(turns_[i].name).answering;
    }
  }

  // A question mark, or a word that asks among the first of what is said: "ok so tell me about …".
  bool requests(Span said) const {
    const std::string_view text = page_.slice(said);
    return text.find('?') != text.npos || text.find("？") != text.npos ||
           opens_instruction(page_, said, kOpening);
  }

  // The name that asks most of its turns, and those that ask half as often.
  void choose_sides() {
    const auto share = [](const Side& side) {
      return side.marked_answer || side.asking < kFewestTurns ? 0 : 100 * side.asking / side.turns;
    };
    std::uint32_t most = 0;
    for (const auto& [name, side] : sides_) most = std::max(most, share(side));
    if (most < kLeastShare) return;
    for (auto& [name, side] : sides_) side.asks = 2 * share(side) >= most;
  }

  bool asks(const Said& said) const { return sides_.at(said.name).asks; }
  bool answers(const Said& said) const {
    const Side& side = sides_.at(said.name);
    return !side.asks && 2 * side.answering >= side.turns;
  }

  bool takes_turns() const {
    const auto count = [&](auto is) { return std::count_if(turns_.begin(), turns_.end(), is); };
    return count([&](const Said& said) { return asks(said); }) >= kFewestTurns &&
           count([&](const Said& said) { return answers(said); }) >= kFewestTurns;
  }

  void label(const Said& said) {
    Row& line = page_.rows[said.row];
    line.turn = true;
    if (line.soft) {  // "Ruth: And then?" over a longer answer only looks like a title
      line.heading = line.soft = false;
      line.level = 0;
    }
    if (page_.label_of_row[said.row] != kNone) return;
    Label label;
    label.row = said.row;
    label.word = said.turn.name;
    label.body = said.turn.body;
    label.question = asks(said);
    label.answer = !label.question;
    page_.label_of_row[said.row] = static_cast<std::uint32_t>(page_.labels.size());
    page_.labels.push_back(std::move(label));
  }

  Page& page_;
  std::string_view utf8_;
  std::vector<Said> turns_;
  std::map<std::string, Side> sides_;  // by folded name
};

}  // namespace

std::optional<Turn> read_turn(std::string_view utf8, Span line) {
  std::uint32_t at = line.begin;
  if (const Marker marker = read_marker(utf8, at, line.end); marker.kind == MarkerKind::Bullet) {
    at = marker.end;
  }
  at = skip_blank(utf8, at, line.end);
  const std::uint32_t opening = at;
  at = skip_blank(utf8, skip_time(utf8, at, line.end), line.end);
  const bool stamped = at > opening;
  if (at < line.end && utf8[at] == '-') at = skip_blank(utf8, at + 1, line.end);
  Turn turn;
  turn.name = {at, at};
  // Behind a time stamp a name may begin small: "[18:40] ines: …".
  const bool named =
      at < line.end && (opens_name(utf8[at]) || (stamped && is_ascii_alpha(utf8[at])));
  if (!named) return std::nullopt;
  const std::uint32_t stop = std::min(line.end, at + kMaxName);
  while (at < stop && in_name(utf8[at]) && !utf8.substr(at).starts_with("：")) ++at;
  at = skip_count(utf8, at, stop);
  turn.name.end = at;
  while (is_ascii_space(utf8[turn.name.end - 1])) --turn.name.end;
  const std::string_view name = utf8.substr(turn.name.begin, turn.name.size());
  if (std::count(name.begin(), name.end(), ' ') > kNameBlanks) return std::nullopt;
  at = skip_blank(utf8, skip_aside(utf8, skip_blank(utf8, at, line.end), line.end), line.end);
  const std::uint32_t stamp = at;
  at = skip_blank(utf8, skip_time(utf8, at, line.end), line.end);
  const std::uint32_t body = behind_colon(utf8, at, line.end);
  if (body == at && (at == stamp || at < line.end)) return std::nullopt;
  turn.body = skip_blank(utf8, body, line.end);
  return turn;
}

void label_turns(Page& page) { Conversation(page).read(); }

}  // namespace starlint
