// What the user asked, as plain values: parsing fills it, commands read it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "config/settings.h"
#include "report/report.h"

namespace starlint {

struct CliOptions;
/// What runs after parsing; gives the exit status.
using Command = int (*)(const CliOptions&);
enum class ColorChoice { Auto, Always, Never };

struct CliOptions {
  Command command = nullptr;
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output_file;                                   // -o
  std::vector<std::pair<std::string, std::string>> outputs;  // --output FMT:FILE
  std::string fail_on = "warning";
  SarifProfile sarif_profile = SarifProfile::Default;
  SettingsOptions settings;
  std::string baseline;
  std::string since;  // a revision; "": everything
  bool profile_rules = false;
  bool prune = false;    // baseline
  bool changed = false;  // config show: nothing that is built in
  bool watch = false;    // check: again whenever something changes
  std::string stdin_filename = "stdin.md";
  std::string rule;    // explain; rules new: its name
  std::string family;  // rules new
  std::string kind = "phrase";
  std::string shell;  // completions
  unsigned threads = 0;
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;
  bool unsafe = false;     // fix: also what could change what the notes say
  bool diff = false;       // fix: print a patch, write nothing
  bool to_stdout = false;  // fix: print the notes, write nothing
  bool timed = false;      // drill: in the terminal, against the clock
  unsigned seconds = 0;    // drill: for one story; 0: what the packs say
  bool gitignore = true;
};

/// What to do after parsing: run with the options, or print a text (help, version) and stop.
struct Parsed {
  CliOptions options;
  std::string text;
  bool stop = false;
};

Result<Parsed> parse_command_line(int argc, const char* const* argv);

}  // namespace starlint
