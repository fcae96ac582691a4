#include "claim/extract.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/strings.h"
#include "claim/bare_year.h"
#include "claim/block_list.h"
#include "claim/captured.h"
#include "claim/counted.h"
#include "claim/list.h"
#include "claim/masked.h"
#include "claim/table_words.h"
#include "claim/whole.h"
#include "claim/work_out.h"
#include "narrative/story_at.h"

namespace starlint {

namespace {

/// A match of a phrase: the longest one that wants a value gets it.
struct Hit {
  const ClaimPhrase* phrase = nullptr;
  Match match;

  bool has_figure() const {
    return std::any_of(phrase->captures.begin(), phrase->captures.end(),
                       [](const Capture& one) { return one.what == Capture::What::Figure; });
  }
};

class BlockReader {
 public:
  BlockReader(const ClaimVocabulary& vocabulary, const Text& text, FileId file,
              std::vector<Claim>& claims)
      : patterns_(vocabulary.patterns),
        text_(text),
        file_(file),
        values_(vocabulary.lexicon),
        claims_(claims) {}

  /// `prompt` is the question that the block holds, if any.
  void read(Span within, std::uint32_t index, std::uint32_t narrative, Span prompt) {
    block_ = index;
    typed_.clear();
    values_.read(text_.utf8(), within, typed_);
    const Masked masked(text_.utf8(), within, typed_);
    first_ = claims_.size();
    narrative_ = narrative;
    prompt_ = masked.has_fields() ? Span{} : prompt;
    add_values(masked);
    for (const Hit& hit : hits_in(masked)) apply(masked, hit);
    sentences_ += static_cast<std::uint32_t>(masked.sentences().size());
    std::stable_sort(claims_.begin() + static_cast<std::ptrdiff_t>(first_), claims_.end(),
                     [](const Claim& a, const Claim& b) { return a.span.begin < b.span.begin; });
  }

  const std::vector<ListAnchor>& anchors() const { return anchors_; }
  std::uint32_t groups() const { return groups_; }

 private:
  Claim claim_at(const Masked& masked, std::uint32_t offset, Span span) const {
    Claim claim;
    claim.file = file_;
    claim.span = span;
    claim.narrative = narrative_;
    const Span sentence = masked.sentence(offset);
    const auto& all = masked.sentences();
    const auto found = std::lower_bound(all.begin(), all.end(), sentence);
    claim.sentence = sentences_ + static_cast<std::uint32_t>(found - all.begin());
    claim.modality =
        prompt_.contains(span.begin) ? Modality::Question : modality_of(masked, sentence, offset);
    return claim;
  }

  void add_values(const Masked& masked) {
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < typed_.size(); ++i) {
      const bool seen = next < masked.tokens().size() && masked.tokens()[next].second == i;
      const std::uint32_t offset = seen ? masked.tokens()[next++].first : 0;
      Claim claim = claim_at(masked, offset, typed_[i].span);
      if (!seen) claim.modality = Modality::General;  // in a link target: nobody says it
      claim.value = std::move(typed_[i].value);
      claim.numbers = std::move(typed_[i].numbers);
      claims_.push_back(std::move(claim));
    }
  }

  Modality modality_of(const Masked& masked, Span sentence, std::uint32_t offset) const {
    const std::string_view text = masked.text();
    if (!sentence.empty() && text[sentence.end - 1] == '?') return Modality::Question;
    for (const Gate& gate : patterns_.gates()) {
      const Span where =
          gate.where == Gate::Where::Before ? Span{sentence.begin, offset} : sentence;
      if (gate.pattern.found_in(text, where)) return gate.modality;
    }
    return Modality::Asserted;
  }

  /// Those with a figure first, then the longest, so that the phrase that says most has the first
  /// word on a value.
  std::vector<Hit> hits_in(const Masked& masked) const {
    std::vector<Hit> hits;
    const Span all{0, static_cast<std::uint32_t>(masked.text().size())};
    for (const std::uint32_t index : patterns_.candidates(masked.text())) {
      const ClaimPhrase& phrase = patterns_.phrases()[index];
      for (Match& match : phrase.pattern.find_all(masked.text(), all)) {
        hits.push_back({&phrase, std::move(match)});
      }
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
      if (a.has_figure() != b.has_figure()) return a.has_figure();
      return a.match.whole.size() > b.match.whole.size();
    });
    return hits;
  }

