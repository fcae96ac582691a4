#include "metric/list.h"

#include <algorithm>

namespace starlint {

namespace {

constexpr std::uint32_t kBehind = 16;  // bytes behind the last figure that may tell of it: "both"

}  // namespace

bool is_joined(const Trial& trial, std::size_t one, std::size_t next) {
  const std::string_view between =
      trial.between(trial.quantities[one].at + 1, trial.quantities[next].at);
  return between.find_first_of(",;+") != std::string_view::npos ||
         trial.words.found("joined", between);
}

bool is_open_list(const Trial& trial) {
  const Span sentence = trial.passage.masked.sentence(trial.claim().at);
  const std::uint32_t end = std::min(sentence.end, trial.claim().at + kBehind);
  return trial.words.found("open", trial.between(sentence.begin, end)) ||
         trial.words.found("open behind", trial.between(end, sentence.end));
}

}  // namespace starlint
