//===- RuchyToArith.h - Typed operations as arith operations ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// The patterns behind `convert-ruchy-to-arith`.
///
#ifndef RUCHY_CONVERSION_RUCHYTOARITH_H
#define RUCHY_CONVERSION_RUCHYTOARITH_H

#include "mlir/IR/PatternMatch.h"

namespace ruchy {

/// Patterns for typed operations that have an equal in the arith dialect.
void populateRuchyToArithPatterns(mlir::RewritePatternSet &patterns);

} // namespace ruchy

#endif // RUCHY_CONVERSION_RUCHYTOARITH_H
