#===- AddRuchy.cmake - Wrappers for libraries, tools and tests ------------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//

# Enters a folder when it has a CMakeLists.txt.
function(ruchy_add_subdirectory_if_exists dir)
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${dir}/CMakeLists.txt")
    add_subdirectory("${dir}")
  else()
    # Configure again when the part arrives: watch the folder it will be in.
    set(_watch "${CMAKE_CURRENT_SOURCE_DIR}/${dir}")
    while(NOT IS_DIRECTORY "${_watch}")
      get_filename_component(_watch "${_watch}" DIRECTORY)
    endwhile()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${_watch}")
  endif()
endfunction()

# One header compiled once for all code that includes MLIR.
function(_ruchy_use_pch name)
  if(NOT RUCHY_ENABLE_PCH)
    return()
  endif()
  if(NOT TARGET RuchyMLIRPch)
    add_library(RuchyMLIRPch STATIC "${PROJECT_SOURCE_DIR}/cmake/modules/MLIRPch.cpp")
    target_precompile_headers(RuchyMLIRPch PRIVATE
      "${PROJECT_SOURCE_DIR}/cmake/modules/MLIRPch.h")
  endif()
  target_precompile_headers(${name} REUSE_FROM RuchyMLIRPch)
endfunction()

# What libraries, tools and tests have in common.
function(_ruchy_finish_target name)
  cmake_parse_arguments(A "NO_PCH" "" "DEPENDS;LINK_LIBS;MLIR_LIBS" ${ARGN})
  if(A_DEPENDS)
    add_dependencies(${name} ${A_DEPENDS})
  endif()
  get_target_property(_kind ${name} TYPE)
  set(_scope PUBLIC)
  if(_kind STREQUAL "EXECUTABLE")
    set(_scope PRIVATE)
  endif()
  target_link_libraries(${name} ${_scope} ${A_LINK_LIBS})
  if(A_MLIR_LIBS)
    mlir_target_link_libraries(${name} ${_scope} ${A_MLIR_LIBS})
    if(NOT A_NO_PCH)
      _ruchy_use_pch(${name})
    endif()
  endif()
  target_link_libraries(${name} ${_scope} RuchyLLVM)
endfunction()

# ruchy_add_library(name sources...
#   [DEPENDS targets...]     generated headers that must exist first
#   [LINK_LIBS ours...]      libraries of this project
#   [MLIR_LIBS mlir...]      MLIR libraries; brings the precompiled header in
#   [NO_PCH])
function(ruchy_add_library name)
  cmake_parse_arguments(A "NO_PCH" "" "DEPENDS;LINK_LIBS;MLIR_LIBS" ${ARGN})
  add_library(${name} STATIC ${A_UNPARSED_ARGUMENTS})
  list(REMOVE_ITEM ARGN ${A_UNPARSED_ARGUMENTS})
  _ruchy_finish_target(${name} ${ARGN})
endfunction()

# ruchy_add_tool(name sources... [same options]): an executable in build/bin.
function(ruchy_add_tool name)
  cmake_parse_arguments(A "NO_PCH" "" "DEPENDS;LINK_LIBS;MLIR_LIBS" ${ARGN})
  add_executable(${name} ${A_UNPARSED_ARGUMENTS})
  list(REMOVE_ITEM ARGN ${A_UNPARSED_ARGUMENTS})
  _ruchy_finish_target(${name} ${ARGN})
endfunction()

# ruchy_add_unittest(name sources... [same options]): a GoogleTest executable
# in build/unittests/bin, run by `make check`.
function(ruchy_add_unittest name)
  if(NOT TARGET RuchyUnitTests)
    add_custom_target(RuchyUnitTests ALL)
  endif()
  if(NOT TARGET GTest::gtest_main)
    find_package(GTest REQUIRED)
  endif()
  cmake_parse_arguments(A "NO_PCH" "" "DEPENDS;LINK_LIBS;MLIR_LIBS" ${ARGN})
  add_executable(${name} ${A_UNPARSED_ARGUMENTS})
  list(REMOVE_ITEM ARGN ${A_UNPARSED_ARGUMENTS})
  _ruchy_finish_target(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE GTest::gtest_main)
  set_target_properties(${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/unittests/bin")
  add_dependencies(RuchyUnitTests ${name})
endfunction()

# ruchy_embed(LIST file symbol): an assembly source that carries `file` as the
# C array `symbol`; the 64-bit `symbol_size` is its length. Appended to LIST.
function(ruchy_embed out file symbol)
  set(_source "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.s")
  file(CONFIGURE OUTPUT "${_source}" @ONLY CONTENT
"    .section .rodata.@symbol@,\"a\",@progbits
    .global @symbol@
    .global @symbol@_size
    .balign 16
@symbol@:
    .incbin \"@file@\"
@symbol@_end:
    .byte 0
    .balign 8
@symbol@_size:
    .quad @symbol@_end - @symbol@
    .section .note.GNU-stack,\"\",@progbits
")
  set_source_files_properties("${_source}" PROPERTIES LANGUAGE ASM
    OBJECT_DEPENDS "${file}" COMPILE_OPTIONS "-Wno-unused-command-line-argument")
  set(${out} ${${out}} "${_source}" PARENT_SCOPE)
endfunction()
