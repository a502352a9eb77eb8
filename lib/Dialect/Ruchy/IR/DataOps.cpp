//===- DataOps.cpp - Containers, places and iteration -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Ruchy/Dialect/Ruchy/IR/RuchyOps.h"

using namespace mlir;
using namespace ruchy;

static Type getAny(MLIRContext *context) { return AnyType::get(context); }
static bool isInt(Type type) { return type.isInteger(64); }

/// The type of an element, bottom for arrays that are always empty.
static Type getElementOrBottom(ArrayType array) {
  Type element = array.getElementType();
  return isa<NeverType>(element) ? Type() : element;
}

//===----------------------------------------------------------------------===//
// Inference
//===----------------------------------------------------------------------===//

void IndexOp::inferResultTypes(ArrayRef<Type> types,
                               SmallVectorImpl<Type> &results) {
  // A key that is not there is an error.
  if (auto map = dyn_cast<MapType>(types[0])) {
    Type value = map.getValueType();
    return results.push_back(isa<NeverType>(value) ? Type() : value);
  }
  if (isa<RangeType>(types[1]) && isa<ArrayType, StrType>(types[0]))
    return results.push_back(types[0]);
  if (!isInt(types[1]))
    return results.push_back(getAny(getContext()));
  if (auto array = dyn_cast<ArrayType>(types[0]))
    return results.push_back(getElementOrBottom(array));
  results.push_back(isa<StrType>(types[0]) ? types[0] : getAny(getContext()));
}

void SliceOp::inferResultTypes(ArrayRef<Type> types,
                               SmallVectorImpl<Type> &results) {
  bool keeps = isa<ArrayType, StrType>(types[0]);
  results.push_back(keeps ? types[0] : getAny(getContext()));
}

void LenOp::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &results) {
  results.push_back(IntegerType::get(getContext(), 64));
}

void InOp::inferResultTypes(ArrayRef<Type>, SmallVectorImpl<Type> &results) {
  results.push_back(IntegerType::get(getContext(), 1));
}

void ArrayNewOp::inferResultTypes(ArrayRef<Type> types,
                                  SmallVectorImpl<Type> &results) {
  Type element = NeverType::get(getContext());
  for (Type type : types)
    element = joinTypes(element, type);
  results.push_back(getArrayOf(element));
}

void ArrayRepeatOp::inferResultTypes(ArrayRef<Type> types,
                                     SmallVectorImpl<Type> &results) {
  results.push_back(isInt(types[1]) ? Type(getArrayOf(types[0]))
                                    : getAny(getContext()));
}

/// The type that the innermost container of a path has, null if dynamic.
static Type getInnermost(Type container, unsigned depth) {
  for (unsigned i = 0; i < depth; ++i) {
    auto array = dyn_cast<ArrayType>(container);
    if (!array)
      return {};
    container = array.getElementType();
  }
  return container;
}

bool PlacePutOp::consumesOperand(unsigned index) {
  return index == 0 || index + 1 == getNumOperands();
}

LogicalResult PlacePutOp::verify() {
  Type place = getInnermost(getContainer().getType(), getPath().size());
  if (getPath().empty() || place != getValue().getType())
    return emitOpError("cannot store ")
           << getValue().getType() << " into " << getContainer().getType()
           << " at depth " << getPath().size();
  if (getResult().getType() != getContainer().getType())
    return emitOpError("gives back a container of another type");
  return success();
}

bool PlaceTakeOp::consumesOperand(unsigned index) { return index == 0; }

LogicalResult PlaceTakeOp::verify() {
  Type place = getInnermost(getContainer().getType(), getPath().size());
  if (getPath().empty() || place != getTaken().getType())
    return emitOpError("cannot take ")
           << getTaken().getType() << " out of " << getContainer().getType()
           << " at depth " << getPath().size();
  return success();
}

LogicalResult ArrayPushOp::verify() {
  if (getArray().getType() != getResult().getType() ||
      getArray().getType().getElementType() != getValue().getType())
    return emitOpError("cannot push ")
           << getValue().getType() << " to " << getArray().getType();
  return success();
}

bool ArrayPushOp::consumesOperand(unsigned) { return true; }

