// What was worked out of one file for a look at all files of its speaker. It is kept with the file,
// so that the next look, after another file was edited, or that of another rule, need not work it
// out again. Thread-safe.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <typeindex>
#include <utility>

namespace starlint {

class Memo {
 public:
  Memo() = default;
  Memo(const Memo&) = delete;
  Memo& operator=(const Memo&) = delete;

  /// The T of that maker: what make() gives, asked once. It must follow from the file and the maker
  /// alone. Good until forget(); make() may ask for other values.
  template <typename T, typename Make>
  const T& keep(const void* maker, const Make& make) const {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const void>& slot = values_[{std::type_index(typeid(T)), maker}];
    if (slot == nullptr) slot = std::make_shared<const T>(make());
    return *static_cast<const T*>(slot.get());
  }

  void forget() {
    const std::lock_guard lock(mutex_);
    values_.clear();
  }

 private:
  mutable std::recursive_mutex mutex_;
  mutable std::map<std::pair<std::type_index, const void*>, std::shared_ptr<const void>> values_;
};

}  // namespace starlint
