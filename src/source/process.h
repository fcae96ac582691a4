// Runs another program (git) without a shell and takes what it says.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace starlint {

struct ProcessOutput {
  int status = 0;  // exit status; 128 + signal where it was killed
  std::string out;
  std::string err;
};

/// Starts arguments[0], found along PATH, in `directory` and waits for its end. Its standard input
/// is `input`. An error says that the program could not be started.
Result<ProcessOutput> run_process(const std::vector<std::string>& arguments,
                                  const std::string& directory,
                                  const std::string& input = "/dev/null");

}  // namespace starlint
