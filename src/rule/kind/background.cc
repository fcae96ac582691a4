#include "rule/kind/background.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>

#include "narrative/rules.h"

namespace starlint {

const std::vector<Setting>& settings_of(const FileView& file, const ClaimPatterns& patterns) {
  return file.memo.keep<std::vector<Setting>>(&patterns, [&] {
    return read_settings(file.source.id, file.text, file.outline, file.narratives, file.claims,
                         patterns);
  });
}

const std::vector<Declared>& ledger_of(const SpeakerView& speaker) {
  return speaker.memo->keep<std::vector<Declared>>(nullptr, [&] {
    std::vector<Declared> all;
    for (const FileView* file : speaker.files) {
      if (file->outline.format != NoteFormat::Ledger) continue;
      const std::vector<Declared> ledger = read_ledger(file->text.utf8());
      all.insert(all.end(), ledger.begin(), ledger.end());
    }
    return all;
  });
}

const std::vector<Setting>& settings_of(const SpeakerView& speaker, const FileView& file,
                                        const ClaimPatterns& patterns) {
  const std::vector<Declared>& ledger = ledger_of(speaker);
  if (ledger.empty()) return settings_of(file, patterns);
  using ByFile = std::map<FileId, std::vector<Setting>>;
  const auto& declared = speaker.memo->keep<ByFile>(&patterns, [&] {
    ByFile out;
    for (const FileView* one : speaker.files) {
      std::vector<Setting>& settings = out[one->source.id];
      settings = settings_of(*one, patterns);
      declare(ledger, one->text.utf8(), settings);
    }
    return out;
  });
  return declared.at(file.source.id);
}

const std::vector<FigureContext>& contexts_of(const FileView& file, const ClaimPatterns& patterns) {
  return file.memo.keep<std::vector<FigureContext>>(
      &patterns, [&] { return read_contexts(file.text, file.outline, file.claims, patterns); });
}

const FigureContext* context_of(const FileView& file, const Claim& claim,
                                const ClaimPatterns& patterns) {
  const auto index = static_cast<std::uint32_t>(&claim - file.claims.data());
  const std::vector<FigureContext>& contexts = contexts_of(file, patterns);
  const auto at = std::lower_bound(
      contexts.begin(), contexts.end(), index,
      [](const FigureContext& one, std::uint32_t place) { return one.claim < place; });
  return at == contexts.end() || at->claim != index ? nullptr : &*at;
}

const ContentIndex& contents_of(const FileView& file, const ClaimPatterns& patterns) {
  return file.memo.keep<ContentIndex>(&patterns,
                                      [&] { return ContentIndex(file.text.utf8(), patterns); });
}

const std::vector<Tenure>& tenures_of(const FileView& file, const ClaimPatterns& patterns) {
  return file.memo.keep<std::vector<Tenure>>(&patterns, [&] {
    return read_tenures(file.source.id, file.text, file.outline, file.claims, patterns);
  });
}

namespace {

/// Topics are made when they are first asked for.
struct KeptTopics {
  explicit KeptTopics(const FileView& file, const ClaimPatterns& patterns)
      : topics(file.text, file.outline, patterns, contents_of(file, patterns)) {}
  KeptTopics(KeptTopics&& other) noexcept : topics(std::move(other.topics)) {}

  mutable std::mutex mutex;
  mutable Topics topics;
};

/// Likewise what is asked of a span.
template <typename T>
class KeptBySpan {
 public:
  KeptBySpan() = default;
  KeptBySpan(KeptBySpan&& other) noexcept : values_(std::move(other.values_)) {}

  template <typename Make>
  const T& keep(Span span, const Make& make) const {
    const std::lock_guard lock(mutex_);
    const auto [entry, added] = values_.try_emplace(span);
    if (added) entry->second = make();
    return entry->second;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::map<Span, T> values_;
};

}  // namespace

const Topic& topic_at(const FileView& file, std::uint32_t offset, const ClaimPatterns& patterns) {
  const auto& kept =
      file.memo.keep<KeptTopics>(&patterns, [&] { return KeptTopics(file, patterns); });
  const std::lock_guard lock(kept.mutex);
  return kept.topics.at(offset);
}

const std::vector<std::string>& account_words(const FileView& file, const Setting& setting,
                                              const ClaimPatterns& patterns) {
  using Kept = KeptBySpan<std::vector<std::string>>;
  const ContentIndex& contents = contents_of(file, patterns);
  const Kept& kept = file.memo.keep<Kept>(&patterns, [] { return Kept(); });
  return kept.keep(setting.span, [&] { return contents.words(setting.span); });
}

std::size_t count_of(const Pattern& pattern, const FileView& file, Span within) {
  using Kept = KeptBySpan<std::size_t>;
  const Kept& kept = file.memo.keep<Kept>(&pattern, [] { return Kept(); });
  return kept.keep(within, [&] { return pattern.find_all(file.text.utf8(), within).size(); });
}

const FileCounts& counts_in(const FileView& file, const ClaimPatterns& patterns) {
  return file.memo.keep<FileCounts>(&patterns, [&] {
    FileCounts out;
    const ContentIndex& contents = contents_of(file, patterns);
    for (const Block& block : file.outline.blocks) {
      if (!block.prose()) continue;
      for (std::string& word : contents.words(block.text)) {
        ++out[std::move(word)];
      }
    }
    return out;
  });
}

const BlockCounts& block_counts(const SpeakerView& speaker, const ClaimPatterns& patterns) {
  return speaker.memo->keep<BlockCounts>(&patterns, [&] {
    BlockCounts out;
    for (const FileView* file : speaker.files) {
      for (const auto& [word, count] : counts_in(*file, patterns)) out[word] += count;
    }
    return out;
  });
}

bool is_understood(const FileView& file, const ClaimPatterns& patterns) {
  const Language* language = file.narratives.language;
  return language == nullptr || patterns.knows_language(language->code);
}

}  // namespace starlint
