// Throughput of the search for damaged text, decoding included, on notes that are mostly ASCII and
// on notes with three other characters in a hundred.
#include <benchmark/benchmark.h>

#include <string>

#include "damage/damage.h"
#include "rule/rule_set.h"
#include "text/text.h"

namespace starlint {
namespace {

const DamageLexicon& lexicon() {
  static const std::unique_ptr<RuleSet> rules = [] {
    std::vector<Error> errors;
    return RuleSet::load({default_pack()}, errors);
  }();
  return rules->damage_lexicon();
}

std::string repeated(std::string_view line) {
  std::string out;
  while (out.size() < (1U << 20)) out += line;
  return out;
}

void search(benchmark::State& state, std::string_view line) {
  const std::string notes = repeated(line);
  const Text text = Text::decode(notes);
  for (auto _ : state) benchmark::DoNotOptimize(find_damage(text, lexicon()).data());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(notes.size()));
}

void decode_and_search(benchmark::State& state, std::string_view line) {
  const std::string notes = repeated(line);
  for (auto _ : state) {
    const Text text = Text::decode(notes);
    benchmark::DoNotOptimize(find_damage(text, lexicon()).data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(notes.size()));
}

constexpr std::string_view kAscii =
    "In spring we moved the night shift to four people, and the ward's phone rang half as often.\n";
constexpr std::string_view kMixed =
    "Im Frühjahr zog die Nachtschicht um, und das Telefon der Station läutete nur halb so oft.\n";

BENCHMARK_CAPTURE(search, ascii, kAscii);
BENCHMARK_CAPTURE(search, mixed, kMixed);
BENCHMARK_CAPTURE(decode_and_search, ascii, kAscii);
BENCHMARK_CAPTURE(decode_and_search, mixed, kMixed);

}  // namespace
}  // namespace starlint

BENCHMARK_MAIN();
