//===- DynamicOps.h - Counts what was not specialised -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef RUCHY_DRIVER_DYNAMICOPS_H
#define RUCHY_DRIVER_DYNAMICOPS_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/raw_ostream.h"

namespace ruchy {

/// Prints the number of operations that decide at run time what to do, then
/// one line per such operation with its function and place.
void printDynamicOps(mlir::ModuleOp module, llvm::raw_ostream &os);

} // namespace ruchy

#endif // RUCHY_DRIVER_DYNAMICOPS_H
