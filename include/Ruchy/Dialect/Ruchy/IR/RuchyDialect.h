//===- RuchyDialect.h - The ruchy dialect and its types ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Declares the dialect, its types, attributes and enumerations.
///
#ifndef RUCHY_DIALECT_RUCHY_IR_RUCHYDIALECT_H
#define RUCHY_DIALECT_RUCHY_IR_RUCHYDIALECT_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"

#include "Ruchy/Dialect/Ruchy/IR/RuchyDialect.h.inc"
#include "Ruchy/Dialect/Ruchy/IR/RuchyEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "Ruchy/Dialect/Ruchy/IR/RuchyTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "Ruchy/Dialect/Ruchy/IR/RuchyAttributes.h.inc"

namespace ruchy {

/// Set on a function that has to note its name when an error leaves it, and
/// on the module: the text of each source file by name. `ruchy-lower-errors`
/// takes both away.
inline constexpr llvm::StringLiteral kFrameAttrName = "ruchy.frame";
inline constexpr llvm::StringLiteral kSourcesAttrName = "ruchy.sources";

} // namespace ruchy

#endif // RUCHY_DIALECT_RUCHY_IR_RUCHYDIALECT_H
