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
         isa<AnyType, NeverType, NilType, UnsetType, RangeType, ErrorType>(
             type) ||
         isPointerType(type);
}

bool ruchy::isPointerType(Type type) {
  return isa<StrType, ArrayType, ruchy::TupleType, MapType, SetType, StructType,
             ClassType, EnumType, OptionType, ResultType, FnType, CellType>(
      type);
}

bool ruchy::isHeapType(Type type) {
  return isa<AnyType>(type) || isPointerType(type);
}

bool ruchy::isNumber(Type type) { return type.isInteger(64) || type.isF64(); }

//===----------------------------------------------------------------------===//
// Containers
//===----------------------------------------------------------------------===//

/// The types that a structural container type consists of.
static SmallVector<Type, 2> getParts(Type type) {
  return TypeSwitch<Type, SmallVector<Type, 2>>(type)
      .Case<ArrayType, SetType>([](auto container) {
        return SmallVector<Type, 2>{container.getElementType()};
      })
      .Case<ruchy::TupleType>([](ruchy::TupleType tuple) {
        return SmallVector<Type, 2>(tuple.getElementTypes());
      })
      .Case<MapType>([](MapType map) {
        return SmallVector<Type, 2>{map.getKeyType(), map.getValueType()};
      })
      .Case<OptionType>([](OptionType option) {
        return SmallVector<Type, 2>{option.getValueType()};
      })
      .Case<ResultType>([](ResultType result) {
        return SmallVector<Type, 2>{result.getValueType(),
                                    result.getErrorType()};
      })
      .Default([](Type) { return SmallVector<Type, 2>(); });
}

static unsigned getNesting(Type type) {
  if (!isa<ArrayType, ruchy::TupleType, MapType, SetType, OptionType,
           ResultType>(type))
    return 0;
  unsigned deepest = 0;
  for (Type part : getParts(type))
    deepest = std::max(deepest, getNesting(part));
  return deepest + 1;
}

/// `type` where it may be part of a container, `any` where it nests too deep.
static Type limitNesting(Type type) {
  return getNesting(type) < kMaxNesting ? type
                                        : AnyType::get(type.getContext());
}

/// The element type that arrays store for values of `type`. Ranges have no
/// slot of their own and are boxed.
static Type getStoredType(Type type) {
  if (isa<RangeType, NilType, UnsetType>(type))
    return AnyType::get(type.getContext());
  return type;
}

ArrayType ruchy::getArrayOf(Type elementType) {
  elementType = limitNesting(getStoredType(elementType));
  return ArrayType::get(elementType.getContext(), elementType);
}

Type ruchy::getContentType(Type type) {
  if (!type || !isa<RangeType, UnsetType>(type))
    return type;
  return AnyType::get(type.getContext());
}

static Type getPart(MLIRContext *context, Type type) {
  return type ? limitNesting(getContentType(type)) : NeverType::get(context);
}

Type ruchy::getTupleOf(MLIRContext *context, ArrayRef<Type> elements) {
  SmallVector<Type> parts;
  for (Type type : elements)
    parts.push_back(getPart(context, type));
  return ruchy::TupleType::get(context, parts);
}

Type ruchy::getMapOf(MLIRContext *context, Type key, Type value) {
  return MapType::get(context, getPart(context, key), getPart(context, value));
}

Type ruchy::getSetOf(MLIRContext *context, Type element) {
  return SetType::get(context, getPart(context, element));
}

Type ruchy::getOptionOf(MLIRContext *context, Type value) {
  return OptionType::get(context, getPart(context, value));
}

Type ruchy::getResultOf(MLIRContext *context, Type value, Type error) {
  return ResultType::get(context, getPart(context, value),
                         getPart(context, error));
}

//===----------------------------------------------------------------------===//
// Order
//===----------------------------------------------------------------------===//

/// The join of two containers of one kind with boxed contents, part by part;
/// null for other pairs.
static Type joinBoxed(Type a, Type b) {
  if (a.getTypeID() != b.getTypeID())
    return {};
  SmallVector<Type, 2> partsA = getParts(a), partsB = getParts(b), joined;
  if (partsA.size() != partsB.size())
    return {};
  for (auto [x, y] : llvm::zip(partsA, partsB))
    joined.push_back(joinContents(x, y));
  MLIRContext *context = a.getContext();
  return TypeSwitch<Type, Type>(a)
      .Case<ruchy::TupleType>([&](Type) { return getTupleOf(context, joined); })
      .Case<MapType>(
          [&](Type) { return getMapOf(context, joined[0], joined[1]); })
      .Case<SetType>([&](Type) { return getSetOf(context, joined[0]); })
      .Case<OptionType>([&](Type) { return getOptionOf(context, joined[0]); })
      .Case<ResultType>(
          [&](Type) { return getResultOf(context, joined[0], joined[1]); })
      .Default([](Type) { return Type(); });
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
  if (Type joined = joinBoxed(a, b))
    return joined;
  return AnyType::get(a.getContext());
}

