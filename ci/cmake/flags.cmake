# Every target of ours links starlint_flags: warnings, hardening, sanitizers, reproducible paths.
add_library(starlint_flags INTERFACE)
target_compile_options(starlint_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  # The same bytes from any directory.
  "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms of GCC 12 on std::string when it optimises: GCC bugs 105651 and 105562.
  target_compile_options(starlint_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Without it ccache cannot tell what a precompiled header holds.
  target_compile_options(starlint_flags INTERFACE -fpch-preprocess)
endif()
target_compile_definitions(starlint_flags INTERFACE _GLIBCXX_ASSERTIONS)
target_include_directories(starlint_flags INTERFACE "${PROJECT_SOURCE_DIR}/src")

set(STARLINT_SANITIZE "" CACHE STRING "Sanitizers: address,undefined or thread")
if(STARLINT_SANITIZE)
  target_compile_options(starlint_flags INTERFACE
    "-fsanitize=${STARLINT_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(starlint_flags INTERFACE "-fsanitize=${STARLINT_SANITIZE}")
  if(STARLINT_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU"
     AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # More of the same false alarms, in the code that is instrumented for threads.
    target_compile_options(starlint_flags INTERFACE -Wno-array-bounds -Wno-stringop-overflow)
  endif()
endif()

option(STARLINT_FUZZ "Build the fuzz targets; needs clang" OFF)
if(STARLINT_FUZZ)
  target_compile_options(starlint_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

option(STARLINT_LTO "Optimise across files" OFF)
if(STARLINT_LTO)
  include(CheckIPOSupported)
  check_ipo_supported(RESULT starlint_ipo LANGUAGES CXX)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ${starlint_ipo})
endif()

# One static library a folder; `starlint_layer(text SOURCES decode.cc LINK base ICU::uc)`.
function(starlint_layer name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_library(starlint_${name} STATIC ${arg_SOURCES})
  add_library(starlint::${name} ALIAS starlint_${name})
  target_link_libraries(starlint_${name} PUBLIC starlint_flags)
  starlint_precompiled_headers(starlint_${name})
  foreach(dependency IN LISTS arg_LINK)
    if(TARGET starlint_${dependency})
      target_link_libraries(starlint_${name} PUBLIC starlint_${dependency})
    else()
      target_link_libraries(starlint_${name} PRIVATE ${dependency})
    endif()
  endforeach()
endfunction()
