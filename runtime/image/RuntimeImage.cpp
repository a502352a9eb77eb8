//===- RuntimeImage.cpp - The runtime inside the compiler -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Access to the data that the build embeds.
///
//===----------------------------------------------------------------------===//

#include "Ruchy/Target/RuntimeImage.h"
#include <cstdint>

using namespace ruchy;

#define RT_IMAGE(target)                                                       \
  extern "C" const char ruchy_rt_archive_##target[];                           \
  extern "C" const uint64_t ruchy_rt_archive_##target##_size;                  \
  extern "C" const char ruchy_rt_bitcode_##target[];                           \
  extern "C" const uint64_t ruchy_rt_bitcode_##target##_size;
RT_IMAGE(x86_64)
RT_IMAGE(aarch64)
RT_IMAGE(wasm32)
#undef RT_IMAGE

#define RT_DATA(kind, target)                                                  \
  llvm::StringRef(ruchy_rt_##kind##_##target, ruchy_rt_##kind##_##target##_size)

llvm::StringRef ruchy::getRuntimeArchive(RuntimeTarget target) {
  switch (target) {
  case RuntimeTarget::X86_64Linux:
    return RT_DATA(archive, x86_64);
  case RuntimeTarget::AArch64Linux:
    return RT_DATA(archive, aarch64);
  case RuntimeTarget::Wasm32Wasi:
    return RT_DATA(archive, wasm32);
  }
  return {};
}

llvm::StringRef ruchy::getRuntimeBitcode(RuntimeTarget target) {
  switch (target) {
  case RuntimeTarget::X86_64Linux:
    return RT_DATA(bitcode, x86_64);
  case RuntimeTarget::AArch64Linux:
    return RT_DATA(bitcode, aarch64);
  case RuntimeTarget::Wasm32Wasi:
    return RT_DATA(bitcode, wasm32);
  }
  return {};
}
