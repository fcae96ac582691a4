// What rules that compare claims want to know of each file, worked out once a file.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/content_index.h"
#include "claim/context.h"
#include "claim/ledger.h"
#include "claim/setting.h"
#include "claim/tenure.h"
#include "claim/topic.h"
#include "rule/view.h"

namespace starlint {

/// With what the speaker declares of projects and employers. REQUIRES: a file of the speaker.
const std::vector<Setting>& settings_of(const SpeakerView& speaker, const FileView& file,
                                        const ClaimPatterns& patterns);
/// As the file alone tells them.
const std::vector<Setting>& settings_of(const FileView& file, const ClaimPatterns& patterns);
/// What the ledgers among the files declare.
const std::vector<Declared>& ledger_of(const SpeakerView& speaker);
const std::vector<FigureContext>& contexts_of(const FileView& file, const ClaimPatterns& patterns);
/// Of a claim of the file; nullptr where it is no figure that is told. O(log n).
const FigureContext* context_of(const FileView& file, const Claim& claim,
                                const ClaimPatterns& patterns);
/// The content words of its text.
const ContentIndex& contents_of(const FileView& file, const ClaimPatterns& patterns);
const std::vector<Tenure>& tenures_of(const FileView& file, const ClaimPatterns& patterns);
/// Of the block around an offset.
const Topic& topic_at(const FileView& file, std::uint32_t offset, const ClaimPatterns& patterns);

/// The content words of a story or section. REQUIRES: it is of the file.
const std::vector<std::string>& account_words(const FileView& file, const Setting& setting,
                                              const ClaimPatterns& patterns);

/// How often a pattern matches there, one match behind the other.
std::size_t count_of(const Pattern& pattern, const FileView& file, Span within);

/// Whether the phrases of claims know the language of most of its prose.
bool is_understood(const FileView& file, const ClaimPatterns& patterns);

/// In how many blocks of prose of a file a content word stands.
using FileCounts = std::map<std::string, std::size_t>;
const FileCounts& counts_in(const FileView& file, const ClaimPatterns& patterns);
/// The same of all files of a speaker.
using BlockCounts = std::unordered_map<std::string_view, std::size_t>;
const BlockCounts& block_counts(const SpeakerView& speaker, const ClaimPatterns& patterns);

}  // namespace starlint
