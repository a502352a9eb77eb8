//===- CallCycles.h - Cycles of the call graph ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Which functions can reach themselves through calls, and which calls stand
/// in tail position.
///
#ifndef RUCHY_ANALYSIS_CALLCYCLES_H
#define RUCHY_ANALYSIS_CALLCYCLES_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "llvm/ADT/DenseMap.h"

namespace ruchy {

/// Numbers the cycles of the call graph: functions that can call each other
/// have the same number, functions that cannot reach themselves have none.
/// Calls of function values, where they count, may reach any function that is
/// used as a value.
llvm::DenseMap<mlir::Operation *, unsigned>
computeCallCycles(mlir::ModuleOp module, bool throughValues = true);

/// Whether the results of `call` go to the return of its function with nothing
/// done in between; blocks that only pass values on are looked through.
bool isInTailPosition(CallOp call);

} // namespace ruchy

#endif // RUCHY_ANALYSIS_CALLCYCLES_H
