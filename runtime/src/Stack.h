//===- Stack.h - The stack that programs run on -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A large stack of their own, so that the depth of recursion depends neither
/// on limits of the shell nor on the thread.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_RUNTIME_STACK_H
#define RUCHY_RUNTIME_STACK_H

#include <stdint.h>

namespace ruchy::rt {

/// What recursive functions may take together on WebAssembly.
constexpr int64_t WasmStackBudget = 600 << 10;

/// Calls \p function on a fresh stack, where the recursion limit is set
/// accordingly, and returns when it does.
void runOnOwnStack(void (*function)(void *), void *argument);

} // namespace ruchy::rt

#endif // RUCHY_RUNTIME_STACK_H
