#include "text/literal_sets.h"

#include <algorithm>

#include "base/sorted.h"
#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kMostStrings = 48;  // of a product; larger ones are cut in two
constexpr std::size_t kLongest = 40;      // bytes of a string that still grows
constexpr std::size_t kMostTimes = 4;     // a repeated string is spelled out
constexpr std::size_t kMostOpenings = 2000;

double frequency_of(const std::string& text) {
  double out = 1;
  for (const char c : text) {
    if (c == kWordBoundary) {
      out *= 0.3;
    } else if (is_ascii_alpha(c)) {
      out *= 0.09;
    } else if (c == ' ') {
      out *= 0.2;
    } else {
      out *= 0.01;
    }
  }
  return out;
}

bool holds_empty(const Strings& strings) {
  return std::any_of(strings.begin(), strings.end(),
                     [](const std::string& one) { return one.empty(); });
}

/// The best of what a part requires: its own strings, or its rarest cover; nullptr without any.
Strings* best_cover(Known& known) {
  Strings* best = known.exact && !holds_empty(*known.exact) ? &*known.exact : nullptr;
  double often = best == nullptr ? 0 : frequency(*best);
  for (Strings& cover : known.covers) {
    const double other = frequency(cover);
    if (best != nullptr && other >= often) continue;
    best = &cover;
    often = other;
  }
  return best;
}

void append_moved(Strings& to, Strings& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Of one of several parts.
std::optional<Strings> openings_of(const Strings& plain, const std::vector<Known>& options) {
  Strings out = plain;
  for (const Known& option : options) {
    const Strings* openings = option.openings();
    if (openings == nullptr || out.size() + openings->size() > kMostOpenings) return std::nullopt;
    out.insert(out.end(), openings->begin(), openings->end());
  }
  return out;
}

}  // namespace

double frequency(const Strings& strings) {
  double out = 0;
  for (const std::string& text : strings) out += frequency_of(text);
  return out;
}

void Known::add_cover(Strings strings) {
  if (!strings.empty() && !holds_empty(strings)) covers.push_back(std::move(strings));
}

void KnownSequence::append(std::string_view plain) {
  for (std::string& text : run_) text += plain;
  longest_ += plain.size();
  if (longest_ > kLongest) flush({""});
}

void KnownSequence::append(Known part) {
  if (part.exact && part.covers.empty()) {
    join(*part.exact);
    return;
  }
  flush({""});
  open(part.openings());
  known_.covers.insert(known_.covers.end(), std::make_move_iterator(part.covers.begin()),
                       std::make_move_iterator(part.covers.end()));
}

Known KnownSequence::take() {
  if (whole_) {
    known_.exact = std::move(run_);
    return std::move(known_);
  }
  open(&run_);
  if (known_.opens) append_moved(*known_.opens, empty_);
  known_.add_cover(std::move(run_));
  return std::move(known_);
}

void KnownSequence::join(const Strings& tails) {
  if (run_.size() * tails.size() > kMostStrings) {
    flush(tails);
    return;
  }
  Strings product;
  product.reserve(run_.size() * tails.size());
  for (const std::string& head : run_) {
    for (const std::string& tail : tails) product.push_back(head + tail);
  }
  run_ = std::move(product);
  measure();
}

void KnownSequence::flush(Strings next) {
  if (whole_) known_.opens.emplace();
  open(&run_);
  known_.add_cover(std::move(run_));
  run_ = std::move(next);
  whole_ = false;
  measure();
}

/// What comes next begins like this: it completes the openings that lack a character.
void KnownSequence::open(const Strings* openings) {
  if (!known_.opens || empty_.empty()) return;
  if (openings == nullptr || known_.opens->size() + openings->size() > kMostOpenings) {
    known_.opens.reset();
    return;
  }
  Strings still_empty;
  for (const std::string& head : empty_) {
    for (const std::string& tail : *openings) {
      std::string text = head + tail;
      const bool lacks = text.find_first_not_of(kWordBoundary) == std::string::npos;
      (lacks ? still_empty : *known_.opens).push_back(std::move(text));
    }
  }
  sort_unique(still_empty);
  empty_ = std::move(still_empty);
}

void KnownSequence::measure() {
  longest_ = 0;
  for (const std::string& text : run_) longest_ = std::max(longest_, text.size());
}

Known known_alternation(Strings plain, std::vector<Known> options) {
  if (plain.empty() && options.size() == 1) return std::move(options.front());
  const bool all_exact = std::all_of(options.begin(), options.end(), [](const Known& option) {
    return option.exact && option.covers.empty();
  });
  Known out;
  if (all_exact) {
    for (Known& option : options) append_moved(plain, *option.exact);
    out.exact = std::move(plain);
    return out;
  }
  out.opens = openings_of(plain, options);
  for (Known& option : options) {
    Strings* best = best_cover(option);
    if (best == nullptr) return out;
    append_moved(plain, *best);
  }
  out.add_cover(std::move(plain));
  return out;
}

Known known_repetition(Known part, std::size_t least, bool once_at_most) {
  if (least == 0 && once_at_most && part.exact && part.covers.empty()) {
    part.exact->push_back("");
    return part;
  }
  Known out;
  if (const Strings* openings = part.openings()) out.opens = *openings;
  if (least == 0) {
    if (out.opens) out.opens->push_back("");
    return out;
  }
  out.covers = std::move(part.covers);
  if (part.exact && part.exact->size() == 1) {
    const std::string once = part.exact->front();
    for (std::size_t i = 1; i < std::min(least, kMostTimes); ++i) part.exact->front() += once;
  }
  if (part.exact) out.add_cover(*std::move(part.exact));
  return out;
}

}  // namespace starlint
