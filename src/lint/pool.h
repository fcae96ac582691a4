// Workers over an index: each takes the next number until none is left. Nothing else is shared.
#pragma once

#include <functional>

namespace starlint {

/// Calls work(i) for every i below `count`, on `threads` threads (0: as many as the machine has).
/// Returns when all are done.
void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& work);

}  // namespace starlint
