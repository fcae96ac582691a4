#include "pty.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "catch.h"

namespace starlint {

static constexpr int kPatience = 60000;  // milliseconds

PtyRun::PtyRun(const std::vector<std::string>& arguments, const std::string& directory) {
  terminal_ = posix_openpt(O_RDWR | O_NOCTTY);
  REQUIRE(terminal_ >= 0);
  REQUIRE(grantpt(terminal_) == 0);
  REQUIRE(unlockpt(terminal_) == 0);
  const std::string name = ptsname(terminal_);
  own_end_ = open(name.c_str(), O_RDWR | O_NOCTTY);
  const winsize size{40, 80, 0, 0};
  ioctl(own_end_, TIOCSWINSZ, &size);
  pid_ = fork();
  REQUIRE(pid_ >= 0);
  if (pid_ > 0) return;
  setsid();
  const int end = open(name.c_str(), O_RDWR);  // becomes the controlling terminal
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(end, standard);
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  setenv("TERM", "xterm", 1);
  setenv("NO_COLOR", "1", 1);
  if (chdir(directory.c_str()) == 0) execv(argv[0], argv.data());
  _exit(127);
}

PtyRun::~PtyRun() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close(own_end_);
  close(terminal_);
}

bool PtyRun::shows(const std::string& text) {
  for (;;) {
    if (const std::size_t at = seen_.find(text, looked_); at != std::string::npos) {
      looked_ = at + text.size();
      return true;
    }
    pollfd input{terminal_, POLLIN, 0};
    if (poll(&input, 1, kPatience) <= 0) return false;
    char bytes[4096];
    const ssize_t count = read(terminal_, bytes, sizeof bytes);
    if (count <= 0) return false;
    seen_.append(bytes, static_cast<std::size_t>(count));
  }
}

void PtyRun::press(const std::string& keys) {
  REQUIRE(write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
}

void PtyRun::interrupt() { kill(pid_, SIGINT); }

int PtyRun::status() {
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool PtyRun::cooked() const {
  termios now{};
  tcgetattr(own_end_, &now);
  return (now.c_lflag & ICANON) != 0 && (now.c_lflag & ECHO) != 0;
}

}  // namespace starlint
