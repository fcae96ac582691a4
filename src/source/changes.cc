#include "source/changes.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/strings.h"
#include "source/process.h"

namespace starlint {

namespace {

constexpr LineRange kWholeFile = {1, std::numeric_limits<std::uint32_t>::max()};

/// A path as git prints it: in quotes, with C's escapes, where it holds unusual characters.
std::string unquoted(std::string_view path) {
  if (!path.starts_with('"')) return std::string(path.substr(0, path.find('\t')));
  std::string out;
  for (std::size_t i = 1; i < path.size() && path[i] != '"'; ++i) {
    if (path[i] != '\\') {
      out += path[i];
      continue;
    }
    const std::string_view rest = path.substr(++i);
    unsigned byte = 0;
    if (rest.size() >= 3 && std::from_chars(&rest[0], &rest[0] + 3, byte, 8).ptr == &rest[0] + 3) {
      out += static_cast<char>(byte);
      i += 2;
    } else if (!rest.empty()) {
      constexpr std::string_view kLetters = "abtnvfr";
      const std::size_t letter = kLetters.find(rest.front());
      out += letter == std::string_view::npos ? rest.front() : static_cast<char>('\a' + letter);
    }
  }
  return out;
}

/// One side of a hunk: "-3,2" is two lines from line 3.
struct Side {
  std::uint32_t first = 0;
  std::uint32_t count = 1;
};

Side side_of(std::string_view header, char sign) {
  Side side;
  const std::size_t at = header.find(sign);
  if (at == std::string_view::npos) return side;
  const char* const end = header.data() + header.size();
  const char* after = std::from_chars(header.data() + at + 1, end, side.first).ptr;
  if (after != end && *after == ',') std::from_chars(after + 1, end, side.count);
  return side;
}

LineRange changed_lines(Side side) {
  if (side.count == 0) return {std::max(side.first, 1U), side.first + 1};
  return {side.first, side.first + side.count - 1};
}

/// What git says, or how it failed.
Result<std::string> git(std::vector<std::string> arguments, const std::string& root) {
  // The checkout may be anybody's: nothing it configures is run.
  std::vector<std::string> command{"git", "-c", "core.fsmonitor=false", "-c",
                                   "core.quotePath=false"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  Result<ProcessOutput> output = run_process(command, root);
  if (!output) return output.error();
  if (output->status != 0) return Error{std::string(trim(output->err)), {}, 0, 0, {}};
  return std::move(output->out);
}

}  // namespace

Result<Changes> Changes::since(const std::string& revision, const std::string& root) {
  const Result<std::string> commit = git(
      {"rev-parse", "--verify", "--quiet", "--end-of-options", cat(revision, "^{commit}")}, root);
  if (!commit) {
    const bool spoke = !commit.error().message.empty();
    return spoke ? commit.error()
                 : Error{cat("no revision '", revision, "' in ", root), {}, 0, 0, {}};
  }
  const Result<std::string> diff =
      git({"diff", "--unified=0", "--no-prefix", "--no-color", "--no-ext-diff", "--no-textconv",
           std::string(trim(*commit)), "--"},
          root);
  if (!diff) return diff.error();
  const Result<std::string> fresh = git({"ls-files", "--others", "--exclude-standard", "-z"}, root);
  if (!fresh) return fresh.error();
  Changes out = of_diff(*diff);
  for (const std::string_view path : split(*fresh, '\0')) {
    if (!path.empty()) out.files_[std::string(path)] = {kWholeFile};
  }
  return out;
}

Changes Changes::of_diff(std::string_view diff) {
  Changes out;
  std::vector<LineRange>* file = nullptr;
  std::uint64_t content = 0;  // lines of the hunk that are still to come
  for (const std::string_view line : split(diff, '\n')) {
    if (content != 0) {
      if (line.starts_with('+') || line.starts_with('-')) --content;
    } else if (line.starts_with("+++ ")) {
      file = &out.files_[unquoted(line.substr(4))];
    } else if (line.starts_with("@@ ") && file != nullptr) {
      const Side before = side_of(line, '-');
      const Side after = side_of(line, '+');
      content = std::uint64_t{before.count} + after.count;
      file->push_back(changed_lines(after));
    }
  }
  return out;
}

bool Changes::touches(const std::string& path, LineRange lines) const {
  const auto file = files_.find(path);
  return file != files_.end() &&
         std::any_of(file->second.begin(), file->second.end(), [&](LineRange range) {
           return range.first <= lines.last && lines.first <= range.last;
         });
}

}  // namespace starlint
