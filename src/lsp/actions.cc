// textDocument/codeAction: repairs, safe ones first; a comment that accepts a finding; and
// everything that can be repaired safely at once.
#include <algorithm>

#include "base/strings.h"
#include "fix/fix.h"
#include "lsp/abilities.h"
#include "lsp/findings_at.h"
#include "lsp/waiving.h"
#include "report/place.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll.starlint";

/// Whether actions of a kind are wanted: all are where none is asked for.
bool wants(const JsonValue& params, std::string_view kind) {
  const JsonValue* only = params.at("context/only");
  if (only == nullptr || only->items.empty()) return true;
  return std::any_of(only->items.begin(), only->items.end(), [&](const JsonValue& item) {
    return kind == item.text || (kind.starts_with(item.text) && kind[item.text.size()] == '.');
  });
}

/// A line of a menu.
std::string as_title(std::string text) {
  if (!text.empty() && is_ascii_alpha(text.front())) text.front() &= ~('a' ^ 'A');
  return text;
}

class ActionWriter {
 public:
  ActionWriter(const Question& question, const LintRun& run, const FileResult& file,
               JsonWriter& json)
      : question_(question), places_(question.places()), run_(run), file_(file), json_(json) {}

  void write_fix(const Finding& finding) {
    const Fix& fix = *finding.fix;
    begin(cat(as_title(fix.title), fix.safe ? "" : " (unsafe: changes what the notes say)"),
          kQuickFix);
    if (fix.safe) json_.member("isPreferred", true);
    write_diagnostic(finding);
    std::vector<std::pair<LspRange, std::string_view>> edits;
    for (const Edit& edit : fix.edits)
      edits.emplace_back(places_.range(file_, edit.span), edit.text);
    end(edits);
  }

  void write_waiver(const Finding& finding) {
    const std::string& name = run_.rules->info(finding.rule).name;
    const std::optional<Edit> edit = waiving_edit(file_, finding, name);
    if (!edit) return;
    begin(cat("Accept ", name, " here"), kQuickFix);
    write_diagnostic(finding);
    end({{places_.range(file_, edit->span), edit->text}});
  }

  /// What `starlint fix` would do with the document.
  void write_fix_all(const OpenNote& note) {
    FixOptions options;
    options.lint.threads = 1;
    const FixRun fixed =
        fix_notes({{{0, file_.source.path, note.text}, run_.speakers[file_.speaker], file_.choice}},
                  *run_.rules, options);
    if (fixed.files.empty()) return;
    const LineIndex lines(note.text);
    std::vector<std::pair<LspRange, std::string_view>> ranges;
    const std::vector<Edit> edits = edits_between(note.text, fixed.files.front().after);
    for (const Edit& edit : edits) {
      const LinedText text{note.text, lines};
      const PositionEncoding encoding = question_.client.encoding;
      ranges.emplace_back(LspRange{position_at(text, edit.span.begin, encoding),
                                   position_at(text, edit.span.end, encoding)},
                          edit.text);
    }
    begin("Repair everything that is safe to repair", kFixAll);
    end(ranges);
  }

 private:
  void begin(const std::string& title, std::string_view kind) {
    json_.begin_object();
    json_.member("title", std::string_view(visible(title)));
    json_.member("kind", kind);
  }

  /// The diagnostic it answers, as the client sent it: by rule and place.
  void write_diagnostic(const Finding& finding) {
    const JsonValue* sent = question_.params.at("context/diagnostics");
    if (sent == nullptr) return;
    const LspPosition start =
        places_.position(file_, shown_span(file_.text, finding.where.span).begin);
    json_.open_array("diagnostics");
    for (const JsonValue& diagnostic : sent->items) {
      const std::optional<LspRange> range = read_range(diagnostic.find("range"));
      if (!range || range->start != start) continue;
      if (diagnostic.string("code") == run_.rules->info(finding.rule).id) {
        write_json(diagnostic, json_);
      }
    }
    json_.end_array();
  }

  void end(const std::vector<std::pair<LspRange, std::string_view>>& edits) {
    const std::string uri = places_.uri(file_);
    const OpenNote* note = question_.notebook.note_of(file_);
    json_.open_object("edit");
    if (question_.client.versioned_edits) {
      json_.open_array("documentChanges");
      json_.begin_object();
      json_.open_object("textDocument");
      json_.member("uri", std::string_view(uri));
      json_.key("version");
      note == nullptr ? json_.null() : json_.value(note->version);
      json_.end_object();
      write_edits("edits", edits);
      json_.end_object();
      json_.end_array();
    } else {
      json_.open_object("changes");
      write_edits(uri, edits);
      json_.end_object();
    }
    json_.end_object();
    json_.end_object();
  }

  void write_edits(std::string_view name,
                   const std::vector<std::pair<LspRange, std::string_view>>& edits) {
    json_.open_array(name);
    for (const auto& [range, text] : edits) {
      json_.begin_object();
      json_.key("range");
      write_range(range, json_);
      json_.member("newText", text);
      json_.end_object();
    }
    json_.end_array();
  }

  const Question& question_;
  Places places_;
  const LintRun& run_;
  const FileResult& file_;
  JsonWriter& json_;
};

/// A buffer has no bytes to write in another charset: that is for `starlint fix`.
bool is_for_buffer(const Finding& finding) {
  return finding.fix && !finding.fix->edits.empty() && !finding.fix->reencode;
}

void write_quick_fixes(std::vector<const Finding*> findings, ActionWriter& writer) {
  const auto safety = [](const Finding* finding) { return finding->fix->safe; };
  std::vector<const Finding*> fixable;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(fixable),
               [](const Finding* finding) { return is_for_buffer(*finding); });
  std::stable_partition(fixable.begin(), fixable.end(), safety);
  for (const Finding* finding : fixable) writer.write_fix(*finding);
  // One comment accepts all findings of a rule in its block.
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding* a, const Finding* b) { return a->rule < b->rule; });
  const auto repeated =
      std::unique(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) {
        return a->rule == b->rule && a->where == b->where;
      });
  findings.erase(repeated, findings.end());
  for (const Finding* finding : findings) writer.write_waiver(*finding);
}

}  // namespace

Failure answer_actions(const Question& question, JsonWriter& result) {
  const std::optional<LspRange> range = read_range(question.params.find("range"));
  if (!range) return RpcError{RpcCode::InvalidParams, "actions need a range"};
  const LintRun& run = question.notebook.workspace().run();
  const FileResult* file = question.file();
  result.begin_array();
  if (file != nullptr) {
    ActionWriter writer(question, run, *file, result);
    if (wants(question.params, kQuickFix)) {
      write_quick_fixes(findings_at(run, *file, question.places().span(*file, *range)), writer);
    }
    const OpenNote* note = question.notebook.note_of(*file);
    if (note != nullptr && wants(question.params, kFixAll)) writer.write_fix_all(*note);
  }
  result.end_array();
  return {};
}

}  // namespace starlint
