# What is installed beside the program (src/cli installs that one, its man page and completions),
# and what CPack packs it into: a .deb for the system it was built on, or a tarball of the program that
# needs no library (STARLINT_STATIC).
include(GNUInstallDirs)

# What is packaged is built by name; the tests need not be.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/starlint/rules
        FILES_MATCHING PATTERN "*.toml")
install(FILES rules/KINDS.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(contact "the starlint authors <maintainers@starlint.example>")

# Debian wants two: what changed for users, and one of its own form that leads there.
execute_process(COMMAND git log -1 --format=%cD WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
                OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT date)
  string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
file(CONFIGURE OUTPUT changelog.Debian CONTENT
"starlint (${PROJECT_VERSION}-1) unstable; urgency=medium

  * What changed stands in changelog.gz.

 -- ${contact}  ${date}
")
set(changelogs "${PROJECT_BINARY_DIR}/changelog.gz" "${PROJECT_BINARY_DIR}/changelog.Debian.gz")
add_custom_command(OUTPUT ${changelogs}
  COMMAND gzip -9nc "${PROJECT_SOURCE_DIR}/CHANGELOG.md" > changelog.gz
  COMMAND gzip -9nc changelog.Debian > changelog.Debian.gz
  DEPENDS CHANGELOG.md "${PROJECT_BINARY_DIR}/changelog.Debian"
  WORKING_DIRECTORY "${PROJECT_BINARY_DIR}" VERBATIM)
add_custom_target(changelog ALL DEPENDS ${changelogs})
install(FILES ${changelogs} DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_VENDOR "the starlint authors")
set(CPACK_PACKAGE_CONTACT "${contact}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "checks interview stories for gaps, contradictions and wrong figures")
set(CPACK_PACKAGE_DESCRIPTION "starlint reads a folder of interview notes. It finds the stories
and their Situation, Task, Action and Result, compares every figure with
every other one, redoes the arithmetic, and repairs damaged characters.
It works offline; nothing leaves the machine.")
if(STARLINT_STATIC)
  set(CPACK_GENERATOR TGZ)
  set(CPACK_SYSTEM_NAME "linux-${CMAKE_SYSTEM_PROCESSOR}")
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
else()
  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
endif()
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS git)
include(CPack)
