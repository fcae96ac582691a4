// What decoding noticed: bytes that are not UTF-8, and files that are not.
#include "damage/scan.h"

namespace starlint {

static Damage damage_of(const Scan& scan, const DecodeNote& note) {
  using Kind = DecodeNote::Kind;
  Damage damage{DamageKind::InvalidUtf8, note.text};
  damage.detail = note.charset;
  const Damage::Patch same{note.text, std::string(scan.text.slice(note.text))};
  switch (note.kind) {
    case Kind::InvalidBytes:
    case Kind::Binary:
      break;
    case Kind::GuessedBytes:
      damage.repair = Repair::Unsafe;
      damage.patches.push_back(same);
      break;
    case Kind::Surrogates:
      damage.kind = DamageKind::Surrogates;
      damage.repair = Repair::Safe;
      damage.patches.push_back(same);
      break;
    case Kind::Bom:
      damage.kind = DamageKind::ByteOrderMark;
      damage.repair = Repair::Safe;
      damage.reencode = true;
      break;
    case Kind::Legacy:
      damage.kind = DamageKind::LegacyCharset;
      damage.repair = Repair::Unsafe;
      damage.reencode = true;
      break;
    case Kind::Wide:
    case Kind::WideUnmarked:
      damage.kind = DamageKind::WideCharset;
      damage.repair = note.kind == Kind::Wide ? Repair::Safe : Repair::Unsafe;
      damage.reencode = true;
      break;
  }
  return damage;
}

void find_byte_damage(Scan& scan) {
  for (const DecodeNote& note : scan.text.notes()) {
    if (note.kind != DecodeNote::Kind::Binary) scan.report(damage_of(scan, note));
  }
}

}  // namespace starlint
