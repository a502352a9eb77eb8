//===- Passes.h - Passes on the ruchy dialect -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Declares the passes of `Passes.td`: constructors, options, registration.
///
#ifndef RUCHY_DIALECT_RUCHY_TRANSFORMS_PASSES_H
#define RUCHY_DIALECT_RUCHY_TRANSFORMS_PASSES_H

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "mlir/Pass/Pass.h"

namespace mlir::arith {
class ArithDialect;
} // namespace mlir::arith

namespace ruchy {

#define GEN_PASS_DECL
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "Ruchy/Dialect/Ruchy/Transforms/Passes.h.inc"

} // namespace ruchy

#endif // RUCHY_DIALECT_RUCHY_TRANSFORMS_PASSES_H
