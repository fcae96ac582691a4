#include "metric/formula.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"

namespace starlint {

/// Recursive descent over one side after the other; steps come out in reverse Polish order.
class FormulaParser {
 public:
  explicit FormulaParser(std::string_view text) : text_(text) {}

  Result<Formula> parse() {
    if (!sum(formula_.left_) || !relation() || !sum(formula_.right_)) return error();
    skip_space();
    if (at_ != text_.size()) return error();
    return std::move(formula_);
  }

 private:
  using Code = Formula::Code;
  using Steps = std::vector<Formula::Step>;

  Error error() const {
    return Error{cat("cannot read the formula at '", text_.substr(at_), "'"),
                 {},
                 0,
                 0,
                 "write two sides of names, numbers and + - * / with =, <= or >= between them"};
  }

  void skip_space() {
    while (at_ < text_.size() && is_ascii_space(text_[at_])) ++at_;
  }
  bool accept(std::string_view token) {
    skip_space();
    if (text_.substr(at_, token.size()) != token) return false;
    at_ += token.size();
    return true;
  }

  bool relation() {
    using Relation = Formula::Relation;
    if (accept("<=")) return formula_.relation_ = Relation::AtMost, true;
    if (accept(">=")) return formula_.relation_ = Relation::AtLeast, true;
    return accept("=");
  }

  bool sum(Steps& out) {
    if (!product(out)) return false;
    for (;;) {
      const Code code = accept("+") ? Code::Add : accept("-") ? Code::Subtract : Code::Number;
      if (code == Code::Number) return true;
      if (!product(out)) return false;
      out.push_back({code});
    }
  }

  bool product(Steps& out) {
    if (!factor(out)) return false;
    for (;;) {
      const Code code = accept("*") ? Code::Multiply : accept("/") ? Code::Divide : Code::Number;
      if (code == Code::Number) return true;
      if (!factor(out)) return false;
      out.push_back({code});
    }
  }

  bool factor(Steps& out) {
    if (accept("(")) return sum(out) && accept(")");
    skip_space();
    const std::string_view rest = text_.substr(at_);
    double number = 0;
    const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (failed == std::errc{}) {
      at_ += static_cast<std::size_t>(end - rest.data());
      out.push_back({Code::Number, number});
      return true;
    }
    return name(out);
  }

  bool name(Steps& out) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_ascii_alnum(text_[at_]) || text_[at_] == '_')) ++at_;
    if (at_ == begin) return false;
    const std::string_view word = text_.substr(begin, at_ - begin);
    auto& names = formula_.names_;
    auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) found = names.emplace(names.end(), word);
    out.push_back({Code::Name, 0, static_cast<std::size_t>(found - names.begin())});
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Formula formula_;
};

Result<Formula> Formula::parse(std::string_view text) { return FormulaParser(text).parse(); }

Formula::Both Formula::apply(Code code, const Both& a, const Both& b) {
  switch (code) {
    case Code::Add:
      return {a.figure + b.figure, a.extent + b.extent};
    case Code::Subtract:
      return {a.figure - b.figure, a.extent - b.extent};
    case Code::Multiply:
      return {a.figure * b.figure, a.extent * b.extent};
    default:
      return {b.figure == 0 ? 0 : a.figure / b.figure, a.extent / b.extent};
  }
}

Formula::Both Formula::run(const std::vector<Step>& steps, const std::vector<Both>& values) {
  std::vector<Both> stack;
  for (const Step& step : steps) {
    if (step.code == Code::Number) {
      stack.push_back({step.number, Extent::exactly(step.number)});
    } else if (step.code == Code::Name) {
      stack.push_back(values[step.name]);
    } else {
      const Both right = stack.back();
      stack.pop_back();
      stack.back() = apply(step.code, stack.back(), right);
    }
  }
  return stack.back();
}

Formula::Outcome Formula::evaluate(const std::vector<Term>& terms) const {
  std::vector<Both> values;
  for (const std::string& name : names_) {
    const auto found = std::find_if(terms.begin(), terms.end(),
                                    [&](const Term& term) { return term.name == name; });
    SL_CHECK(found != terms.end());
    values.push_back({found->figure, found->extent});
  }
  const Both left = run(left_, values);
  const Both right = run(right_, values);
  const bool holds = relation_ == Relation::Equal    ? meet(left.extent, right.extent)
                     : relation_ == Relation::AtMost ? !below(right.extent, left.extent)
                                                     : !below(left.extent, right.extent);
  return {holds, left.figure, right.figure};
}

}  // namespace starlint
