//===- RuntimeImage.h - The runtime inside the compiler ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The runtime of every target as it is built into the compiler: an archive
/// for the linker, and bitcode of the fast paths for the optimiser.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_TARGET_RUNTIMEIMAGE_H
#define RUCHY_TARGET_RUNTIMEIMAGE_H

#include "llvm/ADT/StringRef.h"

namespace ruchy {

/// A platform that programs are compiled for.
enum class RuntimeTarget { X86_64Linux, AArch64Linux, Wasm32Wasi };

/// The archive of all runtime objects, `_start` included.
llvm::StringRef getRuntimeArchive(RuntimeTarget target);

/// LLVM bitcode that defines the functions worth inlining (rt_dup, rt_drop,
/// rt_array_push_*, ...). Link only what is needed and internalise it.
llvm::StringRef getRuntimeBitcode(RuntimeTarget target);

} // namespace ruchy

#endif // RUCHY_TARGET_RUNTIMEIMAGE_H