bool ArrayUniqueOp::consumesOperand(unsigned) { return true; }

Type ArrayNewOp::getWantedOperandType(unsigned) {
  auto array = dyn_cast<ArrayType>(getType());
  return array ? array.getElementType() : getType();
}
bool ArrayNewOp::consumesOperand(unsigned) { return true; }

LogicalResult ArrayNewOp::verify() {
  // Without types yet the array is `any` and holds whatever comes.
  if (isa<AnyType>(getType()))
    return success();
  auto array = dyn_cast<ArrayType>(getType());
  for (Type type : getElements().getTypes())
    if (!array || type != array.getElementType())
      return emitOpError("cannot hold ") << type << " in " << getType();
  return success();
}

Type ArrayRepeatOp::getWantedOperandType(unsigned index) {
  auto array = dyn_cast<ArrayType>(getResult().getType());
  return index == 0 && array ? array.getElementType() : Type();
}

void ArrayAtOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  if (isHeapType(getType()))
    bases.push_back(getArray());
}
bool ArrayAtOp::isImmortalResult(unsigned) { return false; }

void RangeOp::inferResultTypes(ArrayRef<Type> types,
                               SmallVectorImpl<Type> &results) {
  bool exact = isInt(types[0]) && isInt(types[1]);
  results.push_back(exact ? Type(RangeType::get(getContext()))
                          : getAny(getContext()));
}

//===----------------------------------------------------------------------===//
// Iteration
//===----------------------------------------------------------------------===//

void IterOp::inferResultTypes(ArrayRef<Type> types,
                              SmallVectorImpl<Type> &results) {
  if (isa<ArrayType, RangeType>(types[0]))
    return results.push_back(types[0]);
  if (isa<StrType>(types[0]))
    return results.push_back(getArrayOf(types[0]));
  if (auto set = dyn_cast<SetType>(types[0]))
    return results.push_back(getArrayOf(set.getElementType()));
  if (auto map = dyn_cast<MapType>(types[0])) {
    Type key = map.getKeyType(), value = map.getValueType();
    return results.push_back(
        getArrayOf(getKeys() ? key : getTupleOf(getContext(), {key, value})));
  }
  results.push_back(getAny(getContext()));
}

bool IterOp::mayError() { return isa<AnyType>(getResult().getType()); }

void IterOp::getViewBases(unsigned index, SmallVectorImpl<Value> &bases) {
  if (index == 0 && isa<ArrayType>(getIterable().getType()))
    bases.push_back(getIterable());
}

static void inferPosition(MLIRContext *context,
                          SmallVectorImpl<Type> &results) {
  results.push_back(IntegerType::get(context, 64));
  results.push_back(IntegerType::get(context, 1));
}
void IterStartOp::inferResultTypes(ArrayRef<Type>,
                                   SmallVectorImpl<Type> &results) {
  inferPosition(getContext(), results);
}
void IterNextOp::inferResultTypes(ArrayRef<Type>,
                                  SmallVectorImpl<Type> &results) {
  inferPosition(getContext(), results);
}

void IterValueOp::inferResultTypes(ArrayRef<Type> types,
                                   SmallVectorImpl<Type> &results) {
  if (auto array = dyn_cast<ArrayType>(types[0]))
    return results.push_back(getElementOrBottom(array));
  results.push_back(isa<RangeType>(types[0]) ? types[1] : getAny(getContext()));
}

void IterValueOp::getViewBases(unsigned, SmallVectorImpl<Value> &bases) {
  if (isa<ArrayType>(getIterable().getType()) && isHeapType(getType()))
    bases.push_back(getIterable());
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

bool SliceOp::mayError() { return true; }
bool ArrayRepeatOp::mayError() { return true; }
bool LenOp::mayError() {
  return !isa<ArrayType, StrType>(getContainer().getType());
}
bool InOp::mayError() {
  Type container = getContainer().getType();
  bool typed =
      isa<ArrayType>(container) ||
      (isa<StrType>(container) && isa<StrType>(getElement().getType())) ||
      (isa<RangeType>(container) && isInt(getElement().getType()));
  return !typed;
}
bool IndexOp::mayError() { return true; }
