//===- BigStack.h - Runs a function on a large stack ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_EXECUTION_BIGSTACK_H
#define RUCHY_EXECUTION_BIGSTACK_H

#include "llvm/ADT/STLFunctionalExtras.h"

#include <cstddef>
#include <cstdint>

namespace ruchy {

/// Runs a function on a stack of its own, with a guard page below it, and
/// gives back what it returns. The function gets the lowest address that it
/// may use. Where so much memory is not to be had, the stack is smaller.
int runOnBigStack(size_t size,
                  llvm::function_ref<int(uintptr_t lowest)> function);

} // namespace ruchy

#endif // RUCHY_EXECUTION_BIGSTACK_H
