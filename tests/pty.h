// A program on a terminal of its own, for tests of what only terminals are shown.
#pragma once

#include <string>
#include <vector>

namespace starlint {

class PtyRun {
 public:
  /// Starts it in a directory, with 80 columns. Its path is the first argument.
  PtyRun(const std::vector<std::string>& arguments, const std::string& directory);
  /// Ends the program where it still runs.
  ~PtyRun();
  PtyRun(const PtyRun&) = delete;
  PtyRun& operator=(const PtyRun&) = delete;

  /// Reads until the text stands in what came since the last call; false after a minute (a busy
  /// machine under a sanitizer is slow), or when the program has ended without it.
  bool shows(const std::string& text);
  void press(const std::string& keys);
  /// Sends SIGINT as Ctrl-C does.
  void interrupt();
  /// Waits for the end and gives the exit status; -1 where it died of a signal.
  int status();
  /// Whether keys are echoed and lines are edited, as before a program changed that.
  bool cooked() const;
  const std::string& seen() const { return seen_; }

 private:
  int terminal_ = -1;
  int own_end_ = -1;  // keeps the terminal alive when the program has ended
  int pid_ = -1;
  std::string seen_;
  std::size_t looked_ = 0;
};

}  // namespace starlint
