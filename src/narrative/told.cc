#include "narrative/told.h"

#include <algorithm>

namespace starlint {

bool answers_in_general(const ProseEvidence& evidence) {
  constexpr std::uint32_t kEnough = 12;  // words
  const bool works = evidence.personal > 0 && evidence.personal + evidence.general >= 2;
  return (evidence.personal >= 2 || (works && evidence.words >= kEnough)) &&
         evidence.advice <= evidence.personal;
}

bool tells_in_company(const ProseEvidence& evidence) {
  constexpr std::uint32_t kPoints = 3;  // "Grouped them by who calls it": points need no subject
  const bool enough = evidence.events >= 2 || evidence.words >= kShortestNote;
  return enough && (evidence.told >= 1 || evidence.events >= kPoints);
}

bool tells_briefly(const ProseEvidence& evidence) {
  const bool told = evidence.told > 0 || (evidence.past >= 2 && evidence.general == 0);
  return evidence.personal + evidence.events > 0 && told &&
         2 * evidence.general <= evidence.sentences && 2 * evidence.past >= evidence.sentences;
}

bool speaks_in_general(const ProseEvidence& evidence) {
  return evidence.events == 0 && evidence.personal >= 2 && evidence.general >= 2 &&
         2 * evidence.general >= evidence.sentences;
}

bool tells_deed(const Page& page, std::uint32_t first, std::uint32_t end) {
  return std::any_of(page.sentences.begin() + page.first_sentence[first],
                     page.sentences.begin() + page.first_sentence[end],
                     [](const Sentence& sentence) { return sentence.deed; });
}

bool tells_at_length(const Page& page, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint32_t kDeeds = 3;
  const auto deeds = [&](const Sentence& sentence) {
    std::uint32_t n = 0;
    for (std::uint32_t i = sentence.first_hit; i < page.hits_end(sentence); ++i) {
      n += page.hits[i].signal.sign == Sign::Action && page.hits[i].signal.weight >= 3;
    }
    return sentence.deed && !page.shows(sentence, Sign::General) ? n : 0;
  };
  return std::any_of(page.sentences.begin() + page.first_sentence[first],
                     page.sentences.begin() + page.first_sentence[end],
                     [&](const Sentence& sentence) { return deeds(sentence) >= kDeeds; });
}

}  // namespace starlint
