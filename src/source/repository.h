// The version control checkout around a directory, as far as reports speak of it. Reads files of
// the checkout only; runs nothing.
#pragma once

#include <string>
#include <string_view>

namespace starlint {

/// The directory that holds `.git`, from `directory` upwards; "" outside every checkout. Absolute.
std::string repository_root(const std::string& directory);

struct Repository {
  std::string root;  // repository_root()
  std::string uri;   // of the remote "origin", without user name and password; "" without one
};

Repository find_repository(const std::string& directory);

/// The URI that git's `url` stands for, fit for a report: "git@host:a/b.git" becomes
/// "ssh://host/a/b.git", a user name or password is dropped, a path of this machine gives "".
std::string repository_uri(std::string_view url);

}  // namespace starlint
