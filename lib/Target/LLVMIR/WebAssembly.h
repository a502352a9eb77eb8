//===- WebAssembly.h - Rewrites for the WebAssembly back end ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// The parts of prepareForWebAssembly.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TARGET_LLVMIR_WEBASSEMBLY_H
#define RUCHY_LIB_TARGET_LLVMIR_WEBASSEMBLY_H

#include "llvm/IR/Module.h"

namespace ruchy {

/// Replaces products wider than 64 bits, and checks of 64-bit products, by
/// 64-bit operations: they would become calls of a library function.
void expandWideMultiplications(llvm::Module &module);

} // namespace ruchy

#endif // RUCHY_LIB_TARGET_LLVMIR_WEBASSEMBLY_H