  void apply(const Masked& masked, const Hit& hit) {
    const ClaimEntry& entry = patterns_.entry(*hit.phrase);
    if (entry.items == ClaimEntry::Items::Below || entry.items == ClaimEntry::Items::Above) {
      return add_anchor(masked, hit, entry);
    }
    std::string subject = entry.subject;
    std::string scope = entry.scope;
    const bool here = entry.items == ClaimEntry::Items::Here;
    bool has_list = here;
    Span list = here ? shares_from(masked, hit.match.whole.begin) : Span{};
    bool has_figure = false;
    Span name;
    for (std::size_t i = 0; i < hit.phrase->captures.size(); ++i) {
      const Span group = hit.match.groups[i];
      switch (hit.phrase->captures[i].what) {
        case Capture::What::Figure:
          if (!entry.parts.empty() && is_year_at(masked, group)) return;
          has_figure = has_figure || !group.empty();
          break;
        case Capture::What::Scope:
          scope = scope_at(masked.text(), group, patterns_);
          break;
        case Capture::What::Subject:
          subject = subject_at(masked, hit, group);
          break;
        case Capture::What::Name:
          name = group;
          name.end = std::min(name.end, masked.sentence(name.begin).end);
          while (name.size() > 1 && masked.text()[name.end - 1] == '.') --name.end;
          break;
        case Capture::What::List:
          has_list = true;
          list = rest_of_sentence(masked, group.begin);
          break;
        case Capture::What::ListBefore:
          has_list = true;
          list = list_before(masked, group);
          break;
      }
    }
    if (subject.empty() && !name.empty()) {
      subject = folded_words(masked.text().substr(name.begin, name.size()), patterns_);
    }
    std::uint32_t group = kNone;
    if (has_list) {
      group = list.empty() ? kNone : add_parts(masked, entry, list, here);
      if (group == kNone) return;
    }
    if (has_figure) {
      claim_figures(hit, masked, entry, subject, scope, group);
    } else if (!has_list) {
      add_statement(masked, hit, entry, subject, scope, name);
    }
  }

  /// What shares are told of has many names: "coding" is "development"; a "design lead" is none.
  std::string subject_at(const Masked& masked, const Hit& hit, Span group) const {
    const std::string_view words = masked.text().substr(group.begin, group.size());
    const auto& captures = hit.phrase->captures;
    const bool share = std::any_of(captures.begin(), captures.end(),
                                   [](const Capture& one) { return one.role == Role::Share; });
    return share ? activity_of(words, patterns_) : folded_words(words, patterns_);
  }

  /// "In the 2020 season there were 18: …" is no whole of 2020.
  bool is_year_at(const Masked& masked, Span figure) const {
    return !figure.empty() && is_bare_year(claims_[first_ + masked.value_at(figure.begin)].value);
  }

  static Span rest_of_sentence(const Masked& masked, std::uint32_t begin) {
    return {begin, std::max(begin, masked.sentence(begin).end)};  // nothing behind the last word
  }

  /// With the sentences behind it that begin with another share.
  Span shares_from(const Masked& masked, std::uint32_t begin) const {
    Span out = rest_of_sentence(masked, begin);
    for (const Span sentence : masked.sentences()) {
      if (sentence.begin < out.end) continue;
      if (!opens_with_share(masked, sentence, patterns_)) break;
      out.end = sentence.end;
    }
    return out;
  }

  Span list_before(const Masked& masked, Span group) const {
    if (group.empty()) return {};
    const Span sentence = masked.sentence(group.end - 1);
    return list_before_total(masked, {std::max(group.begin, sentence.begin), group.end}, patterns_);
  }

