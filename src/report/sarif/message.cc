#include "report/sarif/message.h"

#include "base/strings.h"
#include "report/place.h"

namespace starlint {

namespace {

/// The pattern with every placeholder in single quotes: "{0} is" → "'{0}' is". Doubled braces are
/// literal ones.
std::string with_quotes(std::string_view pattern) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool doubled = i + 1 < pattern.size() && pattern[i + 1] == pattern[i];
    if ((pattern[i] == '{' || pattern[i] == '}') && doubled) {
      out += pattern.substr(i++, 2);
    } else if (pattern[i] == '{') {
      const std::size_t close = pattern.find('}', i);
      const bool quoted = i > 0 && pattern[i - 1] == '\'';
      const std::string_view placeholder = pattern.substr(i, close - i + 1);
      out += quoted ? std::string(placeholder) : cat("'", placeholder, "'");
      i = close;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && pattern[i + 1] != '{') {
      std::size_t index = 0;
      for (++i; pattern[i] != '}'; ++i) {
        index = index * 10 + static_cast<std::size_t>(pattern[i] - '0');
      }
      out += arguments[index];
    } else {
      out += pattern[i];
      if (pattern[i] == '{' || pattern[i] == '}') ++i;
    }
  }
  return out;
}

/// Notes may hold what SARIF reads as a link: "[text](1)".
std::string escaped(std::string_view text, bool in_link) {
  if (!in_link && text.find("](") == std::string_view::npos) return std::string(text);
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || (in_link && c == '\\')) out += '\\';
    out += c;
  }
  return out;
}

std::string links(std::size_t related, std::size_t first_argument) {
  std::string out;
  for (std::size_t i = 0; i < related; ++i) {
    out += i == 0 ? " See " : i + 1 < related ? ", " : " and ";
    out += cat("['{", std::uint64_t{first_argument + i}, "}'](", std::uint64_t{i + 1}, ")");
  }
  return related == 0 ? out : out + ".";
}

}  // namespace

std::string sarif_message_id(std::string_view variant, std::size_t related) {
  std::string id(variant.empty() ? "default" : variant);
  return related == 0 ? id : cat(id, "-", std::uint64_t{related});
}

std::string sarif_pattern(const MessageTemplate& message, std::size_t related) {
  std::string pattern = with_quotes(message.numbered());
  std::size_t arguments = message.names().size();
  if (arguments == 0) {
    while (!pattern.empty() && pattern.back() == '.') pattern.pop_back();
    pattern += ": '{0}'";
    arguments = 1;
  }
  if (pattern.empty() || pattern.back() != '.') pattern += '.';
  return pattern + links(related, arguments);
}

SarifMessage sarif_message(const LintRun& run, const Finding& finding) {
  constexpr std::size_t kQuote = 60;  // bytes of the notes in a message
  SarifMessage out;
  const MessageTemplate& message = run.rules->info(finding.rule).message(finding.variant);
  out.id = sarif_message_id(finding.variant, finding.related.size());
  out.pattern = sarif_pattern(message, finding.related.size());
  for (const std::string& argument : finding.arguments) {
    out.arguments.push_back(escaped(argument, false));
  }
  const auto quote = [&](Location where, bool in_link) {
    return escaped(quote_of(run.file(where.file), where.span, kQuote), in_link);
  };
  if (message.names().empty()) out.arguments.push_back(quote(finding.where, false));
  for (const Related& related : finding.related) {
    out.arguments.push_back(related.message.empty() ? quote(related.where, true)
                                                    : escaped(related.message, true));
  }
  out.text = filled(out.pattern, out.arguments);
  return out;
}

}  // namespace starlint
