#include "rule/kind/speaker_claims.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace starlint {

namespace {

bool counts(const Claim& claim, std::string_view attribute, Polarity polarity) {
  const bool said = claim.modality == Modality::Asserted ||
                    (polarity == Polarity::Both && claim.modality == Modality::Negated);
  return said && claim.attribute == attribute && claim.role == Role::Total;
}

/// Union by the smaller index, so that a group is named after its first claim.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

SpeakerClaims::SpeakerClaims(const SpeakerView& speaker, const ClaimPatterns& patterns,
                             std::string_view attribute, Polarity polarity) {
  settings_.resize(speaker.files.size());
  for (std::size_t i = 0; i < speaker.files.size(); ++i) {
    const FileView& file = *speaker.files[i];
    for (const Claim& claim : file.claims) {
      if (!counts(claim, attribute, polarity)) continue;
      if (settings_[i].empty()) {
        settings_[i] = read_settings(file.source.id, file.text, file.outline, file.narratives,
                                     file.claims, patterns);
      }
      if (const Setting* setting = setting_at(settings_[i], claim.span.begin)) {
        placed_.push_back({&claim, setting});
      }
    }
  }
}

std::vector<std::vector<const Placed*>> SpeakerClaims::groups() const {
  std::vector<std::pair<std::string, std::size_t>> keyed;
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    for (std::string& key : keys_of(placed_[i])) {
      keyed.emplace_back(placed_[i].claim->subject + "\n" + key, i);
    }
  }
  std::sort(keyed.begin(), keyed.end());
  Groups joined(placed_.size());
  for (std::size_t i = 1; i < keyed.size(); ++i) {
    const auto& [key, claim] = keyed[i];
    const auto& [key_before, before] = keyed[i - 1];
    if (key == key_before && sameness(placed_[before], placed_[claim]) == Sameness::Same) {
      joined.join(before, claim);
    }
  }
  std::map<std::size_t, std::vector<const Placed*>> groups;
  for (std::size_t i = 0; i < placed_.size(); ++i) groups[joined.find(i)].push_back(&placed_[i]);
  std::vector<std::vector<const Placed*>> out;
  for (auto& [first, group] : groups) {
    if (group.size() > 1) out.push_back(std::move(group));
  }
  return out;
}

}  // namespace starlint
