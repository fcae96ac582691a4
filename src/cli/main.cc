#include <cstdio>
#include <exception>

#include "cli/commands.h"
#include "cli/session.h"

namespace starlint {

static int run(int argc, const char* const* argv) {
  Result<Parsed> parsed = parse_command_line(argc, argv);
  if (!parsed) {
    print_error(parsed.error());
    return kFailed;
  }
  if (parsed->stop) return write_output({}, parsed->text) ? kClean : kFailed;
  return parsed->options.command(parsed->options);
}

}  // namespace starlint

int main(int argc, char** argv) {
  // Libraries may throw where memory or the system fails them; that is "could not check".
  try {
    return starlint::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "starlint: error: %s\n", error.what());
    return starlint::kFailed;
  }
}
