#===- RuchyOptions.cmake - Compiler, linker and cache flags ---------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
# One set of flags for every target of ours: a precompiled header can then be
# shared by libraries, tools and unit tests.

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -gline-tables-only")
set(CMAKE_C_FLAGS_DEBUG "-O1 -gline-tables-only")

add_compile_options(
  -fvisibility-inlines-hidden -ffunction-sections -fdata-sections
  -fdiagnostics-color=auto -Wall -Wextra -Wno-unused-parameter -Wimplicit-fallthrough)
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>")
if(RUCHY_WERROR)
  add_compile_options(-Werror)
endif()

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # The time stamp in a precompiled header defeats ccache.
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
  add_link_options(-fuse-ld=lld)
endif()
add_link_options(-Wl,--gc-sections)

if(RUCHY_SANITIZE)
  # vptr checks need type information of LLVM classes that have none.
  add_compile_options(-fsanitize=${RUCHY_SANITIZE} -fno-sanitize=vptr
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${RUCHY_SANITIZE} -fno-sanitize=vptr)
endif()

if(RUCHY_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(RUCHY_STATIC_LLVM)
  # Start-up time: no relocations to process, and the start-up code of all
  # archives side by side.
  set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
  add_compile_options(-fno-pie)
  add_link_options(-no-pie -static-libstdc++ -static-libgcc
    -Wl,-z,keep-text-section-prefix)
else()
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()

if(RUCHY_ENABLE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(RUCHY_CCACHE ccache)
  if(RUCHY_CCACHE)
    set(_launcher "${CMAKE_COMMAND};-E;env"
      "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
      "CCACHE_CPP2=1" "${RUCHY_CCACHE}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${_launcher}")
    set(CMAKE_C_COMPILER_LAUNCHER "${_launcher}")
  endif()
endif()
