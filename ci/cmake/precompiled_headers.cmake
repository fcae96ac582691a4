# Two thirds of a file's build was reading the standard library: it is read once and shared by all
# of our targets. Not under clang-tidy, which must see that each file includes what it uses.
if(CMAKE_CXX_CLANG_TIDY)
  function(starlint_precompiled_headers target)
  endfunction()
  return()
endif()

add_library(starlint_standard OBJECT "${CMAKE_CURRENT_LIST_DIR}/standard.cc")
target_link_libraries(starlint_standard PRIVATE starlint_flags)
target_precompile_headers(starlint_standard PRIVATE
  <algorithm> <array> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
  <unordered_map> <unordered_set> <utility> <variant> <vector>)

function(starlint_precompiled_headers target)
  target_precompile_headers(${target} REUSE_FROM starlint_standard)
endfunction()