  void add_anchor(const Masked& masked, const Hit& hit, const ClaimEntry& entry) {
    ListAnchor anchor{block_, {}, &entry};
    for (std::size_t i = 0; i < hit.phrase->captures.size(); ++i) {
      // Of several alternatives one has the figure.
      if (hit.phrase->captures[i].what != Capture::What::Figure) continue;
      if (hit.match.groups[i].empty()) continue;
      anchor.figure = masked.origin(hit.match.groups[i]);
    }
    anchors_.push_back(anchor);
  }

  void claim_figures(const Hit& hit, const Masked& masked, const ClaimEntry& entry,
                     const std::string& subject, const std::string& scope, std::uint32_t group) {
    if (group == kNone && !entry.parts.empty() && has_part(hit)) {
      group = groups_++;
      complete_ = !entry.open;
    }
    std::map<Role, Claim*> told;
    std::vector<Claim*> parts;
    for (std::size_t i = 0; i < hit.phrase->captures.size(); ++i) {
      const Capture& capture = hit.phrase->captures[i];
      if (capture.what != Capture::What::Figure || hit.match.groups[i].empty()) continue;
      Claim& claim = claims_[first_ + masked.value_at(hit.match.groups[i].begin)];
      if (!claim.attribute.empty()) continue;
      if (counts_another(masked, hit.match.groups[i].begin, claim, entry, group)) continue;
      const bool part = capture.role == Role::PartOf && !entry.parts.empty();
      set(claim, entry, part ? entry.parts : entry.attribute, capture.role, subject, scope, group);
      claim.value.low = claim.value.low * entry.times + entry.plus;
      claim.value.high = claim.value.high * entry.times + entry.plus + entry.slack;
      if (part) parts.push_back(&claim);
      if (capture.role == Role::Share) add_share(claim, group);
      told[capture.role] = &claim;
    }
    work_out(told);
    if (group != kNone && told.contains(Role::Total)) count_out_parts(*told[Role::Total], group);
    if (entry.back && !parts.empty()) find_whole(entry, patterns_, claims_, parts);
  }

  /// "A score of people: half of them carriers, …"
  void count_out_parts(const Claim& whole, std::uint32_t group) {
    for (std::size_t i = first_; i < claims_.size(); ++i) {
      if (claims_[i].group != group || &claims_[i] == &whole) continue;
      count_out(whole.value, claims_[i].value);
    }
  }

  /// The noun behind a figure says that it is not what the phrase takes it for.
  bool counts_another(const Masked& masked, std::uint32_t at, const Claim& claim,
                      const ClaimEntry& entry, std::uint32_t group) const {
    if (entry.of.empty()) return false;
    const bool one = claim.value.single() && claim.value.low == 1;
    return counts_others(masked, at, one, entry.of, patterns_) ||
           (group == kNone && counts_first_part(masked, at, entry.of, patterns_));
  }

  static bool has_part(const Hit& hit) {
    return std::any_of(hit.phrase->captures.begin(), hit.phrase->captures.end(),
                       [](const Capture& one) { return one.role == Role::PartOf; });
  }

  /// "60/40" are percentages, of one whole.
  void add_share(Claim& claim, std::uint32_t& group) {
    if (group == kNone) group = groups_++;
    claim.group = group;
    if (claim.value.kind == ValueKind::Cardinal && claim.value.high < 1) {
      return set_fraction(claim.value.low, claim.value);
    }
    claim.value.kind = ValueKind::Percent;
    claim.value.resolution = 1;
  }

  void set(Claim& claim, const ClaimEntry& entry, const std::string& attribute, Role role,
           const std::string& subject, const std::string& scope, std::uint32_t group) const {
    claim.attribute = attribute;
    claim.role = role;
    claim.subject = subject;
    claim.scope = scope;
    claim.group = group;
    claim.complete = group == kNone || complete_;
    if (entry.modality) claim.modality = *entry.modality;
  }

  void add_statement(const Masked& masked, const Hit& hit, const ClaimEntry& entry,
                     const std::string& subject, const std::string& scope, Span name) {
    const Span whole = without_marks(masked.text(), hit.match.whole);
    const Span where = name.empty() ? whole : name;
    Claim claim = claim_at(masked, whole.begin, masked.origin(whole));
    claim.value.kind = ValueKind::Name;
    claim.value.name = trim(masked.text().substr(where.begin, where.size()));
    set(claim, entry, entry.attribute, Role::Total, subject, scope, kNone);
    claims_.push_back(std::move(claim));
  }

