# find_package(starlint) gives starlint::starlint, a static library, and finds what it stands on.
include(CMakeFindDependencyMacro)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
find_dependency(Threads)
find_dependency(ICU COMPONENTS i18n uc data)
find_dependency(Nettle)
find_dependency(re2)
find_dependency(tomlplusplus)

get_filename_component(starlint_prefix "${CMAKE_CURRENT_LIST_DIR}" ABSOLUTE)
find_library(starlint_archive NAMES libstarlint.a NO_DEFAULT_PATH REQUIRED
  HINTS "${starlint_prefix}/../..")
find_path(starlint_include starlint.h NO_DEFAULT_PATH REQUIRED
  HINTS "${starlint_prefix}/../../../include" "${starlint_prefix}/../../../../include")

if(NOT TARGET starlint::starlint)
  add_library(starlint::starlint STATIC IMPORTED)
  set_target_properties(starlint::starlint PROPERTIES
    IMPORTED_LOCATION "${starlint_archive}"
    INTERFACE_INCLUDE_DIRECTORIES "${starlint_include}"
    INTERFACE_COMPILE_FEATURES cxx_std_20
    INTERFACE_LINK_LIBRARIES "ICU::i18n;ICU::uc;ICU::data;Nettle::nettle;re2::re2;tomlplusplus::tomlplusplus;Threads::Threads")
endif()
