// The version control checkout around a directory, as far as reports speak of it. Reads files of
// the checkout only; runs nothing.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

struct Repository {
  std::string root;  // absolute directory that holds .git; "" outside every checkout
  std::string uri;   // of the remote "origin", without user name and password; "" without one
};

Repository find_repository(const std::string& directory);

/// The URI that git's `url` stands for, fit for a report: "git@host:a/b.git" becomes
/// "ssh://host/a/b.git", a user name or password is dropped, a path of this machine gives "".
std::string repository_uri(std::string_view url);

}  // namespace starlint