  /// The parts of a list in one group; kNone where there is no list of two.
  std::uint32_t add_parts(const Masked& masked, const ClaimEntry& entry, Span within,
                          bool figure_first) {
    const bool shares = patterns_.attribute(entry.parts)->counting == Counting::Measured;
    const char token = shares ? token::kPercent : token::kCount;
    const PartList list = read_list(masked, within, token, figure_first, patterns_);
    if (list.items.size() < 2) return kNone;
    if (!entry.of.empty() && lists_others(list, entry.of, patterns_)) return kNone;
    const bool taken = std::any_of(list.items.begin(), list.items.end(), [&](const ListItem& item) {
      return item.value != kNone && !claims_[first_ + item.value].attribute.empty();
    });
    if (taken) return kNone;  // by a phrase that says more
    complete_ = list.complete && !entry.open;
    const std::uint32_t group = groups_++;
    for (const ListItem& item : list.items) {
      if (item.value != kNone) {
        Claim& claim = claims_[first_ + item.value];
        if (shares && claim.value.kind == ValueKind::Cardinal)
          set_fraction(claim.value.low, claim.value);
        set(claim, entry, entry.parts, shares ? Role::Share : Role::PartOf,
            shares ? activity_of(item.noun, patterns_) : folded_words(item.noun, patterns_), "",
            group);
      } else {
        add_one(masked, entry, item, group);
      }
    }
    return group;
  }

  /// "A tester" and "myself" are parts of one, "half" is a share.
  void add_one(const Masked& masked, const ClaimEntry& entry, const ListItem& item,
               std::uint32_t group) {
    Claim claim = claim_at(masked, item.span.begin, masked.origin(item.span));
    claim.value.low = claim.value.high = claim.value.resolution = 1;
    if (item.fraction > 0) set_fraction(item.fraction, claim.value);
    const Role role = item.fraction > 0 ? Role::Share : Role::PartOf;
    const std::string noun =
        item.fraction > 0 ? activity_of(item.noun, patterns_) : folded_words(item.noun, patterns_);
    set(claim, entry, entry.parts, role, item.self ? "self" : noun, "", group);
    claims_.push_back(std::move(claim));
  }

  const ClaimPatterns& patterns_;
  const Text& text_;
  FileId file_;
  ValueReader values_;
  std::vector<Claim>& claims_;
  std::vector<Typed> typed_;
  std::vector<ListAnchor> anchors_;
  std::uint32_t block_ = 0;
  std::size_t first_ = 0;  // claim of the block's first value
  std::uint32_t narrative_ = kNone;
  std::uint32_t sentences_ = 0;
  std::uint32_t groups_ = 0;
  Span prompt_;
  bool complete_ = false;  // the list read last
};

}  // namespace

std::vector<Claim> extract_claims(FileId file, const Text& text, const Outline& outline,
                                  const Narratives& narratives, const ClaimVocabulary& vocabulary) {
  std::vector<Claim> claims;
  BlockReader reader(vocabulary, text, file, claims);
  for (std::uint32_t i = 0; i < outline.blocks.size(); ++i) {
    const Block& block = outline.blocks[i];
    if (!block.prose() || block.text.empty()) continue;
    const bool notes = holds_stories(outline.format);
    const bool labelled = notes && i > 0 && labels_next(outline.blocks, i - 1);
    if (notes && labels_next(outline.blocks, i) && !outline.blocks[i + 1].text.empty()) continue;
    const Span within = labelled ? hull(outline.blocks[i - 1].text, block.text) : block.text;
    const std::uint32_t story = story_at(narratives.stories, block.text.begin);
    const Span prompt = story == kNone ? Span{} : narratives.stories[story].prompt;
    reader.read(within, i, story, prompt);
  }
  group_block_lists(text, outline, vocabulary.patterns, reader.anchors(), reader.groups(), claims);
  return claims;
}

}  // namespace starlint
