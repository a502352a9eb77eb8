//===- DynamicOps.h - Operations left to the runtime ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Finds the operations that specialisation left dynamic: they call the
/// runtime with values whose types it has to look at.
///
#ifndef RUCHY_ANALYSIS_DYNAMICOPS_H
#define RUCHY_ANALYSIS_DYNAMICOPS_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "llvm/Support/raw_ostream.h"

namespace ruchy {

/// Whether the operation dispatches on run-time types.
bool isDynamicOp(mlir::Operation *op);

/// The dynamic operations of all functions, in order.
llvm::SmallVector<mlir::Operation *> findDynamicOps(mlir::ModuleOp module);

/// Prints their number, then a line per operation: place, function, operation
/// and the operand types that made it dynamic.
void printDynamicOpsReport(mlir::ModuleOp module, llvm::raw_ostream &os);

} // namespace ruchy

#endif // RUCHY_ANALYSIS_DYNAMICOPS_H