Type ruchy::joinContents(Type a, Type b) {
  a = getContentType(a);
  b = getContentType(b);
  Type joined = joinTypes(a, b);
  if (!a || !b || isa<NeverType>(a) || isa<NeverType>(b) ||
      (isFreeCoercion(a, joined) && isFreeCoercion(b, joined)))
    return joined;
  return AnyType::get(a.getContext());
}

/// Whether a box that holds `from` is a box that holds `to`.
static bool isContent(Type from, Type to) {
  return from == to || isa<NeverType>(from) || isa<AnyType>(to) ||
         isFreeCoercion(from, to);
}

bool ruchy::isFreeCoercion(Type from, Type to) {
  if (from == to)
    return true;
  if (auto array = dyn_cast<ArrayType>(from)) {
    auto other = dyn_cast<ArrayType>(to);
    if (!other)
      return false;
    Type element = array.getElementType(), wanted = other.getElementType();
    // An empty array takes on slots of any kind but that of mixed ones.
    if (isa<NeverType>(element))
      return !isa<AnyType>(wanted);
    return isPointerType(element) && !isa<ArrayType>(element) &&
           isFreeCoercion(element, wanted);
  }
  if (from.getTypeID() != to.getTypeID())
    return false;
  SmallVector<Type, 2> partsFrom = getParts(from), partsTo = getParts(to);
  return !partsFrom.empty() && partsFrom.size() == partsTo.size() &&
         llvm::all_of(llvm::zip(partsFrom, partsTo), [](auto pair) {
           return isContent(std::get<0>(pair), std::get<1>(pair));
         });
}

bool ruchy::areDisjointTypes(Type a, Type b) {
  auto isBasic = [](Type type) {
    return type.isIntOrFloat() ||
           isa<NilType, UnsetType, StrType, RangeType, ArrayType>(type);
  };
  if (a == b || (isNumber(a) && isNumber(b)))
    return false;
  // The library decides what is equal to an option, a result or a record.
  return isBasic(a) && isBasic(b) && !(isa<ArrayType>(a) && isa<ArrayType>(b));
}

bool ruchy::isCoercible(Type from, Type to) {
  if (from == to || isa<NeverType>(from) || isa<AnyType>(to))
    return true;
  if (from.isInteger(64) && to.isF64())
    return true;
  if (isFreeCoercion(from, to))
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

static std::string mangleParts(StringRef name, ArrayRef<Type> parts) {
  std::string text = name.str();
  for (Type part : parts)
    text += "_" + mangleType(part);
  return text;
}

std::string ruchy::mangleType(Type type) {
  auto named = [](StringRef name, FlatSymbolRefAttr symbol) {
    return (name + "_" + symbol.getValue()).str();
  };
  return TypeSwitch<Type, std::string>(type)
      .Case<ArrayType>(
          [](Type type) { return mangleParts("array", getParts(type)); })
      .Case<ruchy::TupleType>([](ruchy::TupleType tuple) {
        return mangleParts("tuple" +
                               std::to_string(tuple.getElementTypes().size()),
                           tuple.getElementTypes());
      })
      .Case<MapType>(
          [](Type type) { return mangleParts("map", getParts(type)); })
      .Case<SetType>(
          [](Type type) { return mangleParts("set", getParts(type)); })
      .Case<OptionType>(
          [](Type type) { return mangleParts("option", getParts(type)); })
      .Case<ResultType>(
          [](Type type) { return mangleParts("result", getParts(type)); })
      .Case<StructType>([&](auto t) { return named("struct", t.getName()); })
      .Case<ClassType>([&](auto t) { return named("class", t.getName()); })
      .Case<EnumType>([&](auto t) { return named("enum", t.getName()); })
      .Case<FnType>([&](auto t) { return named("fn", t.getFunction()); })
      .Case<AnyType>([](Type) { return "any"; })
      .Case<NeverType>([](Type) { return "never"; })
      .Case<NilType>([](Type) { return "nil"; })
      .Case<UnsetType>([](Type) { return "unset"; })
      .Case<StrType>([](Type) { return "str"; })
      .Case<RangeType>([](Type) { return "range"; })
      .Case<CellType>([](Type) { return "cell"; })
      .Case<ErrorType>([](Type) { return "error"; })
      .Case<Float64Type>([](Type) { return "f64"; })
      .Case<IntegerType>([](IntegerType integer) {
        return "i" + std::to_string(integer.getWidth());
      })
      .Default([](Type) { return "unknown"; });
}
