#include "claim/claim.h"

namespace starlint {

std::string_view name_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::Cardinal:
      return "cardinal";
    case ValueKind::Percent:
      return "percent";
    case ValueKind::Range:
      return "range";
    case ValueKind::Money:
      return "money";
    case ValueKind::Quantity:
      return "quantity";
    case ValueKind::Age:
      return "age";
    case ValueKind::Duration:
      return "duration";
    case ValueKind::Date:
      return "date";
    case ValueKind::Interval:
      return "interval";
    case ValueKind::Name:
      return "name";
  }
  return "";
}

std::string_view name_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::Exact:
      return "exact";
    case Qualifier::About:
      return "about";
    case Qualifier::Nearly:
      return "nearly";
    case Qualifier::Over:
      return "over";
    case Qualifier::AtLeast:
      return "at-least";
    case Qualifier::Under:
      return "under";
    case Qualifier::AtMost:
      return "at-most";
  }
  return "";
}

std::string_view name_of(Modality modality) {
  switch (modality) {
    case Modality::Asserted:
      return "asserted";
    case Modality::Negated:
      return "negated";
    case Modality::Hypothetical:
      return "hypothetical";
    case Modality::Planned:
      return "planned";
    case Modality::General:
      return "general";
    case Modality::Target:
      return "target";
    case Modality::Question:
      return "question";
  }
  return "";
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::Total:
      return "total";
    case Role::PartOf:
      return "part-of";
    case Role::Before:
      return "before";
    case Role::After:
      return "after";
    case Role::Delta:
      return "delta";
    case Role::Fold:
      return "fold";
    case Role::Share:
      return "share";
    case Role::Rate:
      return "rate";
    case Role::Limit:
      return "limit";
  }
  return "";
}

}  // namespace starlint
