#include "cli/stop_signal.h"

#include <csignal>
#include <initializer_list>

namespace starlint {

static volatile std::sig_atomic_t stopped = 0;

static void note_stop(int) { stopped = 1; }

void catch_stop_signals() {
  struct sigaction action = {};  // without SA_RESTART: poll() returns
  action.sa_handler = note_stop;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool stop_requested() { return stopped != 0; }

}  // namespace starlint
