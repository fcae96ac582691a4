#include "rule/rule.h"

#include <algorithm>

#include "base/one_line.h"
#include "base/strings.h"

namespace starlint {

bool RuleInfo::is_called(std::string_view word) const {
  const auto same = [word](std::string_view own) { return equals_ignoring_ascii_case(own, word); };
  return same(id) || same(name) || std::any_of(aliases.begin(), aliases.end(), same);
}

const MessageTemplate& RuleInfo::message(std::string_view variant) const {
  for (const auto& [key, text] : messages) {
    if (key == variant) return text;
  }
  return messages.front().second;
}

std::size_t Warned::Hash::operator()(const Location& where) const {
  const std::uint64_t span = std::uint64_t{where.span.begin} << 32 | where.span.end;
  return std::hash<std::uint64_t>{}((span ^ where.file) * 0x9E3779B97F4A7C15U);
}

void Warned::add(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (finding.level != Level::Note) places_.insert(finding.where);
  }
}

bool Warned::at_any(const std::vector<Location>& places) const {
  return std::any_of(places.begin(), places.end(),
                     [this](const Location& where) { return at(where); });
}

Finding& Sink::add(Location where, const Arguments& arguments, std::string_view variant) {
  const MessageTemplate& message = info_.message(variant);
  Finding finding;
  finding.where = where;
  finding.rule = rule_;
  finding.level = info_.level;
  finding.variant = variant;
  Arguments said = arguments;
  for (auto& [name, value] : said) unwrap(value);
  finding.message = message.fill(said);
  finding.arguments = message.ordered(said);
  findings_.push_back(std::move(finding));
  return findings_.back();
}

bool Sink::told(const Location& where) {
  asked_.push_back(where);
  return warned_.at(where) ||
         std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
           return finding.level != Level::Note && finding.where == where;
         });
}

}  // namespace starlint
