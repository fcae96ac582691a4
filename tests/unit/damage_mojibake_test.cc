#include "catch.h"
#include "unit/damage_samples.h"

using namespace starlint;
using namespace starlint::samples;

namespace {

std::vector<std::string_view> all_lines() {
  std::vector<std::string_view> lines = english_lines();
  lines.insert(lines.end(), other_lines().begin(), other_lines().end());
  return lines;
}

struct Score {
  std::size_t exact = 0, all = 0;
};

Score score(const std::vector<std::string_view>& lines, std::vector<const char*> layers) {
  Score out;
  for (const std::string_view line : lines) {
    std::string damaged(line);
    for (const char* layer : layers) damaged = misread(damaged, layer);
    if (damaged == line) continue;
    ++out.all;
    if (repaired(damaged) == line) {
      ++out.exact;
    } else {
      UNSCOPED_INFO(layers.front() << " x" << layers.size() << ": " << line << "\n  " << damaged
                                   << "\n  " << repaired(damaged));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("damage: mojibake of every charset is repaired to the byte") {
  for (const char* charset :
       {"windows-1252", "ISO-8859-1", "macintosh", "IBM437", "windows-1251"}) {
    const Score found = score(all_lines(), {charset});
    CHECK(found.exact == found.all);
  }
  for (const char* charset : {"windows-1250", "windows-1254", "windows-1253"}) {
    const Score found = score(english_lines(), {charset});
    CHECK(found.exact == found.all);
  }
}

TEST_CASE("damage: charsets that share letters are told apart where the text allows it") {
  // Code page 850 reads some bytes as 437 does others: one line of the samples stays ambiguous.
  const Score dos = score(all_lines(), {"IBM850"});
  CHECK(dos.exact + 1 >= dos.all);
  const Score baltic = score(english_lines(), {"windows-1257"});
  CHECK(baltic.exact + 1 >= baltic.all);
}

TEST_CASE("damage: mojibake in layers is peeled off") {
  for (const char* inner : {"windows-1252", "ISO-8859-1", "macintosh"}) {
    for (const char* outer : {"windows-1252", "ISO-8859-1", "macintosh", "IBM437"}) {
      const Score found = score(all_lines(), {inner, outer});
      CHECK(found.exact == found.all);
    }
  }
  const Score three = score(english_lines(), {"windows-1252", "windows-1252", "windows-1252"});
  CHECK(three.exact == three.all);
}

TEST_CASE("damage: good characters between damaged ones stay") {
  for (const std::string_view good : all_lines()) {
    for (const char* charset : {"windows-1252", "macintosh", "IBM437"}) {
      const std::string mixed = misread("it’s “so” ", charset) + std::string(good);
      CHECK(repaired(mixed) == "it’s “so” " + std::string(good));
    }
  }
}

TEST_CASE("damage: correct text of any language is left alone") {
  for (const auto* lines : {&english_lines(), &other_lines(), &traps()}) {
    for (const std::string_view line : *lines) {
      for (const Damage& damage : damage_in(std::string(line) + "\n")) {
        FAIL_CHECK(name_of(damage.kind)
                   << " in " << line << " at "
                   << std::string(line).substr(damage.span.begin, damage.span.size()));
      }
    }
  }
}
