//===- TypeLattice.h - The lattice of value types ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

///
/// \file
/// Order, join and classification of the types that values can have. A null
/// type is bottom throughout.
///
#ifndef RUCHY_DIALECT_RUCHY_IR_TYPELATTICE_H
#define RUCHY_DIALECT_RUCHY_IR_TYPELATTICE_H

#include "mlir/IR/Types.h"
#include "mlir/IR/Value.h"
#include "mlir/Support/LLVM.h"
#include <string>

namespace mlir {
class OpBuilder;
} // namespace mlir

namespace ruchy {

class ArrayType;

/// Arrays nest this deep with exact element types; deeper ones hold `any`.
/// The limit is what ends inference of `f([x])`.
inline constexpr unsigned kMaxArrayDepth = 3;

/// Whether SSA values of a program may have this type.
bool isValueType(mlir::Type type);

/// Whether values of this type may own memory: strings, arrays and `any`.
bool isHeapType(mlir::Type type);

/// `i64` and `f64`.
bool isNumber(mlir::Type type);

/// The array type with this element type, widened at `kMaxArrayDepth`.
ArrayType getArrayOf(mlir::Type elementType);

/// The least type that holds the values of both. Null is bottom.
mlir::Type joinTypes(mlir::Type a, mlir::Type b);

/// Whether `ruchy.coerce` accepts this pair.
bool isCoercible(mlir::Type from, mlir::Type to);

/// `value` as `type`, through a `ruchy.coerce` where it has another type.
mlir::Value coerceTo(mlir::OpBuilder &builder, mlir::Value value,
                     mlir::Type type);

/// The name of a type in the symbols of specialised functions: `array_i64`.
std::string mangleType(mlir::Type type);

} // namespace ruchy

#endif // RUCHY_DIALECT_RUCHY_IR_TYPELATTICE_H
