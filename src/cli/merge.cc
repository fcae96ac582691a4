// merge: several SARIF logs into one.
#include "report/sarif/merge.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/session.h"
#include "source/walk.h"

namespace starlint {

int run_merge(const CliOptions& options) {
  std::vector<JsonValue> logs;
  for (const std::string& path : options.paths) {
    Result<std::string> bytes = read_file(path);
    Result<JsonValue> log = bytes ? parse_json(*bytes, path) : Result<JsonValue>(bytes.error());
    if (!log) {
      print_error(log.error());
      return kFailed;
    }
    logs.push_back(*std::move(log));
  }
  Result<JsonValue> merged = merge_sarif(std::move(logs), options.paths);
  if (!merged) {
    print_error(merged.error());
    return kFailed;
  }
  FileSink out(options.output_file);
  {
    JsonWriter json(out, 1);
    write_json(*merged, json);
  }
  out.append("\n");
  return out.close() ? kClean : kFailed;
}

}  // namespace starlint
