//===- BlockSums.h - Checked sums in blocks ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Sums of arrays whose overflow is looked for once per block.
///
//===----------------------------------------------------------------------===//

#ifndef RUCHY_LIB_TARGET_LLVMIR_BLOCKSUMS_H
#define RUCHY_LIB_TARGET_LLVMIR_BLOCKSUMS_H

#include "llvm/IR/PassManager.h"

namespace ruchy {

/// A loop that adds up the elements of an array and leaves at an overflow
/// cannot be vectorised: every sum is tested. This pass puts a loop before it
/// that adds blocks of elements without tests, together with the union of their
/// magnitudes. If these are small, as nearly always, no sum in the block can
/// have overflown. At the first block where one might have, and for the last
/// elements, the loop takes over as it was, so that an overflow is found at the
/// same element.
///
/// Comes before vectorisation; expects loops in simplified form.
struct BlockSumsPass : llvm::PassInfoMixin<BlockSumsPass> {
  llvm::PreservedAnalyses run(llvm::Function &function,
                              llvm::FunctionAnalysisManager &analyses);
};

} // namespace ruchy

#endif // RUCHY_LIB_TARGET_LLVMIR_BLOCKSUMS_H
