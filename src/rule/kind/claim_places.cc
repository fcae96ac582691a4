#include "rule/kind/claim_places.h"

#include <algorithm>

#include "base/one_line.h"
#include "base/strings.h"
#include "text/display.h"

namespace starlint {

Location place_of(const Claim& claim) { return {claim.file, claim.span}; }

std::string figure(const Value& value) {
  constexpr int kDecimals = 2;
  const bool range = value.low != value.high && !value.open_low && !value.open_high;
  const std::string low = decimal(value.low, kDecimals);
  return range ? cat(low, "-", decimal(value.high, kDecimals)) : low;
}

std::string arithmetic(const std::vector<Value>& values) {
  std::vector<std::string> figures;
  figures.reserve(values.size());
  for (const Value& value : values) figures.push_back(figure(value));
  return join(figures, " + ");
}

std::string arithmetic(const std::vector<const Claim*>& claims) {
  std::vector<Value> values;
  values.reserve(claims.size());
  for (const Claim* claim : claims) values.push_back(claim->value);
  return arithmetic(values);
}

std::string words_of(const FileView& file, const Claim& claim) {
  std::string words = one_line(file.slice(claim.span));
  const bool count = claim.value.kind == ValueKind::Cardinal && !claim.attribute.empty();
  const bool worked_out =
      count && claim.numbers.size() == 1 && claim.numbers.front().value != claim.value.low;
  return worked_out ? cat(words, " = ", figure(claim.value)) : words;
}

std::string words_of(const SpeakerView& speaker, const Claim& claim) {
  const auto file =
      std::find_if(speaker.files.begin(), speaker.files.end(),
                   [&](const FileView* view) { return view->source.id == claim.file; });
  SL_CHECK(file != speaker.files.end());
  return words_of(**file, claim);
}

/// What stands at another place of the finding; nothing where the rule has one message only.
static std::string label_of(const RuleInfo& info, std::string words) {
  constexpr std::string_view kPlace = "place";
  const bool has_label = std::any_of(info.messages.begin(), info.messages.end(),
                                     [&](const auto& entry) { return entry.first == kPlace; });
  return has_label ? info.message(kPlace).fill({{"text", std::move(words)}}) : std::string();
}

void add_places(const SpeakerView& speaker, const std::vector<const Claim*>& claims,
                const RuleInfo& info, Finding& finding) {
  for (const Claim* claim : claims) {
    finding.related.push_back({place_of(*claim), label_of(info, words_of(speaker, *claim))});
  }
}

void add_places(const FileView& file, const std::vector<const Claim*>& claims, const RuleInfo& info,
                Finding& finding) {
  for (const Claim* claim : claims) {
    finding.related.push_back({place_of(*claim), label_of(info, words_of(file, *claim))});
  }
}

static Status check_name(const Options& options, std::string_view key, std::string_view name,
                         const ClaimPatterns& claims) {
  if (name.empty() || claims.attribute(name) != nullptr) return success();
  return options.error(key, cat("unknown attribute '", name, "'"), "declare it with [[attribute]]");
}

Status check_attribute(const Options& options, std::string_view key, const ClaimPatterns& claims) {
  return check_name(options, key, options.string(key), claims);
}

Status check_attributes(const Options& options, std::string_view key, const ClaimPatterns& claims) {
  for (const std::string& name : options.strings(key)) {
    if (Status status = check_name(options, key, name, claims); !status) return status;
  }
  return success();
}

}  // namespace starlint
