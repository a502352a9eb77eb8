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

/// Arrays, tuples, maps, sets, options and results nest this deep with exact
/// types; deeper ones hold `any`. The limit is what ends inference of `f([x])`.
inline constexpr unsigned kMaxNesting = 3;

/// Whether SSA values of a program may have this type.
bool isValueType(mlir::Type type);

/// Whether values of this type may own memory: `any` and pointers.
bool isHeapType(mlir::Type type);

/// Whether values of this type are a pointer to a counted object.
bool isPointerType(mlir::Type type);

/// `i64` and `f64`.
bool isNumber(mlir::Type type);

/// The array type with this element type, widened at `kMaxNesting`.
ArrayType getArrayOf(mlir::Type elementType);

/// Types of containers with boxed contents, widened at `kMaxNesting`. Null
/// stands for no content.
mlir::Type getTupleOf(mlir::MLIRContext *context,
                      llvm::ArrayRef<mlir::Type> elements);
mlir::Type getMapOf(mlir::MLIRContext *context, mlir::Type key,
                    mlir::Type value);
mlir::Type getSetOf(mlir::MLIRContext *context, mlir::Type element);
mlir::Type getOptionOf(mlir::MLIRContext *context, mlir::Type value);
mlir::Type getResultOf(mlir::MLIRContext *context, mlir::Type value,
                       mlir::Type error);

/// The type that a box in memory has for values of `type`.
mlir::Type getContentType(mlir::Type type);

/// The least type that a box has which holds values of either type as they
/// are: arrays in boxes are not converted. Null is bottom.
mlir::Type joinContents(mlir::Type a, mlir::Type b);

/// The least type that holds the values of both. Null is bottom.
mlir::Type joinTypes(mlir::Type a, mlir::Type b);

/// Whether a pointer of type `from` is one of type `to` as it is.
bool isFreeCoercion(mlir::Type from, mlir::Type to);

/// Whether values of these types are known never to be equal.
bool areDisjointTypes(mlir::Type a, mlir::Type b);

/// Whether `ruchy.coerce` accepts this pair.
bool isCoercible(mlir::Type from, mlir::Type to);

/// `value` as `type`, through a `ruchy.coerce` where it has another type.
mlir::Value coerceTo(mlir::OpBuilder &builder, mlir::Value value,
                     mlir::Type type);

/// The name of a type in the symbols of specialised functions: `array_i64`.
std::string mangleType(mlir::Type type);

} // namespace ruchy

#endif // RUCHY_DIALECT_RUCHY_IR_TYPELATTICE_H
