//===- WideJoins.h - Joins with thousands of edges --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TARGET_LLVMIR_WIDEJOINS_H
#define RUCHY_LIB_TARGET_LLVMIR_WIDEJOINS_H

#include "llvm/IR/Function.h"

namespace ruchy {

/// Takes the values that meet in a block with very many predecessors through
/// memory. The errors of a long function all meet in one block, and register
/// coalescing takes quadratic time for a phi of that width.
void simplifyWideJoins(llvm::Function &function);

} // namespace ruchy

#endif // RUCHY_LIB_TARGET_LLVMIR_WIDEJOINS_H
