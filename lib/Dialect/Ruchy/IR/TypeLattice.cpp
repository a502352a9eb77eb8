//===- TypeLattice.cpp - The lattice of value types -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/TypeLattice.h"
#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace ruchy;

bool ruchy::isValueType(Type type) {
  return type.isInteger(64) || type.isF64() || type.isInteger(1) ||
         isa<AnyType, NeverType, NilType, UnsetType, StrType, RangeType,
             ErrorType, ArrayType>(type);
}

bool ruchy::isHeapType(Type type) {
  return isa<AnyType, StrType, ArrayType>(type);
}

bool ruchy::isNumber(Type type) { return type.isInteger(64) || type.isF64(); }

static unsigned getArrayDepth(Type type) {
  unsigned depth = 0;
  while (auto array = dyn_cast<ArrayType>(type)) {
    ++depth;
    type = array.getElementType();
  }
  return depth;
}

/// The element type that arrays store for values of `type`. Ranges have no
/// slot of their own and are boxed.
static Type getStoredType(Type type) {
  if (isa<RangeType, NilType, UnsetType>(type))
    return AnyType::get(type.getContext());
  return type;
}

ArrayType ruchy::getArrayOf(Type elementType) {
  elementType = getStoredType(elementType);
  if (getArrayDepth(elementType) >= kMaxArrayDepth)
    elementType = AnyType::get(elementType.getContext());
  return ArrayType::get(elementType.getContext(), elementType);
}

Type ruchy::joinTypes(Type a, Type b) {
  if (!a || a == b)
    return b;
  if (!b)
    return a;
  if (isa<NeverType>(a))
    return b;
  if (isa<NeverType>(b))
    return a;
  auto arrayA = dyn_cast<ArrayType>(a), arrayB = dyn_cast<ArrayType>(b);
  if (arrayA && arrayB)
    return getArrayOf(
        joinTypes(arrayA.getElementType(), arrayB.getElementType()));
  return AnyType::get(a.getContext());
}

bool ruchy::isCoercible(Type from, Type to) {
  if (from == to || isa<NeverType>(from) || isa<AnyType>(to))
    return true;
  if (from.isInteger(64) && to.isF64())
    return true;
  auto fromArray = dyn_cast<ArrayType>(from), toArray = dyn_cast<ArrayType>(to);
  return fromArray && toArray &&
         !(isNumber(fromArray.getElementType()) &&
           isNumber(toArray.getElementType())) &&
         isCoercible(fromArray.getElementType(), toArray.getElementType());
}

Value ruchy::coerceTo(OpBuilder &builder, Value value, Type type) {
  if (value.getType() == type)
    return value;
  return CoerceOp::create(builder, value.getLoc(), type, value);
}

std::string ruchy::mangleType(Type type) {
  return TypeSwitch<Type, std::string>(type)
      .Case<ArrayType>([](ArrayType array) {
        return "array_" + mangleType(array.getElementType());
      })
      .Case<AnyType>([](Type) { return "any"; })
      .Case<NeverType>([](Type) { return "never"; })
      .Case<NilType>([](Type) { return "nil"; })
      .Case<UnsetType>([](Type) { return "unset"; })
      .Case<StrType>([](Type) { return "str"; })
      .Case<RangeType>([](Type) { return "range"; })
      .Case<ErrorType>([](Type) { return "error"; })
      .Case<Float64Type>([](Type) { return "f64"; })
      .Case<IntegerType>([](IntegerType integer) {
        return "i" + std::to_string(integer.getWidth());
      })
      .Default([](Type) { return "unknown"; });
}
