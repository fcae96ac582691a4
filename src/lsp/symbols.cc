// textDocument/documentSymbol: the stories of a note, with their components.
#include "base/strings.h"
#include "lsp/abilities.h"
#include "report/place.h"
#include "text/display.h"

namespace starlint {

namespace {

constexpr int kProject = 4;    // SymbolKind::Package
constexpr int kStory = 24;     // Event
constexpr int kComponent = 8;  // Field

class SymbolWriter {
 public:
  SymbolWriter(const FileResult& file, const Question& question, JsonWriter& json)
      : file_(file),
        places_(question.places()),
        nested_(question.client.nested_symbols),
        json_(json),
        inside_(stories().size()) {
    for (std::uint32_t i = 0; i < stories().size(); ++i) {
      const std::uint32_t parent = stories()[i].parent;
      (parent == kNone ? outermost_ : inside_[parent]).push_back(i);
    }
  }

  void write() {
    json_.begin_array();
    for (const std::uint32_t story : outermost_) write_story(story, {});
    json_.end_array();
  }

 private:
  const std::vector<Narrative>& stories() const { return file_.narratives.stories; }

  void write_story(std::uint32_t index, const std::string& container) {
    const Narrative& story = stories()[index];
    const Span head = story.title.empty() ? Span{story.span.begin, story.span.begin} : story.title;
    const std::string name = story.title_text.empty()
                                 ? cat("line ", file_.text.line(story.span.begin))
                                 : visible(story.title_text);
    begin(name, story.project ? kProject : kStory, hull(story.span, head), head, container);
    json_.member("detail", std::string_view(visible(story.project_name)));
    open_children();
    for (const Part& part : story.parts) write_part(part, name);
    for (const std::uint32_t inner : inside_[index]) write_story(inner, name);
    close_children();
  }

  void write_part(const Part& part, const std::string& container) {
    const Span head = part.label.empty() ? Span{part.span.begin, part.span.begin} : part.label;
    const std::string name(name_of(part.slot));
    begin(name, kComponent, hull(head, part.span), head, container);
    const std::string label = part.filled ? visible(file_.shown(part.label)) : "empty";
    if (label != name) json_.member("detail", std::string_view(label));
    open_children();
    close_children();
  }

  void begin(const std::string& name, int kind, Span whole, Span head,
             const std::string& container) {
    json_.begin_object();
    json_.member("name", std::string_view(name));
    json_.member("kind", kind);
    const Span shown = hull(shown_span(file_.text, whole), head);
    if (nested_) {
      json_.key("range");
      write_range(places_.range(file_, shown), json_);
      json_.key("selectionRange");
      write_range(places_.range(file_, head), json_);
      return;
    }
    json_.key("location");
    places_.write_location(file_, shown, json_);
    json_.member("containerName", std::string_view(container));
  }

  /// In a list the children follow their parent, in a tree they stand inside it.
  void open_children() { nested_ ? json_.open_array("children") : json_.end_object(); }
  void close_children() {
    if (!nested_) return;
    json_.end_array();
    json_.end_object();
  }

  const FileResult& file_;
  Places places_;
  bool nested_;
  JsonWriter& json_;
  std::vector<std::uint32_t> outermost_;
  std::vector<std::vector<std::uint32_t>> inside_;  // by story: those that stand in it
};

}  // namespace

Failure answer_symbols(const Question& question, JsonWriter& result) {
  const FileResult* file = question.file();
  if (file == nullptr) {
    result.null();
    return {};
  }
  SymbolWriter(*file, question, result).write();
  return {};
}

}  // namespace starlint
