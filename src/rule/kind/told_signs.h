// What two figures have in common where they stand: words, values, the other end of a change, the
// story that is told. Pure.
#pragma once

#include <string>
#include <vector>

#include "rule/kind/told.h"

namespace starlint {

/// Of two sorted lists.
std::size_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b);

bool is_count(const Value& value);
/// In one story or section.
bool same_place(const Told& a, const Told& b);
bool same_value(const Told& a, const Told& b);

/// "2021: 131 % of quota" and "I finished 2021 at 118 % of quota": shares of one thing at one time.
bool same_base(const Told& a, const Told& b);

/// In one story or section, figures of something that happened, told in two sentences.
bool in_one_story(const Told& a, const Told& b);
/// Both name a time, and it is one.
bool same_time(const FigureContext& a, const FigureContext& b);
/// Each names one time, it is the same, and shorter than a year.
bool same_season(const FigureContext& a, const FigureContext& b);
/// "Bins" and "bin lorries" have none; "complaints about bins" and "bin complaints" do.
bool same_noun(const FigureContext& a, const FigureContext& b);

/// One is of before the speaker did something, the other of what came of it.
bool across_story(const Told& a, const Told& b);

inline constexpr std::size_t kMeasured = 2;  // words near both figures that say what is measured
/// All that one of the clauses measures is measured in the other, too.
bool says_the_same(const FigureContext& a, const FigureContext& b);

/// "0.42 a box" where elsewhere it is "0.42 euros": the number stands there without its unit.
bool tells_bare(const Told& at, const Told& other);

/// "From 5 hours to 40 minutes" and "3 hours, and now 40 minutes": another figure of the same kind
/// is told around both.
bool same_end(const Told& a, const Told& b);

/// Whether the sentence or block of one is in the words of the other's story.
bool retells(const Told& a, const Told& b);

}  // namespace starlint
