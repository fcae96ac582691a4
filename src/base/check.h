// SL_CHECK: a broken invariant of ours stops the program, in release too: a wrong offset must not
// become a wrong report.
#pragma once

#include <cstdio>
#include <cstdlib>

#define SL_CHECK(condition)                                                                \
  do {                                                                                     \
    if (!(condition)) [[unlikely]] {                                                       \
      std::fprintf(stderr, "starlint: internal error: %s (%s:%d)\n", #condition, __FILE__, \
                   __LINE__);                                                              \
      std::abort();                                                                        \
    }                                                                                      \
  } while (false)
