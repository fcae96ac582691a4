// Where the time of a run goes, by rule. What it measures is shown beside the report and never
// enters it; nothing else reads a clock.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "rule/rule_set.h"

namespace starlint {

/// Nanoseconds by slot, summed over all threads and files. Thread-safe.
class Profile {
 public:
  /// Slots before those of the rules.
  enum Slot : std::size_t { Reading, Patterns, FirstRule };
  static std::size_t of_rule(std::uint32_t rule) { return FirstRule + rule; }

  explicit Profile(const RuleSet& rules)
      : rules_(rules), spent_(FirstRule + rules.rules().size()) {}

  void add(std::size_t slot, std::chrono::nanoseconds time) {
    spent_[slot].fetch_add(static_cast<std::uint64_t>(time.count()), std::memory_order_relaxed);
  }

  /// A line a slot, the slowest first; what took less than a tenth of a millisecond is summed up.
  std::string table() const;

 private:
  const RuleSet& rules_;
  std::vector<std::atomic<std::uint64_t>> spent_;
};

/// Gives the time until its end to a slot; without a profile it does nothing.
class Stopwatch {
 public:
  Stopwatch(Profile* profile, std::size_t slot) : profile_(profile), slot_(slot) {
    if (profile_ != nullptr) start_ = std::chrono::steady_clock::now();
  }
  ~Stopwatch() {
    if (profile_ != nullptr) profile_->add(slot_, std::chrono::steady_clock::now() - start_);
  }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  Profile* profile_;
  std::size_t slot_;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace starlint
