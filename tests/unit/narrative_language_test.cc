// Stories in languages other than English, without labels: found, with who acts and what they lack.
#include <string>
#include <string_view>
#include <vector>

#include "narrative/words.h"
#include "narrative_reader.h"

using namespace starlint;

namespace {

struct Sample {
  std::string_view language;
  std::string_view prompt;
  std::string_view story;   // whole
  std::string_view advice;  // in the same language, and no story
};

const Sample kSamples[] = {
    {"de", "Erzählen Sie von einem Konflikt mit einem Kollegen.",
     "Im Jahr 2019 war ich in einem Bauhof in Fulda für den Winterdienst zuständig. Zwei Fahrer "
     "wollten nicht mehr zusammen fahren. Ich sollte bis zum ersten Schnee einen Plan haben. Ich "
     "habe mit beiden einzeln gesprochen und die Strecken neu verteilt. Seitdem fahren sie "
     "getrennt, und im Januar waren alle Straßen um sechs Uhr frei.",
     "Man sollte immer ruhig bleiben. Ich würde zuerst zuhören, und ich würde dann fragen."},
    {"es", "Cuéntame de una vez que cometiste un error.",
     "En 2018 trabajaba en una panadería de Vigo y pedí el doble de harina. Mi jefe me pidió "
     "resolverlo antes del sábado. Llamé a tres tiendas del barrio y ofrecí los sacos a precio de "
     "coste. Al final vendimos todo y no se perdió nada.",
     "Siempre hay que mantener la calma. Yo hablaría primero con la persona y trataría de "
     "entenderla."},
    {"fr", "Parlez-moi d'une situation difficile.",
     "En 2020, je travaillais dans une ferme de la Drôme et la pompe est tombée en panne en août. "
     "Je devais arroser avant la nuit. J'ai appelé le voisin et nous avons installé sa pompe. "
     "Finalement, aucun plant n'a été perdu.",
     "Il faut rester calme. Je commencerais par écouter, et je ferais ensuite un plan."},
    {"pt", "Conte sobre um desafio que você superou.",
     "Em 2017 eu trabalhava numa oficina em Braga e os pedidos atrasavam toda semana. Meu chefe me "
     "pediu para resolver em um mês. Organizei as peças por carro e criei uma lista na parede. "
     "Depois disso entregamos tudo no prazo.",
     "É importante manter a calma. Eu conversaria primeiro e tentaria entender o problema."},
    {"zh", "讲一次你失败的经历",
     "2019年我在一家印刷厂工作，旺季经常出错版。经理要求我在一个月内解决。我检查了三十次订单，"
     "又写了一张核对表。结果错版减少了一半，大家到现在还在用。",
     "通常应该保持冷静。如果有问题，我会先听别人的意见。"},
};

std::string asked(const Sample& sample, std::string_view answer) {
  return cat("## ", sample.prompt, "\n\n", answer, "\n");
}

}  // namespace

TEST_CASE("narrative: a story is found and whole in every language with cues", "[narrative]") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.language);
    const Narratives found = read_narratives(asked(sample, sample.story));
    REQUIRE(found.stories.size() == 1);
    CHECK(found.language->code == sample.language);
    CHECK(found.stories[0].behavioural);
    CHECK_FALSE(found.stories[0].hypothetical);
    for (const Slot slot : {Slot::Situation, Slot::Task, Slot::Action, Slot::Result}) {
      CAPTURE(name_of(slot));
      CHECK(found.stories[0].has(slot));
    }
  }
}

TEST_CASE("narrative: a verb at the end of a long German sentence is a deed of its subject",
          "[narrative]") {
  const Narratives found = read_narratives(
      "## Wann ist Ihnen etwas misslungen?\n\nBeim Fest waren die Getränke knapp. Ich bin noch am "
      "selben Abend mit dem Hausmeister zum Markt gefahren.\n");
  REQUIRE(found.stories.size() == 1);
  CHECK(found.stories[0].has(Slot::Action));
}

TEST_CASE("narrative: an answer without an event is told from a story in every language",
          "[narrative]") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.language);
    const Narratives found = read_narratives(asked(sample, sample.advice));
    REQUIRE(found.stories.size() == 1);
    CHECK(found.stories[0].hypothetical);
  }
}

TEST_CASE("narrative: a language whose verbs name who acts needs no pronoun", "[narrative]") {
  const auto classes = [](std::string_view code, std::string_view word) {
    for (const Language& language : narrative_rules().languages) {
      if (language.code != code) continue;
      std::vector<Word> words;
      tokenize(word, {0, static_cast<std::uint32_t>(word.size())}, language.vocabulary, words);
      return words.at(0).classes;
    }
    return std::uint16_t{0};
  };
  CHECK((classes("es", "organicé") & (kSelf | kPast)) == (kSelf | kPast));
  CHECK((classes("es", "terminamos") & (kTeam | kPast)) == (kTeam | kPast));
  CHECK((classes("es", "café") & kPast) == 0);
  CHECK((classes("es", "esperaban") & (kPast | kState)) == (kPast | kState));
  CHECK((classes("pt", "organizei") & (kSelf | kPast)) == (kSelf | kPast));
  CHECK((classes("fr", "installé") & kPast) == kPast);
  CHECK((classes("fr", "société") & kPast) == 0);
}
