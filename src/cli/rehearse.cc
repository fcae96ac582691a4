#include "cli/rehearse.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <optional>

#include "base/strings.h"
#include "cli/stop_signal.h"
#include "report/text/cells.h"
#include "report/text/style.h"

namespace starlint {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kTick = 200;            // milliseconds between two looks at the clock
constexpr char kEndOfInput = '\x04';  // Ctrl-D

/// While it lives the terminal hands over single keys and does not show them.
class SingleKeys {
 public:
  SingleKeys() {
    tcgetattr(STDIN_FILENO, &before_);
    termios keys = before_;
    keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    keys.c_cc[VMIN] = 0;
    keys.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &keys);
  }
  ~SingleKeys() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
  SingleKeys(const SingleKeys&) = delete;
  SingleKeys& operator=(const SingleKeys&) = delete;

  /// The first byte of a key, within `milliseconds` (-1: however long it takes). A key of several
  /// bytes is taken whole.
  std::optional<char> key(int milliseconds) const {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (poll(&input, 1, milliseconds) <= 0) return std::nullopt;
    char bytes[32];
    const ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    return count > 0 ? bytes[0] : kEndOfInput;
  }

 private:
  termios before_{};
};

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

std::string minutes(double seconds) { return std::string(trim(spoken(seconds))); }

bool quits(std::optional<char> key) {
  return stop_requested() || key == 'q' || key == 'Q' || key == kEndOfInput;
}

class Rehearsal {
 public:
  Rehearsal(const LintRun& run, unsigned seconds, const ReportOptions& options)
      : run_(run), options_(options), style_(options), seconds_(seconds) {}

  /// False where the speaker has had enough.
  bool tell(const DrillCard& card, std::size_t number, std::size_t of) const {
    print(cat("\n", style_.dim, "Story ", std::uint64_t{number}, " of ", std::uint64_t{of},
              style_.off, "\n\n", style_.bold, wrapped(card.prompt, style_.width, 0, 0), style_.off,
              "\n\n"));
    const Clock::time_point begin = Clock::now();
    std::optional<char> key;
    double told = 0;
    do {
      told = std::chrono::duration<double>(Clock::now() - begin).count();
      show_clock(told);
      key = keys_.key(kTick);
    } while (!key && !stop_requested());
    print("\n");
    if (quits(key)) return false;
    show_notes(card, told);
    print(cat("\n", style_.dim, "Any key for the next story, q to stop.", style_.off, "\n"));
    return number == of || !quits(keys_.key(-1));
  }

 private:
  void show_clock(double told) const {
    const bool over = told > seconds_;
    print(cat("\r\x1b[K", over ? style_.yellow : style_.dim, minutes(told), " of ",
              minutes(seconds_), over ? ", over time" : "", " · any key when you are done",
              style_.off));
  }

  void show_notes(const DrillCard& card, double told) const {
    std::string out = cat("You took ", minutes(told), " of ", minutes(seconds_), ".");
    if (card.written && !card.narrative().project) {
      out += cat(" Your notes take ", minutes(card.narrative().spoken_seconds), ".");
    }
    out += cat("\n\n", style_.bold, "Your notes", style_.off, "\n");
    for (const std::string_view line : split(card.notes(), '\n')) {
      out += cat("  ", wrapped(line, style_.width, 2, 2), "\n");
    }
    if (!card.questions.empty()) {
      out += cat("\n", style_.bold, "They would ask", style_.off, "\n");
      write_drill_questions(run_, card, options_, out);
    }
    print(out);
  }

  const LintRun& run_;
  const ReportOptions& options_;
  Style style_;
  double seconds_;
  SingleKeys keys_;
};

}  // namespace

void rehearse(const LintRun& run, const std::vector<DrillCard>& cards, unsigned seconds,
              const ReportOptions& options) {
  catch_stop_signals();
  const Rehearsal rehearsal(run, seconds, options);
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (!rehearsal.tell(cards[i], i + 1, cards.size())) break;
  }
}

}  // namespace starlint
