// waiver: what is wrong with the waivers that the notes themselves hold.
#include <algorithm>

#include "rule/kind/kinds.h"

namespace starlint {

namespace {

using State = WaivedRule::State;

class WaiverRule : public Rule {
 public:
  explicit WaiverRule(State fault) : fault_(fault) {}

  void check_waivers(const FileView& file, const std::vector<WaivedRule>& waived,
                     Sink& sink) const override {
    for (const WaivedRule& rule : waived) {
      if (rule.state != fault_) continue;
      sink.add({file.source.id, rule.where},
               {{"text", std::string(file.slice(rule.where))}, {"suggestion", rule.suggestion}},
               rule.suggestion.empty() ? "plain" : "near");
    }
  }

 private:
  State fault_;
};

const std::vector<std::string_view> kFaults = {"unreadable", "unknown", "unused"};

Result<std::unique_ptr<Rule>> compile(const Options& options, CompileContext&) {
  const auto fault = std::find(kFaults.begin(), kFaults.end(), options.string("fault"));
  return std::unique_ptr<Rule>(
      std::make_unique<WaiverRule>(static_cast<State>(fault - kFaults.begin())));
}

}  // namespace

Kind waiver_kind() {
  using toml_doc::FieldType;
  return {"waiver",
          "an acceptance in the notes that accepts nothing, or that cannot be understood",
          {"text", "suggestion"},
          {"plain", "near"},
          {{"fault", FieldType::String, "what is wrong with it", true, kFaults}},
          compile};
}

}  // namespace starlint
