# The system's packages first, sources elsewhere: one FetchContent_MakeAvailable decides for each.
# FETCHCONTENT_SOURCE_DIR_<NAME> names a local checkout, so that no network is needed.
include(FetchContent)

option(STARLINT_STATIC "Link no library of the system, not even the C library" OFF)
if(STARLINT_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES ${CMAKE_STATIC_LIBRARY_SUFFIX})
  add_link_options(-static)
  # The package of toml++ brings no archive, but its headers hold all of it.
  find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h)
  if(TOMLPLUSPLUS_INCLUDE_DIR)
    add_library(tomlplusplus::tomlplusplus INTERFACE IMPORTED GLOBAL)
    target_include_directories(tomlplusplus::tomlplusplus INTERFACE "${TOMLPLUSPLUS_INCLUDE_DIR}")
  endif()
endif()

find_package(Threads REQUIRED)
# ICU has no sensible source build of its own; every system packages it.
find_package(ICU 70 REQUIRED COMPONENTS uc data)
if(STARLINT_STATIC)
  target_link_libraries(ICU::uc INTERFACE ICU::data)  # which FindICU keeps to itself
endif()
# SHA-256 only; see ci/adr/007-sha256-from-nettle.md.
find_package(Nettle REQUIRED)

# RE2 releases after 2023-02 need Abseil; this is the last one that does not.
FetchContent_Declare(re2
  GIT_REPOSITORY https://github.com/google/re2.git GIT_TAG 2023-02-01
  FIND_PACKAGE_ARGS)
FetchContent_Declare(tomlplusplus
  GIT_REPOSITORY https://github.com/marzer/tomlplusplus.git GIT_TAG v3.3.0
  FIND_PACKAGE_ARGS)
FetchContent_Declare(CLI11
  GIT_REPOSITORY https://github.com/CLIUtils/CLI11.git GIT_TAG v2.1.2
  FIND_PACKAGE_ARGS)
FetchContent_Declare(RapidJSON
  GIT_REPOSITORY https://github.com/Tencent/rapidjson.git GIT_TAG v1.1.0
  SOURCE_SUBDIR include  # headers alone, not the examples and tests that its build adds
  FIND_PACKAGE_ARGS)
set(RE2_BUILD_TESTING OFF CACHE BOOL "" FORCE)
FetchContent_MakeAvailable(re2 tomlplusplus CLI11 RapidJSON)

if(STARLINT_TESTS)
  FetchContent_Declare(Catch2
    GIT_REPOSITORY https://github.com/catchorg/Catch2.git GIT_TAG v2.13.10
    FIND_PACKAGE_ARGS)
  set(CATCH_BUILD_STATIC_LIBRARY ON CACHE BOOL "" FORCE)  # Catch2WithMain
  FetchContent_MakeAvailable(Catch2)
  # Its package brings catch_discover_tests along; its sources keep it apart.
  if(catch2_SOURCE_DIR)
    list(APPEND CMAKE_MODULE_PATH "${catch2_SOURCE_DIR}/contrib")
  endif()
endif()

# RapidJSON's own package config sets variables, not a target.
if(NOT TARGET RapidJSON::RapidJSON)
  add_library(RapidJSON::RapidJSON INTERFACE IMPORTED GLOBAL)
  if(rapidjson_SOURCE_DIR)
    set(RapidJSON_INCLUDE_DIRS "${rapidjson_SOURCE_DIR}/include")
  endif()
  target_include_directories(RapidJSON::RapidJSON SYSTEM INTERFACE ${RapidJSON_INCLUDE_DIRS})
endif()
