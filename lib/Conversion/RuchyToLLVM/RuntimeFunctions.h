//===- RuntimeFunctions.h - Declarations of runtime functions ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Declares runtime functions in the module on demand. Signatures are read
/// off the runtime's own headers, so that the two cannot disagree.
///
#ifndef RUCHY_LIB_CONVERSION_RUNTIMEFUNCTIONS_H
#define RUCHY_LIB_CONVERSION_RUNTIMEFUNCTIONS_H

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/BuiltinOps.h"

namespace ruchy::lowering {

/// Declares the runtime function `name` in `module`. Null if there is none.
mlir::LLVM::LLVMFuncOp declareRuntimeFunction(mlir::ModuleOp module,
                                              llvm::StringRef name);

} // namespace ruchy::lowering

#endif // RUCHY_LIB_CONVERSION_RUNTIMEFUNCTIONS_H
