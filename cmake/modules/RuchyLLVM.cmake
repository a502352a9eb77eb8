#===- RuchyLLVM.cmake - How LLVM, MLIR and lld reach the link line --------===//
#
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===-----------------------------------------------------------------------===//
# Defines the interface target RuchyLLVM: the archives of our LLVM components
# (default), or libLLVM.so. Nothing else in the project names LLVM libraries.

set(ZLIB_USE_STATIC_LIBS ${RUCHY_STATIC_LLVM})
find_package(MLIR 22.1 REQUIRED CONFIG HINTS /usr/lib/llvm-22/lib/cmake/mlir)
find_package(LLD 22.1 REQUIRED CONFIG HINTS /usr/lib/llvm-22/lib/cmake/lld)
list(APPEND CMAKE_MODULE_PATH "${MLIR_CMAKE_DIR}" "${LLVM_CMAKE_DIR}")

# After find_package, before AddLLVM: these decide what mlir_target_link_libraries does.
if(RUCHY_STATIC_LLVM)
  set(LLVM_LINK_LLVM_DYLIB OFF)
  set(MLIR_LINK_MLIR_DYLIB OFF)
else()
  set(LLVM_LINK_LLVM_DYLIB ON)
  set(MLIR_LINK_MLIR_DYLIB ON)
endif()
include(TableGen)
include(AddLLVM)
include(AddMLIR)
set(LLVM_TABLEGEN_EXE "${LLVM_TOOLS_BINARY_DIR}/llvm-tblgen")

separate_arguments(_defs NATIVE_COMMAND "${LLVM_DEFINITIONS}")
add_definitions(${_defs})
include_directories(SYSTEM ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS} ${LLD_INCLUDE_DIRS})

set(RUCHY_LLVM_TARGETS X86 AArch64 WebAssembly)
set(RUCHY_LLVM_COMPONENTS
  Core Support Passes IPO Linker IRReader BitReader BitWriter AsmParser AsmPrinter
  OrcJIT OrcShared OrcTargetProcess OrcDebugging JITLink ExecutionEngine RuntimeDyld
  PerfJITEvents Target TargetParser MC Option LTO DTLTO DebugInfoDWARF Instrumentation
  FrontendOpenMP WindowsDriver ${RUCHY_LLVM_TARGETS})

# Removes one element from, or renames one in, the interface of an archive.
function(_ruchy_edit_interface target regex replacement)
  get_target_property(_libs ${target} INTERFACE_LINK_LIBRARIES)
  if(NOT _libs)
    return()
  endif()
  if(replacement STREQUAL "")
    list(FILTER _libs EXCLUDE REGEX "${regex}")
  else()
    list(TRANSFORM _libs REPLACE "${regex}" "${replacement}")
  endif()
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${_libs}")
endfunction()

# lld and others initialise every target that LLVM was configured with: the
# ones we do not ship get empty functions.
function(_ruchy_add_target_stubs)
  set(_stub "")
  foreach(_target IN LISTS LLVM_TARGETS_TO_BUILD)
    if(NOT _target IN_LIST RUCHY_LLVM_TARGETS)
      foreach(_part Target TargetInfo TargetMC AsmPrinter AsmParser Disassembler)
        string(APPEND _stub "extern \"C\" void LLVMInitialize${_target}${_part}() {}\n")
      endforeach()
    endif()
  endforeach()
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/TargetStubs.cpp" CONTENT "${_stub}")
  add_library(RuchyTargetStubs STATIC "${PROJECT_BINARY_DIR}/TargetStubs.cpp")
  target_compile_options(RuchyTargetStubs PRIVATE -Wno-missing-prototypes)
  set_property(TARGET lldCommon lldELF lldWasm
    APPEND PROPERTY INTERFACE_LINK_LIBRARIES RuchyTargetStubs)
endfunction()

# Debian exports every archive with libLLVM.so as its LLVM dependency. Point
# those edges at our archives: link order stays right, and no second copy of
# LLVM comes in.
function(_ruchy_cut_dylib_edges)
  foreach(_target IN LISTS MLIR_EXPORTED_TARGETS LLD_EXPORTED_TARGETS)
    if(TARGET ${_target})
      get_target_property(_kind ${_target} TYPE)
      if(_kind STREQUAL "STATIC_LIBRARY")
        _ruchy_edit_interface(${_target} "^(LLVM|\\$<LINK_ONLY:LLVM>)$" "RuchyLLVM")
      endif()
    endif()
  endforeach()
endfunction()

add_library(RuchyLLVM INTERFACE)
if(RUCHY_STATIC_LLVM)
  llvm_map_components_to_libnames(_libs ${RUCHY_LLVM_COMPONENTS})
  target_link_libraries(RuchyLLVM INTERFACE ${_libs})
  _ruchy_add_target_stubs()
  # LLVMLTO names Polly's registration hook, whose archive is in a package of
  # its own that we do not use.
  add_library(RuchyPollyStub STATIC "${CMAKE_CURRENT_LIST_DIR}/PollyStub.cpp")
  set_target_properties(LLVMExtensions PROPERTIES
    INTERFACE_LINK_LIBRARIES "LLVMSupport;RuchyPollyStub")
  foreach(_target LLVMSupport lldELF lldWasm lldCommon)
    # Only Z3Solver.o wants libz3, and it is never extracted.
    _ruchy_edit_interface(${_target} "libz3\\.so$" "")
    _ruchy_edit_interface(${_target} "^zstd::libzstd_shared$" "zstd::libzstd_static")
  endforeach()
  _ruchy_cut_dylib_edges()
else()
  target_link_libraries(RuchyLLVM INTERFACE LLVM)
endif()
