// Throughput of the value grammar on prose with few values and on lines full of them.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "claim/grammar/values.h"
#include "toml/value.h"

namespace starlint {
namespace {

Lexicon load_english() {
  std::vector<Document> documents;
  for (const char* name : {"dates.toml", "numbers.toml", "units.toml"}) {
    const std::string path = std::string(STARLINT_RULES_DIR) + "/lang/en/" + name;
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Result<toml_doc::Value> root = toml_doc::parse(text, path);
    SL_CHECK(root.ok());
    documents.push_back({path, *std::move(root)});
  }
  Result<Lexicon> lexicon = Lexicon::load(documents);
  SL_CHECK(lexicon.ok());
  return *std::move(lexicon);
}

void read_paragraphs(benchmark::State& state, std::string_view paragraph) {
  static const Lexicon lexicon = load_english();
  ValueReader reader(lexicon);
  std::vector<Typed> values;
  const Span all{0, static_cast<std::uint32_t>(paragraph.size())};
  for (auto _ : state) {
    values.clear();
    reader.read(paragraph, all, values);
    benchmark::DoNotOptimize(values.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(paragraph.size()));
}

void prose(benchmark::State& state) {
  read_paragraphs(state,
                  "When the nightly import began to miss its window, nobody owned the job, so I "
                  "offered to take it on. I talked to the people who waited for the report, wrote "
                  "down what they needed first, and found that most of the work was repeated for "
                  "every customer. We split the job by region, kept the old path as a fallback, "
                  "and moved one region at a time. It took 3 weeks, and the report was on time "
                  "from then on, which the support team noticed before we told them.");
}
BENCHMARK(prose);

void figures(benchmark::State& state) {
  read_paragraphs(state,
                  "Cut p99 latency from 850ms to 120ms and cost by 30% ($1.2M a year) in 2019; "
                  "a team of 12 served about 18 million users across 4 regions since March 2021.");
}
BENCHMARK(figures);

}  // namespace
}  // namespace starlint

BENCHMARK_MAIN();
