// A value that few owners have: two pointers wide where a std::optional would be as wide as the
// value. Copies share it; it is never changed.
#pragma once

#include <memory>
#include <utility>

namespace starlint {

template <typename T>
class Rare {
 public:
  Rare() = default;
  Rare(T value) : value_(std::make_shared<const T>(std::move(value))) {}

  explicit operator bool() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

 private:
  std::shared_ptr<const T> value_;
};

}  // namespace starlint
