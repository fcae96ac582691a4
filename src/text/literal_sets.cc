#include "text/literal_sets.h"

#include <algorithm>

#include "base/strings.h"

namespace starlint {

namespace {

constexpr std::size_t kMostStrings = 48;  // of a product; larger ones are cut in two
constexpr std::size_t kLongest = 40;      // bytes of a string that still grows

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

/// A string that holds another one adds nothing to a cover.
Strings shortest(const Strings& strings) {
  Strings out;
  for (const std::string& text : strings) {
    const bool implied = std::any_of(strings.begin(), strings.end(), [&](const std::string& other) {
      return other.size() < text.size() && text.find(other) != std::string::npos;
    });
    if (!implied) out.push_back(text);
  }
  return out;
}

/// The best of what a part requires: its own strings, or its rarest cover.
std::optional<Strings> best_cover(const Known& known) {
  std::optional<Strings> best;
  if (known.exact) {
    if (std::find(known.exact->begin(), known.exact->end(), "") == known.exact->end()) {
      best = known.exact;
    }
  }
  for (const Strings& cover : known.covers) {
    if (!best || frequency(cover) < frequency(*best)) best = cover;
  }
  return best;
}

}  // namespace

double frequency(const Strings& strings) {
  double out = 0;
  for (const std::string& text : strings) out += frequency_of(text);
  return out;
}

void sort_unique(Strings& strings) {
  std::sort(strings.begin(), strings.end());
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
}

void Known::add_cover(Strings strings) {
  sort_unique(strings);
  if (strings.empty() || strings.front().empty()) return;
  covers.push_back(shortest(strings));
}

void KnownSequence::append(char c) {
  for (std::string& text : run_) text += c;
  ++longest_;
  if (longest_ > kLongest) flush({""});
}

void KnownSequence::append(Known part) {
  if (part.exact && part.covers.empty()) {
    join(*part.exact);
    return;
  }
  flush({""});
  known_.covers.insert(known_.covers.end(), std::make_move_iterator(part.covers.begin()),
                       std::make_move_iterator(part.covers.end()));
}

Known KnownSequence::take() {
  if (whole_) {
    known_.exact = std::move(run_);
  } else {
    known_.add_cover(std::move(run_));
  }
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
  known_.add_cover(std::move(run_));
  run_ = std::move(next);
  whole_ = false;
  measure();
}

void KnownSequence::measure() {
  longest_ = 0;
  for (const std::string& text : run_) longest_ = std::max(longest_, text.size());
}

Known known_alternation(std::vector<Known> options) {
  if (options.size() == 1) return std::move(options.front());
  Known out;
  Strings exact;
  bool all_exact = true;
  for (const Known& option : options)
    all_exact = all_exact && option.exact && option.covers.empty();
  if (all_exact) {
    for (Known& option : options) {
      exact.insert(exact.end(), std::make_move_iterator(option.exact->begin()),
                   std::make_move_iterator(option.exact->end()));
    }
    out.exact = std::move(exact);
    return out;
  }
  Strings cover;
  for (const Known& option : options) {
    const std::optional<Strings> best = best_cover(option);
    if (!best) return Known::nothing();
    cover.insert(cover.end(), best->begin(), best->end());
  }
  out.add_cover(std::move(cover));
  return out;
}

}  // namespace starlint
