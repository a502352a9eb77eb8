//===- Passes.h - Conversions from the ruchy dialect ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Declares the passes that leave the ruchy dialect.
///
#ifndef RUCHY_CONVERSION_PASSES_H
#define RUCHY_CONVERSION_PASSES_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace ruchy {

#define GEN_PASS_DECL
#include "Ruchy/Conversion/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "Ruchy/Conversion/Passes.h.inc"

} // namespace ruchy

#endif // RUCHY_CONVERSION_PASSES_H
