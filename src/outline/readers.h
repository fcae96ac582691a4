// The readers behind read_outline, one a family of formats.
#pragma once

#include "outline/outline.h"

namespace starlint {

/// Markdown and plain text: people mix them, so one reader knows the forms of both.
Outline read_markdown(const Text& text, NoteFormat format);

Outline read_org(const Text& text);

/// JSON Resume (jsonresume.org): a heading for each entry, a row for each post, its summary and
/// highlights as prose. Strings with escapes are passed over: their words are not there as written.
Outline read_resume(const Text& text);

/// The [[project]] and [[employer]] tables of a starlint.toml: a heading for each, its facts below.
Outline read_ledger_facts(const Text& text);

}  // namespace starlint
