#include "claim/vocabulary.h"

#include <algorithm>
#include <iterator>

namespace starlint {

Result<ClaimVocabulary> load_claim_vocabulary(const std::vector<Document>& documents,
                                              std::span<const std::uint64_t> ready) {
  std::vector<Document> words;
  std::copy_if(documents.begin(), documents.end(), std::back_inserter(words),
               [](const Document& document) { return Lexicon::is_lexicon(document.root); });
  Result<Lexicon> lexicon = Lexicon::load(words);
  if (!lexicon) return lexicon.error();
  ClaimVocabulary out{*std::move(lexicon), ClaimPatterns(ready)};
  for (const auto step : {&ClaimPatterns::add_words, &ClaimPatterns::add_phrases}) {
    for (const Document& document : documents) {
      if (!ClaimPatterns::is_claims(document.root)) continue;
      if (Status status = (out.patterns.*step)(document); !status) return status.error();
    }
  }
  for (const Document& document : documents) out.patterns.add_labels(document.root);
  out.patterns.freeze();
  return out;
}

}  // namespace starlint
