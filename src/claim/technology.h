// Products and when the public could first use them: what nobody can have worked with earlier. A
// table of the packs ([[technology]] of a claims document).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "base/string_map.h"
#include "toml/document.h"

namespace starlint {

struct Technology {
  std::string name;
  double since = 0;    // first day of public use, in days since 1970-01-01
  std::string date;    // as the table gives it: "2014-06" or "2014-06-10"
  std::string source;  // where that is written
};

struct TechnologyMention {
  Span span;
  const Technology* technology = nullptr;
};

/// Filled by add(), then immutable.
class Technologies {
 public:
  Status add(const toml_doc::Value& table, std::string_view path);
  /// Mentions in text[within], spelt as the table spells them; the longest name at a place.
  std::vector<TechnologyMention> find_all(std::string_view text, Span within) const;
  std::size_t size() const { return all_.size(); }

 private:
  std::vector<Technology> all_;
  StringMap<std::size_t> names_;  // index into all_
  std::size_t longest_ = 0;       // words of a name
};

}  // namespace starlint
