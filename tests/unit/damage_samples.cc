#include "unit/damage_samples.h"

#include <algorithm>

#include "text/charset.h"
#include "text/utf8.h"

namespace starlint::samples {

const std::vector<std::string_view>& english_lines() {
  static const std::vector<std::string_view> lines = {
      "I didn’t wait: the release was “done” – but nobody’d tested it…",
      "Result: checkout latency −35 % → 2.1 s, cost ≤ £400 a month ✔",
      "• Led 4 people • 12 weeks • budget €80,000 (½ spent)",
      "The team said ‘ship it’, I said “not yet” — twice.",
      "Our product Widget™ and the Gadget® line, © 2021, 20°C ± 2",
      "We moved 3 × 40 racks; the café’s Wi‑Fi stayed up 🎉🚀",
      "Naïve résumé screening: José, Zoë and François were dropped.",
      "Feedback was ★★★★☆, and the score rose by 4‰",
      "“Why us?”",
      "the owner’s manual…",
      "¿Por qué? she asked; ¡listo! I said, and we paid ¥500",
  };
  return lines;
}

const std::vector<std::string_view>& other_lines() {
  static const std::vector<std::string_view> lines = {
      "Über drei Monate führte ich fünf Leute; die Lösung war größer als nötig.",
      "„Wir schaffen das“, sagte mein Chef — ich hörte: „Übernimm du.“",
      "Élève à l’école, j’étais chargé d’un projet où tout était déjà prévu.",
      "« Bonjour », dit-elle ; le coût : 40 € par mois !",
      "El año pasado dirigí un equipo pequeño; mejoró la atención a los niños.",
      "Em março reduzi o tempo de execução; a equipe não tinha documentação.",
      "Zażółć gęślą jaźń: prowadziłem zespół pięciu osób w Łodzi.",
      "Vedl jsem tým šesti lidí, příští týden jsme změnili žádost.",
      "Görüşme sırasında ekibi büyüttüm; İzmir’de altı kişiydik.",
      "Jag ledde ett team på fyra i Malmö, Århus och Tromsø.",
      "Am condus echipa în București și am învățat să ascult; știu că țin minte.",
      "Tavaly ősszel öt fős csapatot vezettem, és hűségesen működött.",
      "Руководил командой из пяти человек; сделал отчёт за день — «готово».",
      "Я очолював команду; її результат зріс удвічі, ґрунтовно й із радістю.",
      "Ηγήθηκα μιας ομάδας πέντε ατόμων· το κόστος μειώθηκε.",
      "我负责订单系统，团队有五个人，延迟下降了三成。",
      "チームを率いて、リリースを二週間早めました。",
      "저는 다섯 명의 팀을 이끌었고 비용을 줄였습니다.",
      "मैंने पाँच लोगों की टीम का नेतृत्व किया।",
      "قدت فريقًا من خمسة أشخاص وخفضنا التكلفة.",
      "הובלתי צוות של חמישה אנשים.",
      "ผมเป็นหัวหน้าทีมห้าคน",
      "Tôi đã dẫn dắt một nhóm năm người và giảm chi phí.",
  };
  return lines;
}

const std::vector<std::string_view>& traps() {
  static const std::vector<std::string_view> lines = {
      "The letters “Ã”, «Â» and ‘É’ are capitals; Ã… Â… too.",
      "Die Größe ß—ein Buchstabe; die Marke É™ und das Zeichen Å§ bleiben.",
      "Il a dit : « café » ; « thé » ; le prix à 20 € ; voilà « tout ».",
      "MAÇÔ e AMANHÃ… NÃO",
      "s = √∑x², √π ≈ 1.77, 2√Ω, ¬π ∨ ¬Ω, √∂f/∂x",
      "├── src\n│   ├── été.txt\n│   └── a.cc\n┌┬┐\n├┼┤\n└┴┘",
      "СЛОВО В УКРАЇНІ: РІК, РІЗНІ, СІЛЬ, НІС; Рік і Сіль… «слово…» в… “в”",
      "В городе — 5 %, В° не бывает",
      "Семья 👨‍👩‍👧‍👦 и флаг 🏴󠁧󠁢󠁥󠁮󠁧󠁿, ❤️ "
      "👍🏽 "
      "1️⃣",
      "نمی‌خواهم و گفت‌وگو",
      "क्‍या प्रश्‍न सॉफ़्ट‌वेयर",
      "Hawaiʻi, Oʻzbekiston o‘zbek g‘alaba, Ka‘ba, Isma‘il",
      "Я-концепция, IT-отдел, α-version, β-test, µs, kΩ, Δt, x̄",
      "Wait – what? She asked: ready?so we went (see http://a.example/?s=1&t=2)",
      "See https://a.example/caf%C3%A9?q=%E2%80%99&amp;x=1 for it",
      "`&nbsp;` and `don`t` stay, C:\\users\\u2019 is a path",
      "2019–2021, pp. 3—7, 5′ 6″, rock ’n’ roll, the ’90s",
      "100%20 people, a=3D, x == 40, =E2 alone",
      "\tO artigo, o livro e a vida",
      "Paris–Évry, “École” and ‘Été’ — «Âge»",
      "§ 4 Abs. 2 BGB",
      "Œuvre, cœur, bœuf; Œ and œ",
      "Ø 12 mm; Ø±0,1; 3×’s; 20 Ö’s and Ä’s",
      "ISO‑8859‑1, 10 kg, p. 4, № 7, M. Dupont, J. Doe",
      "Total: 5 ™ marks; ACME® and ÉCLAT™",
  };
  return lines;
}

std::string misread(std::string_view utf8, const char* converter) {
  const std::string_view name = converter;
  const bool latin1 = name == "ISO-8859-1";
  const UpperHalf upper = upper_half(latin1 ? "windows-1252" : converter);
  std::string out;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    append_code_point(out, byte < 0x80 || latin1 ? byte : upper[byte - 0x80U]);
  }
  return out;
}

const DamageLexicon& lexicon() {
  static const DamageLexicon words = [] {
    DamageLexicon out;
    out.contraction_endings = {"s", "t", "re", "ve", "ll", "d", "m"};
    out.entities = {{"amp", "&"},  {"lt", "<"},        {"gt", ">"},    {"quot", "\""},
                    {"apos", "'"}, {"nbsp", "\u00A0"}, {"rsquo", "’"}, {"eacute", "é"}};
    out.list_glyphs = {"○", "§", "·", "Ø", "ü"};
    out.list_letters = {"o", "q", "v"};
    out.units = {"kg", "%", "ms"};
    return out;
  }();
  return words;
}

std::vector<Damage> damage_in(std::string_view utf8) {
  return find_damage(Text::decode(utf8), lexicon());
}

std::string repaired(std::string_view utf8) {
  std::vector<Damage::Patch> patches;
  for (const Damage& damage : damage_in(utf8)) {
    if (damage.kind == DamageKind::NoFinalNewline) continue;
    patches.insert(patches.end(), damage.patches.begin(), damage.patches.end());
  }
  std::stable_sort(patches.begin(), patches.end(),
                   [](const auto& a, const auto& b) { return a.span < b.span; });
  std::string out;
  std::uint32_t copied = 0;
  for (const Damage::Patch& patch : patches) {
    if (patch.span.begin < copied) continue;
    out += utf8.substr(copied, patch.span.begin - copied);
    out += patch.text;
    copied = patch.span.end;
  }
  out += utf8.substr(copied);
  return out;
}

}  // namespace starlint::samples
