// Result<T>: a value or an Error that a person can act on. (std::expected is not in C++20.)
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace starlint {

/// What went wrong, where, and what to write instead. Line and column are 1-based; 0 is unknown.
struct Error {
  std::string message;
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string hint;

  /// "path:line:column: message" and, on a line of its own, the hint.
  std::string describe() const;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& operator*() & {
    SL_CHECK(ok());
    return std::get<0>(state_);
  }
  const T& operator*() const& {
    SL_CHECK(ok());
    return std::get<0>(state_);
  }
  T&& operator*() && {
    SL_CHECK(ok());
    return std::get<0>(std::move(state_));
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }
  const Error& error() const {
    SL_CHECK(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// The result of something that makes no value.
using Status = Result<std::monostate>;
inline Status success() { return std::monostate{}; }

}  // namespace starlint
