//===- ColdBackedges.h - Loops with a rare detour ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Gives the rare way round a loop a backedge of its own.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TARGET_LLVMIR_COLDBACKEDGES_H
#define RUCHY_LIB_TARGET_LLVMIR_COLDBACKEDGES_H

#include "llvm/IR/PassManager.h"

namespace ruchy {

/// A loop that appends to a container calls the runtime now and then, which may
/// move the container. Where both ways meet, the container becomes a phi, and
/// nothing about it can be kept in registers. This pass copies the latch of
/// such a loop for the rare way. Loop simplification then makes two nested
/// loops of the one, and in the inner one the container does not move: its
/// count and capacity are loaded once.
///
/// Expects loops in simplified and loop-closed SSA form.
struct ColdBackedgesPass : llvm::PassInfoMixin<ColdBackedgesPass> {
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace ruchy

#endif // RUCHY_LIB_TARGET_LLVMIR_COLDBACKEDGES_H
