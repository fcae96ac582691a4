#include "source/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/strings.h"

extern char** environ;

namespace starlint {

namespace {

/// One end to read, one for the other program.
struct Pipe {
  std::array<int, 2> ends{-1, -1};

  bool open() { return pipe2(ends.data(), O_CLOEXEC) == 0; }
  void close_end(std::size_t end) {
    if (ends[end] >= 0) close(ends[end]);
    ends[end] = -1;
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
};

/// Reads both pipes until their writers are gone: reading one after the other could block forever.
void drain(Pipe& out, Pipe& err, ProcessOutput& output) {
  std::array<pollfd, 2> polls{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0}};
  const std::array<std::string*, 2> targets{&output.out, &output.err};
  std::array<char, 1 << 14> buffer;
  while (polls[0].fd >= 0 || polls[1].fd >= 0) {
    if (poll(polls.data(), polls.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < polls.size(); ++i) {
      if (polls[i].fd < 0 || polls[i].revents == 0) continue;
      const ssize_t count = read(polls[i].fd, buffer.data(), buffer.size());
      if (count > 0) targets[i]->append(buffer.data(), static_cast<std::size_t>(count));
      if (count == 0 || (count < 0 && errno != EINTR)) polls[i].fd = -1;
    }
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Result<ProcessOutput> run_process(const std::vector<std::string>& arguments,
                                  const std::string& directory, const std::string& input) {
  Pipe out, err;
  const auto failed = [&](int code) {
    return Error{cat("cannot be run: ", std::strerror(code)), arguments.front(), 0, 0, {}};
  };
  if (!out.open() || !err.open()) return failed(errno);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
  std::vector<std::string> owned = arguments;  // argv is not const
  std::vector<char*> argv;
  argv.reserve(owned.size() + 1);
  for (std::string& argument : owned) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t child = 0;
  const int code = posix_spawnp(&child, argv.front(), &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) return failed(code);
  out.close_end(1);
  err.close_end(1);
  ProcessOutput output;
  drain(out, err, output);
  output.status = wait_for(child);
  return output;
}

}  // namespace starlint
