//===- HoistLengths.h - Lengths of arrays out of loops ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Loads of lengths that do not change in a loop, moved in front of it.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TARGET_LLVMIR_HOISTLENGTHS_H
#define RUCHY_LIB_TARGET_LLVMIR_HOISTLENGTHS_H

#include "llvm/IR/PassManager.h"

namespace ruchy {

/// LLVM hoists a load only where it is certain to run, or where its pointer is
/// known to be dereferenceable; the second bounds check of a loop is neither. A
/// container that a loop uses is alive in front of the loop, so its head can be
/// read there. Loads of heads are told by their alias tag.
///
/// Expects loops in simplified form.
struct HoistLengthsPass : llvm::PassInfoMixin<HoistLengthsPass> {
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace ruchy

#endif // RUCHY_LIB_TARGET_LLVMIR_HOISTLENGTHS_H
