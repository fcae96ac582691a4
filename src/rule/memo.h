// What was worked out of one file for a look at all files of its speaker. It is kept with the file,
// so that the next look, after another file was edited, or that of another rule, need not work it
// out again. Thread-safe.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <typeinfo>
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
    Slot& slot = slot_of({&typeid(T), maker});
    std::call_once(slot.made, [&] { slot.value = std::make_shared<const T>(make()); });
    return *static_cast<const T*>(slot.value.get());
  }

  /// REQUIRES: nobody asks meanwhile.
  void forget() { slots_.clear(); }

 private:
  using Key = std::pair<const std::type_info*, const void*>;
  struct Slot {
    std::once_flag made;
    std::shared_ptr<const void> value;
  };

  Slot& slot_of(const Key& key) const {
    const std::lock_guard lock(mutex_);
    return slots_[key];
  }

  mutable std::mutex mutex_;  // of the map; a slot is made outside of it
  mutable std::map<Key, Slot> slots_;
};

}  // namespace starlint
